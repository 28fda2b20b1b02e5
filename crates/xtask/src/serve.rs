//! `cargo xtask serve`: set up, build, serve, and build again at every change.

use std::io::{ErrorKind, IsTerminal};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;

use crate::arguments::Arguments;
use crate::command::not_started;
use crate::failure::Failure;
use crate::say::say;
use crate::trunk::{Profile, Trunk};

const PORT: u16 = 8080;

/// Apart from `dist/`, so that serving never changes what is to be published.
const FOLDER: &str = "target/page";

/// Serves the page on 127.0.0.1 until it is stopped.
pub(crate) fn serve(mut arguments: Arguments) -> Result<(), Failure> {
    let port = arguments.value("--port")?.map_or(Ok(PORT), |text| port(&text))?;
    let profile = if arguments.flag("--release") {
        Profile::Release
    } else {
        Profile::Serve
    };
    let open = !arguments.flag("--no-open") && can_open();
    arguments.finish()?;

    check_port(port)?;
    let trunk = Trunk::ready(profile)?;
    trunk.compile(profile)?;
    check_port(port)?;
    say(&format!(
        "Sketchlint is at http://127.0.0.1:{port}/ in a moment. Ctrl+C stops it."
    ));
    let mut command = trunk.command("serve", profile);
    command.args(["--dist", FOLDER, "--port", &port.to_string()]);
    if open {
        command.arg("--open");
    }
    // In our place, not below us: who stops this command stops the server.
    let error = command.exec();
    Err(not_started(&command, &error))
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
        .map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => Failure::PortTaken { port },
            _ => Failure::step(
                format!("Listening on port {port} ({error})"),
                "take another with `--port`",
            ),
        })
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
