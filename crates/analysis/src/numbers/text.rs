//! Numbers as JSON.

use board::BoxId;
use serde_json::{Map, Value, json};

use super::{At, Figure, Listed, Numbers};

impl Numbers {
    /// All of it as one line of JSON; the fields are called as they are here.
    pub fn write(&self) -> String {
        self.to_value().to_string()
    }
}

/// What stands in the text.
pub(crate) trait Written {
    fn to_value(&self) -> Value;
}

/// Structs that are written field by field.
macro_rules! record {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of_field:meta])* $field:ident: $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$of_field])* pub $field: $kind,)+
        }

        impl crate::numbers::text::Written for $name {
            fn to_value(&self) -> serde_json::Value {
                let fields = [$((stringify!($field), crate::numbers::text::Written::to_value(&self.$field)),)+];
                crate::numbers::text::object(fields)
            }
        }
    )+};
}

pub(crate) use record;

pub(crate) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    Value::Object(Map::from_iter(fields))
}

impl Written for f64 {
    fn to_value(&self) -> Value {
        json!(self)
    }
}

impl Written for usize {
    fn to_value(&self) -> Value {
        json!(self)
    }
}

impl Written for bool {
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Written for String {
    fn to_value(&self) -> Value {
        Value::String(self.clone())
    }
}

impl Written for BoxId {
    fn to_value(&self) -> Value {
        self.as_str().into()
    }
}

impl Written for At {
    fn to_value(&self) -> Value {
        match self {
            Self::Box(id) => object([("box", id.as_str().into())]),
            Self::Edge(id) => object([("edge", id.as_str().into())]),
        }
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
}

impl<T: Written> Written for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Written::to_value)
    }
}

impl<T: Written> Written for Listed<T> {
    fn to_value(&self) -> Value {
        let rows = self.rows.iter().map(Written::to_value).collect();
        object([("rows", Value::Array(rows)), ("more", self.more.to_value())])
    }
}
