//! What `fix` did, for people: a line for each fix, what is left, and what could be done by name.

use std::fmt::Write;

use lint::{Mended, Summary};
use similar::TextDiff;

use super::printable;
use super::text::{self, plural};

/// A file that was mended.
pub(crate) struct Fixed {
    /// The path as typed or found.
    pub(crate) name: String,
    /// It came from standard input and goes to standard output.
    pub(crate) is_piped: bool,
    /// The text before.
    pub(crate) old: String,
    /// The text after.
    pub(crate) new: String,
    /// What was done, and what the rules still say.
    pub(crate) mended: Mended,
    /// What is left holds what was asked to fail.
    pub(crate) is_failed: bool,
}

/// What was done, or what would be where nothing `is_made`.
pub(crate) fn said(files: &[Fixed], is_made: bool) -> String {
    let mut text = String::new();
    let mut total = Summary::default();
    let mut count = 0;
    for file in files {
        for mend in &file.mended.made {
            let on = mend.place.id().map_or_else(String::new, |id| format!(" on {id}"));
            let _ = writeln!(text, "{}: {} ({}{on})", file.name, mend.title, mend.rule.code);
        }
        if !file.mended.is_settled {
            let _ = writeln!(text, "{}: more can be mended; run this once more", file.name);
        }
        count += file.mended.made.len();
        text::add(&mut total, file.mended.report.summary());
    }
    if files.is_empty() {
        return text;
    }
    let done = match (count, is_made) {
        (0, _) => "nothing to mend without asking".to_owned(),
        (_, true) => format!("{} made", plural(count, "fix", "fixes")),
        (_, false) => format!("{} would be made", plural(count, "fix", "fixes")),
    };
    let _ = writeln!(text, "{done}; left: {}", text::summary(&total, files.len()));
    text.push_str(&by_name(files));
    printable(&text).into_owned()
}

/// Which rules have fixes left that are made by name alone.
fn by_name(files: &[Fixed]) -> String {
    let findings = files.iter().flat_map(|file| &file.mended.report.findings);
    let mut codes: Vec<&str> = findings
        .filter(|finding| !finding.fixes.is_empty())
        .map(|finding| finding.rule.code)
        .collect();
    codes.sort_unstable();
    let counts: Vec<String> = codes
        .chunk_by(|one, other| one == other)
        .filter_map(|alike| Some(format!("{} ({})", alike.first()?, alike.len())))
        .collect();
    match counts.is_empty() {
        true => String::new(),
        false => format!("By name with --apply: {}\n", counts.join(", ")),
    }
}

/// The lines that change, in the unified form that other programs read.
pub(crate) fn diff(file: &Fixed) -> String {
    if file.old == file.new {
        return String::new();
    }
    let lines = TextDiff::from_lines(&file.old, &file.new);
    let diff = lines.unified_diff().header(&file.name, &file.name).to_string();
    printable(&diff).into_owned()
}
