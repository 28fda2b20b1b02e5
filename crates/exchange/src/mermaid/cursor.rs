//! Reading a text from its start, piece by piece.

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    pub(super) rest: &'t str,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(rest: &'t str) -> Self {
        Self { rest }
    }

    pub(super) fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Goes past `token` if it comes next.
    pub(super) fn eat(&mut self, token: &str) -> bool {
        let found = self.rest.strip_prefix(token);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The character that comes after the next `bytes`, which are of ASCII.
    pub(super) fn peek_behind(&self, bytes: usize) -> Option<char> {
        self.rest.get(bytes..).and_then(|rest| rest.chars().next())
    }

    /// Goes past as many `c` as come next, and counts them.
    pub(super) fn run(&mut self, c: char) -> usize {
        let rest = self.rest.trim_start_matches(c);
        let length = self.rest.len() - rest.len();
        self.rest = rest;
        length / c.len_utf8()
    }

    /// Goes past the next `bytes` and gives them; nothing where they end within a character.
    pub(super) fn take(&mut self, bytes: usize) -> Option<&'t str> {
        let (taken, rest) = (self.rest.get(..bytes)?, self.rest.get(bytes..)?);
        self.rest = rest;
        Some(taken)
    }

    /// What stands before the next `token`, and goes past both.
    pub(super) fn until(&mut self, token: &str) -> Option<&'t str> {
        let (taken, rest) = self.rest.split_once(token)?;
        self.rest = rest;
        Some(taken)
    }
}
