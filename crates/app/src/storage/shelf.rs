//! What the store's transactions are: one commit, one pruning, reading a board, listing and removing boards.

use std::cmp::Ordering;

use board::Board;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::backlog::Work;
use super::database::{Mode, Store, Transaction, number, numbered, up_to};
use super::failure::StorageError;
use super::journal::Post;
use super::lock::{Ask, Asked, Lock};
use super::record::{DocumentId, Kind, Record};
use super::recovery::{self, Recovered, Stored};
use super::{Storage, quick, snapshot, with_tails};
use sorted::ordered;

/// Larger than any number of an entry, and exact in JavaScript.
const LAST: u64 = 1 << 53;

/// A stored board as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardSummary {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// When it last changed, in milliseconds of the page's clock.
    pub changed_ms: f64,
    /// How many boxes it has.
    pub boxes: usize,
}

/// A text that could not be read when its board was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescued {
    /// The board that it belonged to.
    pub board: String,
    /// What it is.
    pub what: String,
    /// When it was set aside, in milliseconds of the page's clock.
    pub at_ms: f64,
    /// The text as it was found.
    pub text: String,
}

impl Storage {
    /// The stored boards, the last changed first.
    ///
    /// # Errors
    /// [`StorageError`] where the browser does not answer.
    pub async fn recent(&self) -> Result<Vec<BoardSummary>, StorageError> {
        let transaction = self.database.begin(&[Store::Boards], Mode::Read).await?;
        let stored = transaction.all(Store::Boards, None).await?;
        let stored = stored.iter().filter_map(|(key, text)| {
            let id = DocumentId::new(&key.as_string()?);
            Some(read_summary(id, text))
        });
        let mut boards: Vec<BoardSummary> = stored.collect();
        for id in quick::boards_with_tails(&self.name) {
            if boards.iter().all(|board| board.id != id) {
                boards.push(read_summary(id, ""));
            }
        }
        Ok(last_changed_first(&boards))
    }

    /// The board that this tab showed before it was reloaded, or the one that any tab opened last.
    pub async fn last_open(&self) -> Option<DocumentId> {
        if let Some(id) = quick::shown(&self.name) {
            return Some(id);
        }
        let transaction = self.database.begin(&[Store::Meta], Mode::Read).await.ok()?;
        let id = transaction.get(Store::Meta, &last_open_key()).await.ok()??;
        Some(DocumentId::new(&id))
    }

    /// Removes a board on a person's wish. What was rescued of it stays.
    ///
    /// # Errors
    /// [`StorageError::OpenElsewhere`] where another tab has it open, and what else the browser refuses.
    pub async fn remove(&self, id: &DocumentId) -> Result<(), StorageError> {
        let asked = Lock::ask(&self.lock_name(id), Ask::IfFree).await;
        if matches!(asked, Asked::Elsewhere) {
            return Err(StorageError::OpenElsewhere);
        }
        let transaction = self.database.begin(&Store::ALL, Mode::Write).await?;
        let all = up_to(id.as_str(), LAST)?;
        transaction.delete(Store::Snapshots, &all)?;
        transaction.delete(Store::Entries, &all)?;
        transaction.delete(Store::Boards, &id.as_str().into())?;
        transaction.delete(Store::Meta, &writer_key(id))?;
        transaction.complete().await?;
        for (key, _) in quick::tails(&self.name, id) {
            quick::clear_tail(&key);
        }
        Ok(())
    }

    /// What could not be read so far, oldest first.
    ///
    /// # Errors
    /// [`StorageError`] where the browser does not answer.
    pub async fn rescued(&self) -> Result<Vec<Rescued>, StorageError> {
        let transaction = self.database.begin(&[Store::Rescue], Mode::Read).await?;
        let stored = transaction.all(Store::Rescue, None).await?;
        Ok(stored.iter().map(|(_, text)| read_rescued(text)).collect())
    }

    /// Everything stored of a board as it lies there, for download where it cannot be read.
    ///
    /// # Errors
    /// [`StorageError`] where the browser does not answer.
    pub async fn stored_text(&self, id: &DocumentId) -> Result<String, StorageError> {
        let stored = self.read_records(id).await?;
        let records = stored.snapshots.iter().chain(&stored.entries);
        let tails = quick::tails(&self.name, id);
        let texts = records.map(|record| record.sealed.as_str());
        let texts = texts.chain(tails.iter().map(|(_, text)| text.as_str()));
        Ok(texts.flat_map(|text| [text, "\n"]).collect())
    }

    /// Stores `work` in one transaction.
    pub(super) async fn commit(
        &self,
        id: &DocumentId,
        post: &Post,
        work: &Work,
        board: &Board,
    ) -> Result<(), StorageError> {
        let transaction = self.database.begin(&Store::ALL, Mode::Write).await?;
        match self.fill(&transaction, id, post, work, board).await {
            Ok(()) => transaction.complete().await,
            Err(error) => {
                transaction.abort();
                Err(error)
            }
        }
    }

    async fn fill(
        &self,
        transaction: &Transaction,
        id: &DocumentId,
        post: &Post,
        work: &Work,
        board: &Board,
    ) -> Result<(), StorageError> {
        if post.claimed.get() {
            check_writer(transaction, id, &post.token).await?;
        } else {
            claim(transaction, id, &post.token)?;
        }
        let key = |seq| numbered(id.as_str(), seq);
        for rescue in &work.repair.rescued {
            let text = rescued_text(id, &rescue.what, &rescue.text, self.now());
            transaction.push(Store::Rescue, &text)?;
        }
        for &seq in &work.repair.bad_snapshots {
            transaction.delete(Store::Snapshots, &key(seq))?;
        }
        for &seq in &work.repair.bad_entries {
            transaction.delete(Store::Entries, &key(seq))?;
        }
        for record in &work.entries {
            transaction.add(Store::Entries, &key(record.seq), &record.sealed)?;
        }
        if let Some(record) = &work.snapshot {
            transaction.put(Store::Snapshots, &key(record.seq), &record.sealed)?;
        }
        transaction.put(
            Store::Boards,
            &id.as_str().into(),
            &summary_text(board, self.now()),
        )
    }

    /// Reads `snapshot` back; if it holds `board`, deletes the snapshots before the one before it, and the entries that
    /// are in that one.
    pub(super) async fn prune(
        &self,
        id: &DocumentId,
        post: &Post,
        snapshot: &Record,
        board: &Board,
    ) -> Result<(), StorageError> {
        let stores = [Store::Snapshots, Store::Entries, Store::Meta];
        let transaction = self.database.begin(&stores, Mode::Write).await?;
        check_writer(&transaction, id, &post.token).await?;
        let range = up_to(id.as_str(), snapshot.seq)?;
        let stored = records(transaction.all(Store::Snapshots, Some(&range)).await?);
        let (Some(last), Some(before)) = (stored.last(), stored.len().checked_sub(2)) else {
            return transaction.complete().await;
        };
        if last != snapshot || !holds(id, last, board) {
            return Err(StorageError::Refused("a snapshot did not read back".to_owned()));
        }
        let kept = stored[before].seq;
        if let Some(older) = kept.checked_sub(1) {
            let older = up_to(id.as_str(), older)?;
            transaction.delete(Store::Snapshots, &older)?;
        }
        let included = up_to(id.as_str(), kept)?;
        transaction.delete(Store::Entries, &included)?;
        transaction.complete().await
    }

    /// Keeps a text where nothing is deleted.
    pub(super) async fn rescue(&self, id: &DocumentId, what: &str, text: &str) -> Result<(), StorageError> {
        let transaction = self.database.begin(&[Store::Rescue], Mode::Write).await?;
        transaction.push(Store::Rescue, &rescued_text(id, what, text, self.now()))?;
        transaction.complete().await
    }

    /// Reads a board and, in the same transaction, writes this page into the books as its writer. Tells whether that
    /// could be written; if not, it is tried again with the first commit.
    pub(super) async fn read_and_claim(
        &self,
        id: &DocumentId,
        token: &str,
        tails: &[(String, String)],
    ) -> Result<(Recovered, bool), StorageError> {
        let stores = [Store::Snapshots, Store::Entries, Store::Meta];
        let transaction = self.database.begin(&stores, Mode::Write).await?;
        let stored = read_all(&transaction, id).await?;
        let recovered = match recovery::recover(id, &with_tails(stored, id, tails)) {
            Ok(recovered) => recovered,
            Err(error) => {
                transaction.abort();
                return Err(error.into());
            }
        };
        let claimed = claim(&transaction, id, token).is_ok() && transaction.complete().await.is_ok();
        Ok((recovered, claimed))
    }

    /// All that is stored of a board.
    pub(super) async fn read_stored(&self, id: &DocumentId) -> Result<Stored, StorageError> {
        let stored = self.read_records(id).await?;
        Ok(with_tails(stored, id, &quick::tails(&self.name, id)))
    }

    async fn read_records(&self, id: &DocumentId) -> Result<Stored, StorageError> {
        let stores = [Store::Snapshots, Store::Entries];
        let transaction = self.database.begin(&stores, Mode::Read).await?;
        read_all(&transaction, id).await
    }
}

async fn read_all(transaction: &Transaction, id: &DocumentId) -> Result<Stored, StorageError> {
    let range = up_to(id.as_str(), LAST)?;
    Ok(Stored {
        snapshots: records(transaction.all(Store::Snapshots, Some(&range)).await?),
        entries: records(transaction.all(Store::Entries, Some(&range)).await?),
        tails: Vec::new(),
    })
}

fn last_changed_first(boards: &[BoardSummary]) -> Vec<BoardSummary> {
    let order = ordered(boards.len(), &|one, other| {
        let (Some(one), Some(other)) = (boards.get(one), boards.get(other)) else {
            return Ordering::Equal;
        };
        let later = other.changed_ms.total_cmp(&one.changed_ms);
        later.then_with(|| one.id.cmp(&other.id))
    });
    order.iter().filter_map(|at| boards.get(*at).cloned()).collect()
}

fn records(stored: Vec<(JsValue, String)>) -> Vec<Record> {
    let stored = stored.into_iter();
    stored
        .filter_map(|(key, sealed)| number(&key).map(|seq| Record { seq, sealed }))
        .collect()
}

/// Whether a snapshot, read as it would be when the page is opened, gives `board`.
fn holds(id: &DocumentId, record: &Record, board: &Board) -> bool {
    let text = record.open(id, Kind::Snapshot).ok();
    let read = text.and_then(|text| snapshot::read(text).ok());
    read.is_some_and(|(read, _)| read == *board)
}

fn claim(transaction: &Transaction, id: &DocumentId, token: &str) -> Result<(), StorageError> {
    transaction.put(Store::Meta, &writer_key(id), token)?;
    transaction.put(Store::Meta, &last_open_key(), id.as_str())
}

async fn check_writer(transaction: &Transaction, id: &DocumentId, token: &str) -> Result<(), StorageError> {
    let writer = transaction.get(Store::Meta, &writer_key(id)).await?;
    match writer {
        Some(writer) if writer == token => Ok(()),
        Some(_) => Err(StorageError::Overtaken),
        None => Err(StorageError::Gone),
    }
}

fn writer_key(id: &DocumentId) -> JsValue {
    format!("writer {id}").into()
}

fn last_open_key() -> JsValue {
    "last open".into()
}

/// A summary as it is stored. Times are whole milliseconds: to print others, the page would carry tables of powers.
#[derive(Serialize)]
struct StoredSummary<'b> {
    title: &'b str,
    boxes: usize,
    changed: u64,
}

/// What was rescued, as it is stored.
#[derive(Serialize)]
struct StoredRescue<'b> {
    board: &'b str,
    what: &'b str,
    at: u64,
    text: &'b str,
}

fn summary_text(board: &Board, now_ms: f64) -> String {
    let summary = StoredSummary {
        title: &board.brief().title,
        boxes: board.boxes().len(),
        changed: now_ms as u64,
    };
    serde_json::to_string(&summary).unwrap_or_default()
}

fn read_summary(id: DocumentId, text: &str) -> BoardSummary {
    let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    BoardSummary {
        id,
        title: value["title"].as_str().unwrap_or_default().to_owned(),
        changed_ms: value["changed"].as_f64().unwrap_or_default(),
        boxes: value["boxes"].as_u64().unwrap_or_default() as usize,
    }
}

fn rescued_text(id: &DocumentId, what: &str, text: &str, now_ms: f64) -> String {
    let rescued = StoredRescue {
        board: id.as_str(),
        what,
        at: now_ms as u64,
        text,
    };
    serde_json::to_string(&rescued).unwrap_or_default()
}

fn read_rescued(text: &str) -> Rescued {
    let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let words = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    Rescued {
        board: words("board"),
        what: words("what"),
        at_ms: value["at"].as_f64().unwrap_or_default(),
        text: words("text"),
    }
}
