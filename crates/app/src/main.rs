//! The browser rim: Yew components, DOM events, storage, effects.
fn main() {}
