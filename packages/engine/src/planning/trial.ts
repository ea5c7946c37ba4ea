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
import { estimate, pairedDifference } from "../statistics/estimate.ts";
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
  /** At first. */
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
  /** How many it took. */
  readonly replications: number;
}

/** Level at which a rail counts as broken in a trial: rather too early than too late. */
const RAIL_CONFIDENCE = 0.9;

/** By how large a share of what it is in the office as it is, a goal may be worse without a trial seeing it. */
const MARGIN = 0.05;

/** A trial that leaves a goal unsure goes on for so many times as long at most. */
const MOST_TIMES = 8;

/**
 * Simulates all three in the same replications, and judges the candidate: it gains when all goals together are less, or
 * one of them is and none is more, and by more than a change costs.
 *
 * No goal may be measurably worse than in the office as it is; nor may it be worse by more than a margin and chance hide
 * it. A move after which other patients come has much chance to hide behind: its trial goes on until it is seen through.
 */
export function* tryMove({ base, present, candidate }: Contenders, options: TrialOptions): Experiment<Trial> {
  const { goals, seed, from, replications } = options;
  const measures = goals.rails.map(({ measure }) => measure);
  const samples = new Samples(3, measures);
  for (let to = replications; ; ) {
    const task = { seed, measures, from: from + samples.replications, to: from + to };
    samples.add(yield [base, present, candidate].map((scenario) => ({ scenario, ...task })));
    const verdict = judged(samples, options);
    const { isUnsure, enough, ...trial } = verdict;
    const next = Math.min(Math.ceil(enough), MOST_TIMES * replications);
    if (!isUnsure || !(next > to)) return { ...trial, replications: to };
    to = next;
  }
}

/** A trial so far; when it is refused only because a goal is unsure, how many replications should be enough. */
interface Verdict extends Omit<Trial, "replications"> {
  readonly isUnsure: boolean;
  readonly enough: number;
}

function judged(samples: Samples, { goals, weights, confidence, price }: TrialOptions): Verdict {
  const worth = Object.fromEntries(
    goals.less.map((measure) => [
      measure,
      differenceEstimate(samples.of(2, measure), samples.of(1, measure), { confidence }),
    ]),
  );
  const refused = (reason: string) => ({ kept: false, reason, worth, isUnsure: false, enough: 0 });
  const score = (scenario: number) => {
    const columns = goals.less.map((measure) => samples.of(scenario, measure));
    return columns[0]!.map((_, row) => weights.reduce((sum, weight, goal) => sum + weight * columns[goal]![row]!, 0));
  };
  const gain = pairedDifference(score(2), score(1), { confidence });
  const others = Object.values(worth);
  const isPure = others.some(isLess) && !others.some(({ mean, measurable }) => measurable && mean > 0);
  const isPaid = gain.mean + price < 0;
  if (!isLess({ ...gain, mean: gain.mean + price }) && !(isPure && isPaid)) {
    return refused(isLess(gain) || isPure ? "gains less than a change costs" : "no measurable gain");
  }
  const broken = brokenRails(goals, RAIL_CONFIDENCE, (measure) => [samples.of(2, measure), samples.of(0, measure)]);
  if (broken.length > 0) return refused(`worse in ${broken.join(", ")}`);
  const unsure = goals.less.flatMap((measure) => {
    const enough = replicationsToSee(samples, measure);
    return enough > samples.replications ? [{ measure, enough }] : [];
  });
  if (unsure.length === 0) return { kept: true, worth, isUnsure: false, enough: 0 };
  const reason = `perhaps worse in ${unsure.map(({ measure }) => measure).join(", ")}`;
  const enough = Math.max(...unsure.map((one) => one.enough));
  return { ...refused(reason), isUnsure: Number.isFinite(enough), enough };
}

/** Replications after which an interval should show that a goal is not worse by more than the margin; Infinity when it seems to be. */
function replicationsToSee(samples: Samples, measure: string): number {
  const before = samples.of(0, measure);
  const { mean, halfWidth } = differenceEstimate(samples.of(2, measure), before, { confidence: RAIL_CONFIDENCE });
  const room = MARGIN * Math.abs(estimate(before).mean) - mean;
  if (mean + halfWidth <= 0) return 0;
  return room > 0 ? samples.replications * (halfWidth / room) ** 2 : Infinity;
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
