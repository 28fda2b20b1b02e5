//! What people write, and what must hold for anything that anybody could write.

mod ends;
mod linear;
mod phrases;
mod properties;
mod words;
