/**
 * Runs many replications of a scenario by the executor of `praxis run`, and prints what they took as JSON; seconds are elapsed ones.
 *
 *     node workers.js SCENARIO-FILE REPLICATIONS WORKERS
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { localExecutor } from "@praxis/cli";
import { parseScenario, replicateWith } from "@praxis/engine";
import type { Taken } from "./taken.ts";

const TIMES = 5;

const [file, replications, workers] = process.argv.slice(2) as [string, string, string];
const scenario = parseScenario(readFileSync(file, "utf8"));
const executor = localExecutor({ workers: Number(workers) });
let meanWait = Number.NaN;

// The first time starts the threads, and the second is still compiled in part.
const coldSeconds = await once();
// What runs before have left behind is collected when V8 finds it worth the time: that of one run is what a run needs.
const peakBytes = process.resourceUsage().maxRSS * 1024;
await once();
// Elapsed time is only ever too long, by what else the machine does: the shortest is the truest.
const all: number[] = [];
for (let time = 0; time < TIMES; time++) all.push(await once());
await executor.close();
process.stdout.write(JSON.stringify({ meanWait, coldSeconds, seconds: Math.min(...all), peakBytes } satisfies Taken));

async function once(): Promise<number> {
  const started = performance.now();
  const { measures } = await replicateWith(executor, scenario, { replications: Number(replications), seed: 42 });
  const elapsed = (performance.now() - started) / 1000;
  meanWait = measures["wait.exam room"]!.mean! + measures["wait.rooming"]!.mean!;
  return elapsed;
}
