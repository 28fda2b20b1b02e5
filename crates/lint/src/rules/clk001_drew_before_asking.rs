//! CLK001: the first box came before the first answer.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::clock;
use crate::rule::rule;
use crate::session::Deed;

rule! {
    /// # Drew before asking
    ///
    /// ## What it looks at
    /// The session's log: whether the first box or edge was drawn before any scoping question was answered. A board
    /// without a log, or one that began with boxes already on it, is not judged.
    ///
    /// ## Why an interviewer minds
    /// Whoever draws first designs the system that they know and not the one that was asked for. The order is what the
    /// interviewer remembers.
    ///
    /// ## Bad board
    /// ```bad
    /// at 0:40 drew
    /// at 6:00 answered latency
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// at 0:40 answered latency
    /// at 6:00 drew
    /// ```
    ///
    /// ## Fix
    /// Next time, ask three questions before the first box. The log of this board stays as it is; where there was a
    /// good reason, an allow can say it.
    ///
    /// ## Source
    /// Interview guide, round 3: never draw before you scope, three questions at least.
    "CLK001" "drew-before-asking" Clock Warning
    "by the log, the first box was drawn before the first answer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let session = context.session;
    let drew = session.first(|deed| deed == Deed::Drew).filter(|_| context.was_drawn_here());
    let answered = session.first(|deed| matches!(deed, Deed::Answered(_)));
    let Some(drew) = drew.filter(|drew| answered.is_none_or(|answered| answered > *drew)) else {
        return;
    };
    let then = match answered {
        Some(answered) => format!("the first answer came at {}", clock(answered)),
        None => "no question was answered".to_owned(),
    };
    let message = || format!(
        "The first box was drawn at {}, and {then}. Ask before you draw: three answers decide which boxes there are.",
        clock(drew),
    );
    findings.say(Place::Session, message);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["session"], "at 0:40 drew\nat 6:00 answered latency"),
            (&["session"], "at 0:40 drew\nat 1:00 wrapped up"),
            (&[], "at 0:40 answered latency\nat 6:00 drew"),
            (&[], "at 0:40 answered latency"),
            (&[], "at 0:40 drew\n[ingest] Kafka\n[serve] API"),
            (&[], "[ingest] Kafka"),
        ]);
    }
}
