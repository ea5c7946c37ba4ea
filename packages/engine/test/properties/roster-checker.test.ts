/** The engine's terms and the benchmark's checker judge the same rosters alike, each by its own road. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { check } from "../../../../benchmarks/roster/checker.ts";
import type { Instance } from "../../../../benchmarks/roster/instance.ts";
import { stateInTerms } from "../../../../benchmarks/roster/terms.ts";
import { evaluate } from "../../src/roster/evaluate.ts";
import { uniforms } from "../support/random-roster.ts";

it("the terms of an instance and its checker agree on every roster", () => {
  let feasible = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = uniforms(seed);
      const instance = drawInstance(random);
      const { model, constant } = stateInTerms(instance);
      for (let roster = 0; roster < 20; roster++) {
        const tours = instance.staff.map(() => drawTour(instance.days, random));
        const lines = tours.map((tour) => [...tour].map((shift) => instance.shifts[shift]?.id ?? ""));
        const { cost, violations } = check(instance, lines);
        const judged = evaluate(model, tours) + constant;
        expect(judged).toBe(violations.length === 0 ? cost : Number.POSITIVE_INFINITY);
        if (violations.length === 0) feasible++;
      }
    }),
    { numRuns: 300 },
  );
  expect(feasible).toBeGreaterThan(20);
});

function drawInstance(random: () => number): Instance {
  const below = (count: number) => Math.floor(random() * count);
  const request = () => ({ employee: "A", day: below(9), shift: "D", weight: 1 + below(5) });
  return {
    days: 9,
    shifts: [
      { id: "D", minutes: 480, notFollowedBy: [] },
      { id: "N", minutes: 600, notFollowedBy: random() < 0.3 ? ["D"] : [] },
    ],
    staff: ["A", "B"].map((id) => ({
      id,
      maxShifts: new Map([
        ["D", 3 + below(7)],
        ["N", 2 + below(7)],
      ]),
      maxMinutes: 480 * (6 + below(3)),
      minMinutes: 480 * below(3),
      maxConsecutiveShifts: 4 + below(4),
      minConsecutiveShifts: 1 + below(2),
      minConsecutiveDaysOff: 1 + below(2),
      maxWeekends: below(3),
      daysOff: random() < 0.3 ? [below(9)] : [],
    })),
    onRequests: [request(), request()],
    offRequests: [request()],
    cover: Array.from({ length: 9 }, (_, day) => ({
      day,
      shift: "D",
      requirement: below(3),
      weightUnder: 100,
      weightOver: 1,
    })),
  };
}

function drawTour(days: number, random: () => number): Int16Array {
  const tour = new Int16Array(days);
  let shift = -1;
  for (let day = 0; day < days; day++) {
    if (random() < 0.45) shift = Math.floor(random() * 3) - 1;
    tour[day] = shift;
  }
  return tour;
}
