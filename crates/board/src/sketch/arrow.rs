//! The marks of an edge's line: the arrow, the end that it points to, the label in quotes.

use crate::EdgeKind;
use crate::line::{Part, parts, unescaped};

/// The arrows of the notation.
pub(super) const ARROWS: [(&str, EdgeKind); 3] = [
    ("->", EdgeKind::Data),
    ("-failure->", EdgeKind::Failure),
    ("-control->", EdgeKind::Control),
];

/// What is wrong, and what to do about it.
pub(super) type Fault = (String, String);

pub(super) fn fault<T>(what: impl Into<String>, remedy: impl Into<String>) -> Result<T, Fault> {
    Err((what.into(), remedy.into()))
}

/// What stands before the first arrow, the arrow's kind, and what stands behind it.
pub(super) fn arrow(line: &str) -> Option<(&str, EdgeKind, &str)> {
    let mut at = 0;
    for word in line.split(char::is_whitespace) {
        if word.starts_with('@') || word.ends_with(':') {
            return None;
        }
        if let Some(&(_, kind)) = ARROWS.iter().find(|(arrow, _)| *arrow == word) {
            let tail = line.get(at + word.len()..).unwrap_or_default();
            return Some((line.get(..at).unwrap_or_default(), kind, tail));
        }
        at += word.len();
        at += line
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
    }
    None
}

/// The end that an arrow points to, the edge's label, and the rest of the line.
pub(super) fn target(tail: &str) -> Result<(String, String, &str), Fault> {
    let end = match parts(tail).first() {
        Some((Part::Label, range)) => range.clone(),
        _ => 0..0,
    };
    let name = tail.get(end.clone()).unwrap_or_default();
    match name.find('"') {
        None => Ok((
            unescaped(name),
            String::new(),
            tail.get(end.end..).unwrap_or_default(),
        )),
        Some(quote) => {
            let label = tail.get(end.start + quote + 1..).unwrap_or_default();
            let Some(close) = closing_quote(label) else {
                return fault("the label of the edge has no end", "put a \" behind it");
            };
            let name = name.get(..quote).unwrap_or_default().trim();
            let rest = label.get(close + 1..).unwrap_or_default();
            Ok((
                unescaped(name),
                unescaped(label.get(..close).unwrap_or_default()),
                rest,
            ))
        }
    }
}

fn closing_quote(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '"' => return Some(at),
            _ => {}
        }
    }
    None
}
