// Everybody can use every state of the page: axe finds nothing, the keyboard reaches everything and is never trapped,
// and no style is written into an attribute.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";
import { assertNoProblems, launch, newPage, serveDist } from "./harness.mjs";
import { awake, chooseInMenu, description, field, finding, openExample, takesKeyboard } from "./person.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PHONE = { width: 390, height: 844, hasTouch: true };

/** The states of the page, and how to get there from the empty one. */
const STATES = {
  empty: async () => {},
  senior: (page) => openExample(page, "fraud-50k", "senior"),
  "a finding open": async (page) => {
    await openExample(page, "fraud-50k", "junior");
    const row = finding(page, "FLR001", "Kafka");
    await row.locator(".finding-head").click();
    await row.locator(".finding-fix").waitFor();
  },
  "a card open": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("]");
    await page.keyboard.press("Enter");
    await takesKeyboard(field(page, "label"));
  },
  "a label being completed": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await completeLabel(page);
  },
  "a component being chosen": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("]");
    await page.keyboard.press("m");
    await takesKeyboard(field(page, "component"));
    await page.keyboard.type("kafka");
    await page.locator(".offers li[aria-selected=true]").waitFor();
  },
  "a line open": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("]");
    await page.keyboard.press("l");
    await takesKeyboard(page.locator(".line-entry .input"));
  },
  "the numbers open": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await openNumbers(page);
  },
  "numbers that are missing": async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await openNumbers(page);
  },
  "the score open": async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await openScore(page);
  },
  "the score of a senior": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await openScore(page);
  },
  "what if, a box down": (page) => openWhatIf(page, "senior", "Box down"),
  "what if, half the bill": (page) => openWhatIf(page, "senior", "Half the bill"),
  "what if, one event": (page) => openWhatIf(page, "senior", "One event"),
  "what if, nothing stated": (page) => openWhatIf(page, "junior", "Deploy"),
  "the outline open": async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await finding(page, "FLR001").first().waitFor();
    await page.locator("#canvas").press("Shift+O");
    await takesKeyboard(page.getByRole("treeitem").first());
    for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  },
  "a search": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("/");
    await page.keyboard.type("risk");
    await page.locator(".search-count", { hasText: "1 of" }).waitFor();
  },
  "what can be done": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("]");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
  },
  "a box being picked": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("]");
    await openDialog(page, "Shift+J", "Join");
  },
  palette: (page) => openDialog(page, "Control+k", "Command palette"),
  keys: (page) => openDialog(page, "?", "Keys"),
  "a rule's page": async (page) => {
    await openExample(page, "fraud-50k", "junior");
    const row = finding(page, "CON001").first();
    await row.locator(".finding-head").press("r");
    await page.getByRole("dialog").waitFor();
  },
  boards: async (page) => {
    await chooseInMenu(page, "New or stored board…");
    await page.getByRole("dialog", { name: "Boards" }).waitFor();
  },
  "the menu open": async (page) => {
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("menu").waitFor();
  },
};

/** The same on a phone, where panels are sheets. */
const PHONE_STATES = {
  empty: async () => {},
  "a label being completed": async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await completeLabel(page);
  },
  brief: async (page) => {
    await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Brief" }).click();
    await page.getByRole("complementary", { name: "Brief" }).waitFor();
  },
  numbers: async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Numbers" }).click();
    await page.locator(".sum-charts").waitFor();
  },
  score: async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await openScore(page);
  },
  outline: async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Outline" }).click();
    await page.getByRole("treeitem").first().waitFor();
  },
  findings: async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: /Findings/ }).click();
    await finding(page, "FLR001").first().waitFor();
  },
};

async function completeLabel(page) {
  await page.locator("#canvas").press("]");
  await page.keyboard.press("Enter");
  await takesKeyboard(field(page, "label"));
  await page.keyboard.type("kaf");
  await page.locator(".offers li").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

async function openNumbers(page) {
  await page.locator("#canvas").press("n");
  await page.locator(".sum-charts").waitFor();
}

/** The score, with all of it unfolded. */
async function openScore(page) {
  await page.getByRole("button", { name: /^Score: / }).click();
  await page.locator(".score-result").waitFor();
  for (const summary of await page.locator(".score-dimension summary").all()) await summary.click();
}

/** What if, on the tab with this name. */
async function openWhatIf(page, by, name) {
  await openExample(page, "fraud-50k", by);
  await page.locator("#canvas").press("Shift+W");
  await page.getByRole("tab", { name }).click();
  await page.locator(".what-if-figures, .what-if-error").first().waitFor();
}

async function openDialog(page, key, name) {
  await page.locator("#canvas").press(key);
  await page.getByRole("dialog", { name }).waitFor();
}

/** What axe has to say, a line for each rule and element. */
async function complaints(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Elements with a `style` attribute, the places of card, menu and what is carried apart, which are set through the CSSOM. */
function styled(page) {
  return page
    .locator("[style]:not(.card):not(.context-menu):not(.world, .layer-lifted):not(html)")
    .evaluateAll((found) => found.map((it) => it.outerHTML.slice(0, 120)));
}

const SCREENS = [
  ["light", { theme: "light" }, STATES],
  ["dark", { theme: "dark" }, STATES],
  ["phone, light", { theme: "light", ...PHONE }, PHONE_STATES],
  ["phone, dark", { theme: "dark", ...PHONE }, PHONE_STATES],
];

for (const [screen, options, states] of SCREENS) {
  test(`axe finds nothing and no style is written: ${screen}`, async () => {
    const found = [];
    await inBrowser(async (browser, url) => {
      for (const [state, reach] of Object.entries(states)) {
        const page = await newPage(browser, url, options);
        await awake(page);
        await reach(page);
        found.push(...(await complaints(page)).map((said) => `${state}: ${said}`));
        found.push(...(await styled(page)).map((said) => `${state}: style: ${said}`));
        assertNoProblems(page);
        await page.context().close();
      }
    });
    assert.deepEqual(found, []);
  });
}

test("Tab reaches everything on the page and goes round", async () => {
  await inBrowser(async (browser, url) => {
    const page = await newPage(browser, url);
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await finding(page, "FLR001").first().waitFor();
    assert.match(await description(page), /boxes, /, "nothing is selected");
    await page.evaluate(markStops);
    for (let step = 0; step < 250; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(visit)) break;
    }
    assert.deepEqual(await page.evaluate(unvisited), []);
    assertNoProblems(page);
  });
});

/** Marks everything that can be pressed or written into, and is seen. */
function markStops() {
  const all = "a[href], button:not(:disabled), input, textarea, select, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(all)].filter((it) => it.checkVisibility() && it.tabIndex >= 0);
  globalThis.unvisitedStops = new Set(stops);
}

/** Takes what has the keyboard off the list; whether the list is empty. */
function visit() {
  globalThis.unvisitedStops.delete(document.activeElement);
  return globalThis.unvisitedStops.size === 0;
}

function unvisited() {
  return [...globalThis.unvisitedStops].map((it) => it.outerHTML.slice(0, 160));
}

async function inBrowser(work) {
  const server = await serveDist();
  const browser = await launch();
  try {
    await work(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}
test("the palette takes the keyboard from an open text, and Escape closes it", async () => {
  await inBrowser(async (browser, url) => {
    const page = await newPage(browser, url);
    await awake(page);
    await page.keyboard.press("i");
    for (const [key, text] of [["F2", field(page, "label")], ["l", page.locator(".line-entry .input")]]) {
      await page.keyboard.press(key);
      await takesKeyboard(text);
      await page.keyboard.press("Control+k");
      await takesKeyboard(page.getByRole("combobox", { name: "Find a command" }));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await takesKeyboard(page.locator("#canvas"));
    }
    assertNoProblems(page);
  });
});
