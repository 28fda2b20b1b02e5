//! What a label is taken for, and what may be meant while a text is typed: the catalogue's answer and the board's, in the
//! words that the page shows.

mod line;

use board::{Board, NO_COMPONENT, nearest};
use catalog::{Component, complete, components, purpose, recognise, search, similar, stands_for};
use serde_json::{Value, json};

/// How many completions are offered at once.
const MOST_COMPLETIONS: usize = 6;
/// How many answers a search gets at most.
const MOST_FOUND: usize = 24;

/// What the page asks.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What is edited: comes back as it is.
    pub on: String,
    /// The component that a person chose for it; empty for none.
    pub chosen: String,
    /// What it is called.
    pub label: String,
    /// The field of the editor in which is typed: `Label`, `Component`, `Owner` or `Line`.
    pub field: String,
    /// What was typed there, up to the caret.
    pub typed: String,
}

/// The answer, as JSON: what the box is taken for (`known`), and what may be taken up in place of what was typed
/// (`offers`), each with the `text` that stands there then.
pub fn answered(asked: &Asked, board: &Board) -> String {
    let chosen = Some(asked.chosen.as_str()).filter(|chosen| !chosen.is_empty());
    let typed = asked.typed.as_str();
    let known = stands_for(chosen, &asked.label);
    let offers = match asked.field.as_str() {
        "Label" => completions(typed),
        "Component" if typed.trim().is_empty() => alternatives(chosen, &asked.label, known),
        "Component" => named(&search(typed)).take(MOST_FOUND).collect(),
        "Owner" => line::owners(board, typed),
        "Line" => line::offers(board, typed),
        _ => Vec::new(),
    };
    json!({
        "on": asked.on,
        "typed": typed,
        "known": said(chosen, &asked.label, known),
        "offers": offers,
    })
    .to_string()
}

/// What the box is taken for; nothing while it has no name.
fn said(chosen: Option<&str>, label: &str, known: Option<&'static Component>) -> Value {
    let how = if chosen.is_some() { "chosen" } else { "read" };
    match (known, chosen) {
        (Some(known), _) => json!({
            "name": known.name,
            "how": how,
            "note": good_for(known),
            "tip": facts(known),
        }),
        (None, Some(NO_COMPONENT)) => json!({ "name": "No component, as you chose", "how": "none" }),
        (None, Some(id)) => {
            json!({ "name": format!("{id}, which the catalogue does not know"), "how": "none" })
        }
        (None, None) if label.trim().is_empty() => Value::Null,
        (None, None) => json!({ "name": "No known component", "how": "none" }),
    }
}

/// What kind of product it is, how it works and runs, in the catalogue's words, and what it is not for.
fn facts(known: &Component) -> String {
    let family = known.family.as_str().replace('-', " ");
    let mode = known.mode.map(|mode| mode.as_str());
    let facts: Vec<&str> = [Some(family.as_str()), mode, Some(known.hosting.as_str())]
        .into_iter()
        .flatten()
        .collect();
    let not_for = purpose(known).map_or("", |purpose| purpose.not_for);
    format!("{}. Not for {not_for}.", facts.join(" · "))
}

/// Components to choose from.
fn named(found: &[&'static Component]) -> impl Iterator<Item = Value> {
    let offer = |known: &&Component| offer(known.id, known.name, good_for(known));
    found.iter().map(offer)
}

fn offer(text: &str, name: &str, note: &str) -> Value {
    json!({ "text": text, "name": name, "note": note })
}

fn good_for(known: &Component) -> &'static str {
    purpose(known).map_or("", |purpose| purpose.good_for)
}

/// The label with its last words completed, each way that there is.
fn completions(label: &str) -> Vec<Value> {
    let Some(found) = complete(label) else {
        return Vec::new();
    };
    let before = label.get(..found.from).unwrap_or_default();
    let offers = found.components.into_iter().filter_map(|known| {
        let text = format!("{before}{}", known.name);
        (text != label).then(|| offer(&text, known.name, good_for(known)))
    });
    offers.take(MOST_COMPLETIONS).collect()
}

/// What a box may be taken for instead, before anything is looked for.
fn alternatives(chosen: Option<&str>, label: &str, known: Option<&'static Component>) -> Vec<Value> {
    let read = recognise(label).map(|found| found.component);
    let by_label = chosen.map(|_| {
        let name = read.map_or("no known component", |read| read.name);
        offer("", "What the label says", name)
    });
    let is_some = known.is_some() || chosen.is_some_and(|id| id != NO_COMPONENT);
    let none = is_some.then(|| offer(NO_COMPONENT, "No component", "the label only sounds like one"));
    let others: Vec<_> = match known.or(read) {
        Some(known) => similar(known).collect(),
        None => misspelt(label).into_iter().collect(),
    };
    by_label.into_iter().chain(none).chain(named(&others)).collect()
}

/// The component whose name or alias is nearest to `label`, if it is near.
fn misspelt(label: &str) -> Option<&'static Component> {
    let typed = label.trim().to_ascii_lowercase();
    let names = components().iter().flat_map(Component::aliases);
    recognise(nearest(&typed, names)?).map(|found| found.component)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(chosen: &str, label: &str, field: &str, typed: &str) -> Value {
        let asked = Asked {
            on: "a box".to_owned(),
            chosen: chosen.to_owned(),
            label: label.to_owned(),
            field: field.to_owned(),
            typed: typed.to_owned(),
        };
        let answer = answered(&asked, &Board::default());
        serde_json::from_str(&answer).expect("the answer is JSON")
    }

    fn texts(answer: &Value) -> Vec<&str> {
        let offers = answer["offers"].as_array().expect("a list of offers");
        offers.iter().filter_map(|offer| offer["text"].as_str()).collect()
    }

    #[test]
    fn a_label_is_said_to_be_what_the_rules_take_it_for() {
        let cases = [
            ("", "DLT", "Lakeflow Declarative Pipelines", "read"),
            ("amazon-msk", "DLT", "Amazon MSK", "chosen"),
            ("none", "DLT", "No component, as you chose", "none"),
            (
                "of-later",
                "DLT",
                "of-later, which the catalogue does not know",
                "none",
            ),
            ("", "Ledger of trades", "No known component", "none"),
        ];
        for (chosen, label, name, how) in cases {
            let known = &ask(chosen, label, "Constraints", "")["known"];
            assert_eq!(
                (&known["name"], &known["how"]),
                (&json!(name), &json!(how)),
                "{label}"
            );
        }
        assert_eq!(ask("", " ", "Label", " ")["known"], Value::Null);
        let kafka = &ask("", "Kafka", "Label", "Kafka")["known"];
        assert_eq!(
            kafka["tip"],
            "event log · streaming · always-on. Not for queries, request and response, an archive without tiering."
        );
        assert_eq!(
            kafka["note"],
            "a durable, ordered log that many can read, and read again"
        );
    }

    #[test]
    fn a_label_is_completed_as_a_whole() {
        let complete = |typed| ask("", typed, "Label", typed);
        let raw = complete("Raw ms");
        assert_eq!((&raw["typed"], &raw["on"]), (&json!("Raw ms"), &json!("a box")));
        assert_eq!(texts(&raw)[0], "Raw Amazon MSK");
        assert!(!texts(&complete("Apache Kafka")).contains(&"Apache Kafka"));
        assert!(texts(&complete("st")).len() <= MOST_COMPLETIONS);
    }

    #[test]
    fn what_to_choose_begins_with_the_ways_back() {
        let choose = |chosen, label, typed| ask(chosen, label, "Component", typed);
        assert_eq!(texts(&choose("", "Kafka", ""))[..2], ["none", "confluent-cloud"]);
        assert_eq!(
            texts(&choose("amazon-msk", "Kafka", ""))[..3],
            ["", "none", "apache-kafka"]
        );
        assert_eq!(texts(&choose("none", "Kafka", ""))[..2], ["", "confluent-cloud"]);
        assert_eq!(texts(&choose("", "Kafak", "")), ["apache-kafka"]);
        assert!(texts(&choose("", "Ledger of trades", "")).is_empty());
        assert_eq!(texts(&choose("", "Kafka", "msk")), ["amazon-msk"]);
    }
}
