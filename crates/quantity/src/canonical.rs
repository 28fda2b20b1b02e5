//! Prints a quantity in the one form that reads back to the same value.

use std::fmt::{self, Write};

use crate::decimal::decimal;
use crate::money;
use crate::noun;
use crate::unit::{self, Scale};
use crate::{Bound, Compare, Dimension, Guarantee, Qualifier, Quantity, Value};

/// A figure below this is easily read; above, a larger unit is sought first.
const EASY: f64 = 10_000.0;

/// The sizes in base units that print to the last digit and read back so; nobody plans with what is beyond.
const PRINTABLE: std::ops::Range<f64> = 1e-14..1e30;

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Value::Word(promise) = self.value {
            return self.promise(f, promise);
        }
        if let Some(percentile) = self.percentile {
            write!(f, "p{percentile} ")?;
        }
        let (figure, plain) = self.figure();
        match self.before(plain) {
            "" => {}
            word => write!(f, "{word} ")?,
        }
        write!(f, "{}{figure}", self.compare.sign())?;
        match self.behind(plain) {
            "" => Ok(()),
            word => write!(f, " {word}"),
        }
    }
}

/// A number with its thousands set apart, in full.
pub(crate) fn grouped(number: f64) -> String {
    let plain = format!("{number}");
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() * 2);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && digit.is_ascii_digit() {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        let _ = write!(text, ".{decimals}");
    }
    text
}

impl Quantity {
    /// Its figures are of a size that reads back to the same value.
    pub(crate) fn can_be_printed(&self) -> bool {
        let bound = match self.bound {
            Some(Bound::Seconds(figure) | Bound::Times(figure)) => Some(figure),
            None => None,
        };
        let figures = [self.best(), self.worst(), bound];
        let is_sized = |figure: f64| figure == 0.0 || PRINTABLE.contains(&figure);
        figures.into_iter().flatten().all(is_sized)
    }

    fn promise(&self, f: &mut fmt::Formatter<'_>, promise: Guarantee) -> fmt::Result {
        f.write_str(match promise {
            Guarantee::Deduplicated if self.unit.is_some() => "dedupe",
            Guarantee::Causal => "causal consistency",
            Guarantee::Strong => "strong consistency",
            Guarantee::Drain => "graceful shutdown",
            other => other.as_str(),
        })?;
        if let Some(key) = &self.unit {
            write!(f, " {key}")?;
        }
        let sign = self.compare.sign();
        match self.bound {
            Some(Bound::Times(times)) => write!(f, " {sign}{}×", grouped(times)),
            Some(Bound::Seconds(seconds)) => {
                let every = matches!(
                    promise,
                    Guarantee::Checkpoint | Guarantee::Backup | Guarantee::Retry
                );
                let every = if every { " every" } else { "" };
                write!(f, "{every} {sign}{}", duration(Ends::one(seconds)))
            }
            None => Ok(()),
        }
    }

    /// The figure with its unit, and whether it stands as a bare ratio that needs a word in front.
    fn figure(&self) -> (String, bool) {
        let Some(ends) = Ends::of(self.value) else {
            return (String::new(), false);
        };
        let text = match self.dimension {
            Dimension::Rate => self.rate(ends),
            Dimension::DataRate => self.data_rate(ends),
            Dimension::EventSize => format!("{} each", bytes(ends)),
            Dimension::Size => bytes(ends),
            Dimension::Cost => self.cost(ends),
            Dimension::Count => self.count(ends),
            Dimension::Factor => self.factor(ends),
            Dimension::Availability | Dimension::Accuracy => match percent(ends) {
                Some(text) => text,
                None => return (ends.print(Scale::ONE), true),
            },
            Dimension::Recovery if ends == Ends::one(0.0) && self.percentile.is_none() => "0".to_owned(),
            _ => duration(ends),
        };
        (text, false)
    }

    fn rate(&self, ends: Ends) -> String {
        let (noun, per) = split_per(self.unit.as_deref().unwrap_or_default());
        let noun = if noun.is_empty() { "ev" } else { noun };
        let fits = |period: f64| ends.short(Scale::ONE.per(period), 3);
        let found = unit::PERIODS
            .iter()
            .find_map(|(name, period)| Some((fits(*period)?, *name)));
        let (figure, period) = found.unwrap_or_else(|| (ends.print(Scale::ONE), "s"));
        format!("{figure} {noun}/{period}{per}")
    }

    fn data_rate(&self, ends: Ends) -> String {
        let per = self
            .unit
            .as_ref()
            .map(|per| format!(" {per}"))
            .unwrap_or_default();
        for (period, seconds) in unit::PERIODS {
            // `B/day` would be billions a day.
            let plain = |unit: &Scale| *unit == Scale::ONE && *seconds > 1.0;
            let units = unit::BYTES.iter().filter(|(_, unit)| !plain(unit));
            let found = units
                .map(|(name, unit)| (ends.easy(unit.per(*seconds), 3), *name))
                .find_map(|(figure, name)| Some((figure?, name)));
            if let Some((figure, name)) = found {
                return format!("{figure} {name}/{period}{per}");
            }
        }
        format!("{} B/s{per}", ends.print(Scale::ONE))
    }

    fn cost(&self, ends: Ends) -> String {
        let unit = self.unit.as_deref().unwrap_or_default();
        let figure = ends.print(Scale::ONE);
        let foreign = money::FOREIGN
            .iter()
            .copied()
            .find(|name| unit.split(' ').next() == Some(name));
        let rest = foreign.map_or(unit, |name| unit[name.len()..].trim_start());
        let priced = rest.is_empty() || rest == "total" || rest.starts_with("per ");
        if !priced {
            return format!("{figure} {unit}");
        }
        let behind = if rest.is_empty() {
            "/month".to_owned()
        } else {
            format!(" {rest}")
        };
        match money::sign(foreign.unwrap_or("USD")) {
            Some(sign) => format!("{sign}{figure}{behind}"),
            None => format!("{} {figure}{behind}", foreign.unwrap_or("USD")),
        }
    }

    fn count(&self, ends: Ends) -> String {
        match self.unit.as_deref() {
            None => format!("×{}", ends.print(Scale::ONE)),
            Some(noun) if ends == Ends::one(1.0) => format!("1 {}", noun::singular(noun)),
            Some(noun) => format!("{} {noun}", ends.print(Scale::ONE)),
        }
    }

    fn factor(&self, ends: Ends) -> String {
        let share = match self.qualifier {
            Some(Qualifier::FanOut | Qualifier::Compression | Qualifier::Spike) => false,
            Some(_) => ends.high <= 1.0,
            None => ends.high < 0.9,
        };
        let share = if share { percent(ends) } else { None };
        share.unwrap_or_else(|| format!("{}×", ends.print(Scale::ONE)))
    }

    fn before(&self, plain: bool) -> &'static str {
        match (self.dimension, self.qualifier) {
            (Dimension::Recovery, Some(Qualifier::RecoveryPoint)) => "RPO",
            (Dimension::Recovery, _) => "RTO",
            (Dimension::Availability, _) if plain => "availability",
            (Dimension::Accuracy, None) if plain => "accuracy",
            (Dimension::Accuracy, Some(qualifier)) if plain => suffix(qualifier),
            _ => "",
        }
    }

    fn behind(&self, plain: bool) -> &'static str {
        let least = Ends::of(self.value).map_or(0.0, |ends| ends.low);
        match (self.dimension, self.qualifier) {
            (Dimension::Latency, None) if least >= unit::DAY && self.percentile.is_none() => "latency",
            (Dimension::Freshness, Some(Qualifier::EndToEnd)) => "end-to-end freshness",
            (Dimension::Freshness, Some(Qualifier::Alert)) => "freshness alert threshold",
            (Dimension::Freshness, _) => "freshness",
            (Dimension::Retention, None) if least < unit::DAY => "retention",
            (Dimension::Retention, Some(Qualifier::Hot)) => "hot retention",
            (Dimension::Retention, Some(Qualifier::Warm)) => "warm retention",
            (Dimension::Retention, Some(Qualifier::Cold)) => "cold retention",
            (Dimension::Recovery, _) => "",
            (Dimension::Availability, _) if !plain && least < 0.9 => "availability",
            (Dimension::Accuracy, _) if plain => "",
            (Dimension::Accuracy, None) => "accuracy",
            (Dimension::Latency, Some(Qualifier::EndToEnd)) if least >= unit::DAY => "end-to-end latency",
            (Dimension::Latency, Some(Qualifier::Alert)) if least >= unit::DAY => "latency alert threshold",
            (
                Dimension::Latency,
                Some(qualifier @ (Qualifier::Average | Qualifier::Peak | Qualifier::Spike)),
            ) if least >= unit::DAY => long_latency(qualifier),
            (_, Some(qualifier)) => suffix(qualifier),
            _ => "",
        }
    }
}

fn long_latency(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Average => "average latency",
        Qualifier::Peak => "peak latency",
        _ => "spike latency",
    }
}

/// The words that say a qualifier behind a figure.
fn suffix(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::PerHop => "per hop",
        Qualifier::EndToEnd => "end-to-end",
        Qualifier::FalsePositives => "false positives",
        Qualifier::FalseNegatives => "false negatives",
        Qualifier::ErrorRate => "error rate",
        Qualifier::Loss => "data loss",
        Qualifier::CacheHit => "cache hits",
        Qualifier::Alert => "alert threshold",
        other => other.as_str(),
    }
}

fn split_per(unit: &str) -> (&str, String) {
    match unit.find("per ") {
        Some(at) if at == 0 || unit[..at].ends_with(' ') => {
            (unit[..at].trim_end(), format!(" {}", &unit[at..]))
        }
        _ => (unit, String::new()),
    }
}

/// One number or two, to be printed in one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ends {
    low: f64,
    high: f64,
}

impl Ends {
    fn one(number: f64) -> Self {
        Self {
            low: number,
            high: number,
        }
    }

    fn of(value: Value) -> Option<Self> {
        match value {
            Value::Number(number) => Some(Self::one(number)),
            Value::Range { low, high } => Some(Self { low, high }),
            Value::Word(_) => None,
        }
    }

    /// Both ends in a unit, with so many decimals at most; nothing if that would not read back to the same.
    fn short(self, scale: Scale, decimals: usize) -> Option<String> {
        let low = short(self.low, scale, decimals)?;
        if self.low == self.high {
            return Some(low);
        }
        Some(format!("{low}–{}", short(self.high, scale, decimals)?))
    }

    /// As [`short`](Self::short), if the figures are neither tiny nor huge.
    fn easy(self, scale: Scale, decimals: usize) -> Option<String> {
        let least = if self.low == 0.0 { self.high } else { self.low };
        (scale.count(least) >= 1.0 && scale.count(self.high) < EASY)
            .then(|| self.short(scale, decimals))
            .flatten()
    }

    /// Both ends in full.
    fn print(self, scale: Scale) -> String {
        let low = grouped(scale.count(self.low));
        if self.low == self.high {
            low
        } else {
            format!("{low}–{}", grouped(scale.count(self.high)))
        }
    }
}

fn short(base: f64, scale: Scale, decimals: usize) -> Option<String> {
    let text = format!("{:.decimals$}", scale.count(base));
    let number = decimal(&text)?;
    (scale.base(number) == base).then(|| grouped(number))
}

fn percent(ends: Ends) -> Option<String> {
    ends.short(Scale::over(100.0), 9)
        .map(|figure| format!("{figure} %"))
}

fn bytes(ends: Ends) -> String {
    let unit = |decimals: usize| {
        unit::BYTES
            .iter()
            .find_map(|(name, scale)| Some((ends.easy(*scale, decimals)?, *name)))
    };
    let found = unit(2).or_else(|| unit(3));
    let (figure, name) = found.unwrap_or_else(|| (ends.print(Scale::ONE), "B"));
    format!("{figure} {name}")
}

/// A duration in the largest unit that gives whole numbers; decimals are for seconds and less.
fn duration(ends: Ends) -> String {
    if ends == Ends::one(0.0) {
        return "0 s".to_owned();
    }
    let found = unit::DURATIONS.iter().find_map(|(name, scale)| {
        let decimals = if scale.base(1.0) > 1.0 { 0 } else { 3 };
        Some((ends.easy(*scale, decimals)?, *name))
    });
    let (figure, name) = found.unwrap_or_else(|| (ends.print(Scale::ONE), "s"));
    let name = if figure == "1" {
        name.strip_suffix('s')
            .filter(|stem| stem.len() > 2)
            .unwrap_or(name)
    } else {
        name
    };
    format!("{figure} {name}")
}

impl Compare {
    /// The sign that a figure opens with.
    const fn sign(self) -> &'static str {
        match self {
            Self::AtMost => "≤ ",
            Self::AtLeast => "≥ ",
            Self::About => "~",
            Self::Exactly => "",
        }
    }
}
