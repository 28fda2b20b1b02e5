//! Quantities that change over time in straight lines: what has arrived, what waits, how late data is.
//!
//! A course is known at every moment, not at steps: sums, joins and chains of courses are worked out from corner to
//! corner, so that they are as exact as the figures that they come from.

/// A straight stretch: from `at` on, the value is `value` and changes by `slope` a second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Seconds since the beginning.
    pub at: f64,
    /// The value there.
    pub value: f64,
    /// The change a second.
    pub slope: f64,
}

/// A value over time, from second 0 on without end. It may jump where a leg begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    legs: Vec<Leg>,
}

/// A stretch of time, in seconds since the beginning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub from: f64,
    /// Where it ends; nothing where it does not.
    pub until: Option<f64>,
}

impl Leg {
    /// The value at `at`, which is not before the leg.
    pub fn value_at(&self, at: f64) -> f64 {
        // A flat leg has its value for ever; without this, infinity times nothing would be no number.
        if self.slope == 0.0 || at <= self.at {
            self.value
        } else {
            self.value + self.slope * (at - self.at)
        }
    }
}

impl Course {
    /// A straight line from `value` on.
    pub fn line(value: f64, slope: f64) -> Self {
        let at = 0.0;
        Self {
            legs: vec![Leg { at, value, slope }],
        }
    }

    /// What adds up at these rates, each from its second on; the first should begin at 0.
    pub fn adding_up(rates: &[(f64, f64)]) -> Self {
        let mut course = Self { legs: Vec::new() };
        let mut value = 0.0;
        for (at, rate) in rates {
            value = course.legs.last().map_or(value, |leg| leg.value_at(*at));
            course.push(Leg {
                at: *at,
                value,
                slope: *rate,
            });
        }
        course.or_nothing()
    }

    /// The course along these legs, which are in order and begin at 0.
    pub(super) fn of(legs: impl IntoIterator<Item = Leg>) -> Self {
        let mut course = Self { legs: Vec::new() };
        legs.into_iter().for_each(|leg| course.push(leg));
        course.or_nothing()
    }

    fn or_nothing(mut self) -> Self {
        if self.legs.is_empty() {
            self.legs.push(Leg {
                at: 0.0,
                value: 0.0,
                slope: 0.0,
            });
        }
        self
    }

    /// Adds a leg, unless it goes on as the one before does.
    fn push(&mut self, leg: Leg) {
        let Some(last) = self.legs.last_mut() else {
            self.legs.push(leg);
            return;
        };
        if leg.at <= last.at {
            *last = Leg { at: last.at, ..leg };
            return;
        }
        let expected = last.value_at(leg.at);
        let goes_on = leg.slope == last.slope && (leg.value - expected).abs() <= 1e-9 * expected.abs();
        if !goes_on {
            self.legs.push(leg);
        }
    }

    /// The straight stretches, in order; the last one has no end.
    pub fn legs(&self) -> &[Leg] {
        &self.legs
    }

    /// How fast it rises at most, a second; 0 where it never does.
    pub fn steepest(&self) -> f64 {
        self.legs.iter().map(|leg| leg.slope).fold(0.0, f64::max)
    }

    /// The value at second `at`, after a jump there.
    pub fn value_at(&self, at: f64) -> f64 {
        let after = self.legs.partition_point(|leg| leg.at <= at);
        let leg = self.legs.get(after.saturating_sub(1));
        leg.map_or(0.0, |leg| leg.value_at(at))
    }

    /// Each leg with the second at which it ends.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (Leg, f64)> {
        let ends = self.legs.iter().skip(1).map(|leg| leg.at);
        self.legs.iter().copied().zip(ends.chain([f64::INFINITY]))
    }

    /// This many times as much.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        if factor == 1.0 {
            return self.clone();
        }
        Self::of(self.legs.iter().map(|leg| Leg {
            at: leg.at,
            value: leg.value * factor,
            slope: leg.slope * factor,
        }))
    }

    /// All together. Takes n log n in the corners.
    pub(super) fn sum(courses: &[&Self]) -> Self {
        let mut moments: Vec<f64> = courses
            .iter()
            .flat_map(|it| it.legs.iter().map(|leg| leg.at))
            .collect();
        moments.sort_unstable_by(f64::total_cmp);
        moments.dedup();
        let mut next = vec![0_usize; courses.len()];
        let mut slopes = vec![0.0; courses.len()];
        let mut bursts = vec![0.0; courses.len()];
        let mut sum = Self { legs: Vec::new() };
        let mut end: Option<Leg> = None;
        for at in moments {
            for (place, course) in courses.iter().enumerate() {
                let (Some(next), Some(slope), Some(burst)) =
                    (next.get_mut(place), slopes.get_mut(place), bursts.get_mut(place))
                else {
                    continue;
                };
                *burst = 0.0;
                if let Some(leg) = course.legs.get(*next).filter(|leg| leg.at <= at) {
                    let before = next.checked_sub(1).and_then(|last| course.legs.get(last));
                    *burst = leg.value - before.map_or(0.0, |before| before.value_at(at));
                    *slope = leg.slope;
                    *next += 1;
                }
            }
            let before = end.map_or(0.0, |leg| leg.value_at(at));
            let burst: f64 = bursts.iter().sum();
            // What is left of two equal sums is no burst.
            let is_burst = burst.abs() > 1e-9 * before.abs();
            let leg = Leg {
                at,
                value: if is_burst { before + burst } else { before },
                slope: slopes.iter().sum(),
            };
            end = Some(leg);
            sum.push(leg);
        }
        sum.or_nothing()
    }

    /// The lower of two at every moment.
    #[must_use]
    pub fn lower(&self, other: &Self) -> Self {
        let mut lower = Self { legs: Vec::new() };
        let mut ours = self.stretches().peekable();
        let mut theirs = other.stretches().peekable();
        while let (Some((one, one_ends)), Some((two, two_ends))) =
            (ours.peek().copied(), theirs.peek().copied())
        {
            let (from, until) = (one.at.max(two.at), one_ends.min(two_ends));
            let (a, b) = (one.value_at(from), two.value_at(from));
            let (low, high) = if (a, one.slope) <= (b, two.slope) {
                (one, two)
            } else {
                (two, one)
            };
            let start = |leg: Leg, at: f64| Leg {
                at,
                value: leg.value_at(at),
                slope: leg.slope,
            };
            lower.push(start(low, from));
            let meet = from + (a - b).abs() / (low.slope - high.slope);
            if low.slope > high.slope && meet < until {
                lower.push(start(high, meet));
            }
            if one_ends <= two_ends {
                ours.next();
            }
            if two_ends <= one_ends {
                theirs.next();
            }
        }
        lower.or_nothing()
    }

    /// The higher of two at every moment.
    #[must_use]
    pub fn higher(&self, other: &Self) -> Self {
        self.times(-1.0).lower(&other.times(-1.0)).times(-1.0)
    }

    /// This course at the moments that `when` gives, which never go back.
    #[must_use]
    pub fn after(&self, when: &Self) -> Self {
        let mut chained = Self { legs: Vec::new() };
        for (leg, ends) in when.stretches() {
            let mut place = self
                .legs
                .partition_point(|ours| ours.at <= leg.value)
                .saturating_sub(1);
            let mut at = leg.at;
            while let Some(ours) = self.legs.get(place) {
                let value = ours.value_at(leg.value_at(at));
                chained.push(Leg {
                    at,
                    value,
                    slope: ours.slope * leg.slope,
                });
                let Some(next) = self.legs.get(place + 1).filter(|_| leg.slope > 0.0) else {
                    break;
                };
                at = leg.at + (next.at - leg.value) / leg.slope;
                if at >= ends {
                    break;
                }
                place += 1;
            }
        }
        chained.or_nothing()
    }

    /// The highest value and when it is first reached; nothing where it grows for ever.
    pub fn highest(&self) -> Option<(f64, f64)> {
        let mut highest: Option<(f64, f64)> = None;
        for (leg, ends) in self.stretches() {
            if leg.slope > 0.0 && ends == f64::INFINITY {
                return None;
            }
            for at in [leg.at, if leg.slope > 0.0 { ends } else { leg.at }] {
                let value = leg.value_at(at);
                if highest.is_none_or(|(known, _)| value > known) {
                    highest = Some((value, at));
                }
            }
        }
        highest
    }

    /// What it grows by a second in the end; nothing where it does not.
    pub fn grows(&self) -> Option<f64> {
        let slope = self.legs.last().map(|leg| leg.slope);
        slope.filter(|slope| *slope > 0.0)
    }

    /// When it first begins to rise, or has; nothing where it never does.
    pub fn rises(&self) -> Option<f64> {
        let mut legs = self.legs.iter();
        legs.find(|leg| leg.value > 0.0 || leg.slope > 0.0)
            .map(|leg| leg.at)
    }

    /// From when on it is never above `limit` again; nothing where it is in the end.
    pub fn rests(&self, limit: f64) -> Option<f64> {
        let mut rests = None;
        for leg in self.legs.iter().rev() {
            if leg.value > limit || leg.slope > 0.0 {
                break;
            }
            rests = Some(leg.at);
        }
        rests
    }

    /// When it is above `limit`.
    pub fn above(&self, limit: f64) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let slack = limit.abs() * 1e-9;
        for (leg, ends) in self.stretches() {
            let over = leg.value - limit;
            let crosses = leg.at - over / leg.slope;
            let (from, until) = match over > slack {
                true if leg.slope < 0.0 => (leg.at, crosses.min(ends)),
                true => (leg.at, ends),
                false if leg.slope > 0.0 && crosses < ends => (crosses.max(leg.at), ends),
                false => continue,
            };
            let until = (until < f64::INFINITY).then_some(until);
            match spans.last_mut().filter(|last| last.until == Some(from)) {
                Some(last) => last.until = until,
                None => spans.push(Span { from, until }),
            }
        }
        spans
    }

    /// Its corners: where it turns or jumps, a jump as two corners at one moment.
    pub fn corners(&self) -> Vec<(f64, f64)> {
        let mut corners = Vec::new();
        let mut last: Option<Leg> = None;
        let mut most: f64 = 0.0;
        for leg in &self.legs {
            let before = last.map_or(leg.value, |last| last.value_at(leg.at));
            most = most.max(before.abs());
            if (before - leg.value).abs() > 1e-9 * most {
                corners.push((leg.at, before));
            }
            corners.push((leg.at, leg.value));
            last = Some(*leg);
        }
        corners
    }
}

impl Span {
    /// How long it is, in seconds; nothing where it does not end.
    pub fn lasts(&self) -> Option<f64> {
        self.until.map(|until| until - self.from)
    }
}
