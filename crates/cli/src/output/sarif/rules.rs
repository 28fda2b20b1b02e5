//! Every rule, as SARIF describes the tool.

use lint::{RULES, Rule};
use serde_json::{Value, json};

use super::level;

/// The tool with all its rules, each with its page and, where there is a rule book, the place in it.
pub(super) fn driver(book: Option<&str>) -> Value {
    let rules: Vec<Value> = RULES.iter().map(|rule| described(rule, book)).collect();
    let mut driver = json!({
        "name": "sketchlint",
        "fullName": "Sketchlint, the whiteboard that lints system-design diagrams",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    if let Some(book) = book {
        super::put(&mut driver, "informationUri", json!(book));
    }
    driver
}

/// Where `rule` stands among all.
pub(super) fn index(rule: &Rule) -> Option<usize> {
    RULES.iter().position(|other| *other == rule)
}

fn described(rule: &Rule, book: Option<&str>) -> Value {
    let page = rule.page();
    let mut described = json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": format!("{}.", rule.summary) },
        "fullDescription": { "text": looks_at(&page) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.family.title()] },
    });
    if let Some(book) = book {
        super::put(&mut described, "helpUri", json!(format!("{book}#{}", rule.code)));
    }
    described
}

/// The first paragraph below the first heading that is not the title.
fn looks_at(page: &str) -> String {
    let below = page
        .split("\n## ")
        .nth(1)
        .and_then(|section| section.split_once('\n'));
    let (_, section) = below.unwrap_or_default();
    let paragraph = section.split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
