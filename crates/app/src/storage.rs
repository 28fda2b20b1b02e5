//! Nothing of a person's work is ever lost.
//!
//! 1. Every committed edit is an entry of the board's [`Journal`], stored in IndexedDB when it happens, one transaction
//!    after the other; "saved" is said when the disk has it. Every so often a snapshot of the whole board is stored,
//!    and only once it has been read back is anything before the one before it deleted.
//! 2. [`Storage::load`] takes the newest snapshot that can be read and every intact entry after it (`recovery`). What
//!    cannot be read moves to a store of its own, from which nothing is deleted, and is said in sentences.
//! 3. What is not acknowledged when the page goes away goes to a small tail in localStorage, which answers at once.
//! 4. One tab writes a board. A Web Lock says which, and every transaction first looks whether the store's books still
//!    name this page: a tab that was taken over from can no longer write, however late it learns of it.
//! 5. Where the store fails, everything stays in memory and is tried again. The page is never reloaded.

mod backlog;
mod database;
mod failure;
mod journal;
mod lock;
mod quick;
mod record;
mod recovery;
mod shelf;
mod snapshot;
mod tail;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use board::Board;
use board::journal::Entry;

pub use self::failure::StorageError;
pub use self::journal::{Journal, OnState, SaveState};
pub use self::record::DocumentId;
pub use self::shelf::{BoardSummary, Rescued};

use self::backlog::Backlog;
use self::database::Database;
use self::journal::Post;
use self::lock::{Ask, Asked, Lock};
use self::recovery::{Recovered, Stored, Unrecoverable};
use self::tail::Tail;

/// The name of the page's database.
pub const DATABASE: &str = "sketchlint";

/// The boards of this browser.
pub struct Storage {
    name: String,
    database: Database,
    now: fn() -> f64,
}

/// Whether this tab may write a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It may.
    Writer,
    /// Another tab does; this one may look, take over, or duplicate.
    Reader,
}

/// The right to keep the journal of one board: see [`Storage::journal`].
pub struct Seat {
    backlog: Backlog,
    /// `None` for a reader.
    right: Option<Right>,
}

struct Right {
    lock: Option<Lock>,
    token: String,
    claimed: bool,
    tails: Vec<String>,
}

/// A board as it was brought back.
pub struct Loaded {
    /// The board.
    pub board: Board,
    /// The journal of the session so far, oldest entry first.
    pub log: Vec<Entry>,
    /// What the page should say, in sentences; empty where all is as it should be.
    pub notes: Vec<String>,
    /// For the journal that follows.
    pub seat: Seat,
}

impl Seat {
    /// The id of the board.
    pub fn id(&self) -> &DocumentId {
        self.backlog.id()
    }

    /// Whether this tab may write the board.
    pub fn role(&self) -> Role {
        if self.right.is_some() {
            Role::Writer
        } else {
            Role::Reader
        }
    }
}

impl Storage {
    /// Opens the database called `name` ([`DATABASE`] for the page); `now` is the page's clock, in milliseconds.
    ///
    /// # Errors
    /// [`StorageError`] where the browser keeps nothing. The page then works with [`Journal::in_memory`].
    pub async fn open(name: &str, now: fn() -> f64) -> Result<Rc<Self>, StorageError> {
        let database = Database::open(name).await?;
        let name = name.to_owned();
        Ok(Rc::new(Self { name, database, now }))
    }

    /// A seat for a board that was never stored: a new one, an opened file, a duplicate. An empty board is first stored
    /// when it is edited, any other at once.
    pub async fn create(&self, board: &Board, log: Vec<Entry>) -> Seat {
        let id = DocumentId::fresh(self.now(), js_sys::Math::random());
        let lock = match Lock::ask(&self.lock_name(&id), Ask::IfFree).await {
            Asked::Held(lock) => Some(lock),
            Asked::Elsewhere | Asked::NoLocks => None,
        };
        let right = Right {
            lock,
            token: fresh_token(),
            claimed: false,
            tails: Vec::new(),
        };
        Seat {
            backlog: Backlog::new(id, board.clone(), log),
            right: Some(right),
        }
    }

    /// Brings a board back, as its writer unless another tab is. The page that this one followed in its tab is no other
    /// tab, and is waited for.
    ///
    /// # Errors
    /// [`StorageError`] where there is no such board, nothing of it can be read, or the browser refuses. Nothing is
    /// changed then, and [`stored_text`](Self::stored_text) gives what is there.
    pub async fn load(&self, id: &DocumentId) -> Result<Loaded, StorageError> {
        let ask = if quick::was_left(&self.name, id) {
            Ask::AfterLeaving
        } else {
            Ask::IfFree
        };
        self.bring_back(id, ask).await
    }

    /// Brings a board back as its writer; the tab that was becomes a reader.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub async fn take_over(&self, id: &DocumentId) -> Result<Loaded, StorageError> {
        self.bring_back(id, Ask::TakeOver).await
    }

    /// The journal of the board that `seat` was given for. It writes at once what is due.
    pub fn journal(self: &Rc<Self>, seat: Seat, on_state: OnState) -> Journal {
        let Some(right) = seat.right else {
            return Journal::reader(seat.backlog, on_state);
        };
        let post = Post {
            storage: Rc::clone(self),
            token: right.token,
            claimed: Cell::new(right.claimed),
            tails: RefCell::new(right.tails),
            lock: right.lock,
        };
        Journal::writer(post, seat.backlog, on_state)
    }

    fn now(&self) -> f64 {
        (self.now)()
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn lock_name(&self, id: &DocumentId) -> String {
        format!("{} {id}", self.name)
    }

    async fn bring_back(&self, id: &DocumentId, ask: Ask) -> Result<Loaded, StorageError> {
        let lock = match Lock::ask(&self.lock_name(id), ask).await {
            Asked::Held(lock) => Some(lock),
            Asked::NoLocks => None,
            Asked::Elsewhere => return self.look(id).await,
        };
        let token = fresh_token();
        let tails = quick::tails(&self.name, id);
        let keys = tails.iter().map(|(key, _)| key.clone()).collect();
        let (recovered, claimed) = self.read_and_claim(id, &token, &tails).await?;
        quick::show(&self.name, id);
        Ok(Loaded::new(id, recovered, |backlog| Seat {
            backlog,
            right: Some(Right {
                lock,
                token,
                claimed,
                tails: keys,
            }),
        }))
    }

    /// Brings a board back without changing anything.
    async fn look(&self, id: &DocumentId) -> Result<Loaded, StorageError> {
        let stored = self.read_stored(id).await?;
        let recovered = recovery::recover(id, &stored)?;
        quick::show(&self.name, id);
        Ok(Loaded::new(id, recovered, |backlog| Seat {
            backlog,
            right: None,
        }))
    }
}

impl Loaded {
    fn new(id: &DocumentId, recovered: Recovered, seat: impl FnOnce(Backlog) -> Seat) -> Self {
        Self {
            board: recovered.board.clone(),
            log: recovered.log.clone(),
            notes: recovered.notes.clone(),
            seat: seat(Backlog::resume(id.clone(), recovered)),
        }
    }
}

impl From<Unrecoverable> for StorageError {
    fn from(unrecoverable: Unrecoverable) -> Self {
        match unrecoverable {
            Unrecoverable::Nothing => Self::NoSuchBoard,
            Unrecoverable::Unreadable => Self::Unreadable,
            Unrecoverable::Newer => Self::Newer,
        }
    }
}

fn with_tails(mut stored: Stored, id: &DocumentId, tails: &[(String, String)]) -> Stored {
    stored.tails = tails.iter().map(|(_, text)| Tail::read(id, text)).collect();
    stored
}

/// Tells this page from any other that writes the same board.
fn fresh_token() -> String {
    format!("{:016x}", (js_sys::Math::random() * 2_f64.powi(53)) as u64)
}
