import type { Improvement, PlanningStep } from "../planning/improve.ts";
import { formatChange, type Report, type ReportOptions, type Section } from "./table.ts";
import { countReplications, differenceInWords, formatDifference, formatEstimate, formatShare } from "./text.ts";

/** The report of a plan: what it is worth on luck that was not used for choosing it, what was tried, and what was kept. */
export function reportImprovement(result: Improvement, options: ReportOptions = {}): Report {
  const { claim, goals, searched, moves, seed } = result;
  const endings = {
    "nothing helps": "It ended because nothing that was tried helps any more.",
    budget: "It ended because its budget was spent; more may be possible.",
    cancelled: "It was ended early; this is the best so far, and more may be possible.",
  };
  const search = [
    `Looked for less of ${goals.less.join(" and ")}, with nothing else worse: ${moves} moves in ${countReplications(searched)}.`,
    endings[result.ended],
  ];
  if (claim === undefined) {
    const nothing = "Nothing was found that measurably helps and makes nothing else worse: the office stays as it is.";
    return { title: result.scenario, sections: [{ lines: [nothing, ...search] }, ...stepsSection(result.steps)] };
  }
  const [variant] = Object.values(claim.variants) as [(typeof claim.variants)[string]];
  // What it is for comes first, then what must not become worse.
  const measures = new Set([...goals.less, ...goals.rails.map(({ measure }) => measure)]);
  const rows = [...measures].map((measure) => {
    const { difference, unit, ...estimate } = variant.measures[measure]!;
    const wording = { ...options, brief: true };
    const values = [claim.measures[measure]!, estimate].map((value) => formatEstimate(value, unit, wording));
    return [measure, ...values, differenceInWords(difference, unit, wording)];
  });
  const columns = (["measure", "as it is", "as planned", "difference"] as const).map((title, index) => ({
    title,
    align: index === 1 || index === 2 ? ("right" as const) : ("left" as const),
  }));
  const [{ confidence }] = Object.values(claim.measures) as [(typeof claim.measures)[string]];
  const basis =
    `${countReplications(claim.replications)} that the search has not seen, ${formatShare(confidence)} intervals, ` +
    `paired, seed ${seed}, engine ${claim.engineVersion}.`;
  return {
    title: result.scenario,
    sections: [
      { title: "What the plan is worth", lines: [basis], table: { columns, rows } },
      { title: "The plan", lines: result.steps.filter(({ kept }) => kept).map(({ move }) => move) },
      { title: "The plan, in the file's words", lines: variant.changes.map(formatChange) },
      { title: "How it was found", lines: search },
      ...stepsSection(result.steps),
    ],
  };
}

function stepsSection(steps: readonly PlanningStep[]): Section[] {
  if (steps.length === 0) return [];
  const goals = Object.keys(steps[0]!.worth);
  const columns = ["round", "tried", ...goals, "outcome"].map((title) => ({ title, align: "left" as const }));
  const rows = steps.map(({ round, move, worth, kept, reason = "" }) => [
    String(round),
    move,
    ...goals.map((goal) => formatDifference(worth[goal]!, "min", { brief: true })),
    kept ? "kept" : reason,
  ]);
  const notes = ["Each beside the plan before it, 99 % intervals, on luck that was not used for choosing it."];
  return [{ title: "What was tried in earnest", lines: [], table: { columns, rows }, notes }];
}
