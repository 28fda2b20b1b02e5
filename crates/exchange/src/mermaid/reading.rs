//! The lines of a chart, one statement after the other.

use super::chart::{Chart, Direction};
use super::cursor::Cursor;
use super::link::{Link, link};
use super::shape::shape;
use super::words::plain;

/// Statements that say how something looks or reacts, which a board has no place for.
const LOOKS: [&str; 8] = [
    "classDef",
    "class",
    "style",
    "linkStyle",
    "click",
    "accTitle",
    "accDescr",
    "title",
];

/// One node or several joined by `&`, by their numbers on the chart.
type Group = Vec<usize>;

/// The direction that a first line such as `flowchart LR` names; nothing where it begins no flowchart.
pub(super) fn header(line: &str) -> Option<Direction> {
    let mut words = line.trim_end_matches(';').split_whitespace();
    matches!(words.next(), Some("flowchart" | "graph" | "flowchart-elk")).then_some(())?;
    match words.next().unwrap_or("TB") {
        "TB" | "TD" | "v" => Some(Direction::Down),
        "BT" | "^" => Some(Direction::Up),
        "LR" | ">" => Some(Direction::Right),
        "RL" | "<" => Some(Direction::Left),
        _ => None,
    }
}

/// Takes one statement onto the chart.
///
/// # Errors
/// Why it could not be taken, in a few words.
pub(super) fn statement(chart: &mut Chart, text: &str) -> Result<(), String> {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let word = word.trim_end_matches(':');
    match word {
        "end" if rest.trim().is_empty() => return chart.end_frame(),
        "subgraph" => {
            let title = plain(bracketed(rest).unwrap_or(rest));
            let id = rest.split('[').next().unwrap_or_default().trim();
            return chart.begin_frame(id, title);
        }
        "direction" => return Ok(()),
        _ if LOOKS.contains(&word) && !begins_link(rest) => return Ok(()),
        _ => {}
    }
    let mut cursor = Cursor::new(text);
    let mut from = group(chart, &mut cursor)?;
    cursor.skip_spaces();
    while !cursor.rest.is_empty() {
        let joins = link(&mut cursor).ok_or_else(|| format!("`{}` is no arrow", start(cursor.rest)))?;
        let to = group(chart, &mut cursor)?;
        join(chart, &from, &joins, &to)?;
        from = to;
        cursor.skip_spaces();
    }
    Ok(())
}

fn join(chart: &mut Chart, from: &Group, link: &Link<'_>, to: &Group) -> Result<(), String> {
    let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to)));
    pairs
        .into_iter()
        .try_for_each(|(from, to)| chart.join(from, to, link))
}

/// Nodes with `&` between them.
fn group(chart: &mut Chart, cursor: &mut Cursor<'_>) -> Result<Group, String> {
    let mut group = vec![node(chart, cursor)?];
    loop {
        let mut ahead = *cursor;
        ahead.skip_spaces();
        if !ahead.eat("&") {
            return Ok(group);
        }
        *cursor = ahead;
        group.push(node(chart, cursor)?);
    }
}

fn node(chart: &mut Chart, cursor: &mut Cursor<'_>) -> Result<usize, String> {
    cursor.skip_spaces();
    let id = cursor.take(id_length(cursor.rest)).unwrap_or_default();
    if id.is_empty() {
        return Err(format!("`{}` is no node", start(cursor.rest)));
    }
    let shaped = shape(cursor).map_err(|close| format!("`{close}` is missing"))?;
    if cursor.eat(":::") {
        cursor.take(id_length(cursor.rest));
    }
    chart.node(id, shaped)
}

/// How many bytes the id at the start of a text takes: letters, digits and `_`, and single signs between them.
fn id_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let joins = matches!(c, '-' | '.' | '/' | ':' | '*' | '+' | '\'' | '#' | '$');
        let goes_on = joins && end > 0 && next.is_some_and(is_word);
        if !is_word(c) && !goes_on {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// What stands in the outermost square brackets.
fn bracketed(text: &str) -> Option<&str> {
    let (_, inner) = text.split_once('[')?;
    inner.rsplit_once(']').map(|(inner, _)| inner)
}

fn begins_link(text: &str) -> bool {
    text.trim_start().starts_with(['-', '=', '<', '~', '&'])
}

/// The first few characters.
fn start(text: &str) -> String {
    text.trim().chars().take(24).collect()
}
