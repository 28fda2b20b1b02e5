//! The whole of what a text says: the quantities, and the digits that nobody could read.

use std::borrow::Cow;

use sorted::ranked;

use crate::claim;
use crate::cursor::Steps;
use crate::decide::{LEAST_LOAD, decide};
use crate::fit;
use crate::inherit;
use crate::item::{self, Item, Part};
use crate::measure::{Amount, Measure};
use crate::phrase::Sense;
use crate::token;
use crate::{Bound, Compare, Dimension, Guarantee, Qualifier, Quantity, Span, Value};

/// What was read from a text. Spans increase and never overlap, neither within a list nor between the two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The quantities, in the order of the text.
    pub quantities: Vec<Quantity>,
    /// Digits that could not be read, in the order of the text.
    pub unread: Vec<Span>,
}

/// Reads every quantity in a text. Total: any text gives an answer, in time linear in its length.
#[must_use]
pub fn read(text: &str) -> Reading {
    counted(text, &Steps::default())
}

/// How many steps reading a text takes; tests hold it to a multiple of the text's length.
#[doc(hidden)]
#[must_use]
pub fn steps(text: &str) -> usize {
    let steps = Steps::default();
    let _ = counted(text, &steps);
    steps.total()
}

fn counted(text: &str, steps: &Steps) -> Reading {
    // Byte for byte as long, so that places in one are places in the other.
    let lower = if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    };
    let tokens = token::tokens(text, &lower);
    steps.add(tokens.len());
    let items = item::items(&tokens, steps);
    let mut reader = Reader {
        text,
        steps,
        carried: None,
        rate: None,
        before: None,
        after_comma: false,
        recent: 0,
        used: Vec::new(),
        reading: Reading::default(),
    };
    let mut from = 0;
    for at in 0..=items.len() {
        let ends = items
            .get(at)
            .is_none_or(|item| matches!(item.part, Part::Comma | Part::End));
        if ends {
            reader.clause(&items[from..at]);
            from = at + 1;
            reader.after_comma = items.get(at).is_some_and(|item| matches!(item.part, Part::Comma));
            if !reader.after_comma {
                reader.carried = None;
            }
        }
    }
    reader.reading.in_order()
}

struct Reader<'t> {
    text: &'t str,
    steps: &'t Steps,
    /// The dimension that a heading (`Freshness: …`) gives to the rest of its line.
    carried: Option<Dimension>,
    /// Whether a comma parts this clause from the one before.
    after_comma: bool,
    /// The last unit, which a bare figure may share: `50k ev/s average, 200k peak`.
    rate: Option<Measure>,
    /// What the clause before the comma was about.
    before: Option<Dimension>,
    /// Where the quantities of the clause before begin.
    recent: usize,
    /// Which items of a clause its amounts use; kept from clause to clause, so that no room for it is asked for anew.
    used: Vec<bool>,
    reading: Reading,
}

impl Reader<'_> {
    fn clause(&mut self, items: &[Item]) {
        self.steps.add(items.len());
        if let Some(dimension) = heading(items) {
            self.carried = Some(dimension);
        }
        self.before = self
            .reading
            .quantities
            .last()
            .map(|last| last.dimension)
            .filter(|_| self.after_comma);
        let claimed = claim::claims(items);
        if self.after_comma && (self.belongs_to_last(items) || self.goes_on_pausing(items)) {
            return;
        }
        self.recent = self.reading.quantities.len();
        let mut used = std::mem::take(&mut self.used);
        used.clear();
        used.resize(items.len(), false);
        for (place, claims) in claimed.iter() {
            let Part::Amount(amount) = &items[place].part else {
                continue;
            };
            self.steps.add(claims.len());
            let carried = self
                .carried
                .or_else(|| inherit::dimension(self.before, amount, claims));
            let span = items[place].span;
            let shared = inherit::amount(self.rate.as_ref(), &items[place..], amount, claims);
            let decided = decide(amount, claims, carried, span)
                .or_else(|| decide(shared.as_ref()?, claims, carried, span))
                .filter(|(quantity, _)| quantity.can_be_printed());
            if let Some((quantity, _)) = &decided {
                self.rate = inherit::rate_of(shared.as_ref().unwrap_or(amount), quantity);
            }
            match decided {
                Some((quantity, _)) if inherit::is_horizon(&items[..place], &quantity) => {
                    self.reading.unread.push(items[place].span);
                }
                Some((mut quantity, marks)) => {
                    self.share(&mut quantity);
                    if quantity.guarantee() == Some(Guarantee::Deduplicated)
                        && let Some(named) = marks.places().next()
                    {
                        self.key(&mut quantity, &items[named + 1..]);
                    }
                    for place in marks.places() {
                        used[place] = true;
                    }
                    self.reading.quantities.push(quantity);
                }
                None => self.reading.unread.push(items[place].span),
            }
        }
        for (place, item) in items.iter().enumerate().filter(|(place, _)| !used[*place]) {
            self.alone(items, place, item);
        }
        self.used = used;
    }

    /// `1 KB each, max 1 MB` goes on about events; `12 nodes, 64 GB each` is about nodes.
    fn share(&mut self, quantity: &mut Quantity) {
        let large = quantity.number().is_some_and(|bytes| bytes >= LEAST_LOAD);
        match quantity.dimension {
            Dimension::EventSize if !large && self.carried.is_none() => {
                self.carried = Some(Dimension::EventSize);
            }
            Dimension::EventSize if large => {
                let last = self.reading.quantities.last();
                if last.is_some_and(|last| last.dimension == Dimension::Count) {
                    quantity.dimension = Dimension::Size;
                }
            }
            _ => {}
        }
    }

    /// What stands by itself: promises, `hourly`, digits that nobody could read.
    fn alone(&mut self, items: &[Item], place: usize, item: &Item) {
        let senses = match &item.part {
            Part::Unread => return self.reading.unread.push(item.span),
            Part::Mark(senses) => senses,
            _ => return,
        };
        let by_itself = || {
            items
                .iter()
                .all(|other| other.span == item.span || is_filler(other))
        };
        let found = senses.iter().find_map(|sense| match sense {
            Sense::Promise(promise) => Some(plain(promise.dimension(), Value::Word(*promise), item.span)),
            Sense::Alone(promise) if items.len() <= 2 && by_itself() => {
                Some(plain(promise.dimension(), Value::Word(*promise), item.span))
            }
            Sense::Cadence(period) if is_free(items, place) => {
                Some(plain(Dimension::Freshness, Value::Number(*period), item.span))
            }
            Sense::Nothing(qualifier) => Some(Quantity {
                qualifier: Some(*qualifier),
                ..plain(Dimension::Recovery, Value::Number(0.0), item.span)
            }),
            _ => None,
        });
        let Some(mut quantity) = found else { return };
        if quantity.guarantee() == Some(Guarantee::Deduplicated) {
            self.key(&mut quantity, &items[place + 1..]);
        }
        if matches!(
            quantity.guarantee(),
            Some(Guarantee::Backup | Guarantee::Checkpoint)
        ) && let Some((period, span)) = beside(items, place).find_map(cadence)
        {
            quantity.bound = Some(Bound::Seconds(period));
            quantity.span = quantity.span.join(span);
        }
        self.reading.quantities.push(quantity);
    }

    /// `backoff 1 s, 2 s, 4 s`: the longest pause counts.
    fn goes_on_pausing(&mut self, items: &[Item]) -> bool {
        let [
            Item {
                part:
                    Part::Amount(Amount {
                        measure: Measure::Duration,
                        low,
                        ..
                    }),
                span,
            },
        ] = items
        else {
            return false;
        };
        let last = self.reading.quantities.last_mut();
        let pausing = last.filter(|last| last.guarantee() == Some(Guarantee::Backoff));
        match pausing.map(|last| (last.bound.as_mut(), &mut last.span)) {
            Some((Some(Bound::Seconds(pause)), whole)) => {
                *pause = pause.max(*low);
                *whole = whole.join(*span);
                true
            }
            _ => false,
        }
    }

    /// `on order_id`, behind a promise to drop repeats.
    fn key(&self, quantity: &mut Quantity, behind: &[Item]) {
        if let [on, key, ..] = behind
            && is_filler(on)
            && is_filler(key)
            && matches!(on.span.of(self.text), "on" | "by")
            && key
                .span
                .of(self.text)
                .starts_with(|c: char| c.is_alphabetic() || c == '_')
        {
            quantity.unit = Some(format!("on {}", key.span.of(self.text)));
            quantity.span = quantity.span.join(key.span);
        }
    }

    /// A clause of nothing but `p99` or `peak` belongs to the quantity before it.
    fn belongs_to_last(&mut self, items: &[Item]) -> bool {
        let [
            Item {
                part: Part::Mark(senses),
                span,
            },
        ] = items
        else {
            return false;
        };
        let unread = self.reading.unread.last().map_or(0, |span| span.end);
        let recent = self.reading.quantities.iter_mut().skip(self.recent);
        let last = recent.max_by_key(|quantity| quantity.span.end);
        let Some(last) = last.filter(|last| last.span.start >= unread) else {
            return false;
        };
        let narrowed = senses.iter().find_map(|sense| match sense {
            Sense::Narrow(qualifier) if fit::homes(*qualifier).contains(&last.dimension) => Some(*qualifier),
            _ => None,
        });
        let percentile = senses.iter().find_map(|sense| match sense {
            Sense::Percentile(at) if last.dimension == Dimension::Latency => Some(*at),
            _ => None,
        });
        match (narrowed, percentile) {
            (Some(qualifier), _) if last.qualifier.is_none() => last.qualifier = Some(qualifier),
            (None, Some(at)) if last.percentile.is_none() => last.percentile = Some(at),
            _ => return false,
        }
        last.span = last.span.join(*span);
        true
    }
}

impl Reading {
    /// Puts everything in the order of the text; what would overlap gives way to what began before.
    fn in_order(mut self) -> Self {
        let rank = |span: &Span| (span.start as u64) << 32 | span.end as u64;
        // Mostly they are in order already, and few.
        if !self.quantities.is_sorted_by_key(|quantity| rank(&quantity.span)) {
            self.quantities = ranked(self.quantities, |quantity| rank(&quantity.span));
        }
        if !self.unread.is_sorted_by_key(rank) {
            self.unread = ranked(self.unread, rank);
        }
        let mut end = 0;
        self.quantities.retain_mut(|quantity| {
            quantity.span.start = quantity.span.start.max(end);
            let stands = quantity.span.start < quantity.span.end;
            end = end.max(quantity.span.end);
            stands
        });
        self
    }
}

/// The dimension of a clause that opens with its name and a colon.
fn heading(items: &[Item]) -> Option<Dimension> {
    let colon = items
        .iter()
        .take(4)
        .position(|item| matches!(item.part, Part::Colon))?;
    items[..colon].iter().find_map(|item| match &item.part {
        Part::Mark(senses) => senses.iter().find_map(|sense| match sense {
            Sense::Cue(dimension) => Some(*dimension),
            Sense::Narrow(qualifier) => match fit::homes(*qualifier) {
                [only] => Some(*only),
                _ => None,
            },
            _ => None,
        }),
        _ => None,
    })
}

/// Whether `daily` is how often something happens by itself, rather than how often the word behind it does.
fn is_free(items: &[Item], place: usize) -> bool {
    let of_another = |sense: &Sense| match sense {
        Sense::Cue(dimension) => matches!(
            dimension,
            Dimension::Cost | Dimension::Availability | Dimension::Rate
        ),
        Sense::Promise(promise) => matches!(promise, Guarantee::Backup | Guarantee::Checkpoint),
        _ => false,
    };
    let marked = |item: Option<&Item>, test: &dyn Fn(&Sense) -> bool| match item.map(|item| &item.part) {
        Some(Part::Mark(senses)) => senses.iter().any(test),
        _ => false,
    };
    let copies = |sense: &Sense| matches!(sense, Sense::Promise(Guarantee::Backup | Guarantee::Checkpoint));
    let chore = |sense: &Sense| *sense == Sense::Chore;
    let before = place.checked_sub(1).and_then(|before| items.get(before));
    !marked(items.get(place + 1), &of_another)
        && !marked(before, &copies)
        && !items[place + 1..]
            .iter()
            .take(3)
            .any(|item| marked(Some(item), &chore))
}

fn is_filler(item: &Item) -> bool {
    match &item.part {
        Part::Mark(senses) => senses.is_empty(),
        part => matches!(part, Part::Filler | Part::Happening),
    }
}

/// The items in front of and behind one.
fn beside(items: &[Item], place: usize) -> impl Iterator<Item = &Item> {
    let before = place.checked_sub(1).and_then(|before| items.get(before));
    before.into_iter().chain(items.get(place + 1))
}

/// `daily`, beside a promise that says how often.
fn cadence(item: &Item) -> Option<(f64, Span)> {
    match &item.part {
        Part::Mark(senses) => senses.iter().find_map(|sense| match sense {
            Sense::Cadence(period) => Some((*period, item.span)),
            _ => None,
        }),
        _ => None,
    }
}

fn plain(dimension: Dimension, value: Value, span: Span) -> Quantity {
    Quantity {
        dimension,
        value,
        compare: Compare::Exactly,
        percentile: None,
        qualifier: None::<Qualifier>,
        unit: None,
        bound: None,
        span,
    }
}
