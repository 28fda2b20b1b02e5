//! Escaping: any text becomes well-formed XML.

/// `text` for use between tags or in a double-quoted attribute. Line breaks and tabs become spaces; characters that
/// XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn keeps_text_well_formed() {
        assert_eq!(
            escape("a<b> & \"c\"\n\u{0}\u{1b}\u{FFFF}→"),
            "a&lt;b&gt; &amp; &quot;c&quot; →"
        );
    }
}
