//! Which rules are asked, and on which day.

use board::Date;

use crate::rule::{Family, Rule};

/// Which rules are asked, and on which day; the default is all of them, on no day in particular.
///
/// A selector is a code (`CON001`), a name (`missing-constraint`) or the beginning of a code (`CON`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only these are asked; all where empty.
    pub select: Vec<String>,
    /// These are not asked.
    pub ignore: Vec<String>,
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
            ignore: Vec::new(),
            today,
        }
    }

    /// Whether `rule` is asked.
    pub fn selects(&self, rule: &Rule) -> bool {
        let named = |selectors: &[String]| selectors.iter().any(|selector| names(selector, rule));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

fn names(selector: &str, rule: &Rule) -> bool {
    let selector = selector.trim();
    !selector.is_empty() && (rule.name == selector || rule.code.starts_with(&selector.to_ascii_uppercase()))
}
