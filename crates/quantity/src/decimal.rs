//! Decimal numbers, read exactly as far as people write them.
//!
//! The standard library reads every decimal to the last bit by means of a table that weighs more than all of our words.
//! Up to nineteen digits, with up to thirty-one places behind the point, whole numbers of 128 bits do the same.

/// The largest power of ten that is exact.
const EXACT_POWER: u32 = 22;

/// The largest whole number up to which every one is exact.
const EXACT_WHOLE: u64 = 1 << f64::MANTISSA_DIGITS;

/// The most digits that count; what comes after them is less than one part in 10¹⁸.
const MOST_DIGITS: u32 = 19;

/// The number that `text` is: digits with at most one point among them, a minus before them where it is below nought,
/// and perhaps a power of ten (`-1.5e-3`).
///
/// It is the nearest one up to fifteen digits and powers up to 10²², or nineteen digits with at most thirty-one places
/// behind the point; otherwise it is as near as 10⁻¹³ of itself, and infinite where it is too large to hold.
pub fn decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (digits, power) = match unsigned.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse::<i16>().ok()?),
        None => (unsigned, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let mut mantissa = 0_u64;
    let mut exponent = i32::from(power);
    let mut count = 0;
    let behind = part.bytes().map(|digit| (digit, true));
    for (digit, is_behind) in whole.bytes().map(|digit| (digit, false)).chain(behind) {
        let value = digit.checked_sub(b'0').filter(|value| *value < 10)?;
        if count < MOST_DIGITS {
            mantissa = mantissa * 10 + u64::from(value);
            count += u32::from(mantissa > 0);
            exponent = exponent.saturating_sub(i32::from(is_behind));
        } else {
            exponent = exponent.saturating_add(i32::from(!is_behind));
        }
    }
    let size = scaled(mantissa, exponent);
    Some(if unsigned == text { size } else { -size })
}

/// `mantissa` times ten to the `exponent`.
fn scaled(mantissa: u64, exponent: i32) -> f64 {
    let places = exponent.unsigned_abs();
    let is_exact = mantissa <= EXACT_WHOLE && places <= EXACT_POWER;
    match (mantissa, exponent) {
        (0, _) => 0.0,
        (_, 0..) if is_exact => mantissa as f64 * 10_f64.powi(exponent),
        (_, _) if is_exact => mantissa as f64 / 10_f64.powi(-exponent),
        // Below 2^64 times 10^19, which is below 2^128; the cast gives the nearest.
        (_, 0..=19) => (u128::from(mantissa) * 10_u128.pow(places)) as f64,
        // Ten is five times two, and twos are exact. 5^31 is below 2^72, so the quotient keeps 56 bits or more, of which
        // 53 count; the last one stands for all that the division left over.
        (_, -31..=-1) => {
            let shift = u128::from(mantissa).leading_zeros();
            let (scaled, fives) = (u128::from(mantissa) << shift, 5_u128.pow(places));
            let remainder = u128::from(!scaled.is_multiple_of(fives));
            ((scaled / fives) | remainder) as f64 / 2_f64.powi((shift + places) as i32)
        }
        (_, 0..) => mantissa as f64 * 10_f64.powi(exponent),
        // In two steps, since ten to the 310 is infinite, and some numbers that small are none.
        (_, _) => mantissa as f64 / 10_f64.powi(-exponent / 2) / 10_f64.powi(-exponent - -exponent / 2),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_people_write() {
        for text in [
            "0", "007", "0.1", "99.95", ".5", "5.", "1e6", "1.5E-3", "1e22", "1e+3", "0e999", "-2.5",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "e5", "1e", "--1", "-", "1.2.3", "x", "inf", "1e99999"] {
            assert_eq!(decimal(text), None, "{text}");
        }
        assert_eq!(decimal("1e400"), Some(f64::INFINITY));
        assert_eq!(decimal("1e-400"), Some(0.0));
    }

    proptest! {
        #[test]
        fn fifteen_digits_are_exact(digits in 0_u64..1_000_000_000_000_000, power in -22..=22) {
            let text = format!("{digits}e{power}");
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }

        #[test]
        fn nineteen_digits_are_exact_near_one(text in "[0-9]{0,12}\\.[0-9]{0,7}|0\\.0{0,12}[0-9]{0,19}|[1-9][0-9]{0,18}(e[0-9])?") {
            prop_assume!(text != ".");
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }

        #[test]
        fn everything_printed_is_read_closely(value in 1e-300_f64..1e300, power in -300..300) {
            for text in [format!("{value}"), format!("{value:e}"), format!("{:e}", 10_f64.powi(power) / 3.0)] {
                let nearest: f64 = text.parse().unwrap();
                let read = decimal(&text).unwrap();
                prop_assert!((read - nearest).abs() <= nearest * 1e-13, "{text}: {read}");
            }
        }

        #[test]
        fn no_text_panics(text in "[0-9.eE+-]{0,60}|.{0,20}") {
            let _ = decimal(&text);
        }
    }
}
