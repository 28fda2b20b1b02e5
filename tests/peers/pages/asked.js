// What the address asks an editor for, and how it says that it is there.
import { graph } from "../graph.mjs";

const query = new URLSearchParams(location.search);

/** The graph to draw. */
export const asked = graph(Number(query.get("boxes")), query.get("view"));
/** Whether to leave out what is not in view, where the editor can. */
export const culled = query.has("culled");

/** Two frames later everything drawn so far has been on the screen. */
const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/**
 * Waits until `drawn()` holds, then tells the driver where the middle box is: `place()` in the editor's own
 * units, `centre()` on the screen.
 */
export async function tell({ drawn, place, centre }) {
  while (!drawn()) await new Promise((done) => requestAnimationFrame(done));
  await twoFrames();
  window.peer = { place, centre };
}

/** The middle of an element on the screen. */
export function middleOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
