/**
 * The kernel beside its peers: the same models, the same work, statistics on, in processes of their own, in one run.
 *
 *     pnpm bench                   measures everything, and prints it beside what is wished for
 *     pnpm bench mm1 scenario      measures these alone: mm1, mm4, clinic-day, scenario, workers
 *     pnpm bench --record          also writes everything to benchmarks/README.md and benchmarks/results/kernel.json
 *
 * @module
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engineVersion } from "@praxis/engine";
import { isRecording, load, machine, recordIn } from "./recording.ts";
import { ask, fastestOf, isMissing, type Missing, type Taken } from "./taken.ts";
import { MOST_MEGABYTES, MOST_TIMES_COMPILED, WORKERS, type Work, works } from "./wishes.ts";

/** Work, as far as measuring goes. */
type Measurable = Omit<Work, "name" | "wishes"> & { readonly name: string };

/** One line of the table of what was measured. */
interface Row {
  readonly work: string;
  readonly size: number;
  readonly by: string;
  readonly taken: Taken | Missing;
}

/** One line of the table of what is wished for; what was measured is a ratio, or megabytes. */
interface Verdict {
  readonly wish: string;
  readonly measured?: number;
  readonly cold?: number;
  readonly met?: boolean;
  readonly missing?: string;
}

/** Each is measured so often, in turn with the others and every other time the other way round; the least counts. */
const ROUNDS = 5;
/** A mean wait further from the expected one is a mistake in the model, not chance. */
const MOST_SDS = 4;

const folder = fileURLToPath(new URL("..", import.meta.url));
const clinicFile = fileURLToPath(new URL("../../scenarios/clinic-day/scenario.yaml", import.meta.url));
const clinicDay = works.find(({ name }) => name === "clinic-day")!;

/** Others that use the processors meanwhile disturb what is measured, above all elapsed time. */
const loadBefore = load();
const rows: Row[] = [];
const verdicts: Verdict[] = [];
const chosen = process.argv.slice(2).filter((word) => word !== "--record");
const names = [...works.map(({ name }) => name), "scenario", "workers"];
const unknown = chosen.find((name) => !(names as string[]).includes(name));

if (unknown !== undefined) {
  refuse(`there is nothing to measure of the name ${unknown}; known: ${names.join(", ")}`);
} else if (isRecording && chosen.length > 0) {
  refuse("what is recorded is everything, measured in one run: leave the names out, or --record");
} else {
  for (const work of works) if (isChosen(work.name)) compareRoads(work);
  if (isChosen("scenario")) compareScenario();
  if (isChosen("workers")) compareWorkers();
  report();
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}

function isChosen(name: string): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

/** Measures one work on both roads and by both peers. */
function compareRoads(work: Work): void {
  const taken = measureInTurn(["compiled", "free-hand", "bare", "simjs", "SimPy"], work);
  for (const { road, peer, times } of work.wishes) {
    verdicts.push(
      ratioOf(`${work.title}: ${road} at least ${times} × ${peer}`, taken.get(peer)!, taken.get(road)!, times),
    );
  }
  for (const road of ["compiled", "free-hand"]) judgeMemory(`${work.title}, ${road}`, taken.get(road)!);
}

/** Measures the clinic day as a file says it, beside the same day on the compiled road. */
function compareScenario(): void {
  const taken = measureInTurn(["compiled", "scenario"], clinicDay);
  const [byHand, byFile] = [taken.get("compiled")!, taken.get("scenario")!];
  const wish = `${clinicDay.title}: \`replicate\` of the scenario file at most ${MOST_TIMES_COMPILED} × the compiled road's time`;
  const { measured, cold, missing } = ratioOf(wish, byFile, byHand, 0);
  verdicts.push(
    missing === undefined
      ? { wish, measured: measured!, cold: cold!, met: measured! <= MOST_TIMES_COMPILED }
      : { wish, missing },
  );
  judgeMemory(`${clinicDay.title}, scenario file`, byFile);
}

/** Measures many replications with one worker and with two. */
function compareWorkers(): void {
  const { title, replications: size } = WORKERS;
  const { expected, sd } = clinicDay.wait;
  const wait = { expected, sd: sd * Math.sqrt(clinicDay.size / size) };
  const work = { ...clinicDay, name: "workers", title, size, wait };
  const [one, two] = ["1 worker, elapsed", "2 workers, elapsed"] as const;
  const taken = measureInTurn([one, two], work);
  const wish = `${work.title}: 2 workers at least ${WORKERS.times} × as fast as 1`;
  verdicts.push(ratioOf(wish, taken.get(one)!, taken.get(two)!, WORKERS.times));
  judgeMemory(`${work.title}, one run, 2 workers`, taken.get(two)!);
}

function measureInTurn(programs: readonly string[], work: Measurable): Map<string, Taken | Missing> {
  const all = new Map<string, (Taken | Missing)[]>(programs.map((program) => [program, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const program of round % 2 === 0 ? programs : [...programs].reverse()) {
      process.stderr.write(`${work.name}, ${program}, ${round + 1} of ${ROUNDS}\n`);
      all.get(program)!.push(measure(program, work));
    }
  }
  const taken = new Map([...all].map(([program, rounds]) => [program, fastestOf(rounds)]));
  for (const [by, one] of taken) rows.push({ work: work.title, size: work.size, by, taken: one });
  for (const [by, one] of taken) judgeWait(by, work, one);
  return taken;
}

function measure(program: string, { model, peerModel, size }: Measurable): Taken | Missing {
  if (program === "SimPy") return measureSimpy(peerModel, size);
  const [workers] = /^\d+(?= worker)/.exec(program) ?? [];
  if (workers) return ask<Taken>(process.execPath, [`${folder}dist/workers.js`, clinicFile, String(size), workers]);
  return ask<Taken>(process.execPath, [`${folder}dist/kernel/measure.js`, program, model, String(size), clinicFile]);
}

/** What the SimPy models print. */
interface SimpyAnswer {
  readonly wait: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly version: string;
}

function measureSimpy(model: string, size: number): Taken | Missing {
  const answer = simpy(model, size);
  if (isMissing(answer)) return answer;
  // Python compiles nothing while it runs: its first time is like any other.
  const { wait, cpuSeconds, peakBytes } = answer;
  return { meanWait: wait, coldSeconds: cpuSeconds, seconds: cpuSeconds, peakBytes };
}

/** Debian's own Python has Debian's SimPy, whatever else is installed. */
function simpy(model: string, size: number): SimpyAnswer | Missing {
  const answer = ask<SimpyAnswer>("/usr/bin/python3", [`${folder}peers/simpy_models.py`, model, String(size), "1"]);
  return isMissing(answer) && answer.missing.includes("simpy")
    ? { missing: "SimPy is not installed; on Debian or Ubuntu: apt-get install python3-simpy3" }
    : answer;
}

/** How many times as long the first took as the second. */
function ratioOf(wish: string, first: Taken | Missing, second: Taken | Missing, times: number): Verdict {
  if (isMissing(first)) return { wish, missing: first.missing };
  if (isMissing(second)) return { wish, missing: second.missing };
  const measured = first.seconds / second.seconds;
  return { wish, measured, cold: first.coldSeconds / second.coldSeconds, met: measured >= times };
}

function judgeMemory(title: string, taken: Taken | Missing): void {
  if (isMissing(taken)) return;
  const measured = taken.peakBytes / 2 ** 20;
  verdicts.push({ wish: `${title}: at most ${MOST_MEGABYTES} MB`, measured, met: measured <= MOST_MEGABYTES });
}

/** All must do the same work: a verdict is only given where one does not. */
function judgeWait(by: string, { title, wait }: Measurable, taken: Taken | Missing): void {
  if (isMissing(taken)) return;
  const sds = Math.abs(taken.meanWait - wait.expected) / wait.sd;
  if (sds <= MOST_SDS) return;
  verdicts.push({
    wish: `${title}, ${by}: a mean wait of ${wait.expected} minutes`,
    measured: taken.meanWait,
    met: false,
  });
}

/** Prints what was measured, and records it when asked to. */
function report(): void {
  const text = [...measuredTable(), "", ...wishTable(), "", measuredOn()].join("\n");
  process.stdout.write(`${text}\n`);
  if (!isRecording) return;
  recordIn("measured", text);
  const results = { engineVersion, machine: measuredOn(), rows, verdicts };
  writeFileSync(`${folder}results/kernel.json`, `${JSON.stringify(results, null, 2)}\n`);
}

function measuredTable(): string[] {
  const lines = rows.map(({ work, size, by, taken }) => {
    if (isMissing(taken)) return `| ${work} | ${by} | not measured: ${taken.missing} | | | | |`;
    const wait = Number.isNaN(taken.meanWait) ? "" : taken.meanWait.toFixed(3);
    const [perSecond, cold] = [rate(size / taken.seconds), rate(size / taken.coldSeconds)];
    return `| ${work} | ${by} | ${taken.seconds.toFixed(3)} | ${perSecond} | ${cold} | ${wait} | ${megabytes(taken)} |`;
  });
  return [
    "| work | by | seconds | per second | from cold | mean wait, min | peak MB |",
    "|---|---|--:|--:|--:|--:|--:|",
    ...lines,
  ];
}

function wishTable(): string[] {
  const lines = verdicts.map(({ wish, measured, cold, met, missing }) => {
    if (missing !== undefined) return `| ${wish} | not measured: ${missing} | | |`;
    return `| ${wish} | ${short(measured!)} | ${cold === undefined ? "" : short(cold)} | ${met ? "met" : "**missed**"} |`;
  });
  return ["| wished for | measured | from cold | |", "|---|--:|--:|---|", ...lines];
}

function measuredOn(): string {
  const peer = simpy("mm1", 100);
  const versions = isMissing(peer) ? "no SimPy" : peer.version;
  return `Measured on ${machine()}, ${versions}; load average ${loadBefore} before and ${load()} after.`;
}

function megabytes({ peakBytes }: Taken): number {
  return Math.round(peakBytes / 2 ** 20);
}

function short(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}

/** Three digits are as many as a second measurement confirms. */
function rate(perSecond: number): string {
  return Number(perSecond.toPrecision(3)).toLocaleString("en");
}
