//! Numbers that belong to names and dates rather than to quantities: `SOC 2`, `Kafka 3.7`, `round 3`, `since 2019`.

use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};

/// Words that make a name together with the plain number behind them.
const NAMED: &[&str] = &[
    "airflow",
    "article",
    "avro",
    "cassandra",
    "chapter",
    "class",
    "databricks",
    "day",
    "dbr",
    "dbt",
    "debian",
    "delta",
    "dimension",
    "dss",
    "elasticsearch",
    "exhibit",
    "figure",
    "flink",
    "form",
    "fortune",
    "gen",
    "generation",
    "hadoop",
    "hive",
    "http",
    "hudi",
    "iceberg",
    "ipv",
    "iso",
    "issue",
    "java",
    "jdk",
    "kafka",
    "kubernetes",
    "lake",
    "layer",
    "level",
    "minute",
    "mlflow",
    "mongo",
    "mongodb",
    "mysql",
    "nist",
    "option",
    "oracle",
    "page",
    "parquet",
    "part",
    "pci",
    "phase",
    "pillar",
    "port",
    "postgres",
    "postgresql",
    "priority",
    "python",
    "question",
    "redis",
    "release",
    "rfc",
    "round",
    "row",
    "rule",
    "runtime",
    "scala",
    "scd",
    "schema",
    "section",
    "series",
    "sev",
    "severity",
    "soc",
    "spark",
    "sprint",
    "stage",
    "status",
    "step",
    "story",
    "terraform",
    "ticket",
    "tier",
    "tls",
    "type",
    "ubuntu",
    "v",
    "ver",
    "version",
    "wave",
    "week",
    "windows",
    "zookeeper",
];

const MONTHS: &[&str] = &[
    "apr",
    "april",
    "aug",
    "august",
    "dec",
    "december",
    "feb",
    "february",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "mar",
    "march",
    "may",
    "nov",
    "november",
    "oct",
    "october",
    "sep",
    "sept",
    "september",
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
        token.is_some_and(|token| token.kind == Kind::Word && list.contains(&token.lower.as_ref()))
    };
    let numbered = before.is_some_and(|sign| sign.text == "#" || sign.text == "№" || sign.text == "§");
    let year = matches!(tokens.get(at).map(|token| token.kind), Some(Kind::Number(year))
        if year.fract() == 0.0 && (1900.0..2100.0).contains(&year));
    let clock = word(after, &["am", "pm", "utc", "o'clock"]);
    let month = word(before, MONTHS) || word(after, MONTHS);
    let quarter = before.is_some_and(|token| matches!(token.lower.as_ref(), "q1" | "q2" | "q3" | "q4"));
    let dated = month && tokens.get(at).is_some_and(|token| token.gap == Gap::Space);
    numbered || word(before, NAMED) || clock || dated || (year && (quarter || word(before, BEFORE_YEARS)))
}

/// How many tokens a telephone number takes: a plus sign and three groups of digits or more.
pub(crate) fn phone(tokens: &[Token<'_>]) -> Option<usize> {
    let plus = tokens.first().filter(|token| token.is_symbol(Symbol::Plus))?;
    let digits = |token: &&Token<'_>| {
        matches!(token.kind, Kind::Number(_) | Kind::Opaque) || token.is_symbol(Symbol::Bracket)
    };
    let length = tokens[1..].iter().take(8).take_while(digits).count();
    let tied = tokens.get(1).is_some_and(|next| next.gap == Gap::Nothing);
    (plus.text == "+" && tied && length >= 3).then_some(length + 1)
}
