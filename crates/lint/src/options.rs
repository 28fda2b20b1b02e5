//! Which rules are asked.

use crate::rule::Rule;

/// Which rules are asked; the default is all of them.
///
/// A selector is a code (`CON001`), a name (`missing-constraint`) or the beginning of a code (`CON`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only these are asked; all where empty.
    pub select: Vec<String>,
    /// These are not asked.
    pub ignore: Vec<String>,
}

impl Options {
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
