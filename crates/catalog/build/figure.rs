//! Reads figures as the data files write them: `5 ms to 50 ms (SOURCE)`, `1 MB/s, 1000/s per shard (SOURCE)`.

use std::collections::BTreeMap;

use crate::block::SourceBlock;

pub(crate) type Sources = BTreeMap<String, SourceBlock>;

/// A figure as Rust writes it.
pub(crate) fn figure(text: &str, sources: &Sources) -> Result<String, String> {
    let (range, source) = cited(text, sources)?;
    let (low, high) = range.split_once(" to ").unwrap_or((range, range));
    let (low, high) = (amount(low)?, amount(high)?);
    if low > high {
        return Err(format!("`{text}` goes down"));
    }
    Ok(format!(
        "Figure {{ low: {low:?}, high: {high:?}, source: {source} }}"
    ))
}

/// A capacity as Rust writes it.
pub(crate) fn capacity(text: &str, sources: &Sources) -> Result<String, String> {
    let (told, source) = cited(text, sources)?;
    let missing = || format!("`{text}` does not say `per` what");
    let (rates, unit) = told.split_once(" per ").ok_or_else(missing)?;
    let (mut events, mut bytes) = (None, None);
    for rate in rates.split(',').map(str::trim) {
        let told = rate
            .strip_suffix("/s")
            .ok_or_else(|| format!("`{rate}` is not by the second"))?;
        match told.split_once(' ') {
            Some((value, "MB")) => bytes = Some(number(value)? * 1e6),
            Some((value, "KB")) => bytes = Some(number(value)? * 1e3),
            None => events = Some(number(told)?),
            Some(_) => return Err(format!("`{rate}` is neither in MB, KB nor a plain number")),
        }
    }
    Ok(format!(
        "Capacity {{ unit: {unit:?}, events: {events:?}, bytes: {bytes:?}, source: {source} }}"
    ))
}

/// What stands before the bracket, and the place of the page that is named in it.
fn cited<'a>(text: &'a str, sources: &Sources) -> Result<(&'a str, u8), String> {
    let found = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let (told, key) = found.ok_or_else(|| format!("`{text}` ends with no (source)"))?;
    let place = sources.keys().position(|known| known == key);
    let place = place.ok_or_else(|| format!("sources.toml has no [{key}]"))?;
    let number = u8::try_from(place).map_err(|_| "more than 256 sources")?;
    Ok((told, number))
}

/// A time in seconds, or a percentage as a ratio.
fn amount(text: &str) -> Result<f32, String> {
    if let Some(percent) = text.strip_suffix(" %") {
        let value = number(percent)?;
        return if value <= 100.0 {
            Ok(value / 100.0)
        } else {
            Err(format!("`{text}` is above all"))
        };
    }
    let (value, unit) = text
        .split_once(' ')
        .ok_or_else(|| format!("`{text}` has no unit"))?;
    let seconds = match unit {
        "ms" => 0.001,
        "s" => 1.0,
        "min" => 60.0,
        "h" => 3_600.0,
        "d" => 86_400.0,
        _ => return Err(format!("`{text}` is not in ms, s, min, h, d or %")),
    };
    Ok(number(value)? * seconds)
}

fn number(text: &str) -> Result<f32, String> {
    let value: f32 = text.parse().map_err(|_| format!("`{text}` is no number"))?;
    if value >= 0.0 && value.is_finite() {
        Ok(value)
    } else {
        Err(format!("`{text}` is below zero or without end"))
    }
}
