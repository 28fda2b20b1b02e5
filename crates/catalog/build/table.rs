//! Writes the tables of the catalogue as Rust.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};

use crate::block::{Block, SourceBlock};
use crate::figure::{Sources, capacity, figure};
use crate::nature::{Consistency, Delivery, Family, Hosting, Idiom, Mode, Plane, Redundancy};

const ROLES: [&str; 8] = [
    "source", "ingest", "process", "store", "serve", "consumer", "govern", "observe",
];
const QUESTIONS: [&str; 18] = [
    "persona",
    "job",
    "metric",
    "outcome",
    "latency",
    "freshness",
    "volume",
    "cost",
    "accuracy",
    "failure",
    "reads",
    "retention",
    "availability",
    "consistency",
    "compliance",
    "tenancy",
    "platform",
    "out",
];

/// Where it stands, its id, its family and the block itself.
pub(crate) type Placed = (String, String, Family, Block);

/// `COMPONENTS` and, in the same order, `PURPOSES`.
pub(crate) fn components(blocks: &[Placed], sources: &Sources) -> Result<String, String> {
    let mut groups: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (_, _, family, block) in blocks {
        let count = groups.len();
        groups.entry(group(*family, block)).or_insert((count, 0)).1 += 1;
    }
    let mut rows = String::from("static COMPONENTS: &[Component] = &[\n");
    let mut purposes = String::from("static PURPOSES: &[Purpose] = &[\n");
    for (place, id, family, block) in blocks {
        let in_place = |error: String| format!("{place}: {error}");
        let &(number, members) = groups.get(group(*family, block)).unwrap_or(&(0, 0));
        if members < 2 {
            return Err(in_place(
                "its group has no other member: nothing could stand in its place".to_owned(),
            ));
        }
        rows += &row(id, *family, number, block, sources).map_err(in_place)?;
        let (good_for, not_for) = (&block.good_for, &block.not_for);
        let _ = writeln!(
            purposes,
            "Purpose {{ good_for: {good_for:?}, not_for: {not_for:?} }},"
        );
    }
    Ok(format!("{rows}];\n{purposes}];\n"))
}

/// `SOURCES`, in the order in which figures count them.
pub(crate) fn sources(sources: &Sources) -> Result<String, String> {
    let mut rows = format!("static SOURCES: [Source; {}] = [\n", sources.len());
    for (key, block) in sources {
        let confidence = block
            .confidence()
            .map_err(|error| format!("sources.toml: [{key}]: {error}"))?;
        let SourceBlock {
            title, url, as_of, ..
        } = block;
        let _ = writeln!(
            rows,
            "Source {{ title: Cow::Borrowed({title:?}), url: Cow::Borrowed({url:?}), as_of: Cow::Borrowed({as_of:?}), \
             confidence: Confidence::{confidence:?} }},"
        );
    }
    Ok(rows + "];\n")
}

fn group(family: Family, block: &Block) -> &str {
    block.group.as_deref().unwrap_or(family.as_str())
}

fn row(id: &str, family: Family, group: usize, block: &Block, sources: &Sources) -> Result<String, String> {
    let Block {
        name,
        aliases,
        replayable,
        stateful,
        ..
    } = block;
    let roles = each(&block.roles, &ROLES, "role", |role| format!("Role::{role}"))?.join(", ");
    let question = |asked: &str| format!("bit(Question::{asked})");
    let serves = each(&block.serves, &QUESTIONS, "scoping question", question).map(|bits| union(&bits))?;
    let serves_not =
        each(&block.serves_not, &QUESTIONS, "scoping question", question).map(|bits| union(&bits))?;
    let idiom_words: Vec<&str> = Idiom::ALL.iter().map(|idiom| idiom.as_str()).collect();
    let idiom = |name: &str| format!("(1 << Idiom::{name} as u16)");
    let idioms = each(&block.idioms, &idiom_words, "idiom", idiom).map(|bits| union(&bits))?;
    let mode = optional(block.mode.as_deref(), Mode::ALL, Mode::as_str)?;
    let hosting = one(&block.hosting, Hosting::ALL, Hosting::as_str)?;
    let redundancy = one(&block.redundancy, Redundancy::ALL, Redundancy::as_str)?;
    let plane = one(
        block.plane.as_deref().unwrap_or("data"),
        Plane::ALL,
        Plane::as_str,
    )?;
    let delivery = optional(block.delivery.as_deref(), Delivery::ALL, Delivery::as_str)?;
    let consistency = optional(
        block.consistency.as_deref(),
        Consistency::ALL,
        Consistency::as_str,
    )?;
    let mut figures = String::new();
    for (field, text) in [
        ("latency", &block.latency),
        ("freshness", &block.freshness),
        ("start_up", &block.start_up),
        ("retention", &block.retention),
        ("availability", &block.availability),
    ] {
        let told = text.as_deref().map(|text| figure(text, sources)).transpose();
        let told = told.map_err(|error| format!("{field}: {error}"))?;
        let told = told.map_or_else(|| "None".to_owned(), |told| format!("Some(&{told})"));
        let _ = write!(figures, "{field}: {told}, ");
    }
    let taken = block
        .capacity
        .as_deref()
        .map(|text| capacity(text, sources))
        .transpose();
    let taken = taken.map_err(|error| format!("capacity: {error}"))?;
    let taken = taken.map_or_else(|| "None".to_owned(), |told| format!("Some(&{told})"));
    let aliases = aliases.join(",");
    Ok(format!(
        "Component {{ id: {id:?}, name: {name:?}, family: Family::{family:?}, roles: &[{roles}], mode: {mode}, \
         hosting: {hosting}, redundancy: {redundancy}, plane: {plane}, delivery: {delivery}, \
         consistency: {consistency}, replayable: {replayable}, stateful: {stateful}, {figures}capacity: {taken}, \
         aliases: {aliases:?}, group: {group}, serves: {serves}, serves_not: {serves_not}, idioms: {idioms} }},\n"
    ))
}

/// Each word of a list as Rust writes it.
fn each(
    words: &[String],
    known: &[&str],
    what: &str,
    write: impl Fn(&str) -> String,
) -> Result<Vec<String>, String> {
    let written = words.iter().map(|word| {
        if known.contains(&word.as_str()) {
            return Ok(write(&camel(word)));
        }
        Err(format!("`{word}` is no {what}; use one of {}", known.join(", ")))
    });
    written.collect()
}

fn union(bits: &[String]) -> String {
    if bits.is_empty() {
        "0".to_owned()
    } else {
        bits.join(" | ")
    }
}

/// The value that `word` stands for, as Rust writes it.
fn one<T: Copy + Debug>(word: &str, all: &[T], as_str: fn(T) -> &'static str) -> Result<String, String> {
    let value = all.iter().find(|value| as_str(**value) == word);
    let path = std::any::type_name::<T>();
    let name = path.rsplit("::").next().unwrap_or(path);
    value.map(|value| format!("{name}::{value:?}")).ok_or_else(|| {
        let choices: Vec<&str> = all.iter().map(|value| as_str(*value)).collect();
        format!(
            "`{word}` is no {}; use one of {}",
            name.to_ascii_lowercase(),
            choices.join(", ")
        )
    })
}

fn optional<T: Copy + Debug>(
    word: Option<&str>,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<String, String> {
    match word {
        Some(word) => Ok(format!("Some({})", one(word, all, as_str)?)),
        None => Ok("None".to_owned()),
    }
}

/// `dead-letter` as `DeadLetter`.
fn camel(word: &str) -> String {
    let parts = word.split('-').map(|part| {
        let mut letters = part.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    });
    parts.collect()
}
