//! `cargo xtask test` and `cargo xtask check`: run stages, report each, count everything.

use crate::arguments::Arguments;
use crate::browser::{Browser, ensure_packages};
use crate::failure::Failure;
use crate::say::{Stopwatch, say, spoken};
use crate::stage::{Group, Ready, STAGES, Stage};
use crate::tally::Tally;
use crate::toolchain::{check_rust, ensure_checkers, ensure_target};
use crate::trunk::{Profile, Trunk};

/// Runs everything, or one group; `false` when anything failed.
pub(crate) fn test(mut arguments: Arguments) -> Result<bool, Failure> {
    let only = arguments.value("--only")?.map(|word| group(&word)).transpose()?;
    arguments.finish()?;
    check_rust()?;
    ensure_checkers()?;
    let wanted = |group| only.is_none_or(|only| only == group);
    let (wasm, end_to_end) = (wanted(Group::Wasm), wanted(Group::EndToEnd));
    let profile = if end_to_end {
        Profile::Release
    } else {
        Profile::Serve
    };
    let ready = Ready {
        trunk: if_wanted(wasm || end_to_end, || Trunk::ready(profile)),
        browser: if_wanted(wasm || end_to_end, Browser::ready),
        packages: if_wanted(end_to_end, || ensure_packages("tests")),
    };
    let stages = STAGES.into_iter().filter(|stage| wanted(stage.group));
    Ok(run(&ready, stages))
}

/// Runs what needs no browser and no bundle; `false` when anything failed.
pub(crate) fn check(arguments: Arguments) -> Result<bool, Failure> {
    arguments.finish()?;
    check_rust()?;
    ensure_checkers()?;
    ensure_target()?;
    let ready = Ready {
        trunk: Err(Failure::Unasked),
        browser: Err(Failure::Unasked),
        packages: Err(Failure::Unasked),
    };
    Ok(run(&ready, STAGES.into_iter().filter(|stage| stage.quick)))
}

/// A part of set-up, unless nobody asked for it; a failure is told again by the stages it stops.
fn if_wanted<T>(wanted: bool, set_up: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    if !wanted {
        return Err(Failure::Unasked);
    }
    set_up().inspect_err(|failure| say(&failure.to_string()))
}

fn group(word: &str) -> Result<Group, Failure> {
    match word {
        "native" => Ok(Group::Native),
        "wasm" => Ok(Group::Wasm),
        "e2e" => Ok(Group::EndToEnd),
        _ => Err(Failure::Usage(format!(
            "`--only {word}` is none of native, wasm, e2e"
        ))),
    }
}

fn run(ready: &Ready, stages: impl Iterator<Item = Stage>) -> bool {
    let mut total = Tally::default();
    let mut report = Vec::new();
    for stage in stages {
        say(stage.name);
        let watch = Stopwatch::start();
        let tally = (stage.run)(ready).unwrap_or_else(|failure| {
            say(&failure.to_string());
            Tally::FAILED
        });
        total.add(tally);
        report.push(line(stage.name, tally, &spoken(watch.elapsed())));
    }
    println!();
    report.iter().for_each(|line| println!("{line}"));
    let total = total.ended(true);
    println!("\n{} passed, {} failed", total.passed, total.failed);
    total.failed == 0
}

fn line(name: &str, tally: Tally, time: &str) -> String {
    format!(
        "{name:<20} {:>6} passed {:>4} failed {time:>12}",
        tally.passed, tally.failed
    )
}

#[cfg(test)]
mod tests {
    use super::{group, run};
    use crate::failure::Failure;
    use crate::stage::{Group, Ready, STAGES, Stage};
    use crate::tally::Tally;

    fn nothing() -> Ready {
        let failure = || Failure::NotReady("nothing is there.".into());
        Ready {
            trunk: Err(failure()),
            browser: Err(failure()),
            packages: Err(failure()),
        }
    }

    fn stage(run: fn(&Ready) -> Result<Tally, Failure>) -> Stage {
        Stage {
            name: "a stage",
            group: Group::Native,
            quick: true,
            run,
        }
    }

    #[test]
    fn only_knows_its_groups() {
        assert_eq!(group("wasm"), Ok(Group::Wasm));
        assert!(matches!(group("all"), Err(Failure::Usage(_))));
    }

    #[test]
    fn a_failed_stage_or_none_fails_the_whole() {
        let pass = stage(|_| Ok(Tally::PASSED));
        let fail = stage(|_| Ok(Tally::FAILED));
        assert!(run(&nothing(), [pass].into_iter()));
        assert!(!run(&nothing(), [fail, pass].into_iter()));
        assert!(!run(&nothing(), [].into_iter()));
    }

    #[test]
    fn stages_without_their_set_up_fail_and_say_so() {
        for stage in STAGES.iter().filter(|stage| stage.group == Group::EndToEnd) {
            let failure = (stage.run)(&nothing()).unwrap_err();
            assert!(failure.to_string().contains("nothing is there"), "{failure}");
        }
    }
}
