//! What a board looks like: positioned primitives that every output only translates.
