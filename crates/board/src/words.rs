//! Closed vocabularies: enums whose values have one word each, the same in file, code and page.

use thiserror::Error;

/// An enum with one word per value.
pub(crate) trait Vocabulary: Copy + PartialEq + 'static {
    /// What it is, such as `role`.
    const WHAT: &'static str;

    /// Every value, in the order of the vocabulary.
    fn all() -> &'static [Self];

    /// The word of this value.
    fn word(self) -> &'static str;
}

/// The value whose word is `word`.
pub(crate) fn find<T: Vocabulary>(word: &str) -> Option<T> {
    T::all().iter().copied().find(|value| value.word() == word)
}

/// The words of `T`, comma-separated.
pub(crate) fn choices<T: Vocabulary>() -> String {
    let words: Vec<_> = T::all().iter().map(|value| value.word()).collect();
    words.join(", ")
}

/// The one of `known` that `word` was probably meant to be: at most a third of its letters differ, in any case.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let typed: Vec<char> = word.chars().map(|c| c.to_ascii_lowercase()).take(40).collect();
    let near = known
        .into_iter()
        .map(|candidate| (distance(&typed, candidate), candidate));
    let (slips, candidate) = near.min_by_key(|(slips, _)| *slips)?;
    let length = candidate.chars().count();
    (slips < length && slips <= length.div_ceil(3)).then_some(candidate)
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour to make `typed` into `candidate`.
fn distance(typed: &[char], candidate: &str) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=typed.len()).collect();
    let mut letter_above = None;
    for letter in candidate.chars().map(|c| c.to_ascii_lowercase()) {
        let mut next = vec![row.first().map_or(0, |first| first + 1)];
        for (index, &other) in typed.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let change = cell(&row, index) + usize::from(letter != other);
            let mut least = change.min(cell(&row, index + 1) + 1).min(cell(&next, index) + 1);
            let swapped = index > 0 && letter_above == Some(other) && typed.get(index - 1) == Some(&letter);
            if swapped {
                least = least.min(cell(&above, index - 1) + 1);
            }
            next.push(least);
        }
        above = std::mem::replace(&mut row, next);
        letter_above = Some(letter);
    }
    row.last().copied().unwrap_or_default()
}

/// A word that the vocabulary does not have.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{word}` is no {vocabulary}; use one of {choices}")]
pub struct UnknownWord {
    /// The word as given.
    pub word: String,
    /// What was looked for, such as `role`.
    pub vocabulary: &'static str,
    /// All words that would do, comma-separated.
    pub choices: String,
}

/// Declares an enum with one word per value: `as_str`, `ALL`, `FromStr`, `Display` and serde by that word.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident ($what:literal) { $($(#[$value_doc:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$value_doc])* #[serde(rename = $word)] $value),+
        }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word of this value.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }
        }

        impl $crate::words::Vocabulary for $name {
            const WHAT: &'static str = $what;

            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn word(self) -> &'static str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                $crate::words::find(word).ok_or_else(|| $crate::UnknownWord {
                    word: word.to_owned(),
                    vocabulary: $what,
                    choices: $crate::words::choices::<Self>(),
                })
            }
        }
    };
}
pub(crate) use vocabulary;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn knows_what_a_misspelt_word_was_meant_to_be() {
        let roles = ["source", "ingest", "process", "store", "serve"];
        assert_eq!(nearest("proces", roles), Some("process"));
        assert_eq!(nearest("Ingest", roles), Some("ingest"));
        assert_eq!(nearest("sotre", roles), Some("store"));
        assert_eq!(nearest("own01", ["OWN001", "unowned-edge"]), Some("OWN001"));
        assert_eq!(nearest("banana", roles), None);
        assert_eq!(nearest("x", []), None);
    }
}
