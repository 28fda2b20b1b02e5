//! `sketchlint.toml`: which settings hold for a board, and where each was said.
//!
//! 1. [`search`] finds the nearest file above a board and keeps what it read.
//! 2. [`reading`] makes a [`Configuration`] of its text, or a [`Fault`] with its place and remedy.
//! 3. [`Configuration::bodies_for`] lays the file and its folders over one another for one board.

mod reading;
mod search;

use std::path::{Component, Path, PathBuf};

use lint::{Profile, Setting, Severity};

pub(crate) use reading::{no_such_level, no_such_rule};
pub(crate) use search::{Search, shown};

/// What a file is called that holds settings.
pub(crate) const FILE_NAME: &str = "sketchlint.toml";

/// A value with where it was said, for people: `sketchlint.toml:4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said<T> {
    pub(crate) value: T,
    pub(crate) origin: String,
}

impl<T> Said<T> {
    /// `value`, as `origin` says.
    pub(crate) fn new(value: T, origin: impl Into<String>) -> Self {
        Self {
            value,
            origin: origin.into(),
        }
    }
}

/// What can be set for a whole tree or for one folder of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    /// A set of settings with a name.
    pub(crate) profile: Option<Said<&'static Profile>>,
    /// The least grave finding that fails; nothing does where that is none.
    pub(crate) fail_on: Option<Said<Option<Severity>>>,
    /// Whether what cannot be told fails.
    pub(crate) strict: Option<Said<bool>>,
    /// How grave rules are.
    pub(crate) rules: Vec<Setting>,
    /// The baseline that is left out; from the folder of the file that says so, if one does.
    pub(crate) baseline: Option<Said<PathBuf>>,
    /// Where the rule book is to be read.
    pub(crate) rule_book: Option<Said<String>>,
}

/// One file of settings.
#[derive(Clone, Debug)]
pub(crate) struct Configuration {
    /// Where the file is, absolute.
    pub(crate) path: PathBuf,
    /// What holds everywhere below its folder.
    whole: Body,
    /// What holds below a folder, or for one file, by the path from the file's own folder; the shortest first.
    folders: Vec<(PathBuf, Body)>,
}

impl Configuration {
    /// What the file says of the board at `path`, which is absolute: the whole, then each folder that holds it.
    pub(crate) fn bodies_for(&self, path: &Path) -> Vec<&Body> {
        let here = self
            .path
            .parent()
            .and_then(|folder| path.strip_prefix(folder).ok());
        let within = self
            .folders
            .iter()
            .filter(|(folder, _)| here.is_some_and(|here| here.starts_with(folder)));
        std::iter::once(&self.whole)
            .chain(within.map(|(_, body)| body))
            .collect()
    }
}

/// A fault of a file of settings, with its place and what to do.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Where the file is, as people are told.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
    /// The bytes that are wrong; nothing where it is the file as a whole.
    pub(crate) range: Option<std::ops::Range<usize>>,
    /// What is wrong.
    pub(crate) message: String,
    /// What would be right.
    pub(crate) remedy: Option<String>,
}

/// Whether `path` leads down from where it is read, and nowhere else.
fn leads_down(path: &Path) -> bool {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    path.components().all(is_plain)
}
