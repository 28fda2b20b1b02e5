// The brief, the empty page, the bar and the stored boards: what stands around the drawing.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, chooseInMenu, press, saved, takesKeyboard } from "./person.mjs";

const answer = (page, question) => page.locator(`#answer-${question}`);
const row = (page, question) => page.locator(`.question[data-question="${question}"]`);

async function pickFraud(page) {
  await awake(page);
  await page.locator('[data-prompt="fraud-50k"] .prompt-pick').click();
  await page.locator(".hint").waitFor();
}

test("Enter walks the answers, and what was read stands beneath them", async () => {
  await withPage({}, async (page) => {
    await pickFraud(page);
    await answer(page, "latency").click();
    await page.keyboard.type("p99 ≤ 300 ms");
    await press(page, "Shift+Enter");
    await page.keyboard.type("from the till");
    assert.equal(await answer(page, "latency").inputValue(), "p99 ≤ 300 ms\nfrom the till");
    assert.deepEqual(await row(page, "latency").locator(".read-chip").allTextContents(), ["p99 ≤ 300 ms"]);
    await press(page, "Enter");
    await takesKeyboard(answer(page, "cost"));
    await press(page, "Escape");
    await takesKeyboard(page.locator("#canvas"));
    await press(page, "Control+z");
    assert.equal(await answer(page, "latency").inputValue(), "", "a run of typing is one step of undo");
  });
});

test("the interviewer answers when asked, and three answers are enough to draw", async () => {
  await withPage({}, async (page) => {
    await pickFraud(page);
    await page.locator(".hint-ask", { hasText: "two more answers" }).waitFor();
    for (const question of ["persona", "latency"]) {
      await row(page, question).locator(".ask").click();
      await takesKeyboard(answer(page, question));
      await row(page, question).locator(".ask").waitFor({ state: "detached" });
    }
    assert.equal(await row(page, "latency").getAttribute("data-status"), "answered");
    await page.locator(".hint-ask", { hasText: "well enough" }).waitFor();
    await row(page, "latency").locator(".status").selectOption("open");
    assert.equal(await row(page, "latency").getAttribute("data-status"), "open");
    await page.locator(".hint-ask", { hasText: "One more answer" }).waitFor();
  });
});

test("questions that seldom decide are folded away until answered or asked for", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    assert.equal(await answer(page, "tenancy").isVisible(), false);
    await page.getByRole("button", { name: "More questions" }).click();
    await answer(page, "tenancy").fill("one tenant");
    await page.getByRole("button", { name: "Fewer questions" }).click();
    assert.equal(await answer(page, "tenancy").isVisible(), true);
    assert.equal(await answer(page, "platform").isVisible(), false);
  });
});

test("the wrap-up keeps lines and trade-offs", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await page.locator(".wrap summary").click();
    await page.getByLabel("Built first").fill("score cards\n\nblock cards\n");
    await page.getByRole("button", { name: "Add a trade-off" }).click();
    await page.getByLabel("Chose").fill("Kafka");
    await saved(page);
    await page.reload();
    await awake(page);
    await page.locator(".wrap summary").click();
    assert.equal(await page.getByLabel("Built first").inputValue(), "score cards\nblock cards");
    assert.equal(await page.getByLabel("Chose").inputValue(), "Kafka");
    await page.getByRole("button", { name: "Remove trade-off 1" }).click();
    await page.getByLabel("Chose").waitFor({ state: "detached" });
  });
});

test("the empty page takes keys, even from a prompt that has the keyboard", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await page.locator(".prompt-pick").first().focus();
    await press(page, "i");
    await page.locator("g[data-box]").waitFor();
    assert.equal(await page.locator(".start").count(), 0);
  });
});

test("the menu is walked by arrows and left by Escape or a press elsewhere", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    const button = page.getByRole("button", { name: "File", exact: true });
    await button.press("ArrowDown");
    await takesKeyboard(page.getByRole("menuitem").first());
    await press(page, "ArrowUp");
    await takesKeyboard(page.getByRole("menuitem").last());
    await press(page, "Escape");
    await takesKeyboard(button);
    await button.click();
    await page.locator("#canvas").click({ position: { x: 8, y: 300 } });
    await page.getByRole("menu").waitFor({ state: "detached" });
  });
});

test("the dialog of boards keeps the keyboard, and a stored board goes only on a second press", async () => {
  await withPage({}, async (page) => {
    await pickFraud(page);
    await saved(page);
    await chooseInMenu(page, "New or stored board");
    await takesKeyboard(page.getByRole("button", { name: "A blank board" }));
    await press(page, "Shift+Tab");
    await takesKeyboard(page.getByRole("button", { name: "Close" }));
    await press(page, "Shift+Tab");
    await takesKeyboard(page.getByRole("dialog").locator("button").last());
    await press(page, "Escape");
    await takesKeyboard(page.locator("#canvas"));
    await chooseInMenu(page, "New or stored board");
    await page.getByRole("button", { name: "A blank board" }).click();
    await page.locator(".start .recent-row").waitFor();
    await chooseInMenu(page, "New or stored board");
    const remove = page.getByRole("dialog").getByRole("button", { name: /^Remove / });
    await remove.click();
    assert.equal(await page.getByRole("dialog").locator(".recent-row").count(), 1);
    await remove.click();
    await page.getByRole("dialog").locator(".recent-row").waitFor({ state: "detached" });
  });
});

test("a second tab looks on, and may go on with a copy", async () => {
  await withPage({}, async (page, { url }) => {
    await pickFraud(page);
    await saved(page);
    const second = await page.context().newPage();
    await second.goto(url);
    await second.locator('.strip[data-save-state="reader"]').waitFor();
    await second.getByRole("button", { name: "Duplicate" }).click();
    await saved(second);
    assert.equal(await second.locator(".bar-title").inputValue(), "Near-real-time fraud detection");
    const third = await page.context().newPage();
    await third.goto(url);
    await third.getByRole("button", { name: "Take over" }).click();
    await saved(third);
  });
});

test("a file that is no board is refused in words that stay", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    const file = { name: "list.json", mimeType: "application/json", buffer: Buffer.from("[1, 2") };
    await page.locator("#file-picker").setInputFiles(file);
    const notice = page.locator(".notice", { hasText: "list.json was not opened" });
    await notice.waitFor();
    await notice.getByRole("button", { name: "Close" }).click();
    await notice.waitFor({ state: "detached" });
  });
});
