//! What can go wrong with the browser's store, in sentences that say what to do.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

/// Why the store could not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// There is no store: a private window, a setting, a policy.
    #[error(
        "This browser keeps nothing for this page ({0}). The board lives in this tab alone: download it before you \
         close the tab."
    )]
    Unavailable(String),
    /// There is no room left.
    #[error(
        "The browser's room for this page is full. Everything is still here and is tried again: download the board, \
         or remove old ones."
    )]
    Full,
    /// Another tab writes this board now.
    #[error("Another tab is editing this board now, so changes made here are not saved to it.")]
    Overtaken,
    /// The board went from the store while it was open: site data were cleared.
    #[error("The stored board was deleted while it was open. It is stored anew.")]
    Gone,
    /// Another tab has the board open, and would be cut off.
    #[error("The board is open in another tab. Close it there first.")]
    OpenElsewhere,
    /// A later version of the page wrote it.
    #[error("A later version of this page saved the board. Reload the page to get that version.")]
    Newer,
    /// There is nothing under this id.
    #[error("There is no such board in this browser.")]
    NoSuchBoard,
    /// Nothing of it can be read.
    #[error("The stored board cannot be read. Nothing of it was deleted: download the stored text.")]
    Unreadable,
    /// Anything else, in the browser's words.
    #[error("The browser could not save ({0}). Everything is still here and is tried again.")]
    Refused(String),
}

impl StorageError {
    /// The error that the browser threw, or that a request or a transaction ended with.
    pub(crate) fn thrown(thrown: &JsValue) -> Self {
        let Some(error) = thrown.dyn_ref::<web_sys::DomException>() else {
            return Self::Refused("no reason given".to_owned());
        };
        match error.name().as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" => Self::Unavailable("it is not allowed to".to_owned()),
            "VersionError" => Self::Newer,
            // An entry is added, never put over another: somebody else wrote one of this number.
            "ConstraintError" => Self::Overtaken,
            name => Self::Refused(name.to_owned()),
        }
    }
}
