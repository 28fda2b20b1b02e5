// The graph that every editor draws: labelled boxes on a square grid, each joined to the one on its left.

const BOX = { width: 120, height: 60 };
const STEP = { x: 180, y: 110 };
/** The part of the window in which each editor draws. */
export const WINDOW = { width: 1280, height: 800 };

/** `count` boxes with their arrows, the box in the middle, and the camera on it that `view` asks for. */
export function graph(count, view) {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const boxes = Array.from({ length: count }, (_, index) => ({
    id: `b${index}`,
    label: `Box ${index}`,
    x: (index % columns) * STEP.x,
    y: Math.floor(index / columns) * STEP.y,
    ...BOX,
  }));
  const edges = boxes.flatMap((box, index) =>
    index % columns ? [{ id: `e${index}`, from: boxes[index - 1].id, to: box.id }] : [],
  );
  const middle = boxes[Math.min(count - 1, Math.floor(rows / 2) * columns + Math.floor(columns / 2))];
  return { boxes, edges, middle, gap: STEP.x - BOX.width, camera: camera(view, middle, columns, rows) };
}

/** Scale, and where the origin lies on the screen: the whole graph, or the middle box at 100 %. */
function camera(view, middle, columns, rows) {
  if (view === "near") {
    return {
      scale: 1,
      x: WINDOW.width / 2 - middle.x - BOX.width / 2,
      y: WINDOW.height / 2 - middle.y - BOX.height / 2,
    };
  }
  const [width, height] = [columns * STEP.x, rows * STEP.y];
  const scale = 0.95 * Math.min(WINDOW.width / width, WINDOW.height / height);
  return { scale, x: (WINDOW.width - width * scale) / 2, y: (WINDOW.height - height * scale) / 2 };
}

/** The same graph as the text of a board. */
export function boardText(count) {
  const { boxes, edges } = graph(count, "whole");
  return JSON.stringify({
    sketchlint: 1,
    title: `${count} boxes`,
    boxes: boxes.map(({ id, label, x, y, width, height }) => ({
      id,
      role: "process",
      label,
      at: [x, y],
      size: [width, height],
    })),
    edges: edges.map(({ id, from, to }) => ({ id, from, to })),
  });
}
