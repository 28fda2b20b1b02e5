//! What happens to the events at every box while the board is under stress.
//!
//! One pass over the data edges in topological order. What arrives at a box is what leaves those before it, joined as
//! [`rate`](crate::rate) joins it: every edge carries all that leaves, where ways join the one that has brought most
//! counts, and sources of their own rates add up. Each box is a [queue](super::queue); what leaves it goes on at once, since what a hop takes is
//! counted with the latency. Two things differ from the plain rates: a process that reads from a store takes what is
//! written there as it comes, and a box on a cycle takes what enters the cycle.
//!
//! Beside the events runs a mark: when that which is seen at a box now has entered the board. Where nothing waits that is
//! now; what has waited is so much older.

use board::Role;
use board::graph::{BoxSlot, EdgeLink, Graph};

use super::course::{Course, Leg};
use super::holding::{Held, Holding};
use super::load::Load;
use super::queue::{Excess, Pace, Queued, queue};
use super::{Hit, Spike};
use crate::Readings;
use crate::rate::{capacity, factor_of};
use crate::ways::Ways;

/// What happened at one box.
#[derive(Clone, Debug)]
pub struct Passed {
    /// What has arrived.
    pub arrived: Course,
    /// Units a second that it takes, where it says so.
    pub takes: Option<f64>,
    /// What it did with that.
    pub queued: Queued,
}

/// What happened at every box, and how late each then is.
#[derive(Clone, Debug)]
pub struct Run {
    /// What came in.
    pub load: Load,
    /// Who holds what waits.
    pub holding: Holding,
    pub(super) ways: Ways,
    passed: Vec<Option<Passed>>,
    /// By group: how far what rests or is served there is behind, and how far live events are.
    marks: Vec<Marks>,
}

/// When that which is seen now has entered.
#[derive(Clone, Debug)]
struct Marks {
    rested: Course,
    live: Course,
}

/// Who is hit, and how it runs: by what its pace is multiplied, and what it takes longer for each event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blow {
    /// Which box.
    pub slot: BoxSlot,
    /// What happens to it.
    pub hit: Hit,
    /// Seconds that each event takes longer meanwhile.
    pub longer: f64,
}

impl Run {
    /// Runs the board behind `graph`; nothing where it does not say what comes in. Takes n log n in boxes, edges and the
    /// turns of what flows; a turn comes from a beginning or end of the stress, or from a queue that runs empty.
    pub fn of(
        graph: &Graph<'_>,
        readings: &Readings,
        spike: Option<Spike>,
        blow: Option<Blow>,
    ) -> Option<Self> {
        let load = Load::of(graph, readings, spike)?;
        let ways = Ways::of(graph);
        let mut run = Self {
            load,
            holding: Holding::of(graph, readings, &ways),
            passed: vec![None; graph.box_count()],
            marks: Vec::with_capacity(ways.groups.len()),
            ways,
        };
        let rests = readings.latency_is_of_a_read() || crate::latency::scope_freshness(readings);
        for number in 0..run.ways.groups.len() {
            run.pass(graph, readings, number, blow);
            run.mark(graph, number, blow, rests);
        }
        Some(run)
    }

    /// What happened at the box; nothing where no flow is known to reach it.
    pub fn passed(&self, slot: BoxSlot) -> Option<&Passed> {
        self.passed.get(slot.index()).and_then(Option::as_ref)
    }

    /// How many seconds older than on an ordinary day what is read at the box is.
    pub fn older(&self, slot: BoxSlot) -> Course {
        self.behind(slot, |marks| &marks.rested)
    }

    /// How many seconds later than on an ordinary day live events are at the box.
    pub fn later(&self, slot: BoxSlot) -> Course {
        self.behind(slot, |marks| &marks.live)
    }

    fn behind(&self, slot: BoxSlot, which: impl Fn(&Marks) -> &Course) -> Course {
        let Some(marks) = self.marks.get(self.ways.groups.number(slot)) else {
            return Course::line(0.0, 0.0);
        };
        Course::of(which(marks).legs().iter().map(|leg| Leg {
            at: leg.at,
            value: leg.at - leg.value,
            slope: 1.0 - leg.slope,
        }))
    }

    fn pass(&mut self, graph: &Graph<'_>, readings: &Readings, number: usize, blow: Option<Blow>) {
        let group: Vec<BoxSlot> = self.ways.groups.at(number).to_vec();
        let Some(arrives) = self.arriving(graph, readings, &group, blow) else {
            return;
        };
        for slot in group {
            let node = graph.get_box(slot);
            let takes = node.record.role.is_stage().then(|| {
                let holds = capacity(readings.of_box(slot), node.record.role);
                self.load.in_unit(holds.events, holds.bytes)
            });
            let takes = takes.flatten();
            let pace = Pace {
                takes,
                steps: blow
                    .filter(|blow| blow.slot == slot)
                    .map_or_else(Vec::new, |blow| blow.hit.steps()),
            };
            let excess = match self.holding.held(slot) {
                Held::Waits(keeper) => Excess::Waits(keeper.and_then(|keeper| keeper.keeps)),
                Held::Unsaid => Excess::Waits(None),
                Held::Lesser | Held::Lost => Excess::Goes,
            };
            let queued = queue(&arrives, &pace, excess);
            if let Some(place) = self.passed.get_mut(slot.index()) {
                *place = Some(Passed {
                    arrived: arrives.clone(),
                    takes,
                    queued,
                });
            }
        }
    }

    /// What enters the group from outside, or what it is the entry of.
    fn arriving(
        &self,
        graph: &Graph<'_>,
        readings: &Readings,
        group: &[BoxSlot],
        blow: Option<Blow>,
    ) -> Option<Course> {
        let role = |slot: BoxSlot| graph.get_box(slot).record.role;
        let mut links = self.ways.leading_to(graph, group).peekable();
        if links.peek().is_none() {
            let enters = group
                .iter()
                .any(|slot| matches!(role(*slot), Role::Source | Role::Ingest));
            let first = group.first().copied().filter(|_| enters)?;
            let (course, _) = self.load.entering(graph, readings, first)?;
            // A source that is gone brings nothing.
            let is_gone = |blow: &Blow| blow.slot == first && role(first) == Role::Source;
            return match blow.filter(is_gone) {
                Some(blow) => Some(blow.hit.cut(&course)),
                None => Some(course),
            };
        }
        let (mut sources, mut others) = (Vec::new(), Vec::new());
        for link in links {
            let Some(course) = self.over(graph, readings, link) else {
                continue;
            };
            let is_own =
                role(link.from) == Role::Source && self.load.brought(graph, readings, link.from).is_some();
            if is_own { &mut sources } else { &mut others }.push(course);
        }
        let own: Vec<&Course> = sources.iter().collect();
        let own = (!own.is_empty()).then(|| Course::sum(&own));
        others
            .into_iter()
            .chain(own)
            .reduce(|one, other| one.higher(&other))
    }

    /// What an edge brings.
    fn over(&self, graph: &Graph<'_>, readings: &Readings, link: &EdgeLink<'_>) -> Option<Course> {
        let flows_on = match graph.get_box(link.from).record.role {
            Role::Source | Role::Ingest | Role::Process => true,
            Role::Store => {
                graph.get_box(link.to).record.role == Role::Process && self.ways.counts(graph, link)
            }
            _ => false,
        };
        let passed = self.passed(link.from).filter(|_| flows_on)?;
        let factor = factor_of(readings.of_box(link.from)) * factor_of(readings.of_edge(link.slot));
        Some(passed.queued.out.times(factor))
    }

    /// What is seen at the group is as late as the latest that it is made of, and has waited in each of its boxes.
    fn mark(&mut self, graph: &Graph<'_>, number: usize, blow: Option<Blow>, rests: bool) {
        let group = self.ways.groups.at(number);
        let now = || Course::line(0.0, 1.0);
        let mut marks: Option<Marks> = None;
        for link in self
            .ways
            .leading_to(graph, group)
            .filter(|link| self.ways.counts(graph, link))
        {
            let Some(from) = self.marks.get(self.ways.groups.number(link.from)) else {
                continue;
            };
            marks = Some(match marks {
                None => from.clone(),
                Some(known) => Marks {
                    rested: known.rested.lower(&from.rested),
                    live: known.live.lower(&from.live),
                },
            });
        }
        let mut marks = marks.unwrap_or_else(|| Marks {
            rested: now(),
            live: now(),
        });
        if rests
            && group
                .iter()
                .any(|slot| graph.get_box(*slot).record.role == Role::Store)
        {
            marks.live = now();
        }
        for slot in group {
            let blow = blow.filter(|blow| blow.slot == *slot);
            let waited = match (self.passed(*slot), blow) {
                (Some(passed), _) => Some(passed.queued.since.clone()),
                (None, Some(blow)) => Some(blow.hit.stops()),
                (None, None) => None,
            };
            let waited = waited.filter(|waited| waited.legs() != now().legs());
            if let Some(waited) = waited {
                marks.rested = marks.rested.after(&waited);
                marks.live = marks.live.after(&waited);
            }
            if let Some(blow) = blow.filter(|blow| blow.longer > 0.0) {
                let longer = blow.hit.meanwhile(blow.longer);
                let later = |mark: &Course| Course::sum(&[mark, &longer]);
                marks.live = later(&marks.live);
                marks.rested = later(&marks.rested);
            }
        }
        self.marks.push(marks);
    }
}

impl Hit {
    /// By what the pace of the box is multiplied, each from its second on.
    fn steps(self) -> Vec<(f64, f64)> {
        let mut steps = vec![(0.0, self.pace)];
        steps.extend(self.lasts.map(|lasts| (lasts, 1.0)));
        steps
    }

    /// What comes over it when it stands for itself: nothing meanwhile.
    fn cut(self, course: &Course) -> Course {
        let rate = course.legs().last().map_or(0.0, |leg| leg.slope) * self.pace;
        match self.lasts {
            None => Course::line(0.0, rate),
            Some(lasts) => Course::adding_up(&[
                (0.0, rate),
                (lasts, course.legs().last().map_or(0.0, |leg| leg.slope)),
            ]),
        }
    }

    /// When that which leaves a box with no known flow has arrived: nothing leaves one that stands still.
    fn stops(self) -> Course {
        if self.pace > 0.0 {
            return Course::line(0.0, 1.0);
        }
        let stands = Leg {
            at: 0.0,
            value: 0.0,
            slope: 0.0,
        };
        let again = self.lasts.map(|at| Leg {
            at,
            value: at,
            slope: 1.0,
        });
        Course::of([stands].into_iter().chain(again))
    }

    /// So much less of a mark while it lasts.
    fn meanwhile(self, seconds: f64) -> Course {
        let flat = |at: f64, value: f64| Leg {
            at,
            value,
            slope: 0.0,
        };
        let after = self.lasts.map(|at| flat(at, 0.0));
        Course::of([flat(0.0, -seconds)].into_iter().chain(after))
    }
}
