//! Which rules are asked, how grave they are, and on which day and track.

use board::{Date, Track};

use crate::rule::{Family, Rule};
use crate::settings::{Level, Settings, exactness};

/// Which rules are asked, and on which day; the default is all of them, on no day in particular.
///
/// A selector is a code (`CON001`), a name (`missing-constraint`), the beginning of a code (`CON`) or `all`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only these are asked, even such as are set to be off; all that are on where empty.
    pub select: Vec<String>,
    /// These are not asked.
    pub ignore: Vec<String>,
    /// How grave rules are where that is set otherwise.
    pub settings: Settings,
    /// The track that boards are judged on; where there is none each on its own.
    pub track: Option<Track>,
    /// The day on which the board is judged, which tells whether an allow still holds; without it all hold.
    pub today: Option<Date>,
}

impl Options {
    /// Only `rule` is asked; for a rule on allows all are, since it judges what they left.
    pub fn alone(rule: &Rule, today: Option<Date>) -> Self {
        let select = match rule.family {
            Family::Allow => Vec::new(),
            _ => vec![rule.code.to_owned()],
        };
        Self {
            select,
            today,
            ..Self::default()
        }
    }

    /// Whether `rule` is asked.
    pub fn selects(&self, rule: &Rule) -> bool {
        self.level(rule) != Level::Off
    }

    /// What `rule` is set to.
    pub fn level(&self, rule: &Rule) -> Level {
        let named = |selectors: &[String]| {
            selectors
                .iter()
                .any(|selector| exactness(selector, rule).is_some())
        };
        let set = self.settings.of(rule).map_or(Level::On, |setting| setting.level);
        match named(&self.select) {
            _ if named(&self.ignore) => Level::Off,
            true if set == Level::Off => Level::On,
            false if !self.select.is_empty() => Level::Off,
            _ => set,
        }
    }
}
