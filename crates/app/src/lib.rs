//! The browser rim: Yew components, DOM events, storage, effects.

/// Mounts the page.
pub fn start() {}
