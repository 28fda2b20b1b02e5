//! Reads constraints as people write them into typed quantities, and prints them back.

mod amount;
mod canonical;
mod claim;
mod compare;
mod cursor;
mod decide;
mod dimension;
mod figure;
mod fit;
mod guarantee;
mod item;
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
mod symbol;
mod token;
mod unit;
mod vocabulary;
mod worded;

pub use compare::Compare;
pub use dimension::Dimension;
pub use guarantee::Guarantee;
pub use qualifier::Qualifier;
pub use quantity::{Bound, Quantity, Value};
pub use reading::{Reading, read, steps};
pub use span::Span;
