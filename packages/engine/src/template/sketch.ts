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
    return sampleCostAndGradient(line, samples, { times, gradient });
  };
  const { point, value } = descend(evaluate, start, {
    lower: Float64Array.from(ranges, ({ from }) => from),
    upper: Float64Array.from(ranges, ({ to }) => to),
    mostEvaluations,
    relativeGain,
    stopped: () => work.isOver(),
  });
  return { times: inOrder(point), cost: value };
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

/** Nobody before somebody who is seen earlier: that would only be a wait. */
export function inOrder(times: ArrayLike<number>): number[] {
  let last = 0;
  return Array.from(times, (time) => {
    last = Math.max(last, time);
    return last;
  });
}
