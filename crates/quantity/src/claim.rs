//! Which words belong to which amount: each amount claims the marks around it, up to the next amount's.

use crate::decide::LEAST_LOAD;
use crate::fit;
use crate::item::{Item, Part};
use crate::measure::{Amount, Measure};
use crate::phrase::Sense;
use crate::{Dimension, Span};

/// An amount looks so many items around itself, no further.
const REACH: usize = 9;

/// A mark that an amount may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim {
    pub(crate) sense: Sense,
    pub(crate) span: Span,
    /// The item's place in the clause.
    pub(crate) place: usize,
    /// How many items away.
    pub(crate) distance: usize,
    /// How many items between that mean nothing.
    pub(crate) strangers: usize,
    /// Whether the mark stands in front of the amount.
    pub(crate) before: bool,
}

/// The marks that the amounts of a clause may use.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    /// The place of each amount, and where its claims end.
    amounts: Vec<(usize, usize)>,
    all: Vec<Claim>,
}

impl Claims {
    /// For each amount, in order: its place, and the marks around it that fit it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &[Claim])> {
        let mut from = 0;
        self.amounts.iter().map(move |(place, upto)| {
            let claims = self.all.get(from..*upto).unwrap_or_default();
            from = *upto;
            (*place, claims)
        })
    }
}

/// The places of the marks that one amount uses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Used {
    /// The first place that the amount may look at.
    first: usize,
    /// A bit for each place from there on.
    bits: u32,
}

impl Used {
    pub(crate) fn add(&mut self, claim: &Claim) {
        let amount = if claim.before {
            claim.place + claim.distance
        } else {
            claim.place - claim.distance
        };
        self.first = amount.saturating_sub(REACH);
        self.bits |= 1 << (claim.place - self.first);
    }

    /// The places, in order.
    pub(crate) fn places(self) -> impl Iterator<Item = usize> {
        let is_used = move |bit: &usize| self.bits >> bit & 1 == 1;
        (0..=2 * REACH).filter(is_used).map(move |bit| self.first + bit)
    }
}

/// What the amounts of a clause claim.
pub(crate) fn claims(items: &[Item]) -> Claims {
    let mut amounts = items.iter().enumerate().filter_map(as_amount).peekable();
    let mut found = Claims::default();
    let mut from = 0;
    while let Some((place, amount)) = amounts.next() {
        let first = found.all.len();
        before(&mut found.all, items, from, place, amount);
        let upto = match amounts.peek() {
            Some(next) => split(items, (place, amount), *next, &found.all[first..]),
            None => items.len(),
        };
        after(&mut found.all, items, place, upto, amount);
        found.amounts.push((place, found.all.len()));
        from = upto;
    }
    found
}

fn as_amount((place, item): (usize, &Item)) -> Option<(usize, &Amount)> {
    match &item.part {
        Part::Amount(amount) => Some((place, amount)),
        _ => None,
    }
}

/// Where the words between two amounts part. A conjunction parts them; a comparison goes with the figure behind it.
/// Otherwise a text that put its words in front of the first figure goes on to do so, and one that did not puts them
/// behind for as long as they fit the figure in front.
fn split(items: &[Item], left: (usize, &Amount), right: (usize, &Amount), claims: &[Claim]) -> usize {
    let compares = |sense: &Sense| fit::is_bound(sense) || matches!(sense, Sense::Takes | Sense::Not);
    let said = claims.iter().map(|claim| claim.sense);
    let limits = |sense: &Sense| matches!(sense, Sense::Either(_));
    let leads = said.clone().any(|sense| !compares(&sense) && !limits(&sense));
    let gap = left.0 + 1..right.0;
    let mut taken: Vec<Sense> = said.filter(limits).collect();
    for place in gap.clone() {
        let Part::Mark(senses) = &items[place].part else {
            if matches!(items[place].part, Part::Unread) {
                return place;
            }
            continue;
        };
        if senses.contains(&Sense::And) {
            return place;
        }
        if senses.is_empty() || senses.iter().any(|sense| matches!(sense, Sense::After(_))) {
            continue;
        }
        let bound = senses.iter().any(compares);
        let fits_left = senses
            .iter()
            .any(|sense| fit::fits(*sense, &left.1.measure) && !fit::same_slot(*sense, &taken));
        let fits_right = senses.iter().any(|sense| fit::fits(*sense, &right.1.measure));
        if bound || !fits_left || (leads && fits_right && place + REACH >= right.0) {
            return place;
        }
        taken.extend(senses.iter());
    }
    right.0
}

fn before(claims: &mut Vec<Claim>, items: &[Item], from: usize, place: usize, amount: &Amount) {
    for at in (from.max(place.saturating_sub(REACH))..place).rev() {
        let senses = match &items[at].part {
            Part::Mark(senses) => senses,
            Part::Happening => {
                push_size(claims, items, at, place);
                continue;
            }
            Part::Unread => break,
            _ => continue,
        };
        if senses.contains(&Sense::And) || (fit::is_wall(senses) && !any_fits(senses, amount)) {
            break;
        }
        push(claims, items, at, place);
        if fit::is_wall(senses) {
            break;
        }
    }
}

fn after(claims: &mut Vec<Claim>, items: &[Item], place: usize, upto: usize, amount: &Amount) {
    for at in place + 1..upto.min(place + 1 + REACH) {
        let senses = match &items[at].part {
            Part::Mark(senses) => senses,
            Part::Unread => break,
            _ => continue,
        };
        let bound = senses
            .iter()
            .any(|sense| fit::is_bound(sense) || matches!(sense, Sense::Every | Sense::Not));
        if senses.contains(&Sense::And) || bound || (fit::is_wall(senses) && !any_fits(senses, amount)) {
            break;
        }
        push(claims, items, at, place);
        if fit::is_wall(senses) {
            break;
        }
    }
}

/// `message ≤ 256 KB`: what is sent in one piece has the size right behind it.
fn push_size(claims: &mut Vec<Claim>, items: &[Item], at: usize, place: usize) {
    let between = &items[at + 1..place];
    if let Part::Amount(Amount {
        measure: Measure::Bytes,
        low,
        ..
    }) = &items[place].part
        && *low < LEAST_LOAD
        && between
            .iter()
            .all(|item| matches!(item.part, Part::Mark(_) | Part::Colon))
    {
        claims.push(Claim {
            sense: Sense::Cue(Dimension::EventSize),
            span: items[at].span,
            place: at,
            distance: place - at,
            strangers: 0,
            before: true,
        });
    }
}

fn any_fits(senses: &[Sense], amount: &Amount) -> bool {
    senses.iter().any(|sense| fit::fits(*sense, &amount.measure))
}

fn push(claims: &mut Vec<Claim>, items: &[Item], at: usize, place: usize) {
    let (Part::Mark(senses), Part::Amount(amount)) = (&items[at].part, &items[place].part) else {
        return;
    };
    let between = at.min(place) + 1..at.max(place);
    let strangers = items[between]
        .iter()
        .filter(|item| matches!(item.part, Part::Filler | Part::Happening))
        .count();
    let (distance, before) = (at.abs_diff(place), at < place);
    for sense in senses
        .iter()
        .copied()
        .filter(|sense| fit::fits(*sense, &amount.measure))
    {
        claims.push(Claim {
            sense,
            span: items[at].span,
            place: at,
            distance,
            strangers,
            before,
        });
    }
}
