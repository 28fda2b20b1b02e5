//! Findings as SARIF 2.1.0, which code scanning of forges, editors and dashboards read.
//!
//! Every rule is listed, also those that are silent, so that what is mended can be closed. A finding has the true range of
//! its words in the file, the box or edge as its logical location, a fingerprint that survives a move of either, and its
//! fixes as replacements. What cannot be told is of the kind `open`; what the board allows is suppressed with its reason.

mod rules;
mod texts;

use lint::baseline::Fingerprints;
use lint::{CannotTell, Evidence, Finding, Fix, Place, Severity};
use serde_json::{Value, json};

use super::located::Located;
use crate::judged::{Judged, Run, Unread, sentence};
use texts::{Replacements, hashed, uri};

/// The official schema of the form.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The document, pretty-printed. Rules point into the rule book, if there is one.
pub(crate) fn document(run: &Run) -> String {
    let results: Vec<Value> = run.judged.iter().flat_map(results).collect();
    let artifacts: Vec<Value> = run.judged.iter().map(artifact).collect();
    let notes: Vec<Value> = run.unread.iter().map(notification).collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": rules::driver(run.rule_book.as_deref()) },
            "invocations": [{
                "executionSuccessful": run.unread.is_empty(),
                "toolExecutionNotifications": notes,
            }],
            "artifacts": artifacts,
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{document:#}\n")
}

fn artifact(judged: &Judged) -> Value {
    json!({
        "location": { "uri": uri(&judged.path) },
        "mimeType": "application/json",
        "encoding": "utf-8",
        "length": judged.text.len(),
    })
}

fn notification(unread: &Unread) -> Value {
    json!({
        "level": "error",
        "message": { "text": unread.why },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&unread.path) } } }],
    })
}

/// All that the rules say of one board.
fn results(judged: &Judged) -> Vec<Value> {
    let page = Page {
        judged,
        located: Located::new(&judged.text),
    };
    let mut names = Fingerprints::default();
    let mut replacements = Replacements::of(judged);
    let mut results = Vec::new();
    for finding in &judged.report.findings {
        let name = names.next(finding.rule, &finding.place);
        let mut result = page.finding(finding, &name);
        let fixes: Vec<Value> = finding
            .fixes
            .iter()
            .filter_map(|fix| page.fix(fix, &mut replacements))
            .collect();
        put_unless_empty(&mut result, "fixes", fixes);
        results.push(result);
    }
    for unknown in &judged.report.cannot_tell {
        results.push(page.open(unknown, &names.next(unknown.rule, &unknown.place)));
    }
    for allowed in &judged.report.allowed {
        let name = names.next(allowed.finding.rule, &allowed.finding.place);
        let mut result = page.finding(&allowed.finding, &name);
        let suppression = json!({ "kind": "inSource", "status": "accepted", "justification": allowed.why });
        put(&mut result, "suppressions", json!([suppression]));
        results.push(result);
    }
    let (known, open) = (&judged.known.findings, &judged.known.cannot_tell);
    let known = known
        .iter()
        .map(|finding| page.finding(finding, &names.next(finding.rule, &finding.place)));
    let mut known: Vec<Value> = known.collect();
    known.extend(
        open.iter()
            .map(|open| page.open(open, &names.next(open.rule, &open.place))),
    );
    for mut result in known {
        let justification = "recorded in the baseline";
        let suppression = json!({ "kind": "external", "status": "accepted", "justification": justification });
        put(&mut result, "suppressions", json!([suppression]));
        results.push(result);
    }
    results
}

/// One board, as its findings are put.
struct Page<'j> {
    judged: &'j Judged,
    located: Located<'j>,
}

impl Page<'_> {
    fn finding(&self, finding: &Finding, name: &str) -> Value {
        let mut result = self.result(finding.rule, &finding.place, &sentence(finding), name);
        put(&mut result, "level", json!(level(finding.severity)));
        if let Some(words) = finding.evidence.iter().find_map(|evidence| self.words(evidence))
            && let Some(location) = result.pointer_mut("/locations/0/physicalLocation")
        {
            *location = words;
        }
        put_unless_empty(&mut result, "relatedLocations", self.related(finding));
        result
    }

    fn open(&self, unknown: &CannotTell, name: &str) -> Value {
        let mut result = self.result(unknown.rule, &unknown.place, &unknown.message, name);
        put(&mut result, "kind", json!("open"));
        put(&mut result, "level", json!("none"));
        result
    }

    fn result(&self, rule: &'static lint::Rule, place: &Place, message: &str, name: &str) -> Value {
        json!({
            "ruleId": rule.code,
            "ruleIndex": rules::index(rule),
            "message": { "text": message },
            "locations": [{
                "physicalLocation": self.physical(place),
                "logicalLocations": [self.logical(place)],
            }],
            "partialFingerprints": {
                "primaryLocationLineHash": format!("{}:1", hashed(name)),
                "ruleAndPlace/v1": name,
            },
        })
    }

    /// What was seen, where else it is so, and what follows from it, numbered.
    fn related(&self, finding: &Finding) -> Vec<Value> {
        let seen = finding.evidence.iter().map(|evidence| {
            let place = evidence.span.as_ref().map_or(&finding.place, |span| &span.place);
            let physical = self.words(evidence).unwrap_or_else(|| self.physical(place));
            (physical, place, evidence.to_string())
        });
        let folded = finding.folded.iter().map(|folded| {
            let said = match folded.rule == finding.rule {
                true => "The same here.".to_owned(),
                false => format!("From the same cause, {}: {}", folded.rule.code, folded.message),
            };
            (self.physical(&folded.place), &folded.place, said)
        });
        let all = seen.chain(folded).enumerate();
        all.map(|(number, (physical, place, said))| {
            json!({
                "id": number + 1,
                "physicalLocation": physical,
                "logicalLocations": [self.logical(place)],
                "message": { "text": said },
            })
        })
        .collect()
    }

    fn fix(&self, fix: &Fix, replacements: &mut Replacements<'_>) -> Option<Value> {
        let replacements = replacements.of_edit(&fix.edit, &fix.title)?;
        Some(json!({
            "description": { "text": fix.title },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri(&self.judged.path) },
                "replacements": replacements,
            }],
            "properties": { "safe": fix.safe },
        }))
    }

    /// The words that an evidence was read from.
    fn words(&self, evidence: &Evidence) -> Option<Value> {
        let range = evidence.span.as_ref().and_then(|span| self.located.words(span))?;
        Some(self.at(range))
    }

    /// Where a place stands in the file; what is of the whole board stands at its title.
    fn physical(&self, place: &Place) -> Value {
        let range = self.located.place(place).or_else(|| self.located.title());
        self.at(range.unwrap_or(0..0))
    }

    fn at(&self, range: std::ops::Range<usize>) -> Value {
        let ((start_line, start_column), (end_line, end_column)) = (
            self.located.position(range.start),
            self.located.position(range.end),
        );
        json!({
            "artifactLocation": { "uri": uri(&self.judged.path) },
            "region": {
                "startLine": start_line,
                "startColumn": start_column,
                "endLine": end_line,
                "endColumn": end_column,
                "snippet": { "text": self.judged.text.get(range).unwrap_or_default() },
            },
        })
    }

    fn logical(&self, place: &Place) -> Value {
        let kind = place.kind();
        json!({
            "name": self.judged.called(place),
            "fullyQualifiedName": place.id().map_or_else(|| kind.to_owned(), |id| format!("{kind}/{id}")),
            "kind": kind,
        })
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn put(result: &mut Value, key: &str, value: Value) {
    if let Some(object) = result.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn put_unless_empty(result: &mut Value, key: &str, values: Vec<Value>) {
    if !values.is_empty() {
        put(result, key, Value::Array(values));
    }
}
