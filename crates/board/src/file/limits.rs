//! How much a board may hold, in a file and in memory alike: what an edit accepts can always be saved and opened.

/// The most bytes of text that a reader takes: 64 MiB.
pub const BYTES: usize = 64 << 20;
/// The most boxes.
pub const BOXES: usize = 200_000;
/// The most edges.
pub const EDGES: usize = 400_000;
/// The most pins.
pub const PINS: usize = 10_000;
/// The most notes.
pub const NOTES: usize = 20_000;
/// The most frames.
pub const FRAMES: usize = 10_000;
/// The most strokes.
pub const STROKES: usize = 20_000;
/// The most points of one stroke.
pub const STROKE_POINTS: usize = 2_000;
/// The most findings set aside.
pub const ALLOWS: usize = 10_000;
/// The most items in a list inside a record: reasons, alternatives, features, trade-offs, marks.
pub const ITEMS: usize = 1_000;
/// The most characters in one text.
pub const TEXT_CHARS: usize = 20_000;
/// The farthest that a coordinate may lie from the origin, and the longest side of a box.
pub const COORDINATE: f64 = 1e7;
/// The deepest nesting of a value under an `x-` key; a journal nests it further, and JSON readers end at 127.
pub const EXTRA_DEPTH: usize = 64;
