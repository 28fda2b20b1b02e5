//! Units: what people call them, and how many base units they are.

use crate::decimal::decimal;
use crate::lexicon::{self, Known, Lexicon};

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

/// With more digits than these behind its point, a number is printed to shift the point.
const MOST_BEHIND: i32 = 4;

fn shifted(number: f64, places: i32) -> f64 {
    // Whole numbers and these powers of ten are exact, so that dividing gives the nearest number, as shifting does.
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return number / 10_f64.powi(-places);
    }
    // Up to fifteen digits tell a number from every other, so that these are the digits it would be printed with.
    for behind in 1..=MOST_BEHIND {
        let size = 10_f64.powi(behind);
        let digits = (number * size).round();
        if digits.abs() < 1e15 && digits / size == number {
            return digits / 10_f64.powi(behind - places);
        }
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
const KIBI: f64 = 1_024.0;

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

/// What people call the units of time.
const TIMES: &[(&str, Scale)] = &[
    ("ns nsec nanosecond nanoseconds", Scale::over(1e9)),
    ("µs μs us usec microsecond microseconds micros", Scale::over(1e6)),
    ("ms msec msecs millisecond milliseconds millis", Scale::over(1e3)),
    ("s sec secs second seconds", Scale::ONE),
    ("m min mins minute minutes", Scale::times(MINUTE)),
    ("h hr hrs hour hours", Scale::times(HOUR)),
    ("d day days", Scale::times(DAY)),
    ("w wk wks week weeks", Scale::times(WEEK)),
    ("fortnight", Scale::times(2.0 * WEEK)),
    ("mo mos mth month months", Scale::times(MONTH)),
    ("quarter quarters", Scale::times(YEAR / 4.0)),
    ("y yr yrs year years annum", Scale::times(YEAR)),
    ("decade decades", Scale::times(10.0 * YEAR)),
];

/// How often, in one word.
const CADENCES: &[(&str, f64)] = &[
    ("hourly", HOUR),
    ("daily nightly", DAY),
    ("weekly", WEEK),
    ("biweekly fortnightly", 2.0 * WEEK),
    ("monthly", MONTH),
    ("quarterly", YEAR / 4.0),
    ("yearly annual annually", YEAR),
];

/// What people call the units of data: decimal unless an `i` makes them binary.
const DATA: &[(&str, Scale)] = &[
    ("byte bytes", Scale::ONE),
    ("kb kbyte kbytes kilobyte kilobytes", Scale::times(1e3)),
    ("mb mbyte mbytes megabyte megabytes meg megs", Scale::times(1e6)),
    ("gb gbyte gbytes gigabyte gigabytes gig gigs", Scale::times(1e9)),
    ("tb tbyte tbytes terabyte terabytes", Scale::times(1e12)),
    ("pb petabyte petabytes", Scale::times(1e15)),
    ("eb exabyte exabytes", Scale::times(1e18)),
    ("zb zettabyte zettabytes", Scale::times(1e21)),
    ("kib kibibyte kibibytes", Scale::times(KIBI)),
    ("mib mebibyte mebibytes", Scale::times(KIBI * KIBI)),
    ("gib gibibyte gibibytes", Scale::times(KIBI * KIBI * KIBI)),
    ("tib tebibyte tebibytes", Scale::times(KIBI * KIBI * KIBI * KIBI)),
    (
        "pib pebibyte pebibytes",
        Scale::times(KIBI * KIBI * KIBI * KIBI * KIBI),
    ),
];

/// What people call the units of bits, and how many bits they are; `Mb` is one for those who write it with care.
const BITS: &[(&str, f64)] = &[
    ("b bit bits", 1.0),
    ("kb kbit kbits kilobits", 1e3),
    ("mb mbit mbits megabit megabits", 1e6),
    ("gb gbit gbits gigabit gigabits", 1e9),
    ("tb tbit tbits terabit terabits", 1e12),
];

/// Happenings per time in one word: what happens (nothing for events) and per how many seconds.
const RATES: &[(&str, Option<&str>, f64)] = &[
    ("eps", None, 1.0),
    ("rps", Some("requests"), 1.0),
    ("qps", Some("queries"), 1.0),
    ("tps", Some("transactions"), 1.0),
    ("wps wcu wcus", Some("writes"), 1.0),
    ("rcu rcus", Some("reads"), 1.0),
    ("ops iops", Some("operations"), 1.0),
    ("rpm", Some("requests"), MINUTE),
    ("qpm", Some("queries"), MINUTE),
    ("tpm", Some("transactions"), MINUTE),
    ("rpd", Some("requests"), DAY),
    ("qpd", Some("queries"), DAY),
];

/// Words that stand for so many, and for nothing else.
const MAGNITUDES: &[(&str, f64)] = &[
    ("k thousand thousands", 1e3),
    ("lakh lakhs", 1e5),
    ("mm mn mio million millions", 1e6),
    ("crore crores", 1e7),
    ("bn billion billions", 1e9),
    ("tn trillion trillions", 1e12),
    ("hundred", 1e2),
    ("dozen", 12.0),
];

/// Numbers in words.
const NUMBERS: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("half", 0.5),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("ninety", 90.0),
];

/// What else names no thing that is counted, since it is part of a unit.
const PARTS: &str =
    "percentile percentiles pctl ile percent pct cent x times fold nine nines st nd rd th dbu dbus b";

/// Enters every unit and number.
pub(crate) fn enter(lexicon: &mut Lexicon) {
    each(TIMES, |word, scale| lexicon.entry(word).time = Some(scale));
    each(CADENCES, |word, period| {
        lexicon.entry(word).cadence = Some(period)
    });
    each(DATA, |word, scale| lexicon.entry(word).bytes = Some(scale));
    each(BITS, |word, times| {
        lexicon.entry(word).bits = Some(Scale { times, over: 8.0 });
    });
    each(MAGNITUDES, |word, times| {
        lexicon.entry(word).magnitude = Some(times)
    });
    each(NUMBERS, |word, number| {
        let known = lexicon.entry(word);
        (known.number, known.opens_amount) = (Some(number), true);
    });
    for (words, noun, period) in RATES {
        for word in words.split(' ') {
            lexicon.entry(word).rate = Some((*noun, *period));
        }
    }
    for word in PARTS.split(' ') {
        lexicon.entry(word).is_unit = true;
    }
    for known in lexicon.all() {
        let is_amount = known.number.is_some() || known.magnitude.is_some();
        known.is_unit |= is_amount || known.time.is_some() || known.bytes.is_some();
    }
}

/// Hands on every word of a table with what it stands for.
fn each<T: Copy>(table: &[(&str, T)], mut enter: impl FnMut(&str, T)) {
    for (words, what) in table {
        for word in words.split(' ') {
            enter(word, *what);
        }
    }
}

/// So much per period, as so much per month.
pub(crate) fn monthly(period: f64) -> Scale {
    if period == MONTH {
        Scale::ONE
    } else {
        Scale::times(MONTH).per(period)
    }
}

/// A unit of data; a lone `b` is a byte only as a capital.
pub(crate) fn bytes(text: &str, known: &Known) -> Option<Scale> {
    if text == "B" {
        Some(Scale::ONE)
    } else {
        known.bytes
    }
}

/// A unit of data per second in one word (`MBps`, `Gbps`); bits count as eighths of a byte.
pub(crate) fn bytes_per_second(text: &str, lower: &str) -> Option<Scale> {
    let unit = text.strip_suffix("ps")?;
    if unit.ends_with('B') {
        return bytes(unit, lexicon::of(lower.strip_suffix("ps")?));
    }
    lexicon::of(lower.strip_suffix("ps")?).bits
}

/// Whether a unit of data is written as bits are: a small `b` behind a capital (`Mb`, `Gb`).
pub(crate) fn looks_like_bits(text: &str) -> bool {
    matches!(text, "Kb" | "Mb" | "Gb" | "Tb")
}

/// How many a word for a magnitude stands for, where it can stand for nothing else.
pub(crate) fn magnitude(text: &str, known: &Known) -> Option<f64> {
    known.magnitude.or((text == "M").then_some(1e6))
}

/// Whether letters behind a number, here in lower case too, begin with a magnitude (`kev`, `Mrps`); its length.
pub(crate) fn magnitude_prefix(letters: &str, lower: &str) -> Option<usize> {
    let rest = lower.strip_prefix(['k', 'm', 'b'])?;
    let known = lexicon::of(rest);
    let splits = (known.rate.is_some() || known.event.is_some()) && !is_known(letters, lower);
    splits.then_some(1)
}

/// Whether letters directly behind a number, here in lower case too, are a unit or a magnitude.
pub(crate) fn is_known(letters: &str, lower: &str) -> bool {
    let known = lexicon::of(lower);
    known.time.is_some()
        || bytes(letters, known).is_some()
        || bytes_per_second(letters, lower).is_some()
        || known.rate.is_some()
        || magnitude(letters, known).is_some()
        || known.event.is_some()
        || matches!(lower, "x" | "b" | "th")
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
