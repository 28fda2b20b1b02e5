//! Prints the page of each rule as one JSON object from code to Markdown: `cargo run -p lint --example pages`.
//! A build of the page puts it beside the program as `rules.json`.

use std::collections::BTreeMap;

fn main() -> Result<(), serde_json::Error> {
    let pages: BTreeMap<&str, String> = lint::RULES.iter().map(|rule| (rule.code, rule.page())).collect();
    serde_json::to_writer(std::io::stdout(), &pages)
}
