//! The signs between words: comparisons, breaks, currencies, and the many spaces and dashes of Unicode.

use crate::{Compare, lexicon, noun};

/// No time and no event has a longer name, in characters.
const LONGEST_DIVISOR: usize = 24;

/// A sign that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    Compare(Compare),
    Times,
    Percent,
    /// A slash that touches what is on both its sides.
    Slash,
    Plus,
    Dash,
    Colon,
    /// A bracket: what it encloses stands a little apart.
    Bracket,
    Comma,
    /// The end of a clause.
    End,
    Currency(char),
    /// A sign that we have no use for.
    Other,
}

/// Whether a character is a space within a line.
pub(crate) fn is_space(c: char) -> bool {
    c != '\n'
        && c != '\r'
        && (c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'))
}

/// Whether a character ties the words on its two sides together, or makes a range of two numbers.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{00AD}' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Reads the sign that a text starts with and its length; `spaced` says whether a space stands before it.
/// Quotation marks and the stars of Markdown are nothing at all.
pub(crate) fn read(text: &str, spaced: bool) -> (Option<Symbol>, usize) {
    // Every comma and full stop is passed on at one look.
    let may_point = |byte: &u8| !byte.is_ascii() || matches!(byte, b'-' | b'=' | b'<' | b'>' | b'~');
    if text.as_bytes().first().is_some_and(may_point)
        && let Some(found) = pointed(text)
    {
        return found;
    }
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return (None, 0);
    };
    let next = chars.clone().next();
    let stands_apart = next.is_none_or(char::is_whitespace);
    let symbol = match first {
        '×' | '✕' | '✖' | '⨯' | '＊' => Symbol::Times,
        '%' | '％' | '﹪' => Symbol::Percent,
        '/' | '∕' | '⁄' if (spaced || stands_apart) && !divides(chars.as_str()) => Symbol::End,
        '/' | '∕' | '⁄' => Symbol::Slash,
        '+' => Symbol::Plus,
        '—' | '―' => Symbol::Dash,
        c if is_hyphen(c) => Symbol::Dash,
        ':' | '：' => Symbol::Colon,
        '(' | ')' | '[' | ']' | '{' | '}' | '（' | '）' => Symbol::Bracket,
        ',' | '，' | '、' => Symbol::Comma,
        ';' | '·' | '•' | '|' | '\n' | '\r' | '。' | '；' | '∙' | '‧' | '・' | '?' | '!' => {
            Symbol::End
        }
        '.' | '…' if stands_apart => Symbol::End,
        '$' | '€' | '£' | '¥' | '₹' | '＄' => Symbol::Currency(first),
        '"' | '\'' | '`' | '*' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' => {
            return (None, first.len_utf8());
        }
        _ => Symbol::Other,
    };
    (Some(symbol), first.len_utf8())
}

/// An arrow, or a comparison, that a text starts with.
fn pointed(text: &str) -> Option<(Option<Symbol>, usize)> {
    const ARROWS: [&str; 6] = ["-->", "->", "=>", "→", "⇒", "➜"];
    if let Some(arrow) = ARROWS.iter().find(|arrow| text.starts_with(**arrow)) {
        return Some((Some(Symbol::End), arrow.len()));
    }
    comparison(text).map(|(length, compare)| (Some(Symbol::Compare(compare)), length))
}

/// Whether what follows a slash is a time or one event: `$12k / month`, `1 KB / event`.
fn divides(text: &str) -> bool {
    let rest = text.trim_start_matches(is_space);
    let word: String = rest
        .chars()
        .take(LONGEST_DIVISOR)
        .take_while(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let known = lexicon::of(&word);
    known.time.is_some() || (known.event.is_some() && !noun::is_several(&word))
}

fn comparison(text: &str) -> Option<(usize, Compare)> {
    const SIGNS: [(&str, Compare); 22] = [
        ("<=", Compare::AtMost),
        ("=<", Compare::AtMost),
        ("<~", Compare::AtMost),
        ("<", Compare::AtMost),
        ("≤", Compare::AtMost),
        ("⩽", Compare::AtMost),
        ("≦", Compare::AtMost),
        ("≲", Compare::AtMost),
        ("＜", Compare::AtMost),
        (">=", Compare::AtLeast),
        (">", Compare::AtLeast),
        ("≥", Compare::AtLeast),
        ("⩾", Compare::AtLeast),
        ("≧", Compare::AtLeast),
        ("≳", Compare::AtLeast),
        ("＞", Compare::AtLeast),
        ("~", Compare::About),
        ("∼", Compare::About),
        ("≈", Compare::About),
        ("≃", Compare::About),
        ("≅", Compare::About),
        ("～", Compare::About),
    ];
    if let Some((sign, compare)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return Some((sign.len(), *compare));
    }
    let equals = text.bytes().take(2).take_while(|byte| *byte == b'=').count();
    (equals > 0).then_some((equals, Compare::Exactly))
}
