//! The records that a board is made of: boxes, edges and what stands beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use geometry::{Page, Point, Rect, Size};
use serde_json::Value;
use sorted::Map;

use crate::words::vocabulary;
use crate::{
    Answer, BoxId, Date, EdgeId, EdgeRecord, FrameId, FrameRecord, Hold, NoteId, NoteRecord, PinId, Question,
    StrokeId, StrokeRecord,
};

vocabulary! {
    /// What a box is for. Source and consumer are outside the design, govern and observe stand beside the flow.
    Role ("role") {
        /// A person or system outside that produces data.
        Source = "source",
        /// Takes data in.
        Ingest = "ingest",
        /// Changes data.
        Process = "process",
        /// Keeps data.
        Store = "store",
        /// Answers reads.
        Serve = "serve",
        /// A person or system outside that uses data.
        Consumer = "consumer",
        /// Catalogue, access control, lineage.
        Govern = "govern",
        /// Metrics, alerts.
        Observe = "observe",
    }
}

impl Role {
    /// Ingest, process, store or serve: a stage of the design that data flows through.
    pub fn is_stage(self) -> bool {
        matches!(self, Self::Ingest | Self::Process | Self::Store | Self::Serve)
    }

    /// Source or consumer: outside the design.
    pub fn is_outside(self) -> bool {
        matches!(self, Self::Source | Self::Consumer)
    }
}

vocabulary! {
    /// The interview track that a board is judged under.
    Track ("track") {
        /// Judged on structure, numbers and failure.
        DataEngineer = "data-engineer",
        /// Judged on user, impact and trade-off.
        ProductManager = "product-manager",
    }
}

vocabulary! {
    /// What a coach's pin is.
    PinKind ("pin kind") {
        /// Wants an answer.
        Question = "question",
        /// Something done well.
        Praise = "praise",
        /// Something to mend.
        Fault = "fault",
        /// Anything else.
        Note = "note",
    }
}

/// Fields under `x-` keys: kept as they came, never read.
pub type Extras = BTreeMap<String, Value>;

/// In place of a component's id: a person says that the box is none of those that are known, whatever its label names.
pub const NO_COMPONENT: &str = "none";

/// A component on the board.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxRecord {
    /// What it is for.
    pub role: Role,
    /// What it is called.
    pub label: String,
    /// The catalogue's id where a person chose it, or [`NO_COMPONENT`]; otherwise it is recognised from the label.
    pub component: Option<String>,
    /// The text beside the box; quantities are read from it.
    pub constraints: String,
    /// The scoping answers that ask for this box.
    pub because: Because,
    /// The alternatives considered.
    pub rejected: Vec<Rejected>,
    /// The team that answers for it; empty for nobody.
    pub owner: String,
    /// Top left corner.
    pub at: Point<Page>,
    /// Width and height.
    pub size: Size,
    /// Its group, and whether it is locked.
    pub hold: Hold,
    /// Place in the file and in the pile: higher is nearer to the eye.
    pub order: u32,
    /// Fields under `x-` keys.
    pub extras: Extras,
}

impl BoxRecord {
    /// The size of a box that nobody resized.
    pub const DEFAULT_SIZE: Size = Size::new(176.0, 96.0);

    /// An empty box of `role` at `at`.
    pub fn new(role: Role, at: Point<Page>) -> Self {
        Self {
            role,
            label: String::new(),
            component: None,
            constraints: String::new(),
            because: Because::default(),
            rejected: Vec::new(),
            owner: String::new(),
            at,
            size: Self::DEFAULT_SIZE,
            hold: Hold::default(),
            order: 0,
            extras: Extras::new(),
        }
    }

    /// The area it covers.
    pub fn rect(&self) -> Rect<Page> {
        Rect::new(self.at, self.size)
    }
}

/// The scoping answers that ask for something, and a few words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Because {
    /// The questions whose answers ask for it.
    pub answers: Vec<Question>,
    /// A few words.
    pub text: String,
}

/// An alternative that was considered.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rejected {
    /// What was considered.
    pub option: String,
    /// Why not.
    pub why: String,
}

/// Title, track and prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The board's title.
    pub title: String,
    /// The track that it is judged under.
    pub track: Track,
    /// The prompt's id, where it answers one.
    pub prompt: Option<String>,
}

impl Default for Brief {
    fn default() -> Self {
        Self {
            title: String::new(),
            track: Track::DataEngineer,
            prompt: None,
        }
    }
}

/// The last five minutes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Wrap {
    /// The design in one sentence.
    pub summary: String,
    /// Two or three features to build first.
    pub mvp: Vec<String>,
    /// The one major risk.
    pub risk: Risk,
    /// What was chosen over what.
    pub tradeoffs: Vec<Tradeoff>,
    /// What was left out on purpose.
    pub left_out: Vec<String>,
}

/// A risk with its mitigation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Risk {
    /// What may go wrong.
    pub what: String,
    /// What is done about it.
    pub mitigation: String,
}

/// A choice with its price.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tradeoff {
    /// What was chosen.
    pub chose: String,
    /// What it was chosen over.
    pub over: String,
    /// What it costs, with a number.
    pub cost: String,
    /// What it brings to the business.
    pub impact: String,
}

/// A finding set aside on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The rule's code or name.
    pub rule: String,
    /// The id of the box, edge or question; none for the whole board.
    pub on: Option<String>,
    /// Why: never empty.
    pub why: String,
    /// The last day on which it holds; none where it holds for good.
    pub until: Option<Date>,
}

/// A coach's remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The id of the box or edge, where it is pinned to one.
    pub on: Option<String>,
    /// The spot, where it is pinned to one.
    pub at: Option<Point<Page>>,
    /// What it is.
    pub kind: PinKind,
    /// The remark.
    pub text: String,
    /// Who made it.
    pub by: String,
}

/// Marks given by a coach and by the candidate, each by the id of what is marked.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Score {
    /// The coach's marks.
    pub rubric: Map<String, f64>,
    /// The candidate's own.
    pub own: Map<String, f64>,
}

/// The id of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// Title, track and prompt.
    Brief,
    /// One answer.
    Answer(Question),
    /// One box.
    Box(BoxId),
    /// One edge.
    Edge(EdgeId),
    /// The wrap-up.
    Wrap,
    /// All allows.
    Allows,
    /// One pin.
    Pin(PinId),
    /// One note.
    Note(NoteId),
    /// One frame.
    Frame(FrameId),
    /// One stroke.
    Stroke(StrokeId),
    /// All marks.
    Score,
    /// The board's own `x-` fields.
    Extras,
}

/// A record of any kind, cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// Title, track and prompt.
    Brief(Arc<Brief>),
    /// One answer.
    Answer(Arc<Answer>),
    /// One box.
    Box(Arc<BoxRecord>),
    /// One edge.
    Edge(Arc<EdgeRecord>),
    /// The wrap-up.
    Wrap(Arc<Wrap>),
    /// All allows.
    Allows(Arc<Vec<Allow>>),
    /// One pin.
    Pin(Arc<Pin>),
    /// One note.
    Note(Arc<NoteRecord>),
    /// One frame.
    Frame(Arc<FrameRecord>),
    /// One stroke.
    Stroke(Arc<StrokeRecord>),
    /// All marks.
    Score(Arc<Score>),
    /// The board's own `x-` fields.
    Extras(Arc<Extras>),
}

macro_rules! conversions {
    ($($value:ident: $of:ty, $into:ident;)+) => {
        impl Record {
            $(pub(crate) fn $into(self) -> Option<Arc<$of>> {
                match self { Self::$value(record) => Some(record), _ => None }
            })+
        }
        $(impl From<$of> for Record {
            fn from(record: $of) -> Self {
                Self::$value(Arc::new(record))
            }
        })+
    };
}

conversions! {
    Brief: Brief, into_brief;
    Answer: Answer, into_answer;
    Box: BoxRecord, into_box;
    Edge: EdgeRecord, into_edge;
    Wrap: Wrap, into_wrap;
    Allows: Vec<Allow>, into_allows;
    Pin: Pin, into_pin;
    Note: NoteRecord, into_note;
    Frame: FrameRecord, into_frame;
    Stroke: StrokeRecord, into_stroke;
    Score: Score, into_score;
    Extras: Extras, into_extras;
}
