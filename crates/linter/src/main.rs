//! Starts the linter in its worker.

fn main() {
    linter::start();
}
