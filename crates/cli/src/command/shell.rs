//! `sketchlint completions` and `sketchlint man`: what a shell and a manual need to know of the commands.

use clap::CommandFactory;

use crate::arguments::{Arguments, Completions, Man};
use crate::obstacle::unwritten;
use crate::outcome::Outcome;

const NAME: &str = "sketchlint";

/// The completions of a shell, to be sourced by it.
pub(super) fn completions(arguments: &Completions) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), NAME, &mut script);
    Outcome::answer(String::from_utf8_lossy(&script).into_owned())
}

/// The page of the manual, or a page for each command into a folder.
pub(super) fn man(arguments: &Man) -> Outcome {
    let Some(folder) = &arguments.folder else {
        let mut page = Vec::new();
        return match clap_mangen::Man::new(Arguments::command()).render(&mut page) {
            Ok(()) => Outcome::answer(String::from_utf8_lossy(&page).into_owned()),
            Err(error) => Outcome::failure(error),
        };
    };
    let written =
        std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Arguments::command(), folder));
    match written {
        Ok(()) => Outcome::answer(format!(
            "The pages are in {}; `man -l` shows one.\n",
            folder.display()
        )),
        Err(error) => Outcome::failure(format!("{}: {}", folder.display(), unwritten(&error))),
    }
}
