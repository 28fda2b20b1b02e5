//! Monitoring of jobs: thresholds from each job's own past, beside the tools that are there already.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "job-monitoring",
    title: "Job monitoring",
    text: "Design a job monitoring system for our Spark platform.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "600 data engineers on call for 6,000 jobs, and 10 platform administrators"),
    (Question::Job, "know why a job is late before its deadline; today one opens ten Spark UIs"),
    (Question::Latency, "p95 ≤ 60 s from metric to page"),
    (Question::Cost, "≤ $40k/month"),
    (Question::Accuracy, "< 5 % of pages are false alarms"),
    (Question::Failure, "1-day replay, at-least-once, RTO 10 min; it must outlive what it watches"),
    (Question::Availability, "99.9 % for alerts"),
    (Question::Volume, "100k ev/s average, 250k ev/s peak, 2x spike when the nightly jobs start, 200 bytes each"),
    (Question::Retention, "hot for 14 days, baselines for 13 months"),
    (Question::Reads, "600 engineers, 100 QPS at peak"),
    (Question::Freshness, "metrics stale by at most 2 minutes, cost stale by at most 2 days"),
    (Question::Consistency, "eventual for metrics"),
    (Question::Metric, "time to the cause of a late job from 90 minutes to 15 minutes"),
    (Question::Outcome, "$3M a year of credits for missed deadlines, and fewer idle executors"),
    (Question::Compliance, "SOC 2: metrics carry no rows, and access is logged for 1 year"),
    (Question::Tenancy, "300 teams on shared clusters; a noisy one slows no other's alerts"),
    (Question::Platform, "Datadog and Splunk stay; AWS and Azure"),
    (Question::Out, "tuning jobs automatically, log search, replacing Datadog"),
];
