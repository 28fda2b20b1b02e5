//! The unit behind a figure: what it is a figure of, as far as its own words tell.

use winnow::combinator::{alt, opt, preceded};
use winnow::stream::Stream;
use winnow::{Parser, error::EmptyError};

use crate::amount::Figure;
use crate::cursor::{Cursor, Found, is_tied, known, number, peek, symbol, token, word};
use crate::measure::{Amount, Measure};
use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};
use crate::unit::{self, Scale};
use crate::{lexicon, money, noun};

/// The longest name of something counted, in words.
const LONGEST_NOUN: usize = 4;

/// Words that end the name of something counted.
pub(crate) const STOPS: &[&str] = &[
    "a", "across", "after", "am", "an", "and", "are", "as", "at", "before", "but", "by", "each", "every",
    "for", "from", "if", "in", "into", "is", "of", "on", "or", "over", "per", "pm", "than", "that", "the",
    "then", "through", "to", "under", "via", "when", "while", "with", "within",
];

/// Reads the unit behind a figure; a figure without one is [`Measure::Bare`].
pub(crate) fn amount<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    type Unit<'s, 't> = fn(&mut Cursor<'s, 't>, Figure) -> Found<Amount>;
    let Some(next) = peek(input) else {
        return Ok(figure.of(Measure::Bare));
    };
    let units: &[Unit<'s, 't>] = match next.kind {
        // No unit of time is a unit of anything else.
        Kind::Word if next.known.time.is_some() && next.text != "M" => &[duration],
        Kind::Word => &[
            percent,
            money::suffixed,
            money::metered,
            times,
            data,
            rate,
            abbreviated,
            counted,
        ],
        Kind::Symbol(Symbol::Percent) => &[percent],
        Kind::Symbol(Symbol::Currency(_)) => &[money::suffixed],
        Kind::Symbol(Symbol::Times) => &[times],
        Kind::Symbol(Symbol::Slash) => &[rate],
        _ => &[],
    };
    let start = input.checkpoint();
    for unit in units {
        if let Ok(amount) = unit(input, figure) {
            return Ok(amount);
        }
        input.reset(&start);
    }
    Ok(figure.of(Measure::Bare))
}

/// The words that lead from a figure to a time, or to whom it belongs.
pub(crate) const TO_TIME: &[&str] = &["per", "every", "a", "an", "each", "p", "in"];

/// Whether `per day` or `/partition` may come next; few words are in front of a time.
fn may_be_shared(input: &Cursor<'_, '_>) -> bool {
    peek(input).is_some_and(|next| {
        next.known.leads_to_time || next.known.cadence.is_some() || next.is_symbol(Symbol::Slash)
    })
}

/// Reads `/s`, `per day`, `a month`, `in an hour`, `every 5 minutes`, `daily`; answers in seconds.
pub(crate) fn per_time<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<f64> {
    if !may_be_shared(input) {
        return Err(EmptyError);
    }
    let adverb = known(|token| token.known.cadence);
    alt((per_time_in_full, adverb)).parse_next(input)
}

fn per_time_in_full<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<f64> {
    let time = || known(|token| token.known.time);
    let apart = || {
        known(|token| {
            if token.gap == Gap::Hyphen || token.text == "M" {
                None
            } else {
                token.known.time
            }
        })
    };
    let one = || time().map(|scale: Scale| scale.base(1.0));
    let several = alt(((number(), apart()).map(|(count, scale)| scale.base(count)), one()));
    alt((
        preceded(symbol(Symbol::Slash), one()),
        preceded(word(&["per", "every"]), several),
        preceded(word(&["a", "an", "each", "p"]), one()),
        preceded((word(&["in"]), word(&["a", "an", "one"])), one()),
    ))
    .verify(|seconds| *seconds > 0.0)
    .parse_next(input)
}

fn percent<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let words = alt((
        word(&["percent", "pct"]).void(),
        (word(&["per"]), word(&["cent"])).void(),
    ));
    alt((symbol(Symbol::Percent).void(), words)).parse_next(input)?;
    if peek(input).is_some_and(|next| matches!(next.lower, "ile" | "iles")) {
        return Err(EmptyError);
    }
    Ok(figure.of(Measure::Percent).scaled(Scale::over(100.0)))
}

fn times<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let sign = alt((symbol(Symbol::Times), word(&["x", "times", "fold"]))).parse_next(input)?;
    let period = if sign.lower == "times" {
        opt(per_time).parse_next(input)?
    } else {
        None
    };
    match period {
        Some(period) if figure.low > 0.0 && figure.high.is_none() => Ok(Figure {
            low: period / figure.low,
            ..figure
        }
        .of(Measure::Interval)),
        _ => Ok(figure.of(Measure::Times)),
    }
}

fn duration<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let unit = |token: &Token<'t>| {
        if token.text == "M" { None } else { token.known.time }
    };
    let scale = known(unit).parse_next(input)?;
    let mut amount = figure.of(Measure::Duration).scaled(scale);
    let mut smallest = scale.base(1.0);
    while amount.high.is_none() && smallest > 1.0 {
        let limit = smallest;
        let smaller = known(unit).verify(|scale| scale.base(1.0) < limit && scale.base(1.0) >= 1.0);
        let and = opt(word(&["and"]));
        let Some((_, count, scale)) = opt((and, number(), smaller)).parse_next(input)? else {
            break;
        };
        amount.low += scale.base(count);
        smallest = scale.base(1.0);
    }
    let down = opt((
        opt(word(&["of"])),
        word(&["downtime", "outage", "unavailability", "down"]),
    ));
    if let Some((down, period)) = opt((down, per_time_in_full)).parse_next(input)? {
        amount.measure = Measure::Share {
            period,
            down: down.is_some(),
        };
    }
    Ok(amount)
}

fn data<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let in_one_word = known(|token| unit::bytes_per_second(token.text, token.lower));
    if let Some(scale) = opt(in_one_word).parse_next(input)? {
        let per = opt(per_whom).parse_next(input)?;
        return Ok(figure.of(Measure::DataRate { per }).scaled(scale));
    }
    let start = input.checkpoint();
    let mut unit = token(|token| {
        token.kind == Kind::Word
            && (unit::bytes(token.text, token.known).is_some() || token.known.bits.is_some())
    });
    let unit = unit.parse_next(input)?;
    let scale = unit::bytes(unit.text, unit.known);
    if let Some(period) = opt(per_time_after_words).parse_next(input)? {
        let bits = (unit.known.bits).filter(|_| scale.is_none() || unit::looks_like_bits(unit.text));
        let per = opt(per_whom).parse_next(input)?;
        let scale = bits.or(scale).unwrap_or(Scale::ONE);
        return Ok(figure.of(Measure::DataRate { per }).scaled(scale.per(period)));
    }
    let Some(scale) = scale else {
        input.reset(&start);
        return Err(EmptyError);
    };
    let measure = if opt(per_event).parse_next(input)?.is_some() {
        Measure::EventSize
    } else {
        Measure::Bytes
    };
    Ok(figure.of(measure).scaled(scale))
}

/// `a day`, `of logs a day`, `of daily logs`, `ingested per hour`.
fn per_time_after_words<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<f64> {
    let start = input.checkpoint();
    opt(word(&["of"])).parse_next(input)?;
    for _ in 0..LONGEST_NOUN {
        if let Some(period) = opt(per_time).parse_next(input)? {
            return Ok(period);
        }
        if plain_word(input).is_err() {
            break;
        }
    }
    input.reset(&start);
    Err(EmptyError)
}

/// `/event`, `per message`, `each`, or simply `events`.
fn per_event<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<()> {
    let event = || {
        token(|token| {
            let sized = !matches!(
                token.lower,
                "file" | "files" | "read" | "reads" | "write" | "writes"
            );
            let payload = matches!(token.lower, "payload" | "payloads" | "json" | "avro");
            token.kind == Kind::Word && sized && (payload || token.known.event.is_some())
        })
    };
    let per = alt((symbol(Symbol::Slash).void(), word(&["per", "an", "a"]).void()));
    alt((
        preceded(per, event()).void(),
        word(&["each", "apiece"]).void(),
        (opt(word(&["json", "avro"])), event()).void(),
    ))
    .parse_next(input)
}

/// `/partition`, `per shard`: whose share a rate is.
fn per_whom<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<String> {
    let per = alt((symbol(Symbol::Slash).void(), word(&["per", "each"]).void()));
    let whom = token(|token| token.kind == Kind::Word && token.known.is_countable);
    let whom = preceded(per, whom).parse_next(input)?;
    Ok(format!("per {}", noun::singular(whom.lower)))
}

/// `events/s`, `per second`, `user clicks per second`, `daily requests`.
fn rate<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let start = input.checkpoint();
    let adverb = opt(known(|token| token.known.cadence)).parse_next(input)?;
    let mut last = None;
    for _ in 0..LONGEST_NOUN {
        let happening = last.is_some_and(|token: &Token<'t>| token.known.event.is_some());
        let per_time = match adverb {
            Some(period) if happening => Some((None, period)),
            Some(_) => None,
            None if !may_be_shared(input) => None,
            None => opt((opt(per_whom), per_time)).parse_next(input)?,
        };
        if let Some((whom, period)) = per_time {
            let named = last.filter(|token: &&Token<'t>| !token.lower.ends_with("ing"));
            let name = named.and_then(|token| noun::event_name(token.lower));
            let name = name.filter(|name| is_name(name));
            let per = whom.or(opt(per_whom).parse_next(input)?);
            let noun = match (name, per) {
                (Some(name), Some(per)) => Some(format!("{name} {per}")),
                (name, per) => name.or(per),
            };
            return Ok(per_period(figure, noun, period));
        }
        match plain_word(input) {
            Ok(word) if !word.known.is_unit => last = Some(word),
            Ok(_) => break,
            Err(_) => break,
        }
    }
    input.reset(&start);
    Err(EmptyError)
}

/// The plural of a word that we do not know can be printed: it is neither a unit nor a word with a meaning of its own,
/// and is its own plural. Else the rate is one of events.
fn is_name(plural: &str) -> bool {
    let known = lexicon::of(plural);
    !known.is_stop
        && !known.is_unit
        && unit::bytes_per_second(plural, plural).is_none()
        && known.rate.is_none()
        && noun::event_name(plural).as_deref() == Some(plural)
}

/// `rps`, `QPS`, `rpm`.
fn abbreviated<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let (noun, period) = known(|token| token.known.rate).parse_next(input)?;
    Ok(per_period(figure, noun.map(str::to_owned), period))
}

fn per_period(figure: Figure, noun: Option<String>, period: f64) -> Amount {
    figure
        .of(Measure::Rate { noun, period })
        .scaled(Scale::ONE.per(period))
}

/// `replicas`, `source systems`, `daily active users`: up to the last word that can be counted.
fn counted<'s, 't: 's>(input: &mut Cursor<'s, 't>, figure: Figure) -> Found<Amount> {
    let start = input.checkpoint();
    let mut name = String::new();
    let mut found = None;
    let mut modifies = false;
    for _ in 0..LONGEST_NOUN {
        let tied = is_tied(input);
        let Ok(word) = plain_word(input) else { break };
        if word.known.is_unit {
            break;
        }
        if !name.is_empty() {
            name.push(if word.gap == Gap::Hyphen { '-' } else { ' ' });
        }
        name.push_str(word.lower);
        let several = noun::is_several(word.lower);
        let countable = word.known.is_countable;
        if countable || (modifies && several) {
            found = Some((name.clone(), input.checkpoint()));
            // `8 task managers`: of several, a singular goes with the plural behind it.
            modifies = countable && !several && figure.high.unwrap_or(figure.low) != 1.0;
            if tied && name.len() == word.text.len() && word.gap == Gap::Hyphen {
                break;
            }
        }
    }
    let Some((name, end)) = found else {
        input.reset(&start);
        return Err(EmptyError);
    };
    input.reset(&end);
    Ok(figure.of(Measure::Counted {
        noun: noun::plural(&name),
    }))
}

/// A word that can be part of a name; a word that cannot may still be tied to one (`in-flight`).
fn plain_word<'s, 't: 's>(input: &mut Cursor<'s, 't>) -> Found<&'s Token<'t>> {
    let word = token(|token| token.kind == Kind::Word).parse_next(input)?;
    let tied = peek(input).is_some_and(|next| next.gap == Gap::Hyphen && next.kind == Kind::Word);
    if tied || !word.known.is_stop {
        Ok(word)
    } else {
        Err(EmptyError)
    }
}
