//! What is known of components, prompts and scoping questions, as data.
