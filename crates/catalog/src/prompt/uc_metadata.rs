//! An index of metadata: the catalogue governs, and is not what makes a query fast.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "uc-metadata",
    title: "Metadata index of a governance catalogue",
    text: "Design metadata indexing for a governance catalogue such as Unity Catalog.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "400 data stewards, and 8,000 analysts who look for a table that they may trust"),
    (Question::Job, "find the right table and see who may read it; today one asks in chat and waits a day"),
    (Question::Latency, "p95 ≤ 500 ms for a search"),
    (Question::Cost, "≤ $18k/month"),
    (Question::Accuracy, "no name is shown to someone without the grant; < 0.5 % of names out of date"),
    (Question::Failure, "7-day replay to rebuild the index, at-least-once, RTO 1 h"),
    (Question::Availability, "99.9 % for search"),
    (Question::Volume, "50 million objects, 2k ev/s average, 6k ev/s peak, 5x spike during a migration, 2 KB each"),
    (Question::Retention, "lineage and audit hot for 90 days, cold for 1 year"),
    (Question::Reads, "8,400 people, 200 QPS at peak"),
    (Question::Freshness, "a new table is found within 60 s"),
    (Question::Consistency, "strong for grants, eventual for names"),
    (Question::Metric, "time to a trusted table from 1 day to 10 minutes"),
    (Question::Outcome, "governance gaps block renewals of $6M a year"),
    (Question::Compliance, "SOC 2 and GDPR: who looked at what is kept for 1 year"),
    (Question::Tenancy, "3,000 accounts; none sees another's names"),
    (Question::Platform, "AWS, Azure and GCP, managed"),
    (Question::Out, "faster queries, quality scores, a business glossary"),
];
