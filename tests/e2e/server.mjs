// Serves the built page as any static host would: from a sub-path, with nothing but files.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The folder of the built page: `dist/`, or what SKETCHLINT_DIST names. */
export const DIST = path.resolve(
  process.env.SKETCHLINT_DIST ?? path.join(import.meta.dirname, "../../dist"),
);

/**
 * Serves `dist/` on a free port, below `prefix`, so that an absolute address in the page shows.
 * Gives its `url`, which ends with a slash, and `close()`.
 */
export async function serveDist({ folder = DIST, prefix = "/some/where/" } = {}) {
  const server = createServer((request, response) => answer(folder, prefix, request, response));
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(folder, prefix, request, response) {
  const file = locate(folder, prefix, request.url);
  const found = file && (await stat(file).catch(() => null));
  if (!found?.isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-store",
  });
  createReadStream(file).pipe(response);
}

function locate(folder, prefix, address) {
  const { pathname } = new URL(address, "http://localhost");
  if (!pathname.startsWith(prefix)) return null;
  const name = decodeURIComponent(pathname.slice(prefix.length)) || "index.html";
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) ? file : null;
}
