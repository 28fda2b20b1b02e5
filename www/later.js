// The page's program comes in two parts: what draws, and what answers a request. The second is fetched when the first has
// drawn, and enters the memory and the table of the first. What is pressed before it is here is held, and then done in the
// same order; what needs it all the same waits.
{
  const name = document.querySelector("meta[name=later]").content;
  const FIELDS = "input, textarea, select, [contenteditable]";
  const AGAIN_MS = 5000;
  const PATIENCE_MS = 1000;
  let page, whenThere, isThere, impatient, isDoing;
  const held = [];

  const show = (isAwaited) => {
    document.getElementById("awaited").hidden = !isAwaited;
  };
  const isHeld = ({ type, target, key, ctrlKey, metaKey }) => {
    const within = (places) => target.closest?.(places);
    if (isThere && !held.length) return false;
    // Keys that reload the page, or leave it, are the browser's.
    if (/^F\d+$/.test(key) || ((ctrlKey || metaKey) && /^[rltw]$/i.test(key))) return false;
    if (type === "keydown") return held.length || !within(`${FIELDS}, button, a`);
    // The board can be moved about, and its boxes, unless a key before means something else.
    if (type === "keyup" || type.startsWith("pointer")) return held.length;
    return type !== "click" || within("button, a, label");
  };
  const hold = (event) => {
    if (isDoing || !event.isTrusted || !isHeld(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
    if (!isThere) impatient ??= setTimeout(show, PATIENCE_MS, true);
  };
  for (const type of "keydown keyup pointerdown pointermove pointerup click dblclick contextmenu change input".split(" ")) {
    addEventListener(type, hold, { capture: true, passive: false });
  }
  const doAgain = (event) => {
    const { type, key, ctrlKey, metaKey } = event;
    const target = type.startsWith("key") ? (document.activeElement ?? document.body) : event.target;
    const isLeft = target.dispatchEvent(new event.constructor(type, event));
    // The key before may have opened a text, which takes letters by itself only from a hand.
    if (isLeft && type === "keydown" && target.matches(FIELDS) && !ctrlKey && !metaKey) {
      if (key.length === 1) document.execCommand("insertText", false, key);
      if (key === "Backspace") document.execCommand("delete");
    }
  };
  const release = () => {
    while (held.length) {
      const [event] = held;
      isDoing = true;
      doAgain(event);
      isDoing = false;
      if (event.type !== "pointermove") {
        // What it asked for is drawn before the next, and what comes meanwhile is behind.
        setTimeout(() => {
          held.shift();
          release();
        });
        return;
      }
      held.shift();
    }
  };

  const arrive = () => {
    isThere = true;
    // Its styles were fetched without holding up the first sight.
    for (const styles of document.querySelectorAll("link[media]")) styles.media = "all";
    clearTimeout(impatient);
    show(false);
    // Before the next key, which may be the first letter of a text: what takes it is drawn with this part.
    queueMicrotask(whenThere);
    setTimeout(release);
  };
  const enter = (module) => {
    if (isThere) return;
    new WebAssembly.Instance(module, { page });
    arrive();
  };
  const fetchLater = () =>
    fetch(name, { priority: "low" })
      .then((answer) => answer.arrayBuffer())
      .then(WebAssembly.compile)
      .then(enter)
      .catch(() => {
        show(!isThere);
        setTimeout(fetchLater, AGAIN_MS);
      });
  globalThis.beginLater = (exports, then) => {
    page = exports;
    whenThere = then;
    setTimeout(name === "LATER" ? arrive : fetchLater);
  };

  const fetchNow = () => {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", name, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      return new WebAssembly.Module(Uint8Array.from(request.responseText, (byte) => byte.charCodeAt(0)));
    } catch (cause) {
      if (confirm("A part of the page that is needed now cannot be fetched. Your board is kept. Try again?")) return fetchNow();
      throw new WebAssembly.RuntimeError("the second part of the page cannot be had", { cause });
    }
  };
  globalThis.waitForLater = () => enter(fetchNow());
}
