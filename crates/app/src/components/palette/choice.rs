//! What the palette offers: commands of the editor and of the page, the best answer to the query first.

use board::{Board, BoxId};
use editor::{Command, CommandRow, Editor, Pick, data_order};

use crate::clipboard;
use crate::store::Store;
use sorted::ordered;

use yew::AttrValue;

use crate::components::findings::place_name::box_name;

use crate::marking::Marking;

use super::matching::rank;
use super::page_commands::{PAGE_COMMANDS, PageCommand};
use super::selections::selections;

/// One line of the palette.
#[derive(Clone, Debug)]
pub(crate) enum Choice {
    /// A command of the editor.
    Editor(&'static CommandRow),
    /// A command of the page.
    Page(&'static PageCommand),
    /// A command about what is on this board.
    Made(Made),
}

/// A command about what is on this board.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(super) label: AttrValue,
    pub(super) tip: AttrValue,
    pub(super) command: Command,
}

/// How many lines are drawn; more letters bring the others.
const MOST: usize = 200;

impl Choice {
    /// What it is called.
    pub(crate) fn label(&self) -> AttrValue {
        match self {
            Self::Editor(row) => row.label.into(),
            Self::Page(command) => command.label.into(),
            Self::Made(made) => made.label.clone(),
        }
    }

    /// What it does.
    pub(crate) fn tip(&self) -> AttrValue {
        match self {
            Self::Editor(row) => row.tip.into(),
            Self::Page(command) => command.tip.into(),
            Self::Made(made) => made.tip.clone(),
        }
    }

    /// The key that gives it, too.
    pub(crate) fn keys(&self) -> Option<&'static str> {
        match self {
            Self::Editor(row) => row.keys.first().copied(),
            Self::Page(_) | Self::Made(_) => None,
        }
    }

    /// It can be given now.
    pub(crate) fn is_enabled(&self, editor: &Editor) -> bool {
        match self {
            Self::Editor(row) => (row.enabled)(editor),
            Self::Page(_) | Self::Made(_) => true,
        }
    }

    /// Does it.
    pub(crate) fn perform(self, store: &Store) {
        match self {
            // Without its key the browser sends no paste event.
            Self::Editor(row) if row.native => clipboard::paste_without_key(store),
            Self::Editor(row) => store.command((row.perform)()),
            Self::Page(command) => (command.perform)(store),
            Self::Made(made) => store.command(made.command),
        }
    }
}

/// The commands, and the selections that are worth a name on this board.
fn commands(editor: &Editor, marking: &Marking) -> Vec<Choice> {
    let of_editor = editor::rows().filter(|row| row.name != "palette");
    let of_editor = of_editor.map(Choice::Editor);
    let all = of_editor.chain(PAGE_COMMANDS.iter().map(Choice::Page));
    all.chain(selections(editor.board(), marking)).collect()
}

/// Every box but the selected ones, in the order of the data.
fn boxes(editor: &Editor, pick: Pick) -> Vec<Choice> {
    let board = editor.board();
    let others = data_order(board).into_iter();
    let others = others.filter(|id| !editor.selection().boxes.contains(id));
    let choice = |id: BoxId| {
        let record = board.get_box(&id)?;
        Some(Choice::Made(Made {
            label: box_name(board, &id).into(),
            tip: match record.owner.as_str() {
                "" => record.role.as_str().into(),
                owner => format!("{}, owned by {owner}", record.role).into(),
            },
            command: pick.command(id),
        }))
    };
    others.filter_map(choice).collect()
}

/// What answers `query`: what can be done now before what cannot, the best answer first. Of equals, what the selection
/// makes possible comes before what can always be done.
pub(crate) fn choices(query: &str, editor: &Editor, marking: &Marking, pick: Option<Pick>) -> Vec<Choice> {
    let blank = Editor::new(Board::default());
    let turn = |choice: &Choice| u8::from(editor.selection().is_empty() || choice.is_enabled(&blank));
    let all = match pick {
        Some(pick) => boxes(editor, pick),
        None => commands(editor, marking),
    };
    let ranked = all.into_iter().filter_map(|choice| {
        let beside = format!("{} {}", choice.tip(), choice.keys().unwrap_or_default());
        let rank = rank(query, &choice.label(), &beside)?;
        Some((!choice.is_enabled(editor), rank, turn(&choice), choice))
    });
    let found: Vec<(bool, usize, u8, Choice)> = ranked.collect();
    let key = |at: usize| found.get(at).map(|(waits, rank, turn, _)| (*waits, *rank, *turn));
    let order = ordered(found.len(), &|one, other| key(one).cmp(&key(other)));
    let choice = |at: &usize| found.get(*at).map(|(.., choice)| choice.clone());
    order.iter().take(MOST).filter_map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_done_now_comes_first() {
        let editor = Editor::new(Board::default());
        let all = choices("", &editor, &Marking::default(), None);
        assert_eq!(
            all.first().map(|choice| choice.label()),
            Some("Place an ingest".into())
        );
        let enabled: Vec<bool> = all.iter().map(|choice| choice.is_enabled(&editor)).collect();
        assert!(enabled.is_sorted_by(|before, after| before >= after));
        let best = |query: &str| {
            choices(query, &editor, &Marking::default(), None)
                .first()
                .map(|choice| choice.label())
        };
        assert_eq!(best("fit"), Some("Zoom to fit".into()));
        assert_eq!(best("png"), Some("Export as PNG".into()));
        assert_eq!(best("dark"), Some("Theme: dark".into()));
        assert_eq!(best("ctrl+s"), Some("Save to a file".into()));
        assert!(choices("no such command", &editor, &Marking::default(), None).is_empty());
    }

    #[test]
    fn a_selection_brings_its_own_commands_to_the_top() {
        let board = board::sketch::read("[ingest] Kafka").expect("a sketch that reads");
        let mut editor = Editor::new(board);
        editor.handle(editor::Input::Command(Command::SelectAll, 0));
        let first = choices("", &editor, &Marking::default(), None)
            .first()
            .map(|choice| choice.label());
        assert_eq!(first, Some("Next box downstream".into()));
    }
}
