//! What program and glue call each other by, made short: names of functions that nobody reads, half of them a hash.

use std::collections::BTreeMap;

use crate::program::Program;

/// How the names begin that `wasm-bindgen` makes up.
const MADE_UP: [&str; 2] = ["__wb", "wasm_bindgen_"];

/// The short name for each long one.
pub(crate) type Short = BTreeMap<String, String>;

/// Short names for what `program` imports and exports.
pub(crate) fn short_names(program: &Program<'_>) -> Short {
    let made_up = |name: &&&str| MADE_UP.iter().any(|beginning| name.starts_with(beginning));
    let names = program.outside.iter().filter(made_up);
    let short = |(at, name): (usize, &&str)| ((*name).to_owned(), format!("_{at}"));
    names.enumerate().map(short).collect()
}

/// The `glue` with short names, without comments, empty lines and what is before a line.
pub(crate) fn written(glue: &str, short: &Short) -> String {
    let is_code =
        |line: &&str| !line.is_empty() && !["/*", "*", "//"].iter().any(|sign| line.starts_with(sign));
    let mut written = String::with_capacity(glue.len());
    for line in glue.lines().map(str::trim).filter(is_code) {
        for token in line.split_inclusive(|letter: char| !is_of_name(letter)) {
            let name = token.trim_end_matches(|letter| !is_of_name(letter));
            let (name, rest) = token.split_at(name.len());
            written.push_str(short.get(name).map_or(name, String::as_str));
            written.push_str(rest);
        }
        written.push('\n');
    }
    written
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::{Short, written};

    #[test]
    fn names_are_replaced_as_wholes() {
        let short = Short::from([("__wbg_fill_00".to_owned(), "_0".to_owned())]);
        let glue =
            "/**\n * Fills.\n */\n    __wbg_fill_00: function(a) { __wbg_fill_001(__wbg_fill_00); },\n\n";
        assert_eq!(
            written(glue, &short),
            "_0: function(a) { __wbg_fill_001(_0); },\n"
        );
    }
}
