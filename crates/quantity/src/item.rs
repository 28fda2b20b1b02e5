//! Second stage, second half: tokens to items. Amounts, the words that mean something beside them, and fillers.

use std::borrow::Cow;

use winnow::Parser;
use winnow::combinator::{alt, opt, peek, preceded};
use winnow::error::EmptyError;

use crate::amount;
use crate::cursor::{Cursor, Found, Steps, cursor, known, left, number, symbol, token, word};
use crate::decimal::decimal;
use crate::fit;
use crate::lexicon;
use crate::measure::{Amount, Measure};
use crate::name;
use crate::noun;
use crate::phrase::{self, Sense};
use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};
use crate::unit;
use crate::{Compare, Dimension, Guarantee, Span};

/// `99% of requests` looks so many tokens ahead for the duration it speaks of.
const FARTHEST_DURATION: usize = 8;

/// `P1` to `P4` are priorities, and nobody promises a lower share.
const LEAST_PERCENTILE: f64 = 5.0;

/// A stretch of text and what it is.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) span: Span,
    pub(crate) part: Part,
}

/// What an item is.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Amount(Amount),
    Mark(Cow<'static, [Sense]>),
    /// Digits that nobody could read.
    Unread,
    /// A word for what is sent in one piece.
    Happening,
    Filler,
    Colon,
    Comma,
    End,
}

/// Reads tokens as items, from left to right.
pub(crate) fn items(tokens: &[Token<'_>], steps: &Steps) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (part, length) = item(tokens, at, &items, steps);
        let length = length.clamp(1, tokens.len() - at);
        let span = tokens[at].span().join(tokens[at + length - 1].span());
        items.push(Item { span, part });
        at += length;
    }
    items
}

fn item(tokens: &[Token<'_>], at: usize, before: &[Item], steps: &Steps) -> (Part, usize) {
    let rest = &tokens[at..];
    let first = &rest[0];
    // Nothing begins with a word of which we know nothing.
    if first.kind == Kind::Word && std::ptr::eq(first.known, &lexicon::NOTHING) {
        return (Part::Filler, 1);
    }
    let mut input = cursor(rest, steps);
    let total = rest.len();
    let last = before.last().map(|last| &last.part);
    let special = match first.kind {
        Kind::Number(_) | Kind::Identifier => percentile_or_ratio(&mut input, rest, before),
        Kind::Symbol(Symbol::Plus) => name::phone(rest).map(|length| (Part::Filler, length)),
        _ => None,
    };
    if let Some(found) = special {
        return found;
    }
    if amount::may_open(first) {
        if follows_happening(before)
            && let Ok(Some(found)) = opt(amount::many).parse_next(&mut input)
        {
            return (Part::Amount(found), total - left(&input));
        }
        if let Ok(Some(found)) = opt(amount::amount).parse_next(&mut input) {
            return bare(tokens, at, found, total - left(&input));
        }
    }
    if let Ok(Some(found)) = opt(|input: &mut _| asked(input, last)).parse_next(&mut input) {
        return (Part::Amount(found), total - left(&input));
    }
    if (first.known.rate.is_some() || first.known.event.is_some())
        && let Ok(Some(found)) = opt(happening).parse_next(&mut input)
    {
        return (Part::Mark(vec![found].into()), total - left(&input));
    }
    if let Some((senses, length)) = phrase::find(rest, steps) {
        return match once(senses, rest, steps) {
            Some(compare) => (Part::Mark(vec![Sense::Bound(compare)].into()), 2),
            None => (Part::Mark(senses.into()), length),
        };
    }
    (sign(first, rest.get(1)), 1)
}

/// What digits are before they are an amount: a percentile, a share of requests, a proportion.
fn percentile_or_ratio<'s, 't: 's>(
    input: &mut Cursor<'s, 't>,
    tokens: &[Token<'t>],
    before: &[Item],
) -> Option<(Part, usize)> {
    if !may_rank(tokens) {
        return None;
    }
    let mut found = alt((percentile, |input: &mut _| share_of_requests(input, before)))
        .verify(|at| *at >= LEAST_PERCENTILE);
    if let Ok(Some(at)) = opt(found.by_ref()).parse_next(input) {
        let mark = Part::Mark(vec![Sense::Percentile(at)].into());
        return Some((mark, tokens.len() - left(input)));
    }
    if let Ok(Some(found)) = opt(amount::to_one).parse_next(input) {
        return Some((Part::Amount(found), tokens.len() - left(input)));
    }
    let length = name::proportion(tokens).or_else(|| name::durations(tokens))?;
    Some((Part::Unread, length))
}

/// What makes a percentile of the figure in front of it.
pub(crate) const RANKS: &[&str] = &["percentile", "percentiles", "pctl", "pct'ile", "ile"];
/// What makes an ordinal of it.
pub(crate) const ORDINALS: &[&str] = &["th", "st", "nd", "rd"];

/// Whether the first token may be a percentile, a share or a part of a proportion; behind most numbers stands a unit.
fn may_rank(tokens: &[Token<'_>]) -> bool {
    use Symbol::{Colon, Percent, Slash};
    let [first, next, ..] = tokens else {
        return tokens.first().is_some_and(|first| first.kind == Kind::Identifier);
    };
    let parts = |token: &Token<'_>| matches!(token.kind, Kind::Symbol(Colon | Percent | Slash));
    first.kind == Kind::Identifier
        || parts(next)
        || next.known.is_rank
        || tokens.get(2).is_some_and(|token| token.is_symbol(Slash))
}

/// `hour` behind `every`, `a week` behind `keep`: a duration that only the phrase before it asks for.
fn asked<'s, 't: 's>(input: &mut Cursor<'s, 't>, last: Option<&Part>) -> Found<Amount> {
    let Some(Part::Mark(senses)) = last else {
        return Err(EmptyError);
    };
    let compares = |sense: &Sense| fit::is_bound(sense) || *sense == Sense::Takes;
    if senses.contains(&Sense::Every) {
        alt((amount::one, amount::every)).parse_next(input)
    } else if senses.iter().any(compares) {
        amount::one(input)
    } else if senses.iter().any(fit::asks_how_long) {
        let long = |amount: &Amount| amount.low >= unit::HOUR;
        amount::one.verify(long).parse_next(input)
    } else {
        Err(EmptyError)
    }
}

/// `at least once` in front of `a day` is a comparison of how often, and no promise.
fn once(senses: &[Sense], tokens: &[Token<'_>], steps: &Steps) -> Option<Compare> {
    let compare = match senses {
        [Sense::Promise(Guarantee::AtLeastOnce)] => Compare::AtLeast,
        [Sense::Promise(Guarantee::AtMostOnce)] => Compare::AtMost,
        _ => return None,
    };
    let mut input = cursor(tokens.get(2..)?, steps);
    let found = opt(amount::amount).parse_next(&mut input).ok().flatten()?;
    (found.measure == Measure::Interval).then_some(compare)
}

/// A number with nothing behind it may belong to a name; letters that hang on it belong to it.
fn bare(tokens: &[Token<'_>], at: usize, amount: Amount, length: usize) -> (Part, usize) {
    if amount.measure != Measure::Bare {
        return (Part::Amount(amount), length);
    }
    let hangs = |token: &Token<'_>| token.gap == Gap::Nothing && token.kind == Kind::Word;
    if name::owns(tokens, at, length) {
        return (Part::Filler, length);
    }
    if tokens.get(at + length).is_some_and(hangs) {
        return (Part::Unread, length + 1);
    }
    (Part::Amount(amount), length)
}

/// `p99`, `p99.9`, `p999`, `95th-percentile`, `99 %ile`.
fn percentile<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<f64> {
    let short = token(|token| token.kind == Kind::Identifier).verify_map(|token| {
        let digits = token
            .lower
            .strip_prefix('t')
            .unwrap_or(token.lower)
            .strip_prefix('p')?;
        nines(digits)
    });
    let sign = (opt(word(ORDINALS)), opt(symbol(Symbol::Percent)));
    let long = (number(), sign, word(RANKS));
    alt((short, long.map(|(at, _, _)| at)))
        .verify(|at| *at < 100.0)
        .parse_next(input)
}

/// Whether `requests/s`, perhaps with a colon or a comparison, comes right before.
fn follows_happening(before: &[Item]) -> bool {
    let skips = |item: &&Item| match &item.part {
        Part::Mark(senses) => senses.iter().any(fit::is_bound),
        part => matches!(part, Part::Colon | Part::Filler),
    };
    let last = before.iter().rev().take(2).find(|item| !skips(item));
    matches!(last.map(|last| &last.part), Some(Part::Mark(senses)) if matches!(senses[..], [Sense::Happens(..)]))
}

/// `requests/s`, `events per day`, `rps`, in front of a figure.
fn happening<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<Sense> {
    let in_one_word = known(|token| token.known.rate.filter(|_| token.lower != "ops"))
        .map(|(noun, period)| Sense::Happens(noun.unwrap_or("event"), period));
    let per = || alt((symbol(Symbol::Slash).void(), word(&["per"]).void()));
    // Hardly any word stands before one of these, and looking a name up takes longer.
    let noun = preceded(peek((token(|_| true), per())), known(|token| token.known.event));
    let period = known(|token| token.known.time);
    let in_words = (noun, per(), period).map(|(noun, (), scale)| Sense::Happens(noun, scale.base(1.0)));
    alt((in_one_word, in_words)).parse_next(input)
}

/// `99% of requests`, `95% of dashboard loads`, `99% of the time`, in front of a duration.
fn share_of_requests<'s, 't: 's>(input: &mut Cursor<'s, 't>, before: &[Item]) -> Found<f64> {
    let narrowed =
        |sense: &Sense| matches!(sense, Sense::Narrow(what) if fit::homes(*what) == [Dimension::Factor]);
    if matches!(before.last().map(|last| &last.part), Some(Part::Mark(senses)) if senses.iter().any(narrowed))
    {
        return Err(EmptyError);
    }
    let several = || {
        token(|token| {
            let mass = matches!(token.lower, "time" | "traffic");
            let several = noun::is_several(token.lower);
            token.kind == Kind::Word && (mass || several || token.known.event.is_some())
        })
    };
    let other = || token(|token| token.kind == Kind::Word);
    let percent = (number(), symbol(Symbol::Percent)).map(|(at, _)| at);
    let at = percent.verify(|at| *at >= 50.0).parse_next(input)?;
    if at >= 90.0 && opt(below_duration).parse_next(&mut { *input })?.is_some() {
        return Ok(at);
    }
    let of = (word(&["of"]), opt(word(&["all", "the", "our"])));
    (of, alt((several().void(), (other(), several()).void()))).parse_next(input)?;
    if follows_duration(before) {
        return Ok(at);
    }
    let mut ahead = *input;
    for _ in 0..FARTHEST_DURATION {
        let unit = token(|token| token.known.time.is_some());
        if opt((number(), unit)).parse_next(&mut ahead)?.is_some() {
            return Ok(at);
        }
        token(|token| token.kind != Kind::Symbol(Symbol::End)).parse_next(&mut ahead)?;
    }
    Err(EmptyError)
}

/// `1.5 s for` comes right before.
fn follows_duration(before: &[Item]) -> bool {
    let near = before.iter().rev().take(3);
    near.take_while(|item| !matches!(item.part, Part::Comma | Part::End))
        .any(|item| matches!(&item.part, Part::Amount(amount) if amount.measure == Measure::Duration))
}

/// `< 300 ms`, right behind a percentage.
fn below_duration<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<()> {
    let sign = token(|token| token.is_symbol(Symbol::Compare(Compare::AtMost)));
    let below = alt((sign, word(&["under", "below", "within", "in"])));
    let unit = token(|token| token.known.time.is_some());
    (below, number(), unit).void().parse_next(input)
}

/// `999` is 99.9; more than two digits carry their point unwritten.
fn nines(digits: &str) -> Option<f64> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    match digits.len() {
        3.. if digits.starts_with("99") && !digits.contains('.') => {
            decimal(&format!("{}.{}", &digits[..2], &digits[2..]))
        }
        _ => decimal(digits),
    }
}

fn sign(token: &Token<'_>, next: Option<&Token<'_>>) -> Part {
    let mark = |sense| Part::Mark(vec![sense].into());
    match token.kind {
        Kind::Symbol(Symbol::Compare(Compare::Exactly)) => Part::Filler,
        Kind::Symbol(Symbol::Compare(compare)) => mark(Sense::Bound(compare)),
        Kind::Symbol(Symbol::Colon) => Part::Colon,
        Kind::Symbol(Symbol::Comma) => Part::Comma,
        Kind::Symbol(Symbol::End) => Part::End,
        Kind::Symbol(Symbol::Plus) => mark(Sense::And),
        Kind::Number(_) if is_ordinal(next) => Part::Filler,
        Kind::Number(_) | Kind::Strange => Part::Unread,
        Kind::Word if token.known.has_size => Part::Happening,
        Kind::Word => (token.known.cadence).map_or(Part::Filler, |every| mark(Sense::Cadence(every))),
        Kind::Symbol(_) | Kind::Identifier | Kind::Opaque => Part::Filler,
    }
}

fn is_ordinal(next: Option<&Token<'_>>) -> bool {
    next.is_some_and(|next| next.gap == Gap::Nothing && matches!(next.lower, "st" | "nd" | "rd" | "th"))
}
