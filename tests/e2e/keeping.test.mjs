// Nothing that was done is lost: not when the browser is killed, the page reloaded or left, two tabs are open, or what
// is stored is damaged.
import assert from "node:assert/strict";
import test from "node:test";
import { assertNoProblems, openPage, withPage, withProfile } from "./harness.mjs";
import {
  awake,
  boardFile,
  boxCalled,
  counts,
  endText,
  field,
  openExample,
  press,
  saved,
  takesKeyboard,
  writeText,
} from "./person.mjs";

const KILLS = Number(process.env.KILLS ?? 3);

/** Makes one edit as a person does: a box with a label of its own, by keyboard. */
async function addBox(page, label) {
  await press(page, "p");
  // A text that is put in as a whole does not queue up behind the keys.
  await takesKeyboard(field(page, "label"));
  await page.keyboard.insertText(label);
  await press(page, "Enter", "Escape");
}

/** The labels on the board, and what the page says of saving, at one moment. */
function look(page) {
  return page.evaluate(() => {
    const drawn = [...document.querySelectorAll("g[data-box]")].map((box) => box.textContent);
    return {
      state: document.querySelector(".save").dataset.saveState,
      labels: drawn.flatMap((text) => text.match(/k\d+s\d+;/g) ?? []).sort(),
    };
  });
}

/** Opens the page and zooms out until every box that came back is in view. */
async function open(browser, url) {
  const page = await openPage(browser.context, url);
  await awake(page);
  await press(page, "1");
  return page;
}

/** Edits until the browser is gone, with a look at what is saved after every third box. */
async function editOn(page, kill, keep) {
  for (let step = 0; !page.isClosed(); step += 1) {
    const edit = async () => {
      await addBox(page, `k${kill}s${step};`);
      if (step % 3 === 2) {
        await saved(page);
        keep(await look(page));
      }
    };
    // The last edit is cut off on purpose.
    await edit().catch(() => {});
  }
}

test(`${KILLS} kills of the browser lose nothing that was saved`, async () => {
  await withProfile(async ({ url, start }) => {
    let kept = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const browser = await start();
      const page = await open(browser, url);
      const before = kept.length;
      const keep = ({ state, labels }) => {
        if (state === "saved") kept = labels;
      };
      const edits = editOn(page, kill, keep);
      const end = Date.now() + 700 + 331 * kill;
      // A busy machine may take its time to the first save; what comes after it is cut off anywhere.
      const patience = end + 15_000;
      while (Date.now() < end || (kept.length <= before && Date.now() < patience)) {
        keep(await look(page));
      }
      const { state } = await look(page);
      assert.ok(kept.length > before, `the page saves while it is edited, and says ${state}`);
      assertNoProblems(page);
      await browser.kill();
      await edits;
      const again = await start();
      const { labels } = await look(await open(again, url));
      const lost = kept.filter((label) => !labels.includes(label));
      assert.deepEqual(lost, [], `saved before kill ${kill + 1}, gone after it`);
      await again.close();
    }
  });
});

test("a reload or a way elsewhere right after an edit loses nothing, saved or not", async () => {
  await withPage({}, async (page, { url }) => {
    await awake(page);
    const ways = [() => page.reload(), () => page.goto("about:blank").then(() => page.goto(url))];
    for (let step = 0; step < 6; step += 1) {
      const label = `k0s${step};`;
      await addBox(page, label);
      await ways[step % 2]();
      await awake(page);
      await boxCalled(page, label).waitFor();
      const { state, labels } = await look(page);
      assert.equal(labels.length, step + 1);
      assert.notEqual(state, "reader", "the page that comes back goes on writing");
    }
  });
});

test("words half typed are there after a reload", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await press(page, "i");
    await takesKeyboard(field(page, "label"));
    await page.keyboard.type("Kafka for swi");
    await page.reload();
    await awake(page);
    await boxCalled(page, "Kafka for swi").waitFor();
  });
});

test("a second tab only looks, is told so, and can take over", async () => {
  await withPage({}, async (page, { url }) => {
    await awake(page);
    await press(page, "i");
    await takesKeyboard(field(page, "label"));
    await page.keyboard.insertText("Kafka");
    await endText(page);
    await saved(page);
    const second = await openPage(page.context(), url);
    await awake(second);
    await boxCalled(second, "Kafka").waitFor();
    const strip = second.getByRole("alert").filter({ hasText: "tab" });
    await strip.waitFor();
    await strip.getByRole("button", { name: "Take over" }).click();
    await strip.waitFor({ state: "detached" });
    await saved(second);
    await page.locator('.save[data-save-state="reader"]').waitFor();
    await press(second, "Escape", "]");
    await writeText(second, "w", "owner", "Payments");
    await saved(second);
    await second.reload();
    await awake(second);
    assert.equal(JSON.parse(await boardFile(second)).boxes[0].owner, "Payments");
    assertNoProblems(second);
  });
});

/** Cuts the newest stored save of the whole board short, as a failing disk does. */
function damageNewestSnapshot() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("sketchlint");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction("snapshots", "readwrite");
      const newest = writing.objectStore("snapshots").openCursor(null, "prev");
      newest.onsuccess = () => {
        const cursor = newest.result;
        const { value } = cursor;
        const cut = (text) => text.slice(0, text.length / 2);
        cursor.update(typeof value === "string" ? cut(value) : { ...value, sealed: cut(value.sealed) });
      };
      writing.onerror = () => reject(writing.error);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

test("a damaged save costs nothing: the board is rebuilt, and the page says so", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    for (let step = 0; step < 70; step += 1) await press(page, "p", "Enter", "Escape");
    await saved(page);
    await counts(page, 76, 5);
    const { log: _, ...before } = JSON.parse(await boardFile(page));
    await page.evaluate(damageNewestSnapshot);
    await page.reload();
    await awake(page);
    await page.locator(".notice", { hasText: "could not be read" }).waitFor();
    await counts(page, 76, 5);
    const { log: __, ...after } = JSON.parse(await boardFile(page));
    assert.deepEqual(after, before);
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("menuitem", { name: "New or stored board…" }).click();
    await page.getByRole("region", { name: "Rescued texts" }).getByRole("link").first().waitFor();
  });
});
test("a text that was changed and changed back is the same after a reload", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await press(page, "i");
    await takesKeyboard(field(page, "label"));
    await page.keyboard.type("Kafka");
    await endText(page);
    await press(page, "Enter");
    await takesKeyboard(field(page, "label"));
    await page.keyboard.type("j");
    await saved(page);
    await press(page, "Backspace");
    await page.keyboard.type("Kafka");
    await endText(page);
    await saved(page);
    const { boxes } = JSON.parse(await boardFile(page));
    assert.equal(boxes[0].label, "Kafka");
    await page.reload();
    await awake(page);
    assert.deepEqual(JSON.parse(await boardFile(page)).boxes, boxes);
  });
});
