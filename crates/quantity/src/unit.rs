//! Units: what people call them, and how many base units they are.

use crate::decimal::decimal;

/// A unit's size in base units, as a fraction, so that `200 ms` is exactly 200 / 1000 seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    times: f64,
    over: f64,
}

impl Scale {
    pub(crate) const ONE: Self = Self::times(1.0);

    pub(crate) const fn times(times: f64) -> Self {
        Self { times, over: 1.0 }
    }

    pub(crate) const fn over(over: f64) -> Self {
        Self { times: 1.0, over }
    }

    /// This unit per that one.
    pub(crate) const fn per(self, seconds: f64) -> Self {
        Self {
            times: self.times,
            over: self.over * seconds,
        }
    }

    /// So many of this unit, in base units. A plain power of ten shifts the decimal point instead of dividing, so that
    /// 99.9 % is the same number as 0.999.
    pub(crate) fn base(self, count: f64) -> f64 {
        match self {
            Self {
                times: 1.0,
                over: 1e2,
            } => shifted(count, -2),
            Self {
                times: 1.0,
                over: 1e3,
            } => shifted(count, -3),
            Self {
                times: 1.0,
                over: 1e6,
            } => shifted(count, -6),
            Self {
                times: 1.0,
                over: 1e9,
            } => shifted(count, -9),
            Self { times, over } => count * times / over,
        }
    }

    /// So many base units, in this unit.
    pub(crate) fn count(self, base: f64) -> f64 {
        base * self.over / self.times
    }
}

fn shifted(number: f64, places: i32) -> f64 {
    // Whole numbers and these powers of ten are exact, so that dividing gives the nearest number, as shifting does.
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return number / 10_f64.powi(-places);
    }
    format!("{number:e}")
        .split_once('e')
        .and_then(|(digits, exponent)| {
            let exponent: i32 = exponent.parse().ok()?;
            decimal(&format!("{digits}e{}", exponent + places))
        })
        .unwrap_or(number)
}

pub(crate) const MINUTE: f64 = 60.0;
pub(crate) const HOUR: f64 = 3_600.0;
pub(crate) const DAY: f64 = 86_400.0;
pub(crate) const WEEK: f64 = 7.0 * DAY;
/// A twelfth of a year of 365 days: the 730 hours that clouds bill by.
pub(crate) const MONTH: f64 = 730.0 * HOUR;
pub(crate) const YEAR: f64 = 365.0 * DAY;

/// The units of data that are printed, the largest first.
pub(crate) const BYTES: &[(&str, Scale)] = &[
    ("EB", Scale::times(1e18)),
    ("PB", Scale::times(1e15)),
    ("TB", Scale::times(1e12)),
    ("GB", Scale::times(1e9)),
    ("MB", Scale::times(1e6)),
    ("KB", Scale::times(1e3)),
    ("PiB", Scale::times(1024.0 * 1024.0 * 1024.0 * 1024.0 * 1024.0)),
    ("TiB", Scale::times(1024.0 * 1024.0 * 1024.0 * 1024.0)),
    ("GiB", Scale::times(1024.0 * 1024.0 * 1024.0)),
    ("MiB", Scale::times(1024.0 * 1024.0)),
    ("KiB", Scale::times(1024.0)),
    ("B", Scale::ONE),
];

/// The units of time that are printed, the largest first.
pub(crate) const DURATIONS: &[(&str, Scale)] = &[
    ("years", Scale::times(YEAR)),
    ("months", Scale::times(MONTH)),
    ("days", Scale::times(DAY)),
    ("h", Scale::times(HOUR)),
    ("min", Scale::times(MINUTE)),
    ("s", Scale::ONE),
    ("ms", Scale::over(1e3)),
    ("µs", Scale::over(1e6)),
    ("ns", Scale::over(1e9)),
];

/// The periods that rates and prices are printed by, the shortest first.
pub(crate) const PERIODS: &[(&str, f64)] = &[
    ("s", 1.0),
    ("min", MINUTE),
    ("h", HOUR),
    ("day", DAY),
    ("week", WEEK),
    ("month", MONTH),
    ("year", YEAR),
];

/// A unit of time by its name in lower case. A lone `m` is a minute here; whether it is a million is decided before.
pub(crate) fn duration(name: &str) -> Option<Scale> {
    Some(match name {
        "ns" | "nsec" | "nanosecond" | "nanoseconds" => Scale::over(1e9),
        "µs" | "μs" | "us" | "usec" | "microsecond" | "microseconds" | "micros" => Scale::over(1e6),
        "ms" | "msec" | "msecs" | "millisecond" | "milliseconds" | "millis" => Scale::over(1e3),
        "s" | "sec" | "secs" | "second" | "seconds" => Scale::ONE,
        "m" | "min" | "mins" | "minute" | "minutes" => Scale::times(MINUTE),
        "h" | "hr" | "hrs" | "hour" | "hours" => Scale::times(HOUR),
        "d" | "day" | "days" => Scale::times(DAY),
        "w" | "wk" | "wks" | "week" | "weeks" => Scale::times(WEEK),
        "fortnight" => Scale::times(2.0 * WEEK),
        "mo" | "mos" | "mth" | "month" | "months" => Scale::times(MONTH),
        "quarter" | "quarters" => Scale::times(YEAR / 4.0),
        "y" | "yr" | "yrs" | "year" | "years" | "annum" => Scale::times(YEAR),
        "decade" | "decades" => Scale::times(10.0 * YEAR),
        _ => return None,
    })
}

/// So much per period, as so much per month.
pub(crate) fn monthly(period: f64) -> Scale {
    if period == MONTH {
        Scale::ONE
    } else {
        Scale::times(MONTH).per(period)
    }
}

/// How many seconds lie between two of `hourly`, `daily`, ….
pub(crate) fn cadence(name: &str) -> Option<f64> {
    Some(match name {
        "hourly" => HOUR,
        "daily" | "nightly" => DAY,
        "weekly" => WEEK,
        "biweekly" | "fortnightly" => 2.0 * WEEK,
        "monthly" => MONTH,
        "quarterly" => YEAR / 4.0,
        "yearly" | "annual" | "annually" => YEAR,
        _ => return None,
    })
}

/// A unit of data. Decimal unless an `i` makes it binary; a lone `b` is a byte only as a capital.
pub(crate) fn bytes(text: &str, lower: &str) -> Option<Scale> {
    if matches!(text, "B") || matches!(lower, "byte" | "bytes") {
        return Some(Scale::ONE);
    }
    let power = |of: f64, exponent: i32| Some(Scale::times(of.powi(exponent)));
    match lower {
        "kb" | "kbyte" | "kbytes" | "kilobyte" | "kilobytes" => power(1e3, 1),
        "mb" | "mbyte" | "mbytes" | "megabyte" | "megabytes" | "meg" | "megs" => power(1e3, 2),
        "gb" | "gbyte" | "gbytes" | "gigabyte" | "gigabytes" | "gig" | "gigs" => power(1e3, 3),
        "tb" | "tbyte" | "tbytes" | "terabyte" | "terabytes" => power(1e3, 4),
        "pb" | "petabyte" | "petabytes" => power(1e3, 5),
        "eb" | "exabyte" | "exabytes" => power(1e3, 6),
        "zb" | "zettabyte" | "zettabytes" => power(1e3, 7),
        "kib" | "kibibyte" | "kibibytes" => power(1024.0, 1),
        "mib" | "mebibyte" | "mebibytes" => power(1024.0, 2),
        "gib" | "gibibyte" | "gibibytes" => power(1024.0, 3),
        "tib" | "tebibyte" | "tebibytes" => power(1024.0, 4),
        "pib" | "pebibyte" | "pebibytes" => power(1024.0, 5),
        _ => None,
    }
}

/// A unit of data per second in one word (`MBps`, `Gbps`); bits count as eighths of a byte.
pub(crate) fn bytes_per_second(text: &str, lower: &str) -> Option<Scale> {
    let unit = text.strip_suffix("ps")?;
    if unit.ends_with('B') {
        return bytes(unit, lower.strip_suffix("ps")?);
    }
    bits(lower.strip_suffix("ps")?)
}

/// A unit of bits, in bytes: `Mbit`, and `Mb` for those who write it with care.
pub(crate) fn bits(lower: &str) -> Option<Scale> {
    let power = match lower {
        "b" | "bit" | "bits" => 1.0,
        "kb" | "kbit" | "kbits" | "kilobits" => 1e3,
        "mb" | "mbit" | "mbits" | "megabit" | "megabits" => 1e6,
        "gb" | "gbit" | "gbits" | "gigabit" | "gigabits" => 1e9,
        "tb" | "tbit" | "tbits" | "terabit" | "terabits" => 1e12,
        _ => return None,
    };
    Some(Scale {
        times: power,
        over: 8.0,
    })
}

/// Whether a unit of data is written as bits are: a small `b` behind a capital (`Mb`, `Gb`).
pub(crate) fn looks_like_bits(text: &str) -> bool {
    matches!(text, "Kb" | "Mb" | "Gb" | "Tb")
}

/// Happenings per time in one word: what happens (nothing for events) and per how many seconds.
pub(crate) fn rate(lower: &str) -> Option<(Option<&'static str>, f64)> {
    Some(match lower {
        "eps" => (None, 1.0),
        "rps" => (Some("requests"), 1.0),
        "qps" => (Some("queries"), 1.0),
        "tps" => (Some("transactions"), 1.0),
        "wps" | "wcu" | "wcus" => (Some("writes"), 1.0),
        "rcu" | "rcus" => (Some("reads"), 1.0),
        "ops" => (Some("operations"), 1.0),
        "iops" => (Some("operations"), 1.0),
        "rpm" => (Some("requests"), MINUTE),
        "qpm" => (Some("queries"), MINUTE),
        "tpm" => (Some("transactions"), MINUTE),
        "rpd" => (Some("requests"), DAY),
        "qpd" => (Some("queries"), DAY),
        _ => return None,
    })
}

/// How many a word for a magnitude stands for, where it can stand for nothing else.
pub(crate) fn magnitude(text: &str, lower: &str) -> Option<f64> {
    Some(match lower {
        "k" | "thousand" | "thousands" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "mm" | "mn" | "mio" | "million" | "millions" => 1e6,
        "crore" | "crores" => 1e7,
        "bn" | "billion" | "billions" => 1e9,
        "tn" | "trillion" | "trillions" => 1e12,
        "hundred" => 1e2,
        "dozen" => 12.0,
        _ if text == "M" => 1e6,
        _ => return None,
    })
}

/// The number that a word names.
pub(crate) fn number_word(lower: &str) -> Option<f64> {
    const UPTO_TWELVE: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if let Some(value) = UPTO_TWELVE.iter().position(|name| *name == lower) {
        return Some(value as f64);
    }
    Some(match lower {
        "half" => 0.5,
        "fifteen" => 15.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// Whether letters behind a number begin with a magnitude (`kev`, `Mrps`); its length.
pub(crate) fn magnitude_prefix(letters: &str) -> Option<usize> {
    let lower = letters.to_ascii_lowercase();
    let head = lower.chars().next()?;
    let rest = &lower[head.len_utf8()..];
    let splits = matches!(head, 'k' | 'm' | 'b') && !is_known(letters);
    (splits && (rate(rest).is_some() || crate::noun::is_event(rest))).then_some(head.len_utf8())
}

/// Whether a word is a unit or a magnitude, and so no name of anything that is counted.
pub(crate) fn names_a_unit(text: &str, lower: &str) -> bool {
    const PARTS: [&str; 20] = [
        "percentile",
        "percentiles",
        "pctl",
        "ile",
        "percent",
        "pct",
        "cent",
        "x",
        "times",
        "fold",
        "nine",
        "nines",
        "half",
        "st",
        "nd",
        "rd",
        "th",
        "dbu",
        "dbus",
        "b",
    ];
    let part = PARTS.contains(&lower) || number_word(lower).is_some();
    part || duration(lower).is_some() || bytes(text, lower).is_some() || magnitude(text, lower).is_some()
}

/// Whether letters directly behind a number are a unit or a magnitude.
pub(crate) fn is_known(letters: &str) -> bool {
    let lower = letters.to_ascii_lowercase();
    duration(&lower).is_some()
        || bytes(letters, &lower).is_some()
        || bytes_per_second(letters, &lower).is_some()
        || rate(&lower).is_some()
        || magnitude(letters, &lower).is_some()
        || crate::noun::is_event(&lower)
        || matches!(lower.as_str(), "x" | "b" | "th")
}

/// Whether letters may stand between two numbers of one quantity: `1h30m`, `3x200ms`.
pub(crate) fn joins_compound(letters: &str) -> bool {
    matches!(letters, "d" | "h" | "hr" | "m" | "min" | "s" | "ms" | "x")
}

/// Whether a hyphen between this word and a number is no part of a name: `sub-100`, unlike `node-7`.
pub(crate) fn ties_to_number(lower: &str) -> bool {
    matches!(
        lower,
        "sub" | "under" | "over" | "to" | "rto" | "rpo" | "max" | "min"
    )
}
