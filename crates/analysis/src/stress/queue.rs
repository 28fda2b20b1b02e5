//! One box as a queue: what arrives, what it takes, and what becomes of the rest.
//!
//! Between two moments at which something turns (the arrivals, the pace, an empty queue, the oldest event being too old)
//! everything runs straight, so the queue goes from one such moment to the next. Nothing is stepped.

use super::course::{Course, Leg};

/// What becomes of the events that a box cannot take at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Excess {
    /// They wait, at most so many seconds; then they are lost. Nothing where nothing bounds it.
    Waits(Option<f64>),
    /// They are gone at once.
    Goes,
}

/// How much a box takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// Units a second; nothing where it does not say, and then all that comes.
    pub takes: Option<f64>,
    /// By what that is multiplied, each from its second on; 0 where it stands still.
    pub steps: Vec<(f64, f64)>,
}

/// What a queue did.
#[derive(Clone, Debug, PartialEq)]
pub struct Queued {
    /// What has left it.
    pub out: Course,
    /// What waits.
    pub backlog: Course,
    /// What was lost, or turned away.
    pub gone: Course,
    /// When that which leaves now has arrived.
    pub since: Course,
}

/// At most so many turns; a queue with more is left as it stands then, so that no input takes for ever.
const MOST_TURNS: usize = 20_000;

/// What the last digits of a sum may be off, as a share of it.
const ROUNDING: f64 = 1e-9;

/// Lets what `arrives` pass a box of this `pace`. Takes time linear in the corners of both.
pub fn queue(arrives: &Course, pace: &Pace, excess: Excess) -> Queued {
    let mut queue = Queue::new(arrives, pace, excess);
    for _ in 0..MOST_TURNS {
        queue.turn();
        let next = queue.next();
        if next == f64::INFINITY {
            break;
        }
        queue.run(next);
    }
    queue.done()
}

#[derive(Clone, Copy, Debug)]
struct Turn {
    at: f64,
    out: f64,
    takes: f64,
    backlog: f64,
    grows: f64,
    gone: f64,
    goes: f64,
    waits: bool,
}

struct Queue<'c> {
    arrives: &'c Course,
    steps: &'c [(f64, f64)],
    takes: Option<f64>,
    excess: Excess,
    at: f64,
    /// The legs of the arrivals that have begun: now, and as long ago as events may wait.
    here: usize,
    old: usize,
    step: usize,
    out: f64,
    backlog: f64,
    gone: f64,
    /// How many more left than came as long ago as events may wait.
    ahead: f64,
    turns: Vec<Turn>,
    /// What comes to an end next by itself.
    runs_out: f64,
    grows_old: f64,
}

impl<'c> Queue<'c> {
    fn new(arrives: &'c Course, pace: &'c Pace, excess: Excess) -> Self {
        Self {
            arrives,
            steps: &pace.steps,
            takes: pace.takes,
            excess,
            at: 0.0,
            here: 0,
            old: 0,
            step: 0,
            out: 0.0,
            backlog: 0.0,
            gone: 0.0,
            ahead: 0.0,
            turns: Vec::new(),
            runs_out: f64::INFINITY,
            grows_old: f64::INFINITY,
        }
    }

    fn may_wait(&self) -> f64 {
        match self.excess {
            Excess::Waits(Some(seconds)) => seconds,
            Excess::Waits(None) => f64::INFINITY,
            Excess::Goes => 0.0,
        }
    }

    fn leg(&self, begun: usize) -> Leg {
        let nothing = Leg {
            at: 0.0,
            value: 0.0,
            slope: 0.0,
        };
        let begun = begun
            .checked_sub(1)
            .and_then(|last| self.arrives.legs().get(last));
        begun.copied().unwrap_or(nothing)
    }

    /// Begins what begins now, and writes down how things go on.
    fn turn(&mut self) {
        while self.steps.get(self.step).is_some_and(|(at, _)| *at <= self.at) {
            self.step += 1;
        }
        let mut burst = 0.0;
        while let Some(leg) = self.arrives.legs().get(self.here).filter(|leg| leg.at <= self.at) {
            burst += leg.value - self.leg(self.here).value_at(leg.at);
            self.here += 1;
        }
        if burst > self.leg(self.here).value * 1e-12 {
            self.backlog += burst;
        }
        while let Some(leg) = self.arrives.legs().get(self.old) {
            if leg.at + self.may_wait() > self.at {
                break;
            }
            self.ahead -= leg.value - self.leg(self.old).value_at(leg.at);
            self.old += 1;
        }
        self.go_on();
    }

    fn takes(&self) -> f64 {
        let factor = self.step.checked_sub(1).and_then(|last| self.steps.get(last));
        let factor = factor.map_or(1.0, |(_, factor)| *factor);
        match self.takes {
            _ if factor == 0.0 => 0.0,
            Some(takes) => takes * factor,
            None => f64::INFINITY,
        }
    }

    fn go_on(&mut self) {
        let takes = self.takes();
        let comes = self.leg(self.here).slope;
        if takes == f64::INFINITY {
            self.out += self.backlog;
            self.ahead += self.backlog;
            self.backlog = 0.0;
        }
        if self.excess == Excess::Goes {
            self.gone += self.backlog;
            self.backlog = 0.0;
        }
        let waits = self.backlog > 0.0 || comes > takes;
        let leaves = if waits { takes } else { comes };
        let mut goes = if self.excess == Excess::Goes {
            comes - leaves
        } else {
            0.0
        };
        self.grows_old = f64::INFINITY;
        if waits && self.may_wait() < f64::INFINITY && self.excess != Excess::Goes {
            goes = self.expire(leaves);
        }
        let grows = comes - leaves - goes;
        self.runs_out = f64::INFINITY;
        if waits && grows < 0.0 {
            self.runs_out = self.at + self.backlog / -grows;
        }
        self.turns.push(Turn {
            at: self.at,
            out: self.out,
            takes: leaves,
            backlog: self.backlog,
            grows,
            gone: self.gone,
            goes,
            waits,
        });
    }

    /// What is too old goes; gives how much does so a second.
    fn expire(&mut self, leaves: f64) -> f64 {
        let came = self.leg(self.old).slope;
        // The last digits of a sum are no events.
        if self.ahead.abs() <= self.out * ROUNDING {
            self.ahead = 0.0;
        }
        if self.ahead < 0.0 {
            let too_old = (-self.ahead).min(self.backlog);
            self.gone += too_old;
            self.backlog -= too_old;
            self.ahead = 0.0;
        }
        if came <= leaves {
            return 0.0;
        }
        if self.ahead > 0.0 {
            self.grows_old = self.at + self.ahead / (came - leaves);
            return 0.0;
        }
        came - leaves
    }

    /// When something turns next.
    fn next(&self) -> f64 {
        let arrives = self.arrives.legs().get(self.here).map(|leg| leg.at);
        let old = self
            .arrives
            .legs()
            .get(self.old)
            .map(|leg| leg.at + self.may_wait());
        let step = self.steps.get(self.step).map(|(at, _)| *at);
        let turns = [arrives, old, step, Some(self.runs_out), Some(self.grows_old)];
        let next = turns.into_iter().flatten().fold(f64::INFINITY, f64::min);
        // What is due at once has been done by turning; time only goes on.
        if next > self.at { next } else { self.at.next_up() }
    }

    fn run(&mut self, next: f64) {
        let Some(turn) = self.turns.last().copied() else {
            return;
        };
        let seconds = next - self.at;
        self.out += turn.takes * seconds;
        self.gone += turn.goes * seconds;
        self.ahead += (turn.takes + turn.goes - self.leg(self.old).slope) * seconds;
        if self.grows_old <= next {
            self.ahead = 0.0;
        }
        self.backlog = if self.runs_out <= next {
            0.0
        } else {
            (self.backlog + turn.grows * seconds).max(0.0)
        };
        self.at = next;
    }

    fn done(self) -> Queued {
        let course = |leg: fn(&Turn) -> (f64, f64)| {
            Course::of(self.turns.iter().map(|turn| {
                let (value, slope) = leg(turn);
                Leg {
                    at: turn.at,
                    value,
                    slope,
                }
            }))
        };
        Queued {
            out: course(|turn| (turn.out, turn.takes)),
            backlog: course(|turn| (turn.backlog, turn.grows)),
            gone: course(|turn| (turn.gone, turn.goes)),
            since: since(self.arrives, &self.turns),
        }
    }
}

/// When that which leaves at each moment has arrived.
fn since(arrives: &Course, turns: &[Turn]) -> Course {
    let mut legs = Vec::new();
    let mut place = 0;
    let ends = turns.iter().skip(1).map(|turn| turn.at).chain([f64::INFINITY]);
    for (turn, ends) in turns.iter().zip(ends) {
        if !turn.waits {
            let (at, value, slope) = (turn.at, turn.at, 1.0);
            legs.push(Leg { at, value, slope });
            continue;
        }
        let (head, speed) = (turn.out + turn.gone, turn.takes + turn.goes);
        let mut at = turn.at;
        loop {
            let now = head + speed * (at - turn.at);
            place = skip(arrives, place, now);
            let Some(leg) = arrives.legs().get(place) else {
                break;
            };
            // Before a burst is through, what leaves came with it.
            let (value, slope, until) = match now < leg.value - now.abs() * ROUNDING {
                true => (leg.at, 0.0, leg.value),
                false => {
                    let end = arrives
                        .legs()
                        .get(place + 1)
                        .map_or(f64::INFINITY, |next| leg.value_at(next.at));
                    let ago = if leg.slope > 0.0 {
                        (now - leg.value).max(0.0) / leg.slope
                    } else {
                        0.0
                    };
                    let slope = if leg.slope > 0.0 { speed / leg.slope } else { 0.0 };
                    (leg.at + ago, slope, end)
                }
            };
            let value = value.min(at);
            legs.push(Leg { at, value, slope });
            let then = turn.at + (until - head) / speed;
            if !(then > at && then < ends) {
                break;
            }
            at = then;
        }
    }
    Course::of(legs)
}

/// The leg of the arrivals that the event number `now` came with.
fn skip(arrives: &Course, mut place: usize, now: f64) -> usize {
    let slack = now.abs() * ROUNDING;
    while let (Some(leg), Some(next)) = (arrives.legs().get(place), arrives.legs().get(place + 1)) {
        if now + slack < leg.value_at(next.at) {
            break;
        }
        place += 1;
    }
    place
}
