/**
 * Rosters of the public instances of Curtois & Qu, and of generated ones, beside the best that others found.
 *
 *     pnpm bench:roster                              instances 1, 2, 3, 10, 11 for 60 seconds, seed 1
 *     pnpm bench:roster 5 6 --seconds=60 --seeds=3   these instances, seeds 1 to 3
 *     pnpm bench:roster 150x364x32 --seconds=600     a generated one: people x days x shifts
 *     pnpm bench:roster 8 --threads=2                two threads with other luck that share the best roster, as `praxis` does
 *     pnpm bench:roster 8 --cpu                      the seconds are those of the processor, for a machine that is busy,
 *                                                    for each thread
 *     pnpm bench:roster 8 --record                   also writes benchmarks/roster/results.json and benchmarks/README.md
 *
 * `PRAXIS_DATA` names the folder with `nrp/Instance1.txt` and its like, which are not part of this project. Each run has
 * a process of its own, so that its memory is its own. An independent checker judges every roster.
 *
 * @module
 */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isRecording, load, machine, recordIn } from "../recording.ts";
import { check } from "./checker.ts";
import { generate } from "./generate.ts";
import { type Instance, parseInstance } from "./instance.ts";
import { others, published } from "./published.ts";
import { solveInThreads, uniforms } from "./threads.ts";

/** One run of one instance. */
interface Taken {
  readonly instance: string;
  readonly seed: number;
  readonly threads: number;
  readonly status: string;
  /** As the checker counts it; null without a roster. */
  readonly cost: number | null;
  readonly bound: number;
  /** Hard rules that the checker found broken. */
  readonly violations: readonly string[];
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const self = fileURLToPath(import.meta.url);
const folder = process.env["PRAXIS_DATA"] ?? "data";
const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const flag = (name: string) => flags.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
const seconds = Number(flag("seconds") ?? 60);
const threads = Number(flag("threads") ?? 1);
const onProcessor = flags.includes("--cpu");

const one = flag("one");
if (one !== undefined) {
  const [name = "1", seed = "1"] = one.split(":");
  process.stdout.write(JSON.stringify(await take(name, Number(seed))));
} else {
  const seeds = Array.from({ length: Number(flag("seeds") ?? 1) }, (_, index) => index + 1);
  const names = words.length > 0 ? words : ["1", "2", "3", "10", "11"];
  const taken = names.flatMap((name) => seeds.map((seed) => takeApart(name, seed)));
  if (isRecording) record(taken);
}

/** Runs one instance in a process of its own. */
function takeApart(name: string, seed: number): Taken {
  const given = [`--seconds=${seconds}`, `--threads=${threads}`, ...(onProcessor ? ["--cpu"] : [])];
  const command = [self, `--one=${name}:${seed}`, ...given];
  const taken = JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" })) as Taken;
  console.log(rowOf(taken));
  for (const violation of taken.violations) console.log(`  broken: ${violation}`);
  return taken;
}

async function take(name: string, seed: number): Promise<Taken> {
  const instance = instanceOf(name, seed);
  const began = performance.now();
  const answer = await solveInThreads(instance, { seed, threads, seconds, onProcessor });
  const took = (performance.now() - began) / 1000;
  const lines = answer.tours?.map((tour) => Array.from(tour, (shift) => instance.shifts[shift]?.id ?? ""));
  const verdict = lines === undefined ? undefined : check(instance, lines);
  if (verdict !== undefined && Math.abs(verdict.cost - answer.cost) > 1e-6) {
    throw new Error(`instance ${name}: the checker counts ${verdict.cost}, the solver ${answer.cost}`);
  }
  return {
    instance: name,
    seed,
    threads,
    status: answer.status,
    cost: verdict?.cost ?? null,
    // Without what the arithmetic of a programme leaves behind.
    bound: Math.round(answer.bound * 1e6) / 1e6,
    violations: verdict?.violations ?? [],
    seconds: took,
    cpuSeconds: process.cpuUsage().user / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function instanceOf(name: string, seed: number): Instance {
  const [people, days, shifts] = name.split("x").map(Number);
  if (days !== undefined) return generate({ people: people!, days, shifts: shifts! }, uniforms(seed));
  const file = `${folder}/nrp/Instance${name}.txt`;
  if (!existsSync(file)) throw new Error(`${file} is missing: set PRAXIS_DATA to the folder that holds nrp/`);
  return parseInstance(readFileSync(file, "utf8"));
}

function rowOf({
  instance,
  seed,
  threads: together,
  status,
  cost,
  bound,
  seconds: took,
  cpuSeconds,
  peakMegabytes,
}: Taken): string {
  const { best, tenMinutes } = published[Number(instance)] ?? {};
  const gap =
    cost === null || !Number.isFinite(bound) ? "–" : `${((100 * (cost - bound)) / Math.max(1, cost)).toFixed(2)} %`;
  const cells = [
    instance,
    seed,
    together,
    cost ?? status,
    Number.isFinite(bound) ? bound : "–",
    gap,
    best ?? "–",
    tenMinutes?.join(" · ") ?? "–",
    `${took.toFixed(0)} (${cpuSeconds.toFixed(0)})`,
    peakMegabytes.toFixed(0),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Writes the runs beside those of other instances, and the table in the README. */
function record(taken: readonly Taken[]): void {
  const file = fileURLToPath(new URL("../../roster/results.json", import.meta.url));
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { runs: Recorded[] }).runs : [];
  const limit = `${seconds} s${onProcessor ? " of the processor" : ""}`;
  const fresh = taken.map((run) => ({ ...run, limit, machine: machine(), load: Number(load()) }));
  const same = (a: Recorded, b: Recorded) =>
    a.instance === b.instance && a.seed === b.seed && a.threads === b.threads && a.limit === b.limit;
  const runs = [...before.filter((old) => !fresh.some((run) => same(old, run))), ...fresh].sort(
    (a, b) => Number.parseInt(a.instance, 10) - Number.parseInt(b.instance, 10) || a.seed - b.seed,
  );
  writeFileSync(file, `${JSON.stringify({ runs }, null, 2)}\n`);
  const table = [
    `| instance | seed | threads | cost | bound | gap | best known | ${others.join(" · ")}, 10 minutes | seconds (CPU) | MB | limit | load |`,
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ...runs.map((run) => `${rowOf(run)} ${run.limit} | ${run.load} |`),
  ].join("\n");
  const where = `On ${machine()}. The load is that of the machine when the runs ended.`;
  recordIn("rosters", `${table}\n\n${where}`);
}

interface Recorded extends Taken {
  readonly limit: string;
  readonly machine: string;
  readonly load: number;
}
