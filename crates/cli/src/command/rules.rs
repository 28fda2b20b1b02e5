//! `sketchlint rules`: every rule, by family.

use std::fmt::Write;

use lint::{Family, RULES, Rule};
use serde::Serialize;

use crate::arguments::{Format, Rules};
use crate::outcome::Outcome;
use crate::output::json;

pub(super) fn run(arguments: &Rules) -> Outcome {
    match arguments.format {
        Format::Text => Outcome::answer(text()),
        Format::Json => json::line(&Listed {
            version: 1,
            rules: RULES.iter().map(|rule| Row::of(rule)).collect(),
        }),
    }
}

#[derive(Serialize)]
struct Listed {
    version: u32,
    rules: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    code: &'static str,
    name: &'static str,
    family: &'static str,
    severity: &'static str,
    summary: &'static str,
}

impl Row {
    fn of(rule: &Rule) -> Self {
        Self {
            code: rule.code,
            name: rule.name,
            family: rule.family.title(),
            severity: rule.severity.as_str(),
            summary: rule.summary,
        }
    }
}

fn text() -> String {
    let mut text = String::new();
    for &family in Family::ALL {
        let _ = writeln!(text, "{} {}", family.prefix(), family.title());
        for rule in RULES.iter().filter(|rule| rule.family == family) {
            let (code, severity, name) = (rule.code, rule.severity.as_str(), rule.name);
            let _ = writeln!(text, "  {code}  {severity:7}  {name:28}  {}", rule.summary);
        }
        text.push('\n');
    }
    text.push_str("`sketchlint explain CODE` tells why an interviewer minds.\n");
    text
}
