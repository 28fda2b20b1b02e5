//! Trunk, ready to build the page: every tool there, at its one version.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{cargo, found, path_with, run};
use crate::failure::Failure;
use crate::say::{Stopwatch, say, spoken};
use crate::standard_library;
use crate::toolchain::{check_rust, ensure_target};
use crate::tools::{TRUNK, WASM_BINDGEN, WASM_OPT, ensure};
use crate::workspace::{WASM, root, target};

/// How the page is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, nearly as quick to use.
    Serve,
    /// As it ships.
    Release,
}

impl Profile {
    /// Its name for cargo.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::Release => "wasm-release",
        }
    }
}

/// The cargo profile of the linter as it ships; `www/index.html` names it to Trunk.
pub(crate) const LINTER_RELEASE: &str = "linter-release";

/// The tools of the page, found or installed.
#[derive(Debug)]
pub(crate) struct Trunk {
    trunk: PathBuf,
    bindgen: PathBuf,
    optimizer: Option<PathBuf>,
    compiles_library: bool,
}

impl Trunk {
    /// Sets everything up that building the page needs. A release build gets wasm-opt too, which
    /// needs npm: without it the page works and is larger, so this warns instead of failing.
    pub(crate) fn ready(profile: Profile) -> Result<Self, Failure> {
        check_rust()?;
        ensure_target()?;
        let bindgen = ensure(&WASM_BINDGEN)?;
        let trunk = ensure(&TRUNK)?;
        let optimizer = match profile {
            Profile::Release => optimizer(),
            Profile::Serve => None,
        };
        Ok(Self {
            trunk,
            bindgen,
            optimizer,
            compiles_library: profile == Profile::Release && standard_library::has_sources(),
        })
    }

    /// The runner of browser tests.
    pub(crate) fn test_runner(&self) -> PathBuf {
        self.bindgen.join("wasm-bindgen-test-runner")
    }

    /// Compiles the page ahead of Trunk, which has no network: so the crates get fetched, the
    /// progress is seen, and an error of the compiler stands alone.
    pub(crate) fn compile(&self, profile: Profile) -> Result<(), Failure> {
        say("Compiling the page (the first time 1 to 3 minutes, then some seconds).");
        let watch = Stopwatch::start();
        // One after the other, as Trunk does: together, each would be compiled with the features of both.
        let linter = match profile {
            Profile::Release if self.optimizer.is_some() => LINTER_RELEASE,
            _ => profile.name(),
        };
        for (package, profile) in [("app", profile.name()), ("linter", linter)] {
            self.compile_package(package, profile)?;
        }
        say(&format!("Compiled in {}.", spoken(watch.elapsed())));
        Ok(())
    }

    /// Compiles a package of the workspace to wasm.
    fn compile_package(&self, package: &str, profile: &str) -> Result<(), Failure> {
        let mut command = cargo("build");
        command
            .args(["--package", package, "--target", WASM])
            .args(["--profile", profile]);
        self.complete(&mut command);
        run(
            &mut command,
            &format!("Compiling {package}"),
            "mend what cargo names; the first time it needs crates.io",
        )
    }

    /// Compiles the engine as the linter of the page is compiled, and puts its program and the glue of that into `folder`.
    pub(crate) fn engine(&self, folder: &Path) -> Result<(), Failure> {
        say("Compiling the engine.");
        self.compile_package("engine", LINTER_RELEASE)?;
        let program = target().join(WASM).join(LINTER_RELEASE).join("engine.wasm");
        let mut bindgen = Command::new(self.bindgen.join("wasm-bindgen"));
        bindgen
            .args(["--target", "web", "--no-typescript", "--out-name", "engine"])
            .arg("--out-dir")
            .arg(folder)
            .arg(program);
        run(
            &mut bindgen,
            "Writing the glue of the engine",
            "mend what it names",
        )?;
        let Some(optimizer) = &self.optimizer else {
            return Ok(());
        };
        let program = folder.join("engine_bg.wasm");
        run(
            Command::new(optimizer.join("wasm-opt"))
                .args(["-Oz", "--reorder-functions-by-name", "--output"])
                .args([&program, &program]),
            "Shrinking the engine",
            "mend what it names",
        )
    }

    /// `trunk VERB` in the root of the workspace. As Trunk's release builds insist on wasm-opt,
    /// the same profile is named by hand where that is missing.
    pub(crate) fn command(&self, verb: &str, profile: Profile) -> Command {
        let mut folders = vec![self.trunk.clone(), self.bindgen.clone()];
        folders.extend(self.optimizer.clone());
        let mut command = Command::new(self.trunk.join("trunk"));
        command
            .arg(verb)
            .current_dir(root())
            .env("PATH", path_with(&folders))
            .env("TRUNK_OFFLINE", "true")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // A backtrace through Trunk would bury the compiler's message.
            .env("RUST_BACKTRACE", "0");
        // Trunk reads NO_COLOR as true or false and stops at the customary 1.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
        }
        if profile == Profile::Release && self.optimizer.is_some() {
            command.arg("--release");
        } else {
            command.args(["--cargo-profile", profile.name()]);
        }
        self.complete(&mut command);
        command
    }

    fn complete(&self, command: &mut Command) {
        if self.compiles_library {
            standard_library::compile_along(command);
        }
    }
}

fn optimizer() -> Option<PathBuf> {
    let reason = if found("node").is_none() {
        "node is not on the PATH".to_owned()
    } else {
        match ensure(&WASM_OPT) {
            Ok(folder) => return Some(folder),
            Err(failure) => failure.to_string(),
        }
    };
    say(&format!(
        "Warning: no wasm-opt, so the bundle will be larger than need be ({reason}). \
         Install node 20 or newer with npm and run this again to get it small."
    ));
    None
}
