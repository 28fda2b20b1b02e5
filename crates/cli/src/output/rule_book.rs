//! The rule book: every rule with its page, as one HTML file that stands alone.
//!
//! A rule is linked by its code (`rules.html#OWN001`) or its name (`rules.html#unowned-edge`).

use std::fmt::Write;

use lint::{Family, RULES, Rule};

use super::html::{self, badge, escaped, marked_up, sentence};
use super::page::{Block, blocks};

/// The looks of its contents.
const STYLE: &str = include_str!("rule_book.css");

/// The document.
pub(crate) fn document() -> String {
    let mut html = contents();
    html.push_str("<main>\n");
    for &family in Family::ALL {
        let (prefix, title) = (family.prefix(), escaped(family.title()));
        let _ = writeln!(html, "<h2 id=\"{prefix}\"><code>{prefix}</code> {title}</h2>");
        html.extend(of_family(family).map(article));
    }
    html.push_str("</main>\n");
    html::document("Sketchlint: the rule book", STYLE, &html)
}

fn of_family(family: Family) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(move |rule| rule.family == family)
}

/// What to read first, and every rule on a line.
fn contents() -> String {
    let count = RULES.len();
    let mut html = format!(
        "<header>\n<h1>The rule book</h1>\n<p>{count} rules that Sketchlint asks of a system-design board, in the order \
         in which an interviewer would raise them. Each says what it looks at, why it matters, and shows a board on \
         which it speaks and one on which it does not. <code>sketchlint lint BOARD</code> asks them; \
         <code>sketchlint.toml</code> sets them off, on or at a severity.</p>\n</header>\n<nav aria-label=\"Rules\">\n"
    );
    for &family in Family::ALL {
        let (prefix, title) = (family.prefix(), escaped(family.title()));
        let _ = writeln!(
            html,
            "<section>\n<h2><a href=\"#{prefix}\">{title}</a></h2>\n<ul>"
        );
        for rule in of_family(family) {
            let (code, name) = (rule.code, rule.name);
            let badge = badge(rule.severity);
            let _ = writeln!(
                html,
                "<li><a href=\"#{code}\"><code>{code}</code> {name}</a> {badge}</li>"
            );
        }
        html.push_str("</ul>\n</section>\n");
    }
    html.push_str("</nav>\n");
    html
}

/// The page of one rule, linked by its code and its name.
pub(crate) fn article(rule: &Rule) -> String {
    let (code, name, summary) = (rule.code, rule.name, sentence(rule.summary));
    let badge = badge(rule.severity);
    let mut html = format!(
        "<article id=\"{code}\">\n<h3 id=\"{name}\"><a href=\"#{code}\"><code>{code}</code> {name}</a> {badge}</h3>\n<p \
         class=\"summary\">{summary}</p>\n"
    );
    let page = rule.page();
    let mut is_list = false;
    for block in blocks(&page) {
        let is_point = matches!(block, Block::Point(_));
        if is_point != is_list {
            html.push_str(if is_point { "<ul>\n" } else { "</ul>\n" });
            is_list = is_point;
        }
        let _ = match block {
            Block::Heading { depth: 1, .. } => Ok(()),
            Block::Heading { text, .. } => writeln!(html, "<h4>{}</h4>", escaped(text)),
            Block::Paragraph(text) => writeln!(html, "<p>{}</p>", marked_up(&text)),
            Block::Point(text) => writeln!(html, "<li>{}</li>", marked_up(&text)),
            Block::Board { kind, text } => writeln!(html, "<pre class=\"{kind}\">{}</pre>", escaped(&text)),
        };
    }
    html.push_str(if is_list {
        "</ul>\n</article>\n"
    } else {
        "</article>\n"
    });
    html
}
