//! The search for the cheapest way on a lattice, where length and bends cost.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::lattice::Lattice;
use crate::{Page, Point};

/// What a bend costs, in page units of length.
const BEND: f64 = 60.0;
/// What a page unit close to a box costs.
const CLOSE: f64 = 3.0;
/// More crossings than this are not looked at for one way.
const MOST_STEPS: usize = 6000;
/// Costs are compared in these parts of a page unit, as whole numbers.
const PARTS: f64 = 16.0;

/// A crossing where a way may begin or end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gate {
    /// The crossing.
    pub(crate) crossing: usize,
    /// A way begins or ends upright here without a bend; otherwise level.
    pub(crate) upright: bool,
    /// What it costs to choose this gate, in page units.
    pub(crate) cost: f64,
}

/// The crossings of the cheapest way from one of `starts` to one of `goals`, and which these are; nothing where there
/// is none, or none was found in time.
pub(crate) fn cheapest(
    lattice: &Lattice,
    starts: &[Gate],
    goals: &[Gate],
) -> Option<(Vec<usize>, usize, usize)> {
    let mut search = Search::new(lattice, goals);
    for (place, start) in starts.iter().enumerate() {
        search.reach(
            state(start.crossing, start.upright),
            parts(start.cost),
            Origin::Start(place),
        );
    }
    search.run()
}

/// How a state was reached.
#[derive(Clone, Copy, Debug)]
enum Origin {
    Nowhere,
    Start(usize),
    From(usize),
}

struct Search<'s> {
    lattice: &'s Lattice,
    goals: &'s [Gate],
    /// For each crossing and direction: the least cost so far, and how that came.
    best: Vec<(u32, Origin)>,
    open: BinaryHeap<Reverse<(u32, u32, usize)>>,
}

impl<'s> Search<'s> {
    fn new(lattice: &'s Lattice, goals: &'s [Gate]) -> Self {
        Self {
            lattice,
            goals,
            best: vec![(u32::MAX, Origin::Nowhere); lattice.len() * 2 + goals.len()],
            open: BinaryHeap::new(),
        }
    }

    fn run(&mut self) -> Option<(Vec<usize>, usize, usize)> {
        let ends = self.lattice.len() * 2;
        for _ in 0..MOST_STEPS {
            let Reverse((_, cost, from)) = self.open.pop()?;
            if let Some(goal) = from.checked_sub(ends) {
                return self.way_back(from, goal);
            }
            if self.best.get(from).is_none_or(|best| best.0 < cost) {
                continue;
            }
            let (crossing, upright) = (from / 2, from % 2 == 1);
            let here = self.lattice.point(crossing);
            let lattice = self.lattice;
            for (next, turned, is_close) in lattice.steps(crossing) {
                let length = here.distance(lattice.point(next)) * if is_close { CLOSE } else { 1.0 };
                let step = parts(length + bend(upright, turned));
                self.reach(state(next, turned), cost.saturating_add(step), Origin::From(from));
            }
            for (place, goal) in self.goals.iter().enumerate() {
                if goal.crossing == crossing {
                    let last = parts(goal.cost + bend(upright, goal.upright));
                    self.reach(ends + place, cost.saturating_add(last), Origin::From(from));
                }
            }
        }
        None
    }

    /// Notes that `state` can be had for `cost`.
    fn reach(&mut self, state: usize, cost: u32, origin: Origin) {
        let left = self.left_to_go(state);
        if let Some(best) = self.best.get_mut(state).filter(|best| cost < best.0) {
            *best = (cost, origin);
            self.open.push(Reverse((cost.saturating_add(left), cost, state)));
        }
    }

    /// No more than what it costs from `state` on.
    fn left_to_go(&self, state: usize) -> u32 {
        if state >= self.lattice.len() * 2 {
            return 0;
        }
        let here = self.lattice.point(state / 2);
        let away = |goal: &Gate| level_distance(here, self.lattice.point(goal.crossing)) + goal.cost;
        parts(self.goals.iter().map(away).fold(f64::INFINITY, f64::min))
    }

    fn way_back(&self, end: usize, goal: usize) -> Option<(Vec<usize>, usize, usize)> {
        let mut way = Vec::new();
        let mut at = end;
        for _ in 0..=self.best.len() {
            match self.best.get(at)?.1 {
                Origin::From(before) => {
                    way.push(before / 2);
                    at = before;
                }
                Origin::Start(start) => {
                    way.reverse();
                    return Some((way, start, goal));
                }
                Origin::Nowhere => return None,
            }
        }
        None
    }
}

fn state(crossing: usize, upright: bool) -> usize {
    crossing * 2 + usize::from(upright)
}

fn bend(before: bool, after: bool) -> f64 {
    if before == after { 0.0 } else { BEND }
}

/// A cost in whole parts. Rounded down, so that what is left to go is never taken for more than it is.
fn parts(cost: f64) -> u32 {
    (cost * PARTS) as u32
}

fn level_distance(a: Point<Page>, b: Point<Page>) -> f64 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}
