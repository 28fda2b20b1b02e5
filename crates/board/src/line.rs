//! The one-line notation.
