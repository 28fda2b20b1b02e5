//! `sketchlint explain`: the pages of rules, laid out for a terminal.

use std::fmt::Write;

use lint::{Options, RULES, Rule};

use crate::arguments::Explain;
use crate::colour::Colour;
use crate::command::choice::sentence;
use crate::configuration::no_such_rule;
use crate::outcome::Outcome;
use crate::output::page::{Block, Stretch, blocks, stretches};

/// How wide a line of a page is at most, in characters.
const WIDTH: usize = 100;

pub(super) fn run(arguments: &Explain) -> Outcome {
    if let Some(unknown) = arguments.rules.iter().find(|typed| !is_known(typed)) {
        return Outcome::failure(sentence(no_such_rule(unknown.trim())));
    }
    let options = Options {
        select: arguments
            .rules
            .iter()
            .map(|typed| typed.trim().to_ascii_lowercase())
            .collect(),
        ..Options::default()
    };
    let is_styled = Colour::Auto.wanted();
    let pages = RULES
        .iter()
        .filter(|rule| options.selects(rule))
        .map(|rule| told(rule, is_styled));
    Outcome::answer(pages.collect::<Vec<_>>().join("\n\n"))
}

fn is_known(typed: &str) -> bool {
    lint::names_a_rule(&typed.trim().to_ascii_lowercase())
}

fn told(rule: &Rule, is_styled: bool) -> String {
    let bold = |text: &str| match is_styled {
        true => format!("\u{1b}[1m{text}\u{1b}[0m"),
        false => text.to_owned(),
    };
    let (code, name, severity) = (rule.code, rule.name, rule.severity.as_str());
    let mut text = format!(
        "{} ({severity}): {}.\n",
        bold(&format!("{code} {name}")),
        rule.summary
    );
    let page = rule.page();
    for block in blocks(&page) {
        let _ = match block {
            Block::Heading { depth: 1, .. } => Ok(()),
            Block::Heading { text: heading, .. } => write!(text, "\n{}\n", bold(heading)),
            Block::Paragraph(words) => writeln!(text, "{}", wrapped(&plain(&words), "  ", "  ")),
            Block::Point(words) => writeln!(text, "{}", wrapped(&plain(&words), "  - ", "    ")),
            Block::Board { text: board, .. } => {
                let lines = board.lines().map(|line| format!("    {line}\n"));
                write!(text, "{}", lines.collect::<String>())
            }
        };
    }
    let _ = write!(
        text,
        "\n{}\n  Everywhere, in sketchlint.toml: [rules] {code} = \"off\", or another severity.\n  For one place, in the \
         board: \"allow\": [{{ \"rule\": \"{code}\", \"on\": \"its id\", \"why\": \"your reason\" }}]\n",
        bold("To set it aside")
    );
    text
}

/// Without what marks a stretch as bold; code keeps its marks, as people write it to one another.
fn plain(words: &str) -> String {
    let each = stretches(words).into_iter().map(|stretch| match stretch {
        Stretch::Plain(text) | Stretch::Bold(text) => text.to_owned(),
        Stretch::Code(text) => format!("`{text}`"),
    });
    each.collect()
}

/// `words` in lines of at most [`WIDTH`] characters, the first led by `first` and the others by `other`.
fn wrapped(words: &str, first: &str, other: &str) -> String {
    let mut text = first.to_owned();
    let mut width = first.chars().count();
    for (number, word) in words.split_whitespace().enumerate() {
        let length = word.chars().count();
        if number > 0 && width + 1 + length > WIDTH {
            text.push('\n');
            text.push_str(other);
            width = other.chars().count();
        } else if number > 0 {
            text.push(' ');
            width += 1;
        }
        text.push_str(word);
        width += length;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_broken_between_words() {
        let text = wrapped(&"four ".repeat(60), "  - ", "    ");
        assert!(
            text.lines().count() == 4 && text.lines().all(|line| line.chars().count() <= WIDTH),
            "{text}"
        );
        assert_eq!(wrapped(&"x".repeat(200), "  ", "  ").lines().count(), 1);
    }
}
