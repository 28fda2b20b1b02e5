//! The page of a rule, taken apart: headings, paragraphs, boards in the one-line notation, points of a list.

/// A part of a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block<'p> {
    /// The title of the page or of a section.
    Heading {
        /// 1 for the page, 2 for a section.
        depth: usize,
        text: &'p str,
    },
    /// A paragraph, on one line.
    Paragraph(String),
    /// A point of a list, on one line.
    Point(String),
    /// A board, line by line.
    Board {
        /// `bad` or `good`.
        kind: &'p str,
        text: String,
    },
}

/// The parts of `page`, in order.
pub(crate) fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    // Whether the next line goes on with what the last one began.
    let mut goes_on = false;
    while let Some(line) = lines.next() {
        let plain = line.trim();
        let is_continued = std::mem::replace(&mut goes_on, !plain.is_empty());
        if let Some(kind) = plain.strip_prefix("```") {
            let within: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "```").collect();
            let text = within.join("\n");
            blocks.push(Block::Board { kind, text });
            goes_on = false;
        } else if plain.starts_with('#') {
            let text = plain.trim_start_matches('#');
            let depth = plain.len() - text.len();
            let text = text.trim();
            blocks.push(Block::Heading { depth, text });
            goes_on = false;
        } else if let Some(point) = plain.strip_prefix("- ") {
            blocks.push(Block::Point(point.to_owned()));
        } else if !plain.is_empty() {
            match blocks.last_mut() {
                Some(Block::Paragraph(text) | Block::Point(text)) if is_continued => {
                    text.push(' ');
                    text.push_str(plain);
                }
                _ => blocks.push(Block::Paragraph(plain.to_owned())),
            }
        }
    }
    blocks
}

/// A stretch of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stretch<'p> {
    Plain(&'p str),
    Bold(&'p str),
    Code(&'p str),
}

/// The stretches of a paragraph: words, `code` and **what is bold**.
pub(crate) fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut stretches = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mark = [
            rest.find('`').map(|at| (at, "`")),
            rest.find("**").map(|at| (at, "**")),
        ];
        let next = mark.into_iter().flatten().min().and_then(|(at, mark)| {
            let within = rest.get(at + mark.len()..)?;
            Some((at, mark, within.find(mark)?, within))
        });
        let Some((at, mark, length, within)) = next else {
            stretches.push(Stretch::Plain(rest));
            break;
        };
        if at > 0 {
            stretches.push(Stretch::Plain(rest.get(..at).unwrap_or_default()));
        }
        let marked = within.get(..length).unwrap_or_default();
        stretches.push(if mark == "`" {
            Stretch::Code(marked)
        } else {
            Stretch::Bold(marked)
        });
        rest = within.get(length + mark.len()..).unwrap_or_default();
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_taken_apart() {
        let page = "# One\n\n## What\nA line\nand more.\n\nSecond.\n- a point\n  goes on\n- next\n```bad\n[x] A\n\n```\nEnd";
        let told: Vec<String> = blocks(page).iter().map(|block| format!("{block:?}")).collect();
        assert_eq!(
            told,
            [
                "Heading { depth: 1, text: \"One\" }",
                "Heading { depth: 2, text: \"What\" }",
                "Paragraph(\"A line and more.\")",
                "Paragraph(\"Second.\")",
                "Point(\"a point goes on\")",
                "Point(\"next\")",
                "Board { kind: \"bad\", text: \"[x] A\\n\" }",
                "Paragraph(\"End\")",
            ]
        );
    }

    #[test]
    fn stretches_are_told_apart() {
        use Stretch::{Bold, Code, Plain};
        assert_eq!(
            stretches("a `b **` **c**."),
            [Plain("a "), Code("b **"), Plain(" "), Bold("c"), Plain(".")]
        );
        assert_eq!(stretches("5 ` left"), [Plain("5 ` left")]);
    }
}
