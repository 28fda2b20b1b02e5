"""Boards to judge: those that seniors drew for diagrams/ side by side as one, or all of them, one a line.

`board.py COUNT` prints as many lines.
"""

import functools
import itertools
import json
import pathlib
import random
import re
import sys

DIAGRAMS = pathlib.Path(__file__).resolve().parents[2] / "diagrams"


def boards(name="*"):
    """The boards of diagrams/ whose file begins with this name, in order."""
    return [json.loads(path.read_text()) for path in sorted(DIAGRAMS.glob(f"*/{name}.board.json"))]


def side_by_side(boxes):
    """One board of at least as many boxes; each third box and edge has lost its owner, each fourth box its constraints."""
    seniors = boards("senior")
    whole = {**seniors[0], "boxes": [], "edges": []}
    for number, senior in enumerate(itertools.cycle(seniors)):
        if len(whole["boxes"]) >= boxes:
            return whole
        for box in senior["boxes"]:
            x, y = box["at"]
            moved = {**box, "id": f"{box['id']}-{number}", "label": f"{box['label']} {number}", "at": [x, y + 2000 * number]}
            whole["boxes"].append(without(moved, len(whole["boxes"]), owner=3, constraints=4))
        for edge in senior["edges"]:
            ends = {end: f"{edge[end]}-{number}" for end in ("id", "from", "to")}
            whole["edges"].append(without({**edge, **ends}, len(whole["edges"]), owner=3))


def without(record, number, **every):
    """The record, less each key of which this is the turn."""
    return {key: value for key, value in record.items() if number % every.get(key, number + 1) or number == 0}


@functools.cache
def drawn():
    """The boards of diagrams/, each as a line of JSON."""
    return [json.dumps(board, ensure_ascii=False, separators=(",", ":")) for board in boards()]


def line(number):
    """One of those boards with an id and figures of its own."""
    more = random.Random(number).randrange(2, 90)
    text = re.sub(r"\b\d(?=k ev/s| ms| MB)", lambda digit: str(more + int(digit.group())), drawn()[number % len(drawn())])
    return f'{{"x-id":"team-{number}",' + text[1:]


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        print(line(number))
