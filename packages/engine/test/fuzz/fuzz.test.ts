/**
 * Damaged scenarios: every one is either refused with words that help, or runs and gives numbers.
 *
 * A small number of them in the suite, always the same; `pnpm fuzz` tries 10,000 new ones.
 */

import { readdirSync, readFileSync } from "node:fs";
import {
  applyChanges,
  type Change,
  checkScenario,
  minutes,
  OfficeError,
  replicate,
  type Scenario,
  ScenarioError,
} from "@praxis/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { root } from "../support/sources.ts";
import { mutate, mutations } from "./mutations.ts";

const numRuns = Number(process.env["PRAXIS_FUZZ"] ?? 150);

const folder = `${root}scenarios/`;
const scenarios = readdirSync(folder).map((name) => readFileSync(`${folder}${name}/scenario.yaml`, "utf8"));

/** Longer is not more telling, only slower. */
const LONGEST = 600;

/** Seconds within which anything is refused or answered, on a busy machine. */
const PATIENCE = 20;

describe("a damaged scenario", () => {
  it(
    "is refused with words that help, or runs and gives numbers, and never takes long",
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...scenarios), mutations, (text, list) => {
          const started = performance.now();
          const { scenario, issues, warnings } = checkScenario(mutate(text, list));
          for (const { message, hint } of [...issues, ...warnings]) {
            expect(message).toMatch(/\S/);
            expect(hint).toMatch(/\S/);
            expect(message + hint).not.toMatch(/\[object |undefined|Cannot read|is not a function/);
          }
          expect(scenario === undefined).toBe(issues.length > 0);
          if (scenario !== undefined) runShortened(scenario);
          expect((performance.now() - started) / 1000).toBeLessThan(PATIENCE);
        }),
        { numRuns },
      );
    },
    Math.max(60_000, 100 * numRuns),
  );
});

/** Runs a scenario that was found valid. Only what a run alone can find out may stop it, and in words. */
function runShortened(scenario: Scenario): void {
  const short = shortened(scenario);
  if (short === undefined) return;
  try {
    const { measures } = replicate(short, { replications: 2, seed: 1 });
    for (const [name, { mean, replications }] of Object.entries(measures)) {
      if (replications > 0) expect(mean, name).toSatisfy(Number.isFinite);
    }
  } catch (error) {
    if (!(error instanceof OfficeError) || error instanceof ScenarioError) throw error;
    expect(error.message).toMatch(/\S/);
  }
}

/** The first hours of a scenario; undefined when what was damaged does not allow that. */
function shortened(scenario: Scenario): Scenario | undefined {
  const { length, warmUp } = scenario.calendar;
  const changes: Change[] = [
    ...(minutes(length) > LONGEST ? [{ path: ["calendar", "length"], value: `${LONGEST} min` }] : []),
    ...(warmUp === undefined ? [] : [{ path: ["calendar", "warmUp"], value: "0 min" }]),
  ];
  try {
    return applyChanges(scenario, changes);
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}
