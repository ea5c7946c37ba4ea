/** The compiled road does what its slow and obvious twin does, in offices made by chance. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { compilePathways, type PathwayRun } from "../../src/kernel/pathway.ts";
import type { PathwayModel, RunOptions, Step } from "../../src/kernel/pathway-model.ts";
import { conclude, goOn, nothing, type Observed, observe, sinkOf } from "./observe.ts";
import { pathwayModel, runs } from "./random-models.ts";
import { twinOf } from "./twin.ts";

const numRuns = Number(process.env["PRAXIS_MODELS"] ?? 1500);

it("tells the same of everything that happens, row by row and minute by minute", () => {
  fc.assert(
    fc.property(pathwayModel, runs, (model, options) => {
      expect(observe(compilePathways(model), model, options)).toEqual(observe(twinOf(model), model, options));
    }),
    { numRuns },
  );
});

it("lets nobody interrupt brief work for a hold that was worked with before, and is kept", () => {
  const kept = "kept from before";
  const work = (hold: string, resource: string, minutes: number): Step[] => [
    { do: "seize", hold, parts: [{ oneOf: [resource] }], activity: hold },
    { do: "delay", time: minutes, working: hold },
    { do: "end" },
  ];
  const model: PathwayModel = {
    resources: [
      // Falls in the middle of the work with the nurse.
      { name: "physician", capacity: 1, falling: "resume", changes: () => ({ times: [5, 7], capacities: [0, 1] }) },
      { name: "nurse", capacity: 1 },
    ],
    attributes: [],
    activities: [kept, "brief"],
    pathways: [
      {
        name: "visit",
        visit: true,
        steps: [
          ...work(kept, "physician", 1),
          ...work("brief", "nurse", 10),
          { do: "release", holds: ["brief"] },
          { do: "release", holds: [kept] },
        ],
      },
    ],
    sources: [
      { name: "door", cycles: 1, begins: () => 0, arrival: (_, k) => (k < 1 ? 0 : Number.NaN), admit: () => 0 },
    ],
  };
  const seen = observe(compilePathways(model), model, [{ until: "empty" }]);
  expect(seen.visits.map(({ left }) => left)).toEqual([11]);
  expect(seen).toEqual(observe(twinOf(model), model, [{ until: "empty" }]));
});

it("does the same when it tells of nothing, as when a clinic runs", () => {
  fc.assert(
    fc.property(pathwayModel, runs, (model, options) => {
      const told = observe(compilePathways(model), model, options);
      const untold = observe(compilePathways(model), model, options, { traced: false });
      expect(untold).toEqual({ ...told, events: [] });
    }),
    { numRuns: numRuns / 3 },
  );
});

it("comes out the same when it begins anew", () => {
  fc.assert(
    fc.property(pathwayModel, runs, (model, options) => {
      const run = compilePathways(model);
      expect(observe(run, model, options)).toEqual(observe(run, model, options));
    }),
    { numRuns: numRuns / 3 },
  );
});

it("goes on from a saved state as if it had not been saved, as often as one likes, here and elsewhere", () => {
  fc.assert(
    fc.property(pathwayModel, fc.nat(40), runs, (model, noon, options) => {
      const whole = observe(compilePathways(model), model, [{ until: noon }, ...options]);
      fc.pre(!whole.ends[0]!.endsWith("Error"));
      const run = compilePathways(model);
      const morning = nothing();
      run.reset(sinkOf(morning, run), (event) => morning.events.push(event));
      goOn(morning, run, { until: noon });
      const saved = run.save();
      const begun = structuredClone(morning);
      run.resetStatistics();
      expect(afternoon(morning, run, model, options)).toEqual(whole);
      for (const other of [run, run, compilePathways(model)]) {
        const seen = structuredClone(begun);
        other.restore(structuredClone(saved), sinkOf(seen, other), (event) => seen.events.push(event));
        other.resetStatistics();
        expect(afternoon(seen, other, model, options)).toEqual(whole);
      }
    }),
    { numRuns: numRuns / 3 },
  );
});

function afternoon(seen: Observed, run: PathwayRun, model: PathwayModel, options: readonly RunOptions[]): Observed {
  for (const each of options) goOn(seen, run, each);
  return conclude(seen, run, model);
}
