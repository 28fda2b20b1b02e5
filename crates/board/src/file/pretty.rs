//! JSON laid out for small diffs: one key a line, and arrays that begin with a number on one line: `"at": [120, 80]`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, Serializer};

/// The text of `value`, which ends with a line end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, Layout::default()));
    debug_assert!(
        written.is_ok(),
        "documents have text keys, and a vector takes every write"
    );
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

/// Where an open array stands.
#[derive(Clone, Copy, PartialEq)]
enum Level {
    /// An object, or an array with an item a line.
    Broken,
    /// An array that waits for its first item to know its layout.
    Undecided,
    /// An array on one line.
    Inline,
    /// Nothing is in it.
    Empty,
}

#[derive(Default)]
struct Layout {
    levels: Vec<Level>,
}

impl Layout {
    fn set(&mut self, level: Level) {
        if let Some(last) = self.levels.last_mut() {
            *last = level;
        }
    }

    fn top(&self) -> Level {
        self.levels.last().copied().unwrap_or(Level::Broken)
    }

    fn new_line<W: ?Sized + Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        self.levels.iter().try_for_each(|_| writer.write_all(b"  "))
    }

    /// A number begins: it keeps an undecided array on its line.
    fn number<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        number: impl std::fmt::Display,
    ) -> io::Result<()> {
        if self.top() == Level::Undecided {
            self.set(Level::Inline);
        }
        write!(writer, "{number}")
    }

    /// Anything but a number begins: it breaks an undecided array.
    fn other<W: ?Sized + Write>(&mut self, writer: &mut W, text: &[u8]) -> io::Result<()> {
        if self.top() == Level::Undecided {
            self.set(Level::Broken);
            self.new_line(writer)?;
        }
        writer.write_all(text)
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.levels.pop() == Some(Level::Broken) {
            self.new_line(writer)?;
        }
        writer.write_all(bracket)
    }
}

impl Formatter for Layout {
    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.other(writer, b"null")
    }

    fn write_bool<W: ?Sized + Write>(&mut self, writer: &mut W, value: bool) -> io::Result<()> {
        self.other(writer, if value { b"true" } else { b"false" })
    }

    fn write_u32<W: ?Sized + Write>(&mut self, writer: &mut W, value: u32) -> io::Result<()> {
        self.number(writer, value)
    }

    fn write_u64<W: ?Sized + Write>(&mut self, writer: &mut W, value: u64) -> io::Result<()> {
        self.number(writer, value)
    }

    fn write_i64<W: ?Sized + Write>(&mut self, writer: &mut W, value: i64) -> io::Result<()> {
        self.number(writer, value)
    }

    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // The debug form is the shortest that reads back to the same value, and always has a point or an exponent.
        self.number(writer, format_args!("{value:?}"))
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.other(writer, b"\"")
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        serde_json::ser::CompactFormatter.write_char_escape(writer, escape)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.other(writer, b"[")?;
        self.levels.push(Level::Empty);
        Ok(())
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        match self.top() {
            _ if first => {
                self.set(Level::Undecided);
                Ok(())
            }
            Level::Inline => writer.write_all(b", "),
            _ => {
                writer.write_all(b",")?;
                self.new_line(writer)
            }
        }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.other(writer, b"{")?;
        self.levels.push(Level::Empty);
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.set(Level::Broken);
        self.new_line(writer)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
