// What a benchmark's hand does: it waits until a board is drawn, finds a box, and moves once a frame.

const FRAME = 17;

/** Boxes are there as elements, or painted on the canvas of the far view. */
export async function drawn(page) {
  const there = () =>
    document.querySelector("[data-box]") || (document.querySelector("canvas.layer")?.width ?? 0) > 1;
  await page.waitForFunction(there, undefined, { polling: 20 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** One event a frame, as a hand would give them. */
export async function paced(act) {
  const start = performance.now();
  await act();
  const rest = FRAME - (performance.now() - start);
  if (rest > 0) await new Promise((done) => setTimeout(done, rest));
}

/** The `move`th place of `moves` along the way on which a box is dragged from x, y: slanted and wavy. */
export function along([x, y], move, moves) {
  const turn = (move / moves) * Math.PI * 6;
  return [x + 8 + 1.5 * move + 10 * Math.sin(turn), y + 8 + move];
}

/** Where on the screen a box is: a drag shows it, whatever it is drawn on, and is then given up. */
export async function boxNearMiddle(page) {
  const canvas = await page.locator("#canvas").boundingBox();
  const middle = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
  for (let ring = 0; ring < 40; ring += 1) {
    for (let step = 0; step < 8; step += 1) {
      const angle = (step / 8) * Math.PI * 2;
      const at = [middle[0] + ring * 5 * Math.cos(angle), middle[1] + ring * 5 * Math.sin(angle)];
      await page.mouse.move(...at);
      if ((await page.locator("#canvas").getAttribute("data-cursor")) === "move") return at;
    }
  }
  throw new Error("There is no box near the middle of the board.");
}

/** Where the box that is being dragged lies on the board. */
export function liftedPlace(page) {
  const place = () => {
    const box = document.querySelector(".layer-lifted [data-box]")?.getBoundingClientRect();
    return box && `${box.x}, ${box.y}`;
  };
  return page.evaluate(place);
}
