"""Measures `sketchlint lint` beside other linters on one board, and its stream beside reading the same lines as JSON.

Run by `cargo xtask bench --linters`, which names the programs. What counts is the processor time of the whole process, user
and system, start included: the middle of several rounds, all linters in turn in each, so that a busy machine slows all of
them. `--write FILE` puts the tables into a file of Markdown, between the lines `<!-- linters -->` and `<!-- /linters -->`.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from board import line, side_by_side

HERE = pathlib.Path(__file__).resolve().parent
BOXES = 1000
ROUNDS = 11
STREAM = 6000
SHORT, LONG = 1000, 100_000


def main():
    programs = argparse.ArgumentParser()
    for name in ["sketchlint", "parse", "jsonschema", "cfn-guard", "spectral", "pytm"]:
        programs.add_argument(f"--{name}", required=True)
    programs.add_argument("--write", type=pathlib.Path)
    programs = programs.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        tables = [*beside_linters(programs, folder), "", *beside_reading(programs, folder)]
    print("\n".join(tables))
    if programs.write:
        write(programs.write, tables)


def beside_linters(programs, folder):
    """A table of what one board costs in each linter."""
    board = folder / "board.board.json"
    whole = side_by_side(BOXES)
    board.write_text(json.dumps(whole, indent=2, ensure_ascii=False))
    report = folder / "report.json"
    bare = ["presence, range, a list of words, a pattern", "the same, as 12 rules"]
    linters = [
        ("`sketchlint lint`", "all rules", [programs.sketchlint, "lint", "--no-config", board], r" error"),
        ("jsonschema-cli", bare[0], [programs.jsonschema, "validate", HERE / "schema.json", "-i", board], None),
        ("cfn-guard", bare[1], [programs.cfn_guard, "validate", "-S", "none", "-r", HERE / "rules.guard", "-d", board], None),
        ("Spectral", bare[1], [programs.spectral, "lint", "-f", "json", "--quiet", "--ignore-unknown-format", "-r", HERE / "ruleset.json", board], None),
        ("pytm", "its threats", [programs.pytm, HERE / "model.py", board, "--json", report], None),
    ]
    spent = {name: [] for name, *_ in linters}
    for _ in range(ROUNDS):
        for name, _, command, _ in linters:
            spent[name].append(processor_time(command))
    middle = {name: statistics.median(times) for name, times in spent.items()}
    ours = middle[linters[0][0]]
    boxes, edges, size = len(whole["boxes"]), len(whole["edges"]), board.stat().st_size / 1000
    yield f"One board of {boxes:,} boxes and {edges:,} edges, {size:.0f} kB:\n"
    yield "| linter | what it looks at | processor time | beside ours |\n|---|---|---|---|"
    for name, looks_at, *_ in linters:
        yield f"| {name} | {looks_at} | {middle[name] * 1000:,.0f} ms | {middle[name] / ours:.1f} |"


def beside_reading(programs, folder):
    """What a stream costs beside reading its lines as JSON, and the most memory that it takes, short and long."""
    stream = folder / "boards.ndjson"
    put(stream, STREAM)
    ours, reading = [], []
    filter_of = [programs.sketchlint, "lint", "--no-config", "--ndjson", "--jobs", "1"]
    for _ in range(ROUNDS):
        ours.append(processor_time(filter_of, stream))
        reading.append(processor_time([programs.parse], stream))
    rates = [STREAM / statistics.median(times) for times in (ours, reading)]
    yield "| boards as people draw them, one a line | boards a second and core | most memory |\n|---|---|---|"
    most = []
    for count in (SHORT, LONG):
        put(stream, count)
        most.append(most_memory(filter_of, stream))
    yield f"| `sketchlint lint --ndjson --jobs 1` | {rates[0]:,.0f} | {most[0]:.1f} MB after {SHORT:,}, {most[1]:.1f} MB after {LONG:,} |"
    yield f"| `serde_json`, reading the lines alone | {rates[1]:,.0f} | - |"
    yield f"\nReading alone is {rates[1] / rates[0]:.1f} times as quick."


def put(stream, count):
    with stream.open("w") as file:
        file.writelines(f"{line(number)}\n" for number in range(count))


def processor_time(command, source=os.devnull):
    """Seconds of user and system time of the command and all that it starts."""
    with open(source, "rb") as file:
        process = subprocess.Popen(command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, spent = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 19):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return spent.ru_utime + spent.ru_stime


def most_memory(command, source):
    """The most megabytes of memory that the command held at once, as the system counts for it."""
    with open(source, "rb") as file:
        process = subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    status = pathlib.Path(f"/proc/{process.pid}/status")
    most = 0
    # What it says is read here, so that it lives when it is asked.
    while process.stdout.read1(1 << 20):
        held = re.search(r"VmHWM:\s+(\d+)", status.read_text())
        most = max(most, int(held.group(1)) if held else 0)
    process.wait()
    return most / 1000


def write(file, tables):
    begin, end = "<!-- linters -->", "<!-- /linters -->"
    text = file.read_text()
    if begin not in text or end not in text:
        sys.exit(f"{file} has no place for the tables")
    before, after = text[: text.index(begin)], text[text.index(end) :]
    file.write_text("\n".join([before + begin, "", *tables, "", after]))


if __name__ == "__main__":
    main()
