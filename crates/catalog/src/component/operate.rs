//! What stands beside the flow: governance, metrics, alerts, experiments.

use board::Role::{Govern, Ingest, Observe, Serve};

use super::{Component, Family};

pub(super) static ALL: &[Component] = &[
    Component {
        id: "unity-catalog",
        name: "Unity Catalog",
        aliases: &["unity catalog", "uc"],
        roles: &[Govern],
        family: Family::Governance,
    },
    Component {
        id: "aws-lake-formation",
        name: "AWS Lake Formation",
        aliases: &[
            "aws lake formation",
            "lake formation",
            "glue catalog",
            "glue data catalog",
        ],
        roles: &[Govern],
        family: Family::Governance,
    },
    Component {
        id: "microsoft-purview",
        name: "Microsoft Purview",
        aliases: &["microsoft purview", "purview"],
        roles: &[Govern],
        family: Family::Governance,
    },
    Component {
        id: "schema-registry",
        name: "Schema registry",
        aliases: &["schema registry"],
        roles: &[Govern],
        family: Family::Governance,
    },
    Component {
        id: "mlflow",
        name: "MLflow",
        aliases: &["mlflow", "ml flow"],
        roles: &[Observe],
        family: Family::Observability,
    },
    Component {
        id: "grafana",
        name: "Grafana",
        aliases: &["grafana"],
        roles: &[Observe, Serve],
        family: Family::Observability,
    },
    Component {
        id: "prometheus",
        name: "Prometheus",
        aliases: &["prometheus"],
        roles: &[Observe],
        family: Family::Observability,
    },
    Component {
        id: "datadog",
        name: "Datadog",
        aliases: &["datadog"],
        roles: &[Observe],
        family: Family::Observability,
    },
    Component {
        id: "amazon-cloudwatch",
        name: "Amazon CloudWatch",
        aliases: &["amazon cloudwatch", "cloudwatch"],
        roles: &[Observe],
        family: Family::Observability,
    },
    Component {
        id: "opentelemetry",
        name: "OpenTelemetry",
        aliases: &["opentelemetry", "otel", "open telemetry"],
        roles: &[Observe, Ingest],
        family: Family::Observability,
    },
    Component {
        id: "pagerduty",
        name: "PagerDuty",
        aliases: &["pagerduty", "pager duty"],
        roles: &[Observe],
        family: Family::Observability,
    },
];
