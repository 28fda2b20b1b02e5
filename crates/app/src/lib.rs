//! The browser rim: Yew components, DOM events, storage, effects.

pub mod storage;

/// Mounts the page.
pub fn start() {}
