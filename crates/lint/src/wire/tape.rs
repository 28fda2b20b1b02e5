//! A tape: numbers and texts one behind the other. A text is led by its length, so that no character needs an escape.

/// A tape being written.
#[derive(Default)]
pub(crate) struct Tape(String);

impl Tape {
    pub(crate) fn number(&mut self, number: usize) {
        self.0.push_str(&number.to_string());
        self.0.push(' ');
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.push_str(text);
    }

    /// How many there are, and then each; what may be absent is a list of one or none.
    pub(crate) fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        for item in items {
            write(self, item);
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

/// A tape being read: `None` where something else stands there.
pub(crate) struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { rest: text }
    }

    /// How many bytes were not read.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    pub(crate) fn number(&mut self) -> Option<usize> {
        let (digits, rest) = self.rest.split_once(' ')?;
        self.rest = rest;
        digits.parse().ok()
    }

    pub(crate) fn text(&mut self) -> Option<&'t str> {
        let length = self.number()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(text)
    }

    pub(crate) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.number()?).map(|_| read(self)).collect()
    }

    pub(crate) fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.number()? {
            0 => Some(None),
            1 => read(self).map(Some),
            _ => None,
        }
    }
}
