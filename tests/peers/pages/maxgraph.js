import { Graph } from "@maxgraph/core";
import "@maxgraph/core/css/common.css";
import { asked, tell } from "./asked.js";

const { boxes, edges, middle, camera } = asked;
const root = document.getElementById("root");
root.style.overflow = "hidden";
const board = new Graph(root);
board.view.scaleAndTranslate(camera.scale, camera.x / camera.scale, camera.y / camera.scale);
const parent = board.getDefaultParent();
const cells = {};
board.batchUpdate(() => {
  for (const { id, label, x, y, width, height } of boxes) {
    cells[id] = board.insertVertex({ parent, id, value: label, position: [x, y], size: [width, height] });
  }
  for (const { id, from, to } of edges) {
    board.insertEdge({ parent, id, source: cells[from], target: cells[to] });
  }
});
const cell = cells[middle.id];
tell({
  drawn: () => board.view.getState(cell),
  place: () => [cell.geometry.x, cell.geometry.y],
  centre: () => {
    const { x, y, width, height } = board.view.getState(cell);
    return [x + width / 2, y + height / 2];
  },
});
