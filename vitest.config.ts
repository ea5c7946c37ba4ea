import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  // Tests run on the sources, so that coverage counts them and nothing has to be built first.
  resolve: {
    alias: [
      { find: /^@praxis\/engine$/, replacement: source("engine") },
      { find: /^@praxis\/server$/, replacement: source("server") },
      { find: /^@praxis\/cli$/, replacement: source("cli") },
    ],
  },
  // Node 20 cannot parse `using`; the tests get the same lowering as the build.
  oxc: { target: "es2022" },
  test: {
    setupFiles: [fileURLToPath(new URL("packages/engine/test/support/fixed-seed.ts", import.meta.url))],
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    // Oracles simulate for seconds, and the machine may be busy.
    testTimeout: 60_000,
    // Left alone, vitest keeps a core for itself, which on two cores is half of the machine.
    maxWorkers: "100%",
    hookTimeout: 120_000,
    // The built command line is imported as it is, with its own threads and its own engine.
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
