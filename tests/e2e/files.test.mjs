// Files in and out: boards dropped and picked, broken ones that are told and change nothing, pictures, the clipboard.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { openBoard, withPage } from "./harness.mjs";
import {
  awake,
  boardFile,
  boxCalled,
  chooseInMenu,
  counts,
  downloads,
  finding,
  openExample,
  press,
  saved,
} from "./person.mjs";

const DIAGRAMS = path.resolve(import.meta.dirname, "../../diagrams");
const SENIOR = path.join(DIAGRAMS, "fraud-50k/senior.board.json");
const JUNIOR = path.join(DIAGRAMS, "logs-10tb/junior.board.json");

/** Picks a file in the dialog that Ctrl+O opens. */
async function pick(page, file) {
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#canvas").press("Control+o");
  await (await chooser).setFiles(file);
}

/** Drops a board on the page that lies in no file yet. */
async function dropBoard(page, board) {
  const folder = await mkdtemp(path.join(tmpdir(), "sketchlint-"));
  const file = path.join(folder, "<b>board.json");
  await writeFile(file, JSON.stringify(board));
  await openBoard(page, file);
  await rm(folder, { recursive: true, force: true });
}

/** A board's text as the linter and git see it, without the journal. */
function withoutLog(text) {
  const { log: _, ...board } = JSON.parse(text);
  return board;
}

test("a board opens by drop and by picker, and saves as it was", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openBoard(page, JUNIOR);
    const junior = JSON.parse(await readFile(JUNIOR, "utf8"));
    await counts(page, junior.boxes.length, junior.edges.length);
    await pick(page, SENIOR);
    const senior = JSON.parse(await readFile(SENIOR, "utf8"));
    await counts(page, senior.boxes.length, senior.edges.length);
    assert.equal(await page.getByLabel("Title of the board").inputValue(), senior.title);
    assert.deepEqual(withoutLog(await boardFile(page)), withoutLog(JSON.stringify(senior)));
  });
});

/** Files that are no board of ours, and what has to be said of each. */
const BROKEN = {
  "dangling.board.json": [
    { sketchlint: 1, boxes: [{ id: "kafka", role: "ingest", at: [0, 0] }], edges: [{ id: "e1", from: "kafka", to: "nowhere" }] },
    [/edges\[0\]\.to/, /`nowhere`/],
  ],
  "newer.board.json": [{ sketchlint: 99, boxes: [] }, [/99/, /version/]],
  "twice.board.json": [
    { sketchlint: 1, boxes: [{ id: "a", role: "store", at: [0, 0] }, { id: "a", role: "store", at: [9, 9] }] },
    [/\ba\b/],
  ],
  "notes.json": ["{ this is no JSON", [/line 1/]],
};

test("a broken file is told with its place, and the open board stays", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    const before = withoutLog(await boardFile(page));
    const folder = await mkdtemp(path.join(tmpdir(), "sketchlint-"));
    try {
      for (const [name, [content, says]] of Object.entries(BROKEN)) {
        const file = path.join(folder, name);
        await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
        await openBoard(page, file);
        const notice = page.locator(".notice-error", { hasText: name });
        await notice.waitFor();
        const words = await notice.textContent();
        for (const sign of says) assert.match(words, sign);
        await notice.getByRole("button", { name: "Close" }).click();
        await notice.waitFor({ state: "detached" });
        await page.locator("#canvas").focus();
        assert.deepEqual(withoutLog(await boardFile(page)), before, `${name} changed nothing`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Words that would do harm if they were ever taken for markup. */
const HOSTILE = `<img src=x onerror="console.error('harm')"><script>console.error('harm')</script>{{1}}]]>&amp;`;

test("text from a file stays text, on the board, in the panels and in pictures", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    const board = {
      sketchlint: 1,
      title: HOSTILE,
      scope: { latency: { text: HOSTILE, status: "stated" } },
      boxes: [
        { id: "a", role: "ingest", label: HOSTILE, constraints: HOSTILE, owner: HOSTILE, at: [0, 0] },
        { id: "b", role: "serve", label: HOSTILE, rejected: [{ option: HOSTILE, why: HOSTILE }], at: [400, 0] },
      ],
      edges: [{ id: "e", from: "a", to: "b", label: HOSTILE }],
    };
    await dropBoard(page, board);
    await counts(page, 2, 1);
    await finding(page, "OWN001").first().locator(".finding-head").click();
    await press(page, "]", "Enter");
    const inside = await page.locator("#page").locator("img, script").count();
    assert.equal(inside, 0);
    await press(page, "Escape");
    const { bytes } = await downloads(page, () => chooseInMenu(page, "Export annotated SVG"));
    assert.deepEqual((await page.evaluate(readSvg, bytes.toString("utf8"))).unsafe, []);
  });
});

test("the annotated board leaves as SVG", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await finding(page, "FLR001").first().waitFor();
    const { name, bytes } = await downloads(page, () => chooseInMenu(page, "Export annotated SVG"));
    assert.match(name, /\.svg$/);
    const seen = await page.evaluate(readSvg, bytes.toString("utf8"));
    assert.equal(seen.root, "svg");
    assert.deepEqual(seen.unsafe, []);
    for (const label of ["Kafka", "Delta Lake", "Dashboard", "FLR001", "CON001"]) {
      assert.ok(seen.text.includes(label), `${label} is written`);
    }
  });
});

/** What an XML reader finds in a drawing. */
function readSvg(text) {
  const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
  const all = [...root.querySelectorAll("*")];
  const unsafe = all.flatMap((it) => {
    const outside = [...it.attributes].filter(
      ({ name, value }) => /^on/.test(name) || (/href$/.test(name) && !/^(#|data:)/.test(value)),
    );
    return /^(script|foreignObject)$/i.test(it.localName) || outside.length > 0 ? [it.outerHTML.slice(0, 99)] : [];
  });
  return { root: root.localName, text: root.textContent.replaceAll(/\s+/g, " "), unsafe };
}

test("the annotated board leaves as PNG, with something on it", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    await saved(page);
    const { name, bytes } = await downloads(page, () => chooseInMenu(page, "Export annotated PNG"));
    assert.match(name, /\.png$/);
    assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    assert.ok(width >= 2000 && height >= 1000, `${width} by ${height}`);
    const seen = await page.evaluate(lookAt, bytes.toString("base64"));
    assert.deepEqual([seen.width, seen.height], [width, height]);
    assert.ok(seen.colours >= 12, `${seen.colours} colours`);
  });
});

/** How large a picture is, and how many colours a coarse look finds. */
async function lookAt(base64) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4 * 7) {
    colours.add(`${data[at] >> 4} ${data[at + 1] >> 4} ${data[at + 2] >> 4}`);
  }
  return { width, height, colours: colours.size };
}

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

test("boxes are copied with their arrows, and cut, and pasted", async () => {
  await withPage(CLIPBOARD, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await press(page, "Control+a", "Control+c");
    await clipboardHolds(page, /Kafka/);
    await press(page, "Control+v", "Escape");
    await counts(page, 12, 10);
    await press(page, "Control+a", "Control+x", "Escape");
    await counts(page, 0, 0);
    await press(page, "Control+v", "Escape");
    await counts(page, 12, 10);
    await press(page, "Control+z", "Control+z", "Control+z", "Escape");
    await counts(page, 6, 5);
  });
});

test("what was cut is pasted although the browser has not written it yet", async () => {
  await withPage(CLIPBOARD, async (page) => {
    await awake(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => new Promise(() => {});
    });
    await openExample(page, "fraud-50k", "junior");
    await press(page, "Control+a", "Control+x", "Escape");
    await counts(page, 0, 0);
    await press(page, "Control+v", "Escape");
    await counts(page, 6, 5);
  });
});

test("pasted lines make boxes", async () => {
  await withPage(CLIPBOARD, async (page) => {
    await awake(page);
    const lines = [
      "[ingest] Kafka: 500k ev/s, 7-day replay @Payments because volume, failure",
      "[process] Scoring: p99 140 ms @Risk",
      "Kafka -> Scoring: p99 5 ms @Payments",
    ];
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join("\n"));
    await press(page, "Control+v", "Escape");
    await counts(page, 2, 1);
    await boxCalled(page, "Kafka").waitFor();
    const { boxes, edges } = JSON.parse(await boardFile(page));
    assert.equal(boxes[0].owner, "Payments");
    assert.deepEqual(boxes[0].because.answers, ["volume", "failure"]);
    assert.equal(boxes[1].constraints, "p99 140 ms");
    assert.equal(edges[0].owner, "Payments");
  });
});

/** Waits until what was copied is in the clipboard. */
async function clipboardHolds(page, words) {
  for (let turn = 0; turn < 100; turn += 1) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (words.test(text)) return;
  }
  assert.fail(`nothing like ${words} was copied`);
}
