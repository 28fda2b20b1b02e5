//! What is wrong with a board, why it matters and how to mend it.
