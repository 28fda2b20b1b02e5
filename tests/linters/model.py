"""A board as a threat model of pytm, which looks at it and writes its report: model.py BOARD --json REPORT."""

import json
import sys

from pytm import TM, Boundary, Dataflow, Datastore, ExternalEntity, Process

KINDS = {"source": ExternalEntity, "consumer": ExternalEntity, "store": Datastore}

with open(sys.argv.pop(1), encoding="utf-8") as file:
    board = json.load(file)

model = TM(board["title"])
model.description = board["title"]
teams = {name: Boundary(name) for name in {box.get("owner", "nobody") for box in board["boxes"]}}
elements = {}
for box in board["boxes"]:
    element = KINDS.get(box["role"], Process)(box["label"])
    element.inBoundary = teams[box.get("owner", "nobody")]
    elements[box["id"]] = element
for edge in board["edges"]:
    Dataflow(elements[edge["from"]], elements[edge["to"]], edge.get("label", edge["id"]))
model.process()
