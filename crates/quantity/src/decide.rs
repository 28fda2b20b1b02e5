//! What a figure is of, once its unit and the words around it are known.

use crate::around::Around;
use crate::claim::{Claim, Used};
use crate::fit;
use crate::lexicon;
use crate::measure::{Amount, Measure};
use crate::noun;
use crate::phrase::Sense;
use crate::unit::{self, Scale};
use crate::{Bound, Compare, Dimension, Guarantee, Qualifier, Quantity, Span, Value};

/// A plain percentage from here on is an availability; below, it is a share.
const LEAST_AVAILABILITY: f64 = 0.9;

/// From so many bytes on, nothing is an event, whatever came before.
pub(crate) const LEAST_LOAD: f64 = 1e9;

/// A word such as `hot` says how long something is kept only if that is this long at least.
const LEAST_TIER: f64 = unit::HOUR;

/// Decides on an amount with what it claims; `carried` is the dimension that a heading gave to its whole line.
/// Answers with the places of the marks that were used, or with nothing if the figure means nothing here.
pub(crate) fn decide(
    amount: &Amount,
    claims: &[Claim],
    carried: Option<Dimension>,
    span: Span,
) -> Option<(Quantity, Used)> {
    let around = Around {
        amount,
        claims,
        carried,
    };
    let verdict = match &amount.measure {
        Measure::Duration => around.duration(),
        Measure::Percent => around.percent(),
        Measure::Bytes => around.bytes(),
        Measure::Money { unit } => around.money(unit.as_deref()),
        Measure::Share { period, down } => around.share(*period, *down)?,
        Measure::Times => around.times(),
        Measure::Copies => around.copies(),
        Measure::Counted { noun } => around.counted(noun),
        Measure::Bare => around.bare()?,
        Measure::Rate { noun, .. } => Verdict::of(Dimension::Rate).unit(noun.clone()),
        Measure::DataRate { per } => Verdict::of(Dimension::DataRate).unit(per.clone()),
        Measure::Metered { unit } => Verdict::of(Dimension::Cost).unit(Some(unit.clone())),
        Measure::Interval => Verdict::of(Dimension::Freshness),
        Measure::EventSize => Verdict::of(Dimension::EventSize),
        Measure::Nines => Verdict::of(Dimension::Availability),
    };
    Some(around.quantity(verdict, span))
}

/// What was decided, before comparison, percentile and qualifier.
struct Verdict {
    dimension: Dimension,
    scale: Scale,
    promise: Option<Guarantee>,
    bound: Option<Bound>,
    qualifier: Option<Qualifier>,
    unit: Option<String>,
    /// The share of time that works is one less the share that does not.
    inverted: bool,
}

impl Verdict {
    fn of(dimension: Dimension) -> Self {
        let scale = Scale::ONE;
        Self {
            dimension,
            scale,
            promise: None,
            bound: None,
            qualifier: None,
            unit: None,
            inverted: false,
        }
    }

    fn unit(self, unit: Option<String>) -> Self {
        Self { unit, ..self }
    }

    fn qualified(self, qualifier: Qualifier) -> Self {
        Self {
            qualifier: Some(qualifier),
            ..self
        }
    }
}

impl Around<'_> {
    fn duration(&self) -> Verdict {
        let timed =
            self.nearest(|sense| matches!(sense, Sense::Percentile(_) | Sense::Cue(Dimension::Latency)));
        match self.promise() {
            Some(Guarantee::Deduplicated | Guarantee::CircuitBreaker) if timed.is_some() => {
                return Verdict::of(Dimension::Latency);
            }
            // `restore from backup takes 6 h`: only `every` says how often.
            Some(Guarantee::Backup) if self.nearest(|sense| *sense == Sense::Every).is_none() => {}
            Some(Guarantee::Replay | Guarantee::Backfill) => {
                return Verdict::of(Dimension::Retention).qualified(Qualifier::Replay);
            }
            Some(Guarantee::Failover | Guarantee::Rollback) => {
                return Verdict::of(Dimension::Recovery).qualified(Qualifier::RecoveryTime);
            }
            Some(promise) => return self.promised(promise, Bound::Seconds),
            None => {}
        }
        let tier = self.amount.low >= LEAST_TIER && self.weak(Dimension::Retention);
        let dimension = self.strong().or_else(|| {
            let percentile = self
                .nearest(|sense| matches!(sense, Sense::Percentile(_)))
                .is_some();
            let carried = self.carried.filter(|dimension| self.can_be(*dimension));
            let takes = self.nearest(|sense| *sense == Sense::Takes);
            let takes = takes.is_some_and(|claim| claim.before && claim.distance == 1);
            let weak = takes || self.weak(Dimension::Latency);
            let latency = percentile || (carried.is_none() && !tier && weak);
            if latency {
                Some(Dimension::Latency)
            } else {
                tier.then_some(Dimension::Retention).or(carried)
            }
        });
        let plain = if self.amount.low >= unit::DAY {
            Dimension::Retention
        } else {
            Dimension::Latency
        };
        Verdict::of(dimension.unwrap_or(plain))
    }

    fn percent(&self) -> Verdict {
        if self.amount.high.unwrap_or(self.amount.low) > 1.0 {
            return Verdict::of(
                self.strong()
                    .filter(|found| *found == Dimension::Accuracy)
                    .unwrap_or(Dimension::Factor),
            );
        }
        if self.nearest(|sense| *sense == Sense::Down).is_some() {
            return Verdict {
                inverted: true,
                ..Verdict::of(Dimension::Availability)
            };
        }
        if self.nearest(|sense| *sense == Sense::Missing).is_some() {
            return Verdict {
                inverted: true,
                ..Verdict::of(Dimension::Accuracy).qualified(Qualifier::Completeness)
            };
        }
        let carried = self.carried.filter(|dimension| self.can_be(*dimension));
        let weak = self
            .weak(Dimension::Availability)
            .then_some(Dimension::Availability);
        let load = |sense: &Sense| {
            matches!(
                sense,
                Sense::Narrow(Qualifier::Average | Qualifier::Peak | Qualifier::Spike)
            )
        };
        let available = self.amount.low >= LEAST_AVAILABILITY && self.nearest(load).is_none();
        let plain = if available {
            Dimension::Availability
        } else {
            Dimension::Factor
        };
        Verdict::of(self.strong().or(carried).or(weak).unwrap_or(plain))
    }

    fn bytes(&self) -> Verdict {
        let large = self.amount.low >= LEAST_LOAD;
        let carried = self.carried.filter(|dimension| !large && self.can_be(*dimension));
        let dimension = self.strong().or(carried).unwrap_or(Dimension::Size);
        match self.cadence() {
            Some(period) if dimension == Dimension::Size => Verdict {
                scale: Scale::ONE.per(period),
                ..Verdict::of(Dimension::DataRate)
            },
            _ => Verdict::of(dimension),
        }
    }

    fn money(&self, unit: Option<&str>) -> Verdict {
        let verdict = Verdict::of(Dimension::Cost);
        let plain = unit
            .and_then(|unit| unit.strip_suffix("total"))
            .map(str::trim_end);
        match (plain, self.cadence()) {
            (Some(currency), Some(period)) => {
                let currency = (!currency.is_empty()).then(|| currency.to_owned());
                Verdict {
                    scale: unit::monthly(period),
                    ..verdict.unit(currency)
                }
            }
            _ => verdict.unit(unit.map(str::to_owned)),
        }
    }

    fn share(&self, period: f64, down: bool) -> Option<Verdict> {
        if !down {
            self.nearest(|sense| *sense == Sense::Down)?;
        }
        Some(Verdict {
            scale: Scale::over(period),
            inverted: true,
            ..Verdict::of(Dimension::Availability)
        })
    }

    fn times(&self) -> Verdict {
        match (self.promise(), self.noun()) {
            (Some(promise), _) => self.promised(promise, Bound::Times),
            (None, Some(noun)) => Verdict::of(Dimension::Count).unit(Some(noun.to_owned())),
            (None, None) => Verdict::of(Dimension::Factor),
        }
    }

    fn copies(&self) -> Verdict {
        match self.promise() {
            Some(promise) => self.promised(promise, Bound::Times),
            None => Verdict::of(Dimension::Count).unit(self.noun().map(str::to_owned)),
        }
    }

    fn counted(&self, noun: &str) -> Verdict {
        match self.cadence() {
            Some(period) if lexicon::of(noun).event.is_some() => {
                let verdict = Verdict::of(Dimension::Rate).unit(noun::event_name(noun));
                Verdict {
                    scale: Scale::ONE.per(period),
                    ..verdict
                }
            }
            _ => Verdict::of(Dimension::Count).unit(Some(noun.to_owned())),
        }
    }

    /// A number without a unit needs a word beside it that tells what it is.
    fn bare(&self) -> Option<Verdict> {
        if let Some(promise) = self.promise() {
            return Some(self.promised(promise, Bound::Times));
        }
        let happens = self
            .nearest(|sense| matches!(sense, Sense::Happens(..)))
            .filter(|claim| claim.before);
        if let Some(Claim {
            sense: Sense::Happens(noun, period),
            ..
        }) = happens
        {
            return Some(Verdict {
                scale: Scale::ONE.per(*period),
                ..Verdict::of(Dimension::Rate).unit(noun::event_name(noun))
            });
        }
        let most = self.amount.high.unwrap_or(self.amount.low);
        let ratio = most <= 1.0;
        let promised = self.weak(Dimension::Availability) || self.strong() == Some(Dimension::Availability);
        if promised && self.amount.low >= 100.0 * LEAST_AVAILABILITY && most < 100.0 {
            return Some(Verdict {
                scale: Scale::over(100.0),
                ..Verdict::of(Dimension::Availability)
            });
        }
        match self.strong() {
            Some(Dimension::Recovery) if self.amount.low == 0.0 && self.amount.high.is_none() => {
                Some(Verdict::of(Dimension::Recovery))
            }
            Some(found @ (Dimension::Accuracy | Dimension::Availability)) if ratio => {
                Some(Verdict::of(found))
            }
            Some(Dimension::Factor) => Some(Verdict::of(Dimension::Factor)),
            _ => self
                .noun()
                .map(|noun| Verdict::of(Dimension::Count).unit(Some(noun.to_owned()))),
        }
    }

    fn promised(&self, promise: Guarantee, bound: fn(f64) -> Bound) -> Verdict {
        let most = self.amount.high.unwrap_or(self.amount.low);
        Verdict {
            promise: Some(promise),
            bound: Some(bound(most)),
            ..Verdict::of(promise.dimension())
        }
    }

    fn quantity(&self, verdict: Verdict, span: Span) -> (Quantity, Used) {
        let dimension = verdict.dimension;
        let narrows = |sense: &Sense| matches!(sense, Sense::Narrow(qualifier) if fit::homes(*qualifier).contains(&dimension));
        let only = |sense: &Sense| {
            narrows(sense) && matches!(sense, Sense::Narrow(qualifier) if fit::homes(*qualifier).len() == 1)
        };
        let narrowed = self.nearest(only).or_else(|| self.nearest(narrows));
        let qualifier = verdict.qualifier.or_else(|| match narrowed?.sense {
            Sense::Narrow(qualifier) => Some(qualifier),
            _ => None,
        });
        // Under a heading, `RTO: 5 min, 9 min`, the later ones are recovery times as well.
        let recovery = (dimension == Dimension::Recovery).then_some(Qualifier::RecoveryTime);
        let qualifier = qualifier.or(recovery);
        use Dimension::{Freshness, Latency, Recovery};
        let timed = matches!(dimension, Latency | Freshness | Recovery);
        let percentile = self
            .nearest(|sense| matches!(sense, Sense::Percentile(_)))
            .filter(|_| timed);
        let compare = self.compare();
        let interval = compare.is_some_and(|(_, at)| self.is_interval(at));
        let uses = |claim: &&Claim| match claim.sense {
            Sense::Cue(other) => other == dimension,
            Sense::Weak(other) => other == dimension && (claim.before || claim.strangers == 0),
            Sense::Narrow(other) => Some(other) == qualifier,
            Sense::Bound(_) | Sense::Near(_) | Sense::Either(_) | Sense::After(_) => {
                compare.is_some_and(|(_, at)| at == claim.place)
            }
            Sense::Takes => claim.before && claim.distance == 1,
            Sense::Percentile(_) => percentile.is_some_and(|other| other.place == claim.place),
            Sense::Every => verdict.promise.is_some() || dimension == Dimension::Freshness,
            Sense::Promise(other) => Some(other) == verdict.promise || qualifier == Some(Qualifier::Replay),
            _ => true,
        };
        let (mut span, mut used) = (span, Used::default());
        for claim in self.claims.iter().filter(uses) {
            span = span.join(claim.span);
            used.add(claim);
        }
        let compare = compare
            .map(|(compare, _)| compare)
            .or(self.amount.compare)
            .unwrap_or(Compare::Exactly);
        let quantity = Quantity {
            dimension,
            value: self.value(&verdict),
            compare: if verdict.inverted != interval {
                turned(compare)
            } else {
                compare
            },
            percentile: percentile.and_then(|claim| match claim.sense {
                Sense::Percentile(at) => Some(at),
                _ => None,
            }),
            qualifier,
            unit: verdict.unit,
            bound: verdict.bound,
            span,
        };
        (quantity, used)
    }

    fn value(&self, verdict: &Verdict) -> Value {
        if let Some(promise) = verdict.promise {
            return Value::Word(promise);
        }
        let base = |count: f64| {
            let base = verdict.scale.base(count);
            if verdict.inverted { 1.0 - base } else { base }
        };
        let low = base(self.amount.low);
        match self.amount.high.map(base) {
            Some(high) if high > low => Value::Range { low, high },
            Some(high) if high < low => Value::Range { low: high, high: low },
            _ => Value::Number(low),
        }
    }
}

fn turned(compare: Compare) -> Compare {
    match compare {
        Compare::AtMost => Compare::AtLeast,
        Compare::AtLeast => Compare::AtMost,
        other => other,
    }
}
