//! Blocks: the little Markdown that rule pages are written in. Every text has a reading.

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading, with its level.
    Heading(usize, String),
    /// A paragraph, its lines joined.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// A text that stands as it is, such as a board, with the word after its fence.
    Fenced(String, String),
}

/// Reads `page`: headings, paragraphs, lists and fenced texts.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let text = line.trim();
        if let Some(word) = text.strip_prefix("```") {
            let fenced: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "```").collect();
            blocks.push(Block::Fenced(word.trim().to_owned(), fenced.join("\n")));
        } else if let Some((level, heading)) = heading(text) {
            blocks.push(Block::Heading(level, heading.to_owned()));
        } else if let Some(item) = list_item(text) {
            add_item(&mut blocks, item);
        } else {
            add_words(&mut blocks, text, line.starts_with(' '));
        }
    }
    blocks.retain(|block| *block != Block::Paragraph(String::new()));
    blocks
}

fn heading(text: &str) -> Option<(usize, &str)> {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    let is_heading = level > 0 && rest.starts_with(' ');
    is_heading.then(|| (level, rest.trim()))
}

fn list_item(text: &str) -> Option<&str> {
    text.strip_prefix("- ")
        .or_else(|| text.strip_prefix("* "))
        .map(str::trim)
}

fn add_item(blocks: &mut Vec<Block>, item: &str) {
    match blocks.last_mut() {
        Some(Block::List(items)) => items.push(item.to_owned()),
        _ => blocks.push(Block::List(vec![item.to_owned()])),
    }
}

/// Goes on with the paragraph, or with the list item when the line is set in; an empty line ends either.
fn add_words(blocks: &mut Vec<Block>, text: &str, is_set_in: bool) {
    let open = match blocks.last_mut() {
        Some(Block::Paragraph(paragraph)) if !paragraph.is_empty() && !text.is_empty() => Some(paragraph),
        Some(Block::List(items)) if is_set_in && !text.is_empty() => items.last_mut(),
        _ => None,
    };
    match open {
        Some(words) => {
            words.push(' ');
            words.push_str(text);
        }
        None => blocks.push(Block::Paragraph(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_block_is_read() {
        let page = "# Title\n\nTwo lines\nof one.\n\nNext.\n- a\n- b\n  goes on\n```bad\n[store] X\n\nX -> Y\n```\n#no";
        let words = |text: &str| text.to_owned();
        assert_eq!(
            blocks(page),
            [
                Block::Heading(1, words("Title")),
                Block::Paragraph(words("Two lines of one.")),
                Block::Paragraph(words("Next.")),
                Block::List(vec![words("a"), words("b goes on")]),
                Block::Fenced(words("bad"), words("[store] X\n\nX -> Y")),
                Block::Paragraph(words("#no")),
            ]
        );
    }

    #[test]
    fn a_fence_without_end_runs_to_the_end() {
        assert_eq!(
            blocks("```good\na"),
            [Block::Fenced("good".to_owned(), "a".to_owned())]
        );
    }

    #[test]
    fn every_rule_page_shows_its_parts() {
        for rule in lint::RULES {
            let blocks = blocks(&rule.page());
            let fenced = |word: &str| {
                blocks.iter().any(
                    |block| matches!(block, Block::Fenced(name, text) if name == word && !text.is_empty()),
                )
            };
            assert!(
                matches!(blocks.first(), Some(Block::Heading(1, _))),
                "{}",
                rule.code
            );
            assert!(fenced("bad") && fenced("good"), "{}", rule.code);
            let marked = |text: &str| text.contains("**") || text.contains("](") || text.contains("```");
            let unread = blocks
                .iter()
                .find(|block| matches!(block, Block::Paragraph(text) if marked(text)));
            assert_eq!(unread, None, "{}", rule.code);
        }
    }
}
