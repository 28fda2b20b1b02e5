//! One component and one source as their blocks in the data files spell them.

use serde::Deserialize;

use crate::nature::Confidence;

/// A component; `CONTRIBUTING.md` says what each line means.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Block {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    #[serde(rename = "for")]
    pub(crate) good_for: String,
    #[serde(rename = "not")]
    pub(crate) not_for: String,
    pub(crate) roles: Vec<String>,
    pub(crate) serves: Vec<String>,
    #[serde(default)]
    pub(crate) serves_not: Vec<String>,
    pub(crate) group: Option<String>,
    pub(crate) mode: Option<String>,
    pub(crate) hosting: String,
    pub(crate) redundancy: String,
    pub(crate) plane: Option<String>,
    pub(crate) delivery: Option<String>,
    pub(crate) consistency: Option<String>,
    #[serde(default)]
    pub(crate) replayable: bool,
    #[serde(default)]
    pub(crate) stateful: bool,
    pub(crate) latency: Option<String>,
    pub(crate) freshness: Option<String>,
    pub(crate) start_up: Option<String>,
    pub(crate) retention: Option<String>,
    pub(crate) availability: Option<String>,
    pub(crate) capacity: Option<String>,
    #[serde(default)]
    pub(crate) idioms: Vec<String>,
}

/// A page that figures were read from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceBlock {
    pub(crate) title: String,
    pub(crate) url: String,
    pub(crate) as_of: String,
    pub(crate) kind: String,
}

impl SourceBlock {
    /// How far its figures can be relied on, which is what `kind` says.
    pub(crate) fn confidence(&self) -> Result<Confidence, String> {
        let mut known = Confidence::ALL.iter().copied();
        known
            .find(|confidence| confidence.as_str() == self.kind)
            .ok_or_else(|| format!("`{}` is no kind of page", self.kind))
    }
}
