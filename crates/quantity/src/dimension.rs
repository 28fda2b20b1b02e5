//! What a quantity is a quantity of, and which end of a range is the careful one to reckon with.

use crate::worded::worded;

worded! {
    /// What a quantity measures. The base unit of each is given beside it.
    Dimension {
        /// How long something takes; seconds.
        Latency = "latency",
        /// How old data may be, or how often it is brought up to date; seconds.
        Freshness = "freshness",
        /// How many things happen; events per second.
        Rate = "rate",
        /// How much data flows; bytes per second.
        DataRate = "data-rate",
        /// How large one event is; bytes.
        EventSize = "event-size",
        /// How much data there is; bytes.
        Size = "size",
        /// How long data is kept; seconds.
        Retention = "retention",
        /// The share of time that something works; a ratio.
        Availability = "availability",
        /// What it costs; dollars per month unless the unit says otherwise.
        Cost = "cost",
        /// How many there are.
        Count = "count",
        /// A multiple or a share; a ratio.
        Factor = "factor",
        /// How often it is right or wrong; a ratio.
        Accuracy = "accuracy",
        /// What is promised of each event on its way.
        Delivery = "delivery",
        /// What happens when something fails.
        Failure = "failure",
        /// How soon (recovery time) and how far back (recovery point) a failure is mended; seconds.
        Recovery = "recovery",
        /// What a read sees of a write.
        Consistency = "consistency",
    }
}

impl Dimension {
    /// The name for people: the word with spaces.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::DataRate => "data rate",
            Self::EventSize => "event size",
            _ => self.as_str(),
        }
    }

    /// Whether the careful end of a range is the lower one: what is kept, or held up, may be as little as that.
    pub(crate) const fn worse_is_lower(self) -> bool {
        matches!(self, Self::Availability | Self::Retention)
    }
}
