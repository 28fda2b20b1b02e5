//! The clock of a play: whole units, so that the words hold still while it runs.

/// Seconds as a clock says them: `340 ms`, `12 s`, `4 min 20 s`, `2 h 5 min`, `3 days 4 h`.
pub(crate) fn clock(seconds: f64) -> String {
    const UNITS: [(f64, &str); 4] = [(86_400.0, "days"), (3_600.0, "h"), (60.0, "min"), (1.0, "s")];
    if seconds < 10.0 && seconds.fract() > 1e-9 {
        return format!("{:.0} ms", seconds * 1e3);
    }
    let rounded = seconds.round();
    let Some(at) = UNITS.iter().position(|(size, _)| rounded >= *size) else {
        return "0 s".to_owned();
    };
    let mut said = String::new();
    let mut rest = rounded;
    for (size, unit) in UNITS.iter().skip(at).take(2) {
        let whole = (rest / size).floor();
        rest -= whole * size;
        if whole > 0.0 {
            let gap = if said.is_empty() { "" } else { " " };
            said += &format!("{gap}{whole} {unit}");
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_clock_says_two_units_at_the_most() {
        let said = [0.0, 0.34, 12.0, 59.6, 260.0, 3_600.0, 7_515.0, 273_600.0].map(clock);
        let wanted = [
            "0 s",
            "340 ms",
            "12 s",
            "1 min",
            "4 min 20 s",
            "1 h",
            "2 h 5 min",
            "3 days 4 h",
        ];
        assert_eq!(said, wanted);
    }
}
