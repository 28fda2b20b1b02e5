//! Example boards that come with the page: a senior's and a junior's for each prompt.

/// An example board.
pub(crate) struct Example {
    /// The prompt that it answers.
    pub prompt: &'static str,
    /// Whose it is: `senior` or `junior`.
    pub by: &'static str,
    /// The board's file.
    pub text: &'static str,
}

macro_rules! examples {
    ($($prompt:literal, $by:literal;)+) => {
        /// All examples.
        pub(crate) static EXAMPLES: &[Example] = &[$(Example {
            prompt: $prompt,
            by: $by,
            text: include_str!(concat!("../../../diagrams/", $prompt, "/", $by, ".board.json")),
        }),+];
    };
}

examples! {
    "fraud-50k", "senior";
    "fraud-50k", "junior";
    "medallion-2tb", "senior";
    "medallion-2tb", "junior";
    "logs-10tb", "senior";
    "logs-10tb", "junior";
}
