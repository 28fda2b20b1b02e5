// The score as a person uses it: in the bar, by key, from a cost to its finding, how it moves, and on a phone.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, openExample, press, saved, selectBox, takesKeyboard, writeText } from "./person.mjs";

const inBar = (page, said = "") => page.getByRole("button", { name: new RegExp(`^Score: ${said}`) });
const panel = (page) => page.getByRole("complementary", { name: "Score" });
const dimension = (page, name) => panel(page).locator(".score-dimension", { hasText: name });
const selected = (page, name) => page.locator("#canvas-says", { hasText: name }).waitFor({ state: "attached" });

test("an empty page has no score, and a senior's board passes with all points", () =>
  withPage({}, async (page) => {
    await awake(page);
    assert.equal(await page.locator(".score-in-bar").count(), 0);
    await openExample(page, "fraud-50k", "senior");
    await inBar(page, "25 / 25 passes").click();
    await panel(page).getByText("of 25").waitFor();
    assert.equal(await panel(page).getByText("Would bring most next").count(), 0);
    const shown = dimension(page, "Trade-offs");
    await shown.locator("summary").click();
    await shown.getByText("Names what was considered and rejected").waitFor();
    assert.equal(await shown.locator(".criterion[data-standing=whole]").count(), 5);
    await inBar(page).click();
    await panel(page).waitFor({ state: "detached" });
  }));

test("a key opens it, another gives the keyboard back, and the brief comes back when it is folded away", () =>
  withPage({}, async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await inBar(page, "0.5 / 25 not yet").waitFor();
    await page.locator("#canvas").press("Shift+S");
    await takesKeyboard(dimension(page, "Problem structuring").locator("summary"));
    assert.equal(await page.locator(".panel-brief").isVisible(), false);
    await page.keyboard.press("Escape");
    await takesKeyboard(page.locator("#canvas"));
    await panel(page).waitFor();
    await press(page, "Shift+S");
    await takesKeyboard(dimension(page, "Problem structuring").locator("summary"));
    await press(page, "Shift+S");
    await panel(page).waitFor({ state: "detached" });
    await takesKeyboard(page.locator("#canvas"));
    await page.locator(".panel-brief").waitFor();
    await press(page, "Control+k");
    await page.keyboard.insertText("score");
    await page.getByRole("option", { name: /^Score/ }).click();
    await panel(page).waitFor();
  }));

test("what would bring most leads to its criterion, and a cost to its finding and box", () =>
  withPage({ width: 1440, height: 900 }, async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await inBar(page).click();
    await panel(page).getByText("Problem structuring has 0, 4 needed").waitFor();
    await panel(page).getByRole("button", { name: "+1 Asks before drawing" }).click();
    await takesKeyboard(page.locator("#criterion-asks-first"));
    await dimension(page, "Technical fluency").locator("summary").click();
    const cost = dimension(page, "Technical fluency").getByRole("button", { name: /Structured Streaming has no constraint.*CON001/ });
    await cost.click();
    await selected(page, "Structured Streaming");
    const finding = page.locator('.finding[data-lit="true"]');
    assert.match(await finding.innerText(), /Structured Streaming\s*CON001/);
    await cost.click();
    assert.equal(await finding.count(), 1, "a second press does not let it go");
    await panel(page).waitFor();
  }));

test("the score follows the board, says when it passes no more, and keeps its course over a reload", () =>
  withPage({ width: 1440, height: 900 }, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await inBar(page, "25 / 25 passes").click();
    await panel(page).getByText("It has not moved yet.").waitFor();
    await page.locator("#canvas").focus();
    await press(page, "Control+a", "Delete");
    await inBar(page, "10.5 / 25 not yet").waitFor();
    await page.locator("p.unseen[role=status]", { hasText: "does not pass any more: 10.5 of 25" }).waitFor({ state: "attached" });
    await press(page, "Control+z");
    await inBar(page, "25 / 25 passes").waitFor();
    await page.locator("p.unseen[role=status]", { hasText: "passes now: 25 of 25" }).waitFor({ state: "attached" });
    const course = async () => {
      await panel(page).getByText("As a table").click();
      const rows = await panel(page).getByRole("row").allInnerTexts();
      return rows.slice(1).map((row) => row.split(/\s+/).slice(1).join(" "));
    };
    const expected = ["25 passes", "10.5 -14.5 not yet", "25 +14.5 passes"];
    assert.deepEqual(await course(), expected);
    assert.equal(await panel(page).locator(".course circle").count(), 2, "the verdict turned twice");
    await saved(page);
    await page.reload();
    await awake(page);
    await panel(page).locator(".course").waitFor();
    assert.deepEqual(await course(), expected);
  }));

test("a word that is taken away costs its point, and brought back brings it", () =>
  withPage({ width: 1440, height: 900 }, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await inBar(page, "25 / 25").click();
    await selectBox(page, "Inline scorer");
    await writeText(page, "k", "constraints", "fast");
    await inBar(page, "2[0-4][.0-9]* / 25").waitFor();
    const fluency = dimension(page, "Technical fluency");
    await fluency.locator("summary").click();
    await fluency.getByRole("button", { name: /Inline scorer/ }).first().waitFor();
    await page.locator("#canvas").focus();
    await page.keyboard.press("Control+z");
    await inBar(page, "25 / 25 passes").waitFor();
    assert.equal(await fluency.locator(".cost").count(), 0);
  }));

test("on a phone the score is a sheet, and a cost shows its finding there", () =>
  withPage({ width: 390, height: 844, hasTouch: true, isMobile: true }, async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await inBar(page, "0.5 / 25 not yet").tap();
    await dimension(page, "Technical fluency").locator("summary").tap();
    await dimension(page, "Technical fluency").getByRole("button", { name: /Kafka has no constraint/ }).tap();
    await page.locator('.finding[data-lit="true"]', { hasText: "CON001" }).waitFor();
    assert.equal(await panel(page).isVisible(), false);
  }));
