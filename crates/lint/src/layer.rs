//! The layers of a medallion, as their boxes are called.

use analysis::Stop;
use board::Role;
use board::graph::BoxNode;

use crate::context::Context;

/// How refined the data is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Layer {
    Bronze,
    Silver,
    Gold,
}

impl Layer {
    /// What the layer is called; the metal first.
    pub(crate) const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Bronze => &["bronze", "raw", "landing"],
            Self::Silver => &["silver", "cleansed", "conformed"],
            Self::Gold => &["gold", "curated", "mart", "marts"],
        }
    }
}

/// Whether one of the words of `text` is among `names`.
pub(crate) fn says(text: &str, names: &[&str]) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// Whether `text` names the bronze layer.
pub(crate) fn names_bronze(text: &str) -> bool {
    says(text, Layer::Bronze.names())
}

impl Context<'_> {
    /// The layer of a store or process box by its name; nothing where it names several, as a job between two does.
    pub(crate) fn layer(&self, node: &BoxNode<'_>) -> Option<Layer> {
        let layers = || self.graph.boxes().map(|node| self.named_layer(node)).collect();
        let layers: &Vec<_> = self.layers.get_or_init(layers);
        layers.get(node.slot.index()).copied().flatten()
    }

    fn named_layer(&self, node: &BoxNode<'_>) -> Option<Layer> {
        if !matches!(node.record.role, Role::Store | Role::Process) {
            return None;
        }
        let sieve = self.sieve(Stop::Box(node.slot));
        let layers = [Layer::Bronze, Layer::Silver, Layer::Gold];
        let mut named = layers
            .into_iter()
            .filter(|layer| sieve.may_mention(layer.names()) && says(&node.record.label, layer.names()));
        let first = named.next();
        if named.next().is_some() { None } else { first }
    }

    /// The store holds data as it came.
    pub(crate) fn is_raw(&self, node: &BoxNode<'_>) -> bool {
        node.record.role == Role::Store && self.layer(node) == Some(Layer::Bronze)
    }

    /// The board is laid out in layers: a metal is named, or two layers are.
    pub(crate) fn has_medallion(&self) -> bool {
        let mut first = None;
        self.graph.boxes().any(|node| {
            let Some(layer) = self.layer(node) else {
                return false;
            };
            let metal = layer.names().get(..1).unwrap_or_default();
            says(&node.record.label, metal) || *first.get_or_insert(layer) != layer
        })
    }
}
