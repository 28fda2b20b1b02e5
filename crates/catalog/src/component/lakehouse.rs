//! The lakehouse: its pipelines, its table formats and the object stores beneath.

use board::Role::{Process, Source, Store};

use super::{Component, Family};

pub(super) static ALL: &[Component] = &[
    Component {
        id: "lakeflow-declarative-pipelines",
        name: "Lakeflow Declarative Pipelines",
        aliases: &[
            "lakeflow declarative pipelines",
            "lakeflow pipelines",
            "declarative pipelines",
            "delta live tables",
            "dlt",
            "lakeflow",
        ],
        roles: &[Process],
        family: Family::BatchEngine,
    },
    Component {
        id: "delta-lake",
        name: "Delta Lake",
        aliases: &["delta lake", "delta", "delta table", "delta tables"],
        roles: &[Store],
        family: Family::TableFormat,
    },
    Component {
        id: "apache-iceberg",
        name: "Apache Iceberg",
        aliases: &["apache iceberg", "iceberg", "iceberg table", "iceberg tables"],
        roles: &[Store],
        family: Family::TableFormat,
    },
    Component {
        id: "apache-hudi",
        name: "Apache Hudi",
        aliases: &["apache hudi", "hudi"],
        roles: &[Store],
        family: Family::TableFormat,
    },
    Component {
        id: "amazon-s3",
        name: "Amazon S3",
        aliases: &["amazon s3", "s3", "s3 bucket", "glacier", "s3 glacier"],
        roles: &[Store, Source],
        family: Family::ObjectStore,
    },
    Component {
        id: "azure-data-lake-storage",
        name: "Azure Data Lake Storage",
        aliases: &[
            "azure data lake storage",
            "adls",
            "adls gen2",
            "azure blob storage",
            "blob storage",
        ],
        roles: &[Store, Source],
        family: Family::ObjectStore,
    },
    Component {
        id: "google-cloud-storage",
        name: "Google Cloud Storage",
        aliases: &["google cloud storage", "gcs", "cloud storage"],
        roles: &[Store, Source],
        family: Family::ObjectStore,
    },
];
