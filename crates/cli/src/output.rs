//! How answers are put: for people and for programs.

pub(crate) mod fault;
pub(crate) mod fixed;
pub(crate) mod github;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod located;
pub(crate) mod markdown;
pub(crate) mod numbers;
pub(crate) mod odcs;
pub(crate) mod page;
pub(crate) mod report;
pub(crate) mod rule_book;
pub(crate) mod sarif;
pub(crate) mod score;
pub(crate) mod stress;
pub(crate) mod text;
pub(crate) mod yaml;

use std::borrow::Cow;

/// `text` without what a terminal would obey: control and direction characters give way to visible ones of the same
/// length in bytes, so that places in the text stay where they are.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| stand_in(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| stand_in(c).unwrap_or(c)).collect())
}

fn stand_in(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => None,
        '\r' => Some(' '),
        '\0'..='\u{1F}' | '\u{7F}' => Some('?'),
        '\u{80}'..='\u{9F}' | '\u{61C}' => Some('¿'),
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {
            Some('\u{FFFD}')
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn neutralises_escapes_and_keeps_places() {
        let hostile = "a\u{1b}[2J\u{9b}31m\u{202e}b\r\n";
        let tame = printable(hostile);
        assert_eq!(tame, "a?[2J¿31m\u{FFFD}b \n");
        assert_eq!(tame.len(), hostile.len());
        assert_eq!(printable("p99 ≤ 200 ms"), "p99 ≤ 200 ms");
    }
}
