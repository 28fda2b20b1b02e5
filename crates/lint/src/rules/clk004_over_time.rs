//! CLK004: the interview was over.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::clock;
use crate::rule::rule;
use crate::session::INTERVIEW;

rule! {
    /// # Over time
    ///
    /// ## What it looks at
    /// The session's log: whether it goes on after minute 45. A log of more than two hours is of somebody who works on
    /// the board and not of an interview, and is not judged; nor is one in which nothing was drawn, or that began with
    /// boxes already on the board.
    ///
    /// ## Why an interviewer minds
    /// The interview ends at its time, whatever is still undrawn. A rehearsal that overruns hides which minutes were
    /// spent on what mattered least.
    ///
    /// ## Bad board
    /// ```bad
    /// at 0:40 answered latency
    /// at 6:00 drew
    /// at 42:00 wrapped up
    /// at 48:20 drew
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// at 0:40 answered latency
    /// at 6:00 drew
    /// at 42:00 wrapped up
    /// at 44:50 drew
    /// ```
    ///
    /// ## Fix
    /// Rehearse with the clock in sight, and cut from the middle: fewer boxes, each with its figure.
    ///
    /// ## Source
    /// Interview guide, structure of the round: 45 minutes, each step with its share.
    "CLK004" "over-time" Clock Info
    "by the log, the session went on after its 45 minutes"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let session = context.session;
    let length = session.length_ms();
    if length <= INTERVIEW || !session.is_interview(context.graph.box_count()) {
        return;
    }
    let late = session.moments.iter().filter(|moment| moment.at_ms > INTERVIEW).count();
    let message = || format!(
        "The log goes on until {}, and an interview ends at 45:00: what comes later is not seen. Next time leave \
         out a detail in the middle rather than the end.",
        clock(length),
    );
    findings
        .say(Place::Session, message)
        .evidence(|| format!("{late} of {} entries came after 45:00", session.moments.len()));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["session"], "at 6:00 drew\nat 45:01 wrapped up"),
            (&[], "at 6:00 drew\nat 45:00 wrapped up"),
            (&[], "at 6:00 drew\nat 121:00 drew"),
            (&[], "at 6:00 answered latency\nat 50:00 answered cost"),
        ]);
    }
}
