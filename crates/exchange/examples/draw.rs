//! Draws a board as SVG: `cargo run -p exchange --example draw -- BOARD [dark] [plain] > board.svg`.
//! BOARD is a `.board.json` file or a sketch in the one-line notation.

use std::process::ExitCode;

use exchange::svg::{self, Fonts, SvgOptions};
use scene::{Look, Theme};

fn main() -> ExitCode {
    match draw(std::env::args().skip(1).collect()) {
        Ok(svg) => {
            println!("{svg}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn draw(arguments: Vec<String>) -> Result<String, Box<dyn std::error::Error>> {
    let path = arguments.first().ok_or("which board?")?;
    let text = std::fs::read_to_string(path)?;
    let board = if path.ends_with(".json") {
        board::file::read(&text)?.board
    } else {
        board::sketch::read(&text)?
    };
    let asks = |word: &str| arguments.iter().any(|argument| argument == word);
    let report = lint::check(&board, &lint::Options::default());
    let options = SvgOptions {
        theme: if asks("dark") { &Theme::DARK } else { &Theme::LIGHT },
        look: if asks("plain") {
            Look::Plain
        } else {
            Look::HandDrawn
        },
        embed_fonts: Some(Fonts {
            hand: include_bytes!("../../../www/fonts/hand.woff2"),
            hand_bold: include_bytes!("../../../www/fonts/hand-bold.woff2"),
            plain: include_bytes!("../../../www/fonts/plain.woff2"),
            plain_bold: include_bytes!("../../../www/fonts/plain-bold.woff2"),
        }),
        annotations: !asks("bare"),
        ..SvgOptions::default()
    };
    Ok(svg::write(&board, Some(&report), &options))
}
