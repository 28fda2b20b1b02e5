//! Schedules and versions of jobs: the status may lag, the bill and the version that runs may not.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "etl-scheduler",
    title: "Schedule and version ETL jobs",
    text: "Design a feature that lets users schedule and version their ETL jobs at enterprise scale.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "3,000 data engineers in 400 enterprises, and the operators whom their jobs wake"),
    (Question::Job, "take back a bad version within minutes; today it costs the whole night's run"),
    (Question::Latency, "p99 ≤ 5 s from the due time to the start of a run"),
    (Question::Cost, "≤ $40k/month for the control plane"),
    (Question::Accuracy, "< 0.001 % of runs started twice"),
    (Question::Failure, "no run lost, at-least-once, 14-day replay, RTO 10 min"),
    (Question::Availability, "99.95 % for starting runs"),
    (Question::Volume, "2 million runs a day, 300 ev/s average, 3k ev/s peak, 5x spike at midnight, 2 KB each"),
    (Question::Retention, "runs hot for 90 days, versions and cold runs for 2 years"),
    (Question::Reads, "50,000 concurrent users on the status page, 10k QPS at peak"),
    (Question::Freshness, "status stale by at most 10 s"),
    (Question::Consistency, "eventual for status, strong for billing and for the version that runs"),
    (Question::Metric, "nights that fail because of a wrong version from 4 % to 1 %"),
    (Question::Outcome, "60 enterprise renewals wait for it, $9M a year"),
    (Question::Compliance, "SOC 2: who changed which job, kept for 2 years"),
    (Question::Tenancy, "400 enterprises on shared schedulers; one's midnight never delays another's"),
    (Question::Platform, "AWS, Azure and GCP under one control plane; compute runs in the customer's account"),
    (Question::Out, "a visual designer, streaming jobs, dependencies between customers"),
];
