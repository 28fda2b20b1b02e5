// Says so when the program has ended by a fault of its own, which is a trap of the machine, or could not begin. Written
// outside the program, as nothing in there may run on: what was committed is stored, and a reload brings it back.
const stop = (fault) => {
  if (!(fault instanceof WebAssembly.RuntimeError || fault instanceof RangeError)) return;
  document.body.className = "stopped";
  document.getElementById("stopped").hidden = false;
};
addEventListener("error", (event) => stop(event.error));
addEventListener("unhandledrejection", (event) => stop(event.reason));
