//! Prints a quantity in the one form that reads back to the same value.

use std::fmt;

use crate::{Quantity, Value};

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.compare.sign())?;
        match self.value {
            Value::Number(number) => write!(f, "{number}"),
            Value::Range { low, high } => write!(f, "{low}–{high}"),
            Value::Word(word) => write!(f, "{word}"),
        }
    }
}
