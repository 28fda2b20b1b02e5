//! Elements: shapes of `scene` as SVG.

use std::fmt::Write;

use geometry::{Page, Size, Vector};
use scene::{Anchor, Font, Ink, PathShape, Shape, TextShape, Theme, Weight, path_data};

use super::Fonts;
use super::base64::encode;
use super::escape::escape;

/// The elements of a file in the making.
pub(super) struct Elements<'t> {
    theme: &'t Theme,
    body: String,
}

// Every write below goes to a String, which takes all of them; their results carry nothing.
impl<'t> Elements<'t> {
    pub(super) fn new(theme: &'t Theme) -> Self {
        let body = String::new();
        Self { theme, body }
    }

    /// Adds `shapes` moved by `by`; `name` says what they are, unless it is empty.
    pub(super) fn group(&mut self, by: Vector<Page>, name: &str, shapes: &[Shape]) {
        let (x, y) = (number(by.x), number(by.y));
        let _ = writeln!(self.body, "<g transform=\"translate({x} {y})\">");
        if !name.trim().is_empty() {
            let _ = writeln!(self.body, "<title>{}</title>", escape(name));
        }
        for shape in shapes {
            match shape {
                Shape::Path(path) => self.path(path),
                Shape::Text(text) => self.text(text),
            }
        }
        self.body.push_str("</g>\n");
    }

    /// The whole file.
    pub(super) fn finish(
        self,
        size: Size,
        title: &str,
        description: &str,
        fonts: Option<Fonts<'_>>,
    ) -> String {
        let (width, height) = (number(size.width), number(size.height));
        let mut file = String::with_capacity(self.body.len() + 2000);
        let _ = writeln!(
            file,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title description\">"
        );
        let _ = writeln!(file, "<title id=\"title\">{}</title>", escape(title));
        let _ = writeln!(file, "<desc id=\"description\">{}</desc>", escape(description));
        let _ = writeln!(file, "<style>{}</style>", style(fonts));
        let paper = self.theme.color(Ink::Paper);
        let _ = writeln!(
            file,
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
        );
        file.push_str(&self.body);
        file.push_str("</svg>\n");
        file
    }

    fn path(&mut self, path: &PathShape) {
        let fill = path.fill.map_or("none", |ink| self.theme.color(ink));
        let _ = write!(
            self.body,
            "<path d=\"{}\" fill=\"{fill}\"",
            path_data(&path.outline)
        );
        if let Some(stroke) = path.stroke {
            let color = self.theme.color(stroke.ink);
            let _ = write!(
                self.body,
                " stroke=\"{color}\" stroke-width=\"{}\"",
                number(stroke.width)
            );
            if let Some(dash) = stroke.dash {
                let (on, off) = (number(dash.on), number(dash.off));
                let _ = write!(self.body, " stroke-dasharray=\"{on} {off}\"");
            }
        }
        self.body.push_str("/>\n");
    }

    fn text(&mut self, text: &TextShape) {
        let (x, y, size) = (number(text.at.x), number(text.at.y), number(text.size));
        let color = self.theme.color(text.ink);
        let class = classes(text);
        let words = escape(&text.text);
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{color}\" class=\"{class}\">{words}</text>"
        );
    }
}

/// `h` or `p` for the face, `b` for bold, `m` or `e` for the anchor.
fn classes(text: &TextShape) -> String {
    let mut classes = String::from(match text.font {
        Font::Hand => "h",
        Font::Plain => "p",
    });
    if text.weight == Weight::Bold {
        classes.push_str(" b");
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => classes.push_str(" m"),
        Anchor::End => classes.push_str(" e"),
    }
    classes
}

fn style(fonts: Option<Fonts<'_>>) -> String {
    let mut style = String::new();
    if let Some(fonts) = fonts {
        let faces = [
            (Font::Hand, Weight::Regular, fonts.hand),
            (Font::Hand, Weight::Bold, fonts.hand_bold),
            (Font::Plain, Weight::Regular, fonts.plain),
            (Font::Plain, Weight::Bold, fonts.plain_bold),
        ];
        for (font, weight, bytes) in faces {
            let (family, weight, data) = (font.family(), weight.number(), encode(bytes));
            let _ = write!(
                style,
                "@font-face{{font-family:'{family}';font-weight:{weight};\
                 src:url(data:font/woff2;base64,{data}) format('woff2')}}"
            );
        }
    }
    let (hand, plain) = (Font::Hand.family(), Font::Plain.family());
    let _ = write!(
        style,
        "path{{stroke-linecap:round;stroke-linejoin:round}}text{{white-space:pre}}\
         .h{{font-family:'{hand}','Comic Sans MS',cursive}}.p{{font-family:'{plain}',system-ui,sans-serif}}\
         .b{{font-weight:600}}.m{{text-anchor:middle}}.e{{text-anchor:end}}"
    );
    style
}

/// `value` in hundredths, without trailing zeros.
fn number(value: f64) -> f64 {
    let hundredths = (value * 100.0).round();
    if hundredths.is_finite() && hundredths != 0.0 {
        hundredths / 100.0
    } else {
        0.0
    }
}
