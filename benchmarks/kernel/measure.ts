/**
 * Runs one model on one road in a process of its own, and prints what it took as JSON.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { parseScenario, replicate } from "@praxis/engine";
import { models as simjs } from "../peers/simjs.ts";
import { models as compiled } from "./compiled.ts";
import { models as freeHand } from "./free-hand.ts";

const roads = { compiled, "free-hand": freeHand, simjs };

/** What a process prints. */
interface Taken {
  readonly meanWait: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

const [road, model, size, file] = process.argv.slice(2) as [string, "mm1" | "mm4" | "clinicDays", string, string];
const models = roads[road as keyof typeof roads];
/** The same clinic day, as a file says it. */
const replicated = () => {
  const scenario = parseScenario(readFileSync(file, "utf8"));
  const { measures } = replicate(scenario, { replications: Number(size), seed: 42 });
  return { meanWait: measures["wait.exam room"]!.mean! + measures["wait.rooming"]!.mean! };
};
const work = models === undefined ? replicated : () => models[model](Number(size));
// A little first, so that what is compiled while it runs counts for nobody.
if (models !== undefined) models[model](Math.ceil(Number(size) / 10));
const before = process.cpuUsage();
const { meanWait } = work();
const { user, system } = process.cpuUsage(before);
const taken: Taken = {
  meanWait,
  cpuSeconds: (user + system) / 1e6,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(taken));
