//! JSON as a tree that keeps what faults are told by: the order of the keys, and keys that are there twice.
//!
//! Every document is read from such a tree and written to one, so that the parser and the printer are compiled once
//! and not for each document: the page carries that weight.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use crate::fault::{Fault, Step};

/// A value of JSON; texts are borrowed where they can be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree<'t> {
    Null,
    Bool(bool),
    Number(Numeral),
    Text(Cow<'t, str>),
    List(Vec<Tree<'t>>),
    Object(Fields<'t>),
}

/// A number of JSON. The page prints none by serde_json, whose tables for that would weigh more than this file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numeral {
    /// A whole number that is not negative.
    Natural(u64),
    /// A whole number below nought.
    Negative(i64),
    /// Any other, finite.
    Real(f64),
}

impl Numeral {
    /// The nearest number with a fraction.
    pub(super) fn as_f64(self) -> f64 {
        match self {
            Self::Natural(number) => number as f64,
            Self::Negative(number) => number as f64,
            Self::Real(number) => number,
        }
    }

    /// The number, if it is whole and not negative.
    pub(super) fn as_u64(self) -> Option<u64> {
        match self {
            Self::Natural(number) => Some(number),
            Self::Negative(_) | Self::Real(_) => None,
        }
    }
}

impl From<i64> for Numeral {
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or(Self::Negative(number), Self::Natural)
    }
}

impl From<&serde_json::Number> for Numeral {
    fn from(number: &serde_json::Number) -> Self {
        match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Self::Natural(number),
            (None, Some(number)) => Self::Negative(number),
            (None, None) => Self::Real(number.as_f64().unwrap_or_default()),
        }
    }
}

impl fmt::Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Natural(number) => write!(f, "{number}"),
            Self::Negative(number) => write!(f, "{number}"),
            // The debug form is the shortest that reads back to the same value, and always has a point or an exponent.
            Self::Real(number) => write!(f, "{number:?}"),
        }
    }
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
    let grow = Grow {
        place: &mut place,
        until: None,
    };
    let grown = grow
        .deserialize(&mut deserializer)
        .and_then(|tree| deserializer.end().map(|()| tree));
    grown.map_err(|error| {
        place.reverse();
        NotGrown { place, error }
    })
}

/// The line of the place that `steps` lead to, as far as they can be followed.
pub(super) fn line_of(text: &str, steps: &[Step]) -> Option<usize> {
    if steps.is_empty() {
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let grow = Grow {
        place: &mut Vec::new(),
        until: Some(steps),
    };
    let stopped = grow.deserialize(&mut deserializer).err()?;
    Some(stopped.line())
}

impl<'t> Tree<'t> {
    /// What stands under a key of an object.
    pub(super) fn get(&self, key: &str) -> Option<&Tree<'t>> {
        match self {
            Self::Object(fields) => fields.iter().find(|(own, _)| own == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// What stands under a key of an object, to be changed.
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
            Self::Number(Numeral::Natural(number)) => number.into(),
            Self::Number(Numeral::Negative(number)) => number.into(),
            Self::Number(Numeral::Real(number)) => number.into(),
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
            Value::Number(number) => Self::Number(number.into()),
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
            Self::Number(number @ Numeral::Real(_)) => write!(f, "floating point `{number}`"),
            Self::Number(number) => write!(f, "integer `{number}`"),
            Self::Text(text) => write!(f, "string {text:?}"),
            Self::List(_) => f.write_str("a list"),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}

/// Grows a tree, or goes no further than a place and stops there by an error, which knows the line.
struct Grow<'p> {
    /// The steps to a fault, gathered on the way out, innermost first, so that they cost nothing else.
    place: &'p mut Vec<Step>,
    /// The steps to the place to stop at. What lies beside them is passed over.
    until: Option<&'p [Step]>,
}

/// Says that the place was reached, or as much of the way as there is.
const STOPPED: &str = "stopped";

impl<'de> DeserializeSeed<'de> for Grow<'_> {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        match self.until {
            None => deserializer.deserialize_any(self),
            Some([]) => Err(D::Error::custom(STOPPED)),
            Some(_) => match deserializer.deserialize_any(self) {
                Ok(_) => Err(D::Error::custom(STOPPED)),
                stopped => stopped,
            },
        }
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
        Ok(Tree::Number(Numeral::Natural(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(Numeral::Real(value)))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree<'de>, A::Error> {
        let mut items = Vec::new();
        for index in 0.. {
            let until = match self.until.map(<[Step]>::split_first) {
                None => None,
                Some(Some((Step::Item(wanted), rest))) if *wanted == index => Some(rest),
                Some(_) => match seq.next_element::<IgnoredAny>()? {
                    Some(_) => continue,
                    None => break,
                },
            };
            let place = &mut *self.place;
            match seq.next_element_seed(Grow { place, until }) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => break,
                Err(error) => {
                    self.place.push(Step::Item(index));
                    return Err(error);
                }
            }
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            let until = match self.until.map(<[Step]>::split_first) {
                None => None,
                Some(Some((Step::Key(wanted), rest))) if key == wanted.as_str() => Some(rest),
                Some(_) => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let place = &mut *self.place;
            match map.next_value_seed(Grow { place, until }) {
                Ok(value) => fields.push((key, value)),
                Err(error) => {
                    self.place.push(Step::Key(key.into_owned()));
                    return Err(error);
                }
            }
        }
        Ok(Tree::Object(fields))
    }
}

/// A key of an object, borrowed from the text where it can be.
struct Key<'de>(Cow<'de, str>);

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
