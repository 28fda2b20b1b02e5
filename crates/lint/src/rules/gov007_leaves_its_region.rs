//! GOV007: data that crosses a border that it must not cross.

use std::sync::LazyLock;

use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, Question};

use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::mention::{Sieve, denies, mentions, starts_with, word_starts};
use crate::phrase::{edge_name, quote};
use crate::rule::rule;

rule! {
    /// # Leaves its region
    ///
    /// ## What it looks at
    /// Whether the compliance, platform or tenancy answer says where data must stay (`stays in the EU`, `EU only`,
    /// `residency: Germany`), and then every data and failure edge: whether the box that it leads to names another
    /// region, by its words (`US`, `us-east-1`, `Frankfurt`). A box that names no region is not judged, and neither is
    /// an edge between two boxes in that other region, or one whose words say that the data is masked, tokenised or
    /// aggregated before it leaves.
    ///
    /// ## Why an interviewer minds
    /// Residency is broken by one arrow: a replica, a backup, a dashboard abroad. That arrow is what the interviewer
    /// looks for.
    ///
    /// ## Bad board
    /// ```bad
    /// scope compliance: GDPR, card data stays in the EU
    /// [store] Delta Lake, eu-west-1: keep 90 days
    /// [store] Backup in us-east-1: keep 90 days
    /// Delta Lake, eu-west-1 -> Backup in us-east-1
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope compliance: GDPR, card data stays in the EU
    /// [store] Delta Lake, eu-west-1: keep 90 days
    /// [store] Backup in eu-central-1: keep 90 days
    /// Delta Lake, eu-west-1 -> Backup in eu-central-1
    /// ```
    ///
    /// ## Fix
    /// Keep the box in the region, or say on the edge what is taken out of the data before it leaves.
    ///
    /// ## Source
    /// General Data Protection Regulation, chapter V, on transfers. Interview guide for platform roles: residency decides
    /// multi-cloud designs.
    "GOV007" "leaves-its-region" Governance Warning
    "data must stay in a region, and an edge leads out of it"
    check
}

/// A region and the words that name it, with those of cloud regions.
struct Region {
    name: &'static str,
    words: &'static [&'static str],
}

const REGIONS: &[Region] = &[
    Region {
        name: "the EU",
        words: &[
            "eu", "europe", "germany", "frankfurt", "ireland", "dublin", "paris", "france", "stockholm", "sweden",
            "netherlands", "amsterdam", "spain", "italy", "milan", "westeurope", "northeurope",
        ],
    },
    Region {
        name: "the US",
        words: &[
            "us", "usa", "united states", "america", "virginia", "oregon", "ohio", "eastus", "westus", "centralus",
        ],
    },
    Region {
        name: "the UK",
        words: &["uk", "united kingdom", "london", "uksouth", "ukwest"],
    },
    Region {
        name: "Asia and the Pacific",
        words: &[
            "ap", "apac", "asia", "singapore", "tokyo", "japan", "sydney", "australia", "mumbai", "india", "seoul",
        ],
    },
    Region {
        name: "China",
        words: &["cn", "china", "beijing"],
    },
    Region {
        name: "Canada",
        words: &["ca", "canada", "montreal"],
    },
];

/// How people write that data has to stay.
const STAYS: &[&str] = &["stay", "residen", "only", "must not leave", "never leave", "remain", "within the", "in the"];
/// How people write that what leaves is harmless.
const HARMLESS: &[&str] = &["mask", "tokeni", "anonymi", "pseudonym", "aggregat", "redact"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let questions = [Question::Compliance, Question::Platform, Question::Tenancy];
    let asked = questions.into_iter().find_map(|question| {
        let text = &context.board.answered(question)?.text;
        let bound = !denies(text) && mentions(text, STAYS);
        let regions = bound.then(|| Named::of(text))?;
        Some((text, regions, regions.only()?))
    });
    let Some((text, regions, home)) = asked else { return };
    let places: Vec<Named> = context.graph.boxes().map(Named::of_box).collect();
    for link in context.graph.edges().filter(|link| link.record.kind != EdgeKind::Control) {
        let Some(abroad) = leads_abroad(context, link, regions, &places) else { continue };
        let message = || format!(
            "The data from {} leaves for {}, and the scope says {}. Keep it in {}, or say what is taken out of it before.",
            edge_name(context.graph, link),
            abroad.name,
            quote(text),
            home.name,
        );
        findings.say(at_edge(link), message);
    }
}

/// Some of [`REGIONS`], a bit for each.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Named(u8);

impl Named {
    /// The regions that a text names by a whole word.
    fn of(text: &str) -> Self {
        let rests = word_starts(text).filter_map(|start| text.get(start..));
        Self(rests.fold(0, |named, rest| named | begun_by(rest)))
    }

    /// The regions that the box's label and constraints name.
    fn of_box(node: &BoxNode<'_>) -> Self {
        Self(Self::of(&node.record.label).0 | Self::of(&node.record.constraints).0)
    }

    /// The one region that is named, if it is one.
    fn only(self) -> Option<&'static Region> {
        let mut named = REGIONS.iter().enumerate().filter(|(at, _)| self.0 >> at & 1 == 1);
        named.next().map(|(_, region)| region).filter(|_| self.0.is_power_of_two())
    }
}

fn leads_abroad(
    context: &Context<'_>,
    link: &EdgeLink<'_>,
    home: Named,
    places: &[Named],
) -> Option<&'static Region> {
    let [from, to] = [link.from, link.to].map(|end| places.get(end.index()));
    let to = *to?;
    let abroad = to.only().filter(|_| to != home)?;
    // What is abroad already does not leave again.
    let was_there = from?.0 & to.0 != 0;
    (!was_there && !context.edge_mentions(link, HARMLESS)).then_some(abroad)
}

/// How the words begin, those of two letters with a blank behind them: nearly every word of a text falls through at one
/// look.
static BEGINNINGS: LazyLock<Sieve> = LazyLock::new(|| {
    let words = REGIONS.iter().flat_map(|region| region.words);
    let words: Vec<String> = words.map(|word| format!("{word} ")).collect();
    Sieve::of(&words.iter().map(String::as_str).collect::<Vec<_>>())
});

/// Whether one of the words may begin as `text` does.
fn may_begin(text: &[u8]) -> bool {
    let Some([first, second]) = text.first_chunk() else { return false };
    let third = text.get(2).filter(|third| third.is_ascii_alphanumeric());
    BEGINNINGS.may_begin(&[*first, *second, third.copied().unwrap_or(b' ')])
}

/// The regions that the first word of `text` names, or the first two; a bit for each.
fn begun_by(text: &str) -> u8 {
    if !may_begin(text.as_bytes()) {
        return 0;
    }
    let ends = |at: usize| text.get(at..).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    let names = |word: &&str| starts_with(text.as_bytes(), word) && ends(word.len()) && is_place(text, word);
    let regions = REGIONS.iter().enumerate();
    regions.fold(0, |named, (at, region)| named | u8::from(region.words.iter().any(names)) << at)
}

/// Two letters name a place in capitals (`US`) or as the head of a cloud region (`us-east-1`).
fn is_place(text: &str, word: &str) -> bool {
    let (own, after) = text.split_at_checked(word.len()).unwrap_or((text, ""));
    word.len() > 2 || own.chars().all(char::is_uppercase) || after.starts_with('-')
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "scope compliance: EU only\n[store] A\n[serve] Dashboard in the US\nA -> Dashboard in the US"),
            (&["e1"], "scope platform: must stay in the UK\n[store] A\n[store] B: eu-west-1\nA -> B"),
            (&[], "scope compliance: EU only\n[store] A\n[serve] Helps us all\nA -> Helps us all"),
            (&[], "scope compliance: EU only\n[store] A\n[serve] B in Paris\nA -> B in Paris"),
            (&[], "scope compliance: GDPR\n[store] A\n[serve] B in the US\nA -> B in the US"),
            (&[], "scope compliance: stays in the EU\n[store] A\n[serve] B in the US\nA -> B in the US: aggregated"),
        ]);
    }
}
