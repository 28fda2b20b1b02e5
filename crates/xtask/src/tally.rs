//! Counting what passed and failed, read from what test programs print.

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// One check that passed.
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One check that failed.
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Adds the counts of another.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads a line that cargo, the runner of browser tests, or node printed.
    pub(crate) fn hear(&mut self, line: &str) {
        if let Some(tally) = rust_summary(line).or_else(|| node_summary(line)) {
            self.add(tally);
        }
    }

    /// The tally of a program that ended. One that failed without a failed test (it did not
    /// compile, it crashed) and one that ran no test at all count as a failure.
    pub(crate) fn ended(mut self, success: bool) -> Self {
        if self.failed == 0 && (!success || self.passed == 0) {
            self.failed = 1;
        }
        self
    }
}

/// `test result: ok. 12 passed; 0 failed; 0 ignored; …`
fn rust_summary(line: &str) -> Option<Tally> {
    let counts = line.trim_start().strip_prefix("test result: ")?;
    let (_, counts) = counts.split_once(". ")?;
    let count = |word: &str| {
        let part = counts.split(';').find(|part| part.trim_end().ends_with(word))?;
        part.split_whitespace().next()?.parse().ok()
    };
    Some(Tally {
        passed: count(" passed")?,
        failed: count(" failed")?,
    })
}

/// `# pass 12`, `# fail 0`, and `# cancelled 0`, a line each; newer ones begin with `ℹ`.
fn node_summary(line: &str) -> Option<Tally> {
    let mut words = line.split_whitespace();
    if !matches!(words.next(), Some("#" | "ℹ")) {
        return None;
    }
    let kind = words.next()?;
    let count = words.next()?.parse().ok()?;
    match (kind, words.next()) {
        ("pass", None) => Some(Tally {
            passed: count,
            failed: 0,
        }),
        ("fail" | "cancelled", None) => Some(Tally {
            passed: 0,
            failed: count,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn heard(text: &str) -> Tally {
        let mut tally = Tally::default();
        text.lines().for_each(|line| tally.hear(line));
        tally
    }

    #[test]
    fn cargo_is_understood() {
        let tally = heard(
            "running 3 tests\ntest a ... ok\n\
             test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
             test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        );
        assert_eq!(tally, Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn node_is_understood() {
        let tap = heard("# tests 4\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0");
        assert_eq!(tap, Tally { passed: 3, failed: 1 });
        let spec = heard("ℹ tests 3\nℹ pass 3\nℹ fail 0\nℹ cancelled 1");
        assert_eq!(spec, Tally { passed: 3, failed: 1 });
    }

    #[test]
    fn talk_about_tests_is_not_a_summary() {
        let tally = heard("# pass 3 of 4\n# Subtest: pass 3\npass 3\ntest result: unknown");
        assert_eq!(tally, Tally::default());
    }

    #[test]
    fn nothing_run_or_a_crash_is_a_failure() {
        assert_eq!(Tally::default().ended(true), Tally::FAILED);
        assert_eq!(Tally::default().ended(false), Tally::FAILED);
        assert_eq!(Tally::PASSED.ended(true), Tally::PASSED);
        assert_eq!(Tally::PASSED.ended(false), Tally { passed: 1, failed: 1 });
        assert_eq!(Tally::FAILED.ended(false), Tally::FAILED);
    }
}
