//! Makes the fixes that may be made, until nothing changes any more.

use board::{Board, Edit, Record, RecordId};
use sorted::Set;

use crate::finding::{Finding, Fix, Place};
use crate::memory::Memory;
use crate::options::Options;
use crate::report::Report;
use crate::rule::Rule;
use crate::session::Session;
use crate::vacancy::cells;

/// How often the board is judged anew before mending stops for good. Fixes that touch one another wait for the next
/// round, so that only a board with hundreds of faults in one record comes near.
const MOST_ROUNDS: usize = 200;

/// A rule whose fixes are made even where they say something that the board does not say yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByName {
    /// The rule.
    pub rule: &'static Rule,
    /// The id of the one box, edge or question that is meant; all places where there is none.
    pub place: Option<String>,
}

/// One fix that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    /// The rule that had spoken.
    pub rule: &'static Rule,
    /// Of what.
    pub place: Place,
    /// What was done, as a command.
    pub title: String,
}

/// A board after mending.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// The board.
    pub board: Board,
    /// All that was done, as one change.
    pub edit: Edit,
    /// All that was done, in order.
    pub made: Vec<Mend>,
    /// What the rules still say.
    pub report: Report,
    /// Nothing is left that could be done; false where mending took too many rounds.
    pub is_settled: bool,
}

/// Makes every safe fix that the rules of `options` offer, and every fix that is meant `by_name`, until there is none.
///
/// Total and deterministic. Where a rule that is meant by name offers several fixes of one finding, the first is made.
pub fn mend(session: &Session, board: &Board, options: &Options, by_name: &[ByName]) -> Mended {
    let mut memory = Memory::default();
    let mut judge = |board: &Board| crate::check_with(&mut memory, session, board, options);
    let mut mended = Mended {
        board: board.clone(),
        edit: Edit::new(),
        made: Vec::new(),
        report: judge(board),
        is_settled: false,
    };
    for _ in 0..MOST_ROUNDS {
        if !round(&mut mended, by_name) {
            mended.is_settled = true;
            break;
        }
        mended.report = judge(&mended.board);
    }
    mended
}

/// The fix of `finding` that is made without asking for more than `by_name`.
fn choose<'f>(finding: &'f Finding, by_name: &[ByName]) -> Option<&'f Fix> {
    let is_meant = |meant: &ByName| {
        let here = meant.place.as_deref();
        let is_here = |id| finding.places().any(|place| place.id() == Some(id));
        meant.rule == finding.rule && here.is_none_or(is_here)
    };
    let is_named = by_name.iter().any(is_meant);
    finding.fixes.iter().find(|fix| fix.safe || is_named)
}

/// Makes the fixes of the present report that do not touch one another; whether there was any.
fn round(mended: &mut Mended, by_name: &[ByName]) -> bool {
    let mut touched = Touched::default();
    let mut has_changed = false;
    for finding in &mended.report.findings {
        let Some(fix) = choose(finding, by_name) else {
            continue;
        };
        // What an edit would make unsound stays as it is, and goes on being said.
        if touched.rests_on(finding, fix) || mended.board.apply(&fix.edit).is_err() {
            continue;
        }
        touched.note(&fix.edit);
        mended.edit = std::mem::take(&mut mended.edit).then(fix.edit.clone());
        mended.made.push(Mend {
            rule: finding.rule,
            place: finding.place.clone(),
            title: fix.title.clone(),
        });
        has_changed = true;
    }
    has_changed
}

/// What the fixes of one round have changed. A fix that was thought out on what stood there before waits.
#[derive(Default)]
struct Touched {
    records: Set<RecordId>,
    /// Where boxes were set, so that no two are set on one another.
    taken: Set<(i64, i64)>,
}

impl Touched {
    fn rests_on(&self, finding: &Finding, fix: &Fix) -> bool {
        let seen = finding.path.iter().chain([&finding.place]);
        let has_changed = |id: &RecordId| self.records.contains(id);
        seen.filter_map(record_at).any(|id| has_changed(&id))
            || fix.edit.changes().any(|(id, change)| {
                let both = [&change.before, &change.after];
                has_changed(id)
                    || both.into_iter().flatten().any(|record| match record {
                        Record::Edge(edge) => [&edge.from, &edge.to]
                            .map(|end| RecordId::Box(end.clone()))
                            .iter()
                            .any(has_changed),
                        _ => false,
                    })
            })
            || new_boxes(&fix.edit).any(|cell| self.taken.contains(&cell))
    }

    fn note(&mut self, edit: &Edit) {
        self.records.extend(edit.changes().map(|(id, _)| id.clone()));
        self.taken.extend(new_boxes(edit));
    }
}

/// The cells on which an edit sets boxes.
fn new_boxes(edit: &Edit) -> impl Iterator<Item = (i64, i64)> {
    let new = edit.changes().filter(|(_, change)| change.before.is_none());
    new.flat_map(|(_, change)| match &change.after {
        Some(Record::Box(record)) => cells(record).to_vec(),
        _ => Vec::new(),
    })
}

fn record_at(place: &Place) -> Option<RecordId> {
    match place {
        Place::Box(id) => Some(RecordId::Box(id.clone())),
        Place::Edge(id) => Some(RecordId::Edge(id.clone())),
        Place::Answer(question) => Some(RecordId::Answer(*question)),
        Place::Wrap => Some(RecordId::Wrap),
        Place::Session | Place::Board => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str, by_name: &[ByName]) -> (Vec<String>, Mended) {
        let (board, session) = crate::example::read(text).unwrap_or_else(|error| panic!("{error}"));
        let mended = mend(&session, &board, &Options::default(), by_name);
        let said = |mend: &Mend| {
            format!(
                "{} {}: {}",
                mend.rule.code,
                mend.place.id().unwrap_or_default(),
                mend.title
            )
        };
        (mended.made.iter().map(said).collect(), mended)
    }

    fn named(code: &str, place: Option<&str>) -> ByName {
        ByName {
            rule: crate::rule(code).unwrap_or_else(|| panic!("{code}")),
            place: place.map(str::to_owned),
        }
    }

    #[test]
    fn makes_what_is_safe_and_nothing_else() {
        let (made, mended) = mended(
            "[ingest] K @Risk\n[process] Job @Risk\nK -> Job\nallow OWN002 on job: old",
            &[],
        );
        assert_eq!(made, ["OWN001 e1: Name Risk", "ALW001 : Take the allow out"]);
        assert!(mended.is_settled && mended.board.allows().is_empty());
        assert_eq!(
            mended.board.edges().next().map(|(_, edge)| edge.owner.as_str()),
            Some("Risk")
        );
    }

    #[test]
    fn what_is_folded_under_its_like_can_be_meant_by_name() {
        let board = "[ingest] K: 20 ms, at-least-once\n[store] A\n[store] B\nK -> A\nK -> B";
        let (made, _) = mended(board, &[named("FLR004", Some("b"))]);
        assert_eq!(made, ["FLR004 a: Add upsert by key to A and B"]);
    }

    #[test]
    fn mends_hundreds_of_boxes_in_a_few_rounds() {
        let names = 0..600;
        let boxes: Vec<String> = names
            .map(|number| format!("[process] Job {number}: 20 ms"))
            .collect();
        let (made, mended) = mended(&boxes.join("\n"), &[named("FLR001", None)]);
        assert_eq!(made.len(), 600);
        assert!(mended.is_settled);
        assert_eq!(mended.board.boxes().len(), 1_200);
    }

    #[test]
    fn makes_by_name_what_a_person_takes_the_word_for() {
        let board = "[ingest] K: 20 ms\n[process] Job: 20 ms\nK -> Job";
        let (made, _) = mended(board, &[named("FLR001", Some("job"))]);
        assert_eq!(made, ["FLR001 job: Set failures aside in a quarantine"]);
        let (made, mended) = mended(board, &[named("FLR001", None)]);
        assert_eq!(made.len(), 2, "{made:?}");
        assert_eq!(mended.board.boxes().len(), 4);
    }
}
