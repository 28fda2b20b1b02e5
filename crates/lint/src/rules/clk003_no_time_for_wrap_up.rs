//! CLK003: the bell rings while boxes are drawn.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::clock;
use crate::rule::rule;
use crate::session::{Deed, LAST_MINUTES, MINUTE};
use crate::wrapping::is_blank;

rule! {
    /// # No time for wrap-up
    ///
    /// ## What it looks at
    /// The session's log, once it reaches minute 40 and something was drawn in it: whether the wrap-up was begun before
    /// minute 43. A log of more than two hours, or one that began with boxes already on the board, is not judged, nor
    /// is a wrap-up that was on the board before.
    ///
    /// ## Why an interviewer minds
    /// The last five minutes are the only ones that the interviewer does not lead. One more box adds little at that
    /// point; a design that is never summed up loses what the other forty minutes earned.
    ///
    /// ## Bad board
    /// ```bad
    /// at 0:40 answered latency
    /// at 6:00 drew
    /// at 44:10 drew
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// at 0:40 answered latency
    /// at 6:00 drew
    /// at 39:30 drew
    /// at 41:30 wrapped up
    /// ```
    ///
    /// ## Fix
    /// Put the pen down at minute 40, and sum up. Where the time has nearly run out, say the one sentence and the one
    /// risk.
    ///
    /// ## Source
    /// Interview guide, structure of the round: about five of 45 minutes for the wrap-up.
    "CLK003" "no-time-for-wrap-up" Clock Warning
    "by the log, the last five minutes had no room for the wrap-up"
    check
}

/// When a wrap-up can no longer be said in full, in milliseconds.
const TOO_LATE: u64 = 43 * MINUTE;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let session = context.session;
    let length = session.length_ms();
    if length < LAST_MINUTES || !session.is_interview(context.graph.box_count()) {
        return;
    }
    let message = match session.first(|deed| deed == Deed::WrappedUp) {
        Some(begun) if begun >= TOO_LATE => format!(
            "The wrap-up began at {}, which leaves no time to say it. Stop drawing at 40:00 next time, and sum up.",
            clock(begun),
        ),
        None if is_blank(context.board.wrap()) => format!(
            "The log has come to {} and nothing is summed up: one more box adds less than one sentence now. Leave the \
             drawing, and say what was designed, what comes first, and what may go wrong.",
            clock(length),
        ),
        _ => return,
    };
    findings.say(Place::Session, || message);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["session"], "at 0:40 answered latency\nat 6:00 drew\nat 40:00 drew"),
            (&["session"], "at 6:00 drew\nat 43:30 wrapped up"),
            (&[], "at 6:00 drew\nat 39:59 drew"),
            (&[], "at 6:00 drew\nat 42:59 wrapped up\nat 44:00 drew"),
            (&[], "at 6:00 drew\nat 41:00 drew\n[ingest] Kafka\nsummary: We score swipes."),
            (&[], "at 6:00 drew\nat 150:00 drew"),
            (&[], "at 6:00 answered latency\nat 41:00 answered cost"),
        ]);
    }
}
