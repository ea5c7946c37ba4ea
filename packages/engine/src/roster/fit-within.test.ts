import { describe, expect, it } from "vitest";
import type { Solver } from "../modelling/solver.ts";
import { highs } from "../solvers/highs.ts";
import { fitAround } from "./fit-within.ts";
import { off, type RosterModel, type Term, type Tour } from "./roster-model.ts";

const reason = { rule: "tiny", text: "a tiny case" };

/** Two people, five days, one shift: one of them has to work each day, the first is ill on day 2, a change costs one. */
const roster: RosterModel = {
  people: 2,
  days: 5,
  shifts: 1,
  terms: [
    { kind: "cell", reason, person: 0, day: 2, shift: 0, cost: Infinity },
    ...[0, 1, 2, 3, 4].flatMap((day): Term[] => [
      {
        kind: "cover",
        reason,
        parts: [{ people: [0, 1], cells: { days: [day], shifts: [0], weight: 1 } }],
        limits: { min: 1, costPerUnder: 10 },
      },
      { kind: "cell", reason, person: 0, day, shift: off, cost: 1 },
      { kind: "cell", reason, person: 1, day, shift: 0, cost: 1 },
    ]),
  ],
};
const published = [Int16Array.of(0, 0, 0, 0, 0), new Int16Array(5).fill(off)];
const mended = [Int16Array.of(0, 0, off, 0, 0), Int16Array.of(off, off, 0, off, off)];

/** A solver that never gets anywhere. */
const hesitant: Solver = { name: "hesitant", solve: async () => ({ status: "unknown", reason: "time limit" }) };

describe("a roster that is fitted to what is new on a day", () => {
  it("is mended before any solver has said a word", async () => {
    const heard: (readonly Tour[])[] = [];
    const open = { from: 2, to: 2 };
    const options = { open, clock: () => 0, onBetter: (tours: readonly Tour[]) => heard.push(tours) };
    expect(await fitAround(roster, published, { ...options, solver: hesitant })).toEqual(mended);
    expect(heard).toEqual([mended]);
    expect(await fitAround(roster, published, { ...options, solver: highs })).toEqual(mended);
  });

  it("is mended on the days around it where the day itself does not do", async () => {
    // Whoever works on one day works on the next: the other takes all that is left of the week.
    const together: Term = { kind: "succession", reason, person: 1, from: [0], to: [off], cost: Infinity };
    const stricter: RosterModel = { ...roster, terms: [...roster.terms, together] };
    const options = { open: { from: 2, to: 2 }, clock: () => 0, onBetter: () => undefined, solver: highs };
    const [first, second] = await fitAround(stricter, published, options);
    expect(first![2]).toBe(off);
    expect([...second!.subarray(2)]).toEqual([0, 0, 0]);
  });
});
