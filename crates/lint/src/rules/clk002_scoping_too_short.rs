//! CLK002: two questions and off.

use board::Track;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::clock;
use crate::rule::rule;
use crate::session::{Deed, MINUTE};

rule! {
    /// # Scoping too short
    ///
    /// ## What it looks at
    /// The session's log: how long it was until the first box. Five minutes are meant for the opening, and its fifth is
    /// when the first boxes are drawn, so the rule asks for four whole minutes; on the product track it asks for ten. A
    /// log of more than two hours, or one that began with boxes already on the board, is not judged. Where nothing was
    /// answered before the first box, `CLK001` says so first.
    ///
    /// ## Why an interviewer minds
    /// What is asked in the first minutes decides what is drawn in the next thirty. A question that comes up at minute
    /// 20 costs the boxes that were drawn without its answer.
    ///
    /// ## Bad board
    /// ```bad
    /// at 0:40 answered latency
    /// at 1:30 drew
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// at 0:40 answered latency
    /// at 2:30 answered volume
    /// at 5:10 drew
    /// ```
    ///
    /// ## Fix
    /// Next time, keep the first five of 45 minutes (ten on the product track) for questions. The log of this board
    /// stays as it is; where there was a good reason, an allow can say it.
    ///
    /// ## Source
    /// Interview guide, round 3: the five-minute opening; product rounds: the first ten of 45 minutes for the problem.
    "CLK002" "scoping-too-short" Clock Warning
    "by the log, scoping took less than its first minutes: five of 45, ten on the product track"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let session = context.session;
    if !session.is_interview(context.graph.box_count()) {
        return;
    }
    let (least, asked) = match context.track {
        Track::DataEngineer => (4 * MINUTE, "five"),
        Track::ProductManager => (10 * MINUTE, "ten"),
    };
    let Some(drew) = session.first(|deed| deed == Deed::Drew).filter(|drew| *drew < least) else {
        return;
    };
    let message = || format!(
        "Scoping ended at {}, when the first box was drawn, and {asked} of 45 minutes are meant for it: what is asked \
         later costs the boxes drawn before. Ask on, and change what the answers change.",
        clock(drew),
    );
    findings
        .say(Place::Session, message)
        .follows("CLK001", Place::Session);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["session"], "at 0:40 answered latency\nat 3:59 drew"),
            (&["session"], "track: product-manager\nat 0:40 answered latency\nat 9:59 drew"),
            (&[], "at 0:40 answered latency\nat 4:00 drew"),
            (&[], "track: product-manager\nat 0:40 answered latency\nat 10:00 drew"),
            (&[], "at 0:40 answered latency\nat 1:00 drew\nat 180:00 drew"),
            (&[], "at 0:40 drew\n[ingest] Kafka\n[serve] API"),
            (&[], "at 0:40 answered latency"),
        ]);
    }
}
