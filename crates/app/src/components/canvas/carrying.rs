//! Moving an element with all that stands in it, as one finished picture.

use geometry::{Point, Screen};
use js_sys::JSON;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Animated;
    type Animation;
    #[wasm_bindgen(method)]
    fn animate(this: &Animated, keyframes: &JsValue, milliseconds: f64) -> Animation;
    #[wasm_bindgen(method)]
    fn pause(this: &Animation);
}

/// An animation that adds nothing to how an element is transformed.
const STILL: &str = r#"{"transform":["translate(0)","translate(0)"],"composite":"add"}"#;

/// Makes the element light, once it is there.
///
/// Wherever an element is moved that is not being animated, Chromium looks at everything on the page to see what may now lie
/// over what, for two milliseconds a move and more. An animated one it gives a picture of its own and moves it without. So
/// there is an animation, which stands still.
#[hook]
pub(super) fn use_lightness(element: NodeRef) {
    use_effect_with((), move |()| {
        if let (Some(element), Ok(still)) = (element.get(), JSON::parse(STILL)) {
            element.unchecked_ref::<Animated>().animate(&still, 1e9).pause();
        }
    });
}

/// Shows the element with its corner at `at`, and so much larger.
pub(super) fn carry(element: &NodeRef, at: Point<Screen>, stretch: f64) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let transform = format!("translate({:.3}px,{:.3}px) scale({stretch:.5})", at.x, at.y);
        // The browser takes any transform of finite numbers.
        element.style().set_property("transform", &transform).ok();
    }
}
