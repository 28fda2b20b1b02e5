//! Answers for programs.

use serde::Serialize;
use serde_json::Value;

use crate::outcome::Outcome;

/// `answer` as one line of JSON.
pub(crate) fn line(answer: &impl Serialize) -> Outcome {
    match serde_json::to_string(answer) {
        Ok(json) => Outcome::answer(json + "\n"),
        Err(error) => Outcome::failure(error),
    }
}

/// A number as people would write it: 99 and not 99.0; null for none.
pub(crate) fn number(number: Option<f64>) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number {
        None => Value::Null,
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        Some(number) if number.fract() == 0.0 && number.abs() < EXACT => Value::from(number as i64),
        Some(number) => Value::from(number),
    }
}
