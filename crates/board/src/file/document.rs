//! `document!`: an object of the file with its keys, declared once.
//!
//! One declaration gives reading, writing and the JSON Schema, so that the three cannot disagree. It keeps `x-` keys
//! and notes unknown ones.

use std::borrow::Cow;
use std::fmt::Display;

use super::tree::{self, Tree};
use crate::Extras;
use crate::fault::{Faults, Place};

/// What stands in a file. It can be used without its type, so that objects are read and written by code that is
/// compiled once.
pub(super) trait Document {
    /// Takes what it is from `tree`, which stands at `place`, and notes what does not fit.
    fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults);

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

        impl $(<$t: $crate::file::document::Document + Default>)? $crate::file::document::Document
            for $name $(<$t>)?
        {
            fn fill(
                &mut self,
                tree: $crate::file::tree::Tree<'_>,
                place: &$crate::fault::Place<'_>,
                faults: &mut $crate::fault::Faults,
            ) {
                let object = $crate::file::document::Object {
                    expected: concat!("an object that is ", $what),
                    fields: &mut [$(
                        $crate::file::document::Field {
                            key: $key,
                            is_required: $crate::file::document::document!(@$presence),
                            value: &mut self.$field,
                            is_there: false,
                        },
                    )+],
                    extras: [$( &mut self.$extras )?].into_iter().next(),
                    unknown: &mut self.unknown,
                };
                object.fill(tree, place, faults);
            }

            fn write(&self) -> $crate::file::tree::Tree<'_> {
                $crate::file::document::write_object(
                    &[$( ($key, $crate::file::document::document!(@$presence), &self.$field), )+],
                    [$( &self.$extras )?].into_iter().next(),
                )
            }
        }

        #[cfg(test)]
        impl $(<$t: schemars::JsonSchema>)? schemars::JsonSchema for $name $(<$t>)? {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                let name = stringify!($name).trim_end_matches("Doc").to_ascii_lowercase();
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

    (@required) => { true };
    (@optional) => { false };
}
pub(super) use document;

/// An object that waits to be filled.
pub(super) struct Object<'d> {
    pub(super) expected: &'static str,
    pub(super) fields: &'d mut [Field<'d>],
    /// Where `x-` keys are kept, if they are.
    pub(super) extras: Option<&'d mut Extras>,
    pub(super) unknown: &'d mut Vec<String>,
}

/// What stands under a key that means something.
pub(super) struct Field<'d> {
    pub(super) key: &'static str,
    pub(super) is_required: bool,
    pub(super) value: &'d mut dyn Document,
    pub(super) is_there: bool,
}

impl Object<'_> {
    pub(super) fn fill(mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
        let Some(fields) = fields_of(tree, self.expected, place, faults) else {
            return;
        };
        for (key, tree) in fields {
            let known = self.fields.iter_mut().find(|field| field.key == key);
            if let Some(field) = known {
                if std::mem::replace(&mut field.is_there, true) {
                    twice(field.key, place, faults);
                } else {
                    field.value.fill(tree, &place.key(field.key), faults);
                }
            } else if let (Some(extras), true) = (&mut self.extras, key.starts_with("x-")) {
                if extras.contains_key(&*key) {
                    twice(&key, place, faults);
                } else {
                    extras.insert(key.into_owned(), tree.into_value());
                }
            } else {
                self.unknown.push(key.into_owned());
            }
        }
        for field in self
            .fields
            .iter()
            .filter(|field| field.is_required && !field.is_there)
        {
            let key = field.key;
            faults.add(
                place,
                format!("the key `{key}` is missing"),
                format!("add `{key}`"),
            );
        }
    }
}

/// The object with these keys, of which some are required, and these extras.
pub(super) fn write_object<'d>(
    fields: &[(&'static str, bool, &'d dyn Document)],
    extras: Option<&'d Extras>,
) -> Tree<'d> {
    let mut written = Vec::with_capacity(fields.len());
    for &(key, is_required, value) in fields {
        let tree = match is_required {
            true => Some(value.write()),
            false => value.write_optional(),
        };
        written.extend(tree.map(|tree| (Cow::Borrowed(key), tree)));
    }
    for (key, value) in extras.into_iter().flatten() {
        written.push((Cow::Borrowed(key), value.into()));
    }
    Tree::Object(written)
}

/// The fields of an object.
pub(super) fn fields_of<'t>(
    tree: Tree<'t>,
    expected: &str,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Option<tree::Fields<'t>> {
    match tree {
        Tree::Object(fields) => Some(fields),
        other => {
            misplaced(&other, expected, place, faults);
            None
        }
    }
}

/// Notes what stands where something else is expected.
pub(super) fn misplaced(found: &dyn Display, expected: &str, place: &Place<'_>, faults: &mut Faults) {
    faults.add(
        place,
        format!("{found} cannot stand here"),
        format!("put {expected} here"),
    );
}

pub(super) fn twice(key: &str, place: &Place<'_>, faults: &mut Faults) {
    faults.add(
        place,
        format!("the key `{key}` is there twice"),
        "keep one of the two",
    );
}
