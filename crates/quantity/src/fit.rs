//! Which words can say something of which measure, and which dimensions a qualifier narrows.

use crate::measure::Measure;
use crate::phrase::Sense;
use crate::{Dimension, Guarantee, Qualifier};

/// The dimensions that a measure can be of.
pub(crate) fn dimensions(measure: &Measure) -> &'static [Dimension] {
    use Dimension::*;
    match measure {
        Measure::Duration => &[Latency, Freshness, Retention, Recovery],
        Measure::Share { .. } | Measure::Nines => &[Availability],
        Measure::Interval => &[Freshness],
        Measure::Bytes => &[EventSize, Size],
        Measure::EventSize => &[EventSize],
        Measure::DataRate { .. } => &[DataRate],
        Measure::Rate { .. } => &[Rate],
        Measure::Percent => &[Accuracy, Availability, Factor],
        Measure::Money { .. } | Measure::Metered { .. } => &[Cost],
        Measure::Times => &[Factor, Count],
        Measure::Copies | Measure::Counted { .. } => &[Count],
        Measure::Bare => &[Recovery, Accuracy, Availability, Factor, Count, Rate],
    }
}

/// The dimensions that a qualifier can narrow; if there is but one, the qualifier tells the dimension.
pub(crate) fn homes(qualifier: Qualifier) -> &'static [Dimension] {
    use Dimension::*;
    use Qualifier as Q;
    match qualifier {
        Q::Average | Q::Peak | Q::Spike => &[Rate, DataRate, EventSize, Size, Latency, Cost, Count, Factor],
        Q::Alert => &[Rate, DataRate, Size, Latency, Freshness, Cost],
        Q::EndToEnd => &[Latency, Freshness],
        Q::PerHop | Q::Tail => &[Latency],
        Q::Hot | Q::Warm | Q::Cold | Q::Replay => &[Retention],
        Q::RecoveryTime | Q::RecoveryPoint => &[Recovery],
        Q::FalsePositives
        | Q::FalseNegatives
        | Q::Recall
        | Q::Precision
        | Q::ErrorRate
        | Q::Loss
        | Q::Duplicates
        | Q::Completeness => &[Accuracy],
        Q::Utilisation | Q::Filter | Q::FanOut | Q::Growth | Q::CacheHit | Q::Compression | Q::Saving => {
            &[Factor]
        }
    }
}

/// Whether a sense can say something of a measure.
pub(crate) fn fits(sense: Sense, measure: &Measure) -> bool {
    let can_be = |dimension: &Dimension| dimensions(measure).contains(dimension);
    match sense {
        Sense::Cue(dimension) | Sense::Weak(dimension) => can_be(&dimension),
        Sense::Narrow(qualifier) => homes(qualifier).iter().any(can_be),
        Sense::Bound(_) | Sense::Near(_) | Sense::Not | Sense::Either(_) | Sense::After(_) => true,
        Sense::Percentile(_) => *measure == Measure::Duration,
        Sense::Every | Sense::Takes => *measure == Measure::Duration,
        Sense::Missing => *measure == Measure::Percent,
        Sense::Down => matches!(measure, Measure::Share { .. } | Measure::Percent),
        Sense::Noun(noun) => {
            matches!(measure, Measure::Bare)
                || (noun == "replicas" && matches!(measure, Measure::Times | Measure::Copies))
        }
        Sense::Happens(..) => *measure == Measure::Bare,
        Sense::Cadence(_) => {
            matches!(
                measure,
                Measure::Bytes | Measure::Money { .. } | Measure::Counted { .. } | Measure::Percent
            )
        }
        Sense::Promise(promise) => bounds(promise, measure),
        Sense::Alone(_) | Sense::Nothing(_) | Sense::Chore | Sense::And => false,
    }
}

/// Whether a figure can be the bound of a promise, or the window of a replay.
pub(crate) fn bounds(promise: Guarantee, measure: &Measure) -> bool {
    match measure {
        Measure::Duration => matches!(
            promise,
            Guarantee::Checkpoint
                | Guarantee::Backup
                | Guarantee::Timeout
                | Guarantee::Backoff
                | Guarantee::Retry
                | Guarantee::Replay
                | Guarantee::Backfill
                | Guarantee::BoundedStaleness
                | Guarantee::Failover
                | Guarantee::Rollback
                | Guarantee::CircuitBreaker
                | Guarantee::Deduplicated
        ),
        Measure::Times | Measure::Bare => matches!(
            promise,
            Guarantee::Retry | Guarantee::Backoff | Guarantee::CircuitBreaker
        ),
        Measure::Copies => promise == Guarantee::Retry,
        _ => false,
    }
}

/// Whether words stand for themselves, so that an amount does not look past them (`restore from backup in 6 h` does).
pub(crate) fn is_wall(senses: &[Sense]) -> bool {
    senses.iter().any(|sense| {
        matches!(sense, Sense::Promise(promise) if *promise != Guarantee::Backup)
            || matches!(sense, Sense::Nothing(_))
    })
}

/// Whether `a week` behind a phrase is a duration.
pub(crate) fn asks_how_long(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Cue(Dimension::Retention) | Sense::Promise(Guarantee::Replay | Guarantee::Backfill)
    )
}

/// Whether a phrase compares what follows it.
pub(crate) fn is_bound(sense: &Sense) -> bool {
    matches!(sense, Sense::Bound(_) | Sense::Near(_))
}

/// Whether something of the kind was already said.
pub(crate) fn same_slot(sense: Sense, taken: &[Sense]) -> bool {
    let same = |other: &Sense| match (sense, *other) {
        (Sense::Percentile(_), Sense::Percentile(_))
        | (Sense::Promise(_), Sense::Promise(_))
        | (Sense::Either(_), Sense::Either(_)) => true,
        (Sense::Cue(one), Sense::Cue(other)) => one != other,
        (Sense::Narrow(one), Sense::Narrow(other)) => one != other && homes(one) == homes(other),
        _ => false,
    };
    taken.iter().any(same)
}
