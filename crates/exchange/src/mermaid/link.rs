//! The arrows of a chart: solid, thick, dotted or unseen, with heads and words.

use super::cursor::Cursor;

/// What joins two nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Link<'t> {
    pub(super) line: Stroke,
    /// It points back as well.
    pub(super) both_ways: bool,
    /// It ends in a cross.
    pub(super) crossed: bool,
    pub(super) words: &'t str,
}

/// How a link is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stroke {
    Solid,
    Dotted,
    /// Keeps two nodes apart, and is not drawn.
    Unseen,
}

/// The link that comes next; nothing where none does. The cursor is anywhere then.
pub(super) fn link<'t>(cursor: &mut Cursor<'t>) -> Option<Link<'t>> {
    cursor.skip_spaces();
    skip_id(cursor);
    let back = skip_tail(cursor);
    let (line, head, mut words) = body(cursor)?;
    cursor.skip_spaces();
    if words.is_empty() && cursor.eat("|") {
        words = cursor.until("|")?;
    }
    Some(Link {
        line,
        both_ways: back && head == Some('>'),
        crossed: head == Some('x'),
        words,
    })
}

/// `e1@`, by which styles name a link.
fn skip_id(cursor: &mut Cursor<'_>) {
    let id = cursor.rest.split_once('@');
    let named = id.filter(|(id, _)| !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '_'));
    if let Some((_, rest)) = named.filter(|(_, rest)| rest.starts_with(['-', '=', '<', '~', 'o', 'x'])) {
        cursor.rest = rest;
    }
}

/// A head at the start of a link; true for an arrow.
fn skip_tail(cursor: &mut Cursor<'_>) -> bool {
    let begins = matches!(cursor.peek_behind(1), Some('-' | '='));
    match cursor.peek() {
        Some('<') if begins => cursor.eat("<"),
        Some('x') if begins => !cursor.eat("x"),
        Some('o') if begins => !cursor.eat("o"),
        _ => false,
    }
}

/// The line, its head, and the words written into it.
fn body<'t>(cursor: &mut Cursor<'t>) -> Option<(Stroke, Option<char>, &'t str)> {
    match cursor.peek()? {
        '~' => (cursor.run('~') >= 3).then_some((Stroke::Unseen, None, "")),
        '-' if cursor.peek_behind(1) == Some('.') => {
            cursor.eat("-");
            cursor.run('.');
            if cursor.run('-') > 0 {
                return Some((Stroke::Dotted, head(cursor), ""));
            }
            let words = cursor.until(".-")?;
            Some((Stroke::Dotted, head(cursor), words.trim_end_matches('.')))
        }
        c @ ('-' | '=') => {
            let length = cursor.run(c);
            let head_now = head(cursor);
            if length < 2 {
                return None;
            }
            if head_now.is_some() || length > 2 {
                return Some((Stroke::Solid, head_now, ""));
            }
            let words = cursor.until(if c == '-' { "--" } else { "==" })?;
            cursor.run(c);
            Some((Stroke::Solid, head(cursor), words))
        }
        _ => None,
    }
}

/// The head that ends a link. A letter that goes on as a word is none.
fn head(cursor: &mut Cursor<'_>) -> Option<char> {
    let c = cursor.peek()?;
    let goes_on = cursor.peek_behind(1).is_some_and(char::is_alphanumeric);
    match c {
        '>' => {}
        'x' | 'o' if !goes_on => {}
        _ => return None,
    }
    cursor.take(1);
    Some(c)
}
