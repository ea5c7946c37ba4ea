/**
 * Tries a move against the plan so far and the office as it is, on luck that was not used for choosing it.
 *
 * @module
 */

import type { Experiment } from "../experiment/conduct.ts";
import type { Seed } from "../experiment/executor.ts";
import { type DifferenceEstimate, differenceEstimate } from "../experiment/results.ts";
import { Samples } from "../experiment/sample.ts";
import type { Scenario } from "../scenario/schema.ts";
import { pairedDifference } from "../statistics/estimate.ts";
import type { Goals } from "./goals.ts";

/** Who is compared. */
export interface Contenders {
  readonly base: Scenario;
  readonly present: Scenario;
  readonly candidate: Scenario;
}

/** How a trial is held. */
export interface TrialOptions {
  readonly goals: Goals;
  /** What a unit of each goal counts. */
  readonly weights: readonly number[];
  readonly seed: Seed;
  readonly from: number;
  readonly replications: number;
  /** Level of the interval that must be clear of the price. */
  readonly confidence: number;
  /** What a change has to gain, as a share of all goals together. */
  readonly price: number;
}

/** What came of a trial. */
export interface Trial {
  readonly kept: boolean;
  /** Why it was not kept. */
  readonly reason?: string;
  /** Difference from the plan so far, for each goal. */
  readonly worth: Readonly<Record<string, DifferenceEstimate>>;
}

/** Level at which a rail counts as broken in a trial: rather too early than too late. */
const RAIL_CONFIDENCE = 0.9;

/**
 * Simulates all three in the same replications, and judges the candidate: it gains when all goals together are less, or
 * one of them is and none is more, and by more than a change costs.
 */
export function* tryMove({ base, present, candidate }: Contenders, options: TrialOptions): Experiment<Trial> {
  const { goals, weights, seed, from, replications, confidence, price } = options;
  const measures = goals.rails.map(({ measure }) => measure);
  const samples = new Samples(3, measures);
  const task = { seed, measures, from, to: from + replications };
  samples.add(yield [base, present, candidate].map((scenario) => ({ scenario, ...task })));
  const worth = Object.fromEntries(
    goals.less.map((measure) => [
      measure,
      differenceEstimate(samples.of(2, measure), samples.of(1, measure), { confidence }),
    ]),
  );
  const score = (scenario: number) => {
    const columns = goals.less.map((measure) => samples.of(scenario, measure));
    return columns[0]!.map((_, row) => weights.reduce((sum, weight, goal) => sum + weight * columns[goal]![row]!, 0));
  };
  const gain = pairedDifference(score(2), score(1), { confidence });
  const others = Object.values(worth);
  const isPure = others.some(isLess) && !others.some(({ mean, measurable }) => measurable && mean > 0);
  const isPaid = gain.mean + price < 0;
  if (!isLess({ ...gain, mean: gain.mean + price }) && !(isPure && isPaid)) {
    const reason = isLess(gain) || isPure ? "gains less than a change costs" : "no measurable gain";
    return { kept: false, reason, worth };
  }
  const broken = brokenRails(goals, RAIL_CONFIDENCE, (measure) => [samples.of(2, measure), samples.of(0, measure)]);
  if (broken.length === 0) return { kept: true, worth };
  return { kept: false, reason: `worse in ${broken.join(", ")}`, worth };
}

/** Whether an interval lies below zero as a whole. */
function isLess({ mean, halfWidth }: Pick<DifferenceEstimate, "mean" | "halfWidth">): boolean {
  return mean + halfWidth < 0;
}

/** The measures that are measurably worse than in the office as it is. */
export function brokenRails(
  { rails }: Goals,
  confidence: number,
  pairOf: (measure: string) => readonly [candidate: Float64Array, base: Float64Array],
): string[] {
  return rails.flatMap(({ measure, worse }) => {
    const { mean, measurable } = differenceEstimate(...pairOf(measure), { confidence });
    return measurable && (worse === "more" ? mean > 0 : mean < 0) ? [measure] : [];
  });
}
