/**
 * A template at any moments, good enough to begin with: the sample average, descended by its gradient.
 *
 * @module
 */

import { rangesOfItems } from "./allowed-times.ts";
import type { Line, LineItem } from "./line.ts";
import type { SessionProblem } from "./problem.ts";
import { descend } from "./quasi-newton.ts";
import { sampleCostAndGradient } from "./sample-evaluation.ts";
import type { Samples } from "./samples.ts";
import type { Work } from "./work.ts";

/** How exactly a sketch is drawn. */
export interface SketchOptions {
  readonly samples: Samples;
  readonly work: Work;
  /** Minutes of all items to begin with; everybody after the expected time of those before, unless given. */
  readonly start?: ArrayLike<number> | undefined;
  /** Ends when steps gain less than this share of the cost; a ten-thousandth unless given, enough for a grid. */
  readonly relativeGain?: number;
  /** Evaluations of the sample average; 2,000 unless given. */
  readonly mostEvaluations?: number;
}

/** Minutes of all items of a line that make its sample average low; breaks keep theirs. */
export function sketchTemplate(problem: SessionProblem, line: Line, options: SketchOptions) {
  const { samples, work, relativeGain = 1e-4, mostEvaluations = 2000 } = options;
  const ranges = rangesOfItems(problem, line);
  const start = Float64Array.from(options.start ?? atExpectedTimes(line.items));
  const evaluate = (times: Float64Array, gradient: Float64Array) => {
    work.did(1);
    if (samples.lateness === undefined) return sampleCostAndGradient(line, samples, { times, gradient });
    const cost = sampleCostAndGradient(line, samples, { times: inOrder(times), gradient });
    holdUp(times, gradient);
    return cost;
  };
  const { point } = descend(evaluate, start, {
    lower: Float64Array.from(ranges, ({ from }) => from),
    upper: Float64Array.from(ranges, ({ to }) => to),
    mostEvaluations,
    relativeGain,
    stopped: () => work.isOver(),
  });
  const times = inOrder(point);
  return { times, cost: evaluate(Float64Array.from(times), new Float64Array(times.length)) };
}

/** Everybody when those before are expected to be done. */
export function atExpectedTimes(items: readonly Pick<LineItem, "service" | "show" | "at">[]): number[] {
  let done = 0;
  return items.map(({ service, show, at }) => {
    const time = at ?? done;
    done = Math.max(done, time) + show * service.mean;
    return time;
  });
}

/** An appointment out of order counts at the minute of the one that holds it up, so that one takes its slope. */
export function holdUp(times: ArrayLike<number>, gradient: Float64Array): void {
  let holder = 0;
  for (let item = 1; item < gradient.length; item++) {
    if (times[item]! >= times[holder]!) holder = item;
    else {
      gradient[holder]! += gradient[item]!;
      gradient[item] = 0;
    }
  }
}

/** Nobody before somebody who is seen earlier: that would only be a wait. */
export function inOrder(times: ArrayLike<number>): number[] {
  let last = 0;
  return Array.from(times, (time) => {
    last = Math.max(last, time);
    return last;
  });
}
