//! What a person asks of the board that is open: what if, and what an interviewer would give for it.
//!
//! The page asks by two texts, what is asked and a question of that kind as JSON, and hears three: both of them again, so
//! that it knows what this is the answer to, and the answer as JSON.
//!
//! | asked | question | answer |
//! |---|---|---|
//! | `offer` | none | `{"spike","outage","recovery","boxes":[{"id","label","role"}],"has_costs"}`: what the board itself says of spikes and outages, to begin with, and the boxes that may be hit |
//! | `stress` | `{"kind":"spike","factor","lasts"}`, `{"kind":"outage","at","lasts"}`, `{"kind":"slow","at","factor","lasts"}`, `{"kind":"deploy","at","lasts"}`, `{"kind":"half-the-bill"}`; without `lasts` as long as the board says, else without end | an [`Answer`], with the backlogs as corners of straight courses; or `{"error","meant"}` |
//! | `score` | none | [`score::json`] |
//!
//! Times are in seconds and begin with what happens, so that the page can play an answer without reckoning: between two
//! corners a backlog is straight, and a promise is broken in the stretches that it lists.

use analysis::Readings;
use analysis::stress::{Answer, Kind, Spike, Stated, StressError, WhatIf};
use board::graph::Graph;
use board::{Board, BoxId};
use lint::{Options, Session};
use score::Score;
use serde_json::{Value, json};

/// What `asked` of `board` and the session in which it was drawn is answered with, as JSON; `null` where nothing of that
/// name can be asked.
pub fn answered(asked: &str, question: &str, board: &Board, session: &Session) -> String {
    match asked {
        "offer" => offered(board).to_string(),
        "stress" => stressed(question, board),
        "score" => {
            let report = lint::check_in(session, board, &Options::default());
            score::json::line("", &Score::of(board, &report))
        }
        _ => Value::Null.to_string(),
    }
}

fn offered(board: &Board) -> Value {
    let graph = Graph::new(board);
    let readings = Readings::of(&graph);
    let stated = Stated::of(&graph, &readings);
    let boxes = graph.boxes().filter(|node| node.record.role.is_stage());
    let boxes = boxes.map(|node| {
        let label = node.record.label.trim();
        json!({ "id": node.id.as_str(), "label": label, "role": node.record.role.as_str() })
    });
    let spike = stated
        .spike
        .map(|spike| json!({ "factor": spike.factor, "lasts": spike.lasts }));
    json!({
        "spike": spike,
        "outage": stated.outage,
        "recovery": stated.recovery,
        "boxes": Value::from_iter(boxes),
        "has_costs": Answer::of_graph(&graph, &readings, &WhatIf::HalfTheBill).is_ok(),
    })
}

fn stressed(question: &str, board: &Board) -> String {
    let Some(what_if) = read(question) else {
        return json!({ "error": "the question cannot be read", "meant": null }).to_string();
    };
    match Answer::of(board, &what_if) {
        Ok(answer) => answer.write(),
        Err(error) => {
            let meant = match &error {
                StressError::UnknownBox { meant, .. } => meant.clone(),
                _ => None,
            };
            json!({ "error": error.to_string(), "meant": meant }).to_string()
        }
    }
}

/// The question as the page writes it.
fn read(question: &str) -> Option<WhatIf> {
    let question: Value = serde_json::from_str(question).ok()?;
    let number = |name: &str| question.get(name).and_then(Value::as_f64);
    let at = || BoxId::new(question.get("at")?.as_str()?).ok();
    let lasts = number("lasts");
    let kind = question.get("kind")?.as_str()?;
    let is = |known: Kind| known.as_str() == kind;
    if is(Kind::Spike) {
        let factor = number("factor")?;
        return Some(WhatIf::Spike(Spike { factor, lasts }));
    }
    if is(Kind::Outage) {
        return Some(WhatIf::Outage { at: at()?, lasts });
    }
    if is(Kind::Slow) {
        let (at, factor) = (at()?, number("factor")?);
        return Some(WhatIf::Slow { at, factor, lasts });
    }
    if is(Kind::Deploy) {
        return Some(WhatIf::Deploy { at: at()?, lasts });
    }
    is(Kind::HalfTheBill).then_some(WhatIf::HalfTheBill)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    const BOARD: &str = "scope volume: 10k ev/s average, 50k ev/s peak, 10x spike for 10 min\nscope latency: p99 ≤ 2 s\n\
        scope failure: survives a 2 h outage, RTO 15 min\n[ingest] Kafka: 500k ev/s, 7-day replay, $5k/mo\n\
        [process] Scoring: 100k ev/s, p99 80 ms\n[serve] API: p99 100 ms\n[consumer] Till\n\
        Kafka -> Scoring\nScoring -> API\nAPI -> Till";

    fn ask(asked: &str, question: &str) -> Value {
        let board = board::sketch::read(BOARD).unwrap();
        serde_json::from_str(&answered(asked, question, &board, &Session::default())).unwrap()
    }

    #[test]
    fn the_board_itself_says_what_to_begin_with() {
        let offer = ask("offer", "");
        assert_eq!(offer["spike"], json!({ "factor": 10.0, "lasts": 600.0 }));
        assert_eq!(
            (offer["outage"].as_f64(), offer["recovery"].as_f64()),
            (Some(7_200.0), Some(900.0))
        );
        assert_eq!(
            offer["boxes"][1],
            json!({ "id": "scoring", "label": "Scoring", "role": "process" })
        );
        assert_eq!(offer["boxes"].as_array().unwrap().len(), 3);
        assert_eq!(offer["has_costs"], true);
    }

    #[test]
    fn every_kind_of_question_is_answered() {
        let questions = [
            (r#"{"kind":"spike","factor":10,"lasts":600}"#, "spike"),
            (r#"{"kind":"outage","at":"kafka"}"#, "outage"),
            (r#"{"kind":"slow","at":"scoring","factor":3,"lasts":60}"#, "slow"),
            (r#"{"kind":"deploy","at":"api","lasts":30}"#, "deploy"),
            (r#"{"kind":"half-the-bill"}"#, "half-the-bill"),
        ];
        for (question, kind) in questions {
            assert_eq!(ask("stress", question)["kind"], kind, "{question}");
        }
        let answer = ask("stress", questions[0].0);
        let buffer = &answer["buffers"]["rows"][0];
        assert_eq!(buffer["at"], "scoring");
        // Up by 400k a second for ten minutes, and down by 90k.
        assert_eq!(
            buffer["backlog"]["rows"][1],
            json!({ "at": 600.0, "value": 2.4e8 })
        );
        assert_eq!(answer["promises"]["rows"][0]["kind"], "latency");
    }

    #[test]
    fn what_cannot_be_asked_says_so() {
        let unknown = ask("stress", r#"{"kind":"outage","at":"kafak"}"#);
        assert_eq!(
            (unknown["error"].as_str(), unknown["meant"].as_str()),
            (Some("no box is called `kafak`"), Some("kafka"))
        );
        for question in [
            "",
            "{}",
            "[]",
            r#"{"kind":"spike"}"#,
            r#"{"kind":"outage","at":7}"#,
            r#"{"kind":"flood"}"#,
        ] {
            assert_eq!(
                ask("stress", question)["error"],
                "the question cannot be read",
                "{question}"
            );
        }
        assert!(ask("stress", r#"{"kind":"spike","factor":0}"#)["error"].is_string());
        assert_eq!(ask("weather", ""), Value::Null);
    }

    #[test]
    fn the_score_comes_with_its_reasons() {
        let score = ask("score", "");
        assert_eq!(score["dimensions"].as_array().unwrap().len(), 5);
        assert!(
            score["dimensions"][0]["criteria"][1]["costs"][0]["message"].is_string(),
            "{score}"
        );
    }
}
