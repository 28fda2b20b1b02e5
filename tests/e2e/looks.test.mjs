// What the page looks like to whom: contrast computed for every theme and pair that stands on each other, systems that want
// more contrast or paint with few colours, and what is printed.
import assert from "node:assert/strict";
import test from "node:test";
import { assertNoProblems, launch, newPage, serveDist, withPage } from "./harness.mjs";
import { awake, chooseInMenu, openExample, placeOf, press, takesKeyboard } from "./person.mjs";

/** Words, and the grounds that they stand on, as custom properties; a ground may lie on another. */
const WORDS = ["ink", "muted", "accent", "error", "warning", "info", "ok"];
const GROUNDS = [["paper"], ["panel"], ["raised"]];
const PAIRS = [
  ...WORDS.flatMap((word) => GROUNDS.map((grounds) => [word, grounds, 4.5])),
  // Rows that are pointed at or chosen.
  ...["hover", "pressed"].flatMap((veil) => GROUNDS.map(([ground]) => ["ink", [ground, veil], 4.5])),
  ["muted", ["panel", "hover"], 4.5],
  // Words on a button of the accent.
  ["paper", ["accent"], 4.5],
  ["on-mark", ["error"], 4.5],
  ["on-mark", ["warning"], 4.5],
  ["on-mark", ["info"], 4.5],
  // Rims of fields and buttons, the ring around what has the keyboard, signs.
  ...["line-strong", "accent", "error", "ok", "failure", "control", "data"].flatMap((sign) =>
    GROUNDS.map((grounds) => [sign, grounds, 3]),
  ),
];

/** The colours of custom properties as the page resolves them, each [red, green, blue, alpha] from 0 to 1. */
function resolved(names) {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.className = "probe";
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colours = names.map((name) => {
    probe.style.setProperty("color", `var(--${name})`);
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [name, [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255)];
  });
  probe.remove();
  return Object.fromEntries(colours);
}

function over([red, green, blue, alpha], ground) {
  return [red, green, blue].map((part, at) => part * alpha + ground[at] * (1 - alpha));
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The pairs that the page of `options` shows with too little contrast. */
async function faint(browser, url, options) {
  const page = await newPage(browser, url, options);
  await awake(page);
  const names = [...new Set(PAIRS.flatMap(([word, grounds]) => [word, ...grounds]))];
  const colours = await page.evaluate(resolved, names);
  assertNoProblems(page);
  await page.context().close();
  return PAIRS.flatMap(([word, grounds, least]) => {
    const ground = grounds.reduce((under, name) => over(colours[name], under), [1, 1, 1]);
    const ratio = contrast(over(colours[word], ground), ground);
    const wanted = options.contrast === "more" && least > 4 && grounds.length === 1 ? 7 : least;
    return ratio >= wanted ? [] : [`${word} on ${grounds.join(" and ")}: ${ratio.toFixed(2)}, wants ${wanted}`];
  });
}

test("every pair of colours has the contrast that WCAG 2.2 asks for", async () => {
  const server = await serveDist();
  const browser = await launch();
  try {
    for (const theme of ["light", "dark"]) {
      for (const contrast of ["no-preference", "more"]) {
        assert.deepEqual(await faint(browser, server.url, { theme, contrast }), [], `${theme}, ${contrast}`);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

test("more contrast is taken from the system, or chosen and kept", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    const root = page.locator("html");
    assert.equal(await root.getAttribute("data-contrast"), "usual");
    await chooseInMenu(page, "More contrast");
    await page.locator("html[data-contrast=more]").waitFor();
    await page.reload();
    await awake(page);
    assert.equal(await root.getAttribute("data-contrast"), "more");
    await chooseInMenu(page, "Usual contrast");
    await page.locator("html[data-contrast=usual]").waitFor();
    await page.emulateMedia({ forcedColors: "active" });
    await page.locator("html[data-contrast=more]").waitFor();
  });
});

test("a grid of dots is shown and kept, and the minimap leads to where it is pressed", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    await chooseInMenu(page, "Grid of dots");
    await page.locator(".dots").waitFor({ state: "attached" });
    assert.equal(await page.locator(".minimap").count(), 0, "a small board needs none");
    await chooseInMenu(page, "Minimap");
    await page.locator(".minimap-frame[style]").waitFor({ state: "attached" });
    for (let step = 0; step < 2; step += 1) await press(page, "+");
    const switchAt = () => placeOf(page, "Card switch").then(({ x }) => x);
    const map = await page.locator(".minimap").boundingBox();
    await page.mouse.click(map.x + 14, map.y + map.height / 2);
    await page.waitForFunction(() => document.querySelector("g[data-box]"));
    const near = await switchAt();
    await page.mouse.move(map.x + 14, map.y + map.height / 2);
    await page.mouse.down();
    await page.mouse.move(map.x + 60, map.y + map.height / 2, { steps: 4 });
    await page.mouse.up();
    assert.ok((await switchAt()) < near - 100, "the view has followed");
    await page.reload();
    await awake(page);
    await page.locator(".dots").waitFor({ state: "attached" });
    await page.locator(".minimap").waitFor();
  });
});

test("the selection is copied as a picture", async () => {
  await withPage({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    const copied = async (label) => {
      await press(page, "Control+k");
      await takesKeyboard(page.getByRole("combobox", { name: "Find a command" }));
      await page.keyboard.type(label);
      await page.getByRole("option", { name: label, selected: true }).waitFor();
      await press(page, "Enter");
      await page.locator(".notice", { hasText: "on the clipboard" }).waitFor();
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const blobs = await Promise.all(item.types.map(async (type) => [type, await item.getType(type)]));
        return Promise.all(blobs.map(async ([type, blob]) => [type, blob.size, (await blob.text()).slice(0, 40)]));
      });
    };
    const [[type, size]] = await copied("Copy as PNG");
    assert.equal(type, "image/png");
    assert.ok(size > 20_000, "all of the board");
    await page.locator(".notice .button").first().click();
    await press(page, "]");
    const drawing = await copied("Copy as SVG");
    assert.ok(drawing.some(([type, , text]) => type === "text/plain" && text.startsWith("<svg")));
  });
});

/** What can be pressed and is narrower or lower than 24 pixels. */
function tooSmall() {
  const all = "button, a[href], input, select, textarea, summary, [role=treeitem], [role=menuitem], [role=option]";
  const shown = [...document.querySelectorAll(all)].filter((it) => it.checkVisibility() && it.type !== "file");
  return shown
    .map((it) => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && (width < 24 || height < 24))
    .map(([html, { width, height }]) => `${width} by ${height}: ${html}`);
}

for (const [screen, options] of [
  ["a desk", {}],
  ["a phone", { width: 390, height: 844, hasTouch: true, isMobile: true }],
]) {
  test(`whatever can be pressed has 24 pixels each way on ${screen}`, async () => {
    await withPage(options, async (page) => {
      await awake(page);
      await openExample(page, "fraud-50k", "junior");
      await page.locator(".finding").first().waitFor({ state: "attached" });
      for (const keys of [["]"], ["Enter"], ["Escape", "Shift+F10"], ["Escape", "/"], ["Escape", "n"], ["Shift+O"]]) {
        await press(page, ...keys);
        assert.deepEqual(await page.evaluate(tooSmall), [], `after ${keys.at(-1)}`);
      }
    });
  });
}

test("what is printed is the annotated board alone, light and on one sheet", async () => {
  await withPage({ theme: "dark" }, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await page.locator(".finding").first().waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".print-sheet svg");
    await sheet.waitFor();
    assert.equal(await page.locator("#page").isVisible(), false);
    assert.equal(await sheet.locator("rect").first().getAttribute("fill"), "#fbfaf6");
    assert.match(await sheet.textContent(), /Kafka/);
    assert.match(await sheet.textContent(), /OWN001/);
    assert.equal(await sheet.locator("style").count(), 0);
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    assert.equal(pages.length, 1);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator(".print-sheet").count(), 0);
    await page.emulateMedia({ media: "screen" });
    await press(page, "1");
  });
});
