//! Example boards that come with the page: a senior's and a junior's for each prompt, read when they are asked for.

/// An example board.
pub(crate) struct Example {
    /// The prompt that it answers.
    pub prompt: &'static str,
    /// Whose it is: `senior` or `junior`.
    pub by: &'static str,
}

/// All examples.
pub(crate) static EXAMPLES: &[Example] = &[
    Example {
        prompt: "fraud-50k",
        by: "senior",
    },
    Example {
        prompt: "fraud-50k",
        by: "junior",
    },
    Example {
        prompt: "medallion-2tb",
        by: "senior",
    },
    Example {
        prompt: "medallion-2tb",
        by: "junior",
    },
    Example {
        prompt: "logs-10tb",
        by: "senior",
    },
    Example {
        prompt: "logs-10tb",
        by: "junior",
    },
];

impl Example {
    /// Where the page's host has its file.
    pub(crate) fn address(&self) -> String {
        format!("diagrams/{}/{}.board.json", self.prompt, self.by)
    }
}
