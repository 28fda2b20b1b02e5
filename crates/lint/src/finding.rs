//! What a rule says: a finding with its place, evidence, fixes and what follows from it, or that it cannot tell.

use std::fmt;

use board::{BoxId, EdgeId, Edit, Question};
use catalog::Source;

use crate::rule::{Rule, Severity};

/// Where on the board something is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A box.
    Box(BoxId),
    /// An edge.
    Edge(EdgeId),
    /// The answer to a scoping question, given or missing.
    Answer(Question),
    /// The wrap-up.
    Wrap,
    /// The session.
    Session,
    /// The board as a whole.
    Board,
}

impl Place {
    /// The word for what kind of place it is.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Box(_) => "box",
            Self::Edge(_) => "edge",
            Self::Answer(_) => "answer",
            Self::Wrap => "wrap",
            Self::Session => "session",
            Self::Board => "board",
        }
    }

    /// The id of the box, edge or question; nothing for the others.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Box(id) => Some(id.as_str()),
            Self::Edge(id) => Some(id.as_str()),
            Self::Answer(question) => Some(question.as_str()),
            Self::Wrap | Self::Session | Self::Board => None,
        }
    }
}

/// Which text of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The label of a box or an edge.
    Label,
    /// The constraints of a box or an edge.
    Constraints,
    /// The owner of a box or an edge.
    Owner,
    /// The reason of a box or an edge.
    Because,
    /// The words of an answer.
    Text,
}

impl Field {
    /// Every field, in the order of declaration.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Label,
        Self::Constraints,
        Self::Owner,
        Self::Because,
        Self::Text,
    ];

    /// The word used in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Constraints => "constraints",
            Self::Owner => "owner",
            Self::Because => "because",
            Self::Text => "text",
        }
    }
}

/// A stretch of a text on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextSpan {
    /// Whose text it is.
    pub place: Place,
    /// Which of its texts.
    pub field: Field,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The same stretch in characters, as the JSON form counts.
    pub chars: (usize, usize),
}

/// One thing that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What was seen: the arithmetic, the words, the number that would pass.
    pub text: String,
    /// Where it was read, if it was read from a text.
    pub span: Option<TextSpan>,
    /// The page that its figure was read from, if it is one of the catalogue.
    pub source: Option<Source>,
}

impl fmt::Display for Evidence {
    /// With its source behind it: `Auto Loader: 10 s to 5 min (Databricks: Auto Loader, vendor, checked 2026-05)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match &self.source {
            Some(source) => write!(
                f,
                " ({}, {}, checked {})",
                source.title,
                source.confidence.as_str(),
                source.as_of
            ),
            None => Ok(()),
        }
    }
}

/// A change that clears a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, as a command: `Name the hand-off Payments -> Risk`.
    pub title: String,
    /// The change.
    pub edit: Edit,
    /// It says nothing that the board does not already say, so that it may be made without asking.
    pub safe: bool,
}

/// A fault that a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that speaks.
    pub rule: &'static Rule,
    /// How grave it is here.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What was seen, why it matters and what to do, in a sentence or two.
    pub message: String,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// The smallest change that would clear it, with the number that would pass where a number decides.
    pub clears: Option<String>,
    /// What to light up, in order.
    pub path: Vec<Place>,
    /// Edits that would clear it.
    pub fixes: Vec<Fix>,
    /// What the rules say besides that has the same cause, and goes when this is mended.
    pub folded: Vec<Consequence>,
    /// The findings that it follows from, by code and place; none in a report.
    pub(crate) causes: Vec<(&'static str, Place)>,
}

impl Finding {
    /// Leaves of it what counts, ranks and marks it.
    pub(crate) fn leave_words(&mut self) {
        for folded in &mut self.folded {
            folded.message = String::new();
        }
        *self = Self {
            message: String::new(),
            evidence: Vec::new(),
            clears: None,
            path: Vec::new(),
            fixes: Vec::new(),
            place: self.place.clone(),
            folded: std::mem::take(&mut self.folded),
            causes: Vec::new(),
            ..*self
        };
    }

    /// Where it stands, and where the same rule would have said the same again.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let again = self.folded.iter().filter(|folded| folded.rule == self.rule);
        [&self.place].into_iter().chain(again.map(|folded| &folded.place))
    }
}

/// What follows from a finding and is not counted again.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequence {
    /// The rule that would speak, or could not tell.
    pub rule: &'static Rule,
    /// How grave it would be; nothing where the rule cannot tell.
    pub severity: Option<Severity>,
    /// Where it is.
    pub place: Place,
    /// What would be said.
    pub message: String,
}

/// A rule that could be judged if one more figure stood on the board. It never counts as a pass.
#[derive(Clone, Debug, PartialEq)]
pub struct CannotTell {
    /// The rule that cannot tell.
    pub rule: &'static Rule,
    /// Where the figure is missing.
    pub place: Place,
    /// Which figure is missing.
    pub message: String,
    /// What to light up, in order.
    pub path: Vec<Place>,
    /// The findings that it follows from, by code and place; none in a report.
    pub(crate) causes: Vec<(&'static str, Place)>,
}
