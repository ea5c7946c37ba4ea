import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tinyRosters } from "../../test/support/tiny-rosters.ts";
import { evaluate } from "./evaluate.ts";
import { mend } from "./mend.ts";
import { off, type RosterModel, type Tour } from "./roster-model.ts";

const cases = Number(process.env["PRAXIS_MODELS"] ?? 400);

describe("a roster that is mended in moments", () => {
  it("changes open days alone, until no other shift of anybody on any of them would be cheaper", () => {
    fc.assert(
      fc.property(tinyRosters, fc.infiniteStream(fc.nat(9)), (roster, numbers) => {
        const tours = Array.from({ length: roster.people }, () =>
          Int16Array.from({ length: roster.days }, () => (numbers.next().value % (roster.shifts + 1)) - 1),
        );
        const open = { from: 1, to: roster.days - 1 };
        const mended = mend(roster, tours, { open, isOver: () => false });
        const cost = evaluate(roster, mended);
        expect(cost).toBeLessThanOrEqual(evaluate(roster, tours));
        expect(mended.map((tour) => tour[0])).toEqual(tours.map((tour) => tour[0]));
        for (const other of neighbours(roster, mended, open)) {
          const theirs = evaluate(roster, other);
          if (theirs < Infinity) expect(theirs).toBeGreaterThanOrEqual(cost - 1e-6);
        }
      }),
      { numRuns: cases },
    );
  });

  it("is as it was when there is no time", () => {
    const reason = { rule: "tiny", text: "off is dear" };
    const terms = [{ kind: "cell" as const, reason, person: 0, day: 0, shift: off, cost: 9 }];
    const roster: RosterModel = { people: 1, days: 1, shifts: 1, terms };
    const tours = [Int16Array.of(off)];
    expect(mend(roster, tours, { open: { from: 0, to: 0 }, isOver: () => true })).toEqual(tours);
    expect(mend(roster, tours, { open: { from: 0, to: 0 }, isOver: () => false })).toEqual([Int16Array.of(0)]);
  });
});

/** All tours that differ on one open day of one person. */
function* neighbours(roster: RosterModel, tours: readonly Tour[], open: { from: number; to: number }) {
  for (let person = 0; person < roster.people; person++) {
    for (let day = open.from; day <= open.to; day++) {
      for (let shift = off; shift < roster.shifts; shift++) {
        const other = tours.map((tour) => Int16Array.from(tour));
        other[person]![day] = shift;
        yield other;
      }
    }
  }
}
