//! Reads constraints as people write them (`p99 ≤ 200 ms · 50k ev/s peak · 90-day replay`) into typed quantities, and
//! prints each in a canonical form that reads back to the same value.
//!
//! The steps, in order:
//! 1. `token`: the text becomes words, numbers and signs, with what hangs on what. Dates, versions, telephone numbers and
//!    identifiers end here. (`figure` reads digits, `symbol` signs; `lexicon` says of each word, at one look, what all
//!    tables know of it.)
//! 2. `item`: tokens become amounts (`amount`, `measured`, `money`: a figure with its unit), marks (`phrase`, from the table
//!    in `vocabulary`) and fillers. Numbers that belong to names end here (`name`).
//! 3. `claim`: within a clause, each amount claims the marks around it that fit its unit (`fit`).
//! 4. `decide` (with `around`): unit and marks together say dimension, comparison, percentile and qualifier.
//! 5. `reading` (with `inherit`): what is left over stands for itself (promises, `hourly`) or is reported as unread.
//! 6. `canonical`: printing; [`spoken`] rounds for people.
//!
//! Every step looks a bounded way ahead, so that the whole is linear in the text.
//!
//! # Decisions
//! - A duration without a word beside it is a latency below one day, and a retention from one day on.
//! - A percentage without a word is an availability from 90 % on, and a share below.
//! - A month is a twelfth of a year of 365 days: 730 hours, as clouds bill. Costs over any period become costs per month.
//!   Unit prices keep their denominator (`per GB`), other currencies their code (`EUR`), metered units their period
//!   (`DBU/h`), and money without a period is `total`; all of them in [`Quantity::unit`], and none to be added to dollars.
//! - A small `m` is a million in front of what is counted or of a rate up to a day, and a minute elsewhere.
//! - `×3` is a count, `3×` a factor, unless a word says otherwise. `<` counts as at most, `>` as at least.
//! - A range that falls (`10 to 2 s`) is the same range. A promise keeps its figure as [`Quantity::bound`].
//! - Downtime is turned into availability, what is missing into completeness, and their comparison with them.
//! - `at least every 15 min` is an interval of at most 15 minutes. `under` and `over` compare only right in front of their
//!   figure (`under load 200 ms` does not); signs and `less than` may stand a few words away.
//! - A bare figure with `peak` or `average` beside it is in the unit of the rate before it.
//! - How long something grows (`10x over 3 years`) is none of our quantities, and reported as unread.
//! - A heading with a colon (`Freshness: 5 min finance, 4 h analytics`) holds to the end of its sentence.

mod amount;
mod around;
mod canonical;
mod claim;
mod compare;
mod cursor;
mod decide;
mod decimal;
mod dimension;
mod figure;
mod fit;
mod guarantee;
mod inherit;
mod item;
mod letter;
mod lexicon;
mod magnitude;
mod measure;
mod measured;
mod money;
mod name;
mod noun;
mod phrase;
mod qualifier;
mod quantity;
mod reading;
mod span;
pub mod spoken;
mod symbol;
mod token;
mod unit;
mod vocabulary;
mod worded;

pub use compare::Compare;
pub use decimal::decimal;
pub use dimension::Dimension;
pub use guarantee::Guarantee;
pub use qualifier::Qualifier;
pub use quantity::{Bound, Quantity, Value};
pub use reading::{Reading, read, steps};
pub use span::Span;
