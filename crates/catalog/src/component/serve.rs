//! What answers: features, models, programs and charts.

use board::Role::{Consumer, Process, Serve, Store};

use super::{Component, Family};

pub(super) static ALL: &[Component] = &[
    Component {
        id: "feature-store",
        name: "Feature store",
        aliases: &["feature store", "feast", "databricks feature store"],
        roles: &[Store, Serve],
        family: Family::FeatureStore,
    },
    Component {
        id: "online-feature-store",
        name: "Online feature store",
        aliases: &[
            "online feature store",
            "online features",
            "online store",
            "online table",
            "online tables",
        ],
        roles: &[Serve, Store],
        family: Family::FeatureStore,
    },
    Component {
        id: "model-serving",
        name: "Model serving",
        aliases: &[
            "model serving",
            "mosaic ai model serving",
            "databricks model serving",
            "model serving endpoint",
        ],
        roles: &[Serve, Process],
        family: Family::Endpoint,
    },
    Component {
        id: "amazon-sagemaker",
        name: "Amazon SageMaker endpoint",
        aliases: &["amazon sagemaker endpoint", "sagemaker endpoint", "sagemaker"],
        roles: &[Serve, Process],
        family: Family::Endpoint,
    },
    Component {
        id: "rest-api",
        name: "REST API",
        aliases: &["rest api", "rest service", "graphql", "grpc service"],
        roles: &[Serve],
        family: Family::Endpoint,
    },
    Component {
        id: "power-bi",
        name: "Power BI",
        aliases: &["power bi", "powerbi"],
        roles: &[Serve, Consumer],
        family: Family::Dashboard,
    },
    Component {
        id: "tableau",
        name: "Tableau",
        aliases: &["tableau"],
        roles: &[Serve, Consumer],
        family: Family::Dashboard,
    },
    Component {
        id: "looker",
        name: "Looker",
        aliases: &["looker"],
        roles: &[Serve, Consumer],
        family: Family::Dashboard,
    },
];
