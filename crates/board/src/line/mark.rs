//! Where the parts of a line begin and end.

use std::ops::Range;

use sorted::Map;

use super::escape::is_word;
use crate::Role;
use crate::words::find;

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The role, inside its brackets.
    Role,
    /// The label.
    Label,
    /// The constraints.
    Constraints,
    /// The owner, behind its `@`.
    Owner,
    /// What asks for it, behind `because`.
    Because,
    /// An alternative with its why, behind `not`.
    Rejected,
}

/// The parts of a line as typed, in order, each with its byte range without marks and blanks around it.
///
/// A part that has begun and is still empty is there with an empty range, so that completion knows where it stands.
/// Takes linear time.
pub fn parts(text: &str) -> Vec<(Part, Range<usize>)> {
    let mut scan = Scan {
        text,
        pairs: pairs(text),
        parts: Vec::new(),
        part: Part::Label,
        begin: 0,
        seen: Vec::new(),
    };
    scan.role();
    scan.run();
    scan.parts
}

/// The `(` that the `)` at the very end of `text` closes.
pub(super) fn last_parentheses(text: &str) -> Option<usize> {
    let last = text.len().checked_sub(1)?;
    let pairs = pairs(text);
    pairs
        .into_iter()
        .find(|&(_, close)| close == last)
        .map(|(open, _)| open)
}

/// For each `(` that is closed, where.
fn pairs(text: &str) -> Map<usize, usize> {
    let mut pairs = Map::new();
    let mut open = Vec::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '(' => open.push(at),
            ')' => {
                if let Some(begin) = open.pop() {
                    pairs.insert(begin, at);
                }
            }
            _ => {}
        }
    }
    pairs
}

struct Scan<'t> {
    text: &'t str,
    pairs: Map<usize, usize>,
    parts: Vec<(Part, Range<usize>)>,
    part: Part,
    begin: usize,
    seen: Vec<Part>,
}

impl Scan<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn role(&mut self) {
        let blanks = self.text.len() - self.text.trim_start().len();
        let Some((word, _)) = self
            .rest(blanks)
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'))
        else {
            return;
        };
        if find::<Role>(&word.trim().to_ascii_lowercase()).is_some() {
            let end = blanks + 1 + word.len();
            self.push(Part::Role, blanks + 1, end);
            self.begin = end + 1;
        }
    }

    fn run(&mut self) {
        let mut at = self.begin;
        let mut word_begins = true;
        while let Some(c) = self.rest(at).chars().next() {
            if word_begins && let Some((part, mark)) = self.mark(at) {
                self.end(at);
                self.part = part;
                self.seen.push(part);
                at += mark;
                self.begin = at;
                word_begins = true;
                continue;
            }
            if c == ':' && self.part == Part::Label && self.ends_word(at + 1) {
                self.end(at);
                self.part = Part::Constraints;
                self.begin = at + 1;
            }
            at = self.after(at, c);
            word_begins = c.is_whitespace();
        }
        self.end(self.text.len());
    }

    /// The place behind `c` at `at`: behind the whole of an escape or a pair of parentheses.
    fn after(&self, at: usize, c: char) -> usize {
        match (c, self.pairs.get(&at)) {
            ('\\', _) => at + 1 + self.rest(at + 1).chars().next().map_or(0, char::len_utf8),
            (_, Some(close)) => close + 1,
            _ => at + c.len_utf8(),
        }
    }

    fn ends_word(&self, at: usize) -> bool {
        self.rest(at).chars().next().is_none_or(char::is_whitespace)
    }

    /// The part that a mark at `at` begins, and how long the mark is.
    fn mark(&self, at: usize) -> Option<(Part, usize)> {
        let rest = self.rest(at);
        if rest.starts_with('@') && !self.ends_word(at + 1) && !self.seen.contains(&Part::Owner) {
            Some((Part::Owner, 1))
        } else if is_word(rest, "because") && !self.seen.contains(&Part::Because) {
            Some((Part::Because, 7))
        } else if is_word(rest, "not") && (self.takes_bare(at) || self.has_why(at + 3)) {
            Some((Part::Rejected, 3))
        } else {
            None
        }
    }

    /// An alternative may stand here without a why.
    fn takes_bare(&self, at: usize) -> bool {
        match self.part {
            Part::Owner | Part::Rejected => true,
            Part::Because => {
                let (answers, rest) = super::questions(self.text.get(self.begin..at).unwrap_or_default());
                !answers.is_empty() && rest.trim().is_empty()
            }
            _ => false,
        }
    }

    /// A pair of parentheses ends the text between `at` and whatever else may be a mark.
    fn has_why(&self, mut at: usize) -> bool {
        let mut closed = false;
        let mut word_begins = false;
        while let Some(c) = self.rest(at).chars().next() {
            let rest = self.rest(at);
            let ends_label = self.part == Part::Label && c == ':' && self.ends_word(at + 1);
            if ends_label
                || word_begins && (rest.starts_with('@') || is_word(rest, "because") || is_word(rest, "not"))
            {
                break;
            }
            let pair = self.pairs.contains_key(&at);
            closed = pair || (closed && c.is_whitespace());
            word_begins = c.is_whitespace();
            at = self.after(at, c);
        }
        closed
    }

    fn end(&mut self, at: usize) {
        if self.part != Part::Label
            || !self
                .text
                .get(self.begin..at)
                .unwrap_or_default()
                .trim()
                .is_empty()
        {
            self.push(self.part, self.begin, at);
        }
    }

    fn push(&mut self, part: Part, begin: usize, end: usize) {
        let raw = self.text.get(begin..end).unwrap_or_default();
        let begin = end - raw.trim_start().len();
        self.parts.push((part, begin..begin + raw.trim().len()));
    }
}
