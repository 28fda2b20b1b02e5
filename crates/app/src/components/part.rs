//! One component for the whole page. Yew compiles its machinery once for each type of component, at two and a half
//! kilobytes apiece; here it is compiled once, and what differs between components is behind a pointer.

use std::any::{Any, TypeId};
use std::rc::Rc;

use web_sys::Element;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::HtmlResult;
use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::hooks::use_slice;
use crate::later;

/// The component `C` with its properties. Siblings of one kind need [`keyed_part`].
pub(crate) fn part<C: FunctionProvider + 'static>(props: C::Properties) -> Html {
    keyed_part::<C>("", props)
}

/// The component `C` with its properties, known among its siblings by `key`.
pub(crate) fn keyed_part<C: FunctionProvider + 'static>(key: &str, props: C::Properties) -> Html {
    draw(TypeId::of::<C>(), key, Rc::new(Of::<C>(props)))
}

/// The component `C` with its properties, once that of the program is there which comes later.
pub(crate) fn later_part<C: FunctionProvider + 'static>(props: C::Properties) -> Html {
    let (kind, drawn) = (TypeId::of::<C>(), Rc::new(Of::<C>(props)));
    let key = format!("{kind:?}");
    keyed_part::<Later>(&key, LaterProps { kind, drawn })
}

/// The page `C` with its properties, in place of what stands in `root`.
pub(crate) fn mount<C: FunctionProvider + 'static>(root: Element, props: C::Properties) {
    let drawn = Rc::new(Of::<C>(props));
    yew::Renderer::<Part>::with_root_and_props(root, PartProps { drawn }).render();
}

fn draw(kind: TypeId, key: &str, drawn: Rc<dyn Drawn>) -> Html {
    // A component of another kind must not inherit this one's hooks.
    let key = format!("{kind:?} {key}");
    VComp::new::<Part>(Rc::new(PartProps { drawn }), Some(key.into())).into()
}

/// A component that is drawn from its properties.
trait Drawn: Any {
    fn run(&self, hooks: &mut HookContext) -> HtmlResult;
    fn is_same(&self, other: &dyn Any) -> bool;
}

struct Of<C: FunctionProvider>(C::Properties);

impl<C: FunctionProvider + 'static> Drawn for Of<C> {
    fn run(&self, hooks: &mut HookContext) -> HtmlResult {
        C::run(hooks, &self.0)
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other
            .downcast_ref::<Self>()
            .is_some_and(|other| other.0 == self.0)
    }
}

/// What is not drawn at first.
#[derive(Properties)]
struct LaterProps {
    kind: TypeId,
    drawn: Rc<dyn Drawn>,
}

impl PartialEq for LaterProps {
    fn eq(&self, other: &Self) -> bool {
        let drawn: &dyn Any = &*other.drawn;
        // To compare what is drawn is part of what comes later.
        later::is_there() && self.drawn.is_same(drawn)
    }
}

#[component]
fn Later(props: &LaterProps) -> Html {
    if use_slice(|_| later::is_there()) {
        draw(props.kind, "", Rc::clone(&props.drawn))
    } else {
        html! {}
    }
}

#[derive(Properties)]
struct PartProps {
    drawn: Rc<dyn Drawn>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.drawn;
        self.drawn.is_same(other)
    }
}

#[component]
fn Part(props: &PartProps) -> HtmlResult {
    use_drawn(&props.drawn)
}

fn use_drawn(drawn: &Rc<dyn Drawn>) -> impl Hook<Output = HtmlResult> {
    UseDrawn(Rc::clone(drawn))
}

struct UseDrawn(Rc<dyn Drawn>);

impl Hook for UseDrawn {
    type Output = HtmlResult;

    fn run(self, hooks: &mut HookContext) -> HtmlResult {
        self.0.run(hooks)
    }
}
