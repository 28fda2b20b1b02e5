//! Digits: numbers with separators, decimals and powers of ten, and digits that are no quantity at all.

use winnow::ascii::digit1;
use winnow::combinator::{alt, opt, preceded, repeat};
use winnow::error::EmptyError;
use winnow::token::{literal, one_of, take_while};
use winnow::{Parser, Result};

use crate::decimal::decimal;
use crate::symbol::is_hyphen;

/// Whole numbers of so many digits are exact.
const MOST_EXACT: usize = 15;

/// At most so many groups of digits are one telephone number.
const LONGEST_PHONE: usize = 6;

/// Whether a text starts with a decimal without its nought: `.5`.
pub(crate) fn opens_with_point(text: &str) -> bool {
    text.strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The whole number that a text starts with, and its length, where nothing behind it can belong to it; most numbers are
/// such.
pub(crate) fn whole(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let length = digits(text);
    let goes_on = match bytes.get(length) {
        None => false,
        // A power of ten, or a sign beyond ASCII, of which there are many.
        Some(b'e' | b'E' | b'^' | 128..) => true,
        // What parts or joins digits stands between digits.
        Some(_) => bytes.get(length + 1).is_some_and(u8::is_ascii_digit),
    };
    let value = |value: u64, digit: &u8| value * 10 + u64::from(digit - b'0');
    let is_plain = (1..=MOST_EXACT).contains(&length) && !goes_on;
    is_plain.then(|| (bytes[..length].iter().fold(0, value) as f64, length))
}

/// The length of a date, a time of day, a version or a telephone number that a text starts with.
pub(crate) fn opaque(text: &str) -> Option<usize> {
    // What all of them have behind their first digits; most numbers do not.
    let mut behind = text.trim_start_matches(|c: char| c.is_ascii_digit()).chars();
    if !behind
        .next()
        .is_some_and(|c| matches!(c, '.' | '/' | ':' | 'x') || is_hyphen(c))
    {
        return None;
    }
    let mut rest = text;
    let found: Result<(), EmptyError> =
        alt((version, date, time_of_day, phone, always)).parse_next(&mut rest);
    let length = text.len() - rest.len();
    let ends = !rest.starts_with(|c: char| c.is_ascii_digit());
    (found.is_ok() && ends).then_some(length)
}

/// The number that a text starts with (which must be a digit or a point before a digit), and its length.
/// With `spaced`, thousands may be set apart by spaces.
pub(crate) fn number(text: &str, spaced: bool) -> (f64, usize) {
    let whole = grouped(text, spaced).unwrap_or_else(|| digits(text));
    let decimals = fraction(&text[whole..], &text[..whole] == "0");
    let mut length = whole + decimals;
    let written = &text[..length];
    let value = if written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        decimal(written)
    } else {
        let mut plain: String = text[..whole].chars().filter(char::is_ascii_digit).collect();
        if decimals > 0 {
            plain.push('.');
            plain.push_str(&text[whole + 1..length]);
        }
        decimal(&plain)
    };
    let mut value = value.unwrap_or(f64::NAN);
    if let Some((power, more)) = power(&text[length..], value) {
        value = power;
        length += more;
    }
    (value, length)
}

/// The value of a fraction written as one character.
pub(crate) fn vulgar(text: &str) -> Option<f64> {
    match text {
        "½" => Some(0.5),
        "¼" => Some(0.25),
        "¾" => Some(0.75),
        _ => None,
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The length of a number with separated thousands: `50,000`, `1 000 000`, `50_000`, `50'000`.
fn grouped(text: &str, spaced: bool) -> Option<usize> {
    let first = digits(text);
    let separator = text[first..].chars().next()?;
    let narrow = matches!(separator, '\u{00A0}' | '\u{2009}' | '\u{202F}' | '\u{2007}');
    let plain = matches!(separator, ',' | '_' | '\'' | '’') || narrow || (separator == ' ' && spaced);
    if !(1..=3).contains(&first) || !plain || &text[..first] == "0" {
        return None;
    }
    let mut length = first;
    while let Some(rest) = text[length..].strip_prefix(separator) {
        if digits(rest) != 3 {
            break;
        }
        length += separator.len_utf8() + 3;
    }
    let spoilt = separator == ' ' && text[length..].starts_with(|c: char| c.is_alphabetic() || c == '.');
    (length > first && !spoilt).then_some(length)
}

/// The length of the decimals with their point, or with a comma where it cannot part thousands (`1,5`, or any behind a
/// lone nought: `0,250`).
fn fraction(text: &str, of_nought: bool) -> usize {
    let Some(rest) = text.strip_prefix(['.', ',']) else {
        return 0;
    };
    let count = digits(rest);
    let after = &rest[count..];
    let is_decimal = of_nought || (1..=2).contains(&count);
    let list = text.starts_with(',') && (!is_decimal || after.starts_with(','));
    if count == 0 || list { 0 } else { 1 + count }
}

/// A power of ten behind a number: `1e6`, `10^6`; its value and length.
fn power(text: &str, base: f64) -> Option<(f64, usize)> {
    let sign = text.chars().next()?;
    let skip = match sign {
        'e' | 'E' => 1 + usize::from(text[1..].starts_with(['+', '-'])),
        '^' => 1,
        _ => return None,
    };
    let exponent = text.get(skip..)?;
    let count = digits(exponent);
    let after = exponent.get(count..)?;
    if count == 0 || count > 3 || after.starts_with(char::is_alphanumeric) {
        return None;
    }
    let value = if sign == '^' {
        base.powi(exponent[..count].parse().ok()?)
    } else {
        decimal(&format!("{base}{}", &text[..skip + count]))?
    };
    Some((value, skip + count))
}

fn version(input: &mut &str) -> Result<(), EmptyError> {
    let more = repeat::<_, _, (), _, _>(1.., preceded('.', alt((digit1, literal("x"), literal("*")))));
    (digit1, '.', digit1, more).void().parse_next(input)
}

fn date(input: &mut &str) -> Result<(), EmptyError> {
    let year = || take_while(4..=4, |c: char| c.is_ascii_digit());
    let short = || take_while(1..=2, |c: char| c.is_ascii_digit());
    let sign = || one_of(|c: char| is_hyphen(c) || c == '/');
    alt((
        (year(), sign(), short(), sign(), short(), opt(('T', time_of_day))).void(),
        (short(), sign(), short(), sign(), year()).void(),
    ))
    .parse_next(input)
}

fn time_of_day(input: &mut &str) -> Result<(), EmptyError> {
    let pair = || take_while(2..=2, |c: char| c.is_ascii_digit());
    let hour = take_while(1..=2, |c: char| c.is_ascii_digit());
    (hour, ':', pair(), opt((':', pair())), opt('Z'))
        .void()
        .parse_next(input)
}

fn phone(input: &mut &str) -> Result<(), EmptyError> {
    let dashed = preceded(one_of(is_hyphen), digit1);
    let long = (digit1, repeat::<_, _, (), _, _>(2..=LONGEST_PHONE, dashed)).void();
    let short = (
        take_while(3..=3, |c: char| c.is_ascii_digit()),
        one_of(is_hyphen),
        take_while(4..=4, |c: char| c.is_ascii_digit()),
    )
        .void();
    alt((long, short)).parse_next(input)
}

fn always(input: &mut &str) -> Result<(), EmptyError> {
    alt((literal("24/7"), literal("24x7"), literal("7x24")))
        .void()
        .parse_next(input)
}
