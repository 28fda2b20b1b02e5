//! The hand-off of an edge as a stub of an Open Data Contract Standard contract (v3.1.0).
//!
//! What the board states is filled in: who answers, who reads, and each promise as a service level. What it does not state
//! is a blank that the eye finds: `null` or `"?"`, with a remark that says what to put there. Nothing is made up.

use board::owner::Owner;
use board::{BoxRecord, EdgeRecord};
use lint::Place;
use quantity::{Dimension, Qualifier, Quantity};

use super::printable;
use super::yaml::{self, Yaml};

/// The edge whose contract is written.
pub(crate) struct HandOff<'b> {
    /// The title of the board.
    pub(crate) title: &'b str,
    /// Which edge.
    pub(crate) place: Place,
    pub(crate) edge: &'b EdgeRecord,
    /// Where the data comes from.
    pub(crate) from: &'b BoxRecord,
    /// Where it goes.
    pub(crate) to: &'b BoxRecord,
}

/// A promise, and where it is made.
struct Promise {
    quantity: Quantity,
    /// `on the edge`, `on Kafka`.
    made: String,
}

/// The service levels of the standard that a board can state, by the dimension that states them.
const LEVELS: &[(&str, Dimension, &str)] = &[
    (
        "latency",
        Dimension::Latency,
        "from the event to where it can be read",
    ),
    (
        "frequency",
        Dimension::Freshness,
        "how often it is brought up to date",
    ),
    ("throughput", Dimension::Rate, "events a second at peak"),
    ("retention", Dimension::Retention, "how long it is kept"),
    (
        "availability",
        Dimension::Availability,
        "the share of time that it can be read",
    ),
    (
        "errorRate",
        Dimension::Accuracy,
        "the share of events that may be wrong",
    ),
    ("timeToRepair", Dimension::Recovery, "how soon it works again"),
];

impl HandOff<'_> {
    /// What travels.
    fn name(&self) -> String {
        match self.edge.label.trim() {
            "" => format!("{} to {}", called(self.from), called(self.to)),
            label => label.to_owned(),
        }
    }

    /// The producing and the consuming team, as far as they are named.
    fn teams(&self) -> (Option<&str>, Option<&str>) {
        match Owner::read(&self.edge.owner) {
            Owner::HandOff { producer, consumer } => (Some(producer), Some(consumer)),
            Owner::Team(producer) => (Some(producer), team(self.to)),
            Owner::Nobody => (team(self.from), team(self.to)),
        }
    }

    /// What is promised of `dimension`: on the edge, or else by the box that the data comes from.
    fn promise(&self, dimension: Dimension) -> Option<Promise> {
        let of = |text: &str| {
            let found = quantity::read(text).quantities.into_iter();
            let mut fit = found.filter(|quantity| quantity.dimension == dimension && fits(quantity));
            match dimension {
                // The peak is what has to be carried, and what is kept longest is what is kept.
                Dimension::Rate | Dimension::Retention => {
                    fit.max_by(|one, other| size(one).total_cmp(&size(other)))
                }
                _ => fit.next(),
            }
        };
        let on_edge = of(&self.edge.constraints).map(|quantity| (quantity, "on the edge".to_owned()));
        let made =
            on_edge.or_else(|| Some((of(&self.from.constraints)?, format!("on {}", called(self.from)))));
        made.map(|(quantity, made)| Promise { quantity, made })
    }
}

/// The team of a box.
fn team(record: &BoxRecord) -> Option<&str> {
    Owner::read(&record.owner).teams().next()
}

fn size(quantity: &Quantity) -> f64 {
    quantity.number().unwrap_or_default()
}

/// Whether a quantity says what the service level of its dimension asks.
fn fits(quantity: &Quantity) -> bool {
    let is_number = quantity.number().is_some();
    is_number
        && match quantity.dimension {
            Dimension::Accuracy => quantity.qualifier == Some(Qualifier::ErrorRate),
            Dimension::Recovery => quantity.qualifier != Some(Qualifier::RecoveryPoint),
            Dimension::Rate => quantity.unit.is_none(),
            _ => true,
        }
}

/// The contract as YAML.
pub(crate) fn contract(hand_off: &HandOff<'_>) -> String {
    let (producer, consumer) = hand_off.teams();
    let name = hand_off.name();
    let id = hand_off.place.id().unwrap_or_default();
    let words = |words: &str| Yaml::Words(printable(words).into_owned());
    let or_blank = |team: Option<&str>, remark| team.map_or(Yaml::BlankWords(remark), words);
    let purpose = format!(
        "{name}, from {} to {}",
        called(hand_off.from),
        called(hand_off.to)
    );
    let levels = LEVELS.iter().map(|level| service_level(hand_off, level));
    let contract = [
        ("apiVersion", words("v3.1.0")),
        ("kind", words("DataContract")),
        ("id", words(&format!("{}-{id}", slug(hand_off.title)))),
        ("name", words(&name)),
        ("version", words("0.1.0")),
        ("status", words("draft")),
        ("dataProduct", words(called(hand_off.from))),
        (
            "description",
            Yaml::Map(vec![
                ("purpose", words(&purpose)),
                ("usage", reason(hand_off)),
                ("limitations", Yaml::BlankWords("what it must not be used for")),
            ]),
        ),
        (
            "team",
            Yaml::Map(vec![("name", or_blank(producer, "the team that answers for it"))]),
        ),
        (
            "roles",
            Yaml::List(vec![Yaml::Map(vec![
                ("role", words("consumer")),
                ("description", or_blank(consumer, "the team that reads it")),
            ])]),
        ),
        ("slaProperties", Yaml::List(levels.collect())),
        (
            "schema",
            Yaml::List(vec![Yaml::Map(vec![
                ("name", words(&slug(&name).replace('-', "_"))),
                ("logicalType", words("object")),
                ("description", Yaml::BlankWords("what one record is")),
                ("properties", Yaml::List(Vec::new())),
            ])]),
        ),
    ];
    let title = printable(hand_off.title).replace('\n', " ");
    format!(
        "# A stub of a data contract, from the edge {id} of the board \"{title}\".\n# A line that ends with `# ? …` is not \
         stated there: fill it in together, and the hand-off holds.\n{}",
        yaml::lines(&contract)
    )
}

/// Why the consumer wants it, if the board says so.
fn reason(hand_off: &HandOff<'_>) -> Yaml {
    let reasons = [&hand_off.edge.because.text, &hand_off.to.because.text];
    let said = reasons
        .into_iter()
        .map(|text| text.trim())
        .find(|text| !text.is_empty());
    said.map_or(Yaml::BlankWords("what the consumer does with it"), |text| {
        Yaml::Words(printable(text).into_owned())
    })
}

fn service_level(
    hand_off: &HandOff<'_>,
    &(property, dimension, meaning): &(&'static str, Dimension, &'static str),
) -> Yaml {
    let key = ("property", Yaml::Words(property.to_owned()));
    let Some(promise) = hand_off.promise(dimension) else {
        return Yaml::Map(vec![key, ("value", Yaml::Blank(meaning))]);
    };
    let (value, unit) = measured(dimension, size(&promise.quantity));
    let said = format!("{}, as stated {}", promise.quantity, promise.made);
    let mut level = vec![
        key,
        ("value", Yaml::Number(value)),
        ("unit", Yaml::Words(unit.to_owned())),
    ];
    level.push(("description", Yaml::Words(said)));
    Yaml::Map(level)
}

/// A number in base units as the standard would have it: time in the largest unit that keeps it whole.
fn measured(dimension: Dimension, number: f64) -> (f64, &'static str) {
    const TIMES: [(f64, &str); 4] = [(86_400.0, "d"), (3_600.0, "h"), (60.0, "m"), (1.0, "s")];
    match dimension {
        Dimension::Rate => (number, "events/s"),
        Dimension::Availability | Dimension::Accuracy => (rounded(number * 100.0), "percent"),
        _ => {
            let whole = |(seconds, _): &&(f64, &str)| number >= *seconds && (number % *seconds).abs() < 1e-9;
            match TIMES.iter().find(whole) {
                Some((seconds, unit)) => (number / seconds, unit),
                None => (rounded(number * 1_000.0), "ms"),
            }
        }
    }
}

/// Without what reckoning with binary fractions leaves.
fn rounded(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

/// What a box is called.
pub(crate) fn called(record: &BoxRecord) -> &str {
    match record.label.trim() {
        "" => record.role.as_str(),
        label => label,
    }
}

/// Small letters, digits and dashes.
fn slug(text: &str) -> String {
    let dashed: String = text
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    let parts: Vec<&str> = dashed.split('-').filter(|part| !part.is_empty()).collect();
    match parts.is_empty() {
        true => "board".to_owned(),
        false => parts.join("-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_put_as_people_would() {
        for (dimension, number, expected) in [
            (Dimension::Latency, 0.005, (5.0, "ms")),
            (Dimension::Latency, 1.5, (1_500.0, "ms")),
            (Dimension::Retention, 604_800.0, (7.0, "d")),
            (Dimension::Freshness, 900.0, (15.0, "m")),
            (Dimension::Availability, 0.9995, (99.95, "percent")),
        ] {
            assert_eq!(measured(dimension, number), expected);
        }
        assert_eq!(slug("Fraud: near-real-time!"), "fraud-near-real-time");
        assert_eq!(slug("…"), "board");
    }
}
