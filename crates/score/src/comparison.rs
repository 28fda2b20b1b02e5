//! What moved between two attempts.

use crate::criterion::Criterion;
use crate::marking::{Judged, Score};

/// A criterion whose point moved.
#[derive(Clone, Debug)]
pub struct Move<'s> {
    /// Which.
    pub criterion: &'static Criterion,
    /// How it was judged before.
    pub before: &'s Judged,
    /// How it is judged now.
    pub now: &'s Judged,
}

impl Move<'_> {
    /// By how much, in points; below zero where it was lost.
    pub fn by(&self) -> f64 {
        self.now.points() - self.before.points()
    }
}

/// The criteria that moved from one attempt to the next, in their order.
pub fn compare<'s>(before: &'s Score, now: &'s Score) -> Vec<Move<'s>> {
    let all = |score: &'s Score| score.marks.iter().flat_map(|mark| &mark.criteria);
    let pairs = all(before).zip(all(now));
    let moved = pairs.filter(|(before, now)| before.points() != now.points());
    let moved = moved.map(|(before, now)| Move {
        criterion: now.criterion,
        before,
        now,
    });
    moved.collect()
}
