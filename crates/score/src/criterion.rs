//! The criteria, five to a dimension: what an interviewer listens for, what shows it, and the rules that speak against it.

use crate::dimension::Dimension::{self, Business, Fluency, Scale, Structure, TradeOffs};
use crate::shown::{Facts, business, fluency, scale, structure, tradeoffs};

/// One point of a dimension.
#[derive(Clone, Copy, Debug)]
pub struct Criterion {
    /// The dimension that it is a point of.
    pub dimension: Dimension,
    /// The word used in files; it never changes.
    pub id: &'static str,
    /// What is listened for, as a title.
    pub title: &'static str,
    /// What an interviewer notes where it is not shown.
    pub missing: &'static str,
    /// The rules whose findings cost part of it. Every rule but those on what is set aside stands in one criterion.
    pub rules: &'static [&'static str],
    /// What on the board shows it, in words.
    pub(crate) shown: fn(&Facts<'_>) -> Option<String>,
}

type Row = (
    Dimension,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    fn(&Facts<'_>) -> Option<String>,
);

const fn criterion(row: Row) -> Criterion {
    let (dimension, id, title, missing, rules, shown) = row;
    Criterion {
        dimension,
        id,
        title,
        missing,
        rules,
        shown,
    }
}

/// All criteria, by dimension.
pub static CRITERIA: [Criterion; 25] = [
    criterion((
        Structure,
        "asks-first",
        "Asks before drawing",
        "Fewer than three scoping questions have an answer with a number.",
        &["SCO001", "SCO012", "CLK001", "CLK002"],
        structure::asks_first,
    )),
    criterion((
        Structure,
        "names-the-problem",
        "Names who has the problem, and what breaks today",
        "Nobody has the problem: neither person nor job is named.",
        &["SCO002"],
        structure::names_the_problem,
    )),
    criterion((
        Structure,
        "pins-down-the-numbers",
        "Pins down volume, speed, failure and retention",
        "Volume, latency or freshness, and failure are not all asked for.",
        &["SCO004", "SCO006", "SCO007", "SCO010"],
        structure::pins_down_the_numbers,
    )),
    criterion((
        Structure,
        "flows-through",
        "Draws a flow from source to consumer",
        "No flow leads from a source through the design to somebody who uses it.",
        &[
            "FLO001", "FLO002", "FLO003", "FLO004", "FLO005", "FLO006", "FLO008", "FLO009", "FLO010",
            "FLO011", "OWN002",
        ],
        structure::flows_through,
    )),
    criterion((
        Structure,
        "wraps-up",
        "Wraps up in a sentence and a first version",
        "There is no summary, or no first version.",
        &["WRP001", "WRP002", "CLK003", "CLK004"],
        structure::wraps_up,
    )),
    criterion((
        Fluency,
        "constraint-beside-every-box",
        "Writes a constraint beside every box",
        "Most boxes carry no figure and no guarantee.",
        &["CON001", "CON002", "CON005"],
        fluency::constraint_beside_every_box,
    )),
    criterion((
        Fluency,
        "figures-that-fit",
        "Gives each box the figures that it is judged by",
        "No ingest box has a rate, no store says how long it keeps, or no serve box how fast it is.",
        &["CON003", "CON004", "CON006", "CON007"],
        fluency::figures_that_fit,
    )),
    criterion((
        Fluency,
        "components-for-what-they-are",
        "Uses components for what they are",
        "No component is named that is known.",
        &[
            "JUS003", "JUS005", "JUS007", "FLO012", "MED001", "MED002", "MED003", "MED004",
        ],
        fluency::components_for_what_they_are,
    )),
    criterion((
        Fluency,
        "delivery-and-consistency",
        "Says what is delivered, and how consistent it is",
        "Nothing says how often an event is delivered, or what a read sees of a write.",
        &["FLR004", "FLR005", "FLR013", "NUM011"],
        fluency::delivery_and_consistency,
    )),
    criterion((
        Fluency,
        "governed",
        "Knows who may see what, and where it comes from",
        "Neither compliance, tenancy nor governance is on the board.",
        &["GOV001", "GOV002", "GOV005", "GOV006", "GOV007", "GOV008"],
        fluency::governed,
    )),
    criterion((
        Scale,
        "holds-the-peak",
        "Sizes boxes for the stated volume",
        "No volume is stated, or no box says what it takes.",
        &["NUM003", "NUM008", "NUM013", "NUM014", "JUS009", "FLR009"],
        scale::holds_the_peak,
    )),
    criterion((
        Scale,
        "adds-up-in-time",
        "Adds the hops up against the promise",
        "No latency or freshness is promised, or no hop says what it takes of it.",
        &["NUM001", "NUM002", "NUM009", "NUM012", "SCO009"],
        scale::adds_up_in_time,
    )),
    criterion((
        Scale,
        "failure-path",
        "Gives failures a path of their own",
        "Nothing leaves the happy path.",
        &["FLR001", "FLR002", "FLR003", "FLR008", "FLR011", "FLR012"],
        scale::failure_path,
    )),
    criterion((
        Scale,
        "recovers",
        "Can replay, and knows how soon it recovers",
        "Nothing is kept to replay from, or nothing says how far back or how soon.",
        &["NUM006", "NUM010", "FLR006", "FLR007", "MED005"],
        scale::recovers,
    )),
    criterion((
        Scale,
        "somebody-answers",
        "Has somebody who answers, and is told",
        "Edges are owned by nobody, or nothing watches.",
        &[
            "NUM007", "FLR010", "OWN001", "OWN004", "OWN005", "OWN006", "GOV003", "GOV004",
        ],
        scale::somebody_answers,
    )),
    criterion((
        TradeOffs,
        "rejects-alternatives",
        "Names what was considered and rejected",
        "No alternative was rejected for a reason.",
        &["JUS006"],
        tradeoffs::rejects_alternatives,
    )),
    criterion((
        TradeOffs,
        "gives-something-up",
        "Says what a choice costs",
        "No trade-off names what was given up.",
        &["WRP005"],
        tradeoffs::gives_something_up,
    )),
    criterion((
        TradeOffs,
        "puts-a-number-on-it",
        "Puts a number on the trade-off, and who feels it",
        "No trade-off carries a number.",
        &["WRP004", "WRP006"],
        tradeoffs::puts_a_number_on_it,
    )),
    criterion((
        TradeOffs,
        "knows-the-risk",
        "Names the major risk with its mitigation",
        "No risk is named together with what is done about it.",
        &["WRP003"],
        tradeoffs::knows_the_risk,
    )),
    criterion((
        TradeOffs,
        "leaves-out",
        "Leaves out on purpose, and builds no more than asked",
        "Nothing was said no to.",
        &["SCO011", "JUS004"],
        tradeoffs::leaves_out,
    )),
    criterion((
        Business,
        "serves-somebody",
        "Knows who reads it, and how often",
        "Nobody is drawn who uses it, or nothing says how they read.",
        &["SCO008", "OWN003"],
        business::serves_somebody,
    )),
    criterion((
        Business,
        "moves-a-metric",
        "Moves one metric from a number to a number",
        "No metric has a number to move.",
        &["SCO003", "JUS011"],
        business::moves_a_metric,
    )),
    criterion((
        Business,
        "asked-for",
        "Ties every box to an answer",
        "Boxes stand there that no answer asked for.",
        &["JUS001", "JUS002", "SCO005"],
        business::asked_for,
    )),
    criterion((
        Business,
        "pays",
        "Says what it is worth",
        "No outcome is named that somebody would pay for.",
        &["JUS008", "JUS010"],
        business::pays,
    )),
    criterion((
        Business,
        "keeps-to-the-bill",
        "Keeps to the bill",
        "There is no ceiling, or no box says what it costs.",
        &["NUM004", "NUM005"],
        business::keeps_to_the_bill,
    )),
];
