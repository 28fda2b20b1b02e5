//! Numbers that belong to names and dates rather than to quantities: `SOC 2`, `Kafka 3.7`, `recall@10`, `since 2019`.

use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};

/// Words that make a name together with the plain number behind them.
#[rustfmt::skip]
const NAMED: &[&str] = &[
    "airflow", "article", "avro", "cassandra", "chapter", "class", "databricks", "day", "dbr",
    "dbt", "debian", "delta", "dimension", "dss", "elasticsearch", "exhibit", "figure", "flink",
    "form", "fortune", "gen", "generation", "hadoop", "hive", "http", "hudi", "iceberg", "ipv",
    "iso", "issue", "java", "jdk", "kafka", "kubernetes", "lake", "layer", "level", "minute",
    "mlflow", "mongo", "mongodb", "mysql", "nist", "option", "oracle", "page", "parquet", "part",
    "pci", "phase", "pillar", "port", "postgres", "postgresql", "priority", "python", "question",
    "redis", "release", "rfc", "round", "row", "rule", "runtime", "scala", "scd", "schema",
    "section", "series", "sev", "severity", "soc", "spark", "sprint", "stage", "status", "step",
    "story", "terraform", "ticket", "tier", "tls", "type", "ubuntu", "v", "ver", "version", "wave",
    "week", "windows", "zookeeper",
];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "jan", "january", "jul",
    "july", "jun", "june", "mar", "march", "may", "nov", "november", "oct", "october", "sep",
    "sept", "september",
];

/// Words in front of a year.
const BEFORE_YEARS: &[&str] = &[
    "by", "circa", "early", "during", "end", "from", "fy", "in", "late", "mid", "of", "since", "until",
    "year",
];

/// Whether the plain number at `at`, of `length` tokens, belongs to a name, a date or a time of day.
pub(crate) fn owns(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).and_then(|place| tokens.get(place));
    let after = tokens.get(at + length);
    let word = |token: Option<&Token<'_>>, list: &[&str]| {
        token.is_some_and(|token| token.kind == Kind::Word && list.contains(&token.lower))
    };
    let numbered = before.is_some_and(|sign| sign.text == "#" || sign.text == "№" || sign.text == "§");
    let at_rank = before.is_some_and(|sign| sign.text == "@" && sign.gap == Gap::Nothing)
        && tokens.get(at).is_some_and(|token| token.gap == Gap::Nothing);
    let year = matches!(tokens.get(at).map(|token| token.kind), Some(Kind::Number(year))
        if year.fract() == 0.0 && (1900.0..2100.0).contains(&year));
    let clock = word(after, &["am", "pm", "utc", "o'clock"]);
    let month = word(before, MONTHS) || word(after, MONTHS);
    let quarter = before.is_some_and(|token| matches!(token.lower, "q1" | "q2" | "q3" | "q4"));
    let dated = month && tokens.get(at).is_some_and(|token| token.gap == Gap::Space);
    let bracket = |token: Option<&Token<'_>>| token.is_some_and(|token| token.is_symbol(Symbol::Bracket));
    let area = bracket(before)
        && bracket(after)
        && tokens
            .get(at + length + 1)
            .is_some_and(|token| token.kind == Kind::Opaque);
    numbered
        || at_rank
        || area
        || word(before, NAMED)
        || clock
        || dated
        || (year && (quarter || word(before, BEFORE_YEARS)))
}

/// How many tokens a telephone number takes: a plus sign, and seven digits or more in groups.
pub(crate) fn phone(tokens: &[Token<'_>]) -> Option<usize> {
    let plus = tokens.first().filter(|token| token.is_symbol(Symbol::Plus))?;
    let group = |token: &&Token<'_>| {
        matches!(token.kind, Kind::Number(_) | Kind::Opaque) || token.is_symbol(Symbol::Bracket)
    };
    let groups = tokens[1..].iter().take(8).take_while(group);
    let digits: usize = groups
        .clone()
        .map(|token| token.text.bytes().filter(u8::is_ascii_digit).count())
        .sum();
    let tied = tokens.get(1).is_some_and(|next| next.gap == Gap::Nothing);
    (plus.text == "+" && tied && groups.clone().count() >= 2 && digits >= 7).then(|| groups.count() + 1)
}

/// How many tokens a list of three durations or more takes, whose figures we do not tell apart: `1s/2s/4s`.
pub(crate) fn durations(tokens: &[Token<'_>]) -> Option<usize> {
    const LONGEST: usize = 8;
    let timed = |pair: &[Token<'_>]| match pair {
        [figure, time, ..] => matches!(figure.kind, Kind::Number(_)) && time.known.time.is_some(),
        _ => false,
    };
    let goes_on = |group: &&[Token<'_>]| match group {
        [slash, pair @ ..] => {
            slash.is_symbol(Symbol::Slash)
                && pair.first().is_some_and(|figure| figure.gap == Gap::Nothing)
                && timed(pair)
        }
        _ => false,
    };
    let more = tokens
        .get(2..)?
        .chunks_exact(3)
        .take(LONGEST)
        .take_while(goes_on)
        .count();
    (timed(tokens) && more > 1).then_some(2 + 3 * more)
}

/// How many tokens a proportion takes: `3:2`, `80/20`.
pub(crate) fn proportion(tokens: &[Token<'_>]) -> Option<usize> {
    let [
        Token {
            kind: Kind::Number(_),
            ..
        },
        colon,
        other,
        ..,
    ] = tokens
    else {
        return None;
    };
    let number = matches!(other.kind, Kind::Number(_)) && other.gap == Gap::Nothing;
    let sign = colon.is_symbol(Symbol::Colon) || colon.is_symbol(Symbol::Slash);
    (sign && colon.gap == Gap::Nothing && number).then_some(3)
}
