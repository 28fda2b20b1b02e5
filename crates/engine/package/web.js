// Starts the engine where addresses can be fetched: in browsers and what bundles for them, which finds the program by the
// address that the glue makes of its own.
import init from "./engine.js";

await init();

export * from "./lint.js";
