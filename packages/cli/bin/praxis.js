#!/usr/bin/env node
// A file of its own, because package managers link commands before `dist` is built.
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write("praxis: not built yet; `npm run demo` builds it and shows what it does\n");
  process.exitCode = 1;
}
