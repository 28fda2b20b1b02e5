//! What one figure takes over from another: `50k ev/s average, 200k peak`, `min 3 max 20 replicas`, `lag 2 s, worst 20 s`.

use crate::claim::Claim;
use crate::item::{Item, Part};
use crate::measure::{Amount, Measure};
use crate::phrase::Sense;
use crate::unit::{self, Scale};
use crate::{Dimension, Qualifier, Quantity};

/// A duration so many items behind a word for growth says by when.
const FARTHEST_GROWTH: usize = 6;

/// A count looks so many items ahead for what is counted.
const FARTHEST_NOUN: usize = 6;

/// A bare figure in the unit that it shares: of the rate before it, if `peak` or `average` stands beside it; of the
/// count behind it, if `min` or `max` does.
pub(crate) fn amount(
    rate: Option<&Measure>,
    from: &[Item],
    amount: &Amount,
    claims: &[Claim],
) -> Option<Amount> {
    if amount.measure != Measure::Bare {
        return None;
    }
    let of = |measure: &Measure| Amount {
        measure: measure.clone(),
        ..amount.clone()
    };
    match rate {
        Some(rate @ Measure::Rate { period, .. }) if claims.iter().any(is_load) => {
            return Some(of(rate).scaled(Scale::ONE.per(*period)));
        }
        _ => {}
    }
    let next = from
        .iter()
        .skip(1)
        .take(FARTHEST_NOUN)
        .find_map(|item| match &item.part {
            Part::Amount(next) => Some(&next.measure),
            _ => None,
        });
    match next {
        Some(counted @ Measure::Counted { .. }) if claims.iter().any(is_limit) => Some(of(counted)),
        _ => None,
    }
}

/// The dimension of the clause before the comma, for a duration that is said to be its average or its worst.
pub(crate) fn dimension(before: Option<Dimension>, amount: &Amount, claims: &[Claim]) -> Option<Dimension> {
    let goes_on =
        amount.measure == Measure::Duration && claims.iter().any(|claim| is_load(claim) || is_limit(claim));
    before.filter(|dimension| {
        goes_on
            && matches!(
                dimension,
                Dimension::Latency | Dimension::Freshness | Dimension::Retention
            )
    })
}

/// Whether a duration says by when something grows (`10x growth over 3 years`), which is none of the quantities we know.
pub(crate) fn is_horizon(before: &[Item], quantity: &Quantity) -> bool {
    let said = |test: &dyn Fn(&Sense) -> bool| {
        let near = before.iter().rev().take(FARTHEST_GROWTH);
        near.into_iter()
            .any(|item| matches!(&item.part, Part::Mark(senses) if senses.iter().any(test)))
    };
    let timed = matches!(
        quantity.dimension,
        Dimension::Retention | Dimension::Latency | Dimension::Freshness
    );
    let long = quantity.number().is_some_and(|seconds| seconds >= unit::MONTH);
    timed
        && long
        && said(&|sense| *sense == Sense::Narrow(Qualifier::Growth))
        && !said(&|sense| *sense == Sense::Cue(Dimension::Retention))
}

/// The unit of a rate as it was written.
pub(crate) fn rate_of(amount: &Amount, quantity: &Quantity) -> Option<Measure> {
    if let Measure::Rate { .. } = amount.measure {
        return Some(amount.measure.clone());
    }
    let per_second = quantity.best().filter(|rate| *rate > 0.0)?;
    (quantity.dimension == Dimension::Rate).then(|| Measure::Rate {
        noun: quantity.unit.clone(),
        period: amount.low / per_second,
    })
}

fn is_load(claim: &Claim) -> bool {
    matches!(
        claim.sense,
        Sense::Narrow(Qualifier::Average | Qualifier::Peak | Qualifier::Spike)
    )
}

fn is_limit(claim: &Claim) -> bool {
    matches!(claim.sense, Sense::Either(_))
}
