//! What happens to the editor from outside: pointers, keys, the wheel and commands, each with its time.

use geometry::{Point, Screen, Size, Vector};

use crate::Command;

/// One thing that happened. Times are milliseconds since the session began.
#[derive(Clone, Debug)]
pub enum Input {
    /// A mouse, finger or pen touched, moved or left.
    Pointer(Pointer),
    /// No pointer is over the canvas any more.
    PointerLeft,
    /// Two clicks in a row.
    DoubleClick {
        /// Where.
        at: Point<Screen>,
        /// When.
        time_ms: u64,
    },
    /// The wheel turned, or two fingers moved on a trackpad.
    Wheel {
        /// Where the pointer is.
        at: Point<Screen>,
        /// By how much, as the browser says it: positive is right and down.
        delta: Vector<Screen>,
        /// The keys held.
        modifiers: Modifiers,
        /// When.
        time_ms: u64,
    },
    /// A key went down.
    Key(KeyPress),
    /// The key `key` came up.
    KeyUp {
        /// The DOM's `key`.
        key: String,
    },
    /// The window lost the keyboard: keys held are forgotten and the gesture is called off.
    Blur,
    /// The canvas has this size now. The first one fits the board into view.
    Resize(Size),
    /// An intent, from a button, the palette or a key, and when.
    Command(Command, u64),
}

/// One event of one pointer.
#[derive(Clone, Copy, Debug)]
pub struct Pointer {
    /// What it did.
    pub phase: Phase,
    /// Where it is.
    pub at: Point<Screen>,
    /// The button that went down or up.
    pub button: Button,
    /// The keys held.
    pub modifiers: Modifiers,
    /// Mouse, finger or pen.
    pub kind: PointerKind,
    /// How hard it is pressed, from 0 to 1; counts for a pen alone.
    pub pressure: f64,
    /// Tells fingers apart.
    pub id: i32,
    /// When.
    pub time_ms: u64,
}

/// What a pointer did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Pressed.
    Down,
    /// Moved, pressed or not.
    Move,
    /// Released.
    Up,
    /// Taken away by the system: the gesture never was.
    Cancel,
}

/// A button of a pointer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Button {
    /// Left button, finger, pen tip.
    #[default]
    Primary,
    /// The wheel.
    Middle,
    /// Right button.
    Secondary,
}

/// What points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PointerKind {
    /// A mouse or trackpad.
    #[default]
    Mouse,
    /// A finger.
    Touch,
    /// A pen.
    Pen,
}

/// The modifier keys held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Modifiers {
    /// Shift.
    pub shift: bool,
    /// Control.
    pub ctrl: bool,
    /// Alt or Option.
    pub alt: bool,
    /// Command on a Mac.
    pub meta: bool,
}

impl Modifiers {
    /// The key for commands: control, or command on a Mac.
    pub fn command(self) -> bool {
        self.ctrl || self.meta
    }
}

/// A key going down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyPress {
    /// The DOM's `key`: `a`, `Enter`, `ArrowLeft`.
    pub key: String,
    /// The keys held.
    pub modifiers: Modifiers,
    /// It is held down and repeats.
    pub repeat: bool,
    /// When.
    pub time_ms: u64,
}
