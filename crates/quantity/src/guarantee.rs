//! Promises made in words: delivery, what happens on failure, consistency.

use crate::Dimension;
use crate::worded::worded;

worded! {
    /// A guarantee that is named rather than measured.
    Guarantee {
        /// Each event takes effect once.
        ExactlyOnce = "exactly-once",
        /// Each event arrives, perhaps again.
        AtLeastOnce = "at-least-once",
        /// Each event arrives once or is lost.
        AtMostOnce = "at-most-once",
        /// Doing it again changes nothing; upserts count.
        Idempotent = "idempotent",
        /// Repeats are recognised and dropped; the unit may name the key (`on order_id`).
        Deduplicated = "deduplicated",
        /// All or nothing.
        Transactional = "transactional",
        /// In the order in which it happened.
        Ordered = "ordered",
        /// What cannot be processed is set aside in a queue.
        DeadLetter = "dead-letter",
        /// What does not fit is set aside for repair.
        Quarantine = "quarantine",
        /// Tried again; the bound may say how often.
        Retry = "retry",
        /// Tried again after growing pauses; the bound may say the pause.
        Backoff = "backoff",
        /// Can be read again from the start.
        Replay = "replay",
        /// Can be computed again for the past.
        Backfill = "backfill",
        /// Progress is noted; the bound may say how often.
        Checkpoint = "checkpoint",
        /// A failing call is cut off.
        CircuitBreaker = "circuit-breaker",
        /// Something lesser answers instead.
        Fallback = "fallback",
        /// Another takes over.
        Failover = "failover",
        /// Waiting ends; the bound may say when.
        Timeout = "timeout",
        /// Fewer features rather than none.
        Degraded = "degraded",
        /// Excess is refused.
        LoadShedding = "load-shedding",
        /// The sender is slowed down.
        Backpressure = "backpressure",
        /// A faulty deploy is taken back.
        Rollback = "rollback",
        /// What is under way is finished before stopping.
        Drain = "drain",
        /// A copy is set aside; the bound may say how often.
        Backup = "backup",
        /// Failures do not spread: bulkheads, a queue of its own.
        Isolation = "isolation",
        /// Reads may lag behind writes.
        Eventual = "eventual",
        /// Every read sees the latest write.
        Strong = "strong",
        /// A writer sees its own writes.
        ReadYourWrites = "read-your-writes",
        /// Reads never go back in time.
        MonotonicReads = "monotonic-reads",
        /// What depends on a write is seen after it.
        Causal = "causal",
        /// Reads lag by no more than a bound.
        BoundedStaleness = "bounded-staleness",
        /// Transactions as if one after the other.
        Serializable = "serializable",
        /// Reads see one moment.
        SnapshotIsolation = "snapshot-isolation",
    }
}

impl Guarantee {
    /// The dimension that the promise belongs to: delivery, failure or consistency.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::ExactlyOnce
            | Self::AtLeastOnce
            | Self::AtMostOnce
            | Self::Idempotent
            | Self::Deduplicated
            | Self::Transactional
            | Self::Ordered => Dimension::Delivery,
            Self::Eventual
            | Self::Strong
            | Self::ReadYourWrites
            | Self::MonotonicReads
            | Self::Causal
            | Self::BoundedStaleness
            | Self::Serializable
            | Self::SnapshotIsolation => Dimension::Consistency,
            _ => Dimension::Failure,
        }
    }
}
