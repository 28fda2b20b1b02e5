//! What can go wrong, each as one sentence that says what happened and what to do.

use std::fmt;

/// A failure of a command of `cargo xtask`; its `Display` is the sentence for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The command line cannot be understood.
    Usage(String),
    /// A program that we need is not on `PATH`.
    Missing { program: String, remedy: &'static str },
    /// The compiler is older than the workspace allows.
    OldRust { found: String, needed: String },
    /// Node is older than the end-to-end tests allow.
    OldNode { found: String, needed: u32 },
    /// A step ran and failed; its own output stands above.
    Step { what: String, remedy: String },
    /// A tool was installed and still does not answer with its version.
    WrongTool {
        tool: String,
        version: String,
        folder: String,
    },
    /// Somebody else listens on the port that we were to serve on.
    PortTaken { port: u16 },
    /// The bundle is heavier than its budget; both in bytes, brotli, without fonts and examples.
    OverBudget { size: u64, budget: u64 },
    /// A file that another part of the project provides is not there.
    NoFile { path: String, remedy: String },
    /// A file could not be read, written or listed.
    File { path: String, error: String },
    /// The environment names no folder for what is kept between runs.
    NoHome,
    /// A stage was run without the part of set-up that it needs.
    Unasked,
    /// An earlier step failed, with this sentence.
    NotReady(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}; `cargo xtask --help` lists what there is."),
            Self::Missing { program, remedy } => {
                write!(f, "`{program}` is not on the PATH: {remedy}.")
            }
            Self::OldRust { found, needed } => write!(
                f,
                "Rust {found} is too old, this workspace needs {needed} or newer: \
                 run `rustup update stable && rustup default stable`, then try again."
            ),
            Self::OldNode { found, needed } => write!(
                f,
                "node {found} is too old, the end-to-end tests need {needed} or newer: \
                 install it from your distribution or https://nodejs.org, then try again."
            ),
            Self::Step { what, remedy } => write!(f, "{what} failed (see above): {remedy}."),
            Self::WrongTool {
                tool,
                version,
                folder,
            } => write!(
                f,
                "{tool} {version} was installed but does not answer with that version: \
                 delete {folder} and try again."
            ),
            Self::PortTaken { port } => write!(
                f,
                "Port {port} is taken by another program: stop that one, or take another port \
                 with `cargo xtask serve --port {}`.",
                if *port < u16::MAX { port + 1 } else { 8080 }
            ),
            Self::OverBudget { size, budget } => write!(
                f,
                "The bundle is {} kB compressed, above its budget of {} kB without fonts: \
                 see what came in with `cargo tree -p app --target wasm32-unknown-unknown`.",
                size.div_ceil(1000),
                budget / 1000
            ),
            Self::NoFile { path, remedy } => write!(f, "{path} is not there: {remedy}."),
            Self::File { path, error } => write!(
                f,
                "{path} cannot be used ({error}): check that it exists and that you may write it."
            ),
            Self::NoHome => {
                f.write_str("There is no folder to keep tools in: set HOME or XDG_CACHE_HOME to a full path.")
            }
            Self::Unasked => {
                f.write_str("This part of set-up was left out: run `cargo xtask test` without `--only`.")
            }
            Self::NotReady(sentence) => write!(f, "Not run, because set-up failed: {sentence}"),
        }
    }
}

impl Failure {
    /// A step that ran and failed, with what to do about it.
    pub(crate) fn step(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Step {
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// An IO error at a path.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::File {
            path: path.display().to_string(),
            error: error.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    fn one_of_each() -> Vec<Failure> {
        vec![
            Failure::Usage("There is no command `sevre`".into()),
            Failure::Missing {
                program: "npm".into(),
                remedy: "install node",
            },
            Failure::OldRust {
                found: "1.80.0".into(),
                needed: "1.95".into(),
            },
            Failure::OldNode {
                found: "v18.1.0".into(),
                needed: 20,
            },
            Failure::step("Building trunk", "check the network and try again"),
            Failure::WrongTool {
                tool: "trunk".into(),
                version: "0.21.14".into(),
                folder: "/cache/trunk".into(),
            },
            Failure::PortTaken { port: 8080 },
            Failure::OverBudget {
                size: 412_345,
                budget: 400_000,
            },
            Failure::NoFile {
                path: "tests/e2e/shots.mjs".into(),
                remedy: "restore it".into(),
            },
            Failure::File {
                path: "dist".into(),
                error: "permission denied".into(),
            },
            Failure::NoHome,
            Failure::Unasked,
            Failure::NotReady("`npm` is not on the PATH: install node.".into()),
        ]
    }

    #[test]
    fn every_failure_is_one_sentence_with_a_remedy() {
        for failure in one_of_each() {
            let sentence = failure.to_string();
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains('\n'), "{sentence}");
            assert!(
                sentence.contains(':') || sentence.contains(';'),
                "says what to do: {sentence}"
            );
        }
    }

    #[test]
    fn a_taken_port_names_the_port_and_another() {
        let sentence = Failure::PortTaken { port: 8080 }.to_string();
        assert!(sentence.contains("Port 8080"), "{sentence}");
        assert!(sentence.contains("--port 8081"), "{sentence}");
        let highest = Failure::PortTaken { port: u16::MAX }.to_string();
        assert!(highest.contains("--port 8080"), "{highest}");
    }

    #[test]
    fn a_heavy_bundle_names_both_sizes() {
        let sentence = Failure::OverBudget {
            size: 412_345,
            budget: 400_000,
        }
        .to_string();
        assert!(sentence.contains("413 kB") && sentence.contains("400 kB"));
    }
}
