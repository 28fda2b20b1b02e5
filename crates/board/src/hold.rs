//! What holds things where they are: the group that they are moved with, and whether they are locked.

use std::sync::Arc;

use crate::{BoxRecord, FrameRecord, GroupId, NoteRecord, Record, StrokeRecord};

/// What holds a thing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Hold {
    /// The group that it is selected and moved with.
    pub group: Option<GroupId>,
    /// Gestures neither move nor change it.
    pub locked: bool,
}

impl Record {
    /// What holds it; nothing where it has no place of its own.
    pub fn hold(&self) -> Option<&Hold> {
        match self {
            Self::Box(record) => Some(&record.hold),
            Self::Note(note) => Some(&note.hold),
            Self::Frame(frame) => Some(&frame.hold),
            Self::Stroke(stroke) => Some(&stroke.hold),
            _ => None,
        }
    }

    /// The same, held so; as it is where it has no place of its own.
    #[must_use]
    pub fn held(&self, hold: Hold) -> Self {
        match self {
            Self::Box(record) => Self::Box(Arc::new(BoxRecord {
                hold,
                ..BoxRecord::clone(record)
            })),
            Self::Note(note) => Self::Note(Arc::new(NoteRecord {
                hold,
                ..NoteRecord::clone(note)
            })),
            Self::Frame(frame) => Self::Frame(Arc::new(FrameRecord {
                hold,
                ..FrameRecord::clone(frame)
            })),
            Self::Stroke(stroke) => Self::Stroke(Arc::new(StrokeRecord {
                hold,
                ..StrokeRecord::clone(stroke)
            })),
            other => other.clone(),
        }
    }

    /// Gestures neither move nor change it.
    pub fn is_locked(&self) -> bool {
        self.hold().is_some_and(|hold| hold.locked)
    }
}
