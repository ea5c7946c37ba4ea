import { expect, it } from "vitest";
import { replicate } from "../experiment/replicate.ts";
import { applyChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import { coverMoves } from "./cover-moves.ts";

const centre = parseScenario(`{ praxis: 1, name: Calls,
  calendar: { start: 2026-01-05 08:00, length: 9 h, ends: when empty, opening: "08:00-17:00" },
  staff: { agent: { count: 4, shift: "08:00-14:00", atShiftEnd: finish }, clerk: { count: 1, shift: "08:00-17:00" } },
  tasks: { call: { pathway: [{ activity: answer, needs: { oneOf: [agent, clerk] }, takes: { exponential: { mean: 5 min } } }] } },
  arrivals: { calls: { task: call, hourly: { from: "08:00", every: 3 h, rates: [12 per hour, 30 per hour, 20 per hour] } } } }`);

it("lets shifts of the same length begin when the work does, and fewer wait in the simulation", () => {
  const moves = coverMoves(centre, { seed: 1 });
  expect(moves).toHaveLength(1);
  const [{ name, changes }] = moves as [(typeof moves)[0]];
  expect(name).toMatch(/^agent: shifts that follow the work \(/);
  const levels = changes[0]!.value as { from: string; to: string; count: number }[];
  expect(levels.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  for (const { from, to } of levels) expect(Number(to.slice(0, 2)) - Number(from.slice(0, 2))).toBe(6);
  const waitOf = (scenario: typeof centre) =>
    replicate(scenario, { replications: 40, seed: 2 }).measures["wait.answer"]!.mean;
  expect(waitOf(applyChanges(centre, changes))).toBeLessThan(waitOf(centre));
});
