//! JSON laid out for small diffs: one key a line, and lists of numbers and of points on one line: `"at": [120, 80]`.

use std::fmt::Write;

use super::tree::Tree;

/// The text of `tree`, which ends with a line end.
pub(super) fn pretty(tree: &Tree<'_>) -> String {
    let mut text = String::new();
    lay(tree, Some(0), &mut text);
    text.push('\n');
    text
}

/// The text of `tree` without a space.
pub(super) fn compact(tree: &Tree<'_>) -> String {
    let mut text = String::new();
    lay(tree, None, &mut text);
    text
}

/// Lays out `tree`, which stands `depth` levels deep; without a depth all is compact.
fn lay(tree: &Tree<'_>, depth: Option<usize>, text: &mut String) {
    let inner = depth.map(|depth| depth + 1);
    match tree {
        Tree::Null => text.push_str("null"),
        Tree::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Tree::Number(number) => {
            // Writing to a text cannot fail.
            let _ = write!(text, "{number}");
        }
        Tree::Text(value) => quote(value, text),
        Tree::List(items) => {
            let is_inline = match items.first() {
                None | Some(Tree::Number(_)) => true,
                Some(Tree::List(first)) => matches!(first.first(), Some(Tree::Number(_))),
                _ => false,
            };
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                match (index, is_inline, depth) {
                    (0, true, _) => {}
                    (_, true, Some(_)) => text.push_str(", "),
                    _ => begin_item(index, inner, text),
                }
                lay(item, inner, text);
            }
            if !is_inline {
                new_line(depth, text);
            }
            text.push(']');
        }
        Tree::Object(fields) => {
            text.push('{');
            for (index, (key, value)) in fields.iter().enumerate() {
                begin_item(index, inner, text);
                quote(key, text);
                text.push_str(if depth.is_some() { ": " } else { ":" });
                lay(value, inner, text);
            }
            if !fields.is_empty() {
                new_line(depth, text);
            }
            text.push('}');
        }
    }
}

fn begin_item(index: usize, depth: Option<usize>, text: &mut String) {
    if index > 0 {
        text.push(',');
    }
    new_line(depth, text);
}

fn new_line(depth: Option<usize>, text: &mut String) {
    if let Some(depth) = depth {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    }
}

fn quote(value: &str, text: &mut String) {
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{C}' => text.push_str("\\f"),
            control @ '\0'..'\u{20}' => {
                let _ = write!(text, "\\u{:04x}", u32::from(control));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}
