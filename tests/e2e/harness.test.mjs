// The harness itself: what must fail a test is noticed, and a killed browser keeps its profile.
import assert from "node:assert/strict";
import test from "node:test";
import { openPage, withPage, withProfile } from "./harness.mjs";

test("a request that leaves the page, an error and a missing file are all noticed", async () => {
  await withPage({}, async (page) => {
    assert.deepEqual(page.problems, []);
    await page.evaluate(async () => {
      await fetch("http://example.invalid/").catch(() => {});
      await fetch("no-such-file.json");
      setTimeout(() => {
        throw new Error("on purpose");
      });
    });
    // With a strict policy the browser itself refuses the address, and says so.
    const signs = ["http://example.invalid/", "404: ", "on purpose"];
    const missing = () => signs.filter((sign) => !page.problems.some((it) => it.includes(sign)));
    for (let turn = 0; missing().length > 0 && turn < 50; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.deepEqual(missing(), []);
    page.problems.length = 0;
  });
});

test("a page that complains fails its test", async () => {
  const complaint = withPage({}, async (page) => {
    await page.evaluate(() => console.error("on purpose"));
  });
  await assert.rejects(complaint, /the page complained/);
});

const store = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("harness", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction("kept", "readwrite", { durability: "strict" });
      writing.objectStore("kept").put("here", "key");
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error);
    };
  });

const recall = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("harness", 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("kept").objectStore("kept").get("key");
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    };
  });

test("what was stored before the browser was killed is there afterwards", async () => {
  await withProfile(async ({ url, start }) => {
    const first = await start();
    const page = await openPage(first.context, url);
    await page.evaluate(store);
    await first.kill();
    const second = await start();
    const again = await openPage(second.context, url);
    assert.equal(await again.evaluate(recall), "here");
  });
});
