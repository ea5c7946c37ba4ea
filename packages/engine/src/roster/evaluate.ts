/**
 * What tours cost under a model's terms: slow and obvious, the twin that the solvers' sums are compared with.
 *
 * @module
 */

import {
  type CoverTerm,
  type Limits,
  off,
  type RosterModel,
  type RunTerm,
  type Term,
  type Tour,
} from "./roster-model.ts";

/** The cost of a roster, a tour per person; Infinity when it breaks a hard term. */
export function evaluate(model: RosterModel, tours: readonly Tour[]): number {
  let cost = 0;
  for (const term of model.terms) cost += termCost(term, tours, model.days);
  return cost;
}

/** What one term costs under these tours; Infinity when it is hard and broken. */
export function termCost(term: Term, tours: readonly Tour[], days: number): number {
  switch (term.kind) {
    case "cell":
      return tours[term.person]![term.day] === term.shift ? term.cost : 0;
    case "succession": {
      const tour = tours[term.person]!;
      const earlier = term.days ?? Array.from({ length: days - 1 }, (_, day) => day);
      const met = earlier.filter(
        (day) => day + 1 < days && term.from.includes(tour[day]!) && term.to.includes(tour[day + 1]!),
      );
      return times(met.length, term.cost);
    }
    case "run":
      return runCost(term, tours[term.person]!, days);
    case "sum": {
      const tour = tours[term.person]!;
      return costOutsideLimits(
        term.limits,
        term.cells.reduce((sum, cells) => sum + weightOf(tour, cells), 0),
      );
    }
    case "blocks": {
      const tour = tours[term.person]!;
      const worked = term.blocks.filter((block) => block.some((day) => term.shifts.includes(tour[day]!)));
      return costOutsideLimits(term.limits, worked.length);
    }
    case "cover":
      return costOutsideLimits(term.limits, amountCovered(term, tours));
  }
}

/** How much of a cover term tours bring. */
export function amountCovered({ parts }: CoverTerm, tours: readonly Tour[]): number {
  let sum = 0;
  for (const { people, cells } of parts) {
    for (const person of people) sum += weightOf(tours[person]!, cells);
  }
  return sum;
}

function weightOf(tour: Tour, cells: { days: readonly number[]; shifts: readonly number[]; weight: number }): number {
  return cells.weight * cells.days.filter((day) => cells.shifts.includes(tour[day]!)).length;
}

function runCost({ shifts, limits, before }: RunTerm, tour: Tour, days: number): number {
  const { min = 0, max = Number.POSITIVE_INFINITY, costPerUnder = 0, costPerOver = 0 } = limits;
  let cost = 0;
  let length = before === "unknown" ? 0 : before;
  let beganUnseen = before === "unknown";
  for (let day = 0; day < days; day++) {
    if (shifts.includes(tour[day] ?? off)) {
      length++;
      if (length > max) cost += costPerOver;
      continue;
    }
    if (length > 0 && length < min && !beganUnseen) cost += times(min - length, costPerUnder);
    length = 0;
    beganUnseen = false;
  }
  return cost;
}

/** What it costs that there is so much of something. */
export function costOutsideLimits({ min, max, costPerUnder = 0, costPerOver = 0 }: Limits, amount: number): number {
  if (min !== undefined && amount < min) return times(min - amount, costPerUnder);
  if (max !== undefined && amount > max) return times(amount - max, costPerOver);
  return 0;
}

/** A product in which nothing times Infinity is nothing. */
function times(count: number, cost: number): number {
  return count === 0 || cost === 0 ? 0 : count * cost;
}
