//! What each byte of ASCII is, at one look.

/// A letter.
pub(crate) const LETTER: u8 = 1;
/// A digit.
pub(crate) const DIGIT: u8 = 2;
/// An underscore, which stands for a letter.
pub(crate) const UNDERSCORE: u8 = 4;
/// An apostrophe.
pub(crate) const APOSTROPHE: u8 = 16;
/// A space within a line.
pub(crate) const SPACE: u8 = 8;

/// The kind of each byte; nothing for signs, and for all bytes beyond ASCII.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            b'\'' => APOSTROPHE,
            b' ' | b'\t' | 0x0B | 0x0C => SPACE,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// The characters at the start of a text that are of some of `kinds`, or beyond ASCII and pass a test; and all the kinds
/// that are among the former.
pub(crate) fn run(text: &str, kinds: u8, passes: impl Fn(char) -> bool) -> (&str, u8) {
    let (mut length, mut seen) = (0, 0);
    while let Some(byte) = text.as_bytes().get(length) {
        let kind = KINDS[usize::from(*byte)];
        if kind & kinds != 0 {
            (seen, length) = (seen | kind, length + 1);
        } else if byte.is_ascii() {
            break;
        } else {
            match text[length..].chars().next().filter(|beyond| passes(*beyond)) {
                Some(beyond) => length += beyond.len_utf8(),
                None => break,
            }
        }
    }
    (&text[..length], seen)
}
