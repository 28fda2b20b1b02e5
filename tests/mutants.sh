#!/bin/sh
# What share of small faults, put into the code one at a time, the tests notice: `tests/mutants.sh lint 0/20` tries every
# twentieth in one crate (quantity, analysis or lint). Needs `cargo install cargo-mutants`.
#
# cargo-mutants follows `mod` lines and not macros, so this works on a copy in which the list of rules is written out.
set -eu
crate=$1
shard=${2:-0/1}
root=$(git rev-parse --show-toplevel)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$copy")
cd "$copy"
rules=crates/lint/src/rules.rs
modules=$(sed -n '/^rules! {/,/^}/p' "$rules" | sed '1d;$d')
sed -i 's/^ *\$(mod \$rule;)+$//' "$rules"
for module in $modules; do echo "mod $module;" >> "$rules"; done
tests="--test-package=$crate"
# The sums are tested by the fixtures of the rules too, and the rules by what they say of real boards.
[ "$crate" = quantity ] || tests="$tests --test-package=lint --test-package=tests"
cargo mutants --package "$crate" $tests --shard "$shard" --sharding round-robin --in-place --no-shuffle --timeout 120 \
  --output "$root/target/mutants-$crate" --colors never || true
cd "$root/target/mutants-$crate/mutants.out"
caught=$(($(wc -l < caught.txt) + $(wc -l < timeout.txt)))
missed=$(wc -l < missed.txt)
echo "$crate: $caught of $((caught + missed)) noticed, $((caught * 100 / (caught + missed > 0 ? caught + missed : 1))) %"
