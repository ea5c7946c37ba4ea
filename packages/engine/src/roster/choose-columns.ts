/**
 * The best choice among columns that are known: the restricted master as an integer programme.
 *
 * @module
 */

import type { LinearModelData } from "../modelling/model-data.ts";
import type { Master, Workshop } from "./columns.ts";
import type { Dived } from "./dive.ts";

/** An iteration of the integer programme, in extended labels. */
const iterationWork = 40;

/** More columns than this are too many for a quick integer programme. */
const mostColumns = 2_500;

/**
 * Chooses one column per member; undefined when no choice below the cutoff is found.
 *
 * Only columns count whose reduced cost leaves room below the cutoff, by the last optimum of the master.
 */
export async function chooseColumns(
  shop: Workshop,
  master: Master,
  { cutoff, work }: { readonly cutoff: number; readonly work: number },
): Promise<Dived | undefined> {
  const { relaxed, columns, slackCount } = master;
  if (shop.solver === undefined || relaxed === undefined) return undefined;
  const room = cutoff - master.rows.constant - relaxed.objective + 1e-6;
  if (room < 0) return undefined;
  const within: number[] = [];
  for (let index = 0; index < columns.length; index++) {
    // A column that came after the last solve has no reduced cost yet.
    if ((relaxed.reducedCosts[slackCount + index] ?? Number.POSITIVE_INFINITY) <= room) within.push(index);
  }
  if (within.length > mostColumns) return undefined;
  const seconds = shop.secondsLeft();
  const outcome = await shop.solver.solve(programme(master, within), {
    limits: seconds === Number.POSITIVE_INFINITY ? { work } : { work, seconds: Math.max(0.05, seconds) },
    relativeGap: 1e-4,
    clock: shop.clock,
    ...(shop.cancelled === undefined ? {} : { cancelled: shop.cancelled }),
  });
  shop.spend(work * iterationWork);
  if (outcome.status !== "optimal" && outcome.status !== "feasible") return undefined;
  const chosen = master.people.map(() => -1);
  within.forEach((index, at) => {
    if (outcome.solution[slackCount + at]! > 0.5) chosen[columns[index]!.member] = index;
  });
  if (chosen.includes(-1)) return undefined;
  const cost = master.costOf(chosen);
  return cost < cutoff ? { tours: chosen.map((index) => columns[index]!.tour), cost } : undefined;
}

/** The master over some of its columns, by rows. */
function programme(master: Master, within: readonly number[]): LinearModelData {
  const { slackCount, columns } = master;
  const { slacks, lowers, uppers } = master.rows;
  const count = slackCount + within.length;
  const byRow: { indices: number[]; coefficients: number[] }[] = Array.from(lowers, () => ({
    indices: [],
    coefficients: [],
  }));
  const put = (row: number, index: number, coefficient: number) => {
    byRow[row]!.indices.push(index);
    byRow[row]!.coefficients.push(coefficient);
  };
  for (let slack = 0; slack < slackCount; slack++) put(slacks.rows[slack]!, slack, slacks.coefficients[slack]!);
  within.forEach((index, at) => {
    const { member, rows, weights } = columns[index]!;
    put(member, slackCount + at, 1);
    for (let entry = 0; entry < rows.length; entry++) put(rows[entry]!, slackCount + at, weights[entry]!);
  });
  const starts = new Int32Array(byRow.length + 1);
  byRow.forEach(({ indices }, row) => {
    starts[row + 1] = starts[row]! + indices.length;
  });
  const costs = new Float64Array(count);
  costs.set(Array.from(slacks.costs));
  within.forEach((index, at) => {
    costs[slackCount + at] = columns[index]!.cost;
  });
  return {
    variables: {
      count,
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(Number.POSITIVE_INFINITY).fill(1, slackCount),
      integer: new Uint8Array(count).fill(1, slackCount),
      names: new Array(count),
    },
    constraints: {
      count: byRow.length,
      lower: lowers,
      upper: uppers,
      names: new Array(byRow.length),
      starts,
      indices: Int32Array.from(byRow.flatMap(({ indices }) => indices)),
      coefficients: Float64Array.from(byRow.flatMap(({ coefficients }) => coefficients)),
    },
    objective: { sense: "minimise", constant: 0, costs },
  };
}
