//! How far a long run has come, on a terminal and nowhere else.

use std::io::{self, IsTerminal, Write};

/// Fewer files than this are done before anybody wonders.
const WORTH_TELLING: usize = 50;
/// How many characters the bar has.
const WIDTH: usize = 30;

/// A bar on standard error.
#[derive(Debug)]
pub(crate) struct Progress {
    total: usize,
    /// What is shown, in percent; nothing where nothing is.
    shown: Option<usize>,
    is_wanted: bool,
}

impl Progress {
    /// Of so many files.
    pub(crate) fn of(total: usize) -> Self {
        Self {
            total,
            shown: None,
            is_wanted: total >= WORTH_TELLING && io::stderr().is_terminal(),
        }
    }

    /// So many are done. Only a new percentage is drawn.
    pub(crate) fn heard(&mut self, done: usize) {
        let percent = done * 100 / self.total.max(1);
        if !self.is_wanted || self.shown == Some(percent) {
            return;
        }
        self.shown = Some(percent);
        // Whoever closes the terminal does not want to see it.
        let _ = write!(io::stderr(), "\r{}", bar(done, self.total));
    }
}

impl Drop for Progress {
    /// Leaves no trace.
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn bar(done: usize, total: usize) -> String {
    let filled = (done * WIDTH / total.max(1)).min(WIDTH);
    format!(
        "[{}{}] {done} of {total} boards",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled)
    )
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars_fill_from_the_left() {
        assert_eq!(bar(0, 60), "[..............................] 0 of 60 boards");
        assert_eq!(bar(30, 60), "[###############...............] 30 of 60 boards");
        assert_eq!(bar(60, 60), "[##############################] 60 of 60 boards");
    }
}
