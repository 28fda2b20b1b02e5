//! The products that people write on a board, and what is known of them.

use board::{Question, Role};

use crate::figure::{Capacity, Figure};
use crate::nature::{Consistency, Delivery, Family, Hosting, Idiom, Mode, Plane, Redundancy};

/// A product, or a part of one, that a box may stand for.
///
/// What it is for and not for, as sentences, is [`purpose`]: text that a program which never shows it does not carry.
#[derive(Debug, PartialEq)]
pub struct Component {
    /// The id that files use: lower-case words joined by dashes; never changes.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What kind of product it is.
    pub family: Family,
    /// What it is for on a board, the usual role first.
    pub roles: &'static [Role],
    /// How it works through data; nothing for what no data passes.
    pub mode: Option<Mode>,
    /// What of it runs while nothing happens.
    pub hosting: Hosting,
    /// What happens to it when one machine dies.
    pub redundancy: Redundancy,
    /// Whether data flows through it.
    pub plane: Plane,
    /// How often what went in comes out, unless set up otherwise.
    pub delivery: Option<Delivery>,
    /// What a reader sees after a write.
    pub consistency: Option<Consistency>,
    /// What has been read from it can be read again, in order or by time; see `retention` for how long.
    pub replayable: bool,
    /// It holds state between events, which a deploy or a crash has to bring over.
    pub stateful: bool,
    /// Seconds that it adds to the way of one event or request.
    pub latency: Option<&'static Figure>,
    /// Seconds from the arrival of data until it can be read behind it.
    pub freshness: Option<&'static Figure>,
    /// Seconds from idle or stopped until it works; nothing where it is always ready.
    pub start_up: Option<&'static Figure>,
    /// Seconds that it keeps data to read again: by default, and at most. Of a table that is how long its earlier
    /// versions can be read, not how long its rows stay.
    pub retention: Option<&'static Figure>,
    /// The share of a month in which the vendor promises that it is up: 0.999; by tier or set-up.
    pub availability: Option<&'static Figure>,
    /// What one unit of it takes in.
    pub capacity: Option<&'static Capacity>,
    aliases: &'static str,
    group: u8,
    serves: u32,
    serves_not: u32,
    idioms: u16,
}

impl Component {
    /// What people type for it, beside the name: lower-case words, one space between two.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> {
        self.aliases.split(',').filter(|alias| !alias.is_empty())
    }

    /// Whether `role` is one that it can have.
    pub fn can_be(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether an answer to `question` can be a reason to choose it.
    pub fn serves(&self, question: Question) -> bool {
        self.serves & bit(question) != 0
    }

    /// Whether an answer to `question` is no reason to choose it, although some believe so.
    pub fn serves_not(&self, question: Question) -> bool {
        self.serves_not & bit(question) != 0
    }

    /// The ways of failing well that it brings along.
    pub fn idioms(&self) -> impl Iterator<Item = Idiom> {
        let held = self.idioms;
        Idiom::ALL
            .iter()
            .copied()
            .filter(move |idiom| held & (1 << *idiom as u16) != 0)
    }

    /// Whether it brings `idiom` along.
    pub fn has(&self, idiom: Idiom) -> bool {
        self.idioms & (1 << idiom as u16) != 0
    }

    /// Whether the first request after a pause has to wait for it to start.
    pub fn starts_cold(&self) -> bool {
        matches!(self.hosting, Hosting::ScaleToZero | Hosting::PerRun)
    }
}

const fn bit(question: Question) -> u32 {
    1 << question as u32
}

/// What a component is for, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// What one takes it for.
    pub good_for: &'static str,
    /// What it is taken for by mistake.
    pub not_for: &'static str,
}

/// Every component, by family.
pub fn components() -> &'static [Component] {
    COMPONENTS
}

/// The component with this id.
pub fn component(id: &str) -> Option<&'static Component> {
    COMPONENTS.iter().find(|component| component.id == id)
}

/// What could stand in the place of `component`: the alternatives to weigh.
pub fn similar(component: &Component) -> impl Iterator<Item = &'static Component> {
    let (id, group) = (component.id, component.group);
    COMPONENTS
        .iter()
        .filter(move |other| other.group == group && other.id != id)
}

/// What `component` is for and not for.
pub fn purpose(component: &Component) -> Option<&'static Purpose> {
    let place = COMPONENTS.iter().position(|known| known.id == component.id)?;
    PURPOSES.get(place)
}

include!(concat!(env!("OUT_DIR"), "/components.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alternatives_are_those_of_the_group_and_not_oneself() {
        let ids = |id| {
            similar(component(id).unwrap())
                .map(|other| other.id)
                .collect::<Vec<_>>()
        };
        let kafka = ids("apache-kafka");
        assert!(kafka.contains(&"amazon-kinesis"));
        assert!(!kafka.contains(&"apache-kafka"));
        assert!(!kafka.contains(&"amazon-sqs"));
        assert_eq!(ids("photon"), ["velox"]);
    }

    #[test]
    fn what_is_served_is_told_by_question() {
        let catalog = component("unity-catalog").unwrap();
        assert!(catalog.serves(Question::Compliance) && !catalog.serves(Question::Latency));
        assert!(catalog.serves_not(Question::Latency) && !catalog.serves_not(Question::Compliance));
        assert!(catalog.can_be(Role::Govern) && !catalog.can_be(Role::Process));
        let loader = component("auto-loader").unwrap();
        assert!(loader.has(Idiom::RescuedData) && !loader.has(Idiom::Savepoint));
        assert_eq!(
            loader.idioms().collect::<Vec<_>>(),
            [Idiom::RescuedData, Idiom::Checkpoint, Idiom::Retry]
        );
        assert!(purpose(loader).unwrap().not_for.contains("sub-second"));
    }

    #[test]
    fn figures_are_in_base_units_and_carry_their_source() {
        let kinesis = component("amazon-kinesis").unwrap();
        let kept = kinesis.retention.unwrap();
        assert_eq!((kept.low, kept.high), (86_400.0, 31_536_000.0));
        let shard = kinesis.capacity.unwrap();
        assert_eq!(
            (shard.unit, shard.events, shard.bytes),
            ("shard", Some(1_000.0), Some(1e6))
        );
        assert!(shard.source().url.contains("docs.aws.amazon.com/streams"));
        assert_eq!(kinesis.availability.unwrap().low, 0.999);
        let warehouse = component("databricks-sql").unwrap();
        assert!(warehouse.starts_cold());
        assert_eq!(warehouse.start_up.unwrap().high, 6.0);
    }
}
