/**
 * The sample average as one linear programme: the obvious way, whose size grows with the samples.
 *
 * @module
 */

import type { LinearTerm, Variable } from "../modelling/expression.ts";
import { LinearModel } from "../modelling/linear-model.ts";
import type { LinearModelData } from "../modelling/model-data.ts";
import { rangesOfItems } from "./allowed-times.ts";
import { lineOf } from "./line.ts";
import type { SessionProblem } from "./problem.ts";
import { drawSamples } from "./samples.ts";

/**
 * The extensive form of a session without breaks whose appointments may be at any moment: its first variables are the
 * appointments, and its objective is the sample average.
 *
 * @throws {RangeError} when the problem makes no sense, has breaks, or is not over samples
 * @example
 * const { problem } = parseSession(`{ session: { patients: 3, length: 60 min, grid: 5 min }, samples: 100,
 *   service: { exponential: { mean: 15 min } }, cost: { idle: 10, overtime: 15 } }`);
 * const outcome = await highs.solve(extensiveModel(problem));
 * outcome.status // "optimal"
 * @see Denton & Gupta (2003), A sequential bounding approach for optimal appointment scheduling, IIE Transactions 35(11)
 */
export function extensiveModel(problem: SessionProblem): LinearModelData {
  const { patients, breaks, evaluation, costs, counting, length } = problem;
  if (breaks.length > 0 || evaluation.kind !== "samples") {
    throw new RangeError("an extensive form is of a session without breaks, over samples");
  }
  const order = patients.map((_, index) => index);
  const line = lineOf(problem, order);
  const { count, services, lateness } = drawSamples(line, evaluation);
  const size = order.length;
  const model = new LinearModel();
  for (const { from, to } of rangesOfItems(problem, line)) model.addVariable({ lower: from, upper: to });
  for (let item = 1; item < size; item++) model.addRow([item - 1, item], [-1, 1], { lower: 0 });
  const prices: LinearTerm[] = [];
  let busy = 0;
  for (let sample = 0, at = 0; sample < count; sample++) {
    let before: Variable | undefined;
    for (let item = 0; item < size; item++, at++) {
      const late = lateness?.[at] ?? 0;
      const service = services[at]!;
      busy += service;
      const done = model.addVariable({ lower: service });
      model.addRow([done.index, item], [1, -1], { lower: late + service });
      if (before !== undefined) {
        model.addRow([done.index, before.index], [1, -1], { lower: service });
        const wait = model.addVariable();
        model.addRow([wait.index, before.index, item], [1, -1, 1], { lower: -Math.max(0, late) });
        prices.push({ variable: wait, coefficient: line.items[item]!.weight / count });
      }
      before = done;
    }
    const overtime = model.addVariable();
    model.addRow([overtime.index, before!.index], [1, -1], { lower: -length });
    const [ofEnd, ofOvertime] = counting.idle === "last patient" ? [costs.idle, 0] : [0, costs.idle];
    prices.push({ variable: overtime, coefficient: (costs.overtime + ofOvertime) / count });
    prices.push({ variable: before!, coefficient: ofEnd / count });
  }
  const idleAtLeast = counting.idle === "last patient" ? 0 : length;
  model.minimise({
    terms: prices,
    constant: costs.idle * (idleAtLeast - busy / count),
  });
  return model.data();
}
