//! Ten terabytes of logs a day: alerting or reporting, hot or cold.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "logs-10tb",
    title: "Application logs, 10 TB a day",
    text: "Design a system that takes in and analyses 10 TB of logs a day from customers' applications.",
    track: Track::ProductManager,
    given: &[(Question::Volume, "10 TB of logs a day")],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "support engineers on call, and the customers' own administrators"),
    (Question::Job, "find out why a customer's job failed while the customer is still on the phone; today a grep takes an hour"),
    (Question::Latency, "alerts within 60 seconds of the log line"),
    (Question::Cost, "≤ $70k/month"),
    (Question::Accuracy, "< 5 % of alerts are false"),
    (Question::Failure, "7-day replay, at-least-once, recovers in 15 minutes"),
    (Question::Availability, "99.9 % for search"),
    (Question::Volume, "10 TB/day, 250k ev/s average, 600k ev/s peak, 3x spike when a release goes wrong, 500 bytes each"),
    (Question::Retention, "hot for 90 days, cold for 1 year"),
    (Question::Reads, "300 support engineers, 100 QPS at peak, nine in ten over the last day"),
    (Question::Freshness, "searchable within 5 minutes"),
    (Question::Consistency, "eventual; a line of this minute may be missing"),
    (Question::Metric, "median time to find the failing line from 55 minutes to 5 minutes"),
    (Question::Outcome, "renewals of customers with an incident up from 82 % to 90 %, $4M a year"),
    (Question::Compliance, "GDPR: personal data masked before storage, deleted after 1 year"),
    (Question::Tenancy, "4,000 organisations; no one sees another's lines"),
    (Question::Platform, "AWS and Azure, managed wherever it exists"),
    (Question::Out, "traces and metrics, search across organisations, customer-built dashboards"),
];
