"""Lints boards on Spark, by the filter that `sketchlint lint --ndjson` is, and holds what comes back to a run without Spark.

Run by `cargo xtask soak`: `lint_boards.py SKETCHLINT COUNT`. Spark runs the filter once for each partition, wherever that is.
"""

import collections
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

from pyspark.sql import SparkSession

HERE = pathlib.Path(__file__).resolve().parent
BOARDS = HERE.parent / "linters" / "board.py"
PARTITIONS = 16


def main():
    sketchlint, count = sys.argv[1], int(sys.argv[2])
    command = [sketchlint, "lint", "--ndjson", "--no-config", "--fail-on", "never", "--jobs", "1"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source, held = folder / "boards.ndjson", folder / "held"
        held.mkdir()
        with source.open("wb") as file:
            subprocess.run([sys.executable, BOARDS, str(count)], stdout=file, check=True)
        began = time.monotonic()
        by_spark = linted(source, command, held)
        took = time.monotonic() - began
        most = [int(file.read_text()) for file in held.iterdir()]
        alone = linted_alone(source, command)
    assert by_spark["boards"] == count, f"{count} boards went in and {by_spark['boards']} came out"
    assert by_spark == alone, f"with Spark {by_spark}, without {alone}"
    print(f"{count:,} boards in {took:,.0f} s on Spark, its start included, by {len(most)} filters.")
    print(f"The most memory that a filter held: {max(most) / 1000:.1f} MB.")
    for rule, times in sorted(by_spark.items()):
        print(f"{rule:<12} {times:>10,}")


def linted(source, command, held):
    """How many boards come back, and how often each rule speaks; `held` gets a file from each filter."""
    spark = SparkSession.builder.master("local[*]").appName("lint boards").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    filter_of = shlex.join([sys.executable, str(HERE / "held.py"), str(held), *command])
    boards = spark.sparkContext.textFile(source.as_uri(), PARTITIONS)
    # A filter that fails, or that a board makes fail, fails the job.
    answers = boards.pipe(filter_of, checkCode=True)
    total = dict(answers.flatMap(said).countByValue())
    spark.stop()
    return total


def linted_alone(source, command):
    """The same by one filter."""
    with source.open("rb") as file:
        answers = subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, text=True)
        total = collections.Counter(word for answer in answers.stdout for word in said(answer))
    assert answers.wait() == 0
    return dict(total)


def said(answer):
    """What is counted of one answer: the board, and the rule of each finding."""
    answer = json.loads(answer)
    assert answer["id"].startswith("team-"), answer
    return ["boards", *(finding["rule"] for finding in answer["findings"])]


if __name__ == "__main__":
    main()
