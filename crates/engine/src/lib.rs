//! The linter as a package of npm: the text of a board in, what an interviewer would say of it out.
//!
//! What goes over the border to JavaScript is text alone, so that the glue is small and each side can be read by itself: a
//! board or a sketch and [options](Choice) as JSON come in, the keys of a board in [`lint::json`] go out, or a [`Refusal`].
//! `package/` holds what people call: types, the typed error, and one start for node and one for browsers.

mod choice;
mod refusal;

use board::file;
use board::{Board, sketch};
use lint::{RULES, Session};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

pub use choice::Choice;
pub use refusal::Refusal;

/// What is said of one board.
#[derive(Serialize)]
struct Answer<S> {
    #[serde(flatten)]
    said: S,
    /// It holds what was asked to fail.
    fails: bool,
    /// What of the text was not understood and left out.
    left_out: Vec<String>,
}

/// Judges a board in the text of a file or as a sketch, by `options` as JSON; the answer as JSON.
///
/// # Errors
/// A [`Refusal`] as JSON where the text is no board or the options mean nothing.
#[wasm_bindgen]
pub fn lint(text: &str, options: &str) -> Result<String, String> {
    judged(text, options).map_err(|refusal| refusal.json())
}

/// Every rule as JSON, in the order in which an interviewer would raise them.
#[wasm_bindgen]
pub fn rules() -> String {
    let rows: Vec<Row> = RULES
        .iter()
        .map(|rule| Row {
            rule: rule.code,
            name: rule.name,
            severity: rule.severity.as_str(),
            summary: rule.summary,
        })
        .collect();
    written(&rows)
}

/// A rule as it is listed.
#[derive(Serialize)]
struct Row {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    summary: &'static str,
}

fn judged(text: &str, options: &str) -> Result<String, Refusal> {
    let choice = Choice::read(options)?;
    let opened = Opened::read(text)?;
    let report = lint::check_in(&opened.session, &opened.board, &choice.options);
    Ok(written(&Answer {
        said: lint::json::said(&report),
        fails: choice.gate.fails(&report),
        left_out: opened.left_out,
    }))
}

/// What was read from a text.
struct Opened {
    board: Board,
    session: Session,
    left_out: Vec<String>,
}

impl Opened {
    /// Reads a file, which begins with a brace, or else a sketch.
    fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim_start_matches('\u{FEFF}');
        if !text.trim_start().starts_with('{') {
            return Ok(Self {
                board: sketch::read(text)?,
                session: Session::default(),
                left_out: Vec::new(),
            });
        }
        let opened = file::read(text)?;
        Ok(Self {
            session: Session::of(&opened.log),
            board: opened.board,
            left_out: opened.dropped.iter().map(ToString::to_string).collect(),
        })
    }
}

/// Plain structs of strings and numbers cannot fail to serialise.
fn written(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const SKETCH: &str = "[ingest] Kafka: 500k ev/s\n[process] Scoring\nKafka -> Scoring";

    fn answer(text: &str, options: &Value) -> Value {
        serde_json::from_str(&lint(text, &options.to_string()).unwrap()).unwrap()
    }

    fn refused(text: &str, options: &str) -> Value {
        serde_json::from_str(&lint(text, options).unwrap_err()).unwrap()
    }

    fn rules_of(answer: &Value) -> Vec<&str> {
        let findings = answer["findings"].as_array().unwrap();
        findings
            .iter()
            .filter_map(|finding| finding["rule"].as_str())
            .collect()
    }

    #[test]
    fn a_sketch_and_its_file_are_judged_alike() {
        let board = sketch::read(SKETCH).unwrap();
        let file = file::write(&board, &[]);
        assert_eq!(answer(SKETCH, &json!({})), answer(&file, &json!({})));
        assert!(rules_of(&answer(SKETCH, &json!({}))).contains(&"OWN001"));
        assert_eq!(answer(SKETCH, &json!({}))["fails"], true);
    }

    #[test]
    fn options_choose_rules_and_what_fails() {
        let quiet = answer(SKETCH, &json!({ "rules": { "all": "off", "OWN": "warning" } }));
        assert_eq!(quiet["findings"][0]["severity"], "warning");
        assert!(rules_of(&quiet).iter().all(|rule| rule.starts_with("OWN")));
        assert_eq!(quiet["fails"], false);
        let never = json!({ "profile": "strict", "fail-on": "never", "strict": false });
        assert_eq!(answer(SKETCH, &never)["fails"], false);
        assert_eq!(answer(SKETCH, &json!({ "profile": "strict" }))["fails"], true);
    }

    #[test]
    fn the_day_decides_whether_an_allow_still_holds() {
        let text = format!("{SKETCH}\nallow OWN001 on e1 until 2026-06-30: agreed by both teams");
        let on = |day: &str| rules_of(&answer(&text, &json!({ "today": day }))).contains(&"OWN001");
        assert!(!on("2026-06-30") && on("2026-07-01"));
    }

    #[test]
    fn a_text_that_is_no_board_is_refused_with_place_and_remedy() {
        let torn = refused("{\n  \"sketchlint\": 1,\n", "{}");
        assert_eq!(torn["problems"][0]["line"], 3);
        let place = refused(
            r#"{ "sketchlint": 1, "boxes": [{ "id": "a", "role": "ingestt", "label": "A", "at": [0, 0] }] }"#,
            "{}",
        );
        assert_eq!(place["problems"][0]["place"], "boxes[0].role");
        assert!(
            place["message"]
                .as_str()
                .unwrap()
                .contains("line 1, boxes[0].role: ")
        );
        let sketch = refused("[ingest] Kafka\nKafka -> Nowhere", "{}");
        assert_eq!(sketch["problems"][0]["line"], 2);
        assert!(!sketch["problems"][0]["remedy"].as_str().unwrap().is_empty());
    }

    #[test]
    fn what_is_left_out_is_said() {
        let file = r#"{ "sketchlint": 1, "colour": "red" }"#;
        let left_out = &answer(file, &json!({}))["left_out"];
        assert!(left_out[0].as_str().unwrap().contains("colour"), "{left_out}");
    }

    #[test]
    fn every_rule_is_listed() {
        let rows: Value = serde_json::from_str(&rules()).unwrap();
        assert_eq!(rows.as_array().unwrap().len(), RULES.len());
    }
}
