//! The leaves of the file's documents: texts, words, coordinates, lists and maps that keep their order.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::document::{Document, below, misplaced, object, twice, under, write_extras};
use super::tree::Tree;
use crate::Extras;
use crate::fault::{Fault, Step};
use crate::words::{Vocabulary, find};

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, PartialEq, Default)]
        pub(super) struct $name(pub(super) String);

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl Document for $name {
            fn read(tree: Tree<'_>) -> Result<Self, Fault> {
                text(tree, "a string").map(|text| Self(text.into_owned()))
            }

            fn write(&self) -> Tree<'_> {
                Tree::Text(Cow::Borrowed(&self.0))
            }
        }
    };
}

text_type!(
    /// A text of a person.
    Text
);
text_type!(
    /// A text that must say something.
    Reason
);
text_type!(
    /// An id.
    Id
);

fn text<'t>(tree: Tree<'t>, expected: &str) -> Result<Cow<'t, str>, Fault> {
    match tree {
        Tree::Text(text) => Ok(text),
        other => Err(misplaced(&other, expected)),
    }
}

/// A word of the vocabulary `T`, or one that it does not have.
#[derive(Debug)]
pub(super) enum Word<T> {
    /// A word that it has.
    Known(T),
    /// Any other.
    Unknown(String),
}

impl<T> Default for Word<T> {
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl<T: Vocabulary> Document for Word<T> {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        let word = text(tree, "a word")?;
        Ok(find(&word).map_or_else(|| Self::Unknown(word.into_owned()), Self::Known))
    }

    fn write(&self) -> Tree<'_> {
        Tree::Text(Cow::Borrowed(match self {
            Self::Known(value) => value.word(),
            Self::Unknown(word) => word,
        }))
    }
}

/// A number that is written without a fraction where it has none.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Number(pub(super) f64);

impl Document for Number {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        match &tree {
            Tree::Number(number) => number.as_f64().map(Self),
            _ => None,
        }
        .ok_or_else(|| misplaced(&tree, "a number"))
    }

    fn write(&self) -> Tree<'_> {
        // Up to 2^53 every whole number is exact in both forms.
        if self.0.fract() == 0.0 && self.0.abs() <= 9_007_199_254_740_992.0 {
            return Tree::Number((self.0 as i64).into());
        }
        serde_json::Number::from_f64(self.0).map_or(Tree::Null, Tree::Number)
    }
}

impl Document for u64 {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        match &tree {
            Tree::Number(number) => number.as_u64(),
            _ => None,
        }
        .ok_or_else(|| misplaced(&tree, "a whole number that is not negative"))
    }

    fn write(&self) -> Tree<'_> {
        Tree::Number((*self).into())
    }
}

impl Document for u32 {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        let expected = "a whole number that is not negative";
        let number = u64::read(tree)?;
        Self::try_from(number).map_err(|_| misplaced(&format_args!("integer `{number}`"), expected))
    }

    fn write(&self) -> Tree<'_> {
        Tree::Number((*self).into())
    }
}

impl Document for [Number; 2] {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        let expected = "an array of two numbers";
        let numbers = match tree {
            Tree::List(_) => Vec::<Number>::read(tree)?,
            other => return Err(misplaced(&other, expected)),
        };
        <[Number; 2]>::try_from(numbers)
            .map_err(|numbers| misplaced(&format_args!("a list of {}", numbers.len()), expected))
    }

    fn write(&self) -> Tree<'_> {
        Tree::List(self.iter().map(Number::write).collect())
    }
}

impl<T: Document> Document for Option<T> {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        match tree {
            Tree::Null => Ok(None),
            tree => T::read(tree).map(Some),
        }
    }

    fn write(&self) -> Tree<'_> {
        self.write_optional().unwrap_or(Tree::Null)
    }

    fn write_optional(&self) -> Option<Tree<'_>> {
        self.as_ref().map(T::write)
    }
}

impl<T: Document> Document for Vec<T> {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        let trees = match tree {
            Tree::List(trees) => trees,
            other => return Err(misplaced(&other, "an array")),
        };
        let mut items = Self::with_capacity(trees.len());
        for (index, tree) in trees.into_iter().enumerate() {
            items.push(T::read(tree).map_err(|fault| below(Step::Item(index), fault))?);
        }
        Ok(items)
    }

    fn write(&self) -> Tree<'_> {
        Tree::List(self.iter().map(T::write).collect())
    }
}

/// An object whose keys are data, in the order of the text; a key may not come twice.
#[derive(Debug)]
pub(super) struct Entries<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Document> Document for Entries<T> {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        let mut seen = BTreeSet::new();
        let mut entries = Vec::new();
        for (key, tree) in object(tree, "an object")? {
            let key = key.into_owned();
            if !seen.insert(key.clone()) {
                return Err(twice(&key));
            }
            let value = under(&key, T::read(tree))?;
            entries.push((key, value));
        }
        Ok(Self(entries))
    }

    fn write(&self) -> Tree<'_> {
        let mut fields = Vec::with_capacity(self.0.len());
        for (key, value) in &self.0 {
            fields.push((Cow::Borrowed(key.as_str()), value.write()));
        }
        Tree::Object(fields)
    }
}

impl Document for Extras {
    fn read(tree: Tree<'_>) -> Result<Self, Fault> {
        let mut extras = Self::new();
        for (key, value) in object(tree, "an object")? {
            extras.insert(key.into_owned(), value.into_value());
        }
        Ok(extras)
    }

    fn write(&self) -> Tree<'_> {
        let mut fields = Vec::new();
        write_extras(self, &mut fields);
        Tree::Object(fields)
    }
}
