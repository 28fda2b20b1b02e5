//! Serverless: the price fits the pattern, and a cold start is what it costs.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "serverless-smb",
    title: "Serverless for small businesses",
    text: "Design serverless compute for small businesses whose workloads nobody can predict.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "owners and lone analysts of 20,000 small businesses, with nobody to run a cluster"),
    (Question::Job, "ask a question and pay for that question; today a cluster idles nine hours in ten"),
    (Question::Latency, "p95 ≤ 15 s, cold start included"),
    (Question::Cost, "≤ $90k/month for 20,000 businesses"),
    (Question::Accuracy, "the bill is within 0.5 % of what was used"),
    (Question::Failure, "no charge lost or made twice: at-least-once, RPO 0, RTO 15 min; a failed query is free"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "30 ev/s average, 150 ev/s peak, 5x spike on Monday mornings, 2 KB each"),
    (Question::Retention, "usage hot for 90 days, cold for 1 year"),
    (Question::Reads, "20,000 businesses, three sessions a week, 150 QPS at peak"),
    (Question::Freshness, "the bill is stale by at most 1 h"),
    (Question::Consistency, "strong for the bill"),
    (Question::Metric, "trials that pay within 30 days from 8 % to 14 %"),
    (Question::Outcome, "300,000 businesses that no cluster price fits, $40M a year"),
    (Question::Compliance, "SOC 2: who ran what, kept for 1 year"),
    (Question::Tenancy, "20,000 tenants on shared machines; none sees or slows another"),
    (Question::Platform, "one cloud first, fully managed"),
    (Question::Out, "reserved capacity, GPUs, cluster settings"),
];
