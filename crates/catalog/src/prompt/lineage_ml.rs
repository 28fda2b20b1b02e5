//! Lineage of models: captured beside the serving path, never on it.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "lineage-ml",
    title: "Lineage from experiment to endpoint",
    text: "ML engineers lose lineage between the experiment and production. Design lineage from the run to the registered model to the serving endpoint.",
    track: Track::ProductManager,
    given: &[],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "4,000 ML engineers in mid-market teams, and the reviewers who sign their models off"),
    (Question::Job, "say which data trained the model that answers now; today a spreadsheet is rebuilt by hand, 15 % of each sprint"),
    (Question::Latency, "p95 ≤ 2 s to open a trace; serving waits for nothing"),
    (Question::Cost, "≤ $12k/month"),
    (Question::Accuracy, "99 % of endpoints traced back to their run"),
    (Question::Failure, "no event lost, at-least-once, 14-day replay, RTO 1 h"),
    (Question::Availability, "99.9 % for traces; an endpoint answers without them"),
    (Question::Volume, "2k ev/s average, 5k ev/s peak, 4x spike when everybody retrains, 1 KB each"),
    (Question::Retention, "hot for 90 days, cold for 2 years"),
    (Question::Reads, "4,000 engineers, 20 QPS at peak"),
    (Question::Freshness, "a deployment is traced within 5 minutes"),
    (Question::Consistency, "eventual"),
    (Question::Metric, "adoption among registry users from 0 % to 40 % within 60 days, lineage tickets from 120 to 60 a month"),
    (Question::Outcome, "$5M a year of accounts that name lineage gaps as the reason to leave"),
    (Question::Compliance, "SOC 2: which data trained which model, kept for 2 years"),
    (Question::Tenancy, "1,500 workspaces; a trace never crosses into another"),
    (Question::Platform, "AWS and Azure, with MLflow and Unity Catalog there already"),
    (Question::Out, "models outside MLflow, drift, retraining on its own"),
];
