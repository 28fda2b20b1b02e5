//! Watching the size of an element.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Watches the size of an element until it is dropped.
pub(crate) struct SizeWatch {
    observer: ResizeObserver,
    _listener: Closure<dyn Fn()>,
}

impl SizeWatch {
    /// Calls `tell` now and whenever the size of `element` changes; nothing where the browser cannot watch.
    pub(crate) fn new(element: &Element, tell: impl Fn() + 'static) -> Option<Self> {
        let listener = Closure::<dyn Fn()>::new(tell);
        let observer = ResizeObserver::new(listener.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _listener: listener,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
