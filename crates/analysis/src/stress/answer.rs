//! The answer as plain data: ids and base units, for whoever shows it.

use board::{BoxId, EdgeId, Question};
use serde_json::Value;

use super::Savings;
use crate::numbers::text::{Written, record};
use crate::numbers::{Figure, Kept, Listed};

/// Words that stand in the text as they are called here.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $value:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$of])* $value,)+ }

        impl $name {
            /// The word used in files.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }
        }

        impl Written for $name {
            fn to_value(&self) -> Value {
                self.as_str().into()
            }
        }
    )+};
}

words! {
    /// What was asked.
    Kind {
        /// Many times the load.
        Spike = "spike",
        /// A box stands still.
        Outage = "outage",
        /// A box is slow.
        Slow = "slow",
        /// A box is stopped and started again.
        Deploy = "deploy",
        /// Half of what the board costs.
        HalfTheBill = "half-the-bill",
    }
    /// Who says how long it lasts.
    LastsBy {
        /// Who asked.
        Asked = "asked",
        /// The box: it states how long it takes to recover.
        Box = "box",
        /// The failure answer of the scope.
        Scope = "scope",
        /// Nobody: it goes on without end.
        Nobody = "nobody",
    }
    /// What becomes of what a box cannot take.
    Waiting {
        /// It waits where it is kept.
        Kept = "kept",
        /// It waits with whoever sends it, until it is taken.
        Sent = "sent",
        /// The board does not say: it may as well be lost.
        Unsaid = "unsaid",
        /// It is answered with less.
        Lesser = "lesser",
        /// It is refused or dropped.
        Lost = "lost",
    }
    /// What the scope promises.
    Promised {
        /// How long an event takes, in seconds.
        Latency = "latency",
        /// How old data may be, in seconds.
        Freshness = "freshness",
        /// The share of a month of 730 hours.
        Availability = "availability",
        /// In how many seconds the backlog is worked off.
        Recovery = "recovery",
        /// How many seconds of data may be lost.
        Loss = "loss",
        /// How far back it can be replayed, in seconds.
        Replay = "replay",
    }
    /// How somebody is served meanwhile.
    Served {
        /// Not at all.
        Nothing = "nothing",
        /// With less: a fallback on the way answers.
        Less = "less",
        /// With what was there before.
        Old = "old",
    }
    /// What becomes of what is under way in a box that stops.
    Fate {
        /// It is finished first.
        Finished = "finished",
        /// It is read again from where it is kept.
        Again = "again",
        /// It is lost.
        Lost = "lost",
        /// The board does not say.
        Unsaid = "unsaid",
    }
}

record! {
    /// What happens, what breaks and what the board does not say.
    Answer {
        /// What was asked.
        kind: Kind,
        /// The box that it happens to.
        at: Option<BoxId>,
        /// How many times the load, or how many times as slow.
        factor: Option<f64>,
        /// How many seconds it lasts; nothing where it does not end.
        lasts: Option<f64>,
        /// Who says so.
        lasts_by: LastsBy,
        /// Amounts are bytes; otherwise events.
        in_bytes: bool,
        /// What comes in a second on an ordinary day.
        usual: Figure,
        /// What comes in a second meanwhile.
        during: Figure,
        /// Where something waits or is turned away, most of it first.
        buffers: Listed<Buffer>,
        /// Every promise of the scope that this touches, the broken ones first.
        promises: Listed<Promise>,
        /// Who is served less than before.
        readers: Listed<Reader>,
        /// What is under way in a box that stops.
        in_flight: Option<InFlight>,
        /// How far back the boxes concerned can replay.
        replay: Listed<Kept>,
        /// How to save half.
        savings: Option<Savings>,
        /// What the board does not say, and the words that would.
        open: Listed<Open>,
    }
    /// What waits before a box.
    Buffer {
        /// The box that cannot take it.
        at: BoxId,
        /// What becomes of it.
        waiting: Waiting,
        /// Who keeps it, where somebody is known to.
        by: Option<BoxId>,
        /// For how many seconds.
        keeps: Figure,
        /// What the box takes a second.
        takes: Figure,
        /// What arrives a second at the most.
        comes: f64,
        /// How much waits: corners of a straight course.
        backlog: Listed<Corner>,
        /// By how much it goes on growing a second behind the last corner, where it does.
        grows: Option<f64>,
        /// The most that waits; nothing where it grows without end.
        most: Option<f64>,
        /// The second from which on nothing waits any more; nothing where that never comes.
        drained: Option<f64>,
        /// The longest that something waits, in seconds; nothing where that grows without end.
        oldest: Option<f64>,
        /// How much is lost, or answered with less; nothing where that goes on without end.
        gone: Option<f64>,
        /// The second from which on.
        gone_from: Option<f64>,
        /// That much comes here; otherwise it is the most that can.
        sure: bool,
    }
    /// A corner of a course.
    Corner {
        /// Seconds since the beginning.
        at: f64,
        /// The value.
        value: f64,
    }
    /// A promise of the scope, and whether it holds.
    Promise {
        /// Which.
        kind: Promised,
        /// For whom, or by which box.
        at: Option<BoxId>,
        /// What is asked.
        asked: f64,
        /// The worst that it comes to; nothing where that goes on without end.
        worst: Option<f64>,
        /// When it is broken; empty where it holds.
        broken: Listed<Stretch>,
        /// Some box on the way does not state its part, so that it is at least that bad.
        at_least: bool,
    }
    /// A stretch of time.
    Stretch {
        /// Seconds since the beginning.
        from: f64,
        /// Where it ends; nothing where it does not.
        until: Option<f64>,
    }
    /// Somebody who is served less than before.
    Reader {
        /// Who.
        at: BoxId,
        /// How they are served.
        served: Served,
        /// By what, where a fallback answers.
        by: Option<BoxId>,
    }
    /// What is under way in a box that stops.
    InFlight {
        /// How much that is.
        amount: Figure,
        /// What becomes of it.
        fate: Fate,
        /// From where it is read again.
        from: Option<BoxId>,
        /// How much is worked on again, since the last checkpoint.
        again: Figure,
        /// Repeats have no effect; otherwise some take effect twice.
        once: bool,
    }
    /// Something that the board does not say.
    Open {
        /// Where it belongs.
        at: Spot,
        /// The words to write, with a blank for the figure.
        write: String,
        /// What they would tell.
        tells: String,
    }
}

/// Where something belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Beside a box.
    Box(BoxId),
    /// Beside an edge.
    Edge(EdgeId),
    /// In an answer of the scope.
    Answer(Question),
}

impl Written for Spot {
    fn to_value(&self) -> Value {
        use crate::numbers::text::object;
        match self {
            Self::Box(id) => object([("box", id.as_str().into())]),
            Self::Edge(id) => object([("edge", id.as_str().into())]),
            Self::Answer(question) => object([("answer", question.as_str().into())]),
        }
    }
}

impl Answer {
    /// Nothing but what was asked.
    pub(super) fn empty(kind: Kind) -> Self {
        Self {
            kind,
            at: None,
            factor: None,
            lasts: None,
            lasts_by: LastsBy::Nobody,
            in_bytes: false,
            usual: Figure::Open,
            during: Figure::Open,
            buffers: Listed::default(),
            promises: Listed::default(),
            readers: Listed::default(),
            in_flight: None,
            replay: Listed::default(),
            savings: None,
            open: Listed::default(),
        }
    }

    /// All of it as one line of JSON; the fields are called as they are here.
    pub fn write(&self) -> String {
        self.to_value().to_string()
    }

    /// A promise is broken at some time.
    pub fn breaks(&self) -> bool {
        self.promises
            .rows
            .iter()
            .any(|promise| !promise.broken.is_empty())
    }
}
