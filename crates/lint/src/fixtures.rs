//! A rule on small boards: where it speaks, where it nearly speaks, where it cannot tell, where it is set aside.
//!
//! Each rule's file ends with its own fixtures.

use board::Date;

use crate::{Options, Place, Report, Rule, check_in, example};

/// The places that the rule names, cannot-tells with a question mark, and the board as a sketch.
pub(crate) type Fixture = (&'static [&'static str], &'static str);

/// Holds `rule` to its fixtures: it names these places and no others, and is silent where the board sets it aside.
pub(crate) fn hold(rule: &'static Rule, fixtures: &[Fixture]) {
    for (places, text) in fixtures {
        let (report, said) = said(rule, text);
        assert_eq!(said, *places, "{} on\n{text}\n{report:#?}", rule.code);
    }
    let speaks = |fixture: &&Fixture| fixture.0.iter().any(|place| !place.starts_with('?'));
    let speaking = fixtures.iter().find(speaks);
    let (places, text) = speaking.unwrap_or_else(|| panic!("{} speaks nowhere", rule.code));
    let is_silent = |fixture: &Fixture| fixture.0.is_empty();
    assert!(
        fixtures.iter().any(is_silent),
        "{} nearly speaks nowhere",
        rule.code
    );
    if rule.family != crate::Family::Allow {
        set_aside(rule, places[0], text);
    }
}

/// By its code and by its name, where the rule speaks and nowhere else.
fn set_aside(rule: &'static Rule, place: &str, text: &str) {
    let has_id = !["board", "wrap", "session"].contains(&place);
    let on = if has_id {
        format!(" on {place}")
    } else {
        String::new()
    };
    for name in [rule.code, rule.name] {
        let text = format!("{text}\nallow {name}{on}: agreed with the team");
        let (report, said) = said(rule, &text);
        assert!(
            !said.contains(&place.to_owned()),
            "{} set aside as {name}: {said:?}",
            rule.code
        );
        assert_eq!(report.allowed[0].why, "agreed with the team");
        assert_eq!(report.summary().allowed, report.allowed.len());
    }
}

/// What `rule` alone says of the board of `text`, on a day of the year 2026.
fn said(rule: &Rule, text: &str) -> (Report, Vec<String>) {
    let (board, session) =
        example::read(text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", rule.code));
    let mut report = check_in(&session, &board, &Options::alone(rule, Date::new(2026, 7, 1)));
    report.findings.retain(|finding| finding.rule == rule);
    let name = |place: &Place| place.id().unwrap_or(place.kind()).to_owned();
    let found = report.findings.iter().map(|finding| name(&finding.place));
    let unknown = report.cannot_tell.iter();
    let unknown = unknown.map(|unknown| format!("?{}", name(&unknown.place)));
    let said = found.chain(unknown).collect();
    (report, said)
}
