//! Example boards that come with the page: a senior's and a junior's for each prompt, read when they are asked for.

use catalog::Prompt;

/// Whose an example board is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// One that lints clean.
    Senior,
    /// One that gets the findings that the prompt is known for.
    Junior,
}

impl Author {
    /// Both, the one to learn from first.
    pub(crate) const ALL: [Self; 2] = [Self::Senior, Self::Junior];

    /// What the board is called.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Senior => "Senior board",
            Self::Junior => "Junior board",
        }
    }

    /// What the author is called.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Senior => "senior",
            Self::Junior => "junior",
        }
    }
}

/// Where the page's host has the board of `author` for `prompt`.
pub(crate) fn address(prompt: &Prompt, author: Author) -> String {
    format!("diagrams/{}/{}.board.json", prompt.id, author.word())
}
