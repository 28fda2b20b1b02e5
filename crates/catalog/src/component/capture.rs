//! Getting files, rows and log lines in.

use board::Role::{Ingest, Serve};

use super::{Component, Family};

pub(super) static ALL: &[Component] = &[
    Component {
        id: "auto-loader",
        name: "Auto Loader",
        aliases: &["auto loader", "autoloader", "cloudfiles", "cloud files"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "lakeflow-connect",
        name: "Lakeflow Connect",
        aliases: &["lakeflow connect"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "debezium",
        name: "Debezium",
        aliases: &["debezium"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "kafka-connect",
        name: "Kafka Connect",
        aliases: &["kafka connect"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "amazon-data-firehose",
        name: "Amazon Data Firehose",
        aliases: &[
            "amazon data firehose",
            "data firehose",
            "firehose",
            "kinesis firehose",
            "kinesis data firehose",
        ],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "fivetran",
        name: "Fivetran",
        aliases: &["fivetran"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "fluentd",
        name: "Fluentd",
        aliases: &["fluentd", "fluent bit", "fluentbit"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "vector-agent",
        name: "Vector agent",
        aliases: &["vector agent", "vector dev"],
        roles: &[Ingest],
        family: Family::Capture,
    },
    Component {
        id: "api-gateway",
        name: "API gateway",
        aliases: &["api gateway", "apigw", "amazon api gateway"],
        roles: &[Ingest, Serve],
        family: Family::Capture,
    },
];
