//! Sets aside what the board allows on purpose, and notes what became of each allow.

use board::{Allow, Board, Date};

use crate::finding::Finding;
use crate::options::Options;
use crate::report::{Allowed, Report};
use crate::rule::{Family, Rule};
use crate::rules::rule;

/// What became of one allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It sets a finding aside.
    SetsAside,
    /// Its rule was asked, and found nothing there.
    Idle,
    /// No rule has that code or name.
    UnknownRule,
    /// Its date has passed.
    Expired,
    /// Its reason says nothing.
    WithoutReason,
    /// Its rule was not asked, so nobody knows.
    NotAsked,
}

/// Moves every finding that an allow of `board` names, with a reason, from the findings to the allowed.
pub(crate) fn set_aside(board: &Board, options: &Options, report: &mut Report) -> Vec<Use> {
    let allows = board.allows();
    let mut uses: Vec<Use> = allows.iter().map(|allow| before(allow, options)).collect();
    if allows.is_empty() {
        return uses;
    }
    let findings = std::mem::take(&mut report.findings);
    for finding in findings {
        let mut by = None;
        for (allow, used) in allows.iter().zip(&mut uses) {
            if matches!(used, Use::Idle | Use::SetsAside) && matches(allow, &finding) {
                *used = Use::SetsAside;
                by = by.or(Some(allow));
            }
        }
        match by {
            Some(allow) => report.allowed.push(Allowed {
                finding,
                why: allow.why.trim().to_owned(),
            }),
            None => report.findings.push(finding),
        }
    }
    uses
}

/// What is known of an allow before any finding is seen.
fn before(allow: &Allow, options: &Options) -> Use {
    let expired = |until: Date| options.today.is_some_and(|today| until < today);
    match rule(&allow.rule) {
        None => Use::UnknownRule,
        Some(_) if !has_reason(allow) => Use::WithoutReason,
        Some(_) if allow.until.is_some_and(expired) => Use::Expired,
        Some(rule) if !can_be_set_aside(rule) || !options.selects(rule) => Use::NotAsked,
        Some(_) => Use::Idle,
    }
}

/// The rules on allows judge what is left when all others have spoken.
fn can_be_set_aside(rule: &Rule) -> bool {
    rule.family != Family::Allow
}

/// An allow needs a why; a promise to write one is none.
fn has_reason(allow: &Allow) -> bool {
    let why = allow.why.trim();
    !why.is_empty() && !["todo", "tbd", "fixme"].contains(&why.to_ascii_lowercase().as_str())
}

/// Without a place it holds for the whole board.
fn matches(allow: &Allow, finding: &Finding) -> bool {
    let on = allow.on.as_deref().map(str::trim).filter(|on| !on.is_empty());
    rule(&allow.rule) == Some(finding.rule) && on.is_none_or(|on| finding.place.id() == Some(on))
}
