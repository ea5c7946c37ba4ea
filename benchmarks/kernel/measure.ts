/**
 * Does one piece of work again and again in this process, and prints what it took as JSON.
 *
 *     node measure.js compiled|free-hand|bare|simjs|scenario mm1|mm4|clinicDays SIZE [SCENARIO-FILE]
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { median, type Taken } from "../taken.ts";
import type { Measured } from "./free-hand.ts";

type Models = Readonly<Record<"mm1" | "mm4" | "clinicDays", (size: number) => Measured>>;

/** V8 compiles what runs often, in threads of its own whose time counts as ours; after so much it is done. */
const WARM_UP_SECONDS = 2;
const TIMES = 3;

/** Only what is measured is loaded: nobody's memory is another's, and a peer that is missing breaks nothing. */
const roads: Readonly<Record<string, () => Promise<Models>>> = {
  compiled: async () => (await import("./compiled.ts")).models,
  "free-hand": async () => (await import("./free-hand.ts")).models,
  bare: async () => (await import("./bare.ts")).models,
  simjs: async () => (await import("../peers/simjs.ts")).models,
};

const [road, model, size, file] = process.argv.slice(2) as [string, keyof Models, string, string];
const work = road === "scenario" ? await replicated() : (await roads[road]!())[model];
process.stdout.write(JSON.stringify(take()));

/** The clinic day as a file says it, with every measure that is reported when nobody asks for others. */
async function replicated(): Promise<(days: number) => Measured> {
  const { parseScenario, replicate } = await import("@praxis/engine");
  const scenario = parseScenario(readFileSync(file, "utf8"));
  return (days) => {
    const { measures } = replicate(scenario, { replications: days, seed: 42 });
    return { work: days, meanWait: measures["wait.exam room"]!.mean! + measures["wait.rooming"]!.mean! };
  };
}

function take(): Taken {
  const { meanWait, seconds: coldSeconds } = once();
  while (spent() < WARM_UP_SECONDS) once();
  const seconds = median(Array.from({ length: TIMES }, () => once().seconds));
  return { meanWait, coldSeconds, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

function once(): { meanWait: number; seconds: number } {
  const before = spent();
  const { meanWait } = work(Number(size));
  return { meanWait, seconds: spent() - before };
}

/** CPU seconds of this process so far, in all its threads. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
