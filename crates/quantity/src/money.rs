//! What things cost: money per month, prices per unit, and what is metered in units of its own.

use winnow::combinator::{alt, opt, preceded};
use winnow::{Parser, error::EmptyError};

use crate::amount::{Figure, figure_of_money};
use crate::canonical::grouped;
use crate::cursor::{Cursor, Found, known, number, symbol, token, word};
use crate::measure::{Amount, Measure};
use crate::measured::per_time;
use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};
use crate::unit::{self, Scale};

/// A price names at most so many denominators: `/GB/month`, `per node per hour`.
const MOST_DENOMINATORS: usize = 2;

/// `$40k/month`, `USD 0.02 per GB`.
pub(crate) fn amount<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let currency = prefix(input)?;
    let figure = figure_of_money(input)?;
    Ok(priced(input, figure, currency))
}

/// `40k USD a month`, `9k €/mo`, `2 cents per GB`, behind the figure.
pub(crate) fn suffixed<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let sign =
        token(|token| matches!(token.kind, Kind::Symbol(Symbol::Currency(_)))).verify_map(
            |token| match token.kind {
                Kind::Symbol(Symbol::Currency(sign)) => Some((name_of(sign), Scale::ONE)),
                _ => None,
            },
        );
    let (currency, scale) = alt((sign, known(|token| currency_word(token.lower)))).parse_next(input)?;
    Ok(priced(input, figure, currency).scaled(scale))
}

/// `0.4 DBU/h`, `200 DBUs per month`: a unit of its own, in the period that it is written in.
pub(crate) fn metered<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let mut name = known(|token| match token.lower {
        "dbu" | "dbus" => Some("DBU"),
        "dpu" | "dpus" => Some("DPU"),
        "credit" | "credits" => Some("credits"),
        _ => None,
    });
    let name = name.parse_next(input)?;
    let period = opt(per_time).parse_next(input)?.and_then(period_name);
    let unit = period.map_or_else(|| name.to_owned(), |period| format!("{name}/{period}"));
    Ok(figure.of(Measure::Metered { unit }))
}

/// The sign or the code that a currency is printed with, and whether it comes first.
pub(crate) fn sign(currency: &str) -> Option<char> {
    match currency {
        "USD" => Some('$'),
        "EUR" => Some('€'),
        "GBP" => Some('£'),
        "JPY" => Some('¥'),
        "INR" => Some('₹'),
        _ => None,
    }
}

/// The currencies that are kept in a unit; dollars are the ones that go without saying.
pub(crate) const FOREIGN: [&str; 5] = ["EUR", "GBP", "JPY", "INR", "CHF"];

fn name_of(sign: char) -> &'static str {
    match sign {
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        _ => "USD",
    }
}

fn currency_word(lower: &str) -> Option<(&'static str, Scale)> {
    Some(match lower {
        "usd" | "dollar" | "dollars" | "bucks" => ("USD", Scale::ONE),
        "cent" | "cents" => ("USD", Scale::over(100.0)),
        "eur" | "euro" | "euros" => ("EUR", Scale::ONE),
        "gbp" | "pounds" => ("GBP", Scale::ONE),
        "jpy" | "yen" => ("JPY", Scale::ONE),
        "inr" | "rupees" => ("INR", Scale::ONE),
        "chf" => ("CHF", Scale::ONE),
        _ => return None,
    })
}

fn prefix<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<&'static str> {
    opt(word(&["us"])).parse_next(input)?;
    let sign =
        token(|token| matches!(token.kind, Kind::Symbol(Symbol::Currency(_)))).verify_map(
            |token| match token.kind {
                Kind::Symbol(Symbol::Currency(sign)) => Some(name_of(sign)),
                _ => None,
            },
        );
    let code = word(&["usd", "eur", "gbp", "jpy", "inr", "chf"]);
    let code = code.verify_map(|token| currency_word(token.lower).map(|(name, _)| name));
    alt((sign, code)).parse_next(input)
}

/// Reads what the money is for, and puts money over time into money per month.
fn priced<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure, currency: &'static str) -> Amount {
    let mut period = None;
    let mut denominator: Option<String> = None;
    for _ in 0..MOST_DENOMINATORS {
        if period.is_none() {
            period = optional(input, per_period);
        }
        if denominator.is_none() {
            denominator = optional(input, per_unit);
        }
    }
    let scale = period.map_or(Scale::ONE, unit::monthly);
    let what = match (denominator, period) {
        (Some(unit), Some(_)) => format!("per {unit}-month"),
        (Some(unit), None) => format!("per {unit}"),
        (None, Some(_)) => String::new(),
        (None, None) => "total".to_owned(),
    };
    let unit = match (currency, what.is_empty()) {
        ("USD", true) => None,
        ("USD", false) => Some(what),
        (_, true) => Some(currency.to_owned()),
        (_, false) => Some(format!("{currency} {what}")),
    };
    figure.of(Measure::Money { unit }).scaled(scale)
}

fn optional<'s, 't: 's, T>(
    input: &mut Cursor<'s, 't>,
    parser: impl Parser<Cursor<'s, 't>, T, EmptyError>,
) -> Option<T> {
    opt(parser).parse_next(input).ok().flatten()
}

/// A period; behind money `/m` is a month.
fn per_period<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<f64> {
    let month = preceded(symbol(Symbol::Slash), word(&["m"])).value(unit::MONTH);
    let annum = (
        word(&["per", "p"]),
        opt(symbol(Symbol::Other)),
        word(&["a", "annum"]),
    )
        .value(unit::YEAR);
    alt((month, per_time, annum)).parse_next(input)
}

/// `per GB`, `/GB`, `per million requests`, `per 1,000 calls`, `per GB-month` (which stays as it is).
fn per_unit<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<String> {
    alt((symbol(Symbol::Slash), word(&["per", "each", "a", "an"]))).parse_next(input)?;
    let count = opt(number()).parse_next(input)?;
    let magnitude = opt(known(|token| unit::magnitude(token.text, token.known))).parse_next(input)?;
    let many = count.unwrap_or(1.0) * magnitude.unwrap_or(1.0);
    // What comes every so often is a period, and reads as one or not at all.
    if opt(known(|token| token.known.time)).parse_next(input)?.is_some() {
        return Err(EmptyError);
    }
    let noun = opt(token(|token| token.kind == Kind::Word)).parse_next(input)?;
    let tied = opt(token(|token| {
        token.kind == Kind::Word && token.gap == Gap::Hyphen
    }))
    .parse_next(input)?;
    let name = match (noun, tied) {
        (Some(noun), Some(tied)) => format!("{}-{}", unit_name(noun), tied.lower),
        (Some(noun), None) => unit_name(noun),
        (None, _) => String::new(),
    };
    match (many == 1.0, name.is_empty()) {
        (true, false) => Ok(name),
        (false, true) if many.is_finite() => Ok(grouped(many)),
        (false, false) if many.is_finite() => Ok(format!("{} {name}", grouped(many))),
        _ => Err(EmptyError),
    }
}

fn unit_name(unit: &Token<'_>) -> String {
    let known = unit::bytes(unit.text, unit.known)
        .and_then(|scale| unit::BYTES.iter().find(|(_, other)| *other == scale));
    known.map_or_else(|| unit.lower.to_owned(), |(name, _)| (*name).to_owned())
}

fn period_name(seconds: f64) -> Option<&'static str> {
    unit::PERIODS
        .iter()
        .find(|(_, period)| *period == seconds)
        .map(|(name, _)| *name)
}
