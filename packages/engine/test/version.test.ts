import { readFile } from "node:fs/promises";
import { engineVersion } from "@praxis/engine";
import { expect, test } from "vitest";

test("results carry the version that the package is published under", async () => {
  const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  expect(engineVersion).toBe(manifest.version);
});
