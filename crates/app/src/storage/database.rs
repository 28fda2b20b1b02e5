//! IndexedDB as futures: a connection that opens itself again, transactions that end in complete or an error.
//!
//! No promise made here ever rejects: a request that nobody waits for must not turn up as an error of the page.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbRequestReadyState, IdbTransaction,
};

use super::failure::StorageError;

/// The version of the stores' layout.
const VERSION: u32 = 1;

/// A browser that has not opened the store by then will not: the page goes on without.
const OPENING_MS: i32 = 6000;

/// The object stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Store {
    /// Summaries, by board.
    Boards,
    /// Sealed snapshots, by board and number.
    Snapshots,
    /// Sealed entries, by board and number.
    Entries,
    /// What could not be read, by a running number. Nothing here is ever deleted.
    Rescue,
    /// Who writes a board, and which was open last.
    Meta,
}

impl Store {
    pub(crate) const ALL: [Self; 5] = [
        Self::Boards,
        Self::Snapshots,
        Self::Entries,
        Self::Rescue,
        Self::Meta,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Boards => "boards",
            Self::Snapshots => "snapshots",
            Self::Entries => "entries",
            Self::Rescue => "rescue",
            Self::Meta => "meta",
        }
    }
}

/// Whether a transaction writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
}

/// The database of one name.
pub(crate) struct Database {
    name: String,
    connection: RefCell<Option<Connection>>,
}

struct Connection {
    database: IdbDatabase,
    _make_way: Closure<dyn FnMut()>,
}

impl Connection {
    fn new(database: IdbDatabase) -> Self {
        // A later version of the page, in another tab, waits for this connection to go before it can open.
        let closing = database.clone();
        let make_way = Closure::<dyn FnMut()>::new(move || closing.close());
        database.set_onversionchange(Some(make_way.as_ref().unchecked_ref()));
        Self {
            database,
            _make_way: make_way,
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

impl Database {
    /// Opens the database, making it if there is none.
    pub(crate) async fn open(name: &str) -> Result<Self, StorageError> {
        let connection = Connection::new(connect(name).await?);
        Ok(Self {
            name: name.to_owned(),
            connection: RefCell::new(Some(connection)),
        })
    }

    /// Begins a transaction, on a new connection where the old one was closed.
    pub(crate) async fn begin(&self, stores: &[Store], mode: Mode) -> Result<Transaction, StorageError> {
        if let Some(connection) = self.connection.borrow().as_ref()
            && let Ok(transaction) = begin_on(&connection.database, stores, mode)
        {
            return Ok(transaction);
        }
        let database = connect(&self.name).await?;
        let begun = begin_on(&database, stores, mode);
        self.connection.replace(Some(Connection::new(database)));
        begun.map_err(|thrown| StorageError::thrown(&thrown))
    }
}

/// A transaction that is under way. It ends by itself when nothing more is asked of it.
pub(crate) struct Transaction {
    transaction: IdbTransaction,
    ended: Promise,
}

impl Transaction {
    /// The text at `key`.
    pub(crate) async fn get(&self, store: Store, key: &JsValue) -> Result<Option<String>, StorageError> {
        let value = answer(self.store(store)?.get(key)).await?;
        Ok(value.as_string())
    }

    /// Keys and texts of a range, or of the whole store, in the order of the keys.
    pub(crate) async fn all(
        &self,
        store: Store,
        range: Option<&IdbKeyRange>,
    ) -> Result<Vec<(JsValue, String)>, StorageError> {
        let store = self.store(store)?;
        let range = &range.map_or(JsValue::UNDEFINED, JsValue::from);
        // Both are asked before either is awaited: they see the same state.
        let (keys, texts) = (store.get_all_keys_with_key(range), store.get_all_with_key(range));
        let (keys, texts) = (
            Array::from(&answer(keys).await?),
            Array::from(&answer(texts).await?),
        );
        let texts = texts.iter().map(|text| text.as_string().unwrap_or_default());
        Ok(keys.iter().zip(texts).collect())
    }

    /// Writes `text` at `key`, over what was there.
    pub(crate) fn put(&self, store: Store, key: &JsValue, text: &str) -> Result<(), StorageError> {
        issued(self.store(store)?.put_with_key(&text.into(), key))
    }

    /// Writes `text` at `key`; the whole transaction fails if anything is there.
    pub(crate) fn add(&self, store: Store, key: &JsValue, text: &str) -> Result<(), StorageError> {
        issued(self.store(store)?.add_with_key(&text.into(), key))
    }

    /// Writes `text` at the next running number.
    pub(crate) fn push(&self, store: Store, text: &str) -> Result<(), StorageError> {
        issued(self.store(store)?.add(&text.into()))
    }

    /// Deletes a key, or all keys of a range.
    pub(crate) fn delete(&self, store: Store, key: &JsValue) -> Result<(), StorageError> {
        issued(self.store(store)?.delete(key))
    }

    /// Takes everything back.
    pub(crate) fn abort(self) {
        // It fails only where the transaction has ended, and then there is nothing to take back.
        let _ = self.transaction.abort();
    }

    /// Waits until what was written is on disk.
    pub(crate) async fn complete(self) -> Result<(), StorageError> {
        let event = settled(self.ended).await;
        if event.unchecked_ref::<web_sys::Event>().type_() == "complete" {
            return Ok(());
        }
        let error = self.transaction.error();
        Err(error.map_or_else(
            || StorageError::Refused("the transaction was aborted".to_owned()),
            |error| StorageError::thrown(&error),
        ))
    }

    fn store(&self, store: Store) -> Result<IdbObjectStore, StorageError> {
        let found = self.transaction.object_store(store.name());
        found.map_err(|thrown| StorageError::thrown(&thrown))
    }
}

/// The key of one record of a board.
pub(crate) fn numbered(id: &str, seq: u64) -> JsValue {
    // Exact up to 2^53: far beyond what anybody can edit.
    Array::of2(&id.into(), &(seq as f64).into()).into()
}

/// The keys of a board's records from number 0 to `last`.
pub(crate) fn up_to(id: &str, last: u64) -> Result<IdbKeyRange, StorageError> {
    let range = IdbKeyRange::bound(&numbered(id, 0), &numbered(id, last));
    range.map_err(|thrown| StorageError::thrown(&thrown))
}

/// The number in a key that [`numbered`] made.
pub(crate) fn number(key: &JsValue) -> Option<u64> {
    let number = Array::from(key).get(1).as_f64()?;
    Some(number as u64)
}

async fn connect(name: &str) -> Result<IdbDatabase, StorageError> {
    let unavailable = |why: &str| StorageError::Unavailable(why.to_owned());
    let window = web_sys::window().ok_or_else(|| unavailable("there is no window"))?;
    let factory = window
        .indexed_db()
        .map_err(|_| unavailable("it is not allowed to"))?
        .ok_or_else(|| unavailable("it has no database"))?;
    let request = factory
        .open_with_u32(name, VERSION)
        .map_err(|thrown| StorageError::thrown(&thrown))?;
    let upgrading = request.clone();
    let upgrade = Closure::<dyn FnMut()>::new(move || make_stores(&upgrading));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = Promise::new(&mut |resolve, _| {
        listen(&request, &resolve);
        request.set_onblocked(Some(&resolve));
        // Without a timer the page would only wait longer.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, OPENING_MS);
    });
    settled(opened).await;
    if request.ready_state() == IdbRequestReadyState::Pending {
        return Err(unavailable("its database does not open"));
    }
    match request.result() {
        Ok(database) => Ok(database.unchecked_into()),
        Err(_) => Err(match failure(&request) {
            StorageError::Refused(name) => StorageError::Unavailable(name),
            error => error,
        }),
    }
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result().map(JsCast::unchecked_into::<IdbDatabase>) else {
        return;
    };
    for store in Store::ALL {
        let parameters = IdbObjectStoreParameters::new();
        parameters.set_auto_increment(store == Store::Rescue);
        // A store that is missing later shows as an error of the first transaction that wants it.
        let _ = database.create_object_store_with_optional_parameters(store.name(), &parameters);
    }
}

fn begin_on(database: &IdbDatabase, stores: &[Store], mode: Mode) -> Result<Transaction, JsValue> {
    let names: Array = stores.iter().map(|store| JsValue::from(store.name())).collect();
    let mode = match mode {
        Mode::Read => "readonly",
        Mode::Write => "readwrite",
    };
    // Chromium acknowledges before the disk has it unless asked for more; web-sys has no stable word for that.
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction: IdbTransaction = begin
        .call3(database, &names, &mode.into(), &options)?
        .dyn_into()?;
    let ended = Promise::new(&mut |resolve, _| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&resolve));
    });
    Ok(Transaction { transaction, ended })
}

async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, StorageError> {
    let request = request.map_err(|thrown| StorageError::thrown(&thrown))?;
    settled(Promise::new(&mut |resolve, _| listen(&request, &resolve))).await;
    request.result().map_err(|_| failure(&request))
}

fn issued(request: Result<IdbRequest, JsValue>) -> Result<(), StorageError> {
    request.map(drop).map_err(|thrown| StorageError::thrown(&thrown))
}

fn listen(request: &IdbRequest, resolve: &Function) {
    request.set_onsuccess(Some(resolve));
    request.set_onerror(Some(resolve));
}

fn failure(request: &IdbRequest) -> StorageError {
    match request.error() {
        Ok(Some(error)) => StorageError::thrown(&error),
        _ => StorageError::Refused("no reason given".to_owned()),
    }
}

async fn settled(promise: Promise) -> JsValue {
    JsFuture::from(promise).await.unwrap_or(JsValue::UNDEFINED)
}
