//! Fraud detection while the card is still in the reader.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "fraud-50k",
    title: "Near-real-time fraud detection",
    text: "Design a pipeline that detects card fraud in near real time. It sees 50,000 events per second.",
    track: Track::DataEngineer,
    given: &[(Question::Volume, "50,000 events per second")],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "the fraud operations team, and the card holder who stands at the till"),
    (Question::Job, "stop a stolen card before the sale completes; today the nightly batch finds it a day late"),
    (Question::Latency, "p99 ≤ 300 ms from swipe to decision"),
    (Question::Cost, "≤ $60k/month"),
    (Question::Accuracy, "< 0.1 % false positives"),
    (Question::Failure, "no event lost, 7-day replay, RTO 15 min"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "50k ev/s peak, 20k ev/s average, 10x spike on holidays, 1 KB each"),
    (Question::Retention, "90 days for reprocessing"),
    (Question::Reads, "every authorisation asks once; 40 analysts refresh a dashboard every 5 minutes"),
    (Question::Freshness, "analysts see data stale by at most 10 minutes"),
    (Question::Consistency, "eventual for history; a decision reads its own card's last swipe"),
    (Question::Metric, "fraud loss from 0.12 % to 0.05 % of turnover"),
    (Question::Outcome, "$7M a year in charge-backs avoided"),
    (Question::Compliance, "PCI DSS: card numbers are tokenised before they reach us"),
    (Question::Tenancy, "one issuer; three teams share the platform"),
    (Question::Platform, "AWS, managed or self-run"),
    (Question::Out, "model training, the case management screen, a second region"),
];
