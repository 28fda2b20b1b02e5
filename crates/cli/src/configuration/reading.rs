//! Makes settings of the text of a file, every fault told with its place and its remedy.

use std::ops::Range;
use std::path::{Path, PathBuf};

use board::nearest;
use lint::{Level, PROFILES, Setting, Severity};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Body, Configuration, Fault, Said, leads_down, shown};

/// The levels, as they are named to people.
const LEVELS: &str = "off, on, info, warning or error";
const FAIL_ON: &[&str] = &["error", "warning", "info", "never"];
const EVERYWHERE: &[&str] = &[
    "profile",
    "fail-on",
    "strict",
    "rules",
    "folders",
    "baseline",
    "rule-book",
];
const IN_A_FOLDER: &[&str] = &["profile", "fail-on", "strict", "rules"];

type Key<'t> = (&'t str, Range<usize>);
type Value<'t> = Spanned<DeValue<'t>>;

/// A text that is being read.
struct File<'t> {
    /// As people are told.
    path: String,
    text: &'t str,
}

/// The settings in `text`, which is the file at `path`.
pub(super) fn read(path: &Path, text: &str) -> Result<Configuration, Fault> {
    let file = File {
        path: shown(path),
        text,
    };
    let root = DeTable::parse(text).map_err(|error| {
        let lines = "This is how a line looks: `fail-on = \"warning\"`.";
        file.fault(error.span(), error.message().to_owned(), Some(lines.to_owned()))
    })?;
    let mut whole = Body::default();
    let mut folders = Vec::new();
    for (key, value) in entries(root.get_ref()) {
        let origin = file.origin(key.1.start);
        match key.0 {
            "folders" => folders = file.folders(value)?,
            "baseline" => {
                let name = file.word(value, "the name of a file, in quotes")?;
                let folder = path.parent().unwrap_or(Path::new(""));
                whole.baseline = Some(Said::new(folder.join(name), origin));
            }
            "rule-book" => {
                let url = file.word(value, "a URL, in quotes")?;
                whole.rule_book = Some(Said::new(url.to_owned(), origin));
            }
            _ => file.entry(&mut whole, key, value, EVERYWHERE)?,
        }
    }
    Ok(Configuration {
        path: path.to_owned(),
        whole,
        folders,
    })
}

impl File<'_> {
    fn fault(&self, range: Option<Range<usize>>, message: String, remedy: Option<String>) -> Fault {
        Fault {
            path: self.path.clone(),
            text: self.text.to_owned(),
            range,
            message,
            remedy,
        }
    }

    /// `sketchlint.toml:4`.
    fn origin(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        format!("{}:{line}", self.path)
    }

    /// Takes one key, of those that are `known` here.
    fn entry(&self, body: &mut Body, key: Key<'_>, value: &Value<'_>, known: &[&str]) -> Result<(), Fault> {
        let (name, at) = key;
        let origin = self.origin(at.start);
        match name {
            "profile" => {
                let word = self.word(value, "the name of a profile, in quotes")?;
                let names: Vec<_> = PROFILES.iter().map(|profile| profile.name).collect();
                let found = lint::profile(word).ok_or_else(|| {
                    self.unknown(value, format!("no profile is called `{word}`"), word, &names)
                })?;
                body.profile = Some(Said::new(found, origin));
            }
            "fail-on" => {
                let word = self.word(value, "error, warning, info or never, in quotes")?;
                let found = fail_on(word).ok_or_else(|| {
                    self.unknown(
                        value,
                        format!("`{word}` is no severity to fail on"),
                        word,
                        FAIL_ON,
                    )
                })?;
                body.fail_on = Some(Said::new(found, origin));
            }
            "strict" => {
                let found = value.get_ref().as_bool();
                let found = found.ok_or_else(|| self.wrong(value, "true or false, without quotes"))?;
                body.strict = Some(Said::new(found, origin));
            }
            "rules" => body.rules = self.rules(value)?,
            _ => return Err(self.unknown_key((name, at), known)),
        }
        Ok(())
    }

    fn rules(&self, value: &Value<'_>) -> Result<Vec<Setting>, Fault> {
        let expected = "a table, such as `[rules]` with lines like `OWN = \"error\"`";
        let table = value
            .get_ref()
            .as_table()
            .ok_or_else(|| self.wrong(value, expected))?;
        let mut settings = Vec::new();
        for ((rules, at), value) in entries(table) {
            if !lint::names_a_rule(rules) {
                let (message, remedy) = no_such_rule(rules);
                return Err(self.fault(Some(at), message, Some(remedy)));
            }
            let word = self.word(value, &format!("{LEVELS}, in quotes"))?;
            let level = Level::of(word).ok_or_else(|| {
                let (message, remedy) = no_such_level(word);
                self.fault(Some(value.span()), message, Some(remedy))
            })?;
            settings.push(Setting {
                rules: rules.to_owned(),
                level,
                origin: self.origin(at.start),
            });
        }
        Ok(settings)
    }

    fn folders(&self, value: &Value<'_>) -> Result<Vec<(PathBuf, Body)>, Fault> {
        let expected = "a table for each folder, such as `[folders.\"drafts\"]`";
        let table = value
            .get_ref()
            .as_table()
            .ok_or_else(|| self.wrong(value, expected))?;
        let mut folders = Vec::new();
        for ((name, at), value) in entries(table) {
            let path = Path::new(name);
            if !leads_down(path) {
                let message = format!("`{name}` leads out of the folder of this file");
                let remedy = "Name a folder or a board below it, or put a sketchlint.toml there.";
                return Err(self.fault(Some(at), message, Some(remedy.to_owned())));
            }
            let inner = value
                .get_ref()
                .as_table()
                .ok_or_else(|| self.wrong(value, expected))?;
            let mut body = Body::default();
            for (key, value) in entries(inner) {
                self.entry(&mut body, key, value, IN_A_FOLDER)?;
            }
            let plain = path
                .components()
                .filter(|part| *part != std::path::Component::CurDir);
            folders.push((plain.collect::<PathBuf>(), body));
        }
        folders.sort_by_key(|(path, _)| path.components().count());
        Ok(folders)
    }

    fn word<'v>(&self, value: &'v Value<'_>, expected: &str) -> Result<&'v str, Fault> {
        value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.wrong(value, expected))
    }

    fn wrong(&self, value: &Value<'_>, expected: &str) -> Fault {
        let message = format!(
            "this has to be {expected}, and is of type {}",
            value.get_ref().type_str()
        );
        self.fault(Some(value.span()), message, None)
    }

    fn unknown(&self, value: &Value<'_>, message: String, word: &str, known: &[&str]) -> Fault {
        self.fault(Some(value.span()), message, Some(meant(word, known)))
    }

    fn unknown_key(&self, (name, at): Key<'_>, known: &[&str]) -> Fault {
        // Who writes a rule at the top of the file meant the table of rules.
        let remedy = match lint::names_a_rule(name) {
            true => "Rules are set below a line `[rules]`.".to_owned(),
            false => meant(name, known),
        };
        self.fault(
            Some(at),
            format!("there is no setting `{name}` here"),
            Some(remedy),
        )
    }
}

/// The keys and values of a table, as they stand in the file.
fn entries<'a, 't>(table: &'a DeTable<'t>) -> impl Iterator<Item = (Key<'a>, &'a Value<'t>)> {
    table
        .iter()
        .map(|(key, value)| ((key.get_ref().as_ref(), key.span()), value))
}

/// The severity that a word names; the inner nothing is `never`.
fn fail_on(word: &str) -> Option<Option<Severity>> {
    let severity = Severity::ALL.iter().find(|severity| severity.as_str() == word);
    match severity {
        Some(severity) => Some(Some(*severity)),
        None => (word == "never").then_some(None),
    }
}

/// No rule has that name: what is wrong, and what to do.
pub(crate) fn no_such_rule(unknown: &str) -> (String, String) {
    let known = lint::RULES.iter().flat_map(|rule| [rule.code, rule.name]);
    let begun = |name: &&str| unknown.len() > 2 && name.starts_with(&unknown.to_ascii_lowercase());
    let family = || unknown.get(..3).filter(|family| lint::names_a_rule(family));
    let meant = nearest(unknown, known.clone())
        .or_else(|| known.clone().find(begun))
        .or_else(family)
        .map_or_else(String::new, |meant| format!("Did you mean `{meant}`? "));
    (
        format!("no rule is called `{unknown}`"),
        format!("{meant}`sketchlint rules` lists them all."),
    )
}

/// No level has that name: what is wrong, and what to do.
pub(crate) fn no_such_level(word: &str) -> (String, String) {
    let levels: Vec<_> = Level::ALL.iter().map(|level| level.as_str()).collect();
    let meant = nearest(word, levels).map_or_else(String::new, |meant| format!("Did you mean `{meant}`? "));
    (
        format!("a rule cannot be set to `{word}`"),
        format!("{meant}A rule is set to {LEVELS}."),
    )
}

/// The one of `known` that was meant, or all of them.
fn meant(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!("There are {}.", known.join(", ")),
    }
}
