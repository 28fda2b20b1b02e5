//! `sketchlint report`: a cohort of boards on one page.

use crate::arguments::Report;
use crate::colour::Colour;
use crate::command::choice::Chooser;
use crate::command::lint::{Asked, judge_all, set_aside};
use crate::command::{document, score};
use crate::outcome::{Exit, Outcome};
use crate::output::report;
use crate::output::text::plural;
use crate::parallel::in_order;

pub(super) fn run(arguments: &Report) -> Outcome {
    let chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser.with_typed(arguments.baseline.as_deref(), None),
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let jobs = arguments.jobs.count();
    let asked = Asked {
        paths: &arguments.paths,
        stdin: arguments.stdin_filename.as_deref(),
        jobs,
    };
    let mut run = match judge_all(&asked, chooser, &mut outcome) {
        Ok(run) => run,
        Err(refusal) => return Outcome::refusal(refusal, Colour::Auto),
    };
    if let Err(why) = set_aside(&mut run, &mut outcome) {
        return Outcome::failure(why);
    }
    // Why there is none was said; a page about none would only look like an answer.
    if run.judged.is_empty() {
        return outcome;
    }
    let scores = in_order(jobs, &run.judged, |judged| score::of(&judged.opened), |_| {});
    if run.is_failed() {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    let page = report::document(&run, &scores);
    document::put(&mut outcome, page, arguments.output.as_deref(), |shown| {
        let boards = plural(scores.len(), "board", "boards");
        let passed = scores.iter().filter(|score| score.passes()).count();
        format!("{shown} holds {boards}, of which {passed} pass.")
    });
    outcome
}
