//! The store: the one editor, what is judged of its board, what the panels show, and who wants to know.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use board::{Board, EdgeId};
use editor::{Command, Editor, Input, Outcome};
use geometry::Route;
use lint::Report;
use sorted::Map;
use wasm_bindgen::JsValue;

use crate::lint_job::LintJob;
use crate::marking::Marking;
use crate::panels::Panels;
use crate::routes::Routes;
use crate::stage::{self, Stage};
use crate::storage::{Journal, SaveState, Storage};
use crate::what_if::WhatIf;
use crate::{effects, lint_job};

/// A handle to the page's state, cheap to clone. Two are equal when they are the same.
#[derive(Clone)]
pub(crate) struct Store(Rc<Inner>);

struct Inner {
    editor: RefCell<Editor>,
    judged: RefCell<Judged>,
    numbers: RefCell<JsValue>,
    routes: RefCell<Routes>,
    stage: Stage,
    panels: RefCell<Panels>,
    save: RefCell<SaveState>,
    storage: RefCell<Option<Rc<Storage>>>,
    journal: RefCell<Option<Journal>>,
    lint_job: LintJob,
    copying: RefCell<Option<Rc<str>>>,
    /// Boxes glide to where they stand, until the next input that changes anything.
    gliding: Cell<bool>,
    /// When the session began, in milliseconds of the page's clock.
    began: f64,
    listeners: RefCell<Map<u64, Listener>>,
    next_listener: Cell<u64>,
}

#[derive(Clone)]
struct Listener {
    listen: Rc<dyn Fn()>,
    /// It also wants to know where the camera goes while the board need not be drawn anew for it.
    follows: bool,
}

/// What the linter says, and which marks that puts on the board.
#[derive(Clone, Default)]
pub(crate) struct Judged {
    /// The findings.
    pub report: Rc<Report>,
    /// The marks on boxes and edges.
    pub marking: Rc<Marking>,
    /// How the report stands to the board.
    pub standing: Standing,
}

/// How the report stands to the board that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Standing {
    /// The board was not judged yet.
    #[default]
    Awaited,
    /// It is of this board, a few frames old at most.
    Told,
    /// The linter is not there: the report may be old, or of nothing.
    Refused,
}

/// Keeps a listener listening; dropping it ends that.
pub(crate) struct Subscription {
    store: Store,
    id: u64,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// A store with an empty board.
    pub(crate) fn new() -> Self {
        Self(Rc::new(Inner {
            editor: RefCell::new(Editor::new(Board::default())),
            judged: RefCell::default(),
            numbers: RefCell::default(),
            routes: RefCell::default(),
            stage: Stage::default(),
            panels: RefCell::new(Panels::remembered()),
            save: RefCell::new(SaveState::Saved { at_ms: now() }),
            storage: RefCell::default(),
            journal: RefCell::default(),
            lint_job: LintJob::default(),
            copying: RefCell::default(),
            gliding: Cell::default(),
            began: now(),
            listeners: RefCell::default(),
            next_listener: Cell::default(),
        }))
    }

    /// The editor, to read.
    pub(crate) fn editor(&self) -> Ref<'_, Editor> {
        self.0.editor.borrow()
    }

    /// The newest findings. They may be a few frames older than the board.
    pub(crate) fn judged(&self) -> Judged {
        self.0.judged.borrow().clone()
    }

    /// What the board adds up to, as the linter told when that was last looked at; undefined until then.
    pub(crate) fn numbers(&self) -> JsValue {
        self.0.numbers.borrow().clone()
    }

    /// The curves of `edges` on the board of `editor`, which is this store's.
    pub(crate) fn routes(&self, editor: &Editor, edges: &[EdgeId]) -> Vec<Rc<Route>> {
        self.0.routes.borrow_mut().of(editor, edges)
    }

    /// What the board is drawn for.
    pub(crate) fn stage(&self) -> stage::Set {
        self.0.stage.set()
    }

    /// What the panels show.
    pub(crate) fn panels(&self) -> Ref<'_, Panels> {
        self.0.panels.borrow()
    }

    /// How far the board is saved.
    pub(crate) fn save_state(&self) -> SaveState {
        self.0.save.borrow().clone()
    }

    /// The browser's storage, once it is open and if it is to be had.
    pub(crate) fn storage(&self) -> Option<Rc<Storage>> {
        self.0.storage.borrow().clone()
    }

    /// Milliseconds since the session began.
    pub(crate) fn time_ms(&self) -> u64 {
        (now() - self.0.began).max(0.0) as u64
    }

    /// Gives the editor an input. The answer is whether it meant something.
    pub(crate) fn handle(&self, input: Input) -> bool {
        let outcome = self.0.editor.borrow_mut().handle(input);
        let Outcome {
            document,
            camera,
            view,
            selection,
            effects,
            handled,
        } = outcome;
        if document || view || selection {
            self.0.gliding.set(false);
        }
        for effect in effects {
            effects::run(self, effect);
        }
        if document {
            lint_job::schedule(self);
        }
        let redrawn = (camera || view) && self.follow_camera();
        if document || view || selection || redrawn {
            self.tell(true);
        } else if camera {
            self.tell(false);
        }
        handled
    }

    /// Whether the board must be drawn for where the camera is now.
    fn follow_camera(&self) -> bool {
        let store = self.clone();
        self.0.stage.follow(self.looked_at(), move || {
            store.0.stage.draw(store.looked_at());
            store.tell(true);
        })
    }

    fn looked_at(&self) -> stage::Set {
        let editor = self.editor();
        stage::Set {
            camera: editor.camera(),
            screen: editor.screen(),
        }
    }

    /// Gives the editor a command.
    pub(crate) fn command(&self, command: Command) {
        self.handle(Input::Command(command, self.time_ms()));
    }

    /// Shows another board, with nothing to undo.
    pub(crate) fn open_board(&self, board: Board) {
        self.0.routes.borrow_mut().clear();
        lint_job::forget(self);
        self.0.numbers.take();
        self.0.panels.borrow_mut().what_if = WhatIf::default();
        let standing = match self.judged().standing {
            Standing::Refused => Standing::Refused,
            Standing::Awaited | Standing::Told => Standing::Awaited,
        };
        *self.0.judged.borrow_mut() = Judged {
            standing,
            ..Judged::default()
        };
        self.command(Command::Open(Box::new(board)));
    }

    /// Changes what the panels show.
    pub(crate) fn change_panels(&self, change: impl FnOnce(&mut Panels)) {
        change(&mut self.0.panels.borrow_mut());
        self.tell(true);
    }

    /// Changes what is played on the board, and tells none but those who follow that or the camera.
    pub(crate) fn change_play(&self, change: impl FnOnce(&mut WhatIf)) {
        change(&mut self.0.panels.borrow_mut().what_if);
        self.tell(false);
    }

    /// Takes the findings of the board as it is now.
    pub(crate) fn set_report(&self, report: Report) {
        let marking = Rc::new(Marking::of(&report));
        *self.0.judged.borrow_mut() = Judged {
            report: Rc::new(report),
            marking,
            standing: Standing::Told,
        };
        self.tell(true);
    }

    /// Takes what the board adds up to.
    pub(crate) fn set_numbers(&self, numbers: JsValue) {
        self.0.numbers.replace(numbers);
        self.tell(true);
    }

    /// Takes that the linter is on its way, or not to be had; what it said stays.
    pub(crate) fn set_standing(&self, standing: Standing) {
        self.0.judged.borrow_mut().standing = standing;
        self.tell(true);
    }

    /// Takes how far the board is saved.
    pub(crate) fn set_save_state(&self, state: SaveState) {
        *self.0.save.borrow_mut() = state;
        self.tell(true);
    }

    /// Takes the browser's storage.
    pub(crate) fn set_storage(&self, storage: Rc<Storage>) {
        *self.0.storage.borrow_mut() = Some(storage);
    }

    /// Takes the journal that edits go to from now on.
    pub(crate) fn set_journal(&self, journal: Option<Journal>) {
        let before = self.0.journal.replace(journal);
        // Dropping a journal writes; nothing may be borrowed then.
        drop(before);
    }

    /// Runs `use_it` with the journal, if there is one.
    pub(crate) fn with_journal<T>(&self, use_it: impl FnOnce(&Journal) -> T) -> Option<T> {
        self.0.journal.borrow().as_ref().map(use_it)
    }

    pub(crate) fn lint_job(&self) -> &LintJob {
        &self.0.lint_job
    }

    /// What was copied last and is not on the clipboard yet.
    pub(crate) fn copying(&self) -> &RefCell<Option<Rc<str>>> {
        &self.0.copying
    }

    /// Boxes glide to where they stand.
    pub(crate) fn glides(&self) -> bool {
        self.0.gliding.get()
    }

    /// Lets boxes glide to where they stand once this input was taken.
    pub(crate) fn glide(&self) {
        self.0.gliding.set(true);
    }

    /// Calls `listen` after every change, until the subscription is dropped; for a mere move of the camera only if it
    /// `follows` that, or the board is drawn anew.
    pub(crate) fn subscribe(&self, listen: Rc<dyn Fn()>, follows: bool) -> Subscription {
        let id = self.0.next_listener.get();
        self.0.next_listener.set(id + 1);
        let listener = Listener { listen, follows };
        self.0.listeners.borrow_mut().insert(id, listener);
        Subscription {
            store: self.clone(),
            id,
        }
    }

    /// Tells all of a change, or those that follow the camera that it has moved.
    fn tell(&self, all: bool) {
        let listeners: Vec<_> = self.0.listeners.borrow().values().cloned().collect();
        for listener in listeners.iter().filter(|listener| all || listener.follows) {
            (listener.listen)();
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.store.0.listeners.borrow_mut().remove(&self.id);
    }
}

/// The page's clock, in milliseconds.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}
