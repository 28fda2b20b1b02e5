//! What `lint` and `fix` share: which settings hold for a board, by its `sketchlint.toml` and the command line.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use board::{Date, Track};
use lint::{Gate, Level, Options, Profile, Setting, Severity};

use crate::arguments::{Choice, FailOn};
use crate::configuration::{Body, Fault, Said, Search, no_such_level, no_such_rule};

/// Says which settings hold for each board.
#[derive(Debug)]
pub(crate) struct Chooser {
    search: Search,
    /// The one file of settings that was named.
    named: Option<PathBuf>,
    /// Files of settings are not looked for.
    is_alone: bool,
    typed: Body,
    select: Vec<String>,
    ignore: Vec<String>,
    today: Date,
}

/// What holds for one board.
#[derive(Clone, Debug)]
pub(crate) struct Holding {
    /// The file of settings, if there is one.
    pub(crate) file: Option<PathBuf>,
    /// The profile.
    pub(crate) profile: Option<Said<&'static Profile>>,
    /// The least grave finding that fails.
    pub(crate) fail_on: Said<Option<Severity>>,
    /// Whether what cannot be told fails.
    pub(crate) strict: Said<bool>,
    /// Which rules are asked, and how grave they are.
    pub(crate) options: Options,
    /// The baseline that is left out.
    pub(crate) baseline: Option<Said<PathBuf>>,
    /// Where the rule book is to be read.
    pub(crate) rule_book: Option<Said<String>>,
}

impl Holding {
    /// Which reports fail.
    pub(crate) fn gate(&self) -> Gate {
        Gate {
            least: self.fail_on.value,
            is_strict: self.strict.value,
        }
    }

    /// The track that boards are judged on; nothing where each says so itself.
    pub(crate) fn track(&self) -> Option<Track> {
        self.options.track
    }
}

/// Why nothing holds.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// A file of settings is at fault.
    Fault(Box<Fault>),
    /// Something else is, as a sentence.
    Sentence(String),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl Chooser {
    /// What was typed; a sentence where it names no rule or level.
    pub(crate) fn new(choice: &Choice) -> Result<Self, String> {
        let selectors = choice.select.iter().chain(&choice.ignore);
        if let Some(unknown) = selectors
            .into_iter()
            .find(|selector| !lint::names_a_rule(selector))
        {
            return Err(sentence(no_such_rule(unknown)));
        }
        let rules: Result<_, _> = choice.rule.iter().map(|typed| setting(typed)).collect();
        let named = choice.config.as_ref().map(std::path::absolute).transpose();
        Ok(Self {
            search: Search::default(),
            named: named.map_err(|error| format!("--config: {error}"))?,
            is_alone: choice.no_config,
            typed: Body {
                profile: choice
                    .profile
                    .as_deref()
                    .and_then(lint::profile)
                    .map(|profile| Said::new(profile, "--profile")),
                fail_on: choice
                    .fail_on
                    .map(|fail_on| Said::new(least(fail_on), "--fail-on")),
                strict: choice.strict.then(|| Said::new(true, "--strict")),
                rules: rules?,
                ..Body::default()
            },
            select: choice.select.clone(),
            ignore: choice.ignore.clone(),
            today: today(),
        })
    }

    /// With a baseline and a rule book that were typed, if they were.
    pub(crate) fn with_typed(mut self, baseline: Option<&Path>, rule_book: Option<&str>) -> Self {
        self.typed.baseline = baseline.map(|path| Said::new(path.to_owned(), "--baseline"));
        self.typed.rule_book = rule_book.map(|url| Said::new(url.to_owned(), "--rule-book"));
        self
    }

    /// What holds for the board at `path`, or where there is none for a board in the present folder.
    pub(crate) fn holding(&mut self, path: Option<&Path>) -> Result<Holding, Refusal> {
        let path = std::path::absolute(path.unwrap_or(Path::new("board")))
            .map_err(|error| Refusal::Sentence(error.to_string()))?;
        let file = match (&self.named, self.is_alone) {
            (Some(named), _) => Some(self.search.at(&named.clone())?),
            (None, true) => None,
            (None, false) => self.search.above(&path)?,
        };
        let bodies = file
            .as_deref()
            .map(|file| file.bodies_for(&path))
            .unwrap_or_default();
        let bodies: Vec<&Body> = bodies.into_iter().chain([&self.typed]).collect();
        let mut holding = self.laid_over(&bodies);
        holding.file = file.as_deref().map(|file| file.path.clone());
        Ok(holding)
    }

    /// `bodies` over one another, the farthest first.
    fn laid_over(&self, bodies: &[&Body]) -> Holding {
        let nearest = || bodies.iter().rev();
        let profile = nearest().find_map(|body| body.profile.clone());
        let (usual, by) = match &profile {
            Some(said) if said.value.gate != Gate::USUAL => {
                (said.value.gate, format!("profile {}", said.value.name))
            }
            _ => (Gate::USUAL, "by default".to_owned()),
        };
        let mut options = Options {
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            today: Some(self.today),
            track: profile.as_ref().and_then(|said| said.value.track),
            ..Options::default()
        };
        options.settings.add(
            profile
                .as_ref()
                .map(|said| said.value.settings())
                .unwrap_or_default(),
        );
        for body in bodies {
            options.settings.add(body.rules.clone());
        }
        Holding {
            file: None,
            fail_on: nearest()
                .find_map(|body| body.fail_on.clone())
                .unwrap_or_else(|| Said::new(usual.least, by.clone())),
            strict: nearest()
                .find_map(|body| body.strict.clone())
                .unwrap_or_else(|| Said::new(usual.is_strict, by)),
            baseline: nearest().find_map(|body| body.baseline.clone()),
            rule_book: nearest().find_map(|body| body.rule_book.clone()),
            profile,
            options,
        }
    }
}

/// What `RULES=LEVEL` means.
fn setting(typed: &str) -> Result<Setting, String> {
    let (rules, word) = typed
        .split_once('=')
        .ok_or_else(|| format!("--rule {typed}: name rules and a level, as in `--rule OWN=warning`."))?;
    if !lint::names_a_rule(rules) {
        return Err(sentence(no_such_rule(rules)));
    }
    let level = Level::of(word.trim()).ok_or_else(|| sentence(no_such_level(word)))?;
    Ok(Setting {
        rules: rules.trim().to_owned(),
        level,
        origin: "--rule".to_owned(),
    })
}

/// What is wrong and what to do, on one line.
pub(super) fn sentence((message, remedy): (String, String)) -> String {
    format!("{message}. {remedy}")
}

fn least(fail_on: FailOn) -> Option<Severity> {
    match fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Info => Some(Severity::Info),
        FailOn::Never => None,
    }
}

/// The day by the machine's clock, in universal time.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the time comes in"
)]
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_days(i64::try_from(since.as_secs() / 86_400).unwrap_or_default())
}
