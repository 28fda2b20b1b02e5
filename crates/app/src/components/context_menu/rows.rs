//! What the menus list: rows of the command table by name, and those that are wanted less often in menus of their own.

use editor::{CommandRow, Editor};

/// An entry of a menu as it is written down.
pub(super) enum Entry {
    /// A command.
    Row(&'static str),
    /// A line between.
    Rule,
    /// A menu of its own, by its title.
    More(&'static str, &'static [&'static str]),
}

use Entry::{More, Row, Rule};

/// What can be done with what is selected. What cannot be done now is left out.
pub(super) const OF_THINGS: &[Entry] = &[
    Row("edit-label"),
    Row("edit-line"),
    Row("edit-constraints"),
    Row("edit-owner"),
    More(
        "Other texts",
        &["edit-because", "edit-rejected", "edit-component"],
    ),
    Rule,
    Row("add-downstream"),
    Row("add-failure-path"),
    Row("join"),
    More("Other ways on", &["add-upstream", "join-by-name"]),
    Rule,
    Row("reverse-edge"),
    Row("move-start"),
    Row("move-end"),
    More(
        "Kind of edge",
        &[
            "make-data-edge",
            "make-failure-edge",
            "make-control-edge",
            "turn-edges",
        ],
    ),
    Rule,
    Row("mend"),
    Row("what-if-down"),
    Row("duplicate"),
    Row("copy"),
    Row("cut"),
    More("Look", &["copy-look", "paste-look"]),
    Row("delete"),
    Rule,
    Row("group"),
    Row("ungroup"),
    More("Lock and frame", &["lock", "frame"]),
    More(
        "Role",
        &[
            "make-source",
            "make-ingest",
            "make-process",
            "make-store",
            "make-serve",
            "make-consumer",
            "make-govern",
            "make-observe",
        ],
    ),
    More(
        "Size and order",
        &[
            "fit-to-text",
            "wider",
            "narrower",
            "taller",
            "shorter",
            "bring-to-front",
            "send-to-back",
        ],
    ),
    More(
        "Align and place",
        &[
            "align-left",
            "align-right",
            "align-top",
            "align-bottom",
            "align-middles",
            "align-centres",
            "space-across",
            "space-down",
            "place-left-of",
            "place-right-of",
            "place-above",
            "place-below",
        ],
    ),
    Row("zoom-selection"),
];

/// What can be done with the board.
pub(super) const OF_BOARD: &[Entry] = &[
    Row("place-source"),
    Row("place-ingest"),
    Row("place-process"),
    Row("place-store"),
    Row("place-serve"),
    Row("place-consumer"),
    Row("place-govern"),
    Row("place-observe"),
    More(
        "Note, frame or pen",
        &["place-note", "place-text", "frame", "draw"],
    ),
    Rule,
    Row("paste"),
    Row("select-all"),
    Row("undo"),
    Row("redo"),
    Rule,
    Row("tidy"),
    More(
        "Lanes and edges",
        &["lanes-by-owner", "lanes-by-plane", "turn-edges"],
    ),
    Row("mend-all"),
    Rule,
    Row("search"),
    More(
        "View",
        &[
            "zoom-fit", "zoom-100", "present", "laser", "outline", "numbers", "what-if",
        ],
    ),
    Row("palette"),
];

/// A line of a menu.
#[derive(Clone)]
pub(super) enum Line {
    /// A command.
    Row(&'static CommandRow),
    /// A line between.
    Rule,
    /// A menu of its own, by its title.
    More(&'static str, Vec<&'static CommandRow>),
}

/// The lines of `entries` that can be given now: no rule at either end, no two in a row, and no menu of one line alone.
pub(super) fn offered(editor: &Editor, entries: &[Entry]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(entries.len());
    for entry in entries {
        match entry {
            Row(name) => lines.extend(enabled(editor, &[*name]).into_iter().map(Line::Row)),
            More(title, names) => match enabled(editor, names).as_slice() {
                [] => {}
                [only] => lines.push(Line::Row(only)),
                several => lines.push(Line::More(title, several.to_vec())),
            },
            Rule if matches!(lines.last(), None | Some(Line::Rule)) => {}
            Rule => lines.push(Line::Rule),
        }
    }
    if matches!(lines.last(), Some(Line::Rule)) {
        lines.pop();
    }
    lines
}

/// The rows called `names` that can be given now.
fn enabled(editor: &Editor, names: &[&str]) -> Vec<&'static CommandRow> {
    let rows = names
        .iter()
        .filter_map(|name| editor::rows().find(|row| row.name == *name));
    rows.filter(|row| (row.enabled)(editor)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use editor::{Command, Input};

    fn editor() -> Editor {
        let sketch = "[ingest] Kafka\n[process] Job\nKafka -> Job";
        Editor::new(board::sketch::read(sketch).expect("a sketch that reads"))
    }

    fn names(editor: &Editor, entries: &[Entry]) -> Vec<String> {
        let lines = offered(editor, entries).into_iter();
        let name = |line| match line {
            Line::Row(row) => row.name.to_owned(),
            Line::Rule => String::new(),
            Line::More(title, rows) => format!("{title} ({})", rows.len()),
        };
        lines.map(name).collect()
    }

    #[test]
    fn every_name_is_a_command_and_is_there_once() {
        for entries in [OF_THINGS, OF_BOARD] {
            let names = entries.iter().flat_map(|entry| match entry {
                Row(name) => vec![*name],
                Rule => Vec::new(),
                More(_, names) => names.to_vec(),
            });
            let names: Vec<_> = names.collect();
            for name in &names {
                assert!(editor::rows().any(|row| row.name == *name), "{name}");
            }
            let once: std::collections::BTreeSet<_> = names.iter().collect();
            assert_eq!(once.len(), names.len());
        }
    }

    #[test]
    fn only_what_can_be_done_is_offered_and_rules_stand_between() {
        let mut editor = editor();
        assert!(
            !names(&editor, OF_BOARD).contains(&"undo".to_owned()),
            "nothing was done"
        );
        editor.handle(Input::Command(Command::SelectNextEdge, 0));
        let of_edge = names(&editor, OF_THINGS);
        assert!(of_edge.contains(&"reverse-edge".to_owned()) && !of_edge.contains(&"edit-line".to_owned()));
        assert!(of_edge.contains(&"Kind of edge (4)".to_owned()));
        assert!(
            of_edge.contains(&"edit-because".to_owned()),
            "no menu for one line"
        );
        assert!(!of_edge.windows(2).any(|pair| pair == ["", ""]));
        let rims = [of_edge.first(), of_edge.last()];
        assert!(!rims.iter().any(|rim| rim.is_some_and(String::is_empty)));
    }

    #[test]
    fn a_menu_stays_short() {
        let mut editor = editor();
        assert!(names(&editor, OF_BOARD).len() <= 22);
        editor.handle(Input::Command(Command::SelectNext, 0));
        assert!(names(&editor, OF_THINGS).len() <= 26);
    }
}
