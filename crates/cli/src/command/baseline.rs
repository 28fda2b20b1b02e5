//! `sketchlint baseline`: records what is found today, and takes out of that what is mended.

use std::path::Path;

use lint::baseline::Baseline;

use crate::arguments::{self, BaselineOf};
use crate::colour::Colour;
use crate::command::choice::Chooser;
use crate::command::lint::{Asked, judge_all};
use crate::judged::Judged;
use crate::outcome::Outcome;
use crate::output::text::plural;
use crate::parallel::usual_jobs;
use crate::recorded::Recorded;
use crate::rewrite;

pub(super) fn run(command: &arguments::Baseline) -> Outcome {
    match command {
        arguments::Baseline::Write(of) => write(of),
        arguments::Baseline::Prune(of) => prune(of),
    }
}

fn write(of: &BaselineOf) -> Outcome {
    with_judged(of, Recorded::empty(&of.file), |judged, recorded| {
        let mut findings = 0;
        for board in judged {
            let baseline = Baseline::of(&board.report);
            findings += board.report.findings.len();
            recorded.put(Path::new(&board.path), baseline);
        }
        let (findings, boards) = (
            plural(findings, "finding", "findings"),
            plural(judged.len(), "board", "boards"),
        );
        let file = of.file.display();
        format!(
            "{file} records {findings} on {boards}. `sketchlint lint --baseline {file}` says from now on only what is new.\n"
        )
    })
}

fn prune(of: &BaselineOf) -> Outcome {
    let recorded = match Recorded::read(&of.file) {
        Ok(recorded) => recorded,
        Err(why) => return Outcome::failure(why),
    };
    with_judged(of, recorded, |judged, recorded| {
        let (mut mended, mut left) = (0, 0);
        for board in judged {
            let path = Path::new(&board.path);
            let now = Baseline::of(&board.report);
            let before = recorded.of(path).cloned().unwrap_or_default();
            let kept: Vec<&str> = before.names().filter(|name| now.knows(name)).collect();
            mended += before.names().count() - kept.len();
            left += kept.len();
            recorded.put(path, kept.into_iter().collect());
        }
        let gone = recorded.gone();
        for key in &gone {
            recorded.forget(key);
        }
        let (mended, gone) = (
            plural(mended, "mended place", "mended places"),
            plural(gone.len(), "board that is gone", "boards that are gone"),
        );
        let file = of.file.display();
        format!("{file}: taken out {mended} and {gone}; {left} left.\n")
    })
}

/// Judges the boards, lets `record` write down what was found, and writes the file unless a board could not be judged.
fn with_judged(
    of: &BaselineOf,
    mut recorded: Recorded,
    record: impl FnOnce(&[Judged], &mut Recorded) -> String,
) -> Outcome {
    let chooser = match Chooser::new(&of.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let asked = Asked {
        paths: &of.paths,
        stdin: None,
        jobs: usual_jobs(),
    };
    let run = match judge_all(&asked, chooser, &mut outcome) {
        Ok(run) => run,
        Err(refusal) => return Outcome::refusal(refusal, Colour::Auto),
    };
    if !run.unread.is_empty() {
        outcome.complain(format!("{} is left as it is: mend that first", of.file.display()));
        return outcome;
    }
    let said = record(&run.judged, &mut recorded);
    match rewrite::put(&of.file, &recorded.text()) {
        Ok(()) => outcome.out = said,
        Err(error) => outcome.complain(format!("{}: cannot be written: {error}", of.file.display())),
    }
    outcome
}
