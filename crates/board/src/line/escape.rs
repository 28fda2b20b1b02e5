//! Backslashes that take marks their meaning.

/// Where a text is to stand in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// A label: a colon would end it.
    Label,
    /// Constraints and free words: a `not` alone is no mark.
    Free,
    /// An owner and a why: any `not` would be a mark.
    Closed,
    /// An alternative: parentheses would begin its why, and it may stand behind a label that a colon would end.
    Option,
    /// A line of its own: nothing in it is a mark.
    Plain,
}

/// `text` with a backslash before everything that would be read as a mark.
pub(crate) fn escaped(text: &str, field: Field) -> String {
    let balanced = field != Field::Option && is_balanced(text);
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let begins = before.is_whitespace();
        let is_mark = match c {
            '\\' => true,
            _ if field == Field::Plain => false,
            '(' | ')' => !balanced,
            '@' => begins,
            '[' => at == 0 && field == Field::Label,
            ':' => {
                matches!(field, Field::Label | Field::Option)
                    && rest.chars().nth(1).is_none_or(char::is_whitespace)
            }
            'b' => begins && is_word(rest, "because"),
            'n' => {
                let may_be_read = !matches!(field, Field::Label | Field::Free) || rest.contains(['(', ')']);
                begins && may_be_read && is_word(rest, "not")
            }
            _ => false,
        };
        match c {
            '\n' => escaped.push_str("\\/"),
            _ if is_mark => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
        before = c;
    }
    escaped
}

/// `raw` without the backslashes that [`escaped`] puts in.
pub(crate) fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((plain, after)) = rest.split_once('\\') {
        text.push_str(plain);
        let next = after.chars().next();
        rest = match next {
            Some('/') => {
                text.push('\n');
                after.get(1..).unwrap_or_default()
            }
            // Taken along at once: a backslash behind a backslash begins nothing.
            Some(c @ ('\\' | ':' | '@' | '[' | '(' | ')' | '"')) => {
                text.push(c);
                after.get(1..).unwrap_or_default()
            }
            _ if is_escaped_word(after, "because") || is_escaped_word(after, "not") => after,
            _ => {
                text.push('\\');
                after
            }
        };
    }
    text.push_str(rest);
    text
}

/// `text` begins with `word` and then a blank, or ends.
pub(super) fn is_word(text: &str, word: &str) -> bool {
    let after = text.strip_prefix(word);
    after.is_some_and(|after| after.chars().next().is_none_or(char::is_whitespace))
}

/// As [`is_word`], where line breaks are written out.
fn is_escaped_word(text: &str, word: &str) -> bool {
    is_word(text, word)
        || text
            .strip_prefix(word)
            .is_some_and(|after| after.starts_with("\\/"))
}

fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}
