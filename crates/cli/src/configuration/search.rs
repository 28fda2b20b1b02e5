//! Finds the file of settings that is nearest to a board, and reads each once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reading::read;
use super::{Configuration, FILE_NAME, Fault};
use crate::obstacle::unread;

/// Which file holds for boards in a folder; nothing where there is none above it.
type Found = Option<Arc<Configuration>>;

/// What was found so far.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// By folder.
    found: BTreeMap<PathBuf, Found>,
    /// By path of the file of settings.
    read: BTreeMap<PathBuf, Arc<Configuration>>,
}

impl Search {
    /// The nearest file of settings above the board at `path`, which is absolute.
    pub(crate) fn above(&mut self, path: &Path) -> Result<Found, Fault> {
        let Some(folder) = path.parent() else {
            return Ok(None);
        };
        if let Some(found) = self.found.get(folder) {
            return Ok(found.clone());
        }
        let files = folder.ancestors().map(|folder| folder.join(FILE_NAME));
        let found = match files.into_iter().find(|file| file.is_file()) {
            Some(file) => Some(self.at(&file)?),
            None => None,
        };
        self.found.insert(folder.to_owned(), found.clone());
        Ok(found)
    }

    /// The file of settings at `path`, which is absolute.
    pub(crate) fn at(&mut self, path: &Path) -> Result<Arc<Configuration>, Fault> {
        if let Some(read) = self.read.get(path) {
            return Ok(Arc::clone(read));
        }
        let text = std::fs::read_to_string(path).map_err(|error| Fault {
            path: shown(path),
            text: String::new(),
            range: None,
            message: unread(&error),
            remedy: Some("Without `--config` the nearest sketchlint.toml above a board holds.".to_owned()),
        })?;
        let configuration = Arc::new(read(path, &text)?);
        self.read.insert(path.to_owned(), Arc::clone(&configuration));
        Ok(configuration)
    }
}

/// A path as people are told: from where they are, if it lies below.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    match below {
        Some(below) if below.as_os_str().is_empty() => ".".to_owned(),
        Some(below) => below.display().to_string(),
        None => path.display().to_string(),
    }
}
