//! A history of queries: search, export or trends is the question that decides the store.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "query-history",
    title: "Query history",
    text: "Design a query history feature for our SQL product.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "40,000 analysts, and 900 administrators who look for costly statements"),
    (Question::Job, "find last week's query by its words and run it again; export and trends can wait"),
    (Question::Latency, "p95 ≤ 1 s for a search"),
    (Question::Cost, "≤ $15k/month"),
    (Question::Accuracy, "the query is on the first page in 90 % of searches"),
    (Question::Failure, "7-day replay, at-least-once, RTO 30 min"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "12 million queries a day, 140 ev/s average, 800 ev/s peak, 3x spike on Monday mornings, 3 KB each"),
    (Question::Retention, "searchable for 90 days, cold for 1 year"),
    (Question::Reads, "150 QPS at peak, eight in ten over the asker's own last week"),
    (Question::Freshness, "search stale by at most 60 s, the list by cost stale by at most 2 days"),
    (Question::Consistency, "eventual; a query of this minute may be missing"),
    (Question::Metric, "queries written again from scratch from 30 % to 10 %"),
    (Question::Outcome, "seats renewed from 91 % to 94 %, $2M a year"),
    (Question::Compliance, "GDPR: names and numbers in a statement are masked before storage, deleted after 1 year"),
    (Question::Tenancy, "5,000 workspaces; a statement is seen by its author and their administrators"),
    (Question::Platform, "AWS and Azure, managed"),
    (Question::Out, "export, performance trends, sharing a query"),
];
