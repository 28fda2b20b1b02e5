//! Whether it is time to wrap up, and what of it is written.

use board::{Tradeoff, Wrap};

use crate::context::Context;
use crate::phrase::quote;
use crate::session::MINUTE;

/// When the wrap-up comes into sight, in milliseconds of the session.
const IN_SIGHT: u64 = 35 * MINUTE;

impl Context<'_> {
    /// The board stands for an interview: it answers a prompt, or was drawn in the session. What neither holds of, such
    /// as the architecture of a running system, owes nobody a wrap-up.
    pub(crate) fn is_round(&self) -> bool {
        self.board.brief().prompt.is_some() || self.was_drawn_here()
    }

    /// Something was drawn for each box: the board was not opened or pasted.
    pub(crate) fn was_drawn_here(&self) -> bool {
        self.session.drew(self.graph.box_count())
    }
}

/// The wrap-up is judged: something is drawn, and either a word of the wrap-up is written, or it is an interview, data
/// flows from an ingest box to whoever reads it, and the session is past minute 35 (or was not logged).
pub(crate) fn is_due(context: &Context<'_>) -> bool {
    if !is_blank(context.board.wrap()) {
        return context.is_drawn();
    }
    let is_in_sight = !context.was_drawn_here() || context.session.length_ms() >= IN_SIGHT;
    context.is_round() && is_in_sight && context.is_whole()
}

/// Nothing of the wrap-up is written. What is left out is said while scoping, and does not begin it.
pub(crate) fn is_blank(wrap: &Wrap) -> bool {
    let risk = &wrap.risk;
    let says_nothing = |text: &String| text.trim().is_empty();
    [&wrap.summary, &risk.what, &risk.mitigation]
        .into_iter()
        .all(says_nothing)
        && wrap.mvp.iter().all(says_nothing)
        && tradeoffs(wrap).next().is_none()
}

/// The trade-offs of which something is written.
pub(crate) fn tradeoffs(wrap: &Wrap) -> impl Iterator<Item = &Tradeoff> {
    let is_written = |it: &&Tradeoff| {
        let texts = [&it.chose, &it.over, &it.cost, &it.impact];
        texts.into_iter().any(|text| !text.trim().is_empty())
    };
    wrap.tradeoffs.iter().filter(is_written)
}

/// What a trade-off is called in a sentence: what was chosen, or else the first thing that is written of it.
fn tradeoff_name(tradeoff: &Tradeoff) -> String {
    let texts = [&tradeoff.chose, &tradeoff.over, &tradeoff.cost, &tradeoff.impact];
    let written = texts.into_iter().find(|text| !text.trim().is_empty());
    written.map_or_else(String::new, |text| quote(text))
}

/// The opening of a sentence on the trade-offs of which that `is` so, as in: the trade-off so-and-so has; nothing where
/// there are none.
pub(crate) fn tradeoffs_have(wrap: &Wrap, is: impl Fn(&Tradeoff) -> bool) -> Option<String> {
    let named: Vec<String> = tradeoffs(wrap).filter(|it| is(it)).map(tradeoff_name).collect();
    let (nouns, has) = match named.as_slice() {
        [] => return None,
        [_] => ("trade-off", "has"),
        _ => ("trade-offs", "have"),
    };
    // Three at the most: each is quoted, and the sentence must still be read.
    let shown = named.get(..3).unwrap_or(&named);
    Some(format!(
        "The {nouns} {} {has}",
        crate::phrase::list(shown, named.len())
    ))
}
