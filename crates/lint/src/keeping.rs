//! How long a box keeps its data, changed to what the scope asks for: a setting, and no promise of how fast it is.

use board::graph::BoxNode;
use board::{BoxRecord, Edit, RecordId};
use quantity::{Dimension, Qualifier};

use crate::context::Context;
use crate::phrase::duration;

/// What to call the change of the one retention that `node` states to so many `seconds`, and the change. Nothing where it
/// states none or several.
pub(crate) fn kept_for(context: &Context<'_>, node: &BoxNode<'_>, seconds: f64) -> Option<(String, Edit)> {
    let mut kept = context.reading(node.slot).quantities.iter();
    let mut kept = kept.by_ref().filter(|it| it.dimension == Dimension::Retention);
    let (one, None) = (kept.next()?, kept.next()) else {
        return None;
    };
    let words = match one.qualifier {
        None => format!("keep {}", duration(seconds)),
        Some(Qualifier::Replay) => format!("replay {}", duration(seconds)),
        Some(_) => return None,
    };
    let text = &node.record.constraints;
    let (before, after) = (text.get(..one.span.start)?, text.get(one.span.end..)?);
    let record = BoxRecord {
        constraints: format!("{before}{words}{after}"),
        ..BoxRecord::clone(node.record)
    };
    let edit = context.put(RecordId::Box(node.id.clone()), record);
    Some((format!("Write {words} instead"), edit))
}
