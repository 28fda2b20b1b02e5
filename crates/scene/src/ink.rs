//! Inks: what a colour means. A theme says which colour it is.

use board::{EdgeKind, Role};

use crate::Level;

/// A colour by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The board's ground.
    Paper,
    /// What words are written with.
    Ink,
    /// What lesser words are written with.
    Muted,
    /// Hairlines: rims of chips, soft underlines.
    Faint,
    /// What is selected or lit.
    Accent,
    /// An error's mark.
    Error,
    /// A warning's mark, and the line under what could not be read.
    Warning,
    /// A remark's mark.
    Info,
    /// What is well.
    Ok,
    /// The sign inside a mark.
    OnMark,
    /// The outline and the role word of a box.
    Role(Role),
    /// The ground of a box.
    RoleFill(Role),
    /// An arrow that carries data.
    Data,
    /// An arrow that carries what failed.
    Failure,
    /// An arrow that carries control.
    Control,
    /// The ground of the paper slip on an arrow.
    Chip,
    /// The ground of a sticky note.
    Note,
    /// The rim of a sticky note.
    NoteRim,
}

impl Ink {
    /// Every ink, once.
    pub fn all() -> impl Iterator<Item = Self> {
        let fixed = [
            Self::Paper,
            Self::Ink,
            Self::Muted,
            Self::Faint,
            Self::Accent,
            Self::Error,
            Self::Warning,
            Self::Info,
            Self::Ok,
            Self::OnMark,
            Self::Data,
            Self::Failure,
            Self::Control,
            Self::Chip,
            Self::Note,
            Self::NoteRim,
        ];
        let roles = Role::ALL.iter().copied();
        fixed
            .into_iter()
            .chain(roles.clone().map(Self::Role))
            .chain(roles.map(Self::RoleFill))
    }

    /// The ink's name as a CSS class or variable uses it: `paper`, `role-ingest`, `fill-ingest`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Ink => "ink",
            Self::Muted => "muted",
            Self::Faint => "faint",
            Self::Accent => "accent",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Ok => "ok",
            Self::OnMark => "on-mark",
            Self::Data => "data",
            Self::Failure => "failure",
            Self::Control => "control",
            Self::Chip => "chip",
            Self::Note => "note",
            Self::NoteRim => "note-rim",
            Self::Role(role) => role_name(role),
            Self::RoleFill(role) => fill_name(role),
        }
    }

    /// The ink of an arrow.
    pub fn of_edge(kind: EdgeKind) -> Self {
        match kind {
            EdgeKind::Data => Self::Data,
            EdgeKind::Failure => Self::Failure,
            EdgeKind::Control => Self::Control,
        }
    }

    /// The ink of a mark.
    pub fn of_level(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Info => Self::Info,
        }
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Source => "role-source",
        Role::Ingest => "role-ingest",
        Role::Process => "role-process",
        Role::Store => "role-store",
        Role::Serve => "role-serve",
        Role::Consumer => "role-consumer",
        Role::Govern => "role-govern",
        Role::Observe => "role-observe",
    }
}

fn fill_name(role: Role) -> &'static str {
    match role {
        Role::Source => "fill-source",
        Role::Ingest => "fill-ingest",
        Role::Process => "fill-process",
        Role::Store => "fill-store",
        Role::Serve => "fill-serve",
        Role::Consumer => "fill-consumer",
        Role::Govern => "fill-govern",
        Role::Observe => "fill-observe",
    }
}
