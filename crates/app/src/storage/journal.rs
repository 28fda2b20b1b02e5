//! The journal of one board: takes committed edits, stores them one transaction after the other, and says how it goes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use board::Board;
use board::journal::Entry;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use lint::Session;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Storage;
use super::backlog::{Backlog, Work};
use super::failure::StorageError;
use super::lock::Lock;
use super::quick;
use super::record::DocumentId;

/// How far the store is with a board.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Everything is on disk since then, in milliseconds of the page's clock.
    Saved {
        /// When the last of it was acknowledged.
        at_ms: f64,
    },
    /// The store is at it.
    Saving {
        /// How many edits are not acknowledged yet.
        pending: usize,
    },
    /// The store refused; everything is in memory and is tried again.
    Failed {
        /// Why, in a sentence for the page.
        why: String,
    },
    /// There is no store: the board lives in this tab alone.
    MemoryOnly {
        /// Why, in a sentence for the page.
        why: String,
    },
    /// Another tab writes this board; nothing that is done here is saved.
    Reader {
        /// Why, in a sentence for the page.
        why: String,
    },
}

/// Whom to tell of a new [`SaveState`].
pub type OnState = Rc<dyn Fn(SaveState)>;

/// A handle to the journal of one board. Dropping it lets the board go once what is under way has ended.
pub struct Journal {
    desk: Rc<Desk>,
    _leaving: Vec<EventListener>,
}

/// Where a journal writes, and by what right.
pub(super) struct Post {
    pub storage: Rc<Storage>,
    /// This page as a writer, in the store's own books.
    pub token: String,
    /// The books name this page as the writer.
    pub claimed: Cell<bool>,
    /// Tails to forget once everything is stored.
    pub tails: RefCell<Vec<String>>,
    pub lock: Option<Lock>,
}

struct Desk {
    id: DocumentId,
    /// `None` for a board that cannot be stored.
    post: Option<Post>,
    backlog: RefCell<Backlog>,
    state: RefCell<SaveState>,
    on_state: OnState,
    running: Cell<bool>,
    waiting: RefCell<Vec<Function>>,
    failures: Cell<u32>,
    retry: RefCell<Option<Timeout>>,
}

impl Journal {
    /// A journal without a store: it keeps the log and says that nothing is saved.
    pub fn in_memory(board: &Board, log: Vec<Entry>, why: &str, on_state: OnState) -> Self {
        let id = DocumentId::new("memory");
        let backlog = Backlog::new(id, board.clone(), log);
        let why = why.to_owned();
        Self::at(None, backlog, SaveState::MemoryOnly { why }, on_state)
    }

    pub(super) fn writer(post: Post, backlog: Backlog, on_state: OnState) -> Self {
        let at_ms = post.storage.now();
        let journal = Self::at(Some(post), backlog, SaveState::Saved { at_ms }, on_state);
        let desk = Rc::downgrade(&journal.desk);
        if let Some(lock) = journal.desk.post.as_ref().and_then(|post| post.lock.as_ref()) {
            lock.when_lost(move || {
                if let Some(desk) = desk.upgrade() {
                    spawn_local(desk.step_back());
                }
            });
        }
        journal.desk.start();
        journal
    }

    pub(super) fn reader(backlog: Backlog, on_state: OnState) -> Self {
        let why = StorageError::Overtaken.to_string();
        Self::at(None, backlog, SaveState::Reader { why }, on_state)
    }

    fn at(post: Option<Post>, backlog: Backlog, state: SaveState, on_state: OnState) -> Self {
        let desk = Rc::new(Desk {
            id: backlog.id().clone(),
            post,
            backlog: RefCell::new(backlog),
            state: RefCell::new(state.clone()),
            on_state,
            running: Cell::new(false),
            waiting: RefCell::new(Vec::new()),
            failures: Cell::new(0),
            retry: RefCell::new(None),
        });
        (desk.on_state)(state);
        Self {
            _leaving: listen_for_leaving(&desk),
            desk,
        }
    }

    /// The id that the board is stored under.
    pub fn id(&self) -> &DocumentId {
        &self.desk.id
    }

    /// Takes a committed edit and the board after it. Returns at once; the state tells when it is stored.
    pub fn append(&self, entry: Entry, board: &Board) {
        self.desk.backlog.borrow_mut().push(entry, board);
        self.desk.start();
    }

    /// Takes an edit that stands for the last one and for what was typed since. Returns at once.
    pub fn amend(&self, entry: Entry, board: &Board) {
        let under_way = self.desk.running.get();
        self.desk.backlog.borrow_mut().amend(entry, board, under_way);
        self.desk.start();
    }

    /// How far the store is.
    pub fn state(&self) -> SaveState {
        self.desk.state.borrow().clone()
    }

    /// The journal of the session, oldest entry first, with what was done before this page was opened.
    pub fn log(&self) -> Vec<Entry> {
        self.desk.backlog.borrow().log().to_vec()
    }

    /// What was done when, by the same entries.
    pub fn session(&self) -> Session {
        Session::of(self.desk.backlog.borrow().log())
    }

    /// Tries again now what the store refused.
    pub fn retry(&self) {
        self.desk.start();
    }

    /// Waits until nothing is under way: all is stored, or the store refused.
    pub async fn settled(&self) {
        if self.desk.running.get() {
            let ended = Promise::new(&mut |resolve, _| self.desk.waiting.borrow_mut().push(resolve));
            // The promise never rejects.
            let _ = JsFuture::from(ended).await;
        }
    }

    /// Puts what is not stored yet where a page that goes away can still write. Journals do this by themselves when
    /// the page is hidden.
    pub fn flush_on_hide(&self) {
        self.desk.flush();
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.desk.flush();
    }
}

impl Desk {
    /// Begins to store what waits, unless that is under way.
    fn start(self: &Rc<Self>) {
        if self.writing().is_none() || self.running.get() {
            return;
        }
        self.retry.take();
        self.running.set(true);
        spawn_local(Rc::clone(self).run());
    }

    fn writing(&self) -> Option<&Post> {
        let reader = matches!(&*self.state.borrow(), SaveState::Reader { .. });
        self.post.as_ref().filter(|_| !reader)
    }

    async fn run(self: Rc<Self>) {
        while let Some(post) = self.writing() {
            let work = self.backlog.borrow().work();
            let Some(work) = work else {
                post.tails.take().iter().for_each(|key| quick::clear_tail(key));
                self.say(SaveState::Saved {
                    at_ms: post.storage.now(),
                });
                break;
            };
            if self.failures.get() == 0 {
                let pending = work.entries.len();
                self.say(SaveState::Saving { pending });
            }
            match self.write(post, &work).await {
                Ok(()) => self.failures.set(0),
                Err(StorageError::Gone) => {
                    post.claimed.set(false);
                    self.backlog.borrow_mut().store_anew();
                }
                Err(StorageError::Overtaken) => Rc::clone(&self).step_back().await,
                Err(error) => {
                    self.fail(&error);
                    break;
                }
            }
        }
        self.running.set(false);
        for waiting in self.waiting.take() {
            // Resolving a promise cannot fail.
            let _ = waiting.call0(&JsValue::UNDEFINED);
        }
    }

    async fn write(&self, post: &Post, work: &Work) -> Result<(), StorageError> {
        let board = self.backlog.borrow().board().clone();
        post.storage.commit(&self.id, post, work, &board).await?;
        post.claimed.set(true);
        self.backlog.borrow_mut().stored(work);
        if let Some(snapshot) = &work.snapshot {
            // What is not pruned now stays, and is pruned after the next snapshot.
            let _ = post.storage.prune(&self.id, post, snapshot, &board).await;
        }
        Ok(())
    }

    fn fail(self: &Rc<Self>, error: &StorageError) {
        let failures = self.failures.get();
        self.failures.set(failures.saturating_add(1));
        let pause_ms = 1000_u32.saturating_mul(1 << failures.min(5));
        let desk = Rc::downgrade(self);
        let retry = Timeout::new(pause_ms, move || {
            if let Some(desk) = desk.upgrade() {
                desk.start();
            }
        });
        self.retry.replace(Some(retry));
        self.say(SaveState::Failed {
            why: error.to_string(),
        });
    }

    /// Another tab writes now: keeps what it cannot know of, and stops.
    async fn step_back(self: Rc<Self>) {
        let Some(post) = self.writing() else { return };
        let pending = self.backlog.borrow().pending();
        let mut why = StorageError::Overtaken.to_string();
        if pending > 0 {
            why.push_str(" The last changes made here did not reach it: duplicate the board to keep them.");
        }
        self.say(SaveState::Reader { why });
        let tail = self.backlog.borrow().tail();
        if !tail.is_empty() {
            let what = "changes made in a tab that another took over from";
            // Memory still has them, and the page has just been told.
            let _ = post.storage.rescue(&self.id, what, &tail).await;
        }
    }

    fn flush(&self) {
        let Some(post) = self.writing() else { return };
        let tail = self.backlog.borrow().tail();
        let key = quick::tail_key(post.storage.name(), &self.id, &post.token);
        if !tail.is_empty() && quick::write_tail(&key, &tail) {
            quick::show(post.storage.name(), &self.id);
            let mut tails = post.tails.borrow_mut();
            if !tails.contains(&key) {
                tails.push(key);
            }
        }
    }

    /// The page goes away, and its right to write with it, as soon as the browser finds the time.
    fn leave(&self) {
        self.flush();
        if let Some(post) = self.writing() {
            quick::leave(post.storage.name(), &self.id);
        }
    }

    fn say(&self, state: SaveState) {
        // There is no way back from a reader: this page's board and the stored one have parted.
        if matches!(&*self.state.borrow(), SaveState::Reader { .. }) {
            return;
        }
        let before = self.state.replace(state.clone());
        if before != state {
            (self.on_state)(state);
        }
    }
}

fn listen_for_leaving(desk: &Rc<Desk>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let document = window.document();
    let hidden = document.as_ref().map(|document| {
        let desk = Rc::downgrade(desk);
        EventListener::new(document, "visibilitychange", move |_| with(&desk, Desk::flush))
    });
    let desk = Rc::downgrade(desk);
    let gone = EventListener::new(&window, "pagehide", move |_| with(&desk, Desk::leave));
    hidden.into_iter().chain([gone]).collect()
}

fn with(desk: &Weak<Desk>, act: fn(&Desk)) {
    if let Some(desk) = desk.upgrade() {
        act(&desk);
    }
}
