//! The leaves of the file's documents: texts, words, coordinates, lists and maps that keep their order.

use std::borrow::Cow;

use super::document::{Document, fields_of, misplaced, twice, write_object};
use super::tree::{Numeral, Tree};
use crate::Extras;
use crate::fault::{Faults, Place};
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
            fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
                if let Some(text) = text(tree, "a string", place, faults) {
                    self.0 = text.into_owned();
                }
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

fn text<'t>(tree: Tree<'t>, expected: &str, place: &Place<'_>, faults: &mut Faults) -> Option<Cow<'t, str>> {
    match tree {
        Tree::Text(text) => Some(text),
        other => {
            misplaced(&other, expected, place, faults);
            None
        }
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
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        if let Some(word) = text(tree, "a word", place, faults) {
            *self = find(&word).map_or_else(|| Self::Unknown(word.into_owned()), Self::Known);
        }
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
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        match &tree {
            Tree::Number(number) => self.0 = number.as_f64(),
            other => misplaced(other, "a number", place, faults),
        }
    }

    fn write(&self) -> Tree<'_> {
        // Up to 2^53 every whole number is exact in both forms.
        if self.0.fract() == 0.0 && self.0.abs() <= 9_007_199_254_740_992.0 {
            return Tree::Number((self.0 as i64).into());
        }
        Tree::Number(Numeral::Real(self.0))
    }
}

const WHOLE: &str = "a whole number that is not negative";

impl Document for u64 {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let number = match &tree {
            Tree::Number(number) => number.as_u64(),
            _ => None,
        };
        match number {
            Some(number) => *self = number,
            None => misplaced(&tree, WHOLE, place, faults),
        }
    }

    fn write(&self) -> Tree<'_> {
        Tree::Number(Numeral::Natural(*self))
    }
}

impl Document for u32 {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let number = match &tree {
            Tree::Number(number) => number.as_u64().and_then(|number| Self::try_from(number).ok()),
            _ => None,
        };
        match number {
            Some(number) => *self = number,
            None => misplaced(&tree, WHOLE, place, faults),
        }
    }

    fn write(&self) -> Tree<'_> {
        Tree::Number(Numeral::Natural((*self).into()))
    }
}

impl Document for bool {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        match tree {
            Tree::Bool(value) => *self = value,
            other => misplaced(&other, "`true` or `false`", place, faults),
        }
    }

    fn write(&self) -> Tree<'_> {
        Tree::Bool(*self)
    }

    fn write_optional(&self) -> Option<Tree<'_>> {
        self.then_some(Tree::Bool(true))
    }
}

impl Document for [Number; 2] {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let expected = "an array of two numbers";
        let trees = match tree {
            Tree::List(trees) => trees,
            other => return misplaced(&other, expected, place, faults),
        };
        if trees.len() != self.len() {
            return misplaced(
                &format_args!("a list of {}", trees.len()),
                expected,
                place,
                faults,
            );
        }
        for (index, (number, tree)) in self.iter_mut().zip(trees).enumerate() {
            number.fill(tree, &place.item(index), faults);
        }
    }

    fn write(&self) -> Tree<'_> {
        Tree::List(self.iter().map(Number::write).collect())
    }
}

impl<T: Document + Default> Document for Option<T> {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let before = faults.0.len();
        let mut value = T::default();
        if tree != Tree::Null {
            value.fill(tree, place, faults);
            *self = (faults.0.len() == before).then_some(value);
        }
    }

    fn write(&self) -> Tree<'_> {
        self.write_optional().unwrap_or(Tree::Null)
    }

    fn write_optional(&self) -> Option<Tree<'_>> {
        self.as_ref().map(T::write)
    }
}

impl<T: Document + Default> Document for Vec<T> {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let trees = match tree {
            Tree::List(trees) => trees,
            other => return misplaced(&other, "an array", place, faults),
        };
        for (index, tree) in trees.into_iter().enumerate() {
            let mut item = T::default();
            item.fill(tree, &place.item(index), faults);
            self.push(item);
        }
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

impl<T: Document + Default> Document for Entries<T> {
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let mut seen = sorted::Set::new();
        let fields = fields_of(tree, "an object", place, faults);
        for (key, tree) in fields.into_iter().flatten() {
            let key = key.into_owned();
            if !seen.insert(key.clone()) {
                twice(&key, place, faults);
                continue;
            }
            let mut value = T::default();
            value.fill(tree, &place.key(&key), faults);
            self.0.push((key, value));
        }
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
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let fields = fields_of(tree, "an object", place, faults);
        for (key, value) in fields.into_iter().flatten() {
            self.insert(key.into_owned(), value.into_value());
        }
    }

    fn write(&self) -> Tree<'_> {
        write_object(&[], Some(self))
    }
}
