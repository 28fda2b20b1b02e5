//! What is typed by mistake, where more can be said than what is wrong with it.

use std::path::Path;

use clap::Error;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The mistake, with what to type instead where that can be told.
pub(super) fn taught(mut mistake: Error) -> Error {
    let Some(instead) = instead(&mistake) else {
        return mistake;
    };
    let tip = ContextValue::StyledStrs(vec![StyledStr::from(instead)]);
    mistake.remove(ContextKind::SuggestedSubcommand);
    mistake.insert(ContextKind::Suggested, tip);
    mistake
}

fn instead(mistake: &Error) -> Option<String> {
    let word = |kind| match mistake.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    };
    match mistake.kind() {
        // Who names a board at once wants it linted.
        ErrorKind::InvalidSubcommand => {
            let word = word(ContextKind::InvalidSubcommand)?;
            Path::new(word)
                .exists()
                .then(|| format!("to lint it: `sketchlint lint {word}`"))
        }
        ErrorKind::ArgumentConflict if word(ContextKind::InvalidArg)?.starts_with("--ndjson") => Some(
            "boards come from standard input, one a line, and findings go out as JSON: \
             `sketchlint lint --ndjson < boards.ndjson`"
                .to_owned(),
        ),
        _ => None,
    }
}
