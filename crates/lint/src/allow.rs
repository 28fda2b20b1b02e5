//! Sets aside what the board allows on purpose.

use board::{Allow, Board};

use crate::finding::Finding;
use crate::report::{Allowed, Report};

/// Moves every finding that an allow of `board` names, with a reason, from the findings to the allowed.
pub(crate) fn set_aside(board: &Board, report: &mut Report) {
    let allows: Vec<&Allow> = board.allows().iter().filter(|allow| has_reason(allow)).collect();
    if allows.is_empty() {
        return;
    }
    let findings = std::mem::take(&mut report.findings);
    for finding in findings {
        match allows.iter().find(|allow| matches(allow, &finding)) {
            Some(allow) => report.allowed.push(Allowed {
                finding,
                why: allow.why.trim().to_owned(),
            }),
            None => report.findings.push(finding),
        }
    }
}

/// An allow needs a why; a promise to write one is none.
fn has_reason(allow: &Allow) -> bool {
    let why = allow.why.trim();
    !why.is_empty() && !["todo", "tbd", "fixme"].contains(&why.to_ascii_lowercase().as_str())
}

/// Without a place it holds for the whole board.
fn matches(allow: &Allow, finding: &Finding) -> bool {
    let rule = allow.rule.trim();
    let names_rule = rule.eq_ignore_ascii_case(finding.rule.code) || rule == finding.rule.name;
    let on = allow.on.as_deref().map(str::trim).filter(|on| !on.is_empty());
    names_rule && on.is_none_or(|on| finding.place.id() == Some(on))
}
