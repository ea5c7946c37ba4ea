/**
 * A week of a large practice: sessions priced with a certificate, and the mix of them with its bound.
 *
 *     pnpm bench:week                 20 providers with ten sessions each, four visit types
 *     pnpm bench:week 4 20 200        so many providers
 *     pnpm bench:week --record        also writes the table in benchmarks/README.md
 *
 * Seconds are those of the processor, on one core: pricing is done by as many threads as there are cores, so that it takes half
 * as long on two. Beside the road that the engine takes stands the plain one, an integer programme over all patterns.
 *
 * @module
 */

import {
  highs,
  parseWeekProblem,
  priceAll,
  pricingTasks,
  sessionPricing,
  solveWeek,
  type WeekProblem,
} from "@praxis/engine";
import { isRecording, load, machine, recordIn } from "../recording.ts";

/** Wished for: everything within a minute on two cores, and a mix so near to its bound. */
const wished = { seconds: 60, gap: 1e-3 };

const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const rows: string[] = [];
for (const size of sizes.length > 0 ? sizes : [20]) {
  for (const isChanged of [false, true]) {
    const row = await take(size, isChanged);
    console.log(row);
    rows.push(row);
  }
}
if (isRecording) {
  const heading = [
    "| providers × sessions | certified | pricing, s | mix, s | mix over all patterns, s | cost | bound | gap | wished for |",
    "|---|---|--:|--:|--:|--:|--:|--:|---|",
  ];
  const where = `On ${machine()}, load average ${load()} when it ended.`;
  recordIn("weeks", [...heading, ...rows, "", where].join("\n"));
}

/** A practice of so many providers, a fifth of whom see no new patients, some with wishes of their own. */
function weekOf(providers: number, followUps: number): WeekProblem {
  const people = Array.from({ length: providers }, (_, index) => {
    const sees = index % 5 === 4 ? ", sees: [follow-up, physical, same day]" : "";
    const wish = `{ on: [monday, thursday], session: afternoon, of: physical, atMost: ${1 + (index % 3)}, price: $15 }`;
    return `  P-${index + 1}: { role: physician${sees}${index % 4 === 3 ? `, wishes: [${wish}]` : ""} }`;
  });
  return parseWeekProblem(`
week: 1
name: ${providers} providers
zone: America/Chicago
start: 2026-12-07
sessions: { morning: { from: "08:00", to: "12:00" }, afternoon: { from: "13:00", to: "17:00" } }
costs: { wait: $24 per hour, idle: $120 per hour, overtime: $180 per hour }
fill: { atLeast: 68 %, atMost: 88 % }
rooms: { exam room: { count: ${Math.ceil(2.5 * providers)} } }
assistants: { assistant: { count: ${Math.ceil(1.2 * providers)}, except: [{ on: tuesday, session: morning, count: ${Math.ceil(0.7 * providers)} }], use: 65 % } }
visitTypes:
  follow-up: { takes: { lognormal: { mean: 16 min, sd: 13 min } }, shows: 92 %, needs: { exam room: 30 min, assistant: 12 min }, demand: ${followUps * providers} per week, unmet: $90 }
  physical: { takes: { lognormal: { mean: 22 min, sd: 13 min } }, shows: 93 %, needs: { exam room: 36 min, assistant: 12 min }, demand: ${21 * providers} per week, unmet: $120, mostInSession: 4 }
  new patient: { takes: { lognormal: { mean: 24 min, sd: 14.3 min } }, shows: 85 %, needs: { exam room: 38 min, assistant: 12 min }, floor: { slots: { weekdays: ${Math.floor(1.6 * providers)} }, unmet: $150 }, mostInSession: 2 }
  same day: { takes: { lognormal: { mean: 14 min, sd: 10 min } }, shows: 95 %, needs: { exam room: 28 min, assistant: 12 min }, reserve: { requests: { monday: ${3 * providers} per day, weekdays: ${2 * providers} per day }, unmet: $110 }, mostInSession: 4, place: end }
roles: { physician: { sessions: { weekdays: [morning, afternoon] } } }
providers:
${people.join("\n")}
`);
}

/** Solves a week; when it is changed, the one that is a little busier beside it, as the template in use. */
async function take(providers: number, isChanged: boolean): Promise<string> {
  const usual = weekOf(providers, 62);
  const problem = isChanged
    ? { ...weekOf(providers, 63), today: { slots: (await solved(usual)).slots, pricePerChange: 4 } }
    : usual;
  const quick = await solved(problem);
  const plain = await solved(problem, Infinity);
  const { patterns, cost, bound, gap } = quick;
  const met = quick.priceSeconds / 2 + quick.mixSeconds < wished.seconds && gap <= wished.gap;
  const cells = [
    `${providers} × 10${isChanged ? ", beside today's" : ""}`,
    `${patterns.certified} of ${patterns.priced}`,
    quick.priceSeconds.toFixed(1),
    quick.mixSeconds.toFixed(1),
    plain.mixSeconds.toFixed(1),
    cost.toFixed(0),
    bound.toFixed(0),
    `${(100 * gap).toFixed(3)} %`,
    met ? "met" : "**missed**",
  ];
  return `| ${cells.join(" | ")} |`;
}

async function solved(problem: WeekProblem, columnsAtFirst?: number) {
  const tasks = pricingTasks(problem);
  const began = cpuSeconds();
  const priced = priceAll(tasks, sessionPricing(problem));
  if (typeof priced === "string") throw new Error(priced);
  const between = cpuSeconds();
  const outcome = await solveWeek(problem, priced, {
    solver: highs,
    relativeGap: wished.gap,
    clock: cpuSeconds,
    limits: { seconds: 5 * wished.seconds },
    ...(columnsAtFirst === undefined ? {} : { columnsAtFirst }),
  });
  if (!("slots" in outcome)) throw new Error(outcome.status);
  return { ...outcome, priceSeconds: between - began, mixSeconds: cpuSeconds() - between };
}

function cpuSeconds(): number {
  return process.cpuUsage().user / 1e6;
}
