//! From board to text.

use sorted::{Map, Set};

use super::arrow::ARROWS;
use super::wrap_up;
use crate::line::{Field, Line, escaped};
use crate::{AnswerStatus, Board, BoxId, EdgeRecord};

/// The sketch of `board`. Reading it gives the same board but for what has no notation: see [`crate::sketch`].
///
/// Ids that hold blanks are replaced by ids that do not.
pub fn write(board: &Board) -> String {
    let mut lines = Vec::new();
    let brief = board.brief();
    if !brief.title.is_empty() {
        lines.push(format!("title: {}", plain(&brief.title)));
    }
    lines.push(format!("track: {}", brief.track));
    if let Some(prompt) = &brief.prompt {
        lines.push(format!("prompt: {}", plain(prompt)));
    }
    for (question, answer) in board.scope() {
        let status = match answer.status {
            AnswerStatus::Stated => String::new(),
            status => format!(" {status}"),
        };
        lines.push(format!("scope {question}{status}: {}", plain(&answer.text)));
    }
    let ids = boxes(board, &mut lines);
    edges(board, &ids, &mut lines);
    for (word, text) in wrap_up::lines(board.wrap()) {
        lines.push(format!("{word}: {}", plain(text)));
    }
    for allow in board.allows().iter() {
        let on = allow
            .on
            .as_ref()
            .map(|on| format!(" on {on}"))
            .unwrap_or_default();
        let until = allow
            .until
            .map(|until| format!(" until {until}"))
            .unwrap_or_default();
        lines.push(format!("allow {}{on}{until}: {}", allow.rule, plain(&allow.why)));
    }
    let mut text = String::new();
    for line in lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Adds the boxes and gives the id that each has in the sketch.
fn boxes(board: &Board, lines: &mut Vec<String>) -> Map<BoxId, BoxId> {
    let mut ids = Map::new();
    let mut taken = Set::new();
    for (id, record) in board.boxes_in_order() {
        let line = Line::of(record);
        let own = match is_plain(id.as_str()) && !taken.contains(id) {
            true => id.clone(),
            false => BoxId::fresh(id.as_str(), |id| {
                taken.contains(id) || board.get_box(id).is_some()
            }),
        };
        let implied = BoxId::fresh(&record.label, |id| taken.contains(id));
        lines.push(if implied == own {
            line.to_string()
        } else {
            format!("{own} = {line}")
        });
        taken.insert(own.clone());
        ids.insert(id.clone(), own);
    }
    ids
}

fn edges(board: &Board, ids: &Map<BoxId, BoxId>, lines: &mut Vec<String>) {
    for (number, (id, edge)) in board.edges_in_order().into_iter().enumerate() {
        let (Some(from), Some(to)) = (ids.get(&edge.from), ids.get(&edge.to)) else {
            continue;
        };
        let own = match id.as_str() == format!("e{}", number + 1) || !is_plain(id.as_str()) {
            true => String::new(),
            false => format!("{id} = "),
        };
        let arrow = ARROWS
            .iter()
            .find(|(_, kind)| *kind == edge.kind)
            .map_or("->", |(arrow, _)| arrow);
        lines.push(format!("{own}{from} {arrow} {to}{}", tail(edge)));
    }
}

fn tail(edge: &EdgeRecord) -> String {
    let mut tail = String::new();
    if !edge.label.is_empty() {
        tail = format!(" \"{}\"", plain(&edge.label).replace('"', "\\\""));
    }
    let line = Line {
        constraints: edge.constraints.clone(),
        owner: edge.owner.clone(),
        because: edge.because.clone(),
        ..Line::default()
    };
    match line.to_string() {
        line if line.is_empty() => tail,
        line if line.starts_with(':') => tail + &line,
        line => format!("{tail} {line}"),
    }
}

/// It stands in a line without being taken for anything else.
fn is_plain(id: &str) -> bool {
    !id.contains(|c: char| {
        c.is_whitespace() || matches!(c, '"' | ':' | '\\' | '@' | '[' | '(' | ')' | '#' | '=')
    }) && !matches!(id, "because" | "not")
}

/// A text that ends with its line.
fn plain(text: &str) -> String {
    escaped(text, Field::Plain)
}
