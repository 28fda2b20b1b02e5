// One whole design drawn four ways: by keyboard alone, by mouse, by touch and through the outline. Eight boxes and seven
// edges with constraints, owners, failure paths and reasons; every way leads to the same board.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import {
  awake,
  boardFile,
  clickTool,
  drag,
  field,
  finding,
  glide,
  isSilentOn,
  placeOf,
  press,
  takesKeyboard,
} from "./person.mjs";

/** The way of the data: each box as a person writes it, the whole line in the place of the label. */
const FLOW = [
  "Card switch: 50k ev/s peak, 1 KB each @Payments",
  "Kafka: 100k ev/s, p99 20 ms, 7-day replay, $6k/mo @Payments because volume not Kinesis (lock-in)",
  "Flink: 100k ev/s, p99 40 ms, exactly-once, $9k/mo @Risk because latency not Spark (batches wait)",
  "Redis: 100k rps, p99 5 ms, keep 24 h, $5k/mo @Risk because latency not Delta (reads take seconds)",
  "Scorer: 100k rps, p99 50 ms, 99.95 %, $8k/mo @Risk because latency, job not Batches (too late)",
  "Card authorisation: asks once per swipe, 50k rps @Payments",
];
/** The boxes with a failure path: what it makes, and who answers for that. */
const FAILING = {
  Kafka: { label: "Dead letter", owner: "Payments" },
  Flink: { label: "Quarantine", owner: "Risk" },
};
/** The board that this makes, a line for each box and edge. */
const DRAWN = [
  "Card authorisation (consumer) 50k rps @Payments, 0 rejected",
  "Card switch (source) 1 KB each @Payments, 0 rejected",
  "Dead letter (store)  @Payments, 0 rejected",
  "Flink (process) $9k/mo @Risk because latency, 1 rejected",
  "Kafka (ingest) $6k/mo @Payments because volume, 1 rejected",
  "Quarantine (store)  @Risk, 0 rejected",
  "Redis (store) $5k/mo @Risk because latency, 1 rejected",
  "Scorer (serve) $8k/mo @Risk because latency,job, 1 rejected",
  "Card switch -> Kafka, data @Payments",
  "Flink -> Quarantine, failure @Risk",
  "Flink -> Redis, data @Risk",
  "Kafka -> Dead letter, failure @Payments",
  "Kafka -> Flink, data @Payments -> Risk",
  "Redis -> Scorer, data @Risk",
  "Scorer -> Card authorisation, data @Risk -> Payments",
];
/** What the keyboard may need besides the letters of the texts. */
const KEYS = 23;

/** How far outside a selected box the handle stands that joins it. */
const HANDLE = 27;

const TABLET = { width: 1280, height: 900, hasTouch: true, isMobile: true };
const nameIn = (line) => line.slice(0, line.indexOf(":"));

test("by keyboard alone", async (context) => {
  await withPage({}, async (page) => {
    await awake(page);
    let keys = 0;
    const hit = async (...names) => {
      keys += names.length;
      await press(page, ...names);
    };
    await hit("u");
    for (const [step, line] of FLOW.entries()) {
      if (step > 0) await hit("Tab");
      await write(page, "label", line);
      await hit("Enter");
      const failure = FAILING[nameIn(line)];
      if (!failure) continue;
      await hit("f", "Alt+ArrowDown", "w");
      await write(page, "owner", failure.owner);
      await hit("Enter", "Alt+ArrowUp");
    }
    await hit("Control+.");
    await isDrawn(page);
    const letters = FLOW.reduce((sum, line) => sum + line.length, 0);
    context.diagnostic(`${keys} keys besides ${letters} letters`);
    assert.ok(keys <= KEYS, `${keys} keys, and there were ${KEYS}`);
  });
});

test("by mouse, with the keyboard for words alone", async () => {
  await withPage({ width: 1900, height: 1000 }, async (page) => {
    await awake(page);
    await clickTool(page, "source");
    for (const [step, line] of FLOW.entries()) {
      if (step > 0) {
        const { x, y, right } = await placeOf(page, nameIn(FLOW[step - 1]));
        await drag(page, { x: right + 5, y }, { x: x + 200, y });
      }
      await write(page, "label", line);
      await elsewhere(page, (x, y) => page.mouse.click(x, y));
      const failure = FAILING[nameIn(line)];
      if (!failure) continue;
      const box = await placeOf(page, nameIn(line));
      await page.mouse.click(box.x, box.y);
      await clickTool(page, "failure");
      const { x, y } = await placeOf(page, failure.label);
      await page.mouse.dblclick(x, y);
      await field(page, "owner").click();
      await write(page, "owner", failure.owner);
      await elsewhere(page, (x, y) => page.mouse.click(x, y));
    }
    await page.getByRole("button", { name: "Fix what is safe" }).click();
    await isDrawn(page);
  });
});

test("by touch, with the keyboard for words alone", async () => {
  await withPage(TABLET, async (page) => {
    const tap = (x, y) => page.touchscreen.tap(x, y);
    await awake(page);
    await tapTool(page, "source");
    for (const [step, line] of FLOW.entries()) {
      if (step > 0) await pullOut(page, nameIn(FLOW[step - 1]), tap);
      await write(page, "label", line);
      await elsewhere(page, tap);
      const failure = FAILING[nameIn(line)];
      if (!failure) continue;
      const box = await placeOf(page, nameIn(line));
      await tap(box.x, box.y);
      await tapTool(page, "failure");
      const { x, y } = await placeOf(page, failure.label);
      await elsewhere(page, tap);
      await tap(x, y);
      await tap(x, y);
      await field(page, "owner").tap();
      await write(page, "owner", failure.owner);
      await elsewhere(page, tap);
    }
    await page.getByRole("button", { name: "Fix what is safe" }).tap();
    await isDrawn(page);
  });
});

test("through the outline alone", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await press(page, "Shift+O");
    await takesKeyboard(page.getByRole("button", { name: "Add", exact: true }));
    for (const [step, line] of FLOW.entries()) {
      await press(page, step > 0 ? "Control+Enter" : "u");
      await write(page, "label", line);
      await press(page, "Enter");
      await isAt(page, nameIn(line));
    }
    await press(page, "Home");
    await isAt(page, "Card switch");
    for (const [box, { label, owner }] of Object.entries(FAILING)) {
      await goTo(page, box);
      await press(page, "f");
      await goTo(page, label);
      await press(page, "w");
      await write(page, "owner", owner);
      await press(page, "Enter");
      await isAt(page, label);
      await press(page, "Home");
    }
    await press(page, "Control+.");
    await isDrawn(page);
  });
});

/** Writes into a field of the card, which has the keyboard. */
async function write(page, name, text) {
  await takesKeyboard(field(page, name));
  await page.keyboard.insertText(text);
}

/** Presses where nothing is, which ends the text. */
async function elsewhere(page, touch) {
  const { x, y } = await page.locator("#canvas").boundingBox();
  await touch(x + 40, y + 40);
  await page.locator(".card").waitFor({ state: "detached" });
}

function tapTool(page, name) {
  return page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name }).tap();
}

/** A finger pulls the next box out of the side of the one called `label`. */
async function pullOut(page, label, tap) {
  const { x, y } = await placeOf(page, label);
  await tap(x, y);
  const { right } = await placeOf(page, label);
  await glide(page, [[{ x: right + HANDLE, y }, { x: x + 200, y }]]);
}

/** Waits until the row of the outline that begins with `name` has the keyboard. */
function isAt(page, name) {
  return takesKeyboard(page.getByRole("treeitem", { name: new RegExp(`^${name},`) }).first());
}

/** Goes down the outline to the row that begins with `name`. */
async function goTo(page, name) {
  const row = page.getByRole("treeitem", { name: new RegExp(`^${name},`) }).first();
  await row.waitFor();
  for (let step = 0; step < 20; step += 1) {
    if (await row.evaluate((it) => it === document.activeElement)) return;
    await press(page, "ArrowDown");
  }
  assert.fail(`no row is called ${name}`);
}

/** Waits until every edge has its owner, and compares the board with what was to be drawn. */
async function isDrawn(page) {
  await isSilentOn(page, "OWN001");
  assert.equal(await finding(page, "OWN001").count(), 0);
  const { boxes, edges } = JSON.parse(await boardFile(page));
  const labels = new Map(boxes.map(({ id, label }) => [id, label]));
  const drawn = [
    ...boxes.map(({ label, role, constraints = "", owner, because, rejected = [] }) => {
      const reasons = because ? ` because ${because.answers}` : "";
      return `${label} (${role}) ${constraints.split(", ").at(-1)} @${owner}${reasons}, ${rejected.length} rejected`;
    }).sort(),
    ...edges.map(({ from, to, kind = "data", owner }) => {
      return `${labels.get(from)} -> ${labels.get(to)}, ${kind} @${owner}`;
    }).sort(),
  ];
  assert.deepEqual(drawn, DRAWN);
}
