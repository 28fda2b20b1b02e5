//! JSON as a tree that keeps what faults are told by: the order of the keys, and keys that are there twice.
//!
//! Every document is read from such a tree and written to one, so that the parser and the printer are compiled once
//! and not for each document: the page carries that weight.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

use crate::fault::{Fault, Step};

/// A value of JSON; texts are borrowed where they can be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree<'t> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'t, str>),
    List(Vec<Tree<'t>>),
    Object(Fields<'t>),
}

/// The keys of an object with their values, in the order of the text.
pub(super) type Fields<'t> = Vec<(Cow<'t, str>, Tree<'t>)>;

/// Why a text is no JSON, and how far down the document that is.
#[derive(Debug)]
pub(super) struct NotGrown {
    pub(super) place: Vec<Step>,
    pub(super) error: serde_json::Error,
}

impl From<serde_json::Error> for NotGrown {
    fn from(error: serde_json::Error) -> Self {
        let place = Vec::new();
        Self { place, error }
    }
}

impl NotGrown {
    /// Whether it is JSON, and a number in it is too large to hold.
    pub(super) fn is_number_out_of_range(&self) -> bool {
        self.message() == "number out of range"
    }

    /// What is wrong, in serde_json's words.
    pub(super) fn message(&self) -> String {
        let message = self.error.to_string();
        message.split(" at line ").next().unwrap_or_default().to_owned()
    }
}

impl From<NotGrown> for Fault {
    fn from(found: NotGrown) -> Self {
        let what = found.message();
        let remedy = match found.is_number_out_of_range() {
            true => "write a number below 1e308",
            false => "write it as the schema of boards says",
        };
        Self {
            place: found.place,
            what,
            remedy: remedy.to_owned(),
        }
    }
}

/// The tree of `text`.
pub(super) fn grow(text: &str) -> Result<Tree<'_>, NotGrown> {
    let mut place = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let grown = Grow(&mut place)
        .deserialize(&mut deserializer)
        .and_then(|tree| deserializer.end().map(|()| tree));
    grown.map_err(|error| {
        place.reverse();
        NotGrown { place, error }
    })
}

impl<'t> Tree<'t> {
    /// What stands under a key of an object.
    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Tree<'t>> {
        match self {
            Self::Object(fields) => fields
                .iter_mut()
                .find(|(own, _)| own == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether it is null, or a text, a list or an object with nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Bool(_) | Self::Number(_) => false,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Object(fields) => fields.is_empty(),
        }
    }

    /// The same value for other code. Of a key that is there twice the last counts.
    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Number(number) => Value::Number(number),
            Self::Text(text) => Value::String(text.into_owned()),
            Self::List(items) => Value::Array(items.into_iter().map(Tree::into_value).collect()),
            Self::Object(fields) => {
                let mut map = serde_json::Map::new();
                for (key, value) in fields {
                    map.insert(key.into_owned(), value.into_value());
                }
                Value::Object(map)
            }
        }
    }
}

impl<'t> From<&'t Value> for Tree<'t> {
    fn from(value: &'t Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::Text(Cow::Borrowed(text)),
            Value::Array(items) => Self::List(items.iter().map(Tree::from).collect()),
            Value::Object(map) => {
                let field =
                    |(key, value): (&'t String, &'t Value)| (Cow::Borrowed(key.as_str()), value.into());
                Self::Object(map.iter().map(field).collect())
            }
        }
    }
}

/// As serde_json calls a value that cannot stand where it stands.
impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "boolean `{value}`"),
            Self::Number(number) if number.is_f64() => write!(f, "floating point `{number}`"),
            Self::Number(number) => write!(f, "integer `{number}`"),
            Self::Text(text) => write!(f, "string {text:?}"),
            Self::List(_) => f.write_str("a list"),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}

/// Grows a tree. The steps to a fault are gathered on the way out, innermost first, so that they cost nothing else.
pub(super) struct Grow<'p>(pub(super) &'p mut Vec<Step>);

impl<'de> DeserializeSeed<'de> for Grow<'_> {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Grow<'_> {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree<'de>, E> {
        Ok(Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree<'de>, A::Error> {
        let mut items = Vec::new();
        loop {
            match seq.next_element_seed(Grow(self.0)) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(Tree::List(items)),
                Err(error) => {
                    self.0.push(Step::Item(items.len()));
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            match map.next_value_seed(Grow(self.0)) {
                Ok(value) => fields.push((key, value)),
                Err(error) => {
                    self.0.push(Step::Key(key.into_owned()));
                    return Err(error);
                }
            }
        }
        Ok(Tree::Object(fields))
    }
}

/// A key of an object, borrowed from the text where it can be.
pub(super) struct Key<'de>(pub(super) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word")
            }
            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }
            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}
