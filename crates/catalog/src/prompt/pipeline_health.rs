//! A dashboard of pipelines' health: a minute is soon enough, a lost event is not.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "pipeline-health",
    title: "Pipeline health across 1,000 clusters",
    text: "How would you build a real-time dashboard of pipeline health across 1,000 clusters?",
    track: Track::ProductManager,
    given: &[(Question::Volume, "1,000 clusters")],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "20 platform engineers on call, and 200 team leads whose pipelines run there"),
    (Question::Job, "notice a stalled pipeline before its readers do; today a ticket tells, three hours late"),
    (Question::Latency, "p95 ≤ 90 s from event to screen"),
    (Question::Cost, "≤ $20k/month"),
    (Question::Accuracy, "< 2 % of pages are false alarms"),
    (Question::Failure, "3-day replay, at-least-once, RTO 10 min"),
    (Question::Availability, "99.9 % for the dashboard"),
    (Question::Volume, "1,000 clusters, 20k ev/s average, 60k ev/s peak, 3x spike on the hour when jobs start, 400 bytes each"),
    (Question::Retention, "hot for 30 days, cold for 1 year"),
    (Question::Reads, "220 people, 50 QPS at peak, nine in ten over the last hour"),
    (Question::Freshness, "stale by at most 2 minutes"),
    (Question::Consistency, "eventual is fine on a dashboard"),
    (Question::Metric, "time to notice a stalled pipeline from 3 h to 5 minutes"),
    (Question::Outcome, "missed deadlines cost $1.2M a year in credits; half of that is to go"),
    (Question::Compliance, "SOC 2: job parameters may hold secrets and are masked before storage"),
    (Question::Tenancy, "120 teams; a team sees its own clusters, the engineers on call see all"),
    (Question::Platform, "AWS and Azure, managed wherever it exists"),
    (Question::Out, "ad-hoc queries over raw events, repairing pipelines, capacity planning"),
];
