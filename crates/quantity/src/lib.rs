//! Reads constraints as people write them into typed quantities, and prints them back.

mod canonical;
mod compare;
mod dimension;
mod guarantee;
mod qualifier;
mod quantity;
mod reading;
mod span;
mod worded;

pub use compare::Compare;
pub use dimension::Dimension;
pub use guarantee::Guarantee;
pub use qualifier::Qualifier;
pub use quantity::{Bound, Quantity, Value};
pub use reading::{Reading, read};
pub use span::Span;
