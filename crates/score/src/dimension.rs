//! The five dimensions that an interviewer marks.

/// A dimension of the rubric, out of five points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// The problem is asked for before it is solved, and told from beginning to end.
    Structure,
    /// Components are used for what they are, and described by numbers.
    Fluency,
    /// It holds at its worst, and says what happens when it fails.
    Scale,
    /// What was given up is said, with a number.
    TradeOffs,
    /// Every part serves somebody, and pays.
    Business,
}

impl Dimension {
    /// All of them, in the order in which they are marked.
    pub const ALL: [Self; 5] = [
        Self::Structure,
        Self::Fluency,
        Self::Scale,
        Self::TradeOffs,
        Self::Business,
    ];

    /// The word used in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Fluency => "fluency",
            Self::Scale => "scale",
            Self::TradeOffs => "trade-offs",
            Self::Business => "business",
        }
    }

    /// What it is called, for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Structure => "Problem structuring",
            Self::Fluency => "Technical fluency",
            Self::Scale => "Scale and reliability",
            Self::TradeOffs => "Trade-offs",
            Self::Business => "Business alignment",
        }
    }

    /// The points without which the round is lost; nothing where it may be made up for elsewhere.
    pub const fn needs(self) -> Option<f64> {
        match self {
            Self::Structure | Self::Fluency => Some(4.0),
            Self::Scale | Self::TradeOffs | Self::Business => None,
        }
    }

    /// What that is called, for people.
    pub const fn needed(self) -> Option<&'static str> {
        match self.needs() {
            Some(_) => Some("4 needed"),
            None => None,
        }
    }
}
