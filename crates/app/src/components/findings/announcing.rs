//! Announcing: what has changed among the findings, said once it has settled.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use lint::Report;
use yew::prelude::*;

use crate::hooks::{Same, use_store};

/// The quiet after the last change, in milliseconds: who types is not talked over.
const SETTLED_MS: u32 = 1_000;

/// Says politely how many findings came or went since it was last said.
#[hook]
pub(crate) fn use_announcements(report: &Same<Report>) {
    let store = use_store();
    let told = use_mut_ref(|| 0);
    let due = use_mut_ref(|| None::<Timeout>);
    use_effect_with(Same(Rc::clone(&report.0)), move |report| {
        let now = report.findings.len();
        let speak = move || {
            let before = told.replace(now);
            if let Some(sentence) = sentence(before, now) {
                store.change_panels(|panels| panels.spoken = sentence);
            }
        };
        due.replace(Some(Timeout::new(SETTLED_MS, speak)));
    });
}

/// What is said when `before` findings have become `now`; nothing when nobody would notice.
fn sentence(before: usize, now: usize) -> Option<String> {
    let many = |count: usize| {
        if count == 1 {
            "1 finding".to_owned()
        } else {
            format!("{count} findings")
        }
    };
    match (before, now) {
        _ if before == now => None,
        (_, 0) => Some("Nothing left that an interviewer would raise.".to_owned()),
        (0, _) => Some(format!("{}.", many(now))),
        _ if now < before => Some(format!("{} fewer, {now} left.", many(before - now))),
        _ => Some(format!("{} more, {now} in all.", many(now - before))),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn only_what_changed_is_said() {
        assert_eq!(sentence(7, 5).as_deref(), Some("2 findings fewer, 5 left."));
        assert_eq!(sentence(5, 6).as_deref(), Some("1 finding more, 6 in all."));
        assert_eq!(sentence(0, 1).as_deref(), Some("1 finding."));
        assert_eq!(
            sentence(1, 0).as_deref(),
            Some("Nothing left that an interviewer would raise.")
        );
        assert_eq!(sentence(3, 3), None);
    }
}
