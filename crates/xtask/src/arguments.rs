//! The words after a command: flags and values, and a sentence for anything else.

use crate::failure::Failure;

/// The arguments that no one has taken yet.
#[derive(Debug)]
pub(crate) struct Arguments(Vec<String>);

impl Arguments {
    /// All words after the command.
    pub(crate) fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self(words.into_iter().collect())
    }

    /// Takes a flag such as `--release`; tells whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Takes `NAME VALUE` or `NAME=VALUE`.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let joined = format!("{name}=");
        let Some(at) = self
            .0
            .iter()
            .position(|word| word == name || word.starts_with(&joined))
        else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        if let Some(value) = word.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.0.len() {
            return Ok(Some(self.0.remove(at)));
        }
        Err(Failure::Usage(format!("`{name}` needs a value")))
    }

    /// Nothing may be left.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self.0.first() {
            None => Ok(()),
            Some(word) => Err(Failure::Usage(format!("`{word}` is not understood here"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn of(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn flags_and_values_are_taken_in_any_order() {
        let mut arguments = of("--release --port 9000 --only=wasm");
        assert_eq!(arguments.value("--only"), Ok(Some("wasm".into())));
        assert_eq!(arguments.value("--port"), Ok(Some("9000".into())));
        assert_eq!(arguments.value("--out"), Ok(None));
        assert!(arguments.flag("--release"));
        assert!(!arguments.flag("--release"));
        assert_eq!(arguments.finish(), Ok(()));
    }

    #[test]
    fn what_is_left_or_missing_is_named() {
        let left = of("--bogus").finish().unwrap_err().to_string();
        assert!(left.starts_with("`--bogus` is not understood here"), "{left}");
        let missing = of("--port").value("--port").unwrap_err().to_string();
        assert!(missing.starts_with("`--port` needs a value"), "{missing}");
    }
}
