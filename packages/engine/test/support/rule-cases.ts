/**
 * Roster problems by chance, with rosters for them, and parameters for every rule.
 *
 * @module
 */

import fc from "fast-check";
import type { Person, RosterProblem, Shift } from "../../src/roster/problem.ts";
import { off } from "../../src/roster/roster-model.ts";
import type { ParameterKind, Rule } from "../../src/roster/rule.ts";
import { dateAfter } from "../../src/time-of-day.ts";

/** A problem without rules. */
type Bare = Omit<RosterProblem, "uses">;

/** A problem, and what everybody works on each day: indexes of shifts, -1 for a day off. */
export interface RandomRoster {
  readonly problem: Bare;
  readonly tours: readonly (readonly number[])[];
}

const workplaces = [
  { name: "desk", level: 1 },
  { name: "laboratory", skill: "phlebotomy", level: 2 },
];

const partOfDay = fc.record({
  from: fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 20, 22)),
  hours: fc.integer({ min: 2, max: 12 }),
  rest: fc.boolean(),
  first: fc.constantFrom("desk", "laboratory"),
  second: fc.constantFrom("desk", "laboratory"),
  alike: fc.boolean(),
  lengthOnly: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

const shifts: fc.Arbitrary<Shift[]> = fc.array(partOfDay, { minLength: 1, maxLength: 4 }).map((parts) =>
  parts.map(({ from, hours, rest, first, second, alike, lengthOnly }, index): Shift => {
    const [begin, end, middle] = [from * 60, (from + hours) * 60, (from + hours / 2) * 60];
    // Several choices of one shift share its name.
    const name = alike ? "shift" : `shift ${index}`;
    const common = { id: `${name}/${index}`, name, kinds: [] };
    if (lengthOnly) return { ...common, workMinutes: hours * 60, parts: [] };
    const pause = rest ? 30 : 0;
    return {
      ...common,
      from: begin,
      to: end,
      workMinutes: hours * 60 - pause,
      parts: [
        { workplace: first, from: begin, to: middle },
        { workplace: second, from: middle + pause, to: end },
      ],
    };
  }),
);

const person: fc.Arbitrary<Omit<Person, "id">> = fc.record({
  role: fc.constant("medical assistant"),
  skills: fc
    .option(fc.integer({ min: 1, max: 3 }))
    .map((level) => new Map(level === null ? [] : [["phlebotomy", level]])),
  costPerHour: fc.integer({ min: 0, max: 30 }),
});

/** Up to four people, four shifts and sixteen days, with as much of a last roster as there may be. */
export const randomRosters: fc.Arbitrary<RandomRoster> = fc
  .record({
    later: fc.integer({ min: 0, max: 6 }),
    days: fc.integer({ min: 1, max: 16 }),
    shifts,
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
  })
  .chain(({ later, days, shifts, people }) => {
    const cell = fc.integer({ min: off, max: shifts.length - 1 });
    const many = { minLength: people.length, maxLength: people.length };
    return fc.record({
      tours: fc.array(fc.array(cell, { minLength: days, maxLength: days }), many),
      problem: fc
        .oneof(fc.constant(people.map(() => [])), fc.array(fc.array(cell, { maxLength: 9 }), many))
        .map((history) => ({
          name: "By chance",
          start: dateAfter("2026-12-07", later),
          days,
          workplaces,
          shifts,
          people: people.map((one, index) => ({ ...one, id: `MA-${index + 1}` })),
          history,
        })),
    });
  });

/** Some of the numbers below a limit. */
export function someBelow(limit: number, minLength = 0): fc.Arbitrary<number[]> {
  return fc.subarray(
    Array.from({ length: limit }, (_, index) => index),
    { minLength: Math.min(minLength, limit) },
  );
}

/** A price, or none. */
const price = fc.integer({ min: 0, max: 50 });

function ofKind(kind: ParameterKind, { shifts, days, people }: Bare): fc.Arbitrary<unknown> {
  switch (kind) {
    case "shifts":
      return someBelow(shifts.length, 1).map((members) => ({ name: "some", shifts: members }));
    case "days":
      return someBelow(days);
    case "people":
      return someBelow(people.length);
    case "count":
      return fc.integer({ min: 0, max: 6 });
    case "hours":
      return fc.integer({ min: 0, max: 50 }).map((hours) => hours * 60);
    case "span":
      return fc.constantFrom("week", "period");
    default:
      return price;
  }
}

/** What a file could say to a rule, by what the rule declares. */
function declared({ parameters = {} }: Rule, problem: Bare): fc.Arbitrary<Record<string, unknown>> {
  const each = Object.entries(parameters).map(([name, { kind }]) => [name, ofKind(kind, problem)] as const);
  const requiredKeys = Object.entries(parameters).flatMap(([name, { needed }]) => (needed ? [name] : []));
  return fc.record(Object.fromEntries(each), { requiredKeys }).map(({ atLeast, atMost, ...others }) => {
    // Nothing is below the least and above the most.
    const swap = Number(atLeast) > Number(atMost);
    const limits = swap ? { atLeast: atMost, atMost: atLeast } : { atLeast, atMost };
    return Object.fromEntries(Object.entries({ ...others, ...limits }).filter(([, value]) => value !== undefined));
  });
}

type Making = (problem: Bare, people: readonly number[]) => fc.Arbitrary<Record<string, unknown>>;

const wishes: Making = ({ days, shifts }) =>
  fc.record(
    { days: someBelow(days), shifts: someBelow(shifts.length, 1), wanted: fc.boolean(), price },
    { requiredKeys: ["days", "wanted"] },
  );

const cell = ({ shifts }: Bare) => fc.integer({ min: off, max: shifts.length - 1 });

const rows = <Value>(count: number, length: number, value: fc.Arbitrary<Value>) =>
  fc.array(fc.array(value, { minLength: length, maxLength: length }), { minLength: count, maxLength: count });

/** Parameters that stand elsewhere in a file, or follow from it. */
const undeclared: Readonly<Record<string, Making>> = {
  availability: ({ days, shifts }) =>
    fc.record(
      { days: someBelow(days), shifts: someBelow(shifts.length, 1), why: fc.constant("is away") },
      { requiredKeys: ["days", "why"] },
    ),
  pins: wishes,
  wishes,
  qualification: () => fc.constant({}),
  pay: () =>
    fc.record(
      { usualMinutes: fc.integer({ min: 0, max: 40 }).map((hours) => hours * 60), extraPerHour: price },
      { requiredKeys: [] },
    ),
  cover: ({ days, shifts }) =>
    fc
      .record(
        {
          days: someBelow(days),
          during: fc.oneof(
            someBelow(shifts.length, 1).map((members) => ({ shifts: members })),
            fc
              .oneof(fc.integer({ min: 0, max: 23 }), fc.nat(4))
              .map((hour) => ({ from: hour * 60, to: hour * 60 + 30 })),
          ),
          workplace: fc.constantFrom("desk", "laboratory"),
          skill: fc.integer({ min: 1, max: 3 }).map((level) => ({ name: "phlebotomy", level })),
          atLeast: fc.nat(3),
          more: fc.nat(2),
          pricePerUnder: price,
          pricePerOver: price,
        },
        { requiredKeys: ["days", "during"] },
      )
      .map(({ more, ...rest }) =>
        more !== undefined || rest.atLeast === undefined
          ? { ...rest, atMost: (rest.atLeast ?? 0) + (more ?? 0) }
          : rest,
      ),
  stability: (problem, people) =>
    fc.record(
      {
        published: rows(people.length, problem.days, fc.option(cell(problem), { nil: undefined })),
        price,
        frozenBefore: fc.nat(problem.days),
      },
      { requiredKeys: ["published", "price"] },
    ),
};

/** What follows from the rest of a file, besides what is declared. */
const derived: Readonly<Record<string, Making>> = {
  hours: ({ days }, people) =>
    fc.record({ credited: rows(people.length, days, fc.constantFrom(0, 0, 480)) }, { requiredKeys: [] }),
  "fair share": (_, people) =>
    fc.record({
      total: fc.integer({ min: 0, max: 30 }),
      weights: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: people.length, maxLength: people.length }),
    }),
};

/** Parameters for a rule, as a file could give them. */
export function parametersFor(
  rule: Rule,
  problem: Bare,
  people: readonly number[],
): fc.Arbitrary<Record<string, unknown>> {
  if (rule.parameters === undefined) {
    const make = undeclared[rule.name];
    if (make === undefined) throw new RangeError(`nobody says what parameters “${rule.name}” may have`);
    return make(problem, people);
  }
  const more = derived[rule.name]?.(problem, people) ?? fc.constant({});
  return fc.tuple(declared(rule, problem), more).map(([own, others]) => ({ ...own, ...others }));
}
