//! The interviewer's rubric: five dimensions of five points, each point traced to what earned it and what cost it.
//!
//! 1. A [`Dimension`] has five [`criteria`](CRITERIA), each worth one point. A criterion is earned by what stands on the
//!    board, and named: nothing is given for what is merely not wrong.
//! 2. [`Score::of`] takes from each point what the findings of its rules cost: an error all of it, a warning half, an info
//!    a quarter, and what cannot be told half, once. What is set aside with a reason costs nothing, and neither does what
//!    only follows from another finding.
//! 3. Four of five are needed on structure and on fluency; the others say where to go on.
//! 4. [`compare`] says what moved between two attempts; [`json`] is the form for other programs.
//!
//! Points are quarters, so that the same board always has the same score and two attempts compare to the point.

pub mod json;

mod comparison;
mod criterion;
mod dimension;
mod marking;
mod shown;

pub use comparison::{Move, compare};
pub use criterion::{CRITERIA, Criterion};
pub use dimension::Dimension;
pub use marking::{Cost, Judged, Mark, Score};
