//! Which findings are put in words.

use sorted::Set;

use crate::finding::Place;
use crate::report::Report;
use crate::rule::Rule;

/// Which findings are put in words: with message, evidence, path, what would pass and fixes.
///
/// The others say which rule speaks of which place, how gravely, and what follows from it: enough to count, rank and mark
/// them, and a fraction of the work. Their message is empty, as is all that comes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Telling {
    /// Everything.
    #[default]
    All,
    /// Nothing.
    Nothing,
    /// What these rules, by code, say of these places.
    These(Set<(&'static str, Place)>),
}

impl Telling {
    /// What the first `most` findings of `report` say and what is folded under them, what could not be judged, and what
    /// is set aside.
    pub fn first(most: usize, report: &Report) -> Self {
        let allowed = report.allowed.iter().map(|allowed| &allowed.finding);
        let said = report.findings.iter().take(most).chain(allowed);
        let said = said.flat_map(|finding| {
            let folded = finding.folded.iter().map(|folded| (folded.rule, &folded.place));
            [(finding.rule, &finding.place)].into_iter().chain(folded)
        });
        let unknown = report.cannot_tell.iter().map(|it| (it.rule, &it.place));
        let these = said.chain(unknown);
        Self::These(these.map(|(rule, place)| (rule.code, place.clone())).collect())
    }

    /// Whether what `rule` says of `place` is put in words.
    pub(crate) fn tells(&self, rule: &Rule, place: &Place) -> bool {
        match self {
            Self::All => true,
            Self::Nothing => false,
            Self::These(these) => these.contains(&(rule.code, place.clone())),
        }
    }
}
