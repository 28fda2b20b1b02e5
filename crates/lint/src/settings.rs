//! How grave each rule is where somebody has set it otherwise: by code, by name or by the beginning of codes.

use crate::rule::{Rule, Severity};

/// What a rule is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is not asked.
    Off,
    /// It is asked, as grave as it is by itself.
    On,
    /// It is asked, and all that it finds is as grave as this.
    At(Severity),
}

impl Level {
    /// Every level, the least first.
    pub const ALL: &'static [Self] = &[
        Self::Off,
        Self::On,
        Self::At(Severity::Info),
        Self::At(Severity::Warning),
        Self::At(Severity::Error),
    ];

    /// The word used in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            Self::At(severity) => severity.as_str(),
        }
    }

    /// The level of that word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|level| level.as_str() == word)
    }
}

/// One line of somebody's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Which rules: a code, a name, the beginning of codes, or `all`.
    pub rules: String,
    /// What they are set to.
    pub level: Level,
    /// Where it was said, for people: `sketchlint.toml:4`.
    pub origin: String,
}

/// Settings of several layers, of which the nearest decides: a profile, a file, a folder, the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The farthest first.
    layers: Vec<Vec<Setting>>,
}

impl Settings {
    /// Adds a layer nearer than those that are there.
    pub fn add(&mut self, layer: Vec<Setting>) {
        if !layer.is_empty() {
            self.layers.push(layer);
        }
    }

    /// What decides on `rule`: of the nearest layer that names it the setting that names it most exactly, of two alike the
    /// later one.
    pub fn of(&self, rule: &Rule) -> Option<&Setting> {
        let nearest_first = self.layers.iter().rev();
        nearest_first
            .filter_map(|layer| {
                let named = layer
                    .iter()
                    .filter_map(|setting| Some((exactness(&setting.rules, rule)?, setting)));
                named.max_by_key(|(exactness, _)| *exactness)
            })
            .map(|(_, setting)| setting)
            .next()
    }
}

/// How exactly `selector` names `rule`, in letters of its code; a name is as exact as a code. Nothing where it does not.
pub(crate) fn exactness(selector: &str, rule: &Rule) -> Option<usize> {
    let selector = selector.trim();
    if rule.name == selector {
        return Some(rule.code.len());
    }
    if selector.eq_ignore_ascii_case("all") {
        return Some(0);
    }
    let begins = rule.code.get(..selector.len())?.eq_ignore_ascii_case(selector);
    (begins && !selector.is_empty()).then_some(selector.len())
}

/// Whether `selector` names any rule.
pub fn names_a_rule(selector: &str) -> bool {
    crate::RULES
        .iter()
        .any(|rule| exactness(selector, rule).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(layers: &[&[(&str, &str)]]) -> Settings {
        let mut settings = Settings::default();
        for layer in layers {
            let layer = layer.iter().map(|(rules, level)| Setting {
                rules: (*rules).to_owned(),
                level: Level::of(level).unwrap(),
                origin: String::new(),
            });
            settings.add(layer.collect());
        }
        settings
    }

    fn level(settings: &Settings, code: &str) -> Option<&'static str> {
        settings
            .of(crate::rule(code).unwrap())
            .map(|setting| setting.level.as_str())
    }

    #[test]
    fn what_names_a_rule_most_exactly_decides() {
        let settings = settings(&[&[
            ("OWN001", "off"),
            ("own", "error"),
            ("all", "info"),
            ("OWN0", "on"),
        ]]);
        assert_eq!(level(&settings, "OWN001"), Some("off"));
        assert_eq!(level(&settings, "OWN002"), Some("on"));
        assert_eq!(level(&settings, "CON001"), Some("info"));
        assert!(names_a_rule("unowned-edge") && !names_a_rule("OWNS") && !names_a_rule(" "));
    }

    #[test]
    fn the_nearest_layer_decides_however_broad() {
        let settings = settings(&[&[("OWN001", "off"), ("CON", "off")], &[("OWN", "warning")]]);
        assert_eq!(level(&settings, "OWN001"), Some("warning"));
        assert_eq!(level(&settings, "CON001"), Some("off"));
        assert_eq!(level(&settings, "FLR001"), None);
    }

    #[test]
    fn of_two_alike_the_later_one() {
        let settings = settings(&[&[("buzzword", "off"), ("CON002", "error")]]);
        assert_eq!(level(&settings, "CON002"), Some("error"));
    }
}
