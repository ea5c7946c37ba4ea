import type { LinearModelData } from "./model-data.ts";

/**
 * How badly values break a model: the largest distance by which a bound, a constraint or wholeness is missed.
 *
 * The distance to a constraint is in parts of its largest term (or of 1, when all are smaller), so that one tolerance
 * does for minutes and for millions. Zero when all is kept.
 *
 * @example
 * const model = new LinearModel();
 * const nurses = model.addVariable({ integer: true });
 * model.addConstraint(nurses, { lower: 2 });
 * largestViolation(model.data(), [1.75]) // 0.25
 */
export function largestViolation({ variables, constraints }: LinearModelData, values: ArrayLike<number>): number {
  let worst = 0;
  for (let index = 0; index < variables.count; index++) {
    const value = values[index]!;
    if (Number.isNaN(value)) return Infinity;
    const scale = Math.max(1, Math.abs(value));
    worst = Math.max(worst, (variables.lower[index]! - value) / scale, (value - variables.upper[index]!) / scale);
    if (variables.integer[index] === 1) worst = Math.max(worst, Math.abs(value - Math.round(value)));
  }
  for (let row = 0; row < constraints.count; row++) {
    let activity = 0;
    let scale = 1;
    for (let entry = constraints.starts[row]!; entry < constraints.starts[row + 1]!; entry++) {
      const term = constraints.coefficients[entry]! * values[constraints.indices[entry]!]!;
      activity += term;
      scale = Math.max(scale, Math.abs(term));
    }
    worst = Math.max(worst, (constraints.lower[row]! - activity) / scale, (activity - constraints.upper[row]!) / scale);
  }
  return worst;
}
