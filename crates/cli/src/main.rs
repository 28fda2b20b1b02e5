//! The terminal rim: arguments, files and exit codes.
fn main() {}
