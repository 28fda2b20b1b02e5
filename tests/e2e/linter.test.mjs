// The linter beside the page: the board does not wait for it, and a person is told where it cannot be had.
import assert from "node:assert/strict";
import test from "node:test";
import { boardText, drop, hold } from "./boards.mjs";
import { withPage } from "./harness.mjs";
import {
  awake,
  chooseInMenu,
  counts,
  downloads,
  fillCard,
  isSilentOn,
  openExample,
  press,
  raises,
} from "./person.mjs";

const AGAIN = { name: "Try again" };

for (const [what, file] of [
  ["program", "**/linter-*_bg.wasm"],
  ["script", "**/linter-*.js"],
]) {
  test(`a linter of which the ${what} could not be fetched is fetched when a person asks again`, () =>
    withPage({}, async (page) => {
      await page.route(file, (route) => route.abort());
      await page.reload();
      await awake(page);
      await openExample(page, "fraud-50k", "Junior");
      const findings = page.getByRole("complementary", { name: "Findings" });
      await findings.getByText("The linter could not be started").waitFor();
      assert.equal(await page.getByText("Nothing an interviewer would raise").count(), 0);
      await page.unroute(file);
      await findings.getByRole("button", AGAIN).click();
      await raises(page, "CON001");
      assert.equal(await findings.getByRole("button", AGAIN).count(), 0);
      // The browser may complain of the file that did not come.
      page.problems.length = 0;
    }));
}

test("a board is drawn before the linter is there, and judged when it is", () =>
  withPage({}, async (page) => {
    let let_it_come;
    const held = new Promise((come) => (let_it_come = come));
    await page.route("**/linter-*_bg.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await awake(page);
    await page.locator("#canvas").focus();
    await press(page, "i");
    await fillCard(page, { label: "Kafka" });
    await page.getByText("The linter is reading the board.").waitFor();
    await press(page, "Escape");
    await counts(page, 1, 0);
    let_it_come();
    await raises(page, "CON001", "Kafka");
    await page.getByText("The linter is reading the board.").waitFor({ state: "detached" });
  }));

test("another board is not shown with the findings of the one before", () =>
  withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Junior");
    await raises(page, "CON001");
    await hold(page, '{"sketchlint": 1}');
    await drop(page);
    await isSilentOn(page, "CON001");
    await page.getByText("Nothing drawn, nothing to raise").waitFor();
  }));

/** Waits until `count` findings or more are shown, each in words. */
const inWords = (page, count) =>
  page.waitForFunction((count) => {
    const messages = [...document.querySelectorAll(".finding-message")];
    return messages.length >= count && messages.every((message) => message.textContent.length > 20);
  }, count);

test("of a large board the findings that are read are put in words, and all of them for a file", () =>
  withPage({}, async (page) => {
    await awake(page);
    await hold(page, boardText(300));
    await drop(page);
    await inWords(page, 120);
    await page.getByRole("button", { name: /^Show more of \d+ findings$/ }).click();
    await inWords(page, 240);
    await page.getByRole("button", { name: "By place" }).click();
    await inWords(page, 240);
    await page.getByRole("button", { name: "By rank" }).click();
    await inWords(page, 240);

    await page.reload();
    await inWords(page, 120);
    const { bytes } = await downloads(page, () => chooseInMenu(page, "Download findings as JSON"));
    const [{ findings }] = JSON.parse(bytes.toString("utf8")).files;
    assert.ok(findings.length > 240, `${findings.length}`);
    assert.ok(findings.every(({ message, path }) => message.length > 20 && path.length > 0));
  }));
