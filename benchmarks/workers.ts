/**
 * What a second worker thread is worth.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { threadExecutor } from "@praxis/cli";
import { parseScenario, replicateWith } from "@praxis/engine";

const REPLICATIONS = 10_000;
const WISHED = 1.8;

/** Runs many replications with one worker and with two, in turn, and says in words how the times compare. */
export async function describeWorkers(file: string): Promise<string> {
  const scenario = parseScenario(readFileSync(file, "utf8"));
  const seconds: number[][] = [[], []];
  for (let round = 0; round < 3; round++) {
    for (const [index, workers] of [1, 2].entries()) {
      const executor = threadExecutor({ workers });
      // The threads are there before the clock starts.
      await replicateWith(executor, scenario, { replications: 200, seed: 1 });
      const started = performance.now();
      await replicateWith(executor, scenario, { replications: REPLICATIONS, seed: 2 });
      seconds[index]!.push((performance.now() - started) / 1000);
      await executor.close();
    }
  }
  const [one, two] = seconds.map((times) => times.sort((a, b) => a - b)[1]!) as [number, number];
  const ratio = one / two;
  return (
    `${REPLICATIONS.toLocaleString("en")} replications of the clinic day: ${one.toFixed(2)} s with one worker, ` +
    `${two.toFixed(2)} s with two, ${ratio.toFixed(2)} × as fast (${WISHED} ×${ratio >= WISHED ? "" : ": missed"}).`
  );
}
