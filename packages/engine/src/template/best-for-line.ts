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
import { bestOnUnevenSlots } from "./uneven-slots.ts";
import type { Work } from "./work.ts";

/** How a line is solved. */
export interface LineOptions {
  readonly work: Work;
  /** Minutes of all items to begin with. */
  readonly start?: ArrayLike<number> | undefined;
}

/** Samples for a sketch of what is then priced exactly. */
const SKETCH_SAMPLES = { count: 500, seed: "sketch" };

/** The best template of a line on its grid or slots; undefined when somebody has no minute to be given. */
export function bestForLine(problem: SessionProblem, line: Line, { work, start }: LineOptions): SetDescent | undefined {
  const allowed = allowedTimes(problem, line);
  if (allowed.ranges.some(({ from, to }, item) => from > to && line.items[item]!.at === undefined)) return undefined;
  const samples = samplesOf(problem, line);
  const fixed = line.items.map(({ at }) => at);
  const descend = (evaluation: Evaluation, times: readonly number[]) => {
    const places = nearestPlaces(allowed, times);
    const { minutes, ranges } = allowed;
    return descendBySets({ evaluation, allowed: minutes, ranges, start: places, fixed }, work);
  };
  const sketch = sketchTemplate(problem, line, { samples, work, start });
  let descent = descend(sampledEvaluation(line, samples), sketch.times);
  // Samples are cheap: they lead to where exact prices have only a few steps left.
  const evaluation = evaluationOf(problem, line, samples);
  if (problem.evaluation.kind === "exact") descent = descend(evaluation, descent.times);
  const times = inOrder(descent.times);
  evaluation.place(times);
  const best = { times, cost: evaluation.cost };
  return allowed.isEven
    ? { ...best, bound: descent.bound }
    : bestOnUnevenSlots({ line, allowed, evaluation, best }, work);
}

function samplesOf({ evaluation }: SessionProblem, line: Line): Samples {
  return drawSamples(line, evaluation.kind === "exact" ? SKETCH_SAMPLES : evaluation);
}

/** What prices templates of a line as its problem asks. */
export function evaluationOf(problem: SessionProblem, line: Line, samples = samplesOf(problem, line)): Evaluation {
  return problem.evaluation.kind === "exact"
    ? keptInOrder(exactEvaluation(line), line)
    : sampledEvaluation(line, samples);
}

function sampledEvaluation(line: Line, samples: Samples): Evaluation {
  return keptInOrder(new SampleEvaluation(line, samples), line);
}

function keptInOrder(evaluation: Evaluation, line: Line): Evaluation {
  const areAllPunctual = line.items.every(({ punctuality }) => punctuality === undefined);
  return areAllPunctual ? evaluation : new KeptInOrder(evaluation, line);
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
