//! The shapes of nodes, written as brackets around their text or by name.

use super::cursor::Cursor;

/// What a shape says of a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Shape {
    /// A rectangle of any kind, or none was written.
    #[default]
    Plain,
    /// A cylinder: it keeps something.
    Cylinder,
    /// A pill or a circle: where something begins or ends.
    Round,
}

/// Brackets, the longest first, so that none is taken for the start of another.
const BRACKETS: [(&str, &[&str], Shape); 13] = [
    ("(((", &[")))"], Shape::Round),
    ("((", &["))"], Shape::Round),
    ("([", &["])"], Shape::Round),
    ("[(", &[")]"], Shape::Cylinder),
    ("[[", &["]]"], Shape::Plain),
    ("[/", &["/]", "\\]"], Shape::Plain),
    ("[\\", &["\\]", "/]"], Shape::Plain),
    ("[", &["]"], Shape::Plain),
    ("(", &[")"], Shape::Plain),
    ("{{", &["}}"], Shape::Plain),
    ("{", &["}"], Shape::Plain),
    (">", &["]"], Shape::Plain),
    ("@{", &["}"], Shape::Plain),
];

/// The shape and the text that come next; nothing where no bracket opens.
///
/// # Errors
/// The bracket that is not closed.
pub(super) fn shape<'t>(cursor: &mut Cursor<'t>) -> Result<Option<(Shape, &'t str)>, &'static str> {
    let Some((open, closes, shape)) = BRACKETS.iter().find(|(open, ..)| cursor.eat(open)) else {
        return Ok(None);
    };
    if *open == "@{" {
        return cursor.until("}").map(named).ok_or("}");
    }
    let mut inner = *cursor;
    inner.skip_spaces();
    if inner.eat("\"") {
        let text = inner.until("\"").ok_or("\"")?;
        inner.skip_spaces();
        if closes.iter().any(|close| inner.eat(close)) {
            *cursor = inner;
            return Ok(Some((*shape, text)));
        }
    }
    let ends = closes
        .iter()
        .filter_map(|close| Some((cursor.rest.find(close)?, *close)));
    let nearest = ends.min_by_key(|(at, _)| *at);
    let Some((_, close)) = nearest else {
        return Err(closes.first().copied().unwrap_or("]"));
    };
    Ok(cursor.until(close).map(|text| (*shape, text)))
}

/// What `shape: cyl, label: "Orders"` says.
fn named(fields: &str) -> Option<(Shape, &str)> {
    const CYLINDERS: [&str; 12] = [
        "cyl",
        "cylinder",
        "database",
        "db",
        "das",
        "h-cyl",
        "horizontal-cylinder",
        "lin-cyl",
        "disk",
        "lined-cylinder",
        "bow-rect",
        "stored-data",
    ];
    const ROUND: [&str; 12] = [
        "stadium",
        "pill",
        "terminal",
        "circle",
        "circ",
        "sm-circ",
        "start",
        "dbl-circ",
        "double-circle",
        "fr-circ",
        "stop",
        "person",
    ];
    let value = |key: &str| {
        let mut cursor = Cursor::new(fields);
        cursor.until(key)?;
        cursor.skip_spaces();
        if cursor.eat("\"") {
            return cursor.until("\"");
        }
        cursor.rest.split(',').next().map(str::trim)
    };
    let shape = value("shape:").unwrap_or_default();
    let shape = match shape {
        name if CYLINDERS.contains(&name) => Shape::Cylinder,
        name if ROUND.contains(&name) => Shape::Round,
        _ => Shape::Plain,
    };
    Some((shape, value("label:").unwrap_or_default()))
}
