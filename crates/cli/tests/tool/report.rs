//! Drives `sketchlint report`: a cohort on one page, whole, linked, safe and the same each time.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, SENIOR, as_xml, shared};

/// Words that would be more than words, if they could.
const HOSTILE: &str = "</td><script>alert(1)</script><img src=x onerror=alert(1)> \\\"' &lt; \u{202e}";

fn cohort(name: &str) -> Folder {
    Folder::new(name)
        .with("a/junior.board.json", &shared(JUNIOR))
        .with("a/senior.board.json", &shared(SENIOR))
        .with("b/broken.board.json", "{ no")
}

fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

fn by_id<'d>(tree: &'d Document<'_>, id: &str) -> Node<'d, 'd> {
    tree.descendants()
        .find(|node| node.attribute("id") == Some(id))
        .unwrap()
}

#[test]
fn every_board_has_its_marks_its_findings_and_the_pages_of_its_rules() {
    let folder = cohort("report");
    let said = folder.run(&["report", "."]);
    assert_eq!(said.status, COULD_NOT_RUN, "{}", said.err);
    let xml = as_xml(&said.out);
    let tree = Document::parse(&xml).unwrap();
    let ids: Vec<&str> = tree
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id is of one element");
    for link in tree.descendants().filter_map(|node| node.attribute("href")) {
        assert!(
            link.strip_prefix('#').is_some_and(|id| unique.contains(id)),
            "{link} leads nowhere"
        );
    }
    let found = words(by_id(&tree, "board-1"));
    let report = folder
        .run(&["lint", "--format", "json", "a/junior.board.json"])
        .json();
    for finding in report["files"][0]["findings"].as_array().unwrap() {
        let (rule, message) = (
            finding["rule"].as_str().unwrap(),
            finding["message"].as_str().unwrap(),
        );
        assert!(found.contains(&message.replace('`', "")), "{rule}: {message}");
        assert!(
            words(by_id(&tree, rule)).contains("Why an interviewer minds"),
            "{rule}"
        );
    }
    assert!(words(by_id(&tree, "board-2")).contains("25 of 25, passes; no findings"));
    let unread = words(
        tree.descendants()
            .find(|node| node.attribute("class") == Some("unread"))
            .unwrap(),
    );
    assert!(unread.contains("b/broken.board.json: line 1"), "{unread}");
}

#[test]
fn a_row_has_the_marks_of_its_board_and_leads_to_what_was_found() {
    let folder = cohort("report_rows");
    let xml = as_xml(&folder.run(&["report", "."]).out);
    let tree = Document::parse(&xml).unwrap();
    let score = folder
        .run(&["score", "--format", "json", "a/junior.board.json"])
        .json();
    let row = tree
        .descendants()
        .find(|node| node.has_tag_name("tr") && words(*node).contains("a/junior.board.json"))
        .unwrap();
    assert!(
        row.descendants()
            .any(|node| node.attribute("href") == Some("#board-1"))
    );
    let cells: Vec<String> = row
        .children()
        .filter(|node| node.has_tag_name("td"))
        .map(words)
        .collect();
    let marks = score["dimensions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| mark["points"].to_string());
    let marks: Vec<String> = marks.chain([score["total"].to_string()]).collect();
    assert_eq!(
        cells[..6],
        marks
            .iter()
            .map(|points| points.trim_end_matches(".0").to_owned())
            .collect::<Vec<_>>()
    );
    assert_eq!(cells[6], "not yet");
}

#[test]
fn pictures_have_names_and_tables() {
    let said = cohort("report_plots").run(&["report", "."]);
    let xml = as_xml(&said.out);
    let tree = Document::parse(&xml).unwrap();
    let figures: Vec<_> = tree
        .descendants()
        .filter(|node| node.has_tag_name("figure"))
        .collect();
    assert_eq!(figures.len(), 7, "all points, five dimensions, findings");
    for figure in figures {
        let svg = figure.children().find(|node| node.has_tag_name("svg")).unwrap();
        for id in svg.attribute("aria-labelledby").unwrap().split(' ') {
            assert!(!words(by_id(&tree, id)).is_empty(), "{id}");
        }
        let cells = figure.descendants().filter(|node| node.has_tag_name("td"));
        let boards: usize = cells.map(|cell| words(cell).parse::<usize>().unwrap()).sum();
        assert_eq!(boards, 2, "each board is counted once");
    }
}

#[test]
fn words_of_a_board_stay_words() {
    let junior = shared(JUNIOR).replace("\"label\": \"Kafka\"", &format!("\"label\": \"{HOSTILE}\""));
    assert!(junior.contains(HOSTILE));
    let named = junior.replacen("\"title\": \"", &format!("\"title\": \"{HOSTILE}"), 1);
    let folder = Folder::new("report_hostile")
        .with("<img src=x>&\".board.json", &named)
        .with("<b>.board.json", "{ \"sketchlint\": 1, \"<script>\": 2 }")
        .with("<i>.board.json", "<script>");
    let said = folder.run(&["report", "."]);
    for tag in ["<script", "<img", "<i>", "\u{202e}"] {
        assert!(!said.out.contains(tag), "{tag}");
    }
    let xml = as_xml(&said.out);
    let tree = Document::parse(&xml).unwrap();
    assert!(words(tree.root()).contains("<script>alert(1)</script><img src=x onerror=alert(1)> \"' &lt;"));
    assert!(words(tree.root()).contains("Left out in reading:"));
    assert!(
        !tree
            .descendants()
            .any(|node| node.attributes().any(|it| it.name().starts_with("on")))
    );
}

#[test]
fn the_page_is_the_same_by_any_number_of_jobs_and_in_a_file() {
    let folder = cohort("report_same");
    let one = folder.run(&["report", "--jobs", "1", "."]);
    let many = folder.run(&["report", "--jobs", "8", "."]);
    assert_eq!((&one.out, &one.err), (&many.out, &many.err));
    let said = folder.run(&["report", ".", "--output", "report.html"]);
    assert_eq!(said.out, "report.html holds 2 boards, of which 1 pass.\n");
    assert_eq!(folder.read("report.html"), one.out);
    let nowhere = folder.run(&["report", ".", "--output", "no/such/folder/report.html"]);
    assert_eq!((nowhere.status, nowhere.out.as_str()), (COULD_NOT_RUN, ""));
}

#[test]
fn settings_decide_what_is_found_and_fails_and_not_the_score() {
    let folder = cohort("report_settings");
    let status = |arguments: &[&str]| folder.run(&[&["report"], arguments].concat()).status;
    assert_eq!(status(&["a/senior.board.json"]), CLEAN);
    assert_eq!(status(&["a"]), FINDINGS);
    assert_eq!(status(&["a", "--fail-on", "never"]), CLEAN);
    let nowhere = folder.run(&["report", "nowhere"]);
    assert_eq!((nowhere.status, nowhere.out.as_str()), (COULD_NOT_RUN, ""));
    assert_eq!(status(&[]), COULD_NOT_RUN);
    assert_eq!(status(&["a", "--config", "nowhere.toml"]), COULD_NOT_RUN);
    let all = folder.run(&["report", "a"]).out;
    let few = folder.run(&["report", "a", "--select", "OWN001"]).out;
    assert!(all.contains("href=\"#CON001\"") && !few.contains("href=\"#CON001\""));
    let row = |page: &str| {
        let row = page
            .lines()
            .find(|line| line.starts_with("<tr") && line.contains("#board-1"));
        row.unwrap().split("not yet").next().unwrap().to_owned()
    };
    assert_eq!(row(&all), row(&few));
    let write = folder.run(&["baseline", "write", "a", "--file", "known.json"]);
    assert_eq!(write.status, CLEAN, "{}", write.err);
    assert_eq!(status(&["a", "--baseline", "known.json"]), CLEAN);
}
