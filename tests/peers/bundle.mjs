// Bundles each editor as its makers would ship it, into `target/peers`.
import { existsSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { WINDOW } from "./graph.mjs";

/** The editors, by the name of their folder, with the page that draws with them. */
export const PEERS = {
  "react-flow": "react-flow.jsx",
  excalidraw: "excalidraw.jsx",
  maxgraph: "maxgraph.js",
  jointjs: "jointjs.js",
};

/** Bundles all of them and gives the folder. */
export async function bundle() {
  const target = path.resolve(import.meta.dirname, "../../target/peers");
  await rm(target, { recursive: true, force: true });
  for (const [name, page] of Object.entries(PEERS)) await bundleOne(path.join(target, name), page);
  // It fetches these when it starts, by default from a host of its makers.
  const fonts = path.join(import.meta.dirname, "node_modules/@excalidraw/excalidraw/dist/prod/fonts");
  await cp(fonts, path.join(target, "excalidraw/fonts"), { recursive: true });
  return target;
}

async function bundleOne(folder, page) {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: { page: path.join(import.meta.dirname, "pages", page) },
    outdir: folder,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    conditions: ["production"],
    define: { "process.env.NODE_ENV": '"production"', "process.env.IS_PREACT": '"false"' },
    loader: { ".woff2": "file", ".ttf": "file", ".gif": "file", ".png": "file", ".svg": "file" },
    logLevel: "error",
  });
  const { width, height } = WINDOW;
  const styles = existsSync(path.join(folder, "page.css")) ? '<link rel="stylesheet" href="page.css" />' : "";
  await writeFile(
    path.join(folder, "index.html"),
    `<!doctype html>
<meta charset="utf-8" />
<title>${page}</title>
<link rel="icon" href="data:," />
${styles}
<style>
  body { margin: 0 }
  #root { position: relative; width: ${width}px; height: ${height}px }
</style>
<div id="root"></div>
<script>window.EXCALIDRAW_ASSET_PATH = "./"</script>
<script type="module" src="page.js"></script>
`,
  );
}
