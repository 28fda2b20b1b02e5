//! An example board of a rule page: whether the rule speaks of it, and its lines as they are written.

use board::Role;
use yew::prelude::*;

use crate::components::glyph::{Glyph, glyph};

/// Draws a fenced text; `word` is what stands after its fence. What `other`, the opposite board, has not is marked.
pub(crate) fn example(word: &str, text: &str, other: &str, code: &str) -> Html {
    let (verdict, sign, says) = match word {
        "bad" => ("bad", Glyph::Error, format!("Bad: {code} speaks")),
        "good" => ("good", Glyph::Ok, format!("Good: {code} is silent")),
        _ => return html! { <pre>{ text }</pre> },
    };
    html! {
        <figure class="example" data-verdict={verdict}>
            <figcaption>{ glyph(sign) } { says }</figcaption>
            <pre>{ for text.lines().map(|text| line(text, other)) }</pre>
        </figure>
    }
}

/// One line of a board, the role of a box in its colour.
fn line(text: &str, other: &str) -> Html {
    let role = text.split_once(']').and_then(|(opened, _)| {
        let role: Role = opened.strip_prefix('[')?.parse().ok()?;
        Some(role.as_str())
    });
    let (before, new, after) = difference(text, other);
    let (opened, before) = match role {
        Some(_) => before
            .split_once(']')
            .map_or(("", before), |(role, rest)| (role, rest)),
        None => ("", before),
    };
    html! {
        <>
            if !opened.is_empty() { <b data-role={role}>{ opened }{ "]" }</b> }
            { before }if !new.is_empty() { <mark>{ new }</mark> }{ after }{ "\n" }
        </>
    }
}

/// `text` in three parts, the middle of which no line of `other` has; nothing is new where all or nothing would be.
fn difference<'a>(text: &'a str, other: &str) -> (&'a str, &'a str, &'a str) {
    let words = |line: &'a str| line.split_inclusive(' ');
    let alike = |(one, other): &(&str, &str)| bare(one) == bare(other);
    let same = |line: &str| words(text).zip(line.split(' ')).take_while(alike).count();
    let nearest = other.lines().max_by_key(|line| same(line)).unwrap_or_default();
    let count = same(nearest);
    if nearest == text || count == 0 {
        return (text, "", "");
    }
    let from: usize = words(text).take(count).map(str::len).sum();
    let (before, rest) = text.split_at_checked(from).unwrap_or((text, ""));
    let there: Vec<&str> = nearest.split(' ').skip(count).collect();
    let ends = words(rest).rev().zip(there.into_iter().rev()).take_while(alike);
    let kept: usize = ends.map(|(word, _)| word.len()).sum();
    let (new, after) = rest.split_at_checked(rest.len() - kept).unwrap_or((rest, ""));
    (before, new, after)
}

/// A word without the signs that set it off from the next.
fn bare(word: &str) -> &str {
    word.trim_end_matches([' ', ':', ','])
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn only_what_the_other_board_has_not_is_new() {
        let bad = "[ingest] Kafka: fast\n[store] Delta\nKafka -> Delta";
        let new = |text| difference(text, bad).1;
        assert_eq!(new("[ingest] Kafka: 5k/s"), "5k/s");
        assert_eq!(new("[ingest] Kafka: very fast"), "very ");
        assert_eq!(new("[store] Delta"), "");
        assert_eq!(new("Kafka -> Delta @ Risk"), "@ Risk");
        assert_eq!(new("? latency: 1 s"), "");
    }
}
