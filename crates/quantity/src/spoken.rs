//! Figures as people say them, rounded: for sentences and charts, where the canonical form would say too much.

/// Seconds as people say them: `340 ms`, `1.5 s`, `5 min`, `7 days`.
pub fn duration(seconds: f64) -> String {
    let (unit, size) = match seconds {
        s if s < 1e-3 && s > 0.0 => ("µs", 1e-6),
        s if s < 1.0 && s > 0.0 => ("ms", 1e-3),
        s if s < 120.0 => ("s", 1.0),
        s if s < 7_200.0 => ("min", 60.0),
        s if s < 172_800.0 => ("h", 3_600.0),
        s if s < 63_072_000.0 => ("days", 86_400.0),
        _ => ("years", 31_536_000.0),
    };
    format!("{} {unit}", figure(seconds / size))
}

/// Events a second: `500k ev/s`.
pub fn events(rate: f64) -> String {
    format!("{} ev/s", count(rate))
}

/// How many: `240M`.
pub fn count(number: f64) -> String {
    let (sign, size) = match number {
        r if r >= 1e9 => ("G", 1e9),
        r if r >= 1e6 => ("M", 1e6),
        r if r >= 1e3 => ("k", 1e3),
        _ => ("", 1.0),
    };
    format!("{}{sign}", figure(number / size))
}

/// Bytes a second: `80 MB/s`.
pub fn bytes(rate: f64) -> String {
    format!("{}/s", size(rate))
}

/// A share of time: `99.95 %`.
pub fn share(share: f64) -> String {
    let text = format!("{:.4}", share * 100.0);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

/// Bytes: `80 MB`.
pub fn size(bytes: f64) -> String {
    let (sign, size) = match bytes {
        r if r >= 1e12 => ("TB", 1e12),
        r if r >= 1e9 => ("GB", 1e9),
        r if r >= 1e6 => ("MB", 1e6),
        r if r >= 1e3 => ("KB", 1e3),
        _ => ("B", 1.0),
    };
    format!("{} {sign}", figure(bytes / size))
}

/// An amount of money: `$6,500`, `9,000 EUR`.
pub fn money(amount: f64, currency: Option<&str>) -> String {
    let plain = figure(amount);
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    match currency {
        None => format!("${text}"),
        Some(currency) => format!("{text} {currency}"),
    }
}

/// A number with at most two decimals, and no more than are needed; very large ones by their power of ten.
pub fn figure(number: f64) -> String {
    let number = number.clamp(f64::MIN, f64::MAX);
    if number.abs() >= 1e15 {
        return format!("{number:.2e}");
    }
    // Most figures are whole, and whole ones are quickly written.
    if number.fract() == 0.0 {
        return (number as i64).to_string();
    }
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_begins_where_its_figure_is_short() {
        let durations = [
            (0.0, "0 s"),
            (2e-6, "2 µs"),
            (0.001, "1 ms"),
            (0.02 + 0.18 + 0.14, "340 ms"),
            (1.0, "1 s"),
            (1.5, "1.5 s"),
            (120.0, "2 min"),
            (7_200.0, "2 h"),
            (172_800.0, "2 days"),
            (604_800.0, "7 days"),
            (63_072_000.0, "2 years"),
            (-5.0, "-5 s"),
        ];
        for (seconds, words) in durations {
            assert_eq!(duration(seconds), words);
        }
        let rates = [
            (999.0, "999 ev/s"),
            (1e3, "1k ev/s"),
            (5e5, "500k ev/s"),
            (1e6, "1M ev/s"),
            (2e9, "2G ev/s"),
            (1e9, "1G ev/s"),
        ];
        for (rate, words) in rates {
            assert_eq!(events(rate), words);
        }
        let sizes = [
            (999.0, "999 B"),
            (1e3, "1 KB"),
            (1e6, "1 MB"),
            (1e9, "1 GB"),
            (1e12, "1 TB"),
            (155.52e12, "155.52 TB"),
        ];
        for (bytes, words) in sizes {
            assert_eq!(size(bytes), words);
        }
        assert_eq!(bytes(115_740_740.74), "115.74 MB/s");
    }

    #[test]
    fn figures_have_no_more_decimals_than_they_need_and_money_has_commas() {
        let figures = [
            (100.0, "100"),
            (0.5, "0.5"),
            (-0.001, "0"),
            (1e14, "100000000000000"),
            (1e15, "1.00e15"),
            (-1e15, "-1.00e15"),
        ];
        for (number, words) in figures {
            assert_eq!(figure(number), words);
        }
        let amounts = [
            (5.0, "$5"),
            (500.0, "$500"),
            (46_500.0, "$46,500"),
            (123_456.0, "$123,456"),
            (-123_456.0, "$-123,456"),
            (0.25, "$0.25"),
        ];
        for (amount, words) in amounts {
            assert_eq!(money(amount, None), words);
        }
        assert_eq!(money(1_234_567.5, Some("EUR")), "1,234,567.5 EUR");
        for (part, words) in [
            (0.999, "99.9 %"),
            (1.0, "100 %"),
            (0.999_95, "99.995 %"),
            (0.0, "0 %"),
        ] {
            assert_eq!(share(part), words);
        }
    }
}
