//! Intents with a name: what a button, a key or the palette asks of the editor.

use board::{
    AnswerStatus, Because, Board, BoxId, Brief, EdgeId, EdgeKind, Edit, NoteLook, Question, RecordId,
    Rejected, Role, Track, Wrap,
};
use geometry::{Page, Point, Vector};

use crate::{Alignment, Axis, Direction, Field, Item};

/// One of the two ends of an edge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EdgeEnd {
    /// Where it starts.
    Start,
    /// Where it points.
    End,
}

/// One intent. Those without an id act on the selection.
#[derive(Clone, Debug)]
pub enum Command {
    /// A new box, selected, with its label being edited. Without a place: at the pointer if nothing is selected,
    /// else to the right of the selected box.
    PlaceBox {
        /// What it is for.
        role: Role,
        /// Its centre.
        at: Option<Point<Page>>,
    },
    /// A new note whose text is being written, where the pointer is or beside what is selected.
    PlaceNote {
        /// How it looks.
        look: NoteLook,
    },
    /// A frame around what is selected; where nothing is, one that is drawn next.
    Frame,
    /// Makes one group of what is selected: a click selects all of it, a second one reaches in.
    Group,
    /// Takes the groups of what is selected apart.
    Ungroup,
    /// Locks what is selected against gestures; unlocks it where all of it is locked.
    Lock,
    /// Lays all boxes into titled lanes.
    Lanes(LanesBy),
    /// Takes the pen in hand; every drag draws a line until Escape.
    Draw,
    /// Takes the laser pointer in hand: every drag leaves a trail that fades.
    Point,
    /// The next box after the selected one, joined.
    AddDownstream,
    /// The box before the selected one, joined.
    AddUpstream,
    /// The next box after the selected one, joined, on this side of it; to the left is the one before.
    AddToward(Direction),
    /// Where the selected box's bad events go: a dead letter or quarantine store with a failure edge.
    AddFailurePath,
    /// An edge between two boxes.
    Join {
        /// Where it starts.
        from: BoxId,
        /// Where it points.
        to: BoxId,
        /// What travels.
        kind: EdgeKind,
    },
    /// An edge from the selected box to this one, of the kind that is usual between their roles.
    JoinTo(BoxId),
    /// Asks the outside which box is meant.
    PickBox(Pick),
    /// Joining by key: arrows, Tab or letters choose the other box, Enter joins.
    StartJoining,
    /// Moving an end of the selected edge by key, in the same way.
    StartMovingEnd(EdgeEnd),
    /// Moves an end of an edge to another box.
    MoveEnd {
        /// The edge.
        of: EdgeId,
        /// Which end.
        end: EdgeEnd,
        /// The box that it shall be at.
        to: BoxId,
    },
    /// Asks the outside for tidy places of the selected boxes, or of all where fewer than two are selected.
    Tidy,
    /// Shows these places for boxes, for a person to take or to leave.
    ShowTidied(Vec<(BoxId, Point<Page>)>),
    /// Moves what is selected.
    Move {
        /// By how much.
        by: Vector<Page>,
    },
    /// Moves what is selected by one step of the grid, or ten.
    Nudge {
        /// Whither.
        toward: Direction,
        /// Ten steps.
        far: bool,
    },
    /// Makes what is selected larger or smaller by one step of the grid, its upper left corner where it is.
    Stretch {
        /// Right for wider, left for narrower, down for taller, up for shorter.
        toward: Direction,
    },
    /// Gives what is selected the size that its text needs.
    FitToText,
    /// Brings what is selected in line.
    Align(Alignment),
    /// Makes the gaps between what is selected equal: [`Axis::Upright`] from left to right, [`Axis::Level`] from top to
    /// bottom.
    Distribute(Axis),
    /// Moves the selected boxes next to another, to where it is free.
    PlaceBeside {
        /// The other box.
        of: BoxId,
        /// On which side of it.
        side: Direction,
    },
    /// Takes the selection away, with every edge that touches a box of it.
    Delete,
    /// Selects everything.
    SelectAll,
    /// Selects nothing.
    SelectNone,
    /// Selects these.
    Select {
        /// Anything; what is not on the board is passed over. The last becomes the primary one.
        items: Vec<Item>,
        /// Adds to what is selected.
        additive: bool,
    },
    /// Selects the next box or note in reading order.
    SelectNext,
    /// Selects the previous box or note in reading order.
    SelectPrevious,
    /// Selects an edge of the selected box, or the edge after the selected one.
    SelectNextEdge,
    /// Selects an edge of the selected box, or the edge before the selected one.
    SelectPreviousEdge,
    /// Selects the nearest box in a direction.
    SelectToward(Direction),
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back.
    Redo,
    /// One step nearer.
    ZoomIn,
    /// One step farther.
    ZoomOut,
    /// One page unit is one pixel.
    ZoomTo100,
    /// Shows the whole board.
    ZoomToFit,
    /// Shows the whole selection.
    ZoomToSelection,
    /// Shows this point in the middle.
    CentreOn(Point<Page>),
    /// The grid of dots is shown, and boxes keep to it, or not.
    KeepToDots(bool),
    /// Moves the view by the least that shows these.
    Reveal {
        /// What to show.
        items: Vec<Item>,
    },
    /// The same, and so near that they can be read.
    Approach {
        /// What to show.
        items: Vec<Item>,
    },
    /// Starts editing a text in place.
    EditText {
        /// Whose.
        on: RecordId,
        /// Which.
        field: Field,
    },
    /// Starts editing a text of what is selected in place.
    EditSelected(Field),
    /// The next text of the same record: label, constraints, owner, because, for a box rejected, and then the end.
    NextField,
    /// The previous text of the same record.
    PreviousField,
    /// Ends editing; the text stays as it is.
    EndEditing,
    /// The text of a field is now this. Keystrokes in one field are one step of undo.
    SetText {
        /// Whose.
        on: RecordId,
        /// Which.
        field: Field,
        /// All of it.
        text: String,
    },
    /// The one-line notation, applied to a box, or making one.
    WriteLine {
        /// The box; none for a new one.
        on: Option<BoxId>,
        /// As typed.
        line: String,
    },
    /// What a box is for.
    SetRole {
        /// The box; none for the selected ones.
        on: Option<BoxId>,
        /// Its role.
        role: Role,
    },
    /// What travels along an edge.
    SetEdgeKind {
        /// The edge; none for the selected ones.
        on: Option<EdgeId>,
        /// Its kind.
        kind: EdgeKind,
    },
    /// Makes the selected edges, those of the selected boxes, or all square, or curved where all of them are square.
    TurnEdges,
    /// Turns an edge around.
    ReverseEdge {
        /// The edge; none for the selected ones.
        on: Option<EdgeId>,
    },
    /// The answers that ask for a box or an edge.
    SetBecause {
        /// Whose.
        on: RecordId,
        /// All of it.
        because: Because,
    },
    /// The alternatives considered for a box.
    SetRejected {
        /// The box.
        on: BoxId,
        /// All of them.
        rejected: Vec<Rejected>,
    },
    /// The answer to a scoping question; an empty stated answer is none.
    SetAnswer {
        /// The question.
        question: Question,
        /// The answer.
        text: String,
        /// How it came about.
        status: AnswerStatus,
    },
    /// The board's title.
    SetTitle(String),
    /// The track.
    SetTrack(Track),
    /// Title, track and prompt at once.
    SetBrief(Brief),
    /// The wrap-up.
    SetWrap(Wrap),
    /// A ready edit: a fix, an import.
    ApplyEdit {
        /// What undo calls it.
        label: String,
        /// The edit.
        edit: Edit,
    },
    /// Another document; the history starts anew.
    Open(Box<Board>),
    /// Copies the selection as text.
    Copy,
    /// Copies the selection and takes it away.
    Cut,
    /// Asks the outside for the clipboard's text, to come back as `Paste`.
    RequestPaste,
    /// Puts what was copied, or lines of the one-line notation, on the board.
    Paste {
        /// The clipboard's text.
        text: String,
    },
    /// Puts all that stands on a board where the pointer is, or below what is there.
    PutDown {
        /// The text of the board.
        text: String,
        /// What is said of it.
        said: String,
    },
    /// Keeps the look of what is selected.
    CopyLook,
    /// Gives what is selected the look that was kept.
    PasteLook,
    /// Copies the selection next to itself.
    Duplicate,
    /// Nearest to the eye.
    BringToFront,
    /// Farthest from the eye.
    SendToBack,
    /// Shows the command palette.
    ShowPalette,
    /// Show the numbers below the board, or fold them away.
    ShowNumbers,
    /// Shows below the board what a spike, an outage, a deploy or half the bill would do to it, or folds that away.
    ShowWhatIf,
    /// Shows what happens when the selected box goes down.
    WhatIfDown,
    /// Show the score, or fold it away.
    ShowScore,
    /// Shows the sheet of keys.
    ShowShortcuts,
    /// Looks for words on the board.
    Search,
    /// Shows what can be done with what is selected.
    ShowMenu,
    /// Shows the board as an outline, or folds it away.
    ShowOutline,
    /// Goes to the first scoping question without an answer.
    AskNext,
    /// Shows the frames as slides, or the whole board.
    Present,
    /// Makes the first fix of what is selected.
    Mend,
    /// Makes all fixes that are safe.
    MendAll,
    /// Asks for a file to open.
    PickFile,
    /// Asks the outside to write the document to a file.
    Save,
    /// Calls off what is under way: the gesture, else editing, else the selection.
    Escape,
}

impl Command {
    /// It leaves board and selection as they are, and so a gesture under way alone.
    pub(crate) fn only_looks(&self) -> bool {
        matches!(
            self,
            Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomTo100
                | Self::ZoomToFit
                | Self::ZoomToSelection
                | Self::Reveal { .. }
                | Self::Approach { .. }
                | Self::CentreOn(_)
                | Self::KeepToDots(_)
                | Self::Save
                | Self::EndEditing
        )
    }
}

/// What a box is picked for, by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    /// To join the selected box to it.
    JoinTo,
    /// To place the selected boxes on this side of it.
    Beside(Direction),
}

impl Pick {
    /// What is done once `id` was picked.
    pub fn command(self, id: BoxId) -> Command {
        match self {
            Self::JoinTo => Command::JoinTo(id),
            Self::Beside(side) => Command::PlaceBeside { of: id, side },
        }
    }
}

impl Command {
    /// It goes back and forth in what was done, and leaves the tool in hand.
    pub(crate) fn travels(&self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

/// What makes a lane.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LanesBy {
    /// Who answers for the boxes.
    Owner,
    /// Control plane or data plane.
    Plane,
}
