//! One writer to a board: a Web Lock that lasts as long as the value, and tells when another tab took it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortSignal, DomException};

/// How long a lock that should be free may take to become so: a board that is left lets go only a moment after.
const PATIENCE_MS: u32 = 500;

/// How long it may take a page that is gone: a busy browser frees its locks well after the next page is there.
const PATIENCE_AFTER_LEAVING_MS: u32 = 15_000;

/// How to ask for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Only if nobody has it, or lets go of it within [`PATIENCE_MS`].
    IfFree,
    /// As the page that follows in the tab of the one that has it: only the browser still stands between.
    AfterLeaving,
    /// In any case; whoever has it is told.
    TakeOver,
}

/// What came of asking.
pub(crate) enum Asked {
    /// It is ours.
    Held(Lock),
    /// Another tab has it.
    Elsewhere,
    /// The browser has no locks, or none for this page.
    NoLocks,
}

/// A lock that is held; dropping it lets go.
pub(crate) struct Lock {
    release: Function,
    loss: Rc<Loss>,
}

#[derive(Default)]
struct Loss {
    lost: Cell<bool>,
    then: RefCell<Option<Box<dyn Fn()>>>,
}

impl Lock {
    /// Asks for the lock called `name`.
    pub(crate) async fn ask(name: &str, ask: Ask) -> Asked {
        let loss = Rc::new(Loss::default());
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        let watched = Rc::clone(&loss);
        let answered = Promise::new(&mut |resolve, _| {
            match request(name, ask, resolve.clone(), held.clone()) {
                Ok(request) => spawn_local(watch(request, resolve, Rc::clone(&watched))),
                // The promise says that there are none.
                Err(_) => drop(resolve.call0(&JsValue::UNDEFINED)),
            }
        });
        let granted = JsFuture::from(answered)
            .await
            .ok()
            .and_then(|granted| granted.as_bool());
        match (granted, release) {
            (Some(true), Some(release)) => Asked::Held(Self { release, loss }),
            (Some(false), _) => Asked::Elsewhere,
            _ => Asked::NoLocks,
        }
    }

    /// Calls `then` when another tab takes the lock, or at once if one has.
    pub(crate) fn when_lost(&self, then: impl Fn() + 'static) {
        if self.loss.lost.get() {
            then();
        } else {
            self.loss.then.replace(Some(Box::new(then)));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.loss.then.take();
        // Resolving a promise cannot fail.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Calls `navigator.locks.request`, for which web-sys has no stable name. `answer` is told when the lock is granted.
fn request(name: &str, ask: Ask, answer: Function, held: Promise) -> Result<Promise, JsValue> {
    let navigator = web_sys::window().map(|window| window.navigator());
    let locks = Reflect::get(&navigator.into(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    let within = |patience_ms| ("signal", AbortSignal::timeout_with_u32(patience_ms).into());
    let (option, value) = match ask {
        Ask::IfFree => within(PATIENCE_MS),
        Ask::AfterLeaving => within(PATIENCE_AFTER_LEAVING_MS),
        Ask::TakeOver => ("steal", JsValue::TRUE),
    };
    Reflect::set(&options, &option.into(), &value)?;
    let granted = Closure::once_into_js(move || {
        // Resolving a promise cannot fail.
        let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
        held
    });
    request
        .call3(&locks, &name.into(), &options, &granted)?
        .dyn_into()
}

async fn watch(request: Promise, answer: Function, loss: Rc<Loss>) {
    let Err(thrown) = JsFuture::from(request).await else {
        return;
    };
    let error = thrown.dyn_ref::<DomException>().map(DomException::name);
    let refusal = match error.as_deref() {
        Some("TimeoutError") => JsValue::FALSE,
        _ => JsValue::UNDEFINED,
    };
    // If it was granted and taken later, this second answer does not count.
    let _ = answer.call1(&JsValue::UNDEFINED, &refusal);
    loss.lost.set(true);
    let then = loss.then.take();
    if let Some(then) = then {
        then();
    }
}
