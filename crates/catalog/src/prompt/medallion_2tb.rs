//! The pipeline that one really ran: many sources, two promises, two sources that drift.

use board::{Question, Track};

use super::{Answers, Prompt};

pub(super) const PROMPT: Prompt = Prompt {
    id: "medallion-2tb",
    title: "A medallion pipeline for 80 sources",
    text: "Walk me through the pipeline you last built. Say it took in 2 TB a day from 80 source systems, and finance \
           and analytics both lived on it.",
    track: Track::DataEngineer,
    given: &[(Question::Volume, "2 TB a day from 80 source systems")],
};

pub(super) const ANSWERS: Answers = &[
    (Question::Persona, "finance controllers who close the books, and 150 analysts"),
    (Question::Job, "see the day's revenue while it can still be corrected; today one broken feed holds up every table"),
    (Question::Latency, "no table is asked for within seconds: the finance promise is 30 minutes"),
    (Question::Cost, "≤ $45k/month"),
    (Question::Accuracy, "finance tables reconcile to within 0.01 % of the ledger"),
    (Question::Failure, "30-day replay, effectively exactly-once tables, RTO 1 h"),
    (Question::Availability, "99.5 % of finance runs on time"),
    (Question::Volume, "2 TB/day on average, 4x spike at month end, 80 source systems, two drift weekly"),
    (Question::Retention, "keep raw files 90 days, finance tables 7 years"),
    (Question::Reads, "150 analysts, 20 QPS by day; the finance pack every 30 minutes"),
    (Question::Freshness, "finance stale by at most 30 minutes, analytics stale by at most 4 h"),
    (Question::Consistency, "strong within a table: a report reads one version"),
    (Question::Metric, "finance tables on time from 91 % to 99.5 % of runs"),
    (Question::Outcome, "$1.5M a year of corrections after the books close"),
    (Question::Compliance, "SOX: who read and changed finance tables, kept for 7 years"),
    (Question::Tenancy, "finance and analytics share one platform; finance goes first"),
    (Question::Platform, "one cloud, managed Databricks"),
    (Question::Out, "sub-minute freshness, machine learning, writing back to sources"),
];
