//! What is written is well-formed, stands alone and says all that the board says.

use board::{
    Answer, AnswerStatus, BoxId, BoxRecord, Brief, EdgeId, EdgeKind, EdgeRecord, Edit, FrameId, FrameRecord,
    NoteId, NoteLook, NoteRecord, Question, RecordId, Role, StrokeId, StrokeRecord,
};
use proptest::prelude::*;

use super::*;

/// Two boxes and an edge, with `words` in every place that takes words.
fn two_boxes(title: &str, words: &str, second_at: Point<Page>) -> Board {
    let mut board = Board::default();
    let id = |text| BoxId::new(text).unwrap();
    let mut kafka = BoxRecord::new(Role::Ingest, Point::new(0.0, 0.0));
    kafka.label = words.to_owned();
    kafka.constraints = words.to_owned();
    let mut store = BoxRecord::new(Role::Store, second_at);
    store.owner = words.to_owned();
    let mut edge = EdgeRecord::new(id("kafka"), id("store"), EdgeKind::Data);
    edge.label = words.to_owned();
    edge.owner = words.to_owned();
    let brief = Brief {
        title: title.to_owned(),
        ..Brief::default()
    };
    let answer = Answer {
        text: words.to_owned(),
        status: AnswerStatus::Assumed,
    };
    let mut edit = Edit::new();
    edit.put(&board, RecordId::Brief, brief.into());
    edit.put(&board, RecordId::Answer(Question::Latency), answer.into());
    edit.put(&board, RecordId::Box(id("kafka")), kafka.into());
    edit.put(&board, RecordId::Box(id("store")), store.into());
    edit.put(&board, RecordId::Edge(EdgeId::new("e1").unwrap()), edge.into());
    board.apply(&edit).unwrap();
    board
}

fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect()
}

#[test]
fn a_small_board_is_written_like_this() {
    let board = two_boxes("Fraud <50k>", "p99 ≤ 20 ms & more", Point::new(420.0, 40.0));
    let options = SvgOptions {
        look: Look::Plain,
        ..SvgOptions::default()
    };
    insta::assert_snapshot!(write(&board, None, &options));
}

#[test]
fn findings_stand_in_the_list_and_on_the_board_by_number() {
    let board = two_boxes("", "Kafka", Point::new(420.0, 40.0));
    let report = lint::check(&board, &lint::Options::default());
    assert!(!report.findings.is_empty());
    let svg = write(&board, Some(&report), &SvgOptions::default());
    let texts = texts(&svg);
    for (index, finding) in report.findings.iter().enumerate() {
        assert!(texts.contains(&(index + 1).to_string()));
        assert!(
            texts.iter().any(|text| text.contains(finding.rule.code)),
            "{}",
            finding.rule.code
        );
    }
    let bare = SvgOptions {
        annotations: false,
        ..SvgOptions::default()
    };
    assert!(!write(&board, Some(&report), &bare).contains(report.findings[0].rule.code));
}

#[test]
fn it_stands_alone() {
    let board = two_boxes("t", "see https://example.org/?a=1&b=2", Point::new(0.0, 300.0));
    let bytes = [1, 2, 3, 4];
    let fonts = Fonts {
        hand: &bytes,
        hand_bold: &bytes,
        plain: &bytes,
        plain_bold: &bytes,
    };
    let options = SvgOptions {
        embed_fonts: Some(fonts),
        ..SvgOptions::default()
    };
    let svg = write(&board, None, &options);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let allowed = ["svg", "title", "desc", "style", "rect", "g", "path", "text"];
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(allowed.contains(&node.tag_name().name()), "{node:?}");
        assert!(
            node.attributes()
                .all(|attribute| !attribute.name().contains("href"))
        );
    }
    assert_eq!(
        svg.matches("url(").count(),
        svg.matches("url(data:font/woff2;base64,AQIDBA==)").count()
    );
}

#[test]
fn an_empty_board_has_a_size() {
    let drawing = draw(&Board::default(), None, &SvgOptions::default());
    assert!(roxmltree::Document::parse(&drawing.text).is_ok());
    assert!(drawing.size.width >= NARROWEST && drawing.size.height > 0.0);
}

#[test]
fn pixels_stay_within_what_browsers_draw() {
    let drawing = |width, height| Drawing {
        text: String::new(),
        size: Size::new(width, height),
    };
    assert_eq!(drawing(800.0, 600.0).pixels(2.0), (1600, 1200));
    assert_eq!(drawing(800.0, 600.0).pixels(f64::NAN), (800, 600));
    assert_eq!(drawing(100_000.0, 50_000.0).pixels(2.0), (8192, 4096));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_give_well_formed_xml(
        title in any::<String>(),
        words in "(\\PC|[<>&\"'\\x00-\\x1f]|\u{FFFF}| ){0,60}",
        x in -2000.0..2000.0,
        y in -2000.0..2000.0,
    ) {
        let board = two_boxes(&title, &words, Point::new(x, y));
        let report = lint::check(&board, &lint::Options::default());
        let svg = write(&board, Some(&report), &SvgOptions::default());
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
    }
}

#[test]
fn notes_frames_and_strokes_are_drawn_and_count_for_the_size() {
    let mut board = two_boxes("", "Kafka", Point::new(420.0, 40.0));
    let bare = draw(&board, None, &SvgOptions::default());
    let area = Rect::new(Point::new(-60.0, -60.0), Size::new(900.0, 700.0));
    let frame = FrameRecord {
        title: "Speed <layer>".to_owned(),
        ..FrameRecord::new(area)
    };
    let note = NoteRecord {
        text: "who answers\nat night?".to_owned(),
        ..NoteRecord::new(NoteLook::Sticky, Point::new(0.0, 400.0))
    };
    let mut edit = Edit::new();
    edit.put(&board, RecordId::Frame(FrameId::new("f").unwrap()), frame.into());
    edit.put(&board, RecordId::Note(NoteId::new("n").unwrap()), note.into());
    let points = vec![
        Point::new(40.0, 620.0),
        Point::new(90.0, 600.0),
        Point::new(300.0, 630.0),
    ];
    let stroke = StrokeRecord {
        points,
        ..StrokeRecord::default()
    };
    edit.put(
        &board,
        RecordId::Stroke(StrokeId::new("s").unwrap()),
        stroke.into(),
    );
    board.apply(&edit).unwrap();
    let drawn = draw(&board, None, &SvgOptions::default());
    let texts = texts(&drawn.text);
    for words in ["Speed <layer>", "who answers", "at night?"] {
        assert!(texts.iter().any(|text| text == words), "{words}");
    }
    assert!(drawn.text.contains("stroke-width=\"3.2\""));
    assert!(drawn.size.height > bare.size.height + 300.0);
}
