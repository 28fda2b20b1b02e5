//! The words in which components are told apart: read from the data files by the build script, used by rules.

/// Declares an enum with one word per value, as the data files write it.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$value_doc])* $value),+
        }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word of this value in the data files.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }
        }
    };
}

words! {
    /// What kind of product it is; each has a data file of its own.
    Family {
        /// Logs, queues and routers of events.
        EventLog = "event-log",
        /// Getting files, rows, database changes and log lines in.
        Capture = "capture",
        /// Engines that change data event by event, or in small batches.
        StreamEngine = "stream-engine",
        /// Engines that change data in batches and by SQL.
        BatchEngine = "batch-engine",
        /// Programs that start and order jobs.
        Orchestrator = "orchestrator",
        /// Tables on object storage.
        TableFormat = "table-format",
        /// Files and blobs.
        ObjectStore = "object-store",
        /// Reads and writes by key.
        KeyValue = "key-value",
        /// Rows with transactions.
        Relational = "relational",
        /// Analytical SQL.
        Warehouse = "warehouse",
        /// Full-text, log and vector search.
        Search = "search",
        /// Features for models.
        FeatureStore = "feature-store",
        /// Answers over the network: models and programs.
        Endpoint = "endpoint",
        /// Charts for people, and data for other companies.
        Dashboard = "dashboard",
        /// Catalogue, access control, lineage.
        Governance = "governance",
        /// Metrics, alerts, experiments.
        Observability = "observability",
    }
}

words! {
    /// How it works through data.
    Mode {
        /// Event by event.
        Streaming = "streaming",
        /// In batches of seconds.
        MicroBatch = "micro-batch",
        /// In batches of minutes and more, on a schedule or by files.
        Batch = "batch",
        /// It answers when asked.
        Request = "request",
    }
}

words! {
    /// How often what went in comes out, as it comes; settings may strengthen it.
    Delivery {
        /// Lost at times, never twice.
        AtMostOnce = "at-most-once",
        /// Never lost, at times twice: what follows must cope with that.
        AtLeastOnce = "at-least-once",
        /// Once, if source and sink play along.
        ExactlyOnce = "exactly-once",
    }
}

words! {
    /// What a reader sees after a write.
    Consistency {
        /// The last write.
        Strong = "strong",
        /// A state that was true at one moment.
        Snapshot = "snapshot",
        /// Chosen for each table, account or request.
        Tunable = "tunable",
        /// The last write, some time later.
        Eventual = "eventual",
    }
}

words! {
    /// What of it runs while nothing happens.
    Hosting {
        /// Machines that run and cost at all times.
        AlwaysOn = "always-on",
        /// Machines that are started for a run, and stopped after it.
        PerRun = "per-run",
        /// The vendor runs it and one pays by use: nothing has to be started.
        Serverless = "serverless",
        /// The vendor runs it and stops it when idle: the first request waits for the start.
        ScaleToZero = "scale-to-zero",
        /// Not a machine: a format, a library or a set of rules within something else.
        Embedded = "embedded",
    }
}

words! {
    /// What happens to it when one machine dies.
    Redundancy {
        /// The vendor keeps copies and moves over by itself.
        Managed = "managed",
        /// It has copies if it is set up with them, and says so on no board by itself.
        Configured = "configured",
        /// One instance; its place is taken by a restart or by hand.
        Single = "single",
        /// It stands and falls with what runs it.
        Inherited = "inherited",
    }
}

words! {
    /// Whether data flows through it.
    Plane {
        /// Data flows through it.
        Data = "data",
        /// It decides, starts, allows or watches, and adds no latency to an event.
        Control = "control",
    }
}

words! {
    /// A way of failing well that it brings along.
    Idiom {
        /// Events that cannot be worked on wait in a place of their own.
        DeadLetter = "dead-letter",
        /// What does not fit the schema is kept beside it.
        RescuedData = "rescued-data",
        /// Rows are checked, and kept, dropped or refused.
        Expectations = "expectations",
        /// Progress and state are written down, and taken up again.
        Checkpoint = "checkpoint",
        /// State is written down on purpose, to deploy or to move.
        Savepoint = "savepoint",
        /// What was read can be read again from an earlier point.
        Replay = "replay",
        /// Tries again by itself.
        Retry = "retry",
        /// Only what failed of a run is run again.
        RepairRun = "repair-run",
        /// An earlier state of a table can be read and restored.
        TimeTravel = "time-travel",
        /// A database can be set back to a moment.
        PointInTimeRecovery = "point-in-time-recovery",
        /// Another copy takes over.
        Failover = "failover",
        /// Says no beyond its limit, and the caller waits.
        Throttling = "throttling",
        /// Waits in line beyond its limit.
        Queueing = "queueing",
        /// Everything is read anew from the source.
        Resync = "resync",
        /// An older version takes over, in part or whole.
        Rollback = "rollback",
    }
}

words! {
    /// How much a figure can be relied on.
    Confidence {
        /// The vendor documents it.
        Vendor = "vendor",
        /// Somebody measured it and published how.
        Measured = "measured",
        /// Read second-hand.
        Reported = "reported",
    }
}
