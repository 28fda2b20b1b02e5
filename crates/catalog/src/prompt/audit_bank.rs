//! Audit for a bank: compliance before speed, managed before flexible, one phase after another.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "audit-bank",
    title: "Audit and lineage for a bank",
    text: "The customer is the head of data engineering at a large bank. Design audit logging and lineage for the bank's data platform.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "the head of data engineering at a Fortune 500 bank, and 60 compliance officers"),
    (Question::Job, "prove who read or changed a figure; today each audit takes six weeks of log digging"),
    (Question::Latency, "no hurry: an access is on record within 15 minutes"),
    (Question::Cost, "≤ $30k/month"),
    (Question::Accuracy, "< 0.001 % of accesses missing, and every gap is known"),
    (Question::Failure, "no record lost: at-least-once, 30-day replay, RPO 0, RTO 4 h"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "2k ev/s average, 6k ev/s peak, 3x spike at quarter end, 1 KB each"),
    (Question::Retention, "hot for 90 days, cold for 7 years, never changed"),
    (Question::Reads, "60 officers, 5 QPS at peak; a regulator's request is due in 24 h"),
    (Question::Freshness, "stale by at most 15 minutes"),
    (Question::Consistency, "strong: the same report twice gives the same rows"),
    (Question::Metric, "preparing an audit from 6 weeks to 3 days"),
    (Question::Outcome, "$2.4M a year of audit fees, and three renewals wait for it"),
    (Question::Compliance, "SOX and GDPR: EU records stay in the EU, kept for 7 years"),
    (Question::Tenancy, "40 business lines with barriers between them"),
    (Question::Platform, "AWS and a mainframe on premises; managed where the vendor signs an SLA"),
    (Question::Out, "alerts on fraud as it happens, faster queries, clusters of our own"),
];
