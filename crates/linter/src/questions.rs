//! What a person asks of the board that is open: what if, and what an interviewer would give for it.
//!
//! The page asks by two texts, what is asked and a question of that kind as JSON, and hears three: both of them again, so
//! that it knows what this is the answer to, and the answer as JSON.
//!
//! | asked | question | answer |
//! |---|---|---|
//! | `stress` | `{"kind":"spike","factor","lasts"}`, `{"kind":"outage","at","lasts"}`, `{"kind":"slow","at","factor","lasts"}`, `{"kind":"deploy","at","lasts"}`, `{"kind":"half-the-bill"}`, `{"kind":"walk","at","from"}`; what is left out is as the board says, else assumed | what if, ready to be [drawn and played](crate::what_if) |
//! | `score` | none | [marks](crate::marks) |

use board::Board;
use lint::{Options, Session};
use score::Score;
use serde_json::Value;

use crate::{marks, what_if};

/// What `asked` of `board` and the session in which it was drawn is answered with, as JSON; `null` where nothing of that
/// name can be asked.
pub fn answered(asked: &str, question: &str, board: &Board, session: &Session) -> String {
    match asked {
        "stress" => what_if::answered(question, board).to_string(),
        "score" => {
            let report = lint::check_in(session, board, &Options::default());
            marks::written(&Score::of(board, &report)).to_string()
        }
        _ => Value::Null.to_string(),
    }
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
    fn what_is_not_known_is_not_answered() {
        assert_eq!(ask("stress", r#"{"kind":"outage","at":"kafka"}"#)["at"], "kafka");
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
