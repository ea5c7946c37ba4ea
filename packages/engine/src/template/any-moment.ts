/**
 * The best template of a line whose appointments may be at any moment.
 *
 * @module
 */

import { rangesOfItems } from "./allowed-times.ts";
import type { LineOptions } from "./best-for-line.ts";
import { ExponentialEvaluation } from "./exponential-evaluation.ts";
import type { Line } from "./line.ts";
import { solvePositive } from "./positive-definite.ts";
import type { SessionProblem } from "./problem.ts";
import { descend } from "./quasi-newton.ts";
import { drawSamples } from "./samples.ts";
import type { SetDescent } from "./set-descent.ts";
import { holdUp, inOrder, sketchTemplate } from "./sketch.ts";

/** Steps that gain less than this share of the cost are the last. */
const LEAST_GAIN = 1e-9;

/** The most times that a descent is begun anew. */
const MOST_RESTARTS = 10;

/**
 * The best template by gradients: over samples, without a bound of its own, or exactly for exponential services, where
 * convexity gives one.
 */
export function bestAtAnyMoment(problem: SessionProblem, line: Line, { work, start }: LineOptions): SetDescent {
  if (problem.evaluation.kind === "exact") return bestExponential(problem, line, { work, start });
  const samples = drawSamples(line, problem.evaluation);
  let best = sketchTemplate(problem, line, { samples, work, start, relativeGain: LEAST_GAIN });
  // What is remembered of one side of a kink misleads on the other: begun anew, it goes on.
  for (let again = 0; again < MOST_RESTARTS && !work.isOver(); again++) {
    const next = sketchTemplate(problem, line, { samples, work, start: best.times, relativeGain: LEAST_GAIN });
    if (!(next.cost < best.cost * (1 - 1e-7))) break;
    best = next;
  }
  return { ...best, bound: -Infinity };
}

function bestExponential(problem: SessionProblem, line: Line, { work, start }: LineOptions): SetDescent {
  const evaluation = new ExponentialEvaluation(line);
  const ranges = rangesOfItems(problem, line);
  const evaluate = (point: Float64Array, gradient: Float64Array) => {
    const times = inOrder(point);
    work.did(1);
    evaluation.place(times);
    gradient.set(evaluation.gradient());
    holdUp(point, gradient);
    return evaluation.cost;
  };
  const even = line.items.map((_, item) => (item * problem.length) / line.items.length);
  const { point } = descend(evaluate, Float64Array.from(start ?? even), {
    lower: Float64Array.from(ranges, ({ from }) => from),
    upper: Float64Array.from(ranges, ({ to }) => to),
    mostEvaluations: 2000,
    relativeGain: 1e-15,
    stopped: () => work.isOver(),
  });
  const last = ranges[0]!.to;
  const times = polished(evaluation, inOrder(point), last);
  evaluation.place(times);
  const cost = evaluation.cost;
  return { times, cost, bound: cost + boundOfSlope(evaluation.gradient(), times, last) };
}

/** The most steps of Newton's method; each doubles the digits. */
const MOST_STEPS = 12;

/** Newton's method on the slopes of the appointments that are strictly between others, as long as they get smaller. */
function polished(evaluation: ExponentialEvaluation, start: readonly number[], last: number): number[] {
  let times = [...start];
  const slopes = (at: readonly number[]) => {
    evaluation.place(at);
    return evaluation.gradient();
  };
  for (let step = 0; step < MOST_STEPS; step++) {
    const free = times.flatMap((time, item) =>
      time > (times[item - 1] ?? 0) && time < (times[item + 1] ?? last) ? [item] : [],
    );
    const now = slopes(times);
    const small = 1e-5;
    const rows = free.map((item) => {
      const moved = slopes(times.with(item, times[item]! + small));
      return free.map((other) => (moved[other]! - now[other]!) / small);
    });
    const move = solvePositive(
      rows,
      free.map((item) => -now[item]!),
    );
    if (move === undefined) return times;
    const next = [...times];
    free.forEach((item, index) => {
      next[item]! += move[index]!;
    });
    const isOrdered = next.every((time, item) => time >= (next[item - 1] ?? 0) && time <= last);
    const steepest = (gradient: Float64Array) => Math.max(0, ...free.map((item) => Math.abs(gradient[item]!)));
    if (!isOrdered || !(steepest(slopes(next)) < steepest(now))) return times;
    times = next;
  }
  return times;
}

/**
 * How far below the present cost a convex function can fall, by its slope: at an end of the ordered templates, where all
 * up to some patient come at the start and all others at the last minute.
 */
function boundOfSlope(slope: Float64Array, times: readonly number[], last: number): number {
  let here = 0;
  let there = 0;
  let least = 0;
  for (let item = slope.length - 1; item >= 0; item--) {
    here += slope[item]! * times[item]!;
    there += slope[item]! * last;
    least = Math.min(least, there);
  }
  return Math.min(0, least - here);
}
