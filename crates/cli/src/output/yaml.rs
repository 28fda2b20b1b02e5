//! YAML as far as a contract needs it: maps, lists, quoted words, numbers, blanks, and a remark behind a line.

use std::fmt::Write;

/// A value.
#[derive(Debug)]
pub(crate) enum Yaml {
    /// Keys with values, in order.
    Map(Vec<(&'static str, Yaml)>),
    /// Values in order.
    List(Vec<Yaml>),
    /// Words, quoted whatever they are.
    Words(String),
    /// A number as a person would write it.
    Number(f64),
    /// Nothing yet, with a remark that says what is to stand here.
    Blank(&'static str),
    /// Words that stand for nothing yet, where nothing itself may not stand, with a remark.
    BlankWords(&'static str),
}

/// The lines of `map`, with an empty line and a remark where those are put by the caller.
pub(crate) fn lines(map: &[(&'static str, Yaml)]) -> String {
    let mut text = String::new();
    put_map(&mut text, map, 0);
    text
}

fn put_map(text: &mut String, map: &[(&'static str, Yaml)], depth: usize) {
    for (number, (key, value)) in map.iter().enumerate() {
        // The first key of a point of a list stands behind its dash.
        let indent = if number == 0 && text.ends_with("- ") {
            0
        } else {
            depth
        };
        let _ = write!(text, "{:indent$}{key}:", "");
        put(text, value, depth);
    }
}

/// A value behind its key.
fn put(text: &mut String, value: &Yaml, depth: usize) {
    let _ = match value {
        Yaml::Map(map) => {
            text.push('\n');
            put_map(text, map, depth + 2);
            Ok(())
        }
        Yaml::List(values) if values.is_empty() => writeln!(text, " []"),
        Yaml::List(values) => {
            text.push('\n');
            for value in values {
                let _ = write!(text, "{:depth$}  - ", "");
                match value {
                    Yaml::Map(map) => put_map(text, map, depth + 4),
                    plain => put(text, plain, depth + 4),
                }
            }
            Ok(())
        }
        Yaml::Words(words) => writeln!(text, " {}", quoted(words)),
        Yaml::Number(number) => writeln!(text, " {number}"),
        Yaml::Blank(remark) => writeln!(text, " null # ? {remark}"),
        Yaml::BlankWords(remark) => writeln!(text, " \"?\" # ? {remark}"),
    };
}

/// Words between quotes, as JSON has them, which YAML reads alike.
fn quoted(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Yaml::{Blank, List, Map, Number, Words};
    use super::*;

    #[test]
    fn what_is_nested_is_indented() {
        let words = |words: &str| Words(words.to_owned());
        let text = lines(&[
            ("a", words("x: \"y\" # z")),
            ("b", Map(vec![("c", Number(0.5))])),
            (
                "d",
                List(vec![Map(vec![("e", words("1")), ("f", Blank("say it"))])]),
            ),
            ("g", List(vec![])),
        ]);
        let expected =
            "a: \"x: \\\"y\\\" # z\"\nb:\n  c: 0.5\nd:\n  - e: \"1\"\n    f: null # ? say it\ng: []\n";
        assert_eq!(text, expected);
    }
}
