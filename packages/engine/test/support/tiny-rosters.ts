/**
 * Roster problems so small that every roster can be tried.
 *
 * @module
 */

import fc from "fast-check";
import { evaluate } from "../../src/roster/evaluate.ts";
import { type Limits, off, type RosterModel, type Term, type Tour } from "../../src/roster/roster-model.ts";

/** Up to two people, four days and two shifts, with terms of all kinds. */
export const tinyRosters: fc.Arbitrary<RosterModel> = fc
  .record({
    people: fc.integer({ min: 1, max: 2 }),
    days: fc.integer({ min: 2, max: 4 }),
    shifts: fc.integer({ min: 1, max: 2 }),
  })
  .chain((size) =>
    fc.array(termOf(size), { minLength: 1, maxLength: 8 }).map((terms): RosterModel => ({ ...size, terms })),
  );

type Size = Pick<RosterModel, "people" | "days" | "shifts">;

const reason = { rule: "tiny", text: "a tiny case" };

function termOf({ people, days, shifts }: Size): fc.Arbitrary<Term> {
  const person = fc.nat(people - 1);
  const day = fc.nat(days - 1);
  const price = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constant(Infinity));
  const anyShifts = fc.subarray(
    Array.from({ length: shifts }, (_, shift) => shift),
    { minLength: 1 },
  );
  const withOff = fc.subarray(
    Array.from({ length: shifts + 1 }, (_, index) => index - 1),
    { minLength: 1 },
  );
  const someDays = fc.subarray(
    Array.from({ length: days }, (_, index) => index),
    { minLength: 1 },
  );
  const cells = fc.record({ days: someDays, shifts: anyShifts, weight: fc.integer({ min: 1, max: 3 }) });
  const limits = (most: number): fc.Arbitrary<Limits> =>
    fc
      .record(
        { min: fc.nat(most), more: fc.nat(2), costPerUnder: price, costPerOver: price },
        { requiredKeys: ["more", "costPerUnder", "costPerOver"] },
      )
      .chain(({ min, more, ...costs }) =>
        fc.boolean().map(
          (bounded): Limits => ({
            ...costs,
            ...(min === undefined ? {} : { min }),
            ...(bounded || min === undefined ? { max: (min ?? 0) + more } : {}),
          }),
        ),
      );
  return fc.oneof(
    fc.record({
      kind: fc.constant("cell" as const),
      reason: fc.constant(reason),
      person,
      day,
      shift: fc.integer({ min: -1, max: shifts - 1 }),
      cost: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -5, max: 5 }) }, fc.constant(Infinity)),
    }),
    fc.record({
      kind: fc.constant("succession" as const),
      reason: fc.constant(reason),
      person,
      from: withOff,
      to: withOff,
      cost: price,
    }),
    fc.record({
      kind: fc.constant("run" as const),
      reason: fc.constant(reason),
      person,
      shifts: fc.oneof(anyShifts, fc.constant([off])),
      limits: limits(3),
      before: fc.oneof(fc.constant("unknown" as const), fc.nat(4)),
    }),
    fc.record({
      kind: fc.constant("sum" as const),
      reason: fc.constant(reason),
      person,
      cells: fc.array(cells, { minLength: 1, maxLength: 2 }),
      limits: limits(5),
    }),
    fc.record({
      kind: fc.constant("blocks" as const),
      reason: fc.constant(reason),
      person,
      blocks: fc.constant([[0, 1], ...(days > 2 ? [Array.from({ length: days - 2 }, (_, index) => index + 2)] : [])]),
      shifts: anyShifts,
      limits: limits(2),
    }),
    fc.record({
      kind: fc.constant("cover" as const),
      reason: fc.constant(reason),
      parts: fc.array(
        fc.record({
          people: fc.subarray(
            Array.from({ length: people }, (_, index) => index),
            { minLength: 1 },
          ),
          cells: fc.record({ days: someDays, shifts: anyShifts, weight: fc.constantFrom(-1, 1, 1) }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      limits: limits(3),
    }),
  );
}

/** The least cost of all rosters that are allowed; Infinity when none of them keeps to the hard terms. */
export function leastCost(model: RosterModel, allowed: (tours: readonly Tour[]) => boolean = () => true): number {
  let least = Infinity;
  for (const tours of allRosters(model)) if (allowed(tours)) least = Math.min(least, evaluate(model, tours));
  return least;
}

/** Every roster there can be. */
function* allRosters({ people, days, shifts }: RosterModel): Generator<Tour[]> {
  const cells = people * days;
  for (let code = 0; code < (shifts + 1) ** cells; code++) {
    let rest = code;
    const tours = Array.from({ length: people }, () => new Int16Array(days));
    for (let cell = 0; cell < cells; cell++) {
      tours[Math.floor(cell / days)]![cell % days] = (rest % (shifts + 1)) - 1;
      rest = Math.floor(rest / (shifts + 1));
    }
    yield tours;
  }
}
