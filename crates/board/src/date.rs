//! A day of the calendar, as an allow carries it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A day of the Gregorian calendar; earlier days are less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day: `2026-12-31` is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no day of the calendar")]
pub struct DateError;

impl Date {
    /// The day, where the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let days = match month {
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let is_there = (1..=days).contains(&day) && (1..=9999).contains(&year);
        is_there.then_some(Self { year, month, day })
    }

    /// The day so many days after 1970-01-01; the first or the last of all where the calendar ends before.
    pub fn from_unix_days(days: i64) -> Self {
        // Years that begin in March have the leap day at their end (Howard Hinnant's days-from-civil, solved for the
        // date): 400 of them are 146,097 days.
        let days = days.clamp(-719_162, 2_932_896) + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: u8::try_from(month).unwrap_or(u8::MAX),
            day: u8::try_from(day).unwrap_or(u8::MAX),
        }
    }
}

/// `2026-12-31` (ISO 8601).
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// As [`Display`](fmt::Display) writes it, and in no other way.
impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| -> Option<u16> {
            let part = parts.next()?;
            let is_plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            is_plain.then(|| part.parse().ok()).flatten()
        };
        let (year, month, day) = (part(4), part(2), part(2));
        let small = |number: u16| u8::try_from(number).ok();
        match (year, month.and_then(small), day.and_then(small), parts.next()) {
            (Some(year), Some(month), Some(day), None) => Self::new(year, month, day).ok_or(DateError),
            _ => Err(DateError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar_are_read_and_printed() {
        for text in [
            "2026-12-31",
            "2024-02-29",
            "2000-02-29",
            "0001-01-01",
            "9999-04-30",
        ] {
            assert_eq!(
                text.parse::<Date>().map(|date| date.to_string()),
                Ok(text.to_owned())
            );
        }
        for text in [
            "",
            "2026",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2023-02-29",
            "1900-02-29",
            "2026-1-1",
            "2026-01-01-01",
            "26-01-01",
            "2026-01-00",
            "0000-01-01",
            "+026-01-01",
            "2026/01/01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let day = |days| Date::from_unix_days(days).to_string();
        assert_eq!(
            [day(0), day(-1), day(59), day(789)],
            ["1970-01-01", "1969-12-31", "1970-03-01", "1972-02-29"]
        );
        assert_eq!(
            [day(20_778), day(i64::MIN), day(i64::MAX)],
            ["2026-11-21", "0001-01-01", "9999-12-31"]
        );
        let row: Vec<Date> = (-719_162..2_932_897)
            .step_by(1_111)
            .map(Date::from_unix_days)
            .collect();
        assert!(row.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn earlier_days_are_less() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map(|day| day.parse::<Date>());
        assert!(days.is_sorted_by(|one, next| one.unwrap() < next.unwrap()));
    }
}
