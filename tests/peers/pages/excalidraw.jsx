import { Excalidraw, convertToExcalidrawElements } from "@excalidraw/excalidraw";
import { createRoot } from "react-dom/client";
import "@excalidraw/excalidraw/index.css";
import { asked, tell } from "./asked.js";

const { boxes, edges, middle, gap, camera } = asked;
const at = new Map(boxes.map((box) => [box.id, box]));
const shapes = boxes.map(({ id, label, x, y, width, height }) => ({
  type: "rectangle",
  id,
  x,
  y,
  width,
  height,
  label: { text: label, fontSize: 16 },
  backgroundColor: "#a5d8ff",
}));
const arrows = edges.map(({ id, from, to }) => {
  const box = at.get(from);
  return {
    type: "arrow",
    id,
    x: box.x + box.width,
    y: box.y + box.height / 2,
    width: gap,
    height: 0,
    start: { id: from },
    end: { id: to },
  };
});
const elements = convertToExcalidrawElements([...shapes, ...arrows], { regenerateIds: false });
// It zooms out to 10 % at most.
const zoom = Math.max(0.1, camera.scale);
let scene;

createRoot(document.getElementById("root")).render(
  <Excalidraw
    excalidrawAPI={(instance) => {
      scene = instance;
    }}
    initialData={{
      elements,
      appState: { zoom: { value: zoom }, scrollX: camera.x / zoom, scrollY: camera.y / zoom },
    }}
  />,
);
const box = () => scene.getSceneElements().find(({ id }) => id === middle.id);
tell({
  drawn: () =>
    scene?.getSceneElements().length >= elements.length &&
    document.querySelector("canvas.excalidraw__canvas.static"),
  place: () => [box().x, box().y],
  centre: () => {
    const { x, y, width, height } = box();
    const { scrollX, scrollY, offsetLeft, offsetTop, zoom } = scene.getAppState();
    // Beside the label, whose text is an element of its own.
    return [
      (x + width / 4 + scrollX) * zoom.value + offsetLeft,
      (y + height / 4 + scrollY) * zoom.value + offsetTop,
    ];
  },
});
