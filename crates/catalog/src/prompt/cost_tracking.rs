//! Cost by team, workload and endpoint: the dashboard and the invoice show one number.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "cost-tracking",
    title: "Cost tracking for serverless SQL",
    text: "Design cost tracking for our serverless SQL endpoints.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "80 finance partners who charge back, and 500 team leads who see the invoice last"),
    (Question::Job, "know who spends what while it can still be stopped; today the invoice tells, 30 days late"),
    (Question::Latency, "a budget alert within 10 minutes of the spend"),
    (Question::Cost, "≤ $12k/month"),
    (Question::Accuracy, "within 0.1 % of the invoice"),
    (Question::Failure, "no usage lost or counted twice: exactly-once, 30-day replay, RPO 0, RTO 1 h"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "5k ev/s average, 15k ev/s peak, 3x spike at month end, 300 bytes each"),
    (Question::Retention, "hot for 13 months, cold for 7 years"),
    (Question::Reads, "580 people, 20 QPS at peak; finance exports once a month"),
    (Question::Freshness, "stale by at most 15 minutes; a closed month reaches billing within 2 days"),
    (Question::Consistency, "strong: the dashboard and the invoice show one number"),
    (Question::Metric, "spend that no team owns from 35 % to 3 %"),
    (Question::Outcome, "12 % less waste keeps $5M a year of customers who would cap their use"),
    (Question::Compliance, "SOX: who changed a price or a tag, kept for 7 years"),
    (Question::Tenancy, "2,000 accounts; a team sees its own cost, finance sees all"),
    (Question::Platform, "AWS and Azure, managed"),
    (Question::Out, "forecasts, throttling a team, other products' cost"),
];
