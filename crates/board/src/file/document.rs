//! `document!`: an object of the file with its keys, declared once.
//!
//! One declaration gives reading, writing and the JSON Schema, so that the three cannot disagree. Unlike serde's
//! derive it keeps `x-` keys and notes unknown ones without buffering the object, which would lose the place of
//! faults and most of the speed.

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
        #[derive(Clone, Debug, PartialEq, Default)]
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

        impl<'de $(, $t: serde::Deserialize<'de>)?> serde::Deserialize<'de> for $name $(<$t>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields<T>(std::marker::PhantomData<T>);
                impl<'de $(, $t: serde::Deserialize<'de>)?> serde::de::Visitor<'de> for Fields<$name $(<$t>)?> {
                    type Value = $name $(<$t>)?;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("an object that is ", $what))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                        $( let mut $field: Option<$type> = None; )+
                        $( let mut $extras = crate::Extras::new(); )?
                        let mut unknown = Vec::new();
                        while let Some($crate::file::value::Key(key)) = map.next_key()? {
                            match &*key {
                                $( $key => {
                                    if $field.replace(map.next_value()?).is_some() {
                                        return Err($crate::file::document::twice($key));
                                    }
                                } )+
                                $( other if other.starts_with("x-") => {
                                    if $extras.insert(other.to_owned(), map.next_value()?).is_some() {
                                        return Err($crate::file::document::twice(other));
                                    }
                                } )?
                                other => {
                                    unknown.push(other.to_owned());
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        Ok($name {
                            $( $field: $crate::file::document::document!(@filled $presence $field $key), )+
                            $( $extras, )?
                            unknown,
                        })
                    }
                }
                deserializer.deserialize_map(Fields(std::marker::PhantomData))
            }
        }

        impl $(<$t: serde::Serialize + PartialEq>)? serde::Serialize for $name $(<$t>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $( $crate::file::document::document!(@written $presence map $key self.$field); )+
                $( for (key, value) in &self.$extras {
                    map.serialize_entry(key, value)?;
                } )?
                map.end()
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

    (@filled required $field:ident $key:literal) => {
        $field.ok_or_else(|| $crate::file::document::missing($key))?
    };
    (@filled optional $field:ident $key:literal) => {
        $field.unwrap_or_default()
    };
    (@written required $map:ident $key:literal $value:expr) => {
        $map.serialize_entry($key, &$value)?
    };
    (@written optional $map:ident $key:literal $value:expr) => {
        if !$crate::file::document::is_default(&$value) {
            $map.serialize_entry($key, &$value)?
        }
    };
}
pub(super) use document;

pub(super) fn twice<E: serde::de::Error>(key: &str) -> E {
    E::custom(format_args!("the key `{key}` is there twice"))
}

pub(super) fn missing<E: serde::de::Error>(key: &str) -> E {
    E::custom(format_args!("the key `{key}` is missing"))
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
