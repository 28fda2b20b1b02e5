//! The store in a real browser: what is stored comes back, whatever happened to it in between.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;
use std::rc::Rc;

use app::storage::{DocumentId, Journal, Loaded, OnState, Role, SaveState, Storage, StorageError};
use board::journal::Entry;
use board::{Board, BoxId, BoxRecord, Edit, Record, RecordId, Role as BoxRole};
use geometry::Point;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbRequest};

wasm_bindgen_test_configure!(run_in_browser);

fn now() -> f64 {
    1_000.0
}

const SAVED: SaveState = SaveState::Saved { at_ms: 1_000.0 };

/// A database of its own for every test, and what the journals said.
struct Desk {
    name: String,
    storage: Rc<Storage>,
    said: Rc<RefCell<Vec<SaveState>>>,
}

impl Desk {
    async fn new() -> Self {
        let name = format!("test-{}", js_sys::Math::random());
        let storage = Storage::open(&name, now).await.unwrap();
        let said = Rc::default();
        Self { name, storage, said }
    }

    fn on_state(&self) -> OnState {
        let said = Rc::clone(&self.said);
        Rc::new(move |state| said.borrow_mut().push(state))
    }

    /// A journal of a new board with boxes up to `count`, all stored.
    async fn stored(&self, count: u32) -> (Journal, Board) {
        let mut board = Board::default();
        let seat = self.storage.create(&board, Vec::new()).await;
        let journal = self.storage.journal(seat, self.on_state());
        for number in 0..count {
            add_box(&journal, &mut board, number);
        }
        journal.settled().await;
        assert_eq!(journal.state(), SAVED);
        (journal, board)
    }

    async fn reload(&self, journal: Journal) -> Loaded {
        let id = journal.id().clone();
        drop(journal);
        self.storage.load(&id).await.unwrap()
    }

    async fn assert_reloads_as(&self, journal: Journal, board: &Board) {
        let loaded = self.reload(journal).await;
        assert_eq!(loaded.board, *board);
        assert_eq!(loaded.notes, Vec::<String>::new());
    }
}

fn add_box(journal: &Journal, board: &mut Board, number: u32) {
    let entry = entry(board, number);
    board.apply(&entry.edit).unwrap();
    journal.append(entry, board);
}

async fn add_stored_box(journal: &Journal, board: &mut Board, number: u32) {
    add_box(journal, board, number);
    journal.settled().await;
}

fn entry(board: &Board, number: u32) -> Entry {
    let mut edit = Edit::new();
    let id = BoxId::new(&format!("box-{number}")).unwrap();
    let mut record = BoxRecord::new(BoxRole::Process, Point::new(f64::from(number) * 8.0, 40.0));
    record.label = format!("Box {number}: “≤ 200 ms”");
    record.order = number;
    edit.put(board, RecordId::Box(id), Record::Box(record.into()));
    Entry {
        at_ms: u64::from(number),
        label: format!("Add box {number}"),
        edit,
    }
}

/// One object store, opened behind the page's back.
struct Raw {
    database: IdbDatabase,
    store: IdbObjectStore,
}

impl Raw {
    async fn open(desk: &Desk, store: &str) -> Self {
        let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
        let database: IdbDatabase = wait(&factory.open(&desk.name).unwrap()).await.unchecked_into();
        let mode = web_sys::IdbTransactionMode::Readwrite;
        let transaction = database.transaction_with_str_and_mode(store, mode).unwrap();
        let store = transaction.object_store(store).unwrap();
        Self { database, store }
    }

    async fn keys(&self) -> Vec<JsValue> {
        let keys = wait(&self.store.get_all_keys().unwrap()).await;
        keys.unchecked_into::<Array>().iter().collect()
    }

    async fn put(&self, key: &JsValue, text: &str) {
        wait(&self.store.put_with_key(&text.into(), key).unwrap()).await;
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.database.close();
    }
}

async fn wait(request: &IdbRequest) -> JsValue {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answered).await.unwrap();
    request.result().unwrap()
}

/// Changes the last record of a store.
async fn tamper(desk: &Desk, store: &str, change: impl Fn(&str) -> String) {
    let raw = Raw::open(desk, store).await;
    let key = raw.keys().await.pop().unwrap();
    let text = wait(&raw.store.get(&key).unwrap()).await.as_string().unwrap();
    assert_ne!(change(&text), text);
    raw.put(&key, &change(&text)).await;
}

async fn count(desk: &Desk, store: &str) -> usize {
    Raw::open(desk, store).await.keys().await.len()
}

fn local() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn tails(desk: &Desk) -> Vec<String> {
    let store = local();
    let keys = (0..store.length().unwrap()).map(|index| store.key(index).unwrap().unwrap());
    keys.filter(|key| key.starts_with(&desk.name)).collect()
}

#[wasm_bindgen_test]
async fn what_was_appended_comes_back_with_its_log() {
    let desk = Desk::new().await;
    let (journal, board) = desk.stored(5).await;
    let log = journal.log();
    let loaded = desk.reload(journal).await;
    assert_eq!(loaded.board, board);
    assert_eq!((loaded.log.len(), &loaded.log), (5, &log));
    assert_eq!(loaded.notes, Vec::<String>::new());
    assert_eq!(loaded.seat.role(), Role::Writer);
}

#[wasm_bindgen_test]
async fn a_board_that_did_not_begin_empty_is_stored_at_once() {
    let desk = Desk::new().await;
    let mut board = Board::default();
    board.apply(&entry(&Board::default(), 9).edit).unwrap();
    let seat = desk.storage.create(&board, Vec::new()).await;
    let journal = desk.storage.journal(seat, desk.on_state());
    journal.settled().await;
    let id = journal.id().clone();
    drop(journal);
    let loaded = desk.storage.load(&id).await.unwrap();
    assert_eq!(loaded.board, board);
    let journal = desk.storage.journal(loaded.seat, desk.on_state());
    add_stored_box(&journal, &mut board, 10).await;
    desk.assert_reloads_as(journal, &board).await;
}

#[wasm_bindgen_test]
async fn an_untouched_empty_board_leaves_nothing_behind() {
    let desk = Desk::new().await;
    let (journal, _) = desk.stored(0).await;
    journal.flush_on_hide();
    assert_eq!(tails(&desk), Vec::<String>::new());
    assert_eq!(desk.storage.recent().await.unwrap(), []);
    let nothing = desk.storage.load(&DocumentId::new("nothing")).await;
    assert!(matches!(nothing, Err(StorageError::NoSuchBoard)));
    assert_eq!(count(&desk, "meta").await, 0);
}

#[wasm_bindgen_test]
async fn saved_is_said_only_after_saving() {
    let desk = Desk::new().await;
    let (_journal, _) = desk.stored(2).await;
    assert_eq!(
        *desk.said.borrow(),
        [SAVED, SaveState::Saving { pending: 2 }, SAVED]
    );
}

#[wasm_bindgen_test]
async fn the_list_and_the_last_open_board_are_remembered() {
    let desk = Desk::new().await;
    let (journal, _) = desk.stored(3).await;
    let id = journal.id().clone();
    let recent = desk.storage.recent().await.unwrap();
    assert_eq!(recent.len(), 1);
    assert_eq!(
        (&recent[0].id, recent[0].boxes, recent[0].changed_ms),
        (&id, 3, now())
    );
    assert_eq!(desk.storage.last_open().await.as_ref(), Some(&id));
    assert_eq!(desk.storage.remove(&id).await, Err(StorageError::OpenElsewhere));
    drop(journal);
    desk.storage.remove(&id).await.unwrap();
    assert_eq!(desk.storage.recent().await.unwrap(), []);
    assert_eq!(
        (count(&desk, "entries").await, count(&desk, "snapshots").await),
        (0, 0)
    );
}

#[wasm_bindgen_test]
async fn an_unreadable_newest_snapshot_costs_nothing_and_is_kept() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(100).await;
    for number in 100..300 {
        add_stored_box(&journal, &mut board, number).await;
    }
    assert_eq!(count(&desk, "snapshots").await, 2);
    assert!(count(&desk, "entries").await < 200);
    tamper(&desk, "snapshots", |text| text.replace("Box 7:", "Box 8:")).await;
    let loaded = desk.reload(journal).await;
    assert_eq!((loaded.board, loaded.log.len()), (board.clone(), 300));
    assert_eq!(loaded.notes.len(), 1);
    assert!(
        loaded.notes[0].contains("could not be read"),
        "{:?}",
        loaded.notes
    );
    let journal = desk.storage.journal(loaded.seat, desk.on_state());
    journal.settled().await;
    let rescued = desk.storage.rescued().await.unwrap();
    assert_eq!(rescued.len(), 1);
    assert!(!rescued[0].text.contains("Box 7:"));
    desk.assert_reloads_as(journal, &board).await;
}

#[wasm_bindgen_test]
async fn a_board_of_which_no_snapshot_reads_is_replayed_from_its_first_change() {
    let desk = Desk::new().await;
    let (journal, board) = desk.stored(3).await;
    tamper(&desk, "snapshots", |text| text[..text.len() / 2].to_owned()).await;
    let loaded = desk.reload(journal).await;
    assert_eq!((loaded.board, loaded.log.len()), (board, 3));
}

#[wasm_bindgen_test]
async fn a_board_that_cannot_be_read_stays_where_it_is() {
    let desk = Desk::new().await;
    let mut board = Board::default();
    board.apply(&entry(&Board::default(), 9).edit).unwrap();
    let seat = desk.storage.create(&board, Vec::new()).await;
    let journal = desk.storage.journal(seat, desk.on_state());
    journal.settled().await;
    let id = journal.id().clone();
    drop(journal);
    tamper(&desk, "snapshots", |text| text.replace("Box 9", "Box 8")).await;
    let loaded = desk.storage.load(&id).await;
    assert!(matches!(loaded, Err(StorageError::Unreadable)));
    assert!(desk.storage.stored_text(&id).await.unwrap().contains("Box 8"));
    tamper(&desk, "snapshots", |text| text.replace("Box 8", "Box 9")).await;
    assert_eq!(desk.storage.load(&id).await.unwrap().board, board);
}

#[wasm_bindgen_test]
async fn a_torn_entry_ends_the_replay_and_the_board_lives_on() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(1).await;
    add_stored_box(&journal, &mut board, 1).await;
    let mut intact = board.clone();
    add_stored_box(&journal, &mut board, 2).await;
    tamper(&desk, "entries", |text| text[..text.len() - 9].to_owned()).await;
    let loaded = desk.reload(journal).await;
    assert_eq!(loaded.board, intact);
    assert_eq!(loaded.notes.len(), 1);
    let journal = desk.storage.journal(loaded.seat, desk.on_state());
    add_stored_box(&journal, &mut intact, 3).await;
    assert_eq!(desk.storage.rescued().await.unwrap().len(), 1);
    desk.assert_reloads_as(journal, &intact).await;
}

#[wasm_bindgen_test]
async fn what_the_page_left_in_the_tail_comes_back() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(2).await;
    let id = journal.id().clone();
    // Nothing is stored before this task ends, so all of it stands in the tail.
    add_box(&journal, &mut board, 2);
    add_box(&journal, &mut board, 3);
    let left = web_sys::Event::new("pagehide").unwrap();
    web_sys::window().unwrap().dispatch_event(&left).unwrap();
    let keys = tails(&desk);
    assert_eq!(keys.len(), 1);
    let tail = local().get_item(&keys[0]).unwrap().unwrap();
    journal.settled().await;
    assert_eq!(tails(&desk), Vec::<String>::new());
    drop(journal);

    // As if the page had been gone before the store had them.
    let raw = Raw::open(&desk, "entries").await;
    for key in &raw.keys().await[2..] {
        wait(&raw.store.delete(key).unwrap()).await;
    }
    drop(raw);
    local().set_item(&keys[0], &tail).unwrap();

    let loaded = desk.storage.load(&id).await.unwrap();
    assert_eq!(loaded.board, board);
    assert_eq!(
        loaded.notes,
        ["2 changes made just before the page closed were brought back."]
    );
    let journal = desk.storage.journal(loaded.seat, desk.on_state());
    journal.settled().await;
    assert_eq!(tails(&desk), Vec::<String>::new());
    desk.assert_reloads_as(journal, &board).await;
}

#[wasm_bindgen_test]
async fn a_second_handle_reads_and_may_take_over() {
    let desk = Desk::new().await;
    let (first, mut board) = desk.stored(2).await;
    let other = Storage::open(&desk.name, now).await.unwrap();
    let looked = other.load(first.id()).await.unwrap();
    assert_eq!((looked.seat.role(), &looked.board), (Role::Reader, &board));
    let reader = other.journal(looked.seat, Rc::new(|_| ()));
    add_stored_box(&reader, &mut board.clone(), 7).await;
    assert!(matches!(reader.state(), SaveState::Reader { .. }));

    let taken = other.take_over(first.id()).await.unwrap();
    assert_eq!((taken.seat.role(), &taken.board), (Role::Writer, &board));
    let second = other.journal(taken.seat, Rc::new(|_| ()));
    add_box(&first, &mut board.clone(), 8);
    add_box(&second, &mut board, 9);
    first.settled().await;
    second.settled().await;
    assert!(matches!(first.state(), SaveState::Reader { .. }));
    assert_eq!(second.state(), SAVED);
    let looked = desk.storage.load(second.id()).await.unwrap();
    assert_eq!((looked.seat.role(), looked.board), (Role::Reader, board));
}

#[wasm_bindgen_test]
async fn a_page_that_follows_another_in_its_tab_waits_until_that_lets_go() {
    let desk = Desk::new().await;
    let (first, board) = desk.stored(2).await;
    let id = first.id().clone();
    let window = web_sys::window().unwrap();
    window.dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
    let busy = Timeout::new(1_500, move || drop(first));
    let next = Storage::open(&desk.name, now).await.unwrap();
    let loaded = next.load(&id).await.unwrap();
    assert_eq!((loaded.seat.role(), loaded.board), (Role::Writer, board));
    drop(busy);
}

#[wasm_bindgen_test]
async fn a_writer_that_does_not_know_that_it_was_taken_over_cannot_write() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(2).await;
    let key = format!("writer {}", journal.id()).into();
    Raw::open(&desk, "meta").await.put(&key, "another").await;
    add_stored_box(&journal, &mut board, 2).await;
    let SaveState::Reader { why } = journal.state() else {
        panic!("{:?}", journal.state());
    };
    assert!(why.contains("duplicate the board to keep them"), "{why}");
    assert_eq!(count(&desk, "entries").await, 2);
    let rescued = desk.storage.rescued().await.unwrap();
    assert!(rescued[0].text.contains("box-2"));

    let seat = desk.storage.create(&board, journal.log()).await;
    let duplicate = desk.storage.journal(seat, desk.on_state());
    duplicate.settled().await;
    let loaded = desk.reload(duplicate).await;
    assert_eq!((loaded.board, loaded.log.len()), (board, 3));
}

#[wasm_bindgen_test]
async fn an_entry_is_never_written_over_another() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(2).await;
    let raw = Raw::open(&desk, "entries").await;
    let last = raw.keys().await.pop().unwrap();
    let next = Array::of2(&Array::from(&last).get(0), &3.into());
    raw.put(&next, "written by another").await;
    drop(raw);
    add_stored_box(&journal, &mut board, 2).await;
    assert!(matches!(journal.state(), SaveState::Reader { .. }));
    assert_eq!(count(&desk, "entries").await, 3);
}

#[wasm_bindgen_test]
async fn a_store_that_fails_is_tried_again_and_nothing_is_lost() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(1).await;
    let full = "(() => {
        const real = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
        return real;
    })()";
    let put = js_sys::eval(full).unwrap();
    add_stored_box(&journal, &mut board, 1).await;
    add_stored_box(&journal, &mut board, 2).await;
    let state = journal.state();
    let prototype = js_sys::eval("IDBObjectStore.prototype").unwrap();
    js_sys::Reflect::set(&prototype, &"put".into(), &put).unwrap();
    let SaveState::Failed { why } = state else {
        panic!("{state:?}")
    };
    assert!(why.contains("is full"), "{why}");
    assert_eq!(count(&desk, "entries").await, 1);
    journal.retry();
    journal.settled().await;
    assert_eq!(journal.state(), SAVED);
    desk.assert_reloads_as(journal, &board).await;
}

#[wasm_bindgen_test]
async fn a_board_whose_database_was_deleted_is_stored_anew() {
    let desk = Desk::new().await;
    let (journal, mut board) = desk.stored(3).await;
    // Deleting asks every page to let go of the database, and waits until each did.
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    wait(&factory.delete_database(&desk.name).unwrap()).await;
    add_stored_box(&journal, &mut board, 3).await;
    assert_eq!(journal.state(), SAVED);
    let log = journal.log();
    let loaded = desk.reload(journal).await;
    assert_eq!((loaded.board, loaded.log, loaded.notes), (board, log, Vec::new()));
}

#[wasm_bindgen_test]
async fn a_page_without_a_store_says_so_and_keeps_the_log() {
    let why = StorageError::Unavailable("it is not allowed to".to_owned()).to_string();
    let mut board = Board::default();
    let journal = Journal::in_memory(&board, Vec::new(), &why, Rc::new(|_| ()));
    add_stored_box(&journal, &mut board, 0).await;
    assert_eq!(journal.state(), SaveState::MemoryOnly { why });
    assert_eq!(journal.log().len(), 1);
}
