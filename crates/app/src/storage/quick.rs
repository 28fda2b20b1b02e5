//! The browser's quick stores, which answer at once: localStorage for tails, sessionStorage for what this tab shows.
//!
//! A killed browser loses what was just written here, so nothing rests on it alone.

use web_sys::Storage;

use super::record::DocumentId;
use sorted::ordered;

/// Where the tails of one board lie: one of each page that wrote it.
pub(crate) fn tail_key(database: &str, id: &DocumentId, token: &str) -> String {
    format!("{}{token}", tail_prefix(database, id))
}

/// Keys and texts of the tails of a board, in the order of the keys.
pub(crate) fn tails(database: &str, id: &DocumentId) -> Vec<(String, String)> {
    let prefix = tail_prefix(database, id);
    let tails: Vec<(String, String)> = keys()
        .filter(|key| key.starts_with(&prefix))
        .filter_map(|key| read(&key).map(|text| (key, text)))
        .collect();
    let order = ordered(tails.len(), &|one, other| tails.get(one).cmp(&tails.get(other)));
    order.iter().filter_map(|at| tails.get(*at).cloned()).collect()
}

/// The boards that have a tail; one that has two is named twice.
pub(crate) fn boards_with_tails(database: &str) -> impl Iterator<Item = DocumentId> {
    let prefix = format!("{database} tail ");
    keys().filter_map(move |key| {
        let (id, _) = key.strip_prefix(&prefix)?.split_once(' ')?;
        Some(DocumentId::new(id))
    })
}

/// Writes a tail; `false` where the browser does not take it.
pub(crate) fn write_tail(key: &str, text: &str) -> bool {
    local().is_some_and(|store| store.set_item(key, text).is_ok())
}

/// Forgets a tail.
pub(crate) fn clear_tail(key: &str) {
    if let Some(store) = local() {
        // A tail that stays is known for what is stored already when it is next read.
        let _ = store.remove_item(key);
    }
}

/// Remembers the board that this tab shows.
pub(crate) fn show(database: &str, id: &DocumentId) {
    if let Some(store) = session() {
        // Without it a reload opens the board that was open last in any tab.
        let _ = store.set_item(&shown_key(database), id.as_str());
    }
}

/// The board that this tab showed before it was reloaded.
pub(crate) fn shown(database: &str) -> Option<DocumentId> {
    let id = session()?.get_item(&shown_key(database)).ok()??;
    Some(DocumentId::new(&id))
}

/// Remembers that this tab's page went away while it wrote the board.
pub(crate) fn leave(database: &str, id: &DocumentId) {
    if let Some(store) = session() {
        // Without it the next page waits no longer than any other for its turn to write.
        let _ = store.set_item(&left_key(database), id.as_str());
    }
}

/// Whether the page before this one in this tab went away while it wrote the board; asked again, it is forgotten.
pub(crate) fn was_left(database: &str, id: &DocumentId) -> bool {
    let Some(store) = session() else { return false };
    let key = left_key(database);
    let left = store.get_item(&key).ok().flatten();
    // A mark that stays costs the next page some patience.
    let _ = store.remove_item(&key);
    left.as_deref() == Some(id.as_str())
}

fn tail_prefix(database: &str, id: &DocumentId) -> String {
    format!("{database} tail {id} ")
}

fn shown_key(database: &str) -> String {
    format!("{database} shown")
}

fn left_key(database: &str) -> String {
    format!("{database} left")
}

fn keys() -> impl Iterator<Item = String> {
    let store = local();
    let count = store.as_ref().and_then(|store| store.length().ok()).unwrap_or(0);
    (0..count).filter_map(move |index| store.as_ref()?.key(index).ok()?)
}

fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
