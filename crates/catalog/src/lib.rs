//! What is known of components, prompts and scoping questions, as data.
//!
//! 1. [`questions`] are asked before the first box is drawn, in the order of the five-minute opening.
//! 2. [`prompts`] are the systems to practise on: one file each in `prompt/`.
//! 3. [`components`] are the products that people write on a board. [`recognise`] finds one in the words of a label,
//!    [`complete`] in words that are still being typed, [`similar`] tells what could stand in its place, [`purpose`] what
//!    it is for.
//!
//! Everything is static data, and no rule and no screen is known here.
//!
//! # The data files
//!
//! A component is one block in `components/FAMILY.toml`, a page that figures were read from is one block in
//! `sources.toml`; nobody needs Rust to add one. The build script turns the files into tables and refuses, with file and
//! block, what does not make sense: an unknown word, a figure that names no source, a range that goes
//! down, a component that nothing could replace. Tests hold the rest, such as that no alias leads to two.
//!
//! # What a figure means
//!
//! Times are seconds, shares are ratios, capacities are events and bytes a second. `low` is what the component reaches
//! at best (zero where only an upper end is stated), `high` what is usual at worst. Each figure has its
//! [`Source`], with how much that can be relied on ([`Confidence`]) and the month in which it was checked: one that nobody
//! has read on a page cannot be written.

mod component;
mod figure;
mod nature;
mod prompt;
mod question;
mod recognition;
mod suggestion;

pub use component::{Component, Purpose, component, components, purpose, similar};
pub use figure::{Capacity, Figure, Source, sources};
pub use nature::{Confidence, Consistency, Delivery, Family, Hosting, Idiom, Mode, Plane, Redundancy};
pub use prompt::{Answers, Prompt, prompt, prompts};
pub use question::{QuestionCard, question, questions};
pub use recognition::{Recognised, recognise, stands_for};
pub use suggestion::{Completions, complete, search};
