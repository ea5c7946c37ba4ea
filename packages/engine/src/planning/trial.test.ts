import { describe, expect, it } from "vitest";
import { conduct } from "../experiment/conduct.ts";
import { applyChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import { goalsOf } from "./goals.ts";
import { tryMove } from "./trial.ts";

/** Patients of any length who all come close together: whoever is seen in which order, the end is the same but for chance. */
const crowded =
  parseScenario(`{ praxis: 1, name: Crowded, calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty },
  staff: { physician: { count: 1 } },
  visitTypes: {
    long: { pathway: [{ activity: consult, needs: physician, takes: { lognormal: { mean: 30 min, sd: 25 min } } }] },
    short: { pathway: [{ activity: consult, needs: physician, takes: 10 min }] } },
  templates: { day: [{ from: "08:00", to: "09:00", every: 10 min, visitType: [long, long, short, short, short, short] }] },
  arrivals: { booked: { appointments: { template: day } } } }`);

const shortFirst = applyChanges(crowded, [
  { path: ["templates", "day", 0, "visitType"], value: ["short", "short", "short", "short", "long", "long"] },
]);

function tried(candidate: typeof crowded, replications: number) {
  const options = { goals: goalsOf(crowded), weights: [1, 1], seed: 1, from: 0, confidence: 0.99, price: 0 };
  return conduct(tryMove({ base: crowded, present: crowded, candidate }, { ...options, replications }));
}

describe("a trial", () => {
  it("goes on while chance may hide that a goal has become worse", () => {
    const trial = tried(shortFirst, 150);
    expect(trial).toMatchObject({ kept: true });
    expect(trial.replications).toBeGreaterThan(150);
    expect(trial.replications).toBeLessThanOrEqual(1200);
    expect(trial.worth["wait"]!.mean).toBeLessThan(-20);
  });

  it("refuses what it cannot see through", () => {
    const trial = tried(shortFirst, 15);
    expect(trial).toMatchObject({ kept: false, reason: "perhaps worse in lastDeparture" });
    expect(trial.replications).toBeLessThanOrEqual(120);
  });

  it("is over at once where nothing hides: the same patients at other times", () => {
    const later = applyChanges(crowded, [
      { path: ["templates", "day", 0, "every"], value: "11 min" },
      { path: ["templates", "day", 0, "to"], value: "09:06" },
    ]);
    const { worth, replications } = tried(later, 150);
    expect(replications).toBe(150);
    for (const { halfWidth } of Object.values(worth)) expect(halfWidth).toBeLessThan(1);
  });
});
