/**
 * The loop's template for the clinic day beside the shipped one, and beside a direct search that may simulate twenty times as much.
 *
 *     pnpm bench:planning            a minute
 *     pnpm bench:planning --record   also writes benchmarks/README.md
 *
 * @module
 */

import { readFileSync } from "node:fs";
import {
  applyChanges,
  type Change,
  compare,
  improve,
  parseScenario,
  runTask,
  type Scenario,
  Streams,
} from "@praxis/engine";
import { isRecording, load, machine, recordIn } from "../recording.ts";

const root = new URL("../../../", import.meta.url);
const day = parseScenario(readFileSync(new URL("scenarios/clinic-day/scenario.yaml", root), "utf8"));
const goals = ["wait", "lastDeparture"];
const claim = { seed: "claim of the benchmark", replications: 2000, measures: [...goals, "throughput"] };

/** Replications of each trial of the direct search. */
const TRIAL = 200;
const GRID = 5;

const began = performance.now();
const loop = improve(day, { seed: 1, workLimit: 20_000, replications: 100 });
const loopSeconds = (performance.now() - began) / 1000;
const again = performance.now();
const budget = 20 * loop.searched;
const direct = directSearch(day, budget);
const directSeconds = (performance.now() - again) / 1000;

const { variants, measures } = compare(day, { loop: loop.changes, direct }, claim);
const rows = Object.entries(variants).map(([name, { measures: differences }]) => {
  const cells = goals.map((goal) => {
    const { mean, halfWidth } = differences[goal]!.difference;
    return `${mean.toFixed(2)} ± ${halfWidth.toFixed(2)}`;
  });
  const spent = name === "loop" ? loop.searched : budget;
  return `| ${name} | ${spent} | ${(name === "loop" ? loopSeconds : directSeconds).toFixed(0)} | ${cells.join(" | ")} |`;
});
const [wait, last] = goals.map((goal) => measures[goal]!.mean.toFixed(2));
const table = [
  "| clinic day, beside the shipped template | replications | seconds | wait, min | last departure, min |",
  "|---|--:|--:|--:|--:|",
  `| shipped | | | ${wait} | ${last} |`,
  ...rows,
  "",
  `On ${machine()}, load average ${load()} when it ended.`,
].join("\n");
process.stdout.write(`${table}\n`);
if (isRecording) recordIn("planning", table);

/**
 * Moves any number of appointments that follow each other by a step of the grid, and keeps what looks better of both goals
 * in relation, with no goal worse than shipped: a random walk over the same days, as long as the budget lasts.
 */
function directSearch(scenario: Scenario, replications: number): Change[] {
  const random = new Streams({ seed: "direct search" }).of("moves");
  let draw = 0;
  const below = (count: number) => Math.floor(random.uniform(draw++) * count);
  const shipped = Array.from({ length: 48 }, (_, index) => 495 + 10 * index);
  const base = goalsOf(scenario);
  let best = { times: shipped, score: 2 };
  for (let spent = TRIAL; spent + TRIAL <= replications; spent += TRIAL) {
    const [one, other] = [below(48), below(48)];
    const by = below(2) === 0 ? -GRID : GRID;
    const times = best.times.map((time, index) =>
      index >= Math.min(one, other) && index <= Math.max(one, other) ? Math.min(Math.max(time + by, 480), 975) : time,
    );
    const found = goalsOf(applyChanges(scenario, [change(times)]));
    const ratios = found.map((value, goal) => value / base[goal]!);
    const score = ratios[0]! + ratios[1]!;
    if (score < best.score && ratios.every((ratio) => ratio <= 1)) best = { times, score };
  }
  return [change(best.times)];
}

function goalsOf(scenario: Scenario): number[] {
  const values = runTask({ scenario, seed: "direct search", measures: goals, from: 0, to: TRIAL });
  return goals.map((_, goal) => {
    let sum = 0;
    for (let at = goal; at < values.length; at += goals.length) sum += values[at]!;
    return sum / TRIAL;
  });
}

function change(times: readonly number[]): Change {
  const at = times
    .toSorted((one, other) => one - other)
    .map((time) => `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`);
  return { path: ["templates", "day", 0], value: { at, visitType: "visit" } };
}
