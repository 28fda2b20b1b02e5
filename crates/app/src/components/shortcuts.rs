//! Every key on one sheet, drawn from the one table of commands.

use editor::{CommandRow, Group, rows};
use yew::prelude::*;

use super::keys::caps;
use super::modal::modal;

/// The groups in the order in which a sketch needs them.
const GROUPS: [(Group, &str); 7] = [
    (Group::Place, "Place and join"),
    (Group::Edit, "Edit"),
    (Group::Select, "Select"),
    (Group::View, "Look"),
    (Group::Arrange, "Arrange"),
    (Group::File, "Files"),
    (Group::Help, "Ask and find"),
];

/// The keys of the list of findings, which belong to no command of the editor.
const IN_FINDINGS: [(&str, &[&str]); 5] = [
    ("Next or previous finding", &["ArrowDown", "ArrowUp"]),
    ("Show it on the board", &["Enter"]),
    ("Make its first fix", &["F"]),
    ("Read the rule's page", &["R"]),
    ("Back to the board", &["Escape"]),
];

/// The keys of the outline besides those of the board.
const IN_OUTLINE: [(&str, &[&str]); 5] = [
    ("Next or previous row", &["ArrowDown", "ArrowUp"]),
    ("Unfold a box, follow an edge", &["ArrowRight"]),
    ("Fold, or back to the box", &["ArrowLeft"]),
    ("Select one more", &["Shift+ArrowDown"]),
    ("Move the box", &["Ctrl+ArrowRight"]),
];

/// Every key on one sheet.
pub(crate) fn shortcuts() -> Html {
    let sheet = html! {
            <div class="dialog-body shortcuts">
                { for GROUPS.iter().map(|(group, title)| {
                    let keyed = rows().filter(|row| row.group == *group && !row.keys.is_empty());
                    section(title, keyed.map(command).collect())
                }) }
                { section("In the outline", IN_OUTLINE.iter().map(|(label, keys)| line(label, keys, None)).collect()) }
                { section("In the findings", IN_FINDINGS.iter().map(|(label, keys)| line(label, keys, None)).collect()) }
            </div>
    };
    modal("Keys", sheet)
}

fn section(title: &str, lines: Html) -> Html {
    html! {
        <section class="shortcut-group">
            <h3>{ title }</h3>
            <dl>{ lines }</dl>
        </section>
    }
}

fn command(row: &'static CommandRow) -> Html {
    line(row.label, row.keys, Some(row.tip))
}

fn line(label: &str, keys: &[&str], tip: Option<&'static str>) -> Html {
    html! {
        <div class="shortcut" title={tip}>
            <dt>{ label }</dt>
            <dd>{ for keys.iter().map(|keys| caps(keys)) }</dd>
        </div>
    }
}
