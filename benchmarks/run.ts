/**
 * The kernel beside its peers: the same models, the same work, statistics on, in processes of their own, in one run.
 *
 *     pnpm bench            measures, and prints ratios beside what is wished for
 *     pnpm bench --record   also writes them into benchmarks/README.md
 *
 * Every time is CPU time of the process. Each is measured three times, in turn with the others; the median counts.
 *
 * @module
 */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { describeWorkers } from "./workers.ts";

type Model = "mm1" | "mm4" | "clinicDays";

interface Taken {
  readonly meanWait: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

const ROUNDS = 3;
const folder = fileURLToPath(new URL("..", import.meta.url));
const clinicFile = fileURLToPath(new URL("../../scenarios/clinic-day/scenario.yaml", import.meta.url));

/** How much work each model is, and the mean wait that all must find, within so much. */
const models: readonly { model: Model; name: string; size: number; wait: number; within: number }[] = [
  // Pollaczek-Khinchine: .9 / (1 - .9) minutes of service. A million customers are some 30,000 independent ones.
  { model: "mm1", name: "M/M/1, load .9, 1e6 customers", size: 1_000_000, wait: 9, within: 0.15 },
  // Erlang C for four servers at .9.
  { model: "mm4", name: "M/M/4, load .9, 1e6 customers", size: 1_000_000, wait: 1.9694, within: 0.15 },
  // Simulated independently, 200,000 days.
  { model: "clinicDays", name: "clinic day, 1,000 days", size: 1_000, wait: 3.8232, within: 0.1 },
];

/** How many times as much work in a second is wished for. */
const wishes: Readonly<Record<Model, readonly [road: string, peer: string, times: number][]>> = {
  mm1: [
    ["compiled", "SimPy", 30],
    ["compiled", "simjs", 5],
    ["free-hand", "SimPy", 15],
  ],
  mm4: [
    ["compiled", "SimPy", 30],
    ["compiled", "simjs", 4],
    ["free-hand", "SimPy", 15],
  ],
  clinicDays: [
    ["compiled", "SimPy", 30],
    ["compiled", "simjs", 10],
    ["free-hand", "SimPy", 10],
  ],
};

const MOST_MEGABYTES = 150;

const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};

say("| work | compiled | free-hand | simjs | SimPy | ratios, beside what is wished for |");
say("|---|---:|---:|---:|---:|---|");
for (const { model, name, size, wait, within } of models) {
  const roads = ["compiled", "free-hand", "simjs", "SimPy"];
  const taken = new Map<string, Taken[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const road of roads) taken.set(road, [...(taken.get(road) ?? []), measure(road, model, size)]);
  }
  const medians = new Map([...taken].map(([road, all]) => [road, median(all)]));
  for (const [road, { meanWait }] of medians) {
    if (Math.abs(meanWait / wait - 1) > within) say(`**${road} finds a mean wait of ${meanWait}, not ${wait}**`);
  }
  const cell = (road: string) => {
    const { cpuSeconds, peakBytes } = medians.get(road)!;
    return `${rate(size / cpuSeconds)}/s, ${Math.round(peakBytes / 2 ** 20)} MB`;
  };
  const ratios = wishes[model].map(([road, peer, times]) => {
    const ratio = medians.get(peer)!.cpuSeconds / medians.get(road)!.cpuSeconds;
    return `${road} ${ratio.toFixed(1)} × ${peer} (${times} ×${ratio >= times ? "" : ": missed"})`;
  });
  const heavy = ["compiled", "free-hand"].filter((road) => medians.get(road)!.peakBytes > MOST_MEGABYTES * 2 ** 20);
  if (heavy.length > 0) ratios.push(`more than ${MOST_MEGABYTES} MB: ${heavy.join(", ")}`);
  say(`| ${name} | ${roads.map(cell).join(" | ")} | ${ratios.join("; ")} |`);
}
say("");
const days = 1_000;
const byFile = medianOf(() => measure("scenario", "clinicDays", days));
const byHand = medianOf(() => measure("compiled", "clinicDays", days));
const slower = byFile.cpuSeconds / byHand.cpuSeconds;
say(
  `The clinic day as a scenario file, by \`replicate\` with all its measures: ${rate(days / byFile.cpuSeconds)} days/s, ` +
    `${slower.toFixed(2)} × the time of the compiled road (1.5 ×${slower <= 1.5 ? "" : ": missed"}), ` +
    `${Math.round(byFile.peakBytes / 2 ** 20)} MB.`,
);
say("");
say(await describeWorkers(clinicFile));
say("");
const machine = cpus();
say(`Measured on ${machine.length} × ${machine[0]?.model.trim()}, Node ${process.versions.node}, ${versionOfSimpy()}.`);
if (process.argv.includes("--record")) record();

function measure(road: string, model: Model, size: number): Taken {
  if (road === "SimPy") return measureSimpy(model, size);
  const words = [`${folder}dist/kernel/measure.js`, road, model, String(size), clinicFile];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as Taken;
}

function measureSimpy(model: Model, size: number): Taken {
  const answer = simpy([model === "clinicDays" ? "clinic" : model, String(size), "1"]);
  const { wait, cpuSeconds, peakBytes } = answer as { wait: number; cpuSeconds: number; peakBytes: number };
  return { meanWait: wait, cpuSeconds, peakBytes };
}

function simpy(words: readonly string[]): unknown {
  try {
    // Debian's own Python has Debian's SimPy, whatever else is installed.
    return JSON.parse(
      execFileSync("/usr/bin/python3", [`${folder}peers/simpy_models.py`, ...words], { encoding: "utf8" }),
    );
  } catch {
    throw new Error("SimPy is missing; on Debian or Ubuntu: apt-get install python3-simpy3");
  }
}

function versionOfSimpy(): string {
  return (simpy(["mm1", "100", "1"]) as { readonly version: string }).version;
}

function medianOf(take: () => Taken): Taken {
  return median(Array.from({ length: ROUNDS }, take));
}

function median(all: readonly Taken[]): Taken {
  return [...all].sort((a, b) => a.cpuSeconds - b.cpuSeconds)[Math.floor(all.length / 2)]!;
}

function rate(perSecond: number): string {
  const digits = Number(perSecond.toPrecision(3));
  return String(digits).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Puts what was measured into the place that the README has for it. */
function record(): void {
  const file = `${folder}README.md`;
  const text = readFileSync(file, "utf8");
  const [begin, end] = ["<!-- measured -->", "<!-- /measured -->"];
  const place = new RegExp(`${begin}[^]*${end}`);
  writeFileSync(file, text.replace(place, `${begin}\n\n${lines.join("\n")}\n\n${end}`));
}
