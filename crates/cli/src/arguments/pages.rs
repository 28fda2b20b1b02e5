//! What is told of rules and commands: `explain`, `rulebook`, `completions` and `man`, as they are typed.

use std::path::PathBuf;

use clap::Args;

/// Say what rules look at, why an interviewer minds and how to mend it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint explain OWN001
  sketchlint explain missing-constraint
  sketchlint explain FLR | less       a whole family")]
pub(crate) struct Explain {
    /// Codes, names, or the beginning of codes.
    #[arg(required = true, value_name = "CODE|NAME", value_delimiter = ',')]
    pub(crate) rules: Vec<String>,
}

/// Write the rule book: every rule with its page, as one HTML file.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  sketchlint rulebook --output rules.html

The file needs nothing beside it. A rule is linked by its code, rules.html#OWN001, or by its name.
Where you publish it, `sketchlint lint --format sarif --rule-book URL` links findings to it.")]
pub(crate) struct Rulebook {
    /// Where to write it; standard output without.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Print the completions of a shell.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint completions bash > ~/.local/share/bash-completion/completions/sketchlint
  sketchlint completions zsh > ~/.zfunc/_sketchlint
  sketchlint completions fish > ~/.config/fish/completions/sketchlint.fish")]
pub(crate) struct Completions {
    /// Which shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// Print the page of the manual, or write a page for each command.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint man | man -l -
  sketchlint man ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// A folder for a page of each command; without, the first page goes to standard output.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
}
