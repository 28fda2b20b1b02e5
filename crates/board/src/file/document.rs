//! `document!`: an object of the file with its keys, declared once.
//!
//! One declaration gives reading, writing and the JSON Schema, so that the three cannot disagree. It keeps `x-` keys
//! and notes unknown ones.

use std::borrow::Cow;

use super::tree::{self, Tree};
use crate::Extras;
use crate::fault::{Fault, Step};

/// What stands in a file.
pub(super) trait Document: Sized {
    /// Reads it, or tells the first fault.
    fn read(tree: Tree<'_>) -> Result<Self, Fault>;

    /// The tree that reads back to the same.
    fn write(&self) -> Tree<'_>;

    /// The tree under an optional key, where there is something to write.
    fn write_optional(&self) -> Option<Tree<'_>> {
        Some(self.write()).filter(|tree| !tree.is_empty())
    }
}

/// Declares documents. Each field is `required` or `optional` (left out where it has its default value); an object
/// that says `keeps extras` keeps what stands under `x-` keys.
macro_rules! document {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident $(<$t:ident>)? ($what:literal $(, keeps $extras:ident)?) {
            $( $(#[doc = $field_doc:literal])+ $presence:ident $field:ident ($key:literal): $type:ty, )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Default)]
        pub(super) struct $name $(<$t>)? {
            $( $(#[doc = $field_doc])+ pub(super) $field: $type, )+
            $(
                /// Fields under `x-` keys.
                pub(super) $extras: crate::Extras,
            )?
            /// Keys that mean nothing here; never written.
            pub(super) unknown: Vec<String>,
        }

        impl $(<$t>)? $name $(<$t>)? {
            /// The keys that mean something here.
            pub(super) const KEYS: &'static [&'static str] = &[$($key),+];
        }

        impl $(<$t: $crate::file::document::Document>)? $crate::file::document::Document for $name $(<$t>)? {
            fn read(tree: $crate::file::tree::Tree<'_>) -> Result<Self, $crate::fault::Fault> {
                let keeps = false $( || stringify!($extras) == "extras" )?;
                let expected = concat!("an object that is ", $what);
                let mut fields = $crate::file::document::Fields::sort(tree, expected, Self::KEYS, keeps)?;
                Ok(Self {
                    $( $field: fields.$presence($key)?, )+
                    $( $extras: fields.$extras, )?
                    unknown: fields.unknown,
                })
            }

            fn write(&self) -> $crate::file::tree::Tree<'_> {
                let mut fields = Vec::with_capacity(Self::KEYS.len());
                $( $crate::file::document::document!(@written $presence fields $key self.$field); )+
                $( $crate::file::document::write_extras(&self.$extras, &mut fields); )?
                $crate::file::tree::Tree::Object(fields)
            }
        }

        #[cfg(test)]
        impl $(<$t: schemars::JsonSchema>)? schemars::JsonSchema for $name $(<$t>)? {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                let name = stringify!($name).trim_end_matches("Doc").to_lowercase();
                $( let name = format!("{name}-{}", $t::schema_name()); )?
                name.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                #[allow(unused_mut)]
                let mut object = $crate::file::schema::Object::new(concat!($($doc),+));
                $( object.field(
                    $key,
                    concat!($($field_doc),+),
                    stringify!($presence) == "required",
                    generator.subschema_for::<$type>(),
                ); )+
                $( object.keep(stringify!($extras)); )?
                object.finish()
            }
        }
    )+};

    (@written required $fields:ident $key:literal $value:expr) => {
        $fields.push(($key.into(), $crate::file::document::Document::write(&$value)))
    };
    (@written optional $fields:ident $key:literal $value:expr) => {
        if let Some(tree) = $crate::file::document::Document::write_optional(&$value) {
            $fields.push(($key.into(), tree));
        }
    };
}
pub(super) use document;

/// The values of an object, sorted by what their keys mean.
pub(super) struct Fields<'t> {
    known: Vec<(&'static str, Tree<'t>)>,
    pub(super) extras: Extras,
    pub(super) unknown: Vec<String>,
}

impl<'t> Fields<'t> {
    /// Sorts an object whose `keys` mean something, and which `keeps` what stands under `x-` keys, or not.
    pub(super) fn sort(
        tree: Tree<'t>,
        expected: &str,
        keys: &[&'static str],
        keeps: bool,
    ) -> Result<Self, Fault> {
        let mut fields = Self {
            known: Vec::new(),
            extras: Extras::new(),
            unknown: Vec::new(),
        };
        for (key, value) in object(tree, expected)? {
            if let Some(&known) = keys.iter().find(|known| **known == key) {
                if fields.known.iter().any(|(earlier, _)| *earlier == known) {
                    return Err(twice(known));
                }
                fields.known.push((known, value));
            } else if keeps && key.starts_with("x-") {
                if fields.extras.contains_key(&*key) {
                    return Err(twice(&key));
                }
                fields.extras.insert(key.into_owned(), value.into_value());
            } else {
                fields.unknown.push(key.into_owned());
            }
        }
        Ok(fields)
    }

    pub(super) fn required<T: Document>(&mut self, key: &str) -> Result<T, Fault> {
        match self.take(key) {
            Some(tree) => under(key, T::read(tree)),
            None => Err(Fault {
                place: Vec::new(),
                what: format!("the key `{key}` is missing"),
                remedy: format!("add `{key}`"),
            }),
        }
    }

    pub(super) fn optional<T: Document + Default>(&mut self, key: &str) -> Result<T, Fault> {
        match self.take(key) {
            Some(tree) => under(key, T::read(tree)),
            None => Ok(T::default()),
        }
    }

    fn take(&mut self, key: &str) -> Option<Tree<'t>> {
        let index = self.known.iter().position(|(known, _)| *known == key)?;
        Some(self.known.swap_remove(index).1)
    }
}

/// The fields of an object, whose keys are not looked at.
pub(super) fn object<'t>(tree: Tree<'t>, expected: &str) -> Result<tree::Fields<'t>, Fault> {
    match tree {
        Tree::Object(fields) => Ok(fields),
        other => Err(misplaced(&other, expected)),
    }
}

/// Tells what stands where something else is expected.
pub(super) fn misplaced(found: &dyn std::fmt::Display, expected: &str) -> Fault {
    Fault {
        place: Vec::new(),
        what: format!("{found} cannot stand here"),
        remedy: format!("put {expected} here"),
    }
}

pub(super) fn twice(key: &str) -> Fault {
    Fault {
        place: Vec::new(),
        what: format!("the key `{key}` is there twice"),
        remedy: "keep one of the two".to_owned(),
    }
}

/// What was read under `key`: a fault there is one step further down.
pub(super) fn under<T>(key: &str, read: Result<T, Fault>) -> Result<T, Fault> {
    read.map_err(|fault| below(Step::Key(key.to_owned()), fault))
}

/// The fault as it is seen from one step above.
pub(super) fn below(step: Step, mut fault: Fault) -> Fault {
    fault.place.insert(0, step);
    fault
}

/// Writes what is kept under `x-` keys.
pub(super) fn write_extras<'t>(extras: &'t Extras, fields: &mut tree::Fields<'t>) {
    for (key, value) in extras {
        fields.push((Cow::Borrowed(key), value.into()));
    }
}
