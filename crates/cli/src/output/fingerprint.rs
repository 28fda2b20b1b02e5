//! A name for each finding that lasts while boxes and lines move: the rule and the id of its place.

use std::collections::BTreeMap;

use lint::{Place, Rule};

/// Names findings of one board, in order: `OWN001 edge e1`, and `OWN001 edge e1 2` where the rule speaks twice of it.
#[derive(Debug, Default)]
pub(crate) struct Fingerprints {
    met: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// The name of what `rule` says of `place` next.
    pub(crate) fn next(&mut self, rule: &Rule, place: &Place) -> String {
        let mut name = format!("{} {}", rule.code, place.kind());
        if let Some(id) = place.id() {
            name.push(' ');
            name.push_str(id);
        }
        let times = self.met.entry(name.clone()).or_default();
        *times += 1;
        match *times {
            1 => name,
            again => format!("{name} {again}"),
        }
    }
}

/// 64 bits of `name` in hexadecimal, by FNV-1a: the same in every version, on every machine.
pub(crate) fn hashed(name: &str) -> String {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = name
        .bytes()
        .fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_counted_where_they_meet() {
        let rule = lint::rule("SCO001").unwrap();
        let mut names = Fingerprints::default();
        assert_eq!(names.next(rule, &Place::Board), "SCO001 board");
        assert_eq!(names.next(rule, &Place::Board), "SCO001 board 2");
        assert_eq!(names.next(rule, &Place::Wrap), "SCO001 wrap");
    }

    #[test]
    fn hashes_are_the_published_ones() {
        assert_eq!(hashed(""), "cbf29ce484222325");
        assert_eq!(hashed("a"), "af63dc4c8601ec8c");
        assert_eq!(hashed("foobar"), "85944171f73967e8");
    }
}
