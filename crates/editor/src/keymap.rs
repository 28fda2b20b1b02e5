//! The one table of commands: toolbar, palette, shortcut sheet and key handling are drawn from it.

use board::{EdgeKind, NoteLook, Role};

use crate::commands::place::anchor;
use crate::holding::group_of;
use crate::item::standing;
use crate::{Alignment, Axis, Command, Direction, EdgeEnd, Editor, Field, KeyPress, LanesBy, Pick};

/// One command that a person can give.
#[derive(Debug)]
pub struct CommandRow {
    /// Its name in files and tests: `place-ingest`.
    pub name: &'static str,
    /// What buttons and the palette call it.
    pub label: &'static str,
    /// What it does, in a few words.
    pub tip: &'static str,
    /// The keys that give it, such as `Ctrl+Shift+Z`; `Ctrl` stands for the command key on a Mac.
    pub keys: &'static [&'static str],
    /// Where sheets and menus list it.
    pub group: Group,
    /// It can be given now.
    pub enabled: fn(&Editor) -> bool,
    /// The intent.
    pub perform: fn() -> Command,
    /// The browser answers the key with an event of its own, which the page listens to.
    pub native: bool,
    /// Its key acts while a text is edited, too.
    pub in_text: bool,
}

/// A part of the sheet of keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// New boxes and edges.
    Place,
    /// Changing what is there.
    Edit,
    /// Moving.
    Arrange,
    /// Selecting.
    Select,
    /// Looking.
    View,
    /// Files.
    File,
    /// Finding one's way.
    Help,
}

/// All commands, in the order that sheets list them within a group.
pub fn rows() -> impl Iterator<Item = &'static CommandRow> {
    COMMANDS.iter()
}

/// The command that a key gives, whether or not it can be given now.
pub fn lookup(press: &KeyPress) -> Option<&'static CommandRow> {
    rows().find(|row| row.keys.iter().any(|keys| matches(keys, press)))
}

/// `keys` names the key pressed. Shift counts for letters and named keys; a sign such as `?` is what it is, whatever
/// keys it takes to type it.
fn matches(keys: &str, press: &KeyPress) -> bool {
    let (held, key) = match keys.rsplit_once('+') {
        Some((held, key)) if !key.is_empty() => (held, key),
        _ => ("", keys),
    };
    let holds = |name: &str| held.split('+').any(|part| part == name);
    let is_sign = key.chars().count() == 1 && !key.chars().all(char::is_alphabetic);
    let same_key = if key.chars().count() == 1 {
        press.key.eq_ignore_ascii_case(key)
    } else {
        press.key == key
    };
    same_key
        && press.modifiers.command() == holds("Ctrl")
        && press.modifiers.alt == holds("Alt")
        && (is_sign || press.modifiers.shift == holds("Shift"))
}

fn always(_: &Editor) -> bool {
    true
}

fn has_board(editor: &Editor) -> bool {
    editor.board().boxes().len() > 0
}

fn has_selection(editor: &Editor) -> bool {
    !editor.selection().is_empty()
}

fn has_boxes(editor: &Editor) -> bool {
    !editor.selection().boxes.is_empty()
}

fn has_standing(editor: &Editor) -> bool {
    editor.selection().stands()
}

fn has_several(editor: &Editor) -> bool {
    editor.selection().standing().nth(1).is_some()
}

fn has_three(editor: &Editor) -> bool {
    editor.selection().standing().nth(2).is_some()
}

fn has_anything(editor: &Editor) -> bool {
    standing(editor.board()).next().is_some()
}

fn has_group(editor: &Editor) -> bool {
    let mut selected = editor.selection().standing();
    selected.any(|item| group_of(editor.board(), &item).is_some())
}

fn has_edges(editor: &Editor) -> bool {
    !editor.selection().edges.is_empty()
}

fn has_edge(editor: &Editor) -> bool {
    editor.selection().primary_edge().is_some()
}

fn has_any_edge(editor: &Editor) -> bool {
    editor.board().edges().len() > 0
}

fn has_box(editor: &Editor) -> bool {
    editor.selection().primary_box().is_some()
}

fn has_anchor(editor: &Editor) -> bool {
    anchor(editor.board(), editor.selection()).is_some()
}

macro_rules! commands {
    ($($name:literal, $label:literal, $tip:literal, [$($key:literal),*], $group:ident, $enabled:path, $perform:expr
        $(, $flag:ident)?;)+) => {
        /// All commands.
        pub static COMMANDS: &[CommandRow] = &[$(CommandRow {
            name: $name,
            label: $label,
            tip: $tip,
            keys: &[$($key),*],
            group: Group::$group,
            enabled: $enabled,
            perform: || $perform,
            $($flag: true,)?
            ..PLAIN
        }),+];
    };
}

/// A row that the table only says the differences to.
const PLAIN: CommandRow = CommandRow {
    name: "",
    label: "",
    tip: "",
    keys: &[],
    group: Group::Help,
    enabled: always,
    perform: || Command::Escape,
    native: false,
    in_text: false,
};

commands! {
    "place-ingest", "Place an ingest", "Takes data in: a log, a queue, a loader", ["I"], Place, always, Command::PlaceBox { role: Role::Ingest, at: None };
    "place-process", "Place a process", "Changes data: a stream or batch job", ["P"], Place, always, Command::PlaceBox { role: Role::Process, at: None };
    "place-store", "Place a store", "Keeps data: a table, a lake, a cache", ["S"], Place, always, Command::PlaceBox { role: Role::Store, at: None };
    "place-serve", "Place a serve", "Answers reads: an API, a dashboard, a model", ["V"], Place, always, Command::PlaceBox { role: Role::Serve, at: None };
    "place-source", "Place a source", "A person or system outside that produces data", ["U"], Place, always, Command::PlaceBox { role: Role::Source, at: None };
    "place-consumer", "Place a consumer", "A person or system outside that uses data", ["C"], Place, always, Command::PlaceBox { role: Role::Consumer, at: None };
    "place-govern", "Place a govern", "Catalogue, access control, lineage", ["G"], Place, always, Command::PlaceBox { role: Role::Govern, at: None };
    "place-observe", "Place an observe", "Metrics and alerts", ["O"], Place, always, Command::PlaceBox { role: Role::Observe, at: None };
    "add-downstream", "Next box downstream", "Joined to the selected box, with the role that usually follows", ["Tab", "Ctrl+Enter", "Ctrl+ArrowRight"], Place, has_anchor, Command::AddDownstream;
    "add-upstream", "Next box upstream", "Joined to the selected box, with the role that usually comes before", ["Shift+Tab", "Ctrl+Shift+Enter", "Ctrl+ArrowLeft"], Place, has_anchor, Command::AddUpstream;
    "add-below", "Next box below", "Joined to the selected box and placed below it: a branch of the flow", ["Ctrl+ArrowDown"], Place, has_anchor, Command::AddToward(Direction::Down);
    "add-above", "Next box above", "Joined to the selected box and placed above it: a branch of the flow", ["Ctrl+ArrowUp"], Place, has_anchor, Command::AddToward(Direction::Up);
    "add-failure-path", "Add the failure path", "Where bad events go: a dead letter or quarantine, and a failure edge", ["F"], Place, has_anchor, Command::AddFailurePath;
    "join", "Join to…", "Choose the other box with arrows, Tab or letters; Enter joins", ["J"], Place, has_anchor, Command::StartJoining;
    "place-note", "Place a sticky note", "A remark, which no rule judges", ["Shift+N"], Place, always, Command::PlaceNote { look: NoteLook::Sticky };
    "place-text", "Write on the board", "Plain words, which no rule judges", ["T"], Place, always, Command::PlaceNote { look: NoteLook::Plain };
    "join-by-name", "Join to a box by name", "From a list of all boxes, in the order of the data", ["Shift+J"], Place, has_anchor, Command::PickBox(Pick::JoinTo);
    "frame", "Frame", "Around what is selected, or drawn from corner to corner", ["Shift+F"], Place, always, Command::Frame;
    "move-start", "Move the start to…", "Choose the box that the edge shall start at, as in joining", ["<"], Edit, has_edge, Command::StartMovingEnd(EdgeEnd::Start);
    "move-end", "Move the end to…", "Choose the box that the edge shall point at, as in joining", [">"], Edit, has_edge, Command::StartMovingEnd(EdgeEnd::End);
    "draw", "Draw by hand", "Every drag is a line, until Escape", ["D"], Place, always, Command::Draw;
    "edit-label", "Edit the label", "Then Tab for constraints, owner, because and rejected", ["Enter", "F2"], Edit, has_selection, Command::EditSelected(Field::Label);
    "edit-component", "Choose the component", "Where the label was taken for the wrong product, or for none", ["M"], Edit, has_box, Command::EditSelected(Field::Component);
    "edit-line", "Edit as one line", "Label: constraints @Owner because … not …", ["L"], Edit, has_box, Command::EditSelected(Field::Line);
    "edit-constraints", "Edit the constraints", "Rates, latencies, retention, cost, as you would say them", ["K"], Edit, has_selection, Command::EditSelected(Field::Constraints);
    "edit-owner", "Edit the owner", "The team that answers for it", ["W"], Edit, has_selection, Command::EditSelected(Field::Owner);
    "edit-because", "Edit the reason", "Which scoping answers ask for it", ["B"], Edit, has_selection, Command::EditSelected(Field::Because);
    "edit-rejected", "Edit the alternatives", "What was considered, and why not", ["X"], Edit, has_box, Command::EditSelected(Field::Rejected);
    "delete", "Delete", "Takes the selection away, with its edges", ["Delete", "Backspace"], Edit, has_selection, Command::Delete;
    "duplicate", "Duplicate", "Copies the selection next to itself", ["Ctrl+D"], Edit, has_standing, Command::Duplicate;
    "copy", "Copy", "Copies the selection as text", ["Ctrl+C"], Edit, has_standing, Command::Copy;
    "cut", "Cut", "Copies the selection and takes it away", ["Ctrl+X"], Edit, has_standing, Command::Cut;
    "copy-look", "Copy the look", "Size, kind of note, curved or square: the style, without place and words", ["Ctrl+Alt+C"], Edit, has_selection, Command::CopyLook;
    "paste-look", "Paste the look", "Gives what is selected the style that was copied", ["Ctrl+Alt+V"], Edit, has_selection, Command::PasteLook;
    "paste", "Paste", "Boxes, or lines of the one-line notation", ["Ctrl+V"], Edit, always, Command::RequestPaste, native;
    "undo", "Undo", "Takes the last change back", ["Ctrl+Z"], Edit, Editor::can_undo, Command::Undo;
    "redo", "Redo", "Makes it again", ["Ctrl+Shift+Z", "Ctrl+Y"], Edit, Editor::can_redo, Command::Redo;
    "make-data-edge", "Make it a data edge", "Data on its way to a consumer", [], Edit, has_edges, Command::SetEdgeKind { on: None, kind: EdgeKind::Data };
    "make-failure-edge", "Make it a failure edge", "Dead letter, quarantine, retry, replay", [], Edit, has_edges, Command::SetEdgeKind { on: None, kind: EdgeKind::Failure };
    "make-control-edge", "Make it a control edge", "Orchestration, governance, metrics", [], Edit, has_edges, Command::SetEdgeKind { on: None, kind: EdgeKind::Control };
    "reverse-edge", "Reverse the edge", "Swaps its two ends", ["R"], Edit, has_edges, Command::ReverseEdge { on: None };
    "turn-edges", "Square or curved edges", "Those selected, of the selected boxes, or all: at right angles (orthogonal, elbow) or in a sweep", ["Shift+R"], Edit, has_any_edge, Command::TurnEdges;
    "make-ingest", "Make it an ingest", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Ingest };
    "make-process", "Make it a process", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Process };
    "make-store", "Make it a store", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Store };
    "make-serve", "Make it a serve", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Serve };
    "make-source", "Make it a source", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Source };
    "make-consumer", "Make it a consumer", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Consumer };
    "make-govern", "Make it a govern", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Govern };
    "make-observe", "Make it an observe", "Changes the role of the selected boxes", [], Edit, has_boxes, Command::SetRole { on: None, role: Role::Observe };
    "group", "Group", "A click selects all of it, a second click reaches in", ["Ctrl+G"], Arrange, has_several, Command::Group;
    "ungroup", "Ungroup", "Takes the group apart", ["Ctrl+Shift+G"], Arrange, has_group, Command::Ungroup;
    "lock", "Lock or unlock", "What is locked is not moved, changed or deleted by hand", ["Ctrl+Shift+L"], Arrange, has_standing, Command::Lock;
    "lanes-by-owner", "Lanes by owner", "All boxes in titled rows, one for each team", [], Arrange, has_board, Command::Lanes(LanesBy::Owner);
    "lanes-by-plane", "Lanes by plane", "All boxes in two titled rows: control plane and data plane", [], Arrange, has_board, Command::Lanes(LanesBy::Plane);
    "bring-to-front", "Bring to front", "On top of all other boxes", ["Ctrl+]"], Arrange, has_boxes, Command::BringToFront;
    "send-to-back", "Send to back", "Under all other boxes", ["Ctrl+["], Arrange, has_boxes, Command::SendToBack;
    "nudge-left", "Move left", "By one step of the grid", ["ArrowLeft"], Arrange, has_standing, Command::Nudge { toward: Direction::Left, far: false };
    "nudge-far-left", "Move far left", "By ten steps of the grid", ["Shift+ArrowLeft"], Arrange, has_standing, Command::Nudge { toward: Direction::Left, far: true };
    "nudge-right", "Move right", "By one step of the grid", ["ArrowRight"], Arrange, has_standing, Command::Nudge { toward: Direction::Right, far: false };
    "nudge-far-right", "Move far right", "By ten steps of the grid", ["Shift+ArrowRight"], Arrange, has_standing, Command::Nudge { toward: Direction::Right, far: true };
    "nudge-up", "Move up", "By one step of the grid", ["ArrowUp"], Arrange, has_standing, Command::Nudge { toward: Direction::Up, far: false };
    "nudge-far-up", "Move far up", "By ten steps of the grid", ["Shift+ArrowUp"], Arrange, has_standing, Command::Nudge { toward: Direction::Up, far: true };
    "nudge-down", "Move down", "By one step of the grid", ["ArrowDown"], Arrange, has_standing, Command::Nudge { toward: Direction::Down, far: false };
    "nudge-far-down", "Move far down", "By ten steps of the grid", ["Shift+ArrowDown"], Arrange, has_standing, Command::Nudge { toward: Direction::Down, far: true };
    "wider", "Wider", "By one step of the grid", ["Alt+Shift+ArrowRight"], Arrange, has_standing, Command::Stretch { toward: Direction::Right };
    "narrower", "Narrower", "By one step of the grid", ["Alt+Shift+ArrowLeft"], Arrange, has_standing, Command::Stretch { toward: Direction::Left };
    "taller", "Taller", "By one step of the grid", ["Alt+Shift+ArrowDown"], Arrange, has_standing, Command::Stretch { toward: Direction::Down };
    "shorter", "Shorter", "By one step of the grid", ["Alt+Shift+ArrowUp"], Arrange, has_standing, Command::Stretch { toward: Direction::Up };
    "fit-to-text", "Fit to the text", "As large as the words need; or double-click a grip", ["Z"], Arrange, has_standing, Command::FitToText;
    "align-left", "Align left", "The left sides of what is selected in one line", ["Ctrl+Shift+ArrowLeft"], Arrange, has_several, Command::Align(Alignment::Left);
    "align-right", "Align right", "The right sides in one line", ["Ctrl+Shift+ArrowRight"], Arrange, has_several, Command::Align(Alignment::Right);
    "align-top", "Align top", "The tops in one line", ["Ctrl+Shift+ArrowUp"], Arrange, has_several, Command::Align(Alignment::Top);
    "align-bottom", "Align bottom", "The bottoms in one line", ["Ctrl+Shift+ArrowDown"], Arrange, has_several, Command::Align(Alignment::Bottom);
    "align-middles", "Align in a row", "The middles in one line, side by side", ["A"], Arrange, has_several, Command::Align(Alignment::Middle);
    "align-centres", "Align in a column", "The middles in one line, one above the other", ["Shift+A"], Arrange, has_several, Command::Align(Alignment::Centre);
    "space-across", "Space evenly across", "Equal gaps from left to right", ["H"], Arrange, has_three, Command::Distribute(Axis::Upright);
    "space-down", "Space evenly down", "Equal gaps from top to bottom", ["Shift+H"], Arrange, has_three, Command::Distribute(Axis::Level);
    "place-right-of", "Place right of a box", "Moves the selected boxes next to one from a list", [], Arrange, has_box, Command::PickBox(Pick::Beside(Direction::Right));
    "place-below", "Place below a box", "Moves the selected boxes next to one from a list", [], Arrange, has_box, Command::PickBox(Pick::Beside(Direction::Down));
    "place-left-of", "Place left of a box", "Moves the selected boxes next to one from a list", [], Arrange, has_box, Command::PickBox(Pick::Beside(Direction::Left));
    "place-above", "Place above a box", "Moves the selected boxes next to one from a list", [], Arrange, has_box, Command::PickBox(Pick::Beside(Direction::Up));
    "tidy", "Tidy up", "Data from left to right, failures below: shown first, then taken or left", ["Shift+T"], Arrange, has_board, Command::Tidy;
    "select-all", "Select all", "Everything on the board", ["Ctrl+A"], Select, always, Command::SelectAll;
    "select-next", "Next box", "Or note, in reading order", ["]"], Select, has_anything, Command::SelectNext;
    "select-previous", "Previous box", "Or note, in reading order", ["["], Select, has_anything, Command::SelectPrevious;
    "select-next-edge", "Next edge", "Of the selected box first, then of the board", ["E"], Select, has_board, Command::SelectNextEdge;
    "select-previous-edge", "Previous edge", "Of the selected box first, then of the board", ["Shift+E"], Select, has_board, Command::SelectPreviousEdge;
    "select-left", "Box to the left", "Selects the nearest box to the left", ["Alt+ArrowLeft"], Select, has_board, Command::SelectToward(Direction::Left);
    "select-right", "Box to the right", "Selects the nearest box to the right", ["Alt+ArrowRight"], Select, has_board, Command::SelectToward(Direction::Right);
    "select-up", "Box above", "Selects the nearest box above", ["Alt+ArrowUp"], Select, has_board, Command::SelectToward(Direction::Up);
    "select-down", "Box below", "Selects the nearest box below", ["Alt+ArrowDown"], Select, has_board, Command::SelectToward(Direction::Down);
    "escape", "Leave", "The gesture, then the text, then the selection", ["Escape"], Select, always, Command::Escape;
    "zoom-in", "Zoom in", "Nearer", ["+", "="], View, always, Command::ZoomIn;
    "zoom-out", "Zoom out", "Farther", ["-"], View, always, Command::ZoomOut;
    "zoom-100", "Zoom to 100 %", "One to one", ["0"], View, always, Command::ZoomTo100;
    "zoom-fit", "Zoom to fit", "The whole board", ["1"], View, always, Command::ZoomToFit;
    "zoom-selection", "Zoom to the selection", "All that is selected", ["2"], View, has_selection, Command::ZoomToSelection;
    "laser", "Laser pointer", "A trail that fades, for talking about a board", ["Shift+L"], View, always, Command::Point;
    "present", "Present", "Frames as slides, or the whole board; arrows turn, a press points, Escape ends", ["Shift+P"], View, has_anything, Command::Present;
    "numbers", "Numbers", "Latency, load, cost and availability, below the board", ["N"], View, always, Command::ShowNumbers;
    "what-if", "What if", "Ten times the load, a box down, a deploy, half the bill, played on the board", ["Shift+W"], View, always, Command::ShowWhatIf;
    "what-if-down", "What if this goes down", "Plays an outage of the selected box on the board", [], View, has_box, Command::WhatIfDown;
    "score", "Score", "What an interviewer would give, what each point rests on, and what costs it", ["Shift+S"], View, always, Command::ShowScore;
    "outline", "Outline", "The board as a list that keys and screen readers walk through", ["Shift+O"], View, always, Command::ShowOutline;
    "search", "Search the board", "Labels, words, owners and the codes of findings", ["Ctrl+F", "/"], Select, has_anything, Command::Search;
    "mend", "Fix what is selected", "The first fix of its gravest finding", ["."], Edit, has_selection, Command::Mend;
    "mend-all", "Make all safe fixes", "Those that say nothing but what the board says already", ["Ctrl+."], Edit, has_board, Command::MendAll;
    "ask", "Ask the next question", "The first scoping question without an answer", ["Q"], Help, always, Command::AskNext;
    "menu", "What can be done here", "The commands for what is selected, or for the board", ["Shift+F10", "ContextMenu"], Help, always, Command::ShowMenu;
    "palette", "Command palette", "Every command by name", ["Ctrl+K"], Help, always, Command::ShowPalette, in_text;
    "shortcuts", "Keys", "Every key on one sheet", ["?"], Help, always, Command::ShowShortcuts;
    "open", "Open a file", "A board from this machine", ["Ctrl+O"], File, always, Command::PickFile, in_text;
    "save", "Save to a file", "Downloads the board", ["Ctrl+S"], File, always, Command::Save, in_text;
}
