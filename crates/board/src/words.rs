//! Closed vocabularies: enums whose values have one word each, the same in file, code and page.

use thiserror::Error;

/// A word that the vocabulary does not have.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{word}` is not a {vocabulary}; it is one of {choices}")]
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

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word).ok_or_else(|| $crate::UnknownWord {
                    word: word.to_owned(),
                    vocabulary: $what,
                    choices: Self::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}
pub(crate) use vocabulary;
