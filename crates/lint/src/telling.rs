//! Whether findings are put in words.

/// Whether findings are put in words: with message, evidence, path, what would pass and fixes.
///
/// Without, they say which rule speaks of which place, how gravely, and what follows from it: enough to count, rank and
/// mark them, and a fraction of the work. Their message is empty, as is all that comes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Telling {
    /// Everything.
    #[default]
    All,
    /// Nothing.
    Nothing,
}
