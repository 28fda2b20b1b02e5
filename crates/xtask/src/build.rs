//! `cargo xtask build`: the static bundle in `dist/`, weighed against its budget.

use std::fs;
use std::io::ErrorKind;

use crate::arguments::Arguments;
use crate::command::run;
use crate::failure::Failure;
use crate::say::{Stopwatch, say, spoken};
use crate::trunk::{Profile, Trunk};
use crate::weight::{Weight, weigh};
use crate::workspace::dist;

/// What the bundle may weigh at most, compressed by brotli, as a host that cares sends it, without what comes later.
const BUDGET: u64 = 265_000;

/// Builds the bundle, prints its files with their sizes and holds it to its budget.
pub(crate) fn build(arguments: Arguments) -> Result<(), Failure> {
    arguments.finish()?;
    bundle(&Trunk::ready(Profile::Release)?)
}

/// The same with the tools at hand.
pub(crate) fn bundle(trunk: &Trunk) -> Result<(), Failure> {
    let watch = Stopwatch::start();
    // A build that fails leaves nothing behind that could be taken for its bundle.
    if let Err(error) = fs::remove_dir_all(dist())
        && error.kind() != ErrorKind::NotFound
    {
        return Err(Failure::file(&dist(), &error));
    }
    trunk.compile(Profile::Release)?;
    say("Bundling.");
    run(
        &mut trunk.command("build", Profile::Release),
        "Building the bundle",
        "mend what it names and build again",
    )?;
    let weights = weigh(&dist())?;
    table(&weights, "first load", |weight| !weight.comes_later());
    tell(&weights);
    say(&format!(
        "The bundle is in dist/ after {}.",
        spoken(watch.elapsed())
    ));
    hold(&weights)
}

fn hold(weights: &[Weight]) -> Result<(), Failure> {
    let first_load = weights.iter().filter(|weight| !weight.comes_later());
    let compressed: Option<u64> = first_load.map(|weight| weight.brotli).sum();
    match compressed {
        Some(size) if size > BUDGET => Err(Failure::OverBudget { size, budget: BUDGET }),
        Some(_) => Ok(()),
        None => {
            say("Not weighed compressed, because node is not on the PATH.");
            Ok(())
        }
    }
}

/// A line for each file, and one with the sum of those that `are_summed`.
pub(crate) fn table(weights: &[Weight], sum: &str, are_summed: fn(&Weight) -> bool) {
    let size = |bytes: Option<u64>| bytes.map_or_else(|| "-".to_owned(), |bytes| bytes.to_string());
    let line = |name: &str, raw: u64, gzip: Option<u64>, brotli: Option<u64>| {
        println!("{name:<44} {raw:>10} {:>10} {:>10}", size(gzip), size(brotli));
    };
    println!("{:<44} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli");
    for weight in weights {
        line(&weight.name, weight.raw, weight.gzip, weight.brotli);
    }
    let summed = || weights.iter().filter(|weight| are_summed(weight));
    line(
        sum,
        summed().map(|weight| weight.raw).sum(),
        summed().map(|weight| weight.gzip).sum(),
        summed().map(|weight| weight.brotli).sum(),
    );
}

/// The sums, as brotli.
fn tell(weights: &[Weight]) {
    let sum = |is_of: fn(&Weight) -> bool| {
        let those = weights.iter().filter(|weight| is_of(weight));
        let sum: Option<u64> = those.map(|weight| weight.brotli).sum();
        sum.map(|size| size.div_ceil(1000))
    };
    let sums = [Weight::is_second_part, Weight::is_linter, Weight::is_reference].map(sum);
    if let [Some(second), Some(linter), Some(reference)] = sums {
        println!(
            "Then, in the background: the page's second part {second} kB, linter {linter} kB, rule pages and interviewers \
             {reference} kB as brotli."
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, hold};
    use crate::failure::Failure;
    use crate::weight::Weight;

    fn weight(name: &str, gzip: Option<u64>) -> Weight {
        Weight {
            name: name.to_owned(),
            raw: 1,
            gzip,
            brotli: gzip,
        }
    }

    #[test]
    fn the_budget_counts_everything_but_what_comes_later() {
        let font = weight("inter.woff2", Some(BUDGET));
        let example = weight("diagrams/fraud-50k/senior.board.json", Some(BUDGET));
        let rules = weight("rules.json", Some(BUDGET));
        let linter = weight("linter-00c0ffee_bg.wasm", Some(BUDGET));
        let second = weight("later-00c0ffee_bg.wasm", Some(BUDGET));
        let page = weight("app_bg.wasm", Some(BUDGET));
        assert_eq!(hold(&[font, example, rules, second, linter, page]), Ok(()));
        let over = hold(&[weight("app_bg.wasm", Some(BUDGET)), weight("app.js", Some(1))]);
        assert_eq!(
            over,
            Err(Failure::OverBudget {
                size: BUDGET + 1,
                budget: BUDGET
            })
        );
    }

    #[test]
    fn without_node_nothing_is_held() {
        assert_eq!(hold(&[weight("app_bg.wasm", None)]), Ok(()));
    }
}
