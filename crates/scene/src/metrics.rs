//! Metrics of the shipped fonts, compiled in.

mod hand;
mod plain;

use crate::{Font, Weight};

/// The width of characters that no shipped font has, such as Greek or Cyrillic.
const UNKNOWN: u16 = 600;
/// The width of characters that fill a square, such as Chinese or an emoji.
const SQUARE: u16 = 1000;

/// What is known of one face, in thousandths of an em.
struct Metrics {
    ascent: u16,
    descent: u16,
    runs: &'static [Run],
}

/// Neighbouring characters and their widths.
struct Run {
    first: u32,
    regular: &'static [u16],
    bold: &'static [u16],
}

fn metrics(font: Font) -> &'static Metrics {
    match font {
        Font::Hand => &hand::METRICS,
        Font::Plain => &plain::METRICS,
    }
}

/// The width of one character, in thousandths of an em.
pub(crate) fn advance(c: char, font: Font, weight: Weight) -> u16 {
    let code = u32::from(c);
    let known = metrics(font).runs.iter().find_map(|run| {
        let widths = match weight {
            Weight::Regular => run.regular,
            Weight::Bold => run.bold,
        };
        widths.get(code.checked_sub(run.first)? as usize).copied()
    });
    known.unwrap_or_else(|| guess(code))
}

/// How far letters reach above and below the baseline, in thousandths of an em.
pub(crate) fn reach(font: Font) -> (u16, u16) {
    (metrics(font).ascent, metrics(font).descent)
}

fn guess(code: u32) -> u16 {
    match code {
        0..=0x1F | 0x7F..=0x9F | 0x300..=0x36F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F => 0,
        0xFE00..=0xFE0F | 0xFEFF => 0,
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F => SQUARE,
        0xFF00..=0xFF60 | 0x1F300..=0x1FAFF | 0x20000..=0x3FFFD => SQUARE,
        _ => UNKNOWN,
    }
}
