//! `cargo xtask serve`: set up, build, serve, and build again at every change.

use std::io::IsTerminal;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::arguments::Arguments;
use crate::command::run;
use crate::failure::Failure;
use crate::say::{Stopwatch, say, spoken};
use crate::trunk::Trunk;

const PORT: u16 = 8080;

/// Serves the page on 127.0.0.1 until it is stopped.
pub(crate) fn serve(mut arguments: Arguments) -> Result<(), Failure> {
    let port = arguments.value("--port")?.map_or(Ok(PORT), |text| port(&text))?;
    let release = arguments.flag("--release");
    let quiet = arguments.flag("--no-open");
    arguments.finish()?;

    check_port(port)?;
    let trunk = Trunk::ready(release)?;
    check_port(port)?;
    say("Building the page (the first time 1 to 3 minutes, later some seconds).");
    announce(port);
    let mut command = trunk.command("serve", release);
    command.arg("--port").arg(port.to_string());
    if !quiet && can_open() {
        command.arg("--open");
    }
    run(
        &mut command,
        "Serving the page",
        "mend what it names and start again",
    )
}

fn port(text: &str) -> Result<u16, Failure> {
    text.parse()
        .ok()
        .filter(|port| *port > 0)
        .ok_or_else(|| Failure::Usage(format!("`--port {text}` is not a port between 1 and 65535")))
}

fn check_port(port: u16) -> Result<(), Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|_| Failure::PortTaken { port })
}

/// Says the address once somebody answers there, which is when the first build is done.
fn announce(port: u16) {
    let watch = Stopwatch::start();
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(100));
        }
        say(&format!(
            "Sketchlint is at http://127.0.0.1:{port}/ after {}. Ctrl+C stops it.",
            spoken(watch.elapsed())
        ));
    });
}

/// Whether a person sits before a screen, so that opening a browser makes sense.
fn can_open() -> bool {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    std::io::stdout().is_terminal() && (screen || cfg!(target_os = "macos"))
}

#[cfg(test)]
mod tests {
    use super::{check_port, port};
    use crate::failure::Failure;
    use std::net::{Ipv4Addr, TcpListener};

    #[test]
    fn a_port_is_a_number_in_range() {
        assert_eq!(port("9000"), Ok(9000));
        for wrong in ["0", "65536", "http", ""] {
            assert!(matches!(port(wrong), Err(Failure::Usage(_))), "{wrong}");
        }
    }

    #[test]
    fn a_taken_port_is_noticed() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = holder.local_addr().unwrap().port();
        assert_eq!(check_port(taken), Err(Failure::PortTaken { port: taken }));
        drop(holder);
        assert_eq!(check_port(taken), Ok(()));
    }
}
