//! Sets of settings with a name, for those who want to choose once.

use board::Track;

use crate::gate::Gate;
use crate::rule::Severity;
use crate::settings::{Level, Setting};

/// A set of settings with a name.
#[derive(Debug)]
pub struct Profile {
    /// What it is called.
    pub name: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    /// The track that every board is judged on, whatever it says itself.
    pub track: Option<Track>,
    /// What fails.
    pub gate: Gate,
    /// What is set otherwise than by default.
    levels: &'static [(&'static str, Level)],
}

/// Every profile, by name.
pub static PROFILES: &[Profile] = &[
    Profile {
        name: "data-engineer",
        summary: "every board is judged on the data engineer's track, whatever it says itself",
        track: Some(Track::DataEngineer),
        gate: Gate::USUAL,
        levels: &[],
    },
    Profile {
        name: "product-manager",
        summary: "every board is judged on the product manager's track: users, metrics and outcomes weigh more, how the \
                  machinery is tuned weighs less",
        track: Some(Track::ProductManager),
        gate: Gate::USUAL,
        levels: &[
            ("NUM012", Level::At(Severity::Info)),
            ("NUM013", Level::At(Severity::Info)),
            ("FLR004", Level::At(Severity::Info)),
            ("FLR007", Level::At(Severity::Info)),
            ("FLR012", Level::At(Severity::Info)),
            ("FLR013", Level::At(Severity::Info)),
        ],
    },
    Profile {
        name: "strict",
        summary: "whatever is found fails, and what cannot be told fails too",
        track: None,
        gate: Gate {
            least: Some(Severity::Info),
            is_strict: true,
        },
        levels: &[],
    },
];

/// The profile of that name.
pub fn profile(name: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.name == name)
}

impl Profile {
    /// What it sets, as a layer of settings.
    pub fn settings(&self) -> Vec<Setting> {
        let levels = self.levels.iter();
        levels
            .map(|&(rules, level)| Setting {
                rules: rules.to_owned(),
                level,
                origin: format!("profile {}", self.name),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::names_a_rule;

    #[test]
    fn profiles_name_rules_that_are_there() {
        assert!(PROFILES.is_sorted_by_key(|profile| profile.name));
        for profile in PROFILES {
            for setting in profile.settings() {
                assert!(
                    names_a_rule(&setting.rules),
                    "{}: {}",
                    profile.name,
                    setting.rules
                );
            }
        }
        assert!(profile("strict").is_some_and(|strict| strict.gate.is_strict));
        assert!(profile("lax").is_none());
    }
}
