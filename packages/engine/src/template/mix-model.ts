/**
 * The integer programme of a week: how many sessions of each class have which pattern.
 *
 * @module
 */

import { LinearModel } from "../modelling/linear-model.ts";
import type { LinearModelData } from "../modelling/model-data.ts";
import { countedFor, isCounted, type Requirement } from "./requirements.ts";
import type { Column, SessionClass } from "./session-classes.ts";
import type { WeekSession } from "./week-problem.ts";

/** A week as its solver sees it. */
export interface WeekModel {
  readonly sessions: readonly WeekSession[];
  readonly classes: readonly SessionClass[];
  readonly requirements: readonly Requirement[];
}

/** A column of the programme, and the index of its class. */
export interface PlacedColumn extends Column {
  readonly ofClass: number;
}

/** All columns that refuse nothing which must be. */
export function columnsOf({ classes }: Pick<WeekModel, "classes">): PlacedColumn[] {
  return classes.flatMap(({ columns }, ofClass) =>
    columns.filter(({ refuses }) => refuses.length === 0).map((column) => ({ ...column, ofClass })),
  );
}

/**
 * The programme over some of the columns. Its first variables are the columns, in their order; its first constraints are
 * the classes, then come the requirements.
 *
 * @param whole whether patterns are counted in whole numbers, or may be split
 */
export function mixModel(week: WeekModel, columns: readonly PlacedColumn[], whole: boolean): LinearModelData {
  const model = new LinearModel();
  const costs = columns.map(({ cost }) => ({ variable: model.addVariable({ integer: whole }), coefficient: cost }));
  const ofClass: number[][] = week.classes.map(() => []);
  for (const [index, column] of columns.entries()) ofClass[column.ofClass]!.push(index);
  for (const [index, { sessions }] of week.classes.entries()) {
    const own = ofClass[index]!;
    model.addRow(own, ones(own.length), { equals: sessions.length });
  }
  for (const requirement of week.requirements) {
    const { indices, coefficients } = rowOf(requirement, week, columns);
    const { side, amount, price } = requirement;
    if (price !== undefined) {
      const variable = model.addVariable();
      costs.push({ variable, coefficient: price });
      indices.push(variable.index);
      coefficients.push(side === "at least" ? 1 : -1);
    }
    model.addRow(indices, coefficients, side === "at least" ? { lower: amount } : { upper: amount });
  }
  model.minimise({ terms: costs, constant: 0 });
  return model.data();
}

/** What each column counts for a requirement. */
function rowOf(requirement: Requirement, { classes, sessions }: WeekModel, columns: readonly PlacedColumn[]) {
  const counted = classes.map((one) => isCounted(requirement, sessions[one.sessions[0]!]!));
  const indices: number[] = [];
  const coefficients: number[] = [];
  for (const [index, { ofClass, pattern }] of columns.entries()) {
    if (!counted[ofClass]) continue;
    const weight = countedFor(requirement, pattern.mix);
    if (weight === 0) continue;
    indices.push(index);
    coefficients.push(weight);
  }
  return { indices, coefficients };
}

function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}
