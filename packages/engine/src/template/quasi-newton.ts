/**
 * Descent by gradients with a limited memory (L-BFGS), for functions with kinks too.
 *
 * @module
 */

/** A function and its gradient. */
export type Gradient = (point: Float64Array, gradient: Float64Array) => number;

/** How far to descend. */
export interface DescentOptions {
  /** Least and greatest value of each coordinate. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The most evaluations. */
  readonly mostEvaluations: number;
  /** Ends when a step gains less than this share of the value. */
  readonly relativeGain: number;
  readonly stopped?: () => boolean;
}

/** How many steps are remembered. */
const MEMORY = 12;

/**
 * Descends from a point, and returns the best one met.
 *
 * The line search asks for enough descent and for a slope that has turned (weak Wolfe conditions), which is what keeps
 * the method going on functions with kinks. Coordinates at a bound stay there while the slope presses them against it.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 7.2; Lewis & Overton (2013), Nonsmooth
 * optimization via quasi-Newton methods, Mathematical Programming 141
 */
export function descend(evaluate: Gradient, start: Float64Array, options: DescentOptions) {
  const { lower, upper, mostEvaluations, relativeGain, stopped = () => false } = options;
  const size = start.length;
  const clip = (point: Float64Array) =>
    point.map((value, index) => Math.min(upper[index]!, Math.max(lower[index]!, value)));
  let point = clip(start);
  let gradient = new Float64Array(size);
  let value = evaluate(point, gradient);
  let evaluations = 1;
  const steps: Float64Array[] = [];
  const turns: Float64Array[] = [];
  let poorSteps = 0;
  while (evaluations < mostEvaluations && !stopped()) {
    const free = gradient.map((slope, index) =>
      (point[index]! <= lower[index]! && slope > 0) || (point[index]! >= upper[index]! && slope < 0) ? 0 : slope,
    );
    const direction = directionOf(free, steps, turns);
    for (let index = 0; index < size; index++) if (free[index] === 0) direction[index] = 0;
    const slope = dot(direction, free);
    if (!(slope < 0)) {
      if (steps.length === 0) break;
      steps.length = 0;
      turns.length = 0;
      continue;
    }
    let low = 0;
    let high = Infinity;
    // Without memory, a first step of some minutes.
    let length = steps.length === 0 ? 5 / Math.max(...free.map(Math.abs)) : 1;
    let found: { point: Float64Array<ArrayBuffer>; gradient: Float64Array<ArrayBuffer>; value: number } | undefined;
    for (let tries = 0; tries < 25 && evaluations < mostEvaluations; tries++) {
      const next = clip(point.map((value, index) => value + length * direction[index]!));
      const nextGradient = new Float64Array(size);
      const nextValue = evaluate(next, nextGradient);
      evaluations++;
      if (nextValue > value + 1e-4 * length * slope) high = length;
      else {
        found = { point: next, gradient: nextGradient, value: nextValue };
        if (dot(nextGradient, direction) >= 0.9 * slope) break;
        low = length;
      }
      length = high === Infinity ? 2 * length : (low + high) / 2;
    }
    if (found === undefined) {
      if (steps.length === 0) break;
      steps.length = 0;
      turns.length = 0;
      continue;
    }
    const step = found.point.map((value, index) => value - point[index]!);
    const turn = found.gradient.map((slope, index) => slope - gradient[index]!);
    if (dot(step, turn) > 1e-12 * dot(turn, turn)) {
      steps.push(step);
      turns.push(turn);
      if (steps.length > MEMORY) {
        steps.shift();
        turns.shift();
      }
    }
    poorSteps = value - found.value <= relativeGain * Math.abs(value) ? poorSteps + 1 : 0;
    ({ point, gradient, value } = found);
    if (poorSteps >= 5) break;
  }
  return { point, value, evaluations };
}

/** The quasi-Newton direction by the two loops over what is remembered. */
function directionOf(gradient: Float64Array, steps: readonly Float64Array[], turns: readonly Float64Array[]) {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (let index = steps.length - 1; index >= 0; index--) {
    const share = dot(steps[index]!, direction) / dot(steps[index]!, turns[index]!);
    shares[index] = share;
    addTimes(direction, -share, turns[index]!);
  }
  const last = steps.length - 1;
  if (last >= 0) {
    const scale = dot(steps[last]!, turns[last]!) / dot(turns[last]!, turns[last]!);
    for (let index = 0; index < direction.length; index++) direction[index]! *= scale;
  }
  steps.forEach((step, index) => {
    const share = dot(turns[index]!, direction) / dot(step, turns[index]!);
    addTimes(direction, shares[index]! - share, step);
  });
  return direction;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!;
  return sum;
}

function addTimes(one: Float64Array, factor: number, other: Float64Array): void {
  for (let index = 0; index < one.length; index++) one[index]! += factor * other[index]!;
}
