//! What is looked up: files beside the program, fetched when a visit has begun, so that they are there when the network
//! goes, and nobody waits for them.

use gloo::timers::callback::Timeout;
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::files;
use crate::store::Store;

/// How long after the start they are fetched, in milliseconds: by then, what a person sees first has arrived.
const LATER_MS: u32 = 1000;

/// One of the files, an object each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Book {
    /// From a rule's code to its page in Markdown.
    RulePages,
    /// From a prompt's id to what its interviewer answers, by question.
    Interviewers,
}

impl Book {
    const ALL: [Self; 2] = [Self::RulePages, Self::Interviewers];

    /// Where the page's host has it.
    fn address(self) -> &'static str {
        match self {
            Self::RulePages => "rules.json",
            Self::Interviewers => "interviewers.json",
        }
    }
}

/// The books, as far as they are here.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Library {
    rule_pages: Shelf,
    interviewers: Shelf,
}

/// The place of one book.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) enum Shelf {
    /// It is on its way.
    #[default]
    Awaited,
    /// It is here.
    Here(JsValue),
    /// It could not be fetched.
    Refused,
}

impl Library {
    /// The place of `book`.
    pub(crate) fn shelf(&self, book: Book) -> &Shelf {
        match book {
            Book::RulePages => &self.rule_pages,
            Book::Interviewers => &self.interviewers,
        }
    }

    fn put(&mut self, book: Book, shelf: Shelf) {
        match book {
            Book::RulePages => self.rule_pages = shelf,
            Book::Interviewers => self.interviewers = shelf,
        }
    }
}

impl Shelf {
    /// The text that the book has at the end of this way through its objects.
    pub(crate) fn text(&self, way: &[&str]) -> Option<String> {
        let Self::Here(book) = self else { return None };
        let mut at = book.clone();
        for key in way {
            at = Reflect::get(&at, &(*key).into()).ok()?;
        }
        at.as_string()
    }
}

/// Fetches all books once the page has come to rest.
pub(crate) fn fetch_later(store: &Store) {
    let store = store.clone();
    Timeout::new(LATER_MS, move || {
        Book::ALL.into_iter().for_each(|book| fetch(&store, book))
    })
    .forget();
}

/// Fetches `book`, once more if it was refused before.
pub(crate) fn fetch(store: &Store, book: Book) {
    store.change_panels(|panels| panels.library.put(book, Shelf::Awaited));
    let store = store.clone();
    spawn_local(async move {
        let text = files::shipped(book.address()).await.map(String::from_utf8);
        let shelf = match text {
            Some(Ok(text)) => JSON::parse(&text).map_or(Shelf::Refused, Shelf::Here),
            _ => Shelf::Refused,
        };
        store.change_panels(|panels| panels.library.put(book, shelf));
    });
}
