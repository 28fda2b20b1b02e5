// The findings as a person reads them: by mouse, by key, on the board, and as the board is mended.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";

/** Opens the example board of the fraud prompt that `by` drew. */
async function openExample(page, by) {
  const card = page.locator(".prompt-card").filter({ hasText: /fraud/i });
  await card.getByRole("button", { name: new RegExp(by, "i") }).click();
}

const focused = (page) => page.evaluate(() => document.activeElement?.id);
const isOpen = (row) => row.getAttribute("aria-expanded").then((value) => value === "true");

test("a finding is chosen, looked at and let go by mouse", () =>
  withPage({}, async (page) => {
    await openExample(page, "junior");
    const row = page.locator(".finding-head", { hasText: "CON001" }).first();
    await row.hover();
    await page.locator(".lit-box").first().waitFor();
    assert.equal(await isOpen(row), false, "looking at a finding does not choose it");
    await page.locator("#canvas").hover({ position: { x: 20, y: 300 } });
    await page.locator(".lit-box").first().waitFor({ state: "detached" });

    await row.click();
    assert.equal(await isOpen(row), true);
    await page.locator("#canvas").hover({ position: { x: 20, y: 300 } });
    await page.locator(".lit-box").first().waitFor();
    await row.click();
    assert.equal(await isOpen(row), false);
    await page.locator("#canvas").hover({ position: { x: 20, y: 300 } });
    await page.locator(".lit-box").first().waitFor({ state: "detached" });
  }));

test("a question that was not asked takes the keyboard", () =>
  withPage({}, async (page) => {
    await openExample(page, "junior");
    await page.locator(".finding-head", { hasText: "SCO002" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "answer-persona");
  }));

test("arrow keys walk the findings, Escape goes back to the board", () =>
  withPage({}, async (page) => {
    await openExample(page, "junior");
    await page.locator("#finding-0").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "finding-2");
    await page.keyboard.press("Enter");
    assert.equal(await isOpen(page.locator("#finding-2")), true);
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    assert.equal(await focused(page), "finding-0");
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "canvas");
    assert.equal(await page.locator(".finding-head[aria-expanded=true]").count(), 0);
  }));

test("a fix is one key, and the keyboard goes on from there", () =>
  withPage({}, async (page) => {
    await openExample(page, "junior");
    const mendable = page.locator(".finding", { hasText: "FLR001" }).filter({ hasText: "when Kafka fails" });
    await mendable.locator(".finding-head").click();
    await mendable.locator(".finding-fix").waitFor();
    await mendable.locator(".finding-head").focus();
    await page.keyboard.press("f");
    await mendable.waitFor({ state: "detached" });
    await page.waitForFunction(() => /^finding-\d+$/.test(document.activeElement?.id ?? ""));
    await page.locator(".finding-where", { hasText: "Dead letter" }).first().waitFor();
  }));

test("what is chosen stays chosen while other findings go, and their going is told", () =>
  withPage({}, async (page) => {
    await openExample(page, "junior");
    const row = page.locator(".finding-head", { hasText: "JUS006" });
    await row.click();
    await page.locator("[role=status]", { hasText: /^\d+ findings\.$/ }).waitFor({ state: "attached" });
    const words = await page.locator(".finding[data-lit=true] .finding-message").textContent();
    const before = await page.locator(".finding").count();
    await page.locator("#answer-persona").fill("card holders at the till, and their bank");
    await page.waitForFunction((before) => document.querySelectorAll(".finding").length < before, before);
    assert.equal(await page.locator(".finding[data-lit=true] .finding-message").textContent(), words);
    await page.locator("[role=status]", { hasText: /fewer, \d+ left\.$/ }).waitFor({ state: "attached" });
  }));

test("the rule's page opens by key, turns, and gives the keyboard back", () =>
  withPage({}, async (page) => {
    await openExample(page, "junior");
    await page.locator("#finding-0").focus();
    await page.keyboard.press("r");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("SCO001 speaks").waitFor();
    await dialog.getByRole("button", { name: "Next", exact: true }).click();
    await dialog.getByText("SCO002 speaks").waitFor();
    await dialog.getByLabel("Another rule").selectOption("OWN001");
    await dialog.getByRole("heading", { name: "Unowned edge" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.id === "finding-0");
  }));

test("the rule's page is there when the network has gone", () =>
  withPage({}, async (page) => {
    await page.waitForFunction(() => performance.getEntriesByName(new URL("rules.json", location).href).length > 0);
    await openExample(page, "junior");
    await page.locator("#finding-0").waitFor();
    await page.context().setOffline(true);
    await page.locator("#finding-0").focus();
    await page.keyboard.press("r");
    await page.getByRole("dialog").getByText("SCO001 speaks").waitFor();
  }));

test("pages of rules that could not be fetched are fetched when a person asks again", () =>
  withPage({}, async (page) => {
    await page.route("**/rules.json", (route) => route.abort());
    await page.reload();
    await openExample(page, "junior");
    await page.locator("#finding-0").focus();
    await page.keyboard.press("r");
    const again = page.getByRole("dialog").getByRole("button", { name: "Try again" });
    await again.waitFor();
    await page.unroute("**/rules.json");
    await again.click();
    await page.getByRole("dialog").getByText("SCO001 speaks").waitFor();
    assert.ok(page.problems.length > 0, "the browser said that the file did not come");
    page.problems.length = 0;
  }));

test("a senior's board leaves nothing to raise", () =>
  withPage({}, async (page) => {
    await openExample(page, "senior");
    await page.getByRole("heading", { name: "Nothing an interviewer would raise" }).waitFor();
    assert.equal(await page.locator(".finding-head").count(), 0);
  }));

test("the palette finds a command, does it and leaves the keyboard where it belongs", () =>
  withPage({}, async (page) => {
    await page.locator("#canvas").focus();
    await page.keyboard.press("Control+k");
    const input = page.getByRole("combobox", { name: "Find a command" });
    await input.fill("place store");
    const chosen = await input.getAttribute("aria-activedescendant");
    assert.match(await page.locator(`#${chosen}`).textContent(), /Place a store/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator(".card [data-field=Label]:focus").waitFor();
    await page.keyboard.type("Delta Lake");
    await page.keyboard.press("Escape");
    await page.locator(".finding-where", { hasText: "Delta Lake" }).first().waitFor();

    await page.keyboard.press("Control+k");
    await input.fill("dark");
    await page.keyboard.press("Enter");
    await page.locator("html[data-theme=dark]").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).getByText("Next box downstream").waitFor();
  }));
