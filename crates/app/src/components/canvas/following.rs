//! How a layer follows the camera: while that moves the browser moves the finished picture, which costs it next to
//! nothing, and when it rests the layer is drawn sharp.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use geometry::{Camera, Size};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// Milliseconds without a move after which the camera rests.
const REST_MS: u32 = 140;
/// How much larger a picture may be shown than it was drawn, and the other way round.
const STRETCH: f64 = 1.5;

/// A layer with the camera that it was drawn for and the one that it is shown for.
pub(super) struct Follower {
    layer: NodeRef,
    draw: Box<dyn Fn(Camera)>,
    /// Screen pixels around the view that are drawn as well; none where a pan is drawn as cheaply as carried.
    reach: Option<f64>,
    drawn: Cell<Option<Camera>>,
    shown: Cell<Option<Camera>>,
    rest: RefCell<Option<Timeout>>,
}

impl Follower {
    /// Follows with `layer`, whose picture `draw` makes as a camera sees it, `reach` pixels beyond the view. Without a
    /// reach there is no end to the picture, and it is drawn for each pan.
    pub(super) fn new(layer: NodeRef, reach: Option<f64>, draw: impl Fn(Camera) + 'static) -> Rc<Self> {
        Rc::new(Self {
            layer,
            draw: Box::new(draw),
            reach,
            drawn: Cell::default(),
            shown: Cell::default(),
            rest: RefCell::default(),
        })
    }

    /// Shows the layer for `camera` on a screen of `screen`.
    pub(super) fn follow(self: &Rc<Self>, camera: Camera, screen: Size) {
        if self.shown.get() == Some(camera) {
            return;
        }
        let Some(drawn) = self
            .drawn
            .get()
            .filter(|drawn| self.carries(*drawn, camera, screen))
        else {
            self.draw(camera);
            return;
        };
        self.shown.set(Some(camera));
        self.carry(Some((drawn, camera)));
        let follower = Rc::clone(self);
        self.rest.replace(Some(Timeout::new(REST_MS, move || {
            follower.draw(follower.shown.get().unwrap_or_default());
        })));
    }

    /// Draws the layer for `camera`, whatever it shows.
    pub(super) fn draw(&self, camera: Camera) {
        self.rest.take();
        self.drawn.set(Some(camera));
        self.shown.set(Some(camera));
        (self.draw)(camera);
        self.carry(None);
    }

    /// Whether a picture drawn for one camera does for the other.
    fn carries(&self, drawn: Camera, camera: Camera, screen: Size) -> bool {
        let scale = camera.zoom / drawn.zoom;
        let Some(reach) = self.reach else {
            return camera.zoom != self.shown.get().unwrap_or(drawn).zoom
                && (1.0 / STRETCH..=STRETCH).contains(&scale);
        };
        let at = camera.to_screen(drawn.origin);
        let within = |at: f64, side: f64| -at / scale >= -reach && (side - at) / scale <= side + reach;
        (1.0 / STRETCH..=STRETCH).contains(&scale)
            && within(at.x, screen.width)
            && within(at.y, screen.height)
    }

    fn carry(&self, way: Option<(Camera, Camera)>) {
        let transform = way.map_or_else(String::new, |(drawn, camera)| {
            let at = camera.to_screen(drawn.origin);
            let scale = camera.zoom / drawn.zoom;
            format!("translate({:.3}px,{:.3}px) scale({scale:.5})", at.x, at.y)
        });
        if let Some(layer) = self.layer.cast::<Element>() {
            // An SVG has a style as HTML has. The browser takes any transform of finite numbers.
            let style = layer.unchecked_ref::<HtmlElement>().style();
            style.set_property("transform", &transform).ok();
            // The style sheet says what a carried layer needs; any element takes the attribute.
            layer
                .set_attribute("data-carried", if way.is_some() { "yes" } else { "no" })
                .ok();
        }
    }
}
