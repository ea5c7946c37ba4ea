/**
 * Rules of thumb beside the best template at any moment.
 *
 * @module
 */

import { bestTemplate, expectedCost, type SessionProblem } from "@praxis/engine";
import { session, settings } from "./settings.ts";

/** A rule, and how much more it costs than the best, in per cent, over all settings. */
export interface RuleLoss {
  readonly rule: string;
  readonly median: number;
  readonly most: number;
}

type Rule = (
  problem: SessionProblem,
  setting: { readonly noShow: number; readonly cv: number },
) => readonly (readonly number[])[];

const every = (patients: number, gap: number, atStart = 1) =>
  Array.from({ length: patients }, (_, index) => Math.max(0, index - atStart + 1) * gap);

/** Templates that a rule allows; the best of them counts. */
const rules: Readonly<Record<string, Rule>> = {
  "equal slots at the mean": ({ patients }) => [every(patients.length, 15)],
  "equal slots, adjusted for no-shows": ({ patients }, { noShow }) => [every(patients.length, 15 * (1 - noShow))],
  "Bailey-Welch with the best gap": ({ patients }) =>
    Array.from({ length: 16 }, (_, step) => every(patients.length, 5 + step, 2)),
  "universal dome rule with the best planning constant": ({ patients }, setting) =>
    Array.from({ length: 23 }, (_, step) => dome(patients.length, { ...setting, planning: 0.5 + 0.05 * step })),
};

/**
 * Gaps that widen towards the middle of the session, by mean and sd of what a booking takes, no-shows counted.
 *
 * @see Cayirli, Yang & Quek (2012), A universal appointment rule in the presence of no-shows and walk-ins, Production
 * and Operations Management 21(4)
 */
function dome(patients: number, { noShow, cv, planning }: { noShow: number; cv: number; planning: number }): number[] {
  const mean = 15 * (1 - noShow);
  const sd = 15 * Math.sqrt((1 - noShow) * (cv ** 2 + noShow));
  let last = 0;
  return Array.from({ length: patients }, (_, index) => {
    const early = sd * Math.sqrt(((index + 1) * (patients + index + 1)) / (patients - 1));
    last = Math.max(last, planning * index * mean - early);
    return last;
  });
}

/** The loss of every rule, of the grid of five minutes, and how many of the grid's templates are certified. */
export function thumbRules(): { losses: readonly RuleLoss[]; certified: number; settings: number } {
  const found = new Map<string, number[]>();
  const note = (rule: string, loss: number) => found.set(rule, [...(found.get(rule) ?? []), loss]);
  let certified = 0;
  for (const setting of settings) {
    const problem = session({ ...setting, samples: 1000 });
    const onGrid = bestTemplate(problem);
    const best = bestTemplate({ ...problem, times: { kind: "any" } }).objective;
    if (onGrid.certified) certified++;
    note("best on a 5-minute grid", 100 * (onGrid.objective / best - 1));
    for (const [name, rule] of Object.entries(rules)) {
      const costs = rule(problem, setting).map((times) => expectedCost(problem, times).cost);
      note(name, 100 * (Math.min(...costs) / best - 1));
    }
  }
  const losses = [...found].map(([rule, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    return { rule, median: (sorted[middle - 1]! + sorted[middle]!) / 2, most: sorted.at(-1)! };
  });
  return { losses, certified, settings: settings.length };
}
