//! Numbers as JSON, written and read back to the last digit.

use board::{BoxId, EdgeId};
use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{At, Figure, Listed, Numbers};

/// The text is not what [`Numbers::write`] wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is not a text of numbers")]
pub struct Unreadable;

impl Numbers {
    /// All of it as one line of JSON; the fields are called as they are here.
    pub fn write(&self) -> String {
        self.to_value().to_string()
    }

    /// What [`write`](Self::write) wrote.
    ///
    /// # Errors
    /// [`Unreadable`] where `text` is anything else.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let value = serde_json::from_str(text).map_err(|_| Unreadable)?;
        Self::from_value(&value).ok_or(Unreadable)
    }
}

/// What stands in the text.
pub(super) trait Written: Sized {
    fn to_value(&self) -> Value;
    fn from_value(value: &Value) -> Option<Self>;
}

/// Structs that are written field by field.
macro_rules! record {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of_field:meta])* $field:ident: $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$of_field])* pub $field: $kind,)+
        }

        impl text::Written for $name {
            fn to_value(&self) -> serde_json::Value {
                let fields = [$((stringify!($field), text::Written::to_value(&self.$field)),)+];
                text::object(fields)
            }

            fn from_value(value: &serde_json::Value) -> Option<Self> {
                Some(Self {
                    $($field: text::Written::from_value(value.get(stringify!($field))?)?,)+
                })
            }
        }
    )+};
}

pub(super) use record;

pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    Value::Object(Map::from_iter(fields))
}

impl Written for f64 {
    fn to_value(&self) -> Value {
        json!(self)
    }

    fn from_value(value: &Value) -> Option<Self> {
        value.as_f64()
    }
}

impl Written for usize {
    fn to_value(&self) -> Value {
        json!(self)
    }

    fn from_value(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl Written for bool {
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }

    fn from_value(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Written for String {
    fn to_value(&self) -> Value {
        Value::String(self.clone())
    }

    fn from_value(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Written for BoxId {
    fn to_value(&self) -> Value {
        self.as_str().into()
    }

    fn from_value(value: &Value) -> Option<Self> {
        Self::new(value.as_str()?).ok()
    }
}

impl Written for At {
    fn to_value(&self) -> Value {
        match self {
            Self::Box(id) => object([("box", id.as_str().into())]),
            Self::Edge(id) => object([("edge", id.as_str().into())]),
        }
    }

    fn from_value(value: &Value) -> Option<Self> {
        if let Some(id) = value.get("box") {
            return Some(Self::Box(BoxId::new(id.as_str()?).ok()?));
        }
        let id = value.get("edge")?.as_str()?;
        Some(Self::Edge(EdgeId::new(id).ok()?))
    }
}

impl Written for Figure {
    fn to_value(&self) -> Value {
        match self {
            Self::Open => Value::from("open"),
            Self::Stated(number) => object([("stated", number.to_value())]),
            Self::WorkedOut(number) => object([("worked_out", number.to_value())]),
        }
    }

    fn from_value(value: &Value) -> Option<Self> {
        if value.as_str() == Some("open") {
            return Some(Self::Open);
        }
        if let Some(number) = value.get("stated") {
            return number.as_f64().map(Self::Stated);
        }
        value.get("worked_out")?.as_f64().map(Self::WorkedOut)
    }
}

impl<T: Written> Written for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Written::to_value)
    }

    fn from_value(value: &Value) -> Option<Self> {
        if value.is_null() {
            return Some(None);
        }
        T::from_value(value).map(Some)
    }
}

impl<T: Written> Written for Listed<T> {
    fn to_value(&self) -> Value {
        let rows = self.rows.iter().map(Written::to_value).collect();
        object([("rows", Value::Array(rows)), ("more", self.more.to_value())])
    }

    fn from_value(value: &Value) -> Option<Self> {
        let rows = value.get("rows")?.as_array()?;
        Some(Self {
            rows: rows.iter().map(T::from_value).collect::<Option<_>>()?,
            more: usize::from_value(value.get("more")?)?,
        })
    }
}
