//! Ids of records: short words that a person may have typed, cheap to clone.

use std::fmt;
use std::sync::Arc;

use thiserror::Error;

/// The most characters an id may have.
pub const MAX_ID_CHARS: usize = 120;

/// Why a text cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IdError {
    /// Nothing was given.
    #[error("an id cannot be empty")]
    Empty,
    /// More than [`MAX_ID_CHARS`] characters.
    #[error("an id has at most {MAX_ID_CHARS} characters, this one has {0}")]
    TooLong(usize),
    /// Control and direction characters hide in diffs and terminals.
    #[error("an id cannot hold the invisible character U+{0:04X}")]
    Invisible(u32),
}

fn check(text: &str) -> Result<(), IdError> {
    let count = text.chars().count();
    if count == 0 {
        return Err(IdError::Empty);
    }
    if count > MAX_ID_CHARS {
        return Err(IdError::TooLong(count));
    }
    match text.chars().find(|&c| is_invisible(c)) {
        Some(c) => Err(IdError::Invisible(c as u32)),
        None => Ok(()),
    }
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id written `text`.
            ///
            /// # Errors
            /// [`IdError`] where `text` is empty, too long or holds invisible characters.
            pub fn new(text: &str) -> Result<Self, IdError> {
                check(text)?;
                Ok(Self(Arc::from(text)))
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// A fresh id made of `stem` (a label, say) that `taken` does not know: `kafka`, `kafka-2`, …
            pub fn fresh(stem: &str, taken: impl Fn(&Self) -> bool) -> Self {
                let slug = slug(stem);
                let mut id = Self(Arc::from(slug.as_str()));
                let mut number = 2_u64;
                while taken(&id) {
                    id = Self(Arc::from(format!("{slug}-{number}")));
                    number += 1;
                }
                id
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }
        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::new(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}

id_type!(
    /// The id of a box.
    BoxId
);
id_type!(
    /// The id of an edge.
    EdgeId
);
id_type!(
    /// The id of a pin.
    PinId
);
id_type!(
    /// The id of a group.
    GroupId
);
id_type!(
    /// The id of a frame.
    FrameId
);
id_type!(
    /// The id of a stroke.
    StrokeId
);
id_type!(
    /// The id of a note.
    NoteId
);

/// Lower-case letters and digits of `stem` joined by single dashes, at most 40; `item` where nothing is left.
fn slug(stem: &str) -> String {
    let mut slug = String::new();
    for c in stem.chars().map(|c| c.to_ascii_lowercase()) {
        if slug.chars().count() >= 40 {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "item".to_owned()
    } else {
        slug.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_cannot_be_seen() {
        assert_eq!(BoxId::new(""), Err(IdError::Empty));
        assert_eq!(BoxId::new("a\u{202E}b"), Err(IdError::Invisible(0x202E)));
        assert_eq!(BoxId::new(&"x".repeat(121)), Err(IdError::TooLong(121)));
    }

    #[test]
    fn fresh_ids_come_from_the_label_and_are_unique() {
        let taken = ["kafka", "kafka-2"];
        let id = BoxId::fresh("Kafka!", |id| taken.contains(&id.as_str()));
        assert_eq!(id.as_str(), "kafka-3");
        assert_eq!(BoxId::fresh("→", |_| false).as_str(), "item");
    }
}
