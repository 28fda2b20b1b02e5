//! How the rows of the outline are drawn: those in view, and the current one wherever it is, between two spaces as high
//! as what is left out.

use std::rc::Rc;

use board::{Board, BoxId, BoxRecord, EdgeId, EdgeRecord, RecordId};
use editor::{Editor, Field, Item};
use lint::{Finding, Report};
use scene::{Level, Marks};
use sorted::Set;
use yew::prelude::*;

use crate::components::element::{element, with_attributes};
use crate::components::findings::place_name::box_name;
use crate::components::glyph::{Glyph, glyph};
use crate::components::toolbar::picture;
use crate::marking::Marking;

use super::twigs::Twig;

/// The height of a row in pixels, as the style sheet has it.
pub(super) const HEIGHT: usize = 44;

/// The id of the element of the row at `index`.
pub(super) fn row_id(index: usize) -> String {
    format!("twig-{index}")
}

/// What the rows are drawn from.
pub(super) struct Drawing<'d> {
    pub(super) editor: &'d Editor,
    pub(super) board: &'d Board,
    pub(super) report: &'d Report,
    pub(super) unfolded: &'d Set<BoxId>,
    pub(super) marking: Rc<Marking>,
    pub(super) twigs: &'d [Twig],
    pub(super) here: usize,
}

/// What a row says: to the eye in two lines, and to the ear in one.
struct Words {
    sign: Html,
    title: String,
    beneath: String,
    said: String,
    marks: Marks,
}

impl Drawing<'_> {
    /// The rows from `from` to before `to`, and the current one.
    pub(super) fn window(&self, from: usize, to: usize) -> Html {
        let to = to.min(self.twigs.len());
        let is_outside = !(from..to).contains(&self.here);
        let mut shown: Vec<usize> = (from..to).collect();
        match shown.first() {
            Some(first) if is_outside && self.here < *first => shown.insert(0, self.here),
            _ if is_outside => shown.push(self.here),
            _ => {}
        }
        let mut rows = Vec::with_capacity(shown.len() + 3);
        let mut next = 0;
        for index in shown {
            rows.extend(space(index.saturating_sub(next)));
            rows.extend(self.row(index));
            next = index + 1;
        }
        rows.extend(space(self.twigs.len().saturating_sub(next)));
        rows.into_iter().collect()
    }

    fn row(&self, index: usize) -> Option<Html> {
        const NAMES: &[&str] = &[
            "id",
            "class",
            "role",
            "data-kind",
            "tabindex",
            "aria-level",
            "aria-expanded",
            "aria-selected",
            "aria-setsize",
            "aria-posinset",
        ];
        let twig = self.twigs.get(index)?;
        let words = self.words(twig)?;
        let (kind, is_open) = match twig {
            Twig::Box(id) => ("box", Some(self.unfolded.contains(id))),
            Twig::Edge(..) => ("edge", None),
            Twig::Finding(..) => ("finding", None),
            Twig::Other(_) => ("other", None),
        };
        let (size, position) = self.place(twig, index);
        let text = |flag: bool| AttrValue::from(if flag { "true" } else { "false" });
        let is_selected = self.editor.selection().contains(&twig.item()) && kind != "finding";
        let values = vec![
            Some(row_id(index).into()),
            Some("twig".into()),
            Some("treeitem".into()),
            Some(kind.into()),
            Some(if index == self.here { "0" } else { "-1" }.into()),
            Some(if twig.is_root() { "1" } else { "2" }.into()),
            is_open.map(text),
            Some(text(is_selected)),
            Some(size.to_string().into()),
            Some(position.to_string().into()),
        ];
        let mut row = with_attributes("div", NAMES, values, drawn(words));
        row.key = Some(format!("{twig:?}").into());
        Some(row.into())
    }

    /// Among how many rows it stands, and where among them.
    fn place(&self, twig: &Twig, index: usize) -> (usize, usize) {
        let before = self.twigs.get(..index).unwrap_or_default();
        if twig.is_root() {
            let above = before.iter().filter(|twig| twig.is_root()).count();
            let below = self.twigs.get(index..).unwrap_or_default();
            let below = below.iter().filter(|twig| twig.is_root()).count();
            return (above + below, above + 1);
        }
        let above = before.iter().rev().take_while(|twig| !twig.is_root()).count();
        let below = self.twigs.get(index..).unwrap_or_default();
        let below = below.iter().take_while(|twig| !twig.is_root()).count();
        (above + below, above + 1)
    }

    fn words(&self, twig: &Twig) -> Option<Words> {
        match twig {
            Twig::Box(id) => Some(self.of_box(id, self.board.get_box(id)?)),
            Twig::Edge(of, id) => {
                let edge = self.board.get_edge(id)?;
                Some(self.of_edge(of, id, edge))
            }
            Twig::Other(item) => Some(self.of_other(item)),
            Twig::Finding(_, index) => self.report.findings.get(*index).map(of_finding),
        }
    }

    fn of_box(&self, id: &BoxId, record: &BoxRecord) -> Words {
        let marks = self.marking.on_box(id);
        let title = box_name(self.board, id);
        let said = [&title, record.role.as_str(), &record.constraints];
        let on = RecordId::Box(id.clone());
        let because = self.reason(&on, "because", Field::Because);
        let rejected = self.reason(&on, "not", Field::Rejected);
        Words {
            sign: picture(role_tool(record)),
            beneath: joined(
                " · ",
                &[&record.constraints, &at(&record.owner), &because, &rejected],
            ),
            said: spoken(&said, &record.owner, &[&because, &rejected], &marks),
            title,
            marks,
        }
    }

    fn of_other(&self, item: &Item) -> Words {
        let title = self.editor.name(item);
        Words {
            sign: html! {},
            beneath: String::new(),
            said: title.clone(),
            title,
            marks: Marks::NONE,
        }
    }

    /// The text of `field` behind `word`; nothing where there is none.
    fn reason(&self, on: &RecordId, word: &str, field: Field) -> String {
        match self.editor.text(on, field) {
            Some(text) if !text.trim().is_empty() => format!("{word} {text}"),
            _ => String::new(),
        }
    }

    fn of_edge(&self, of: &BoxId, id: &EdgeId, edge: &EdgeRecord) -> Words {
        let marks = self.marking.on_edge(id);
        let because = self.reason(&RecordId::Edge(id.clone()), "because", Field::Because);
        let leaves = edge.from == *of;
        let other = box_name(self.board, if leaves { &edge.to } else { &edge.from });
        let title = format!("{} {other}", if leaves { "to" } else { "from" });
        let kind = edge.kind.as_str();
        Words {
            sign: element(
                "span",
                &["class", "data-edge-kind"],
                [Some("twig-edge".into()), Some(kind.into())],
                html! { if leaves { {"→"} } else { {"←"} } },
            ),
            beneath: joined(
                " · ",
                &[kind, &edge.label, &edge.constraints, &at(&edge.owner), &because],
            ),
            said: spoken(
                &[&title, kind, &edge.label, &edge.constraints],
                &edge.owner,
                &[&because],
                &marks,
            ),
            title,
            marks,
        }
    }
}

/// The name of the tool that makes a box of this role; its picture is the role's.
fn role_tool(record: &BoxRecord) -> &'static str {
    let name = |row: &&editor::CommandRow| row.name.strip_prefix("place-") == Some(record.role.as_str());
    editor::rows().find(name).map_or("", |row| row.name)
}

fn of_finding(finding: &Finding) -> Words {
    let message = finding.message.replace('`', "");
    let (severity, code) = (finding.severity.as_str(), finding.rule.code);
    Words {
        sign: glyph(finding.severity.into()),
        said: format!("{severity} {code}: {message}"),
        title: code.to_owned(),
        beneath: message,
        marks: Marks::NONE,
    }
}

fn drawn(words: Words) -> Html {
    let worst = match words.marks.level {
        Some(Level::Error) => Some(Glyph::Error),
        Some(Level::Warning) => Some(Glyph::Warning),
        Some(Level::Info) => Some(Glyph::Info),
        None => None,
    };
    html! {
        <>
            <span class="unseen">{ words.said }</span>
            <span class="twig-fold" aria-hidden="true"></span>
            <span class="twig-sign" aria-hidden="true">{ words.sign }</span>
            <span class="twig-words" aria-hidden="true" title={words.beneath.clone()}><b>{ words.title }</b><small>{ words.beneath }</small></span>
            if let Some(worst) = worst {
                <span class="twig-marks" aria-hidden="true">{ glyph(worst) }{ words.marks.count }</span>
            }
        </>
    }
}

/// As high as `rows` rows; nothing for none.
fn space(rows: usize) -> Option<Html> {
    let height = (rows > 0).then(|| (rows * HEIGHT).to_string());
    let space = |height: String| {
        element(
            "svg",
            &["class", "width", "height", "aria-hidden"],
            [
                Some("twig-space".into()),
                Some("1".into()),
                Some(height.into()),
                Some("true".into()),
            ],
            html! {},
        )
    };
    height.map(space)
}

fn at(owner: &str) -> String {
    if owner.trim().is_empty() {
        String::new()
    } else {
        format!("@{owner}")
    }
}

/// What there is of `parts`, with `between` between.
fn joined(between: &str, parts: &[&str]) -> String {
    let said = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(between)
}

fn spoken(parts: &[&str], owner: &str, reasons: &[&str], marks: &Marks) -> String {
    let owner = match owner.trim() {
        "" => "owned by nobody".to_owned(),
        owner => format!("owned by {owner}"),
    };
    let found = match marks.count {
        0 => String::new(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    joined(
        ", ",
        &[&joined(", ", parts), &owner, &joined(", ", reasons), &found],
    )
}
