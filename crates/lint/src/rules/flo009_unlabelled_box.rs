//! FLO009: a box without a name.

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::opening;
use crate::rule::rule;

rule! {
    /// # Unlabelled box
    ///
    /// ## What it looks at
    /// Every box: whether it has a label.
    ///
    /// ## Why an interviewer minds
    /// What has no name cannot be talked about, and in the round everything is talked about.
    ///
    /// ## Bad board
    /// ```bad
    /// b1 = [process]
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring
    /// ```
    ///
    /// ## Fix
    /// Say what it does (`Scoring`) or what it is (`Flink`); either is better than neither.
    ///
    /// ## Source
    /// Our own.
    "FLO009" "unlabelled-box" Flow Error
    "a box without a label"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context
        .graph
        .boxes()
        .filter(|node| node.record.label.trim().is_empty())
    {
        let message = || format!(
            "{} cannot be talked about. Say what it does, or what it is.",
            opening(node)
        );
        findings.say(at_box(node), message);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["b1"], "b1 = [process]"),
            (&[], "[process] Job"),
        ]);
    }
}
