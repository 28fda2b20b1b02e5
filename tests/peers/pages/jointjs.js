import { dia, shapes } from "@joint/core";
import { WINDOW } from "../graph.mjs";
import { asked, middleOf, tell } from "./asked.js";

const { boxes, edges, middle, camera } = asked;
const board = new dia.Graph({}, { cellNamespace: shapes });
const paper = new dia.Paper({
  model: board,
  ...WINDOW,
  cellViewNamespace: shapes,
  async: false,
  sorting: dia.Paper.sorting.APPROX,
});
document.getElementById("root").appendChild(paper.el);
paper.scale(camera.scale);
paper.translate(camera.x, camera.y);
const { Rectangle, Link } = shapes.standard;
board.resetCells([
  ...boxes.map(
    ({ id, label, x, y, width, height }) =>
      new Rectangle({ id, position: { x, y }, size: { width, height }, attrs: { label: { text: label } } }),
  ),
  ...edges.map(({ id, from, to }) => new Link({ id, source: { id: from }, target: { id: to } })),
]);
tell({
  drawn: () => document.querySelectorAll(".joint-cell").length >= boxes.length + edges.length,
  place: () => Object.values(board.getCell(middle.id).position()),
  centre: () => middleOf(paper.findViewByModel(board.getCell(middle.id)).el),
});
