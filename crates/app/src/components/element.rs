//! Elements whose class is computed. The `html!` macro makes a set of every class that is no literal; a board has
//! hundreds of them, and here a class is a text like any other.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// An element with the attributes `names`, each with the value at its place; one without a value is left out.
pub(crate) fn element<const N: usize>(
    tag: &'static str,
    names: &'static [&'static str; N],
    values: [Option<AttrValue>; N],
    content: Html,
) -> Html {
    with_attributes(tag, names, Vec::from(values), content).into()
}

/// The same, still to be given listeners.
pub(crate) fn with_attributes(
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    content: Html,
) -> VTag {
    let attribute = |value: Option<AttrValue>| value.map(AttributeOrProperty::Attribute);
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic {
        keys: names,
        values: values.into_iter().map(attribute).collect(),
    });
    element.add_child(content);
    element
}

/// A number as the value of an attribute.
pub(crate) fn number(number: f64) -> Option<AttrValue> {
    Some(number.to_string().into())
}
