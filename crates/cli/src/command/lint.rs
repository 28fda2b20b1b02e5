//! `sketchlint lint`: what an interviewer would say of boards.

use std::path::{Path, PathBuf};

use board::file;
use lint::baseline::{Baseline, Known};
use lint::{RULES, Session};

use crate::arguments::{Lint, ReportFormat};
use crate::command::choice::{Chooser, Holding, Refusal};
use crate::input::{self, Input};
use crate::judged::{Judged, Run, Unread};
use crate::outcome::{Exit, Outcome};
use crate::output::text::plural;
use crate::output::{github, junit, markdown, sarif, text};
use crate::recorded::Recorded;

pub(super) fn run(arguments: &Lint) -> Outcome {
    let mut chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let recorded = match arguments.baseline.as_deref().map(Recorded::read).transpose() {
        Ok(recorded) => recorded,
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let stdin = arguments.stdin_filename.as_deref();
    let mut run = match judge_all(&arguments.paths, stdin, &mut chooser, &mut outcome) {
        Ok(run) => run,
        Err(refusal) => return Outcome::refusal(refusal, arguments.color),
    };
    if let Some(recorded) = recorded {
        set_aside(&mut run, &recorded, &mut outcome);
    }
    outcome.out = put(&run, arguments);
    if run.is_failed() {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    outcome
}

/// Judges all that `paths` stand for, standard input under the name of `stdin`.
pub(super) fn judge_all(
    paths: &[PathBuf],
    stdin: Option<&Path>,
    chooser: &mut Chooser,
    outcome: &mut Outcome,
) -> Result<Run, Refusal> {
    let mut run = Run::default();
    for input in paths.iter().flat_map(|path| input::read_as(path, stdin)) {
        let holding = chooser.holding(input.path.as_deref().or(stdin))?;
        match judge(input, &holding, outcome) {
            Ok(judged) => run.judged.push(judged),
            Err(unread) => {
                outcome.complain(format!("{}: {}", unread.path, unread.why));
                run.unread.push(unread);
            }
        }
    }
    Ok(run)
}

/// Takes out of the reports what is recorded, and says how much of that is mended.
fn set_aside(run: &mut Run, recorded: &Recorded, outcome: &mut Outcome) {
    let mut mended = 0;
    for judged in &mut run.judged {
        let Some(baseline) = recorded.of(Path::new(&judged.path)) else {
            continue;
        };
        let now = Baseline::of(&judged.report);
        mended += baseline.names().filter(|name| !now.knows(name)).count();
        judged.known = baseline.set_aside(&mut judged.report);
    }
    if mended > 0 {
        let places = plural(mended, "place of the baseline is", "places of the baseline are");
        outcome.remark(format!(
            "{places} mended: `sketchlint baseline prune` takes that out."
        ));
    }
}

/// All that was found, in the form that was asked for.
fn put(run: &Run, arguments: &Lint) -> String {
    match arguments.format {
        ReportFormat::Text => text::findings(&run.judged, arguments.color.wanted()),
        ReportFormat::Json => {
            let reports = run
                .judged
                .iter()
                .map(|judged| (judged.path.as_str(), &judged.report));
            lint::json::document(&reports.collect::<Vec<_>>())
        }
        ReportFormat::Sarif => sarif::document(run, arguments.rule_book.as_deref()),
        ReportFormat::Github => github::annotations(run),
        ReportFormat::Junit => junit::document(run),
        ReportFormat::Markdown => markdown::document(run),
    }
}

/// Lints one file. What the reader dropped is said, and no reason to stop.
fn judge(input: Input, holding: &Holding, outcome: &mut Outcome) -> Result<Judged, Unread> {
    let Input { name: path, text, .. } = input;
    let unread = |why: String| Unread {
        path: path.clone(),
        why,
    };
    let text = text.map_err(|error| unread(error.to_string()))?;
    let opened = file::read(&text).map_err(|error| unread(error.to_string()))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{path}: {dropped}"));
    }
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, &holding.options);
    let asked = RULES.iter().copied().filter(|rule| holding.options.selects(rule));
    Ok(Judged {
        path,
        text,
        opened,
        report,
        gate: holding.gate(),
        asked: asked.collect(),
        known: Known::default(),
    })
}
