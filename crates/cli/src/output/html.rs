//! What the HTML files share: the frame of a document that stands alone, its looks, and words made safe.

use lint::Severity;

use super::page::{Stretch, stretches};
use super::printable;

/// Light and dark, wide and narrow, and on paper.
const STYLE: &str = include_str!("html.css");

/// A document that fetches and runs nothing, with `style` beside the looks that all share.
pub(crate) fn document(title: &str, style: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>\n{STYLE}{style}\
         </style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

/// How grave something is.
pub(crate) fn badge(severity: Severity) -> String {
    let word = severity.as_str();
    format!("<span class=\"{word}\">{word}</span>")
}

/// A summary as a sentence.
pub(crate) fn sentence(summary: &str) -> String {
    let mut sentence = escaped(summary) + ".";
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// A paragraph of a rule's page.
pub(crate) fn marked_up(text: &str) -> String {
    let each = stretches(text).into_iter().map(|stretch| match stretch {
        Stretch::Plain(text) => escaped(text),
        Stretch::Bold(text) => format!("<strong>{}</strong>", escaped(text)),
        Stretch::Code(text) => format!("<code>{}</code>", escaped(text)),
    });
    each.collect()
}

/// `text` with nothing that a browser would take for more than words, between tags and in quotes.
pub(crate) fn escaped(text: &str) -> String {
    printable(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_stay_words() {
        let hostile = "</title><script>alert('x')</script>&amp;\" \u{202e}\0";
        let tame = escaped(hostile);
        assert_eq!(
            tame,
            "&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;&quot; \u{FFFD}?"
        );
    }
}
