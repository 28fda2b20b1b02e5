//! The magnitude behind a number: `k`, `million`, and the letters that are one only in front of what is counted.

use winnow::combinator::{alt, opt};
use winnow::{Parser, error::EmptyError};

use crate::cursor::{Cursor, Found, known, peek, word};
use crate::token::{Kind, Token};
use crate::{measured, unit};

/// The magnitude behind a number, or one.
pub(crate) fn magnitude<'s, 't: 's>(input: &mut Cursor<'s, 't>, money: bool) -> f64 {
    let may_follow = |next: &Token<'_>| {
        unit::magnitude(next.text, next.known).is_some() || matches!(next.lower, "m" | "b")
    };
    if !peek(input).is_some_and(may_follow) {
        return 1.0;
    }
    let plain = known(|token| unit::magnitude(token.text, token.known));
    let letter = |input: &mut Cursor<'s, 't>| ambiguous_letter(input, money);
    let first: Found<Option<f64>> = opt(alt((plain, letter))).parse_next(input);
    let more = known(|token| token.known.magnitude.filter(|_| token.lower.len() > 2));
    match first {
        Ok(Some(scale)) => scale * opt(more).parse_next(input).ok().flatten().unwrap_or(1.0),
        _ => 1.0,
    }
}

/// A small `m` is a million, and a `b` a billion, in front of what is counted or of a slash and a time; `m` behind
/// a figure is a minute otherwise, and `B` a byte.
fn ambiguous_letter<'s, 't: 's>(input: &mut Cursor<'s, 't>, money: bool) -> Found<f64> {
    let letter = word(&["m", "b"]).parse_next(input)?;
    let minutes = letter.lower == "m";
    let counts = money || peek(input).is_some_and(|next| counts_on(next)) || {
        let mut ahead = *input;
        measured::per_time(&mut ahead).is_ok_and(|period| {
            if minutes {
                period <= unit::DAY
            } else {
                period > 1.0 || letter.text == "b"
            }
        })
    };
    match (counts, minutes) {
        (true, true) => Ok(1e6),
        (true, false) => Ok(1e9),
        _ => Err(EmptyError),
    }
}

fn counts_on(next: &Token<'_>) -> bool {
    next.kind == Kind::Word
        && (next.known.is_countable
            || next.known.rate.is_some()
            || matches!(next.lower, "daily" | "concurrent" | "active" | "monthly" | "user"))
}
