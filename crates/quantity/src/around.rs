//! An amount among the words that it claims: which of them is nearest, and what it tells.

use crate::claim::Claim;
use crate::fit;
use crate::measure::{Amount, Measure};
use crate::phrase::Sense;
use crate::{Compare, Dimension, Guarantee, Qualifier};

/// `max` and `or less` may stand a little apart.
const LOOSEST_LIMIT: usize = 1;

/// `less than the agreed limit of 2 s`: words that can only compare may stand as far away.
const LOOSEST_BOUND: usize = 4;

/// `not` turns a floor so many words behind it.
const FARTHEST_NOT: usize = 5;

/// An amount, its claims, and the dimension that a heading gives to its line.
pub(crate) struct Around<'a> {
    pub(crate) amount: &'a Amount,
    pub(crate) claims: &'a [Claim],
    pub(crate) carried: Option<Dimension>,
}

impl Around<'_> {
    /// The dimension that the nearest word tells; in front wins over behind.
    pub(crate) fn strong(&self) -> Option<Dimension> {
        let tells = |claim: &Claim| match claim.sense {
            Sense::Cue(dimension) => Some(dimension),
            Sense::Narrow(Qualifier::Hot | Qualifier::Warm | Qualifier::Cold) => None,
            Sense::Narrow(qualifier) => match fit::homes(qualifier) {
                [only] => Some(*only),
                _ => None,
            },
            _ => None,
        };
        let found = self
            .claims
            .iter()
            .filter_map(|claim| Some((claim, tells(claim)?)));
        found
            .min_by_key(|(claim, _)| (claim.distance, !claim.before))
            .map(|(_, dimension)| dimension)
    }

    pub(crate) fn weak(&self, dimension: Dimension) -> bool {
        self.claims
            .iter()
            .any(|claim| claim.sense == Sense::Weak(dimension))
    }

    pub(crate) fn can_be(&self, dimension: Dimension) -> bool {
        fit::dimensions(&self.amount.measure).contains(&dimension)
    }

    pub(crate) fn nearest(&self, test: impl Fn(&Sense) -> bool) -> Option<&Claim> {
        let found = self.claims.iter().filter(|claim| test(&claim.sense));
        found.min_by_key(|claim| (claim.distance, !claim.before))
    }

    pub(crate) fn promise(&self) -> Option<Guarantee> {
        match self.nearest(|sense| matches!(sense, Sense::Promise(_)))?.sense {
            Sense::Promise(promise) => Some(promise),
            _ => None,
        }
    }

    pub(crate) fn noun(&self) -> Option<&'static str> {
        match self.nearest(|sense| matches!(sense, Sense::Noun(_)))?.sense {
            Sense::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    pub(crate) fn cadence(&self) -> Option<f64> {
        match self.nearest(|sense| matches!(sense, Sense::Cadence(_)))?.sense {
            Sense::Cadence(period) => Some(period),
            _ => None,
        }
    }

    /// Whether the comparison at a place is of how often: `at least every 15 minutes` is 15 minutes at most.
    pub(crate) fn is_interval(&self, compare: usize) -> bool {
        let every = |claim: &Claim| claim.sense == Sense::Every && claim.before && claim.place > compare;
        self.amount.measure == Measure::Interval || self.claims.iter().any(every)
    }

    pub(crate) fn compare(&self) -> Option<(Compare, usize)> {
        let next_to = |claim: &&Claim| match claim.sense {
            Sense::Bound(_) => claim.before && claim.strangers <= LOOSEST_BOUND,
            Sense::Near(_) => claim.before && claim.strangers == 0,
            Sense::Either(_) => claim.strangers <= LOOSEST_LIMIT,
            Sense::After(_) => !claim.before && claim.strangers <= LOOSEST_LIMIT,
            _ => false,
        };
        let claim = self
            .claims
            .iter()
            .filter(next_to)
            .min_by_key(|claim| (!claim.before, claim.distance))?;
        let negated = |other: &Claim| {
            other.sense == Sense::Not
                && other.before
                && (claim.distance..=claim.distance + FARTHEST_NOT).contains(&other.distance)
        };
        match claim.sense {
            Sense::Bound(Compare::AtLeast) | Sense::Near(Compare::AtLeast)
                if self.claims.iter().any(negated) =>
            {
                Some((Compare::AtMost, claim.place))
            }
            Sense::Bound(compare) | Sense::Near(compare) | Sense::Either(compare) | Sense::After(compare) => {
                Some((compare, claim.place))
            }
            _ => None,
        }
    }
}
