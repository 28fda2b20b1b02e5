//! `sketchlint diff`: which findings a change brought, and which it mended.

use std::fmt::Write;
use std::path::Path;

use lint::baseline::{Baseline, Item, items};
use serde::Serialize;

use crate::arguments::{Diff, Format};
use crate::colour::Colour;
use crate::command::choice::Chooser;
use crate::command::lint::{Asked, judge_all};
use crate::judged::Judged;
use crate::outcome::{Exit, Outcome};
use crate::output::text::plural;
use crate::output::{json, printable};
use crate::parallel::usual_jobs;

pub(super) fn run(arguments: &Diff) -> Outcome {
    let chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let paths = [arguments.before.clone(), arguments.after.clone()];
    // What comes from standard input is the other file at another time, and judged by the same settings.
    let stdin = paths
        .iter()
        .find(|path| path.as_os_str() != "-")
        .map(|path| path.as_path());
    if stdin.is_none() {
        return Outcome::failure("only one of the two can come from standard input; name the other");
    }
    if let Some(folder) = paths.iter().find(|path| path.is_dir()) {
        return Outcome::failure(format!("{}: a folder; name two boards", folder.display()));
    }
    let asked = Asked {
        paths: &paths,
        stdin,
        jobs: usual_jobs(),
    };
    let run = match judge_all(&asked, chooser, &mut outcome) {
        Ok(run) => run,
        Err(refusal) => return Outcome::refusal(refusal, Colour::Auto),
    };
    let [before, after] = run.judged.as_slice() else {
        return outcome;
    };
    let change = Change::of(before, after);
    if change
        .brought
        .iter()
        .any(|item| after.gate.is_failing(item.severity()))
    {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    match arguments.format {
        Format::Text => outcome.out = printable(&change.text(before, after)).into_owned(),
        Format::Json => outcome.out = json::line(&change.answer(before, after)).out,
    }
    outcome
}

/// What differs between two boards.
struct Change<'j> {
    brought: Vec<Item<'j>>,
    mended: Vec<Item<'j>>,
    unchanged: usize,
}

impl<'j> Change<'j> {
    fn of(before: &'j Judged, after: &'j Judged) -> Self {
        let new = |report: &'j lint::Report, other: &lint::Report| -> Vec<Item<'j>> {
            let known = Baseline::of(other);
            items(report)
                .into_iter()
                .filter(|item| !known.knows(&item.name))
                .collect()
        };
        let brought = new(&after.report, &before.report);
        Self {
            unchanged: items(&after.report).len() - brought.len(),
            mended: new(&before.report, &after.report),
            brought,
        }
    }

    fn text(&self, before: &Judged, after: &Judged) -> String {
        let mut text = String::new();
        for (title, items, board) in [
            ("Brought", &self.brought, after),
            ("Mended", &self.mended, before),
        ] {
            if items.is_empty() {
                continue;
            }
            let _ = writeln!(text, "{title}:");
            for item in items {
                let (rule, severity) = (item.finding.rule, item.severity().as_str());
                let place = board.called(item.place);
                let said = said(item);
                let _ = writeln!(
                    text,
                    "  {severity:7}  {} {}, {place}: {said}",
                    rule.code, rule.name
                );
            }
            text.push('\n');
        }
        let (brought, mended) = (self.brought.len(), self.mended.len());
        let brought = plural(brought, "finding", "findings");
        let _ = writeln!(
            text,
            "{brought} brought, {mended} mended, {} as before.",
            self.unchanged
        );
        text
    }

    fn answer<'a>(&'a self, before: &'a Judged, after: &'a Judged) -> Answer<'a> {
        Answer {
            version: 1,
            before: Path::new(&before.path),
            after: Path::new(&after.path),
            brought: self.brought.iter().map(Row::of).collect(),
            mended: self.mended.iter().map(Row::of).collect(),
            unchanged: self.unchanged,
        }
    }
}

/// What an item says: the finding's own words, or that it is so here, too.
fn said<'i>(item: &'i Item<'_>) -> &'i str {
    match item.is_first() {
        true => &item.finding.message,
        false => "the same here",
    }
}

#[derive(Serialize)]
struct Answer<'j> {
    version: u32,
    before: &'j Path,
    after: &'j Path,
    brought: Vec<Row<'j>>,
    mended: Vec<Row<'j>>,
    unchanged: usize,
}

#[derive(Serialize)]
struct Row<'j> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    #[serde(rename = "where")]
    place: Place<'j>,
    message: &'j str,
}

#[derive(Serialize)]
struct Place<'j> {
    kind: &'static str,
    id: Option<&'j str>,
}

impl<'j> Row<'j> {
    fn of(item: &'j Item<'_>) -> Self {
        Self {
            rule: item.finding.rule.code,
            name: item.finding.rule.name,
            severity: item.severity().as_str(),
            place: Place {
                kind: item.place.kind(),
                id: item.place.id(),
            },
            message: said(item),
        }
    }
}
