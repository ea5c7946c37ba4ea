/**
 * The best template of one line: the order and the places of the breaks are given.
 *
 * @module
 */

import { type AllowedTimes, allowedTimes } from "./allowed-times.ts";
import type { Evaluation } from "./evaluation.ts";
import { exactEvaluation } from "./exact-evaluation.ts";
import { KeptInOrder } from "./kept-in-order.ts";
import type { Line } from "./line.ts";
import type { SessionProblem } from "./problem.ts";
import { SampleEvaluation } from "./sample-evaluation.ts";
import { drawSamples, type Samples } from "./samples.ts";
import { descendBySets, type SetDescent } from "./set-descent.ts";
import { inOrder, sketchTemplate } from "./sketch.ts";
import type { Work } from "./work.ts";

/** How a line is solved. */
export interface LineOptions {
  readonly work: Work;
  /** Minutes of all items to begin with. */
  readonly start?: ArrayLike<number> | undefined;
}

/** Samples for a sketch of what is then priced exactly. */
const SKETCH_SAMPLES = { count: 200, seed: "sketch" };

/** The best template of a line on its grid or slots; undefined when somebody has no minute to be given. */
export function bestForLine(problem: SessionProblem, line: Line, options: LineOptions): SetDescent | undefined {
  const allowed = allowedTimes(problem, line);
  if (allowed.ranges.some(({ from, to }, item) => from > to && line.items[item]!.at === undefined)) return undefined;
  const { evaluation, samples } = evaluationOf(problem, line);
  const sketch = sketchTemplate(problem, line, {
    samples,
    work: options.work,
    start: options.start,
  });
  const descent = descendBySets(
    {
      evaluation,
      allowed: allowed.minutes,
      ranges: allowed.ranges,
      start: nearestPlaces(allowed, sketch.times),
      fixed: line.items.map(({ at }) => at),
    },
    options.work,
  );
  const times = inOrder(descent.times);
  evaluation.place(times);
  return { times, cost: evaluation.cost, bound: allowed.isEven ? descent.bound : -Infinity };
}

/** What prices templates of a line as its problem asks, and samples to sketch with. */
export function evaluationOf(problem: SessionProblem, line: Line): { evaluation: Evaluation; samples: Samples } {
  const isExact = problem.evaluation.kind === "exact";
  const samples = drawSamples(line, problem.evaluation.kind === "exact" ? SKETCH_SAMPLES : problem.evaluation);
  const evaluation = isExact ? exactEvaluation(line) : new SampleEvaluation(line, samples);
  return { evaluation: samples.lateness === undefined ? evaluation : new KeptInOrder(evaluation, line), samples };
}

function nearestPlaces({ minutes, ranges }: AllowedTimes, times: readonly number[]): number[] {
  return times.map((time, item) => {
    const { from, to } = ranges[item]!;
    let best = from;
    for (let place = from; place <= to; place++) {
      if (Math.abs(minutes[place]! - time) < Math.abs(minutes[best]! - time)) best = place;
    }
    return best;
  });
}
