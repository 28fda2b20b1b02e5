//! What is known of components, prompts and scoping questions, as data.
//!
//! 1. [`questions`] are asked before the first box is drawn, in the order of the five-minute opening.
//! 2. [`prompts`] are the systems to practise on: one file each in `prompt/`.
//! 3. [`components`] are the products that people write on a board: one row each, by family, in `component/`;
//!    [`recognise`] finds one in the words of a label.
//!
//! Everything is static data that the compiler checks; no rule and no screen is known here.

mod component;
mod prompt;
mod question;
mod recognition;

pub use component::{Component, Family, component, components};
pub use prompt::{Prompt, prompt, prompts};
pub use question::{QuestionCard, question, questions};
pub use recognition::recognise;
