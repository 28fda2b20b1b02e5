//! Opening boards: the one of the last visit, a prompt's, an example, a file.

use std::rc::Rc;

use board::journal::Entry;
use board::{AnswerStatus, Board, Edit, Record, RecordId};
use catalog::Prompt;
use wasm_bindgen_futures::spawn_local;

use crate::asking;
use crate::effects::focus_canvas;
use crate::examples::{self, Author};
use crate::files;
use crate::library::{self, Book, Shelf};
use crate::lint_job;
use crate::storage::{DATABASE, DocumentId, Journal, Loaded, OnState, SaveState, Storage};
use crate::store::{self, Store};

/// Opens the storage and brings back the board of the last visit; without one the page stays empty.
pub(crate) fn open_last(store: &Store) {
    let store = store.clone();
    spawn_local(async move {
        match Storage::open(DATABASE, store::now).await {
            Ok(storage) => {
                store.set_storage(Rc::clone(&storage));
                let loaded = match storage.last_open().await {
                    Some(id) => Some(storage.load(&id).await),
                    None => None,
                };
                match loaded {
                    Some(Ok(loaded)) => show(&store, &storage, loaded),
                    Some(Err(error)) => {
                        keep(&store, Vec::new()).await;
                        store.change_panels(|panels| {
                            panels.tell_error(format!("The last board could not be brought back. {error}"));
                        });
                    }
                    None => keep(&store, Vec::new()).await,
                }
            }
            Err(error) => {
                let board = store.editor().board().clone();
                let journal = Journal::in_memory(&board, Vec::new(), &error.to_string(), on_state(&store));
                store.set_journal(Some(journal));
            }
        }
        lint_job::schedule(&store);
        store.change_panels(|panels| panels.opening = false);
    });
}

/// Opens `board` as a new document; the one before stays among the stored boards.
pub(crate) fn open(store: &Store, board: Board, log: Vec<Entry>) {
    store.set_journal(None);
    store.open_board(board);
    store.change_panels(|panels| {
        panels.dialog = None;
        panels.lit.clear();
        panels.lit_finding = None;
    });
    let store = store.clone();
    spawn_local(async move {
        keep(&store, log).await;
        list_recent(&store).await;
    });
    focus_canvas();
}

/// Opens the empty board of `prompt`, with what the prompt itself says already answered.
pub(crate) fn open_prompt(store: &Store, prompt: &Prompt) {
    let mut board = Board::default();
    let mut edit = Edit::new();
    let brief = board::Brief {
        title: prompt.title.to_owned(),
        track: prompt.track,
        prompt: Some(prompt.id.to_owned()),
    };
    edit.put(&board, RecordId::Brief, Record::from(brief));
    for &(question, text) in prompt.given {
        let answer = board::Answer {
            text: text.to_owned(),
            status: AnswerStatus::Stated,
        };
        edit.put(&board, RecordId::Answer(question), Record::from(answer));
    }
    match board.apply(&edit) {
        Ok(()) => {
            open(store, board, Vec::new());
            if *store.panels().library.shelf(Book::Interviewers) == Shelf::Refused {
                library::fetch(store, Book::Interviewers);
            }
            // Ask first, then draw.
            asking::ask_next(store);
        }
        Err(error) => store.change_panels(|panels| panels.tell_error(error.to_string())),
    }
}

/// Opens an example board as a document of one's own.
pub(crate) fn open_example(store: &Store, prompt: &'static Prompt, author: Author) {
    let store = store.clone();
    spawn_local(async move {
        let bytes = files::shipped(&examples::address(prompt, author)).await;
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => open_text(&store, prompt.id, &text),
            None => store.change_panels(|panels| {
                panels.tell_error("The example could not be fetched: the page was opened without its files, or the network is gone. Reload and try again.");
            }),
        }
    });
}

/// Opens a board file's text; what is wrong with it is said, and the board that is open stays.
pub(crate) fn open_text(store: &Store, name: &str, text: &str) {
    match board::file::read(text) {
        Ok(opened) => {
            open(store, opened.board, opened.log);
            if !opened.dropped.is_empty() {
                let dropped: Vec<_> = opened.dropped.iter().map(ToString::to_string).collect();
                let text = format!(
                    "{name} is open. Left out, because it means nothing here:\n{}",
                    dropped.join("\n")
                );
                store.change_panels(|panels| panels.tell(text));
            }
        }
        Err(error) => store.change_panels(|panels| {
            panels.tell_error(format!(
                "{name} was not opened, and your board is as it was.\n{error}"
            ));
        }),
    }
}

/// Opens a stored board.
pub(crate) fn open_stored(store: &Store, id: DocumentId) {
    let Some(storage) = store.storage() else { return };
    let store = store.clone();
    spawn_local(async move {
        // Whatever the board that is open still has to write is on its way before another takes its place.
        store.set_journal(None);
        match storage.load(&id).await {
            Ok(loaded) => show(&store, &storage, loaded),
            Err(error) => {
                store.change_panels(|panels| panels.tell_error(error.to_string()));
                keep(&store, Vec::new()).await;
            }
        }
        list_recent(&store).await;
        focus_canvas();
    });
}

/// Makes this tab the writer of the board that it shows.
pub(crate) fn take_over(store: &Store) {
    let (Some(storage), Some(id)) = (
        store.storage(),
        store.with_journal(|journal| journal.id().clone()),
    ) else {
        return;
    };
    let store = store.clone();
    spawn_local(async move {
        match storage.take_over(&id).await {
            Ok(loaded) => show(&store, &storage, loaded),
            Err(error) => store.change_panels(|panels| panels.tell_error(error.to_string())),
        }
    });
}

/// Goes on with a copy of the board under a name of its own.
pub(crate) fn duplicate(store: &Store) {
    let board = store.editor().board().clone();
    let log = store.with_journal(Journal::log).unwrap_or_default();
    open(store, board, log);
}

fn show(store: &Store, storage: &Rc<Storage>, loaded: Loaded) {
    store.set_journal(None);
    store.open_board(loaded.board);
    store.set_journal(Some(storage.journal(loaded.seat, on_state(store))));
    store.change_panels(|panels| {
        panels.dialog = None;
        if !loaded.notes.is_empty() {
            panels.tell(loaded.notes.join("\n"));
        }
    });
}

/// Gives the board that is open a place in the storage.
async fn keep(store: &Store, log: Vec<Entry>) {
    let board = store.editor().board().clone();
    let journal = match store.storage() {
        Some(storage) => {
            let seat = storage.create(&board, log).await;
            storage.journal(seat, on_state(store))
        }
        None => Journal::in_memory(
            &board,
            log,
            "This browser keeps nothing for this page.",
            on_state(store),
        ),
    };
    // Edits made while the place was prepared are not in what it was prepared with.
    let edited = *store.editor().board() != board;
    store.set_journal(Some(journal));
    if edited {
        let editor = store.editor();
        let entry = Entry {
            at_ms: store.time_ms(),
            label: "Edit".to_owned(),
            edit: Edit::between(&board, editor.board()),
        };
        store.with_journal(|journal| journal.append(entry, editor.board()));
    }
}

async fn list_recent(store: &Store) {
    let Some(storage) = store.storage() else { return };
    // A list that cannot be read is no list; boards that are open are not concerned.
    let recent = storage.recent().await.unwrap_or_default();
    store.change_panels(|panels| panels.recent = recent);
}

fn on_state(store: &Store) -> OnState {
    let store = store.clone();
    Rc::new(move |state: SaveState| store.set_save_state(state))
}
