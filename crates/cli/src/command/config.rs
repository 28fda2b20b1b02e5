//! `sketchlint config`: which settings hold for a board, and where each was said.

use std::fmt::Write;
use std::path::Path;

use lint::{Level, RULES, Rule, Severity};
use serde::Serialize;

use crate::arguments::{Config, Format};
use crate::colour::Colour;
use crate::command::choice::{Chooser, Holding};
use crate::configuration::{FILE_NAME, Said, shown};
use crate::outcome::Outcome;
use crate::output::text::plural;
use crate::output::{json, printable};

pub(super) fn run(arguments: &Config) -> Outcome {
    let mut chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let path = &arguments.path;
    // A folder stands for any board in it.
    let asked = if path.is_dir() {
        path.join("board")
    } else {
        path.clone()
    };
    let holding = match chooser.holding(Some(&asked)) {
        Ok(holding) => holding,
        Err(refusal) => return Outcome::refusal(refusal, Colour::Auto),
    };
    match arguments.format {
        Format::Text => Outcome::answer(printable(&text(path, &holding)).into_owned()),
        Format::Json => json::line(&Answer::of(&holding)),
    }
}

/// Rules that are set otherwise than by default, with what they are set to and where that was said.
fn changed(holding: &Holding) -> impl Iterator<Item = (&'static Rule, Level, String)> {
    RULES.iter().filter_map(|rule| {
        let level = holding.options.level(rule);
        let set = holding.options.settings.of(rule);
        let by_settings = set.filter(|set| set.level == level).map(|set| set.origin.clone());
        let origin = match (level, by_settings) {
            (Level::On, None) => return None,
            (_, Some(origin)) => origin,
            (_, None) => "--select, --ignore".to_owned(),
        };
        Some((*rule, level, origin))
    })
}

fn severity(fail_on: Option<Severity>) -> &'static str {
    fail_on.map_or("never", Severity::as_str)
}

fn text(path: &Path, holding: &Holding) -> String {
    let mut text = match &holding.file {
        Some(file) => format!("{} holds for {}\n\n", shown(file), path.display()),
        None => format!(
            "No {FILE_NAME} in the folder of {} or above it: all is as by default.\n\n",
            path.display()
        ),
    };
    let mut row = |name: &str, value: &str, origin: &str| {
        let _ = writeln!(text, "{name:9}  {value:16}  {origin}");
    };
    match &holding.profile {
        Some(Said { value, origin }) => row("profile", value.name, origin),
        None => row("profile", "none", "by default"),
    }
    match (holding.track(), &holding.profile) {
        (Some(track), Some(profile)) => {
            row(
                "track",
                track.as_str(),
                &format!("profile {}", profile.value.name),
            );
        }
        _ => row("track", "the board's own", "by default"),
    }
    row(
        "fail-on",
        severity(holding.fail_on.value),
        &holding.fail_on.origin,
    );
    let strict = if holding.strict.value { "true" } else { "false" };
    row("strict", strict, &holding.strict.origin);
    if let Some(Said { value, origin }) = &holding.baseline {
        row("baseline", &shown(value), origin);
    }
    if let Some(Said { value, origin }) = &holding.rule_book {
        row("rule-book", value, origin);
    }
    let mut off = 0;
    let mut is_first = true;
    for (rule, level, origin) in changed(holding) {
        if std::mem::take(&mut is_first) {
            text.push_str("\nRules that are set otherwise than by default:\n");
        }
        off += usize::from(level == Level::Off);
        let (code, name, usual) = (rule.code, rule.name, rule.severity.as_str());
        let change = format!("{usual} -> {}", level.as_str());
        let _ = writeln!(text, "  {code}  {name:28}  {change:18}  {origin}");
    }
    let asked = plural(RULES.len() - off, "rule is", "rules are");
    let _ = writeln!(text, "\n{asked} asked, {off} off.");
    text
}

#[derive(Serialize)]
struct Answer {
    version: u32,
    file: Option<String>,
    profile: Option<Told<&'static str>>,
    track: Option<&'static str>,
    fail_on: Told<&'static str>,
    strict: Told<bool>,
    baseline: Option<Told<String>>,
    rule_book: Option<Told<String>>,
    rules: Vec<Row>,
}

#[derive(Serialize)]
struct Told<T> {
    value: T,
    from: String,
}

#[derive(Serialize)]
struct Row {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    from: String,
}

impl Answer {
    fn of(holding: &Holding) -> Self {
        Self {
            version: 1,
            file: holding.file.as_deref().map(shown),
            profile: holding.profile.as_ref().map(|said| Told {
                value: said.value.name,
                from: said.origin.clone(),
            }),
            track: holding.track().map(|track| track.as_str()),
            fail_on: Told {
                value: severity(holding.fail_on.value),
                from: holding.fail_on.origin.clone(),
            },
            strict: Told {
                value: holding.strict.value,
                from: holding.strict.origin.clone(),
            },
            baseline: holding.baseline.as_ref().map(|said| Told {
                value: shown(&said.value),
                from: said.origin.clone(),
            }),
            rule_book: holding.rule_book.as_ref().map(|said| Told {
                value: said.value.clone(),
                from: said.origin.clone(),
            }),
            rules: changed(holding)
                .map(|(rule, level, from)| Row {
                    code: rule.code,
                    name: rule.name,
                    level: level.as_str(),
                    from,
                })
                .collect(),
        }
    }
}
