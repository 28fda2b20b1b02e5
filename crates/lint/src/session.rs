//! When what was done: the part of the journal that rules on the session look at.

use board::journal::Entry;
use board::{Question, RecordId};

/// One minute in milliseconds.
pub(crate) const MINUTE: u64 = 60_000;
/// How long an interview takes, in milliseconds.
pub(crate) const INTERVIEW: u64 = 45 * MINUTE;
/// When the last five minutes begin, in milliseconds.
pub(crate) const LAST_MINUTES: u64 = 40 * MINUTE;
/// A log that is longer is of somebody who works on a board, and not of an interview.
const LONGEST: u64 = 120 * MINUTE;

/// What was done at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A scoping question was answered.
    Answered(Question),
    /// Boxes or edges were drawn or changed.
    Drew,
    /// The wrap-up was written.
    WrappedUp,
}

/// A deed with its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since the session began.
    pub at_ms: u64,
    /// What was done.
    pub deed: Deed,
}

/// The moments of a session, oldest first; none where nobody kept a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The moments, oldest first.
    pub moments: Vec<Moment>,
}

impl Session {
    /// What the journal `log` says, in time linear in its records.
    pub fn of(log: &[Entry]) -> Self {
        let mut session = Self::default();
        for entry in log {
            session.note(entry);
        }
        session
    }

    /// Notes one more entry, of which the time is not before the last.
    pub fn note(&mut self, entry: &Entry) {
        let answered = entry.edit.changes().map(|(id, _)| id).find_map(|id| match id {
            RecordId::Answer(question) => Some(Deed::Answered(*question)),
            _ => None,
        });
        let drew = || {
            let mut records = entry.edit.changes().map(|(id, _)| id);
            records.any(|id| matches!(id, RecordId::Box(_) | RecordId::Edge(_)))
        };
        let wrapped_up = || {
            entry
                .edit
                .changes()
                .map(|(id, _)| id)
                .any(|id| *id == RecordId::Wrap)
        };
        // An entry that sets a whole board, as opening a file does, is a start and no deed.
        let deed = match (answered, drew(), wrapped_up()) {
            (Some(_), true, _) | (_, true, true) => None,
            (Some(deed), ..) => Some(deed),
            (None, true, _) => Some(Deed::Drew),
            (None, _, true) => Some(Deed::WrappedUp),
            (None, false, false) => None,
        };
        let at_ms = entry.at_ms;
        self.moments.extend(deed.map(|deed| Moment { at_ms, deed }));
    }

    /// When that was done for the first time, in milliseconds.
    pub(crate) fn first(&self, is: impl Fn(Deed) -> bool) -> Option<u64> {
        let mut moments = self.moments.iter();
        moments.find(|moment| is(moment.deed)).map(|moment| moment.at_ms)
    }

    /// It is the log of an interview, in which a board of so many boxes was drawn from the first to the last.
    pub(crate) fn is_interview(&self, boxes: usize) -> bool {
        self.length_ms() <= LONGEST && self.drew(boxes.max(1))
    }

    /// Something was drawn so many times at least: a board that was opened or pasted was not drawn here.
    pub(crate) fn drew(&self, times: usize) -> bool {
        let drew = self.moments.iter().filter(|moment| moment.deed == Deed::Drew);
        drew.take(times).count() >= times
    }

    /// The time of the last moment, in milliseconds.
    pub fn length_ms(&self) -> u64 {
        self.moments.last().map_or(0, |moment| moment.at_ms)
    }
}
