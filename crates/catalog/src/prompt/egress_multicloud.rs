//! Egress: the price per GB draws every box, and residency says where it may stand.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "egress-multicloud",
    title: "Egress for multi-cloud enterprises",
    text: "Design a feature that reduces the cost of data egress for multi-cloud enterprises.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "heads of data platform with tables in one cloud and readers in another"),
    (Question::Job, "read the other cloud's tables without paying for the same bytes each time; today every query pulls them across"),
    (Question::Latency, "p95 ≤ 10 s for a dashboard query"),
    (Question::Cost, "≤ $30k/month, egress at $0.09 per GB included"),
    (Question::Accuracy, "checksums match on 100 % of the files copied"),
    (Question::Failure, "7-day replay, at-least-once, RTO 4 h"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "2 TB/day changed on average, 6 TB/day peak, 2x spike at quarter end, 20 TB/day read"),
    (Question::Retention, "30 days on the reader's side"),
    (Question::Reads, "800 analysts, 40 QPS at peak, nine in ten on the same 200 tables"),
    (Question::Freshness, "stale by at most 1 h"),
    (Question::Consistency, "eventual between clouds; a snapshot is always whole"),
    (Question::Metric, "egress from $54k to $6k a month"),
    (Question::Outcome, "egress is what stops $10M a year of multi-cloud deals"),
    (Question::Compliance, "GDPR residency: EU tables never leave the EU"),
    (Question::Tenancy, "30 business units, each charged for its own bytes"),
    (Question::Platform, "AWS writes and Azure reads, under one control plane, managed"),
    (Question::Out, "writes from both clouds, a third cloud, copying every table"),
];
