import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { canReachPrograms } from "./packages/server/test/support/postgres.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const source = (name: string) => file(`packages/${name}/src/index.ts`);

/** Tests of the service run a second time, on PostgreSQL instead of PGlite. */
const onPostgres = {
  extends: true,
  test: {
    name: "postgres",
    include: ["packages/server/test/{backup,contract,feeds,jobs,parts,requests,routes,walls,webhooks}.test.ts"],
    globalSetup: [file("packages/server/test/support/postgres.ts")],
  },
} as const;

const isReachable = canReachPrograms(file("."));
if (!isReachable) {
  console.warn("Tests on PostgreSQL are left out: it does not run as root, and nobody else may enter this folder.");
}

export default defineConfig({
  // Tests run on the sources, so that coverage counts them and nothing has to be built first.
  resolve: {
    alias: [
      { find: /^@praxis\/engine$/, replacement: source("engine") },
      { find: /^@praxis\/engine\/dispatch$/, replacement: file("packages/engine/src/dispatch.ts") },
      { find: /^@praxis\/server$/, replacement: source("server") },
      { find: /^@praxis\/server\/backup$/, replacement: file("packages/server/src/backup.ts") },
      { find: /^@praxis\/cli$/, replacement: source("cli") },
    ],
  },
  // Node 20 cannot parse `using`; the tests get the same lowering as the build.
  oxc: { target: "es2022" },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "praxis", include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts"] },
      },
      ...(isReachable ? [onPostgres] : []),
    ],
    setupFiles: [file("packages/engine/test/support/fixed-seed.ts")],
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
