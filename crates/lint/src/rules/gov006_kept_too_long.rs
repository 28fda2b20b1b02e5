//! GOV006: data that the law says should be gone.

use board::Question;
use quantity::{Compare, Dimension, Qualifier, Quantity};

use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::keeping::kept_for;
use crate::mention::mentions;
use crate::phrase::{duration, name, opening};
use crate::rule::rule;

rule! {
    /// # Kept too long
    ///
    /// ## What it looks at
    /// Whether the compliance answer gives a longest time to keep (`at most 2 years`, `delete after 30 days`,
    /// `purge after 90 days`), and then each ingest, process, store and serve box: whether it states a longer retention
    /// or replay window. A shortest time (`keep 7 years`) is no ceiling, and a box that states no time is not judged. A
    /// box whose words say that what it keeps is masked, tokenised, anonymised or aggregated may keep it for longer.
    ///
    /// ## Why an interviewer minds
    /// Keeping everything is the default of a lake and a breach of the law. Whoever names the law and keeps two years
    /// has not read it.
    ///
    /// ## Bad board
    /// ```bad
    /// scope compliance: GDPR, delete after 30 days
    /// [store] Delta Lake: keep 2 years
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope compliance: GDPR, delete after 30 days
    /// [store] Delta Lake: keep 30 days
    /// ```
    ///
    /// ## Fix
    /// Keep the data no longer than the answer allows, or say beside the box what is masked or taken out before it is
    /// kept. The fix writes the time that is allowed.
    ///
    /// ## Source
    /// General Data Protection Regulation, article 5 (1) e, storage limitation.
    "GOV006" "kept-too-long" Governance Warning
    "a store keeps data longer than the compliance answer allows"
    check
}

/// How people write that what is kept is no longer personal.
const HARMLESS: &[&str] = &["mask", "tokeni", "anonymi", "pseudonym", "aggregat", "redact", "hashed"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(answer) = context.board.answered(Question::Compliance) else { return };
    let Some(reading) = context.readings.answer(Question::Compliance) else { return };
    let deletes = mentions(&answer.text, &["delet", "purg", "eras", "remov"]);
    let is_ceiling = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Retention
            && (quantity.compare == Compare::AtMost || (deletes && quantity.compare != Compare::AtLeast))
    };
    let ceilings = reading.quantities.iter().filter(is_ceiling).filter_map(Quantity::number);
    let Some(ceiling) = ceilings.reduce(f64::min) else { return };
    for node in context.stages() {
        let kept = context.reading(node.slot).quantities.iter().filter(|quantity| is_kept(quantity));
        let longest = kept.filter_map(|quantity| Some((quantity, quantity.number()?)));
        let longest = longest.reduce(|one, other| if other.1 > one.1 { other } else { one });
        let Some((quantity, seconds)) = longest.filter(|(_, seconds)| *seconds > ceiling * (1.0 + 1e-9)) else {
            continue;
        };
        if context.box_mentions(node, HARMLESS) {
            continue;
        }
        let message = || format!(
            "{} keeps {}, and the compliance answer allows {}. Keep it no longer, or say what is taken out before.",
            opening(node),
            duration(seconds),
            duration(ceiling),
        );
        let said = findings
            .say(at_box(node), message)
            .words(|| "Longer than is allowed", Field::Constraints, &node.record.constraints, quantity.span)
            .clears(|| format!("{} at {} or less would pass", name(node), duration(ceiling)));
        said.fix_if(|| kept_for(context, node, ceiling), false);
    }
}

/// How long data lies there; a window to replay is kept as well.
fn is_kept(quantity: &Quantity) -> bool {
    quantity.dimension == Dimension::Retention
        && matches!(quantity.qualifier, None | Some(Qualifier::Hot | Qualifier::Warm | Qualifier::Cold | Qualifier::Replay))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["s"], "scope compliance: GDPR, at most 1 year\n[store] S: keep 2 years"),
            (&["k"], "scope compliance: purge after 7 days\n[ingest] K: 30-day replay"),
            (&[], "scope compliance: SOX, keep 7 years\n[store] S: keep 10 years"),
            (&[], "scope compliance: GDPR, at most 1 year\n[store] S: keep 2 years, PII masked"),
            (&[], "scope compliance: GDPR, at most 1 year\n[store] S: 2 TB"),
        ]);
    }
}
