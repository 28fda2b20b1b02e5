//! Prose: sentences with words quoted by backticks, as text and nothing but text.

use yew::prelude::*;

/// A stretch of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stretch<'a> {
    /// Words.
    Plain(&'a str),
    /// Words between backticks, without them.
    Quoted(&'a str),
}

/// Cuts `text` at its backticks. One without a partner is a sign like any other.
pub(crate) fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, (quoted, after))) = rest
        .split_once('`')
        .and_then(|(before, opened)| Some((before, opened.split_once('`')?)))
    {
        found.push(Stretch::Plain(before));
        found.push(Stretch::Quoted(quoted));
        rest = after;
    }
    found.push(Stretch::Plain(rest));
    found.retain(|stretch| !matches!(stretch, Stretch::Plain("") | Stretch::Quoted("")));
    found
}

/// Draws `text` with what it quotes set apart.
pub(crate) fn prose(text: &str) -> Html {
    let draw = |stretch| match stretch {
        Stretch::Plain(words) => html! { { words } },
        Stretch::Quoted(words) => html! { <code>{ words }</code> },
    };
    stretches(text).into_iter().map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::{Stretch, stretches};

    #[test]
    fn backticks_quote_in_pairs() {
        let found = stretches("say `p99 ≤ 1 s` or ` not");
        assert_eq!(
            found,
            [
                Stretch::Plain("say "),
                Stretch::Quoted("p99 ≤ 1 s"),
                Stretch::Plain(" or ` not")
            ]
        );
        assert_eq!(stretches("`a``b`"), [Stretch::Quoted("a"), Stretch::Quoted("b")]);
        assert_eq!(stretches(""), []);
        assert_eq!(stretches("``"), []);
    }
}
