//! Hooks: how components reach the store, and redraw only when their slice of it changes.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

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
    K: PartialEq + Clone + 'static,
    T: PartialEq + Clone + 'static,
    S: Fn(&Store, &K) -> T + 'static,
{
    let store = use_store();
    let shown = use_mut_ref(|| None::<T>);
    let redraw = use_force_update();
    let slice = select(&store, &key);
    *shown.borrow_mut() = Some(slice.clone());
    use_effect_with((store, key), move |(store, key)| {
        let (store, key) = (store.clone(), key.clone());
        let listener: Rc<dyn Fn()> = {
            let store = store.clone();
            Rc::new(move || {
                let now = select(&store, &key);
                if shown.borrow().as_ref() != Some(&now) {
                    redraw.force_update();
                }
            })
        };
        let subscription = store.subscribe(Rc::clone(&listener));
        // The store may have changed between the drawing and this moment.
        listener();
        move || drop(subscription)
    });
    slice
}
