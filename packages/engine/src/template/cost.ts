/**
 * What a template is expected to cost: exactly or by sample average.
 *
 * @module
 */

import { estimate } from "../statistics/estimate.ts";
import type { SessionCost } from "./answer.ts";
import { exactEvaluation } from "./exact-evaluation.ts";
import { ExponentialEvaluation } from "./exponential-evaluation.ts";
import { type Line, lineOf, placesOfBreaks, timesOfItems } from "./line.ts";
import type { SessionProblem } from "./problem.ts";
import { type FiguresBySample, figuresOfSamples, sampleCostAndGradient } from "./sample-evaluation.ts";
import { drawSamples } from "./samples.ts";

/** How a template is priced. */
export interface CostOptions {
  /** Indexes of the problem's patients in the order of being seen; as listed unless given. */
  readonly order?: readonly number[];
  /** Samples instead of the problem's own; no effect on exact evaluations. */
  readonly samples?: { readonly count: number; readonly seed: number | string };
}

/**
 * Expected wait, idle time, overtime and cost of a template.
 *
 * Where the problem asks for exact evaluation the figures are exact; else they are averages over samples, with the
 * half-widths of their intervals at 95 %.
 *
 * @param times minutes after the start, one for each patient in the order of being seen, not decreasing
 * @throws {RangeError} when the problem makes no sense, or the times do not fit it
 * @example
 * const { problem } = parseSession(`{ session: { patients: 12, length: 155 min, grid: 5 min }, show: 85 %, evaluation: exact,
 *   service: { lognormal: { mean: 15 min, sd: 7.5 min } }, cost: { idle: 10, overtime: 15 } }`);
 * expectedCost(problem, [0, 0, 10, 20, 35, 45, 60, 70, 85, 95, 105, 115]).cost // 432.49278…
 */
export function expectedCost(
  problem: SessionProblem,
  times: readonly number[],
  options: CostOptions = {},
): SessionCost {
  const line = lineOfTemplate(problem, times, options);
  const { counting, evaluation } = problem;
  if (evaluation.kind === "exact") {
    const exact = exactEvaluation(line);
    exact.place(timesOfItems(line, times));
    const waits = exact.waits().filter((_, item) => line.items[item]!.patient !== undefined);
    return { ...exact.figures(), counting, evaluation: "exact", waits };
  }
  const samples = drawSamples(line, options.samples ?? evaluation);
  return estimatedFigures(problem, figuresOfSamples(line, samples, timesOfItems(line, times)));
}

/**
 * By how much the expected cost grows with each minute that an appointment is later, one number for each patient.
 *
 * Over samples and for exponential services it is the derivative (at a kink one of its sides); in whole minutes, where
 * there is none, the step to the next minute.
 *
 * @throws {RangeError} as `expectedCost`
 * @example
 * const { problem } = parseSession(`{ session: { patients: 3, length: 60 min, grid: 5 min }, samples: 100,
 *   service: { exponential: { mean: 15 min } }, cost: { idle: 10, overtime: 15 } }`);
 * costGradient(problem, [0, 20, 40]).length // 3
 */
export function costGradient(problem: SessionProblem, times: readonly number[], options: CostOptions = {}): number[] {
  const line = lineOfTemplate(problem, times, options);
  const placed = timesOfItems(line, times);
  const ofPatients = (gradient: ArrayLike<number>) =>
    Array.from(gradient).filter((_, item) => line.items[item]!.patient !== undefined);
  if (problem.evaluation.kind === "samples") {
    const gradient = new Float64Array(placed.length);
    sampleCostAndGradient(line, drawSamples(line, options.samples ?? problem.evaluation), { times: placed, gradient });
    return ofPatients(gradient);
  }
  const exact = exactEvaluation(line);
  exact.place(placed);
  if (exact instanceof ExponentialEvaluation) return ofPatients(exact.gradient());
  const { cost } = exact;
  exact.mark();
  return ofPatients(
    placed.map((time, item) => {
      exact.rollback();
      exact.move(item, time + 1);
      return exact.cost - cost;
    }),
  );
}

/** Means and half-widths of figures by sample. */
export function estimatedFigures({ counting }: SessionProblem, rows: FiguresBySample): SessionCost {
  const cost = estimate(rows.cost);
  const wait = estimate(rows.wait);
  const idle = estimate(rows.idle);
  const overtime = estimate(rows.overtime);
  return {
    cost: cost.mean,
    wait: wait.mean,
    idle: idle.mean,
    overtime: overtime.mean,
    counting,
    evaluation: { samples: rows.cost.length },
    halfWidths: {
      cost: cost.halfWidth,
      wait: wait.halfWidth,
      idle: idle.halfWidth,
      overtime: overtime.halfWidth,
    },
    waits: Array.from(rows.waits),
  };
}

/** The line that a template makes of its problem: breaks stand where its appointments leave them. */
export function lineOfTemplate(problem: SessionProblem, times: readonly number[], options: CostOptions = {}): Line {
  const { patients, breaks } = problem;
  const order = options.order ?? patients.map((_, index) => index);
  if ([...order].sort((a, b) => a - b).some((index, place) => index !== place) || order.length !== patients.length) {
    throw new RangeError(`an order names each of the ${patients.length} patients once, got ${order.join(", ")}`);
  }
  if (times.length !== patients.length) {
    throw new RangeError(`a template needs ${patients.length} times, one for each patient, got ${times.length}`);
  }
  times.forEach((time, index) => {
    if (!(time >= 0 && time <= 10 * problem.length)) {
      throw new RangeError(`appointments are minutes after the start, got ${time}`);
    }
    const before = times[index - 1] ?? 0;
    if (time < before) throw new RangeError(`appointments must be in the order of time, got ${time} after ${before}`);
  });
  return lineOf(problem, order, placesOfBreaks(breaks, times));
}
