//! The words of a chart as plain text: without quotes, markup, entities and icons.

/// What stands within tags, on other lines and in entities, as a person reads it. Line breaks stay.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let text = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text);
    let text = text
        .strip_prefix('`')
        .and_then(|text| text.strip_suffix('`'))
        .unwrap_or(text);
    let text = characters(&without_tags(text))
        .replace("\\n", "\n")
        .replace("**", "");
    let lines = text.lines().map(|line| {
        let words = line.split_whitespace();
        let words = words.filter(|word| !is_icon(word));
        words.collect::<Vec<_>>().join(" ")
    });
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The label that a text makes, and the lines of it that state figures and stand below a first line.
pub(super) fn label_and_figures(text: &str) -> (String, String) {
    let (mut label, mut figures) = (String::new(), String::new());
    for line in text.lines() {
        let states = !label.is_empty() && line.contains(|c: char| c.is_ascii_digit());
        let (target, gap) = match states {
            true => (&mut figures, ", "),
            false => (&mut label, " "),
        };
        if !target.is_empty() {
            target.push_str(gap);
        }
        target.push_str(line);
    }
    (label, figures)
}

/// `fa:fa-car` and its like.
fn is_icon(word: &str) -> bool {
    let family = word.split_once(':').filter(|(_, icon)| icon.starts_with("fa-"));
    family.is_some_and(|(family, _)| family.starts_with("fa"))
}

fn without_tags(text: &str) -> String {
    const TAGS: [&str; 16] = [
        "b", "big", "br", "center", "code", "div", "em", "font", "i", "p", "small", "span", "strong", "sub",
        "sup", "u",
    ];
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('<') {
        plain.push_str(before);
        let inner = tail.split_once('>');
        let name = |inner: &str| {
            let bare = inner.trim_matches('/').trim();
            let name = bare.split(char::is_whitespace).next().unwrap_or_default();
            name.to_ascii_lowercase()
        };
        match inner.map(|(inner, after)| (name(inner), after)) {
            Some((tag, after)) if TAGS.contains(&tag.as_str()) => {
                plain.push_str(if tag == "br" { "\n" } else { "" });
                rest = after;
            }
            _ => {
                plain.push('<');
                rest = tail;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// `#quot;`, `&quot;` and `#35;` as the characters that they stand for.
fn characters(text: &str) -> String {
    const LONGEST: usize = 8;
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '&']) {
        let (before, tail) = rest.split_at(at);
        plain.push_str(before);
        let mut chars = tail.chars();
        let mark = chars.next().unwrap_or('#');
        let body = chars.as_str();
        let entity = body.split_once(';').filter(|(name, _)| name.len() <= LONGEST);
        match entity.and_then(|(name, after)| Some((named(name)?, after))) {
            Some((c, after)) => {
                plain.push(c);
                rest = after;
            }
            None => {
                plain.push(mark);
                rest = body;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn named(name: &str) -> Option<char> {
    match name.trim_start_matches('#') {
        "quot" => Some('"'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        number => number.parse().ok().and_then(char::from_u32),
    }
}
