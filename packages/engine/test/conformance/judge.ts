/**
 * Judges outcomes without any of the engine's own arithmetic: row by row, from the coefficients.
 *
 * @module
 */

import { expect } from "vitest";
import type { LinearModelData, Outcome } from "../../src/index.ts";

/** A value may be off by so much, in parts of the largest term of its row. */
const tolerance = 1e-6;

/** What is wrong with a solution, in words; nothing when it keeps all. */
export function faultsOf(model: LinearModelData, solution: ArrayLike<number>): string[] {
  const { variables, constraints } = model;
  const faults: string[] = [];
  if (solution.length !== variables.count) faults.push(`${solution.length} values for ${variables.count} variables`);
  for (let j = 0; j < variables.count; j++) {
    const value = solution[j] ?? NaN;
    const slack = tolerance * Math.max(1, Math.abs(value));
    if (!(value >= variables.lower[j]! - slack)) faults.push(`x${j} = ${value} is below ${variables.lower[j]}`);
    if (!(value <= variables.upper[j]! + slack)) faults.push(`x${j} = ${value} is above ${variables.upper[j]}`);
    if (variables.integer[j] === 1 && !Number.isInteger(value)) faults.push(`x${j} = ${value} is not whole`);
  }
  for (let i = 0; i < constraints.count; i++) {
    const terms: number[] = [];
    for (let k = constraints.starts[i]!; k < constraints.starts[i + 1]!; k++) {
      terms.push(constraints.coefficients[k]! * (solution[constraints.indices[k]!] ?? NaN));
    }
    const activity = terms.reduce((total, term) => total + term, 0);
    const slack = tolerance * Math.max(1, ...terms.map(Math.abs));
    if (!(activity >= constraints.lower[i]! - slack)) faults.push(`c${i} = ${activity} < ${constraints.lower[i]}`);
    if (!(activity <= constraints.upper[i]! + slack)) faults.push(`c${i} = ${activity} > ${constraints.upper[i]}`);
  }
  return faults;
}

/** Two objectives are the same but for rounding. */
export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Fails unless the outcome can be believed, given the true optimum. */
export function expectHonest(model: LinearModelData, outcome: Outcome, optimum: number): void {
  const sign = model.objective.sense === "minimise" ? 1 : -1;
  if (outcome.status === "infeasible" || outcome.status === "unbounded") {
    throw new Error(`called ${outcome.status}, but ${optimum} is the optimum`);
  }
  if (outcome.status === "unknown") {
    if (outcome.bound !== undefined) expectNoWorse(sign * outcome.bound, sign * optimum);
    return;
  }
  const faults = faultsOf(model, outcome.solution);
  if (faults.length > 0) throw new Error(faults.join("; "));
  const { costs, constant } = model.objective;
  const worth = costs.reduce((total, cost, j) => total + cost * outcome.solution[j]!, constant);
  expect(isNear(worth, outcome.objective), `worth ${worth}, called ${outcome.objective}`).toBe(true);
  expectNoWorse(sign * optimum, sign * outcome.objective);
  expectNoWorse(sign * outcome.bound, sign * optimum);
  expectNoWorse(sign * outcome.bound, sign * outcome.objective);
  if (outcome.status === "optimal") {
    expect(isNear(outcome.objective, optimum), `${outcome.objective} instead of ${optimum}`).toBe(true);
    expect(outcome.gap).toBeLessThanOrEqual(1e-6);
  }
}

function expectNoWorse(one: number, other: number): void {
  expect(one <= other || isNear(one, other), `${one} should be no more than ${other}`).toBe(true);
}
