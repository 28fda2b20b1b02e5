//! Features fresh enough for the next page: a contract between the click and the model.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "features-3s",
    title: "Feature vectors within three seconds",
    text: "Deliver feature vectors to the recommendation engine within 3 s of a user's click, and keep storage under $0.02 per GB.",
    track: Track::ProductManager,
    given: &[(Question::Latency, "within 3 s of a user's click"), (Question::Cost, "storage under $0.02 per GB")],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "the recommendation team, whose engine answers 5 million shoppers"),
    (Question::Job, "let the next page know the last click; today features are an hour old"),
    (Question::Latency, "p95 ≤ 3 s from click to vector"),
    (Question::Cost, "storage under $0.02 per GB, ≤ $35k/month"),
    (Question::Accuracy, "online and offline features differ in < 0.5 % of keys"),
    (Question::Failure, "7-day replay, at-least-once, RTO 10 min; a stale vector beats none"),
    (Question::Availability, "99.9 %"),
    (Question::Volume, "4k ev/s average, 10k ev/s peak, 3x spike on sale days, 1 KB each"),
    (Question::Retention, "90 days for training"),
    (Question::Reads, "the engine asks 3k QPS with a 200 ms tail; the trainer reads once a day"),
    (Question::Freshness, "vectors stale by at most 5 s, training data stale by at most 1 day"),
    (Question::Consistency, "eventual; a shopper sees their own click on the next page"),
    (Question::Metric, "time to insight, p95, from 1 h to 3 s"),
    (Question::Outcome, "1.5 % more revenue per visit, $8M a year"),
    (Question::Compliance, "GDPR: user ids are pseudonyms, deleted within 90 days"),
    (Question::Tenancy, "one shop; the web, features and recommendation teams share the platform"),
    (Question::Platform, "Azure with Event Hubs and Delta already there, managed"),
    (Question::Out, "training the model, experiments, joining devices of one user"),
];
