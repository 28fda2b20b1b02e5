//! WRP002: everything comes first.

use board::{Edit, RecordId, Wrap};

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{list, quote};
use crate::rule::rule;
use crate::wrapping::{is_blank, is_due};

rule! {
    /// # MVP not cut
    ///
    /// ## What it looks at
    /// How many features the wrap-up builds first: whether it is none, or more than three. It is judged when the
    /// wrap-up is; see `WRP001`. A wrap-up that is missing altogether is said by `WRP001`, and this is folded under it.
    ///
    /// ## Why an interviewer minds
    /// Whoever builds everything first has not decided what proves the design. Two or three features that stand on
    /// their own say what the first six weeks are for, and what may wait.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 50k ev/s
    /// summary: Every swipe is scored inline within 200 ms.
    /// mvp: scoring
    /// mvp: replay
    /// mvp: dashboards
    /// mvp: model training
    /// mvp: case management
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 50k ev/s
    /// summary: Every swipe is scored inline within 200 ms.
    /// mvp: score one card scheme inline
    /// mvp: dead letters with an hourly replay
    /// ```
    ///
    /// ## Fix
    /// Name the two or three without which nobody would use it, and let the rest wait. The fix keeps the first three,
    /// and moves the rest to what is left out; undo it where other features should come first.
    ///
    /// ## Source
    /// Interview guide, structure of the round: the top two or three features to build first.
    "WRP002" "mvp-not-cut" WrapUp Warning
    "the wrap-up names no feature to build first, or more than three"
    check
}

/// How many features are still a cut.
const MOST: usize = 3;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !is_due(context) {
        return;
    }
    let wrap = context.board.wrap();
    let features: Vec<&String> = wrap.mvp.iter().filter(|it| !it.trim().is_empty()).collect();
    match features.get(MOST..) {
        None | Some([]) if !features.is_empty() => {}
        Some(rest @ [_, ..]) => {
            let named: Vec<String> = rest.iter().take(2).map(|it| quote(it)).collect();
            let message = || format!(
                "{} features are to be built first, which is no cut: {} could wait. Keep the two or three without which \
                 nobody would use it.",
                features.len(),
                list(&named, rest.len()),
            );
            let later = cut(context, MOST);
            findings
                .say(Place::Wrap, message)
                .fix(|| ("Move all but the first three to what is left out", later), false);
        }
        _ => {
            let message = || "Nothing says which features come first, so all of it would have to. Name the two or three \
                           that prove the design.";
            let said = findings.say(Place::Wrap, message);
            if is_blank(wrap) {
                said.follows("WRP001", Place::Wrap);
            }
        }
    }
}

/// The edit by which all features after the first `most` are left out instead.
fn cut(context: &Context<'_>, most: usize) -> Edit {
    let mut wrap = Wrap::clone(context.board.wrap());
    wrap.mvp.retain(|feature| !feature.trim().is_empty());
    let rest = wrap.mvp.split_off(most.min(wrap.mvp.len()));
    wrap.left_out.extend(rest);
    context.put(RecordId::Wrap, wrap)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["wrap"], "[ingest] K\nsummary: We score swipes."),
            (&["wrap"], "[ingest] K\nmvp: a\nmvp: b\nmvp: c\nmvp: d"),
            (&["wrap"], "prompt: fraud-50k\n[ingest] K\n[serve] API\nK -> API"),
            (&[], "[ingest] K\nmvp: a\nmvp: b\nmvp: c"),
            (&[], "[ingest] K\nmvp: a"),
            (&[], "[ingest] K"),
        ]);
    }
}
