//! Hooks: how components reach the store, and redraw only when their slice of it changes.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use crate::lint_job;
use crate::store::Store;

/// A shared value that is equal only to itself: a deep comparison would cost more than the redraw.
pub(crate) struct Same<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Same<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// The store, from the context that the page provides.
#[hook]
pub(crate) fn use_store() -> Store {
    use_context::<Store>().unwrap_or_else(Store::new)
}

/// What `select` reads from the store. The component redraws when that changes, and not otherwise.
#[hook]
pub(crate) fn use_slice<T>(select: fn(&Store) -> T) -> T
where
    T: PartialEq + Clone + 'static,
{
    use_keyed_slice((), move |store, ()| select(store))
}

/// What `select` reads from the store for `key`, such as the id of a box.
#[hook]
pub(crate) fn use_keyed_slice<K, T, S>(key: K, select: S) -> T
where
    K: 'static,
    T: PartialEq + Clone + 'static,
    S: Fn(&Store, &K) -> T + 'static,
{
    use_seen_slice(false, key, select)
}

/// The same, which may also depend on where the camera looks if `follows`; what the board is drawn for, others know too.
#[hook]
pub(crate) fn use_seen_slice<K, T, S>(follows: bool, key: K, select: S) -> T
where
    K: 'static,
    T: PartialEq + Clone + 'static,
    S: Fn(&Store, &K) -> T + 'static,
{
    let store = use_store();
    let slice = select(&store, &key);
    let shown = slice.clone();
    use_redraw(Rc::new(move || select(&store, &key) != shown), follows);
    slice
}

/// A value that a component keeps from one drawing to the next.
pub(crate) struct Kept<T> {
    value: Rc<RefCell<T>>,
    redraw: UseForceUpdateHandle,
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self {
            value: Rc::clone(&self.value),
            redraw: self.redraw.clone(),
        }
    }
}

impl<T: Clone> Kept<T> {
    /// The value as it is now.
    pub(crate) fn get(&self) -> T {
        self.value.borrow().clone()
    }

    /// Takes another value and draws the component anew.
    pub(crate) fn set(&self, value: T) {
        self.value.replace(value);
        self.redraw.force_update();
    }
}

/// A value that the component keeps, at first `first`.
#[hook]
pub(crate) fn use_kept<T: 'static>(first: impl FnOnce() -> T) -> Kept<T> {
    Kept {
        value: use_mut_ref(first),
        redraw: use_force_update(),
    }
}

/// Has the first `count` findings put in words, which the component shows.
#[hook]
pub(crate) fn use_words(count: u32) {
    let store = use_store();
    use_effect_with(count, move |count| lint_job::read(&store, *count));
}

/// Redraws the component when, after a change of the store, `is_stale` says that what it shows is no longer so.
///
/// One function for all components: what differs between them is behind a pointer.
#[hook]
fn use_redraw(is_stale: Rc<dyn Fn() -> bool>, follows: bool) {
    let store = use_store();
    let latest = use_mut_ref(|| Rc::clone(&is_stale));
    latest.replace(is_stale);
    let redraw = use_force_update();
    use_effect_with(store, move |store| {
        let listener: Rc<dyn Fn()> = Rc::new(move || {
            let is_stale = Rc::clone(&latest.borrow());
            if is_stale() {
                redraw.force_update();
            }
        });
        let subscription = store.subscribe(Rc::clone(&listener), follows);
        // The store may have changed between the drawing and this moment.
        listener();
        move || drop(subscription)
    });
}
