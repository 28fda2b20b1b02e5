//! Engines that change data, and the programs that start them.

use board::Role::{Observe, Process, Serve};

use super::{Component, Family};

pub(super) static ALL: &[Component] = &[
    Component {
        id: "spark-structured-streaming",
        name: "Spark Structured Streaming",
        aliases: &[
            "spark structured streaming",
            "structured streaming",
            "spark streaming",
        ],
        roles: &[Process],
        family: Family::StreamEngine,
    },
    Component {
        id: "apache-flink",
        name: "Apache Flink",
        aliases: &["apache flink", "flink", "managed flink"],
        roles: &[Process],
        family: Family::StreamEngine,
    },
    Component {
        id: "kafka-streams",
        name: "Kafka Streams",
        aliases: &["kafka streams", "ksqldb", "ksql"],
        roles: &[Process],
        family: Family::StreamEngine,
    },
    Component {
        id: "google-dataflow",
        name: "Google Dataflow",
        aliases: &["google dataflow", "dataflow", "apache beam", "beam"],
        roles: &[Process],
        family: Family::StreamEngine,
    },
    Component {
        id: "aws-lambda",
        name: "AWS Lambda",
        aliases: &["aws lambda", "lambda"],
        roles: &[Process, Serve],
        family: Family::StreamEngine,
    },
    Component {
        id: "apache-spark",
        name: "Apache Spark",
        aliases: &[
            "apache spark",
            "spark",
            "spark job",
            "spark batch",
            "databricks job",
            "databricks jobs",
        ],
        roles: &[Process],
        family: Family::BatchEngine,
    },
    Component {
        id: "dbt",
        name: "dbt",
        aliases: &["dbt", "dbt core", "dbt cloud"],
        roles: &[Process],
        family: Family::BatchEngine,
    },
    Component {
        id: "aws-glue",
        name: "AWS Glue",
        aliases: &["aws glue", "glue"],
        roles: &[Process],
        family: Family::BatchEngine,
    },
    Component {
        id: "photon",
        name: "Photon",
        aliases: &["photon"],
        roles: &[Process],
        family: Family::BatchEngine,
    },
    Component {
        id: "apache-airflow",
        name: "Apache Airflow",
        aliases: &["apache airflow", "airflow", "mwaa", "cloud composer"],
        roles: &[Observe, Process],
        family: Family::Orchestrator,
    },
    Component {
        id: "lakeflow-jobs",
        name: "Lakeflow Jobs",
        aliases: &[
            "lakeflow jobs",
            "databricks workflows",
            "workflows",
            "databricks workflow",
        ],
        roles: &[Observe, Process],
        family: Family::Orchestrator,
    },
];
