#!/bin/sh
# What share of small faults, put into the code one at a time, the tests notice: `tests/mutants.sh lint 0/20` tries every
# twentieth in one crate (quantity, analysis or lint). Needs `cargo install cargo-mutants`.
#
# cargo-mutants follows `mod` lines and not macros, so this works on a copy in which the list of rules is written out.
# Most faults are noticed by the quick tests; only what those let pass meets the slow ones.
set -eu
crate=$1
shard=${2:-0/1}
root=$(git rev-parse --show-toplevel)
output=$root/target/mutants-$crate
rm -rf "$output"
mkdir -p "$output/copy"
git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$output/copy")
cd "$output/copy"
rules=crates/lint/src/rules.rs
modules=$(sed -n '/^rules! {/,/^}/p' "$rules" | sed '1d;$d')
sed -i 's/^ *\$(mod \$rule;)+$//' "$rules"
for module in $modules; do echo "mod $module;" >> "$rules"; done

# Faults are put into the copy itself, so that each builds only what it touches.
# A folder of its own for what is built, lest another build puts back what was changed.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$root/target}/mutants" CARGO_PROFILE_DEV_DEBUG=0 INSTA_UPDATE=no
faults() {
  cargo mutants --package "$crate" --no-shuffle --colors never "$@"
}
left=$output/left.txt
# Tries what is left of the sample on these packages, with these arguments; what nobody notices is left again.
round() {
  packages=$1
  shift
  rm -rf "$output/mutants.out"
  mkdir -p "$output/mutants.out"
  # To try these alone, all others count as caught before.
  faults --list | grep -vxFf "$left" > "$output/mutants.out/caught.txt" || true
  # 2 and 3 say that some were missed or took too long, which is what is asked.
  faults --in-place --output "$output" --baseline skip --iterate --test-package="$packages" "$@" \
    || case $? in 2 | 3) ;; *) exit 1 ;; esac
  cp "$output/mutants.out/missed.txt" "$left"
  cat "$output/mutants.out/unviable.txt" >> "$output/unviable.txt"
  cat "$output/mutants.out/timeout.txt" >> "$output/timeout.txt"
}

faults --list --shard "$shard" --sharding round-robin > "$left"
all=$(wc -l < "$left")
quick='--skip properties --skip linear --skip lint_robust --skip lint_mending --skip lint_wire'
if [ "$crate" = quantity ]; then
  cargo test --quiet --package quantity --tests
  round quantity --timeout 60 -- --tests -- $quick
  round quantity --timeout 180 -- --tests -- properties linear
else
  # The sums are tested by the fixtures of the rules too, and both by what the rules say of whole boards.
  cargo test --quiet --package analysis --package lint --package tests --tests
  round "$crate" --timeout 60 -- --tests -- $quick
  round lint,tests --timeout 60 -- --tests -- $quick
  round tests --timeout 180 -- --tests -- lint_robust lint_mending lint_wire
fi
tried=$((all - $(wc -l < "$output/unviable.txt")))
noticed=$((tried - $(wc -l < "$left")))
slow=$(wc -l < "$output/timeout.txt")
echo "$crate $shard: $noticed of $tried noticed ($slow because they took too long), $((noticed * 100 / tried)) %"
