/**
 * The simplest rule for a template: some patients at the start, then one every so many minutes.
 *
 * With two at the start and the mean service as the gap it is the rule of Bailey and Welch (1952).
 *
 * @module
 */

import { rangesOfItems } from "./allowed-times.ts";
import { evaluationOf } from "./best-for-line.ts";
import { lineOfTemplate } from "./cost.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Line, timesOfItems } from "./line.ts";
import type { SessionProblem } from "./problem.ts";
import type { Work } from "./work.ts";

/** How many come at the start, and the minutes between the others. */
export interface StartAndGap {
  readonly atStart: number;
  readonly every: number;
}

/** The most patients at the start that are tried. */
const MOST_AT_START = 8;

/** The best rule for a problem whose patients are seen as listed; undefined when none fits the session. */
export function bestStartAndGap(
  problem: SessionProblem,
  work: Work,
): { rule: StartAndGap; times: number[] } | undefined {
  const { patients, times, length } = problem;
  const step = times.kind === "grid" ? times.minutes : times.kind === "slots" ? 5 : 1;
  // Lines differ by the places of their breaks alone.
  const known = new Map<string, { readonly line: Line; readonly evaluation: Evaluation }>();
  let best: { rule: StartAndGap; times: number[]; cost: number } | undefined;
  for (let atStart = 1; atStart <= Math.min(patients.length, MOST_AT_START); atStart++) {
    for (let every = step; every <= length; every += step) {
      if (work.isOver()) return best;
      const template = templateOf({ atStart, every }, problem);
      const line = lineOfTemplate(problem, template);
      const { to } = rangesOfItems(problem, line).at(-1)!;
      if (template.at(-1)! > to) break;
      const key = line.items.map(({ patient }) => patient ?? "break").join();
      const pricing = known.get(key) ?? { line, evaluation: evaluationOf(problem, line) };
      known.set(key, pricing);
      pricing.evaluation.place(timesOfItems(line, template));
      work.did(1);
      const { cost } = pricing.evaluation;
      if (best === undefined || cost < best.cost) best = { rule: { atStart, every }, times: template, cost };
      // Nobody has a gap when all come at the start.
      if (atStart === patients.length) break;
    }
  }
  return best;
}

/** The minutes of a rule; who would come in a break comes by its length later, and so do all others. */
function templateOf({ atStart, every }: StartAndGap, { patients, breaks }: SessionProblem): number[] {
  return patients.map((_, index) => {
    const time = Math.max(0, index - atStart + 1) * every;
    return breaks.reduce((minute, { start, length }) => (minute < start ? minute : minute + length), time);
  });
}
