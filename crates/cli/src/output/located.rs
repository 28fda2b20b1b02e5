//! Where in a board's file a place and its words stand.

use std::collections::BTreeMap;
use std::ops::Range;

use lint::{Field, Place, TextSpan};
use serde::Deserialize;
use serde_json::value::RawValue;

type Object<'t> = BTreeMap<String, &'t RawValue>;

/// The file of a board, with a way from places to bytes.
pub(crate) struct Located<'t> {
    text: &'t str,
    title: Option<&'t RawValue>,
    scope: Object<'t>,
    boxes: Object<'t>,
    edges: Object<'t>,
    wrap: Option<&'t RawValue>,
    /// Where each line begins.
    lines: Vec<usize>,
}

/// The parts of a file that findings speak of, each as it stands in the text.
#[derive(Default, Deserialize)]
struct Parts<'t> {
    #[serde(borrow, default)]
    title: Option<&'t RawValue>,
    #[serde(borrow, default)]
    scope: Option<Object<'t>>,
    #[serde(borrow, default)]
    boxes: Option<Vec<&'t RawValue>>,
    #[serde(borrow, default)]
    edges: Option<Vec<&'t RawValue>>,
    #[serde(borrow, default)]
    wrap: Option<&'t RawValue>,
}

impl<'t> Located<'t> {
    /// Looks through the text of a file that could be read as a board.
    pub(crate) fn new(text: &'t str) -> Self {
        let json = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let parts: Parts<'t> = serde_json::from_str(json).unwrap_or_default();
        let newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            title: parts.title,
            scope: parts.scope.unwrap_or_default(),
            boxes: by_id(parts.boxes),
            edges: by_id(parts.edges),
            wrap: parts.wrap,
            lines: std::iter::once(0).chain(newlines).collect(),
        }
    }

    /// The line, counted from 1, that the byte `at` stands on.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&begin| begin <= at)
    }

    /// The line and the column of the byte `at`, counted from 1, the column in characters.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let begin = self
            .lines
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let before = self.text.get(begin..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// The bytes of the board's title.
    pub(crate) fn title(&self) -> Option<Range<usize>> {
        self.title.map(|raw| self.within_quotes(raw))
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// The bytes that name `place`: a box's label, an edge's id, an answer's text.
    pub(crate) fn place(&self, place: &Place) -> Option<Range<usize>> {
        match place {
            Place::Box(id) => {
                let record = object(self.boxes.get(id.as_str())?)?;
                record
                    .get("label")
                    .or_else(|| record.get("id"))
                    .map(|raw| self.within_quotes(raw))
            }
            Place::Edge(id) => {
                let record = object(self.edges.get(id.as_str())?)?;
                record.get("id").map(|raw| self.within_quotes(raw))
            }
            Place::Answer(_) => self.field(place, Field::Text).map(|raw| self.within_quotes(raw)),
            Place::Wrap => self.wrap.map(|raw| first_line(&self.range(raw), self.text)),
            Place::Session | Place::Board => None,
        }
    }

    /// The bytes of the words that `span` speaks of.
    pub(crate) fn words(&self, span: &TextSpan) -> Option<Range<usize>> {
        let raw = self.field(&span.place, span.field)?;
        let words = encoded(raw.get(), span.start, span.end)?;
        let begin = self.range(raw).start;
        Some(begin + words.start..begin + words.end)
    }

    fn field(&self, place: &Place, field: Field) -> Option<&'t RawValue> {
        let record = match place {
            Place::Box(id) => object(self.boxes.get(id.as_str())?)?,
            Place::Edge(id) => object(self.edges.get(id.as_str())?)?,
            Place::Answer(question) => object(self.scope.get(question.as_str())?)?,
            Place::Wrap | Place::Session | Place::Board => return None,
        };
        let raw = record.get(field.as_str())?;
        match field {
            Field::Because => object(raw)?.get("text").copied(),
            _ => Some(raw),
        }
    }

    fn within_quotes(&self, raw: &RawValue) -> Range<usize> {
        let range = self.range(raw);
        if raw.get().starts_with('"') && raw.get().len() > 2 {
            range.start + 1..range.end - 1
        } else {
            range
        }
    }

    /// Raw values borrow from the text, so that their address tells where they stand.
    fn range(&self, raw: &RawValue) -> Range<usize> {
        let start = raw
            .get()
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        start..start + raw.get().len()
    }
}

fn object<'t>(raw: &'t RawValue) -> Option<Object<'t>> {
    serde_json::from_str(raw.get()).ok()
}

/// The records by their ids; of two with one id the first.
fn by_id(records: Option<Vec<&RawValue>>) -> Object<'_> {
    #[derive(Deserialize)]
    struct Named {
        id: String,
    }
    let id = |raw: &RawValue| serde_json::from_str(raw.get()).ok().map(|Named { id }| id);
    let named = records.into_iter().flatten().rev();
    named.filter_map(|raw| Some((id(raw)?, raw))).collect()
}

fn first_line(range: &Range<usize>, text: &str) -> Range<usize> {
    let lines = text.get(range.clone()).unwrap_or_default();
    range.start..range.start + lines.lines().next().map_or(0, str::len)
}

/// Where the bytes `start..end` of a string stand in its JSON `literal`, escapes reckoned with.
fn encoded(literal: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let (mut from, mut to) = (None, None);
    let mut decoded = 0;
    let mut at = 1;
    loop {
        if from.is_none() && decoded >= start {
            from = Some(at);
        }
        if to.is_none() && decoded >= end {
            to = Some(at);
        }
        if let (Some(from), Some(to)) = (from, to) {
            return Some(from..to);
        }
        let rest = literal.get(at..)?;
        let (taken, meant) = one_character(rest)?;
        at += taken;
        decoded += meant;
    }
}

/// The bytes that the next character of a JSON string takes, and those that it stands for; nothing at its end.
fn one_character(rest: &str) -> Option<(usize, usize)> {
    let mut chars = rest.chars();
    match chars.next()? {
        '"' => None,
        '\\' if chars.next()? == 'u' => {
            let taken = if rest.get(6..8) == Some("\\u") && is_high_surrogate(rest) {
                12
            } else {
                6
            };
            let character: String = serde_json::from_str(&format!("\"{}\"", rest.get(..taken)?)).ok()?;
            Some((taken, character.len()))
        }
        '\\' => Some((2, 1)),
        c => Some((c.len_utf8(), c.len_utf8())),
    }
}

fn is_high_surrogate(escape: &str) -> bool {
    let unit = escape
        .get(2..6)
        .and_then(|digits| u16::from_str_radix(digits, 16).ok());
    unit.is_some_and(|unit| (0xD800..0xDC00).contains(&unit))
}

#[cfg(test)]
mod tests {
    use board::{BoxId, Question};

    use super::*;

    const FILE: &str = r#"{ "sketchlint": 1, "scope": { "latency": { "text": "p99 \u2264 200 ms" } },
 "boxes": [{ "id": "a", "label": "A" }, { "label": "K\"afka", "id": "k", "constraints": "\"x\", \ud83d\ude42 20 ms" }] }"#;

    fn words(place: Place, field: Field, start: usize, end: usize) -> Option<&'static str> {
        let span = TextSpan {
            place,
            field,
            start,
            end,
            chars: (0, 0),
        };
        FILE.get(Located::new(FILE).words(&span)?)
    }

    #[test]
    fn finds_words_behind_escapes() {
        let kafka = Place::Box(BoxId::new("k").unwrap());
        assert_eq!(words(kafka.clone(), Field::Constraints, 10, 15), Some("20 ms"));
        assert_eq!(words(kafka.clone(), Field::Constraints, 0, 3), Some(r#"\"x\""#));
        assert_eq!(words(kafka, Field::Constraints, 10, 99), None);
        assert_eq!(
            words(Place::Answer(Question::Latency), Field::Text, 8, 14),
            Some("200 ms")
        );
        assert_eq!(words(Place::Board, Field::Text, 0, 1), None);
    }

    #[test]
    fn counts_lines_and_characters() {
        let located = Located::new("{ \"title\": \"≤ é\",\n \"boxes\": [] }");
        let title = located.title().unwrap();
        assert_eq!(located.position(title.start), (1, 13));
        assert_eq!(located.position(title.end), (1, 16));
        assert_eq!(located.position(title.end + 4), (2, 2));
        assert_eq!(Located::new("{}").title(), None);
    }

    #[test]
    fn finds_places_and_misses_what_is_not_there() {
        let located = Located::new(FILE);
        let place = |place| located.place(&place).and_then(|range| FILE.get(range));
        assert_eq!(place(Place::Box(BoxId::new("k").unwrap())), Some(r#"K\"afka"#));
        assert_eq!(place(Place::Box(BoxId::new("z").unwrap())), None);
        assert_eq!(place(Place::Answer(Question::Cost)), None);
        assert_eq!(Located::new("not json").place(&Place::Wrap), None);
        let marked = format!("\u{FEFF}{FILE}");
        let label = Located::new(&marked).place(&Place::Box(BoxId::new("a").unwrap()));
        assert_eq!(
            label.and_then(|range| marked.get(range)),
            Some("A"),
            "behind a byte order mark"
        );
    }
}
