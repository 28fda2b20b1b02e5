//! Durable logs and queues of events.

use board::Role::{Ingest, Store};

use super::{Component, Family};

pub(super) static ALL: &[Component] = &[
    Component {
        id: "apache-kafka",
        name: "Apache Kafka",
        aliases: &[
            "apache kafka",
            "kafka",
            "confluent",
            "confluent cloud",
            "redpanda",
        ],
        roles: &[Ingest, Store],
        family: Family::EventLog,
    },
    Component {
        id: "amazon-msk",
        name: "Amazon MSK",
        aliases: &["amazon msk", "msk", "managed kafka"],
        roles: &[Ingest, Store],
        family: Family::EventLog,
    },
    Component {
        id: "amazon-kinesis",
        name: "Amazon Kinesis Data Streams",
        aliases: &[
            "amazon kinesis data streams",
            "kinesis data streams",
            "amazon kinesis",
            "kinesis",
            "kinesis stream",
        ],
        roles: &[Ingest],
        family: Family::EventLog,
    },
    Component {
        id: "azure-event-hubs",
        name: "Azure Event Hubs",
        aliases: &[
            "azure event hubs",
            "event hubs",
            "event hub",
            "eventhub",
            "eventhubs",
        ],
        roles: &[Ingest],
        family: Family::EventLog,
    },
    Component {
        id: "google-pub-sub",
        name: "Google Pub/Sub",
        aliases: &["google pub sub", "pub sub", "pubsub", "cloud pub sub"],
        roles: &[Ingest],
        family: Family::EventLog,
    },
    Component {
        id: "apache-pulsar",
        name: "Apache Pulsar",
        aliases: &["apache pulsar", "pulsar"],
        roles: &[Ingest, Store],
        family: Family::EventLog,
    },
    Component {
        id: "amazon-sqs",
        name: "Amazon SQS",
        aliases: &["amazon sqs", "sqs"],
        roles: &[Ingest],
        family: Family::EventLog,
    },
    Component {
        id: "rabbitmq",
        name: "RabbitMQ",
        aliases: &["rabbitmq", "rabbit mq"],
        roles: &[Ingest],
        family: Family::EventLog,
    },
];
