//! Which rules are asked, how grave they are and what fails: the settings of `sketchlint.toml`, said in JSON.

use board::{Date, nearest};
use lint::{Gate, Level, Options, PROFILES, Setting, Severity};
use serde_json::{Map, Value};

use crate::refusal::Refusal;

const KEYS: [&str; 5] = ["profile", "fail-on", "strict", "rules", "today"];
const FAIL_ON: [&str; 4] = ["error", "warning", "info", "never"];

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which rules are asked, how grave they are, on which day and track.
    pub options: Options,
    /// What fails.
    pub gate: Gate,
}

impl Choice {
    /// Reads `{"profile","fail-on","strict","rules":{…},"today"}`; each may be missing.
    ///
    /// # Errors
    /// A [`Refusal`] that names the first key or value that means nothing, and what would.
    pub fn read(json: &str) -> Result<Self, Refusal> {
        let value = serde_json::from_str(json).map_err(|error| {
            Refusal::of_options("", format!("this is not JSON: {error}"), "hand over an object")
        })?;
        let Value::Object(said) = value else {
            return Err(Refusal::of_options(
                "",
                "this is no object",
                "hand over an object such as { strict: true }",
            ));
        };
        if let Some(unknown) = said.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let what = format!("there is no option `{unknown}`");
            return Err(Refusal::of_options("", what, meant(unknown, &KEYS)));
        }
        let mut choice = Self::of_profile(&said)?;
        if let Some(word) = text(&said, "fail-on", "error, warning, info or never")? {
            choice.gate.least = least(word)?;
        }
        if let Some(strict) = said.get("strict") {
            let no_answer = || {
                Refusal::of_options(
                    "strict",
                    format!("{strict} is neither true nor false"),
                    "set it to one of them",
                )
            };
            choice.gate.is_strict = strict.as_bool().ok_or_else(no_answer)?;
        }
        if let Some(rules) = said.get("rules") {
            choice.options.settings.add(settings(rules)?);
        }
        if let Some(day) = text(&said, "today", "a day such as 2026-06-30")? {
            let today: Date = day.parse().map_err(|_| {
                Refusal::of_options("today", format!("`{day}` is no day"), "write it as in 2026-06-30")
            })?;
            choice.options.today = Some(today);
        }
        Ok(choice)
    }

    /// What the profile that was named sets, or what holds without any.
    fn of_profile(said: &Map<String, Value>) -> Result<Self, Refusal> {
        let mut choice = Self {
            options: Options::default(),
            gate: Gate::USUAL,
        };
        let Some(name) = text(said, "profile", "the name of a profile")? else {
            return Ok(choice);
        };
        let profile = lint::profile(name).ok_or_else(|| {
            let names: Vec<_> = PROFILES.iter().map(|profile| profile.name).collect();
            Refusal::of_options(
                "profile",
                format!("no profile is called `{name}`"),
                meant(name, &names),
            )
        })?;
        choice.options.track = profile.track;
        choice.options.settings.add(profile.settings());
        choice.gate = profile.gate;
        Ok(choice)
    }
}

/// The text under a key; nothing where there is none.
fn text<'s>(said: &'s Map<String, Value>, key: &str, expected: &str) -> Result<Option<&'s str>, Refusal> {
    match said.get(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(Refusal::of_options(
            key,
            format!("{other} is no text"),
            format!("set it to {expected}, as a text"),
        )),
    }
}

fn least(word: &str) -> Result<Option<Severity>, Refusal> {
    let severity = Severity::ALL.iter().find(|severity| severity.as_str() == word);
    match severity {
        Some(severity) => Ok(Some(*severity)),
        None if word == "never" => Ok(None),
        None => Err(Refusal::of_options(
            "fail-on",
            format!("`{word}` is no severity to fail on"),
            meant(word, &FAIL_ON),
        )),
    }
}

fn settings(rules: &Value) -> Result<Vec<Setting>, Refusal> {
    let Value::Object(rules) = rules else {
        let what = format!("{rules} is no object");
        return Err(Refusal::of_options(
            "rules",
            what,
            "name rules and levels, as in { OWN: \"error\" }",
        ));
    };
    let setting = |(rules, level): (&String, &Value)| {
        if !lint::names_a_rule(rules) {
            let known: Vec<_> = lint::RULES
                .iter()
                .flat_map(|rule| [rule.code, rule.name])
                .collect();
            let meant = nearest(rules, known.iter().copied());
            let meant = meant.map_or_else(String::new, |meant| format!("did you mean `{meant}`? "));
            let remedy = format!("{meant}rules() lists them all");
            return Err(Refusal::of_options(
                "rules",
                format!("no rule is called `{rules}`"),
                remedy,
            ));
        }
        let word = level.as_str().unwrap_or_default();
        let level = Level::of(word).ok_or_else(|| {
            let levels: Vec<_> = Level::ALL.iter().map(|level| level.as_str()).collect();
            let what = format!("a rule cannot be set to {level}");
            Refusal::of_options(&format!("rules.{rules}"), what, meant(word, &levels))
        })?;
        Ok(Setting {
            rules: rules.clone(),
            level,
            origin: "options".to_owned(),
        })
    };
    rules.iter().map(setting).collect()
}

/// The one of `known` that was meant, or all of them.
fn meant(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_is_told_with_place_and_remedy() {
        let cases = [
            (
                "[]",
                "options: this is no object; hand over an object such as { strict: true }.",
            ),
            (
                r#"{"failOn":"error"}"#,
                "options: there is no option `failOn`; did you mean `fail-on`?",
            ),
            (
                r#"{"profile":"strickt"}"#,
                "options.profile: no profile is called `strickt`; did you mean `strict`?",
            ),
            (
                r#"{"profile":7}"#,
                "options.profile: 7 is no text; set it to the name of a profile, as a text.",
            ),
            (
                r#"{"fail-on":"sometimes"}"#,
                "options.fail-on: `sometimes` is no severity to fail on; there are error, warning, info, never.",
            ),
            (
                r#"{"strict":"yes"}"#,
                "options.strict: \"yes\" is neither true nor false; set it to one of them.",
            ),
            (
                r#"{"rules":{"unowned-egde":"off"}}"#,
                "options.rules: no rule is called `unowned-egde`; did you mean `unowned-edge`? rules() lists them all.",
            ),
            (
                r#"{"rules":{"OWN":"eror"}}"#,
                "options.rules.OWN: a rule cannot be set to \"eror\"; did you mean `error`?",
            ),
            (
                r#"{"rules":["OWN"]}"#,
                "options.rules: [\"OWN\"] is no object; name rules and levels, as in { OWN: \"error\" }.",
            ),
            (
                r#"{"today":"30.6."}"#,
                "options.today: `30.6.` is no day; write it as in 2026-06-30.",
            ),
        ];
        for (json, sentence) in cases {
            let Refusal(problems) = Choice::read(json).unwrap_err();
            let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
            assert_eq!(told, [sentence], "{json}");
        }
    }

    #[test]
    fn rules_of_the_options_lie_over_the_profile() {
        let choice = Choice::read(r#"{"profile":"product-manager","rules":{"NUM012":"error"}}"#).unwrap();
        let rule = lint::rule("NUM012").unwrap();
        assert_eq!(choice.options.level(rule), Level::At(Severity::Error));
        assert!(choice.options.track.is_some());
    }
}
