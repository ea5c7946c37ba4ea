/**
 * Templates: how long they take to be found and certified, beside the extensive linear programme, and what rules of thumb
 * lose.
 *
 *     pnpm bench:template            everything, a minute or two
 *     pnpm bench:template --record   also writes benchmarks/README.md
 *
 * @module
 */

import { bestTemplate, extensiveModel, highs, solveSession } from "@praxis/engine";
import { isRecording, load, machine, recordIn } from "../recording.ts";
import { publicBenchmark, session } from "./settings.ts";
import { thumbRules } from "./thumb-rules.ts";

/** One line of the table: what was wished, and what was measured. */
type Line = readonly [what: string, measured: string, wished: string];

/** Milliseconds of the fastest of some runs, after one to warm up; and of the processor. */
async function timed<Result>(what: () => Promise<Result> | Result, runs = 5) {
  let result = await what();
  let milliseconds = Infinity;
  let ofProcessor = Infinity;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const used = process.cpuUsage();
    result = await what();
    milliseconds = Math.min(milliseconds, performance.now() - began);
    ofProcessor = Math.min(ofProcessor, process.cpuUsage(used).user / 1000);
  }
  return { result, milliseconds, ofProcessor };
}

const inWords = (measured: { milliseconds: number; ofProcessor: number }) =>
  `${measured.milliseconds.toFixed(0)} ms (${measured.ofProcessor.toFixed(0)} ms of the processor)`;

const twenty = session({ patients: 20, samples: 1000 });
const anyMoment = { ...twenty, times: { kind: "any" } } as const;
const onGrid = await timed(() => bestTemplate(twenty));
const solved = await timed(() => bestTemplate(anyMoment));
const bounded = await timed(() =>
  solveSession(anyMoment, { solver: highs, alternatives: false, frontier: 0, batches: 0 }),
);
const programme = extensiveModel(anyMoment);
// HiGHS is warm by now.
const began = performance.now();
const outcome = await highs.solve(programme);
const extensiveMilliseconds = performance.now() - began;
const objective = "objective" in outcome ? outcome.objective : Number.NaN;
const open = await timed(() => bestTemplate(publicBenchmark), 3);
const thirty = await timed(() => bestTemplate(session({ patients: 30, samples: 5000 })), 3);
process.stderr.write(
  `20 patients: any moment ${inWords(solved)}, grid ${inWords(onGrid)}, bound ${inWords(bounded)}\n`,
);
process.stderr.write(
  `extensive ${extensiveMilliseconds.toFixed(0)} ms; public ${inWords(open)}; 30 patients ${inWords(thirty)}\n`,
);
const thumbs = thumbRules();

const lines: Line[] = [
  ["20 patients, 1,000 samples, at any moment: solved", inWords(solved), "100 ms"],
  ["the same on a 5-minute grid: certified", `${inWords(onGrid)}, ${told(onGrid.result.certified)}`, "500 ms"],
  [
    "the same at any moment with a bound of 1e-5 (L-shaped)",
    `${inWords(bounded)}, ${told(bounded.result.certified)}`,
    "",
  ],
  ["the same as one extensive linear programme (HiGHS)", `${extensiveMilliseconds.toFixed(0)} ms`, ""],
  [
    "ours against the extensive programme",
    `${(extensiveMilliseconds / solved.milliseconds).toFixed(0)} × as fast, cost ${((solved.result.objective / objective - 1) * 100).toExponential(1)} % above`,
    "20 ×",
  ],
  [
    "public benchmark, 22 patients (published search: 968 s)",
    `${inWords(open)}, ${open.result.objective.toFixed(7)}, ${told(open.result.certified)}`,
    "22.6278349 in 2 s",
  ],
  ["30 patients, 5,000 samples: certified", `${inWords(thirty)}, ${told(thirty.result.certified)}`, "5 s"],
  ["108 settings", `${thumbs.certified} of ${thumbs.settings} certified`, "all"],
];

const table = [
  "| what | measured | wished |",
  "|---|---|---|",
  ...lines.map((cells) => `| ${cells.join(" | ")} |`),
  "",
  "| rule, over 108 settings | median loss | greatest loss |",
  "|---|--:|--:|",
  ...thumbs.losses.map(({ rule, median, most }) => `| ${rule} | ${median.toFixed(1)} % | ${most.toFixed(1)} % |`),
  "",
  `On ${machine()}; load average ${load()} at the end.`,
].join("\n");
process.stdout.write(`${table}\n`);
if (isRecording) recordIn("templates", table);

function told(certified: boolean): string {
  return certified ? "certified" : "not certified";
}
