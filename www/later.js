// The page's program comes in two parts: what draws, and what answers a request. The second is fetched when the first has
// drawn, and enters the memory and the table of the first. Whoever asks for it before it is here waits.
{
  const name = document.querySelector("meta[name=later]").content;
  let page, whenThere, entered;
  const enter = (module) => {
    if (entered) return;
    entered = new WebAssembly.Instance(module, { page });
    // Before the next key, which may be the first letter of a text: what takes it is drawn with this part.
    queueMicrotask(whenThere);
  };
  const fetchLater = () =>
    fetch(name, { priority: "low" })
      .then((answer) => answer.arrayBuffer())
      .then(WebAssembly.compile)
      .then(enter)
      .catch(() => setTimeout(fetchLater, 5000));
  globalThis.beginLater = (exports, then) => {
    page = exports;
    whenThere = then;
    setTimeout(name === "LATER" ? whenThere : fetchLater);
  };
  globalThis.waitForLater = () => {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", name, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      enter(new WebAssembly.Module(Uint8Array.from(request.responseText, (byte) => byte.charCodeAt(0))));
    } catch (cause) {
      throw new WebAssembly.RuntimeError("the second part of the page cannot be had", { cause });
    }
  };
}
