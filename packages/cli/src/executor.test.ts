import { readFileSync } from "node:fs";
import { parseScenario, replicate, replicateWith } from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { localExecutor } from "./executor.ts";

const root = new URL("../../../", import.meta.url);
const day = parseScenario(readFileSync(new URL("scenarios/clinic-day/scenario.yaml", root), "utf8"));
const worker = new URL("packages/cli/dist/worker.js", root);

describe("an executor on this machine", () => {
  it("gives the same with one thread and with several, long after those have started", {
    timeout: 60_000,
  }, async () => {
    const options = { measures: ["wait.consult", "timeInOffice"], replications: 8000, seed: 7 };
    const expected = replicate(day, options);
    for (const workers of [1, 2, 3]) {
      const executor = localExecutor({ workers, worker });
      expect(await replicateWith(executor, day, options)).toEqual(expected);
      await executor.close();
    }
  });

  it("tells whoever asked of a measure that is unknown, and is ready for more", async () => {
    const executor = localExecutor({ workers: 2, worker });
    const task = { scenario: day, seed: 1, measures: ["wait.nothing"], from: 0, to: 1 };
    await expect(executor.run(task)).rejects.toThrow("wait.nothing");
    expect(await executor.run({ ...task, measures: ["arrivals"] })).toHaveLength(1);
    await executor.close();
  });
});
