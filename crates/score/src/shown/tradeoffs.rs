//! What shows that choices were weighed.

use board::Question;

use super::{Facts, counted, has_digit, is_said, quoted};

pub(crate) fn rejects_alternatives(facts: &Facts<'_>) -> Option<String> {
    let rejected = facts.graph.boxes().flat_map(|node| &node.record.rejected);
    let reasoned: Vec<&str> = rejected
        .filter(|it| is_said(&it.option) && is_said(&it.why))
        .map(|it| it.option.trim())
        .collect();
    let named: Vec<&str> = reasoned.iter().copied().take(3).collect();
    let count = counted(reasoned.len(), "alternative", "alternatives");
    (!reasoned.is_empty()).then(|| format!("{count} rejected with a reason: {}", named.join(", ")))
}

pub(crate) fn gives_something_up(facts: &Facts<'_>) -> Option<String> {
    let mut tradeoffs = facts.board.wrap().tradeoffs.iter();
    let found = tradeoffs.find(|it| is_said(&it.chose) && is_said(&it.over) && is_said(&it.cost))?;
    Some(format!(
        "{} over {}, at the cost of {}",
        found.chose.trim(),
        found.over.trim(),
        quoted(&found.cost)
    ))
}

pub(crate) fn puts_a_number_on_it(facts: &Facts<'_>) -> Option<String> {
    let mut tradeoffs = facts.board.wrap().tradeoffs.iter();
    let found = tradeoffs.find_map(|it| [&it.cost, &it.impact].into_iter().find(|text| has_digit(text)))?;
    Some(quoted(found))
}

pub(crate) fn knows_the_risk(facts: &Facts<'_>) -> Option<String> {
    let risk = &facts.board.wrap().risk;
    (is_said(&risk.what) && is_said(&risk.mitigation)).then(|| quoted(&risk.what))
}

pub(crate) fn leaves_out(facts: &Facts<'_>) -> Option<String> {
    let out = facts
        .board
        .answered(Question::Out)
        .map(|answer| quoted(&answer.text));
    let left = facts.board.wrap().left_out.iter().find(|it| is_said(it));
    out.or_else(|| left.map(|left| quoted(left)))
}
