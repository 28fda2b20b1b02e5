//! What phrases mean beside a figure, and how they are found among the tokens.

use crate::Compare;
use crate::cursor::Steps;
use crate::lexicon::Lexicon;
use crate::token::Token;
use crate::vocabulary::ROWS;
use crate::{Dimension, Guarantee, Qualifier};

/// One thing that a phrase means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sense {
    /// The figure is of this dimension.
    Cue(Dimension),
    /// The figure may be of this dimension, if nothing else says otherwise.
    Weak(Dimension),
    /// The figure is narrowed so; where only one dimension is narrowed so, it is of that.
    Narrow(Qualifier),
    /// A comparison in front of a figure, some words that mean nothing between them perhaps.
    Bound(Compare),
    /// A preposition that compares only right in front of a figure: `under load` does not.
    Near(Compare),
    /// Turns a floor behind it into a ceiling: `must not, whatever happens, exceed`.
    Not,
    /// A comparison on either side of a figure.
    Either(Compare),
    /// A comparison that follows its figure: `or less`.
    After(Compare),
    /// The figure holds at this percentile.
    Percentile(f64),
    /// How often, in seconds.
    Cadence(f64),
    /// What follows is an interval.
    Every,
    /// A duration right behind is how long something takes.
    Takes,
    /// The figure is time that something does not work.
    Down,
    /// The figure is the share that is not there.
    Missing,
    /// What people do, so that `quarterly` beside it is not how fresh data is.
    Chore,
    /// What the number behind counts.
    Noun(&'static str),
    /// What the number behind counts, and in each so many seconds.
    Happens(&'static str, f64),
    /// A promise that stands by itself.
    Promise(Guarantee),
    /// A promise, if nothing else stands in its clause.
    Alone(Guarantee),
    /// Nought of this.
    Nothing(Qualifier),
    /// What follows belongs to the next figure.
    And,
}

/// A phrase, as its words behind the first, and its senses.
pub(crate) type Row = (Vec<&'static str>, &'static [Sense]);

/// The senses of the longest phrase that starts these tokens, and how many tokens it takes.
pub(crate) fn find(tokens: &[Token<'_>], steps: &Steps) -> Option<(&'static [Sense], usize)> {
    let (first, rest) = tokens.split_first()?;
    let mut rows = first.known.phrases.iter();
    let found = rows.find(|(words, _)| {
        steps.add(1);
        starts(words, rest)
    });
    found.map(|(words, senses)| (*senses, 1 + words.len()))
}

fn starts(words: &[&str], tokens: &[Token<'_>]) -> bool {
    let same = |(word, token): (&&str, &Token<'_>)| token.is_word() && token.lower == *word;
    words.len() <= tokens.len() && words.iter().zip(tokens).all(same)
}

/// Enters every phrase under its first word.
pub(crate) fn enter(lexicon: &mut Lexicon) {
    for (senses, phrases) in ROWS {
        for phrase in phrases.split(", ") {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            lexicon.entry(first).phrases.push((words.collect(), *senses));
        }
    }
    for known in lexicon.all() {
        known
            .phrases
            .sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::ROWS;

    #[test]
    fn every_phrase_has_one_meaning() {
        let mut phrases: Vec<&str> = ROWS.iter().flat_map(|(_, phrases)| phrases.split(", ")).collect();
        phrases.sort_unstable();
        for pair in phrases.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }
}
