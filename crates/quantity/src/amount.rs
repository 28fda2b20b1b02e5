//! Second stage, first half: tokens to amounts. A figure, perhaps a range, and the unit behind it.

use winnow::combinator::{alt, opt, preceded};
use winnow::stream::Stream;
use winnow::{Parser, error::EmptyError};

use crate::Compare;
use crate::cursor::{Cursor, Found, is_tied, known, number, peek, symbol, token, word};
use crate::decimal::decimal;
use crate::magnitude::magnitude;
use crate::measure::{Amount, Measure};
use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};
use crate::{lexicon, measured, money};

/// Reads an amount; misses where none starts.
pub(crate) fn amount<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let mut amount = single(input)?;
    if amount.high.is_none() && amount.compare.is_none() {
        let upto = preceded(joiner, single).verify(|other| {
            other.high.is_none() && other.measure == amount.measure && other.low > amount.low
        });
        amount.high = opt(upto).parse_next(input)?.map(|other| other.low);
    }
    Ok(amount)
}

/// The words that an amount may begin with, besides numbers in words.
pub(crate) const OPENERS: &[&str] = &[
    "sub", "single", "double", "triple", "once", "twice", "thrice", "between", "us", "usd", "eur", "gbp",
    "jpy", "inr", "chf",
];

/// Whether an amount may begin with this; nearly every word is passed over at this one look.
pub(crate) fn may_open(first: &Token<'_>) -> bool {
    match first.kind {
        Kind::Number(_) | Kind::Symbol(Symbol::Times | Symbol::Currency(_)) | Kind::Identifier => true,
        Kind::Word => first.known.opens_amount,
        _ => false,
    }
}

/// Whether a number in front of this may count nines, or be a part of as many: `3 nines`, `1 in 100`.
fn may_be_part(next: &Token<'_>) -> bool {
    matches!(next.kind, Kind::Number(_)) || matches!(next.lower, "nines" | "nine" | "in" | "out")
}

/// Reads one amount by what it begins with.
fn single<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let first = peek(input).filter(|first| may_open(first)).ok_or(EmptyError)?;
    let amount = match first.kind {
        Kind::Number(_) if input.input.get(1).is_some_and(may_be_part) => {
            alt((nines, one_in, plain)).parse_next(input)
        }
        Kind::Number(_) => plain(input),
        Kind::Symbol(Symbol::Times | Symbol::Currency(_)) | Kind::Identifier => {
            alt((copies, money::amount)).parse_next(input)
        }
        Kind::Word => match first.lower {
            "sub" => below_one(input),
            "single" | "double" | "triple" => digits_named(input),
            "once" | "twice" | "thrice" => often(input),
            "between" => plain(input),
            "us" | "usd" | "eur" | "gbp" | "jpy" | "inr" | "chf" => money::amount(input),
            _ if first.known.number.is_some() => alt((nines, half, in_words)).parse_next(input),
            _ => Err(EmptyError),
        },
        _ => Err(EmptyError),
    };
    amount.and_then(|amount| amount.is_finite().then_some(amount).ok_or(EmptyError))
}

/// A bare figure in which `B` is a billion and `m` a million, as behind `events per day:`.
pub(crate) fn many<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let figure = figure_of_money(input)?;
    let amount = measured::amount(input, figure)?;
    let tied = peek(input).is_some_and(|next| next.gap == Gap::Nothing && next.kind == Kind::Word);
    (amount.measure == Measure::Bare && !tied && amount.is_finite())
        .then_some(amount)
        .ok_or(EmptyError)
}

/// Digits and whatever unit follows.
fn plain<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let figure = figure(input)?;
    measured::amount(input, figure)
}

/// `3:1`, `1:100`: a multiple.
pub(crate) fn to_one<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let colon = token(|token| token.is_symbol(Symbol::Colon) && token.gap == Gap::Nothing);
    let glued = token(|token| token.gap == Gap::Nothing).verify_map(|token| match token.kind {
        Kind::Number(other) => Some(other),
        _ => None,
    });
    let (one, _, other) = (number(), colon, glued).parse_next(input)?;
    match (one, other) {
        (low, 1.0) | (1.0, low) => Ok(Amount {
            low,
            high: None,
            measure: Measure::Times,
            compare: None,
        }),
        _ => Err(EmptyError),
    }
}

/// `1 in 1000`, `9 out of 10`: a share.
fn one_in<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let whole = |input: &mut Cursor<'s, 't>| Ok(number().parse_next(input)? * magnitude(input, false));
    let of = alt((word(&["in"]).void(), (word(&["out"]), word(&["of"])).void()));
    let every = opt(word(&["every"]));
    let (part, _, _, all) = (number(), of, every, whole)
        .verify(|(part, _, _, all): &(f64, (), _, f64)| *part > 0.0 && part < all)
        .parse_next(input)?;
    let of_something_else = |next: &Token<'t>| {
        let thing = next.known.is_countable && next.known.event.is_none();
        thing || next.known.is_unit || next.is_symbol(Symbol::Percent)
    };
    if peek(input).is_some_and(of_something_else) {
        return Err(EmptyError);
    }
    Ok(Amount {
        low: part / all,
        high: None,
        measure: Measure::Percent,
        compare: None,
    })
}

/// `×3`, `x3`; with a unit behind, the sign means nothing (`1,000 sensors × 1 msg/s`).
fn copies<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let named = token(|token| token.kind == Kind::Identifier)
        .verify_map(|token| decimal(token.lower.strip_prefix('x')?))
        .verify(|count| !matches!(*count, 64.0 | 86.0) && *count < 1_000.0)
        .map(|low| Amount {
            low,
            high: None,
            measure: Measure::Bare,
            compare: None,
        });
    let amount = alt((preceded(symbol(Symbol::Times), plain), named)).parse_next(input)?;
    match amount.measure {
        Measure::Bare => Ok(Amount {
            measure: Measure::Copies,
            ..amount
        }),
        _ => Ok(amount),
    }
}

/// `sub-second`, `sub-minute`.
fn below_one<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let scale = preceded(word(&["sub"]), known(|token| token.known.time)).parse_next(input)?;
    let amount = Amount {
        low: 1.0,
        high: None,
        measure: Measure::Duration,
        compare: Some(Compare::AtMost),
    };
    Ok(amount.scaled(scale))
}

/// `single-digit milliseconds`, `double-digit ms`.
fn digits_named<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let digits = word(&["single", "double", "triple"]).parse_next(input)?;
    let low = match digits.lower {
        "single" => 10.0,
        "double" => 100.0,
        _ => 1_000.0,
    };
    let mut scale = preceded(word(&["digit", "digits"]), known(|token| token.known.time));
    let scale = scale.parse_next(input)?;
    let amount = Amount {
        low,
        high: None,
        measure: Measure::Duration,
        compare: Some(Compare::AtMost),
    };
    Ok(amount.scaled(scale))
}

/// `three nines`, `four 9s`, `5 nines`; more than fifteen of them are past what numbers can tell apart.
fn nines<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let count = alt((number(), known(|token| token.known.number)));
    let count = count
        .verify(|count| count.fract() == 0.0 && (1.0..=15.0).contains(count))
        .parse_next(input)?;
    let digits = (
        number().verify(|nine| *nine == 9.0),
        token(|token| token.lower == "s" && token.gap == Gap::Nothing),
    );
    alt((word(&["nines", "nine"]).void(), digits.void())).parse_next(input)?;
    let low = nines_ratio(count);
    Ok(Amount {
        low,
        high: None,
        measure: Measure::Nines,
        compare: None,
    })
}

/// The ratio with so many nines, as its decimals would read.
fn nines_ratio(count: f64) -> f64 {
    let all = 10_u64.pow(count as u32);
    (all - 1) as f64 / all as f64
}

/// `half a second`, `half an hour`, `half-second`.
fn half<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let article = opt(word(&["a", "an"]));
    let unit = known(|token| token.known.time);
    let scale = preceded((word(&["half"]), article), unit).parse_next(input)?;
    Ok(Amount {
        low: 0.5,
        high: None,
        measure: Measure::Duration,
        compare: None,
    }
    .scaled(scale))
}

/// `once a day`, `twice an hour`.
fn often<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let times = word(&["once", "twice", "thrice"]).parse_next(input)?;
    let times = match times.lower {
        "once" => 1.0,
        "twice" => 2.0,
        _ => 3.0,
    };
    let period = measured::per_time(input)?;
    Ok(Amount {
        low: period / times,
        high: None,
        measure: Measure::Interval,
        compare: None,
    })
}

/// `two seconds`, `three replicas`: a number in words needs a unit, or it is prose, as is `one task`.
fn in_words<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let low = known(|token| token.known.number).parse_next(input)?;
    let figure = Figure {
        low: low * magnitude(input, false),
        high: None,
        plus: false,
    };
    match measured::amount(input, figure)? {
        Amount {
            measure: Measure::Bare,
            ..
        } if !tries_follow(input) => Err(EmptyError),
        Amount {
            measure: Measure::Counted { noun },
            ..
        } if lexicon::of(&noun).event.is_some() => Err(EmptyError),
        amount => Ok(amount),
    }
}

/// Whether what follows is `retry` or `attempts`.
fn tries_follow(input: &Cursor<'_, '_>) -> bool {
    const TRIES: [&str; 6] = ["retry", "retries", "attempt", "attempts", "try", "tries"];
    peek(input).is_some_and(|next| TRIES.contains(&next.lower))
}

/// `hour`, `day`, behind `every`.
pub(crate) fn every<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let scale = known(|token| token.known.time)
        .verify(|scale| scale.base(1.0) >= 1.0)
        .parse_next(input)?;
    Ok(Amount {
        low: 1.0,
        high: None,
        measure: Measure::Duration,
        compare: None,
    }
    .scaled(scale))
}

/// `a second`, `an hour`: only behind a word that asks for a figure, which the caller has seen.
pub(crate) fn one<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Amount> {
    let unit = known(|token| token.known.time);
    let scale = preceded(word(&["a", "an", "one"]), unit).parse_next(input)?;
    Ok(Amount {
        low: 1.0,
        high: None,
        measure: Measure::Duration,
        compare: None,
    }
    .scaled(scale))
}

/// A number or a range, with magnitudes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    pub(crate) low: f64,
    pub(crate) high: Option<f64>,
    /// A plus sign behind it: that many or more.
    pub(crate) plus: bool,
}

impl Figure {
    pub(crate) fn of(self, measure: Measure) -> Amount {
        let compare = self.plus.then_some(Compare::AtLeast);
        Amount {
            low: self.low,
            high: self.high,
            measure,
            compare,
        }
    }
}

/// Reads a figure of digits. `50-100k` shares its magnitude; `between 5 and 10` is a range too. A range that falls
/// (`from 10 to 2 s`) is the same range.
pub(crate) fn figure<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Figure> {
    figure_of(input, false)
}

/// As [`figure`], for money, where a small `m` is a million and a `b` a billion.
pub(crate) fn figure_of_money<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Figure> {
    figure_of(input, true)
}

fn figure_of<'s, 't: 's>(input: &mut Cursor<'s, 't>, money: bool) -> Found<Figure> {
    let between = opt(word(&["between"])).parse_next(input)?.is_some();
    let number = number().parse_next(input)?;
    let scale = magnitude(input, money);
    let (mut low, mut high) = (number * scale, None);
    let start = input.checkpoint();
    match upper(input, between, money) {
        Ok((upper, upper_scale)) if !is_ordinal(input) => {
            if scale == 1.0 && number <= upper {
                low = number * upper_scale;
            }
            let upper = upper * upper_scale;
            high = (low != upper).then_some(low.max(upper));
            low = low.min(upper);
        }
        _ => input.reset(&start),
    }
    let mut plus = opt(token(|token| {
        token.is_symbol(Symbol::Plus) && token.gap == Gap::Nothing
    }));
    let plus = plus.parse_next(input)?.is_some();
    if is_ordinal(input) {
        return Err(EmptyError);
    }
    Ok(Figure { low, high, plus })
}

fn upper<'s, 't: 's>(input: &mut Cursor<'s, 't>, between: bool, money: bool) -> Found<(f64, f64)> {
    if between {
        alt((word(&["and"]).void(), joiner)).parse_next(input)?;
    } else {
        joiner.parse_next(input)?;
    }
    let currency = token(|token| matches!(token.kind, Kind::Symbol(Symbol::Currency(_))));
    let value = preceded(opt(currency), number()).parse_next(input)?;
    Ok((value, magnitude(input, money)))
}

/// What ties the ends of a range: a hyphen (which is in the gap of the number behind it), a dash, `to`.
fn joiner<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<()> {
    let hyphen = |input: &mut Cursor<'s, 't>| match peek(input) {
        Some(next) if next.gap == Gap::Hyphen && matches!(next.kind, Kind::Number(_)) => Ok(()),
        _ => Err(EmptyError),
    };
    alt((hyphen, symbol(Symbol::Dash).void(), word(&["to"]).void())).parse_next(input)
}

fn is_ordinal(input: &Cursor<'_, '_>) -> bool {
    is_tied(input) && peek(input).is_some_and(|next| matches!(next.lower, "st" | "nd" | "rd" | "th"))
}
