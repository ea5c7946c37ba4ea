import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** What a file loads before it does anything: its imports, and theirs. Types cost nothing and are left out. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  const source = readFileSync(file, "utf8");
  for (const [, clause = "", specifier = ""] of source.matchAll(/^(?:import|export)\b([^;"]*\bfrom | )"([^"]+)";$/gm)) {
    if (/^\s*type\b/.test(clause)) continue;
    const target = specifier.startsWith(".") ? fileURLToPath(new URL(specifier, `file://${file}`)) : specifier;
    if (seen.has(target)) continue;
    seen.add(target);
    if (target !== specifier) loadedWith(target, seen);
  }
  return seen;
}

it("praxis --help does not wait for the engine", () => {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const packages = [...loadedWith(main)].filter((name) => !name.startsWith("/"));
  expect(packages.sort()).toEqual(["node:fs", "node:path", "yargs"]);
});
