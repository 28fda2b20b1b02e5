//! The lines of a stream, as many at a time as are there, and none longer than a board may be.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

/// One line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It was longer than `MOST`, and is passed over.
    TooLong,
}

/// How much is read at once, in bytes.
const AT_ONCE: usize = 1 << 20;

/// The lines of `source`.
pub(crate) struct Lines<R> {
    source: BufReader<R>,
    /// The longest line that is kept, in bytes.
    most: usize,
}

impl<R: Read> Lines<R> {
    /// The lines of `source` up to so many bytes each.
    pub(crate) fn new(source: R, most: usize) -> Self {
        Self {
            source: BufReader::with_capacity(AT_ONCE, source),
            most,
        }
    }

    /// The next line and those that are there already, up to `count`; none at the end. It never waits for a second line, so
    /// that whoever writes one and waits for its answer gets it.
    pub(crate) fn batch(&mut self, count: usize) -> io::Result<Vec<Line>> {
        let mut batch = Vec::new();
        batch.extend(self.next()?);
        while !batch.is_empty() && batch.len() < count && self.source.buffer().contains(&b'\n') {
            batch.extend(self.next()?);
        }
        Ok(batch)
    }

    fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut is_too_long = false;
        let mut has_begun = false;
        loop {
            let there = match self.source.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                there => there?,
            };
            if there.is_empty() && !has_begun {
                return Ok(None);
            }
            let end = there.iter().position(|byte| *byte == b'\n');
            let taken = there.get(..end.unwrap_or(there.len())).unwrap_or_default();
            is_too_long |= bytes.len() + taken.len() > self.most;
            if is_too_long {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(taken);
            }
            let is_last = end.is_some() || there.is_empty();
            let consumed = taken.len() + usize::from(end.is_some());
            self.source.consume(consumed);
            has_begun = true;
            if is_last {
                return Ok(Some(if is_too_long {
                    Line::TooLong
                } else {
                    Line::Bytes(bytes)
                }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, most: usize, count: usize) -> Vec<Vec<Line>> {
        let mut lines = Lines::new(text.as_bytes(), most);
        let mut batches = Vec::new();
        loop {
            match lines.batch(count).unwrap() {
                batch if batch.is_empty() => return batches,
                batch => batches.push(batch),
            }
        }
    }

    fn bytes(text: &str) -> Line {
        Line::Bytes(text.as_bytes().to_vec())
    }

    #[test]
    fn lines_come_whole_and_in_order() {
        let expected = [vec![bytes("a"), bytes("")], vec![bytes("b"), bytes("last")]];
        assert_eq!(
            all("a\n\nb\nlast", 9, 2),
            [vec![bytes("a"), bytes("")], vec![bytes("b")], vec![bytes("last")]]
        );
        assert_eq!(all("a\n\nb\nlast\n", 9, 2), expected);
        assert!(all("", 9, 2).is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = "x".repeat(3 << 20);
        let text = format!("a\n{long}\nb\n");
        assert_eq!(
            all(&text, 10, 9).into_iter().flatten().collect::<Vec<_>>(),
            [bytes("a"), Line::TooLong, bytes("b")]
        );
    }
}
