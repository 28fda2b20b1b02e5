//! The word that narrows a quantity: average or peak, per hop or end to end, which recovery, which accuracy.

use crate::worded::worded;

worded! {
    /// What narrows a quantity, where something does.
    Qualifier {
        /// Over the day, not at its worst.
        Average = "average",
        /// At the busiest ordinary time.
        Peak = "peak",
        /// At an extraordinary time: a holiday, a sale, a burst.
        Spike = "spike",
        /// Over one hop alone.
        PerHop = "per-hop",
        /// From the first to the last.
        EndToEnd = "end-to-end",
        /// Of the slowest, without saying which percentile.
        Tail = "tail",
        /// Kept at hand.
        Hot = "hot",
        /// Kept within reach.
        Warm = "warm",
        /// Kept away.
        Cold = "cold",
        /// Kept so that it can be replayed.
        Replay = "replay",
        /// Recovery time objective: how soon it works again.
        RecoveryTime = "recovery-time",
        /// Recovery point objective: how much may be lost.
        RecoveryPoint = "recovery-point",
        /// The share of alarms that are wrong.
        FalsePositives = "false-positives",
        /// The share of cases that are missed.
        FalseNegatives = "false-negatives",
        /// The share of cases that are found.
        Recall = "recall",
        /// The share of alarms that are right.
        Precision = "precision",
        /// The share that ends in an error.
        ErrorRate = "error-rate",
        /// The share that is lost.
        Loss = "loss",
        /// The share that is duplicated.
        Duplicates = "duplicates",
        /// The share that arrives at all.
        Completeness = "completeness",
        /// The share of a resource that is in use.
        Utilisation = "utilisation",
        /// The share that passes on.
        Filter = "filter",
        /// How many leave for one that enters.
        FanOut = "fan-out",
        /// How much larger it becomes.
        Growth = "growth",
        /// The share that a cache answers.
        CacheHit = "cache-hit",
        /// How much smaller it becomes when packed.
        Compression = "compression",
        /// How much less it becomes.
        Saving = "saving",
        /// At which somebody is told: no promise, and no part of a sum.
        Alert = "alert",
    }
}
