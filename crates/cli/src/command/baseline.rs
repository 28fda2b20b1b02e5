//! `sketchlint baseline`: records what is found today, and takes out of that what is mended.

use std::path::Path;

use lint::baseline::Baseline;

use crate::arguments::{self, BaselineOf};
use crate::colour::Colour;
use crate::command::choice::Chooser;
use crate::command::lint::{Asked, judge_all};
use crate::configuration::shown;
use crate::judged::Judged;
use crate::obstacle::unwritten;
use crate::outcome::Outcome;
use crate::output::text::plural;
use crate::parallel::usual_jobs;
use crate::recorded::{FILE_NAME, Recorded};
use crate::rewrite;

pub(super) fn run(command: &arguments::Baseline) -> Outcome {
    let (of, is_new) = match command {
        arguments::Baseline::Write(of) => (of, true),
        arguments::Baseline::Prune(of) => (of, false),
    };
    let mut chooser = match Chooser::new(&of.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let file = match (
        &of.file,
        chooser.holding(of.paths.first().map(|path| path.join("board")).as_deref()),
    ) {
        (Some(file), _) => file.clone(),
        (None, Ok(holding)) => holding
            .baseline
            .map_or_else(|| FILE_NAME.into(), |said| said.value),
        (None, Err(refusal)) => return Outcome::refusal(refusal, Colour::Auto),
    };
    if is_new {
        return with_judged(of, &file, chooser, Recorded::empty(&file), write);
    }
    match Recorded::read(&file) {
        Ok(recorded) => with_judged(of, &file, chooser, recorded, prune),
        Err(why) => Outcome::failure(why),
    }
}

fn write(judged: &[Judged], recorded: &mut Recorded, file: &str) -> String {
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
    format!(
        "{file} records {findings} on {boards}. `sketchlint lint --baseline {file}` says from now on only what is new; in \
         sketchlint.toml, `baseline = \"{file}\"` does.\n"
    )
}

fn prune(judged: &[Judged], recorded: &mut Recorded, file: &str) -> String {
    let (mut mended, mut left) = (0, 0);
    for board in judged {
        let path = Path::new(&board.path);
        let before = recorded.of(path).cloned().unwrap_or_default();
        // In the order of the names, as those are.
        let gone = board.mended(&before);
        let kept: Vec<&str> = before
            .names()
            .filter(|name| gone.binary_search(name).is_err())
            .collect();
        mended += gone.len();
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
    format!("{file}: taken out {mended} and {gone}; {left} left.\n")
}

/// Judges the boards, lets `record` write down what was found, and writes the file unless a board could not be judged.
fn with_judged(
    of: &BaselineOf,
    file: &Path,
    chooser: Chooser,
    mut recorded: Recorded,
    record: fn(&[Judged], &mut Recorded, &str) -> String,
) -> Outcome {
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
    let shown = shown(file);
    if !run.unread.is_empty() {
        outcome.complain(format!("{shown} is left as it is: mend that first"));
        return outcome;
    }
    let said = record(&run.judged, &mut recorded, &shown);
    match rewrite::put(file, &recorded.text()) {
        Ok(()) => outcome.out = said,
        Err(error) => outcome.complain(format!("{shown}: {}", unwritten(&error))),
    }
    outcome
}
