//! The scope: scoping questions and the answers to them.

use crate::words::vocabulary;

vocabulary! {
    /// A scoping question, by the id that files and `because` use.
    Question ("scoping question") {
        /// Who has the problem.
        Persona = "persona",
        /// The job to be done, and what breaks today.
        Job = "job",
        /// The success metric, from x to y.
        Metric = "metric",
        /// Business outcome or market number.
        Outcome = "outcome",
        /// How long an event may take from end to end.
        Latency = "latency",
        /// How old the data that is read may be.
        Freshness = "freshness",
        /// Average, peak, spike and event size.
        Volume = "volume",
        /// The ceiling.
        Cost = "cost",
        /// Tolerance for wrong results, such as false positives.
        Accuracy = "accuracy",
        /// Replay, delivery semantics, recovery time and point.
        Failure = "failure",
        /// Who consumes the output, and how often.
        Reads = "reads",
        /// How long data is kept.
        Retention = "retention",
        /// The share of time that the system must be up.
        Availability = "availability",
        /// Strong, eventual, read-your-writes.
        Consistency = "consistency",
        /// GDPR, HIPAA, SOC 2, residency.
        Compliance = "compliance",
        /// Isolation between tenants.
        Tenancy = "tenancy",
        /// Clouds, managed or self-run, air-gapped.
        Platform = "platform",
        /// What is left out on purpose.
        Out = "out",
    }
}

vocabulary! {
    /// How an answer came about.
    AnswerStatus ("answer status") {
        /// Asked and answered.
        Stated = "stated",
        /// The candidate says so.
        Assumed = "assumed",
        /// Asked, no answer.
        Open = "open",
    }
}

/// The answer to one scoping question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer as written; quantities are read from it.
    pub text: String,
    /// Stated, assumed or open.
    pub status: AnswerStatus,
}

impl Answer {
    /// There is an answer to build on: words, stated or assumed.
    pub fn is_answered(&self) -> bool {
        self.status != AnswerStatus::Open && !self.text.trim().is_empty()
    }
}
