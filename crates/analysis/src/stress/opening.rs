//! What the board does not say, and the words that would: figures stay blank, since nobody else knows them.

use board::graph::{BoxSlot, Graph};
use board::{BoxId, Question, Role};
use quantity::spoken;

use super::Savings;
use super::answer::{Buffer, Fate, InFlight, Kind, Open, Spot, Waiting};
use super::asking::Scene;
use super::breaking::Breaking;
use crate::rate::Demand;

impl Scene<'_, '_> {
    /// What the board does not say, what tells most first.
    pub(super) fn open(
        &self,
        buffers: &[Buffer],
        breaking: &Breaking,
        in_flight: Option<&InFlight>,
    ) -> Vec<Open> {
        let mut open = Vec::new();
        self.open_duration(&mut open);
        for buffer in buffers {
            self.open_buffer(buffer, &mut open);
        }
        self.open_paces(buffers, &mut open);
        if let Some(fate) = in_flight.map(|in_flight| in_flight.fate) {
            self.open_in_flight(fate, &mut open);
        }
        for edge in &breaking.helpless {
            let link = self.graph.edge(*edge);
            open.push(Open {
                at: Spot::Edge(link.id.clone()),
                write: "timeout ? ms, fallback to ?".to_owned(),
                tells: format!(
                    "what {} does without {}",
                    self.called(link.to),
                    self.called(link.from)
                ),
            });
        }
        for question in breaking.has_none(self) {
            open.push(answer(question));
        }
        if self.run.load.usual.is_some() && Demand::of(self.readings).peak_only {
            open.push(Open {
                at: Spot::Answer(Question::Volume),
                write: format!("? {} average", self.unit()),
                tells: "what comes on an ordinary day: the peak stands for it here".to_owned(),
            });
        }
        open
    }

    fn open_duration(&self, open: &mut Vec<Open>) {
        if self.lasts.is_some() {
            return;
        }
        let (at, write, tells) = match self.kind {
            Kind::Outage => (
                Spot::Answer(Question::Failure),
                "RTO ? min",
                "how long it may last",
            ),
            Kind::Deploy => match self.blow {
                Some(blow) => (
                    Spot::Box(self.id(blow.slot)),
                    "restarts in ? s",
                    "how long a deploy takes",
                ),
                None => return,
            },
            Kind::Spike => (
                Spot::Answer(Question::Volume),
                "spike for ? min",
                "how long it lasts",
            ),
            Kind::Slow | Kind::HalfTheBill => return,
        };
        open.push(Open {
            at,
            write: write.to_owned(),
            tells: tells.to_owned(),
        });
    }

    fn open_buffer(&self, buffer: &Buffer, open: &mut Vec<Open>) {
        let at = || Spot::Box(buffer.at.clone());
        if buffer.waiting == Waiting::Unsaid {
            open.push(Open {
                at: at(),
                write: "at-least-once, or load shedding".to_owned(),
                tells: format!(
                    "whether what {} cannot take is held or lost",
                    self.label(&buffer.at)
                ),
            });
        }
        if let (Waiting::Kept, true, Some(by)) = (buffer.waiting, buffer.keeps.is_open(), &buffer.by) {
            open.push(Open {
                at: Spot::Box(by.clone()),
                write: "keep ? h".to_owned(),
                tells: format!("how long what waits for {} is kept", self.label(&buffer.at)),
            });
        }
        if buffer.takes.is_open() {
            open.push(Open {
                at: at(),
                write: format!("? {}", self.unit()),
                tells: format!("how fast {} catches up", self.label(&buffer.at)),
            });
        }
    }

    /// The stages that the flow passes and that do not say what they take.
    fn open_paces(&self, buffers: &[Buffer], open: &mut Vec<Open>) {
        let said = |slot: BoxSlot| {
            buffers
                .iter()
                .any(|buffer| *self.graph.get_box(slot).id == buffer.at)
        };
        for node in self.graph.boxes() {
            let works = matches!(node.record.role, Role::Ingest | Role::Process);
            let Some(passed) = self.run.passed(node.slot).filter(|_| works) else {
                continue;
            };
            if passed.takes.is_some() || said(node.slot) {
                continue;
            }
            let comes = passed.arrived.steepest();
            open.push(Open {
                at: Spot::Box(node.id.clone()),
                write: format!("? {}", self.unit()),
                tells: format!(
                    "whether {} takes the {} that come",
                    self.called(node.slot),
                    self.rate(comes)
                ),
            });
        }
    }

    fn open_in_flight(&self, fate: Fate, open: &mut Vec<Open>) {
        let Some(slot) = self.stands().filter(|_| fate == Fate::Unsaid) else {
            return;
        };
        let write = match self.graph.get_box(slot).record.role {
            Role::Process => "checkpoint every ? s",
            Role::Serve => "graceful shutdown",
            _ => "at-least-once",
        };
        open.push(Open {
            at: Spot::Box(self.id(slot)),
            write: write.to_owned(),
            tells: format!("what becomes of the events under way in {}", self.called(slot)),
        });
    }

    fn called(&self, slot: BoxSlot) -> String {
        called(self.graph, slot)
    }

    fn label(&self, id: &BoxId) -> String {
        let slot = self.graph.slot(id);
        slot.map_or_else(|| id.to_string(), |slot| self.called(slot))
    }

    fn unit(&self) -> &'static str {
        if self.run.load.in_bytes { "MB/s" } else { "ev/s" }
    }

    fn rate(&self, rate: f64) -> String {
        match self.run.load.in_bytes {
            true => spoken::bytes(rate),
            false => spoken::events(rate),
        }
    }
}

/// The boxes whose cost is not known.
pub(super) fn of_costs(graph: &Graph<'_>, savings: &Savings) -> Vec<Open> {
    let unstated = savings.unstated.rows.iter();
    let open = unstated.filter_map(|id| {
        let slot = graph.slot(id)?;
        Some(Open {
            at: Spot::Box(id.clone()),
            write: "$?k/mo".to_owned(),
            tells: format!("what {} costs", called(graph, slot)),
        })
    });
    open.collect()
}

fn answer(question: Question) -> Open {
    let (write, tells) = match question {
        Question::Latency => ("p99 ≤ ? ms", "when events come too late"),
        Question::Freshness => ("stale by at most ? min", "when what is read is too old"),
        Question::Availability => ("99.? %", "how long it may be down"),
        _ => (
            "RTO ? min, ?-day replay",
            "how soon it has to catch up, and from how far back",
        ),
    };
    Open {
        at: Spot::Answer(question),
        write: write.to_owned(),
        tells: tells.to_owned(),
    }
}

fn called(graph: &Graph<'_>, slot: BoxSlot) -> String {
    let node = graph.get_box(slot);
    match node.record.label.trim() {
        "" => node.id.to_string(),
        label => label.to_owned(),
    }
}

/// What to write first where the board does not say what comes in.
pub fn first_words() -> [Open; 2] {
    [
        Open {
            at: Spot::Answer(Question::Volume),
            write: "? ev/s average, ? ev/s peak".to_owned(),
            tells: "what comes in".to_owned(),
        },
        Open {
            at: Spot::Answer(Question::Failure),
            write: "RTO ? min, ?-day replay".to_owned(),
            tells: "how soon it has to recover".to_owned(),
        },
    ]
}
