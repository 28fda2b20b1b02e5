//! `sketchlint lint`: what an interviewer would say of boards.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use board::file;
use lint::baseline::Known;
use lint::{RULES, Session};

use crate::arguments::{Lint, ReportFormat};
use crate::command::choice::{Chooser, Holding, Refusal};
use crate::command::stream;
use crate::input::{self, Source};
use crate::judged::{Judged, Run, Unread};
use crate::outcome::{Exit, Outcome};
use crate::output::text::plural;
use crate::output::{github, junit, markdown, sarif, text};
use crate::parallel::in_order;
use crate::progress::Progress;
use crate::recorded::Recorded;

pub(super) fn run(arguments: &Lint) -> Outcome {
    if arguments.ndjson {
        return stream::run(arguments);
    }
    let chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser.with_typed(arguments.baseline.as_deref(), arguments.rule_book.as_deref()),
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let asked = Asked {
        paths: &arguments.paths,
        stdin: arguments.stdin_filename.as_deref(),
        jobs: arguments.jobs.count(),
    };
    let mut run = match judge_all(&asked, chooser, &mut outcome) {
        Ok(run) => run,
        Err(refusal) => return Outcome::refusal(refusal, arguments.color),
    };
    if let Err(why) = set_aside(&mut run, &mut outcome) {
        return Outcome::failure(why);
    }
    outcome.out = put(&run, arguments);
    if run.is_failed() {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    // The process ends with this, and takes all memory along sooner than it can be given back piece by piece.
    std::mem::forget(run);
    outcome
}

/// What is judged, and by how many threads.
pub(super) struct Asked<'a> {
    /// Files, folders or `-`.
    pub(super) paths: &'a [PathBuf],
    /// What standard input is called.
    pub(super) stdin: Option<&'a Path>,
    pub(super) jobs: usize,
}

/// Judges all that was asked for, in its order.
pub(super) fn judge_all(asked: &Asked<'_>, chooser: Chooser, outcome: &mut Outcome) -> Result<Run, Refusal> {
    let sources = asked
        .paths
        .iter()
        .flat_map(|path| input::sources(path, asked.stdin));
    let sources: Vec<Source> = sources.collect();
    let mut progress = Progress::of(sources.len());
    let chooser = Mutex::new(chooser);
    let judge = |source: &Source| -> Result<_, Refusal> {
        let path = source.path.as_deref().or(asked.stdin);
        // A thread that held it and gave up has left it whole: it is only ever added to.
        let holding = chooser
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .holding(path)?;
        let book = holding.rule_book.as_ref().map(|said| said.value.clone());
        Ok((judge(source, &holding), book))
    };
    let judged = in_order(asked.jobs, &sources, judge, |done| progress.heard(done));
    drop(progress);
    let mut run = Run::default();
    for judged in judged {
        let (judged, book) = judged?;
        run.rule_book = run.rule_book.or(book);
        match judged {
            Ok(judged) => {
                for dropped in &judged.opened.dropped {
                    outcome.remark(format!("{}: {dropped}", judged.path));
                }
                run.judged.push(judged);
            }
            Err(unread) => {
                outcome.complain(format!("{}: {}", unread.path, unread.why));
                run.unread.push(unread);
            }
        }
    }
    Ok(run)
}

/// Takes out of the reports what the baselines record, and says how much of that is mended.
pub(super) fn set_aside(run: &mut Run, outcome: &mut Outcome) -> Result<(), String> {
    let mut read: BTreeMap<PathBuf, Recorded> = BTreeMap::new();
    let mut mended = 0;
    for judged in &mut run.judged {
        let Some(path) = &judged.baseline else {
            continue;
        };
        let recorded = match read.entry(path.clone()) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(place) => place.insert(Recorded::read(path)?),
        };
        let Some(baseline) = recorded.of(Path::new(&judged.path)) else {
            continue;
        };
        mended += judged.mended(baseline).len();
        judged.known = baseline.set_aside(&mut judged.report);
    }
    if mended > 0 {
        let places = plural(mended, "place of the baseline is", "places of the baseline are");
        outcome.remark(format!(
            "{places} mended: `sketchlint baseline prune` takes that out."
        ));
    }
    Ok(())
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
        ReportFormat::Sarif => sarif::document(run),
        ReportFormat::Github => github::annotations(run),
        ReportFormat::Junit => junit::document(run),
        ReportFormat::Markdown => markdown::document(run),
    }
}

/// Lints one file.
fn judge(source: &Source, holding: &Holding) -> Result<Judged, Unread> {
    let unread = |why: String| Unread {
        path: source.name.clone(),
        why,
    };
    let text = source.text().map_err(unread)?;
    let opened = file::read(&text).map_err(|error| unread(error.to_string()))?;
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, &holding.options);
    let asked = RULES.iter().copied().filter(|rule| holding.options.selects(rule));
    Ok(Judged {
        path: source.name.clone(),
        text,
        opened,
        report,
        gate: holding.gate(),
        asked: asked.collect(),
        baseline: holding.baseline.as_ref().map(|said| said.value.clone()),
        known: Known::default(),
    })
}
