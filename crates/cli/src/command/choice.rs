//! What `lint` and `fix` share: which rules are asked, on which day, and what counts as failing.

use std::time::{SystemTime, UNIX_EPOCH};

use board::{Date, nearest};
use lint::{Options, Report, Severity};

use crate::arguments::{Choice, FailOn};

/// The rules that were chosen, asked today; a sentence where a selector names none.
pub(super) fn options(choice: &Choice) -> Result<Options, String> {
    let selectors = choice.select.iter().chain(&choice.ignore);
    let names_none = |selector: &&String| {
        let alone = Options {
            select: vec![(*selector).clone()],
            ..Options::default()
        };
        selector.trim().is_empty() || !lint::RULES.iter().any(|rule| alone.selects(rule))
    };
    if let Some(unknown) = selectors.into_iter().find(names_none) {
        return Err(no_such_rule(unknown));
    }
    Ok(Options {
        select: choice.select.clone(),
        ignore: choice.ignore.clone(),
        today: Some(today()),
    })
}

/// No rule has that name; the one that was meant, if one is near.
pub(super) fn no_such_rule(unknown: &str) -> String {
    let known = lint::RULES.iter().flat_map(|rule| [rule.code, rule.name]);
    let meant = nearest(unknown, known).map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
    format!("no rule is called `{unknown}`.{meant} `sketchlint rules` lists them all.")
}

/// Whether the report holds a finding that makes the exit status 1.
pub(super) fn fails(report: &Report, fail_on: FailOn) -> bool {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return false,
    };
    report.worst().is_some_and(|worst| worst <= least)
}

/// The day by the machine's clock, in universal time.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the time comes in"
)]
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_days(i64::try_from(since.as_secs() / 86_400).unwrap_or_default())
}
