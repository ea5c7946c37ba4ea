/**
 * What a second worker thread is worth: many replications of a scenario with one and with two, as JSON.
 *
 *     node workers.js SCENARIO-FILE REPLICATIONS
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { threadExecutor } from "@praxis/cli";
import { parseScenario, replicateWith } from "@praxis/engine";
import { median } from "./taken.ts";

/** Elapsed seconds of the same replications, and the most memory that the process held with all its threads. */
export interface WorkersTaken {
  readonly one: number;
  readonly two: number;
  /** The same in threads that have just been started: what a command that runs only once has of it. */
  readonly coldOne: number;
  readonly coldTwo: number;
  readonly peakBytes: number;
}

const TIMES = 5;

const [file, size] = process.argv.slice(2) as [string, string];
const scenario = parseScenario(readFileSync(file, "utf8"));
const [coldOne, one] = await elapsed(1);
const [coldTwo, two] = await elapsed(2);
const taken: WorkersTaken = { one, two, coldOne, coldTwo, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(taken));

/** Elapsed seconds of the first time, starting of threads included, and of the median of later ones. */
async function elapsed(workers: number): Promise<[cold: number, warm: number]> {
  const executor = threadExecutor({ workers });
  const once = async () => {
    const started = performance.now();
    await replicateWith(executor, scenario, { replications: Number(size), seed: 42 });
    return (performance.now() - started) / 1000;
  };
  const cold = await once();
  await once();
  const warm: number[] = [];
  for (let time = 0; time < TIMES; time++) warm.push(await once());
  await executor.close();
  return [cold, median(warm)];
}
