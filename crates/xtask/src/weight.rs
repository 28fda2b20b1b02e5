//! What the files of the bundle weigh, raw and as a web server would send them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::answer;
use crate::failure::Failure;
use crate::workspace::files_below;

/// A file of the bundle and its sizes in bytes; compressed ones only where node is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weight {
    pub(crate) name: String,
    pub(crate) raw: u64,
    pub(crate) gzip: Option<u64>,
    pub(crate) brotli: Option<u64>,
}

impl Weight {
    /// Not part of the first load: the page shows without its fonts, fetches its second part, the linter and what is looked up
    /// when it has drawn itself, and an example when it is asked for.
    pub(crate) fn comes_later(&self) -> bool {
        let is_font = [".woff2", ".woff", ".ttf", ".otf"]
            .iter()
            .any(|ending| self.name.ends_with(ending));
        is_font
            || self.is_second_part()
            || self.is_style_of_it()
            || self.is_linter()
            || self.is_reference()
            || self.name.starts_with("diagrams/")
            || self.name.starts_with("fonts/")
    }

    /// What the page needs later.
    pub(crate) fn is_second_part(&self) -> bool {
        self.name.starts_with("later")
    }

    /// How that looks: the styles that `www/index.html` links without holding up the first sight.
    fn is_style_of_it(&self) -> bool {
        let panels = ["numbers-", "score-", "what_if-"];
        self.name.ends_with(".css") && panels.iter().any(|panel| self.name.starts_with(panel))
    }

    /// Of the program that judges.
    pub(crate) fn is_linter(&self) -> bool {
        self.name.starts_with("linter")
    }

    /// What is looked up: the pages of the rules, and what interviewers answer.
    pub(crate) fn is_reference(&self) -> bool {
        ["rules.json", "interviewers.json"].contains(&self.name.as_str())
    }
}

/// Weighs every file below a folder.
pub(crate) fn weigh(folder: &Path) -> Result<Vec<Weight>, Failure> {
    files_below(folder)
        .iter()
        .map(|path| weigh_file(folder, path))
        .collect()
}

fn weigh_file(folder: &Path, path: &Path) -> Result<Weight, Failure> {
    let data = fs::metadata(path).map_err(|error| Failure::file(path, &error))?;
    let compressed = compress(path);
    Ok(Weight {
        name: path.strip_prefix(folder).unwrap_or(path).display().to_string(),
        raw: data.len(),
        gzip: compressed.map(|(gzip, _)| gzip),
        brotli: compressed.map(|(_, brotli)| brotli),
    })
}

/// Node carries both compressors, so this crate needs none.
const SCRIPT: &str = "const zlib = require('node:zlib'); \
    const data = require('node:fs').readFileSync(process.argv[1]); \
    console.log(zlib.gzipSync(data, { level: 9 }).length, zlib.brotliCompressSync(data).length);";

fn compress(path: &Path) -> Option<(u64, u64)> {
    sizes(&answer(Command::new("node").args(["--eval", SCRIPT]).arg(path))?)
}

fn sizes(told: &str) -> Option<(u64, u64)> {
    let (gzip, brotli) = told.split_once(' ')?;
    Some((gzip.parse().ok()?, brotli.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{sizes, weigh};
    use crate::workspace::root;

    #[test]
    fn the_answer_of_node_is_two_numbers() {
        assert_eq!(sizes("120 100"), Some((120, 100)));
        assert_eq!(sizes("120"), None);
        assert_eq!(sizes("a b"), None);
    }

    #[test]
    fn files_are_named_below_the_folder_and_weighed() {
        let weights = weigh(&root().join("www")).unwrap();
        let page = weights.iter().find(|weight| weight.name == "index.html").unwrap();
        assert!(page.raw > 0);
        assert!(page.gzip.is_none_or(|gzip| gzip > 0 && gzip < page.raw));
    }
}
