//! Set-up, serve, build, test and screenshots for this workspace.
fn main() {}
