/** Waits that are used again, beside waits that are not. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hold } from "./hold.ts";
import { Resource } from "./resource.ts";
import { Simulation } from "./simulation.ts";
import { Trace } from "./trace.ts";
import type { Process, Wait } from "./wait.ts";

interface Patient {
  readonly at: number;
  readonly tasks: readonly { readonly resource: number; readonly minutes: number; readonly patience: number | null }[];
  /** The minutes in which somebody interrupts them. */
  readonly interruptions: readonly number[];
}

const minutes = fc.integer({ min: 0, max: 9 });
const patients: fc.Arbitrary<Patient[]> = fc.array(
  fc.record({
    at: minutes,
    tasks: fc.array(fc.record({ resource: fc.nat(1), minutes, patience: fc.option(minutes) }), { maxLength: 4 }),
    interruptions: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 2 }),
  }),
  { maxLength: 8 },
);

/** The ways to ask for a unit and to let time pass. */
interface Ways {
  seize(resource: Resource): Wait<Hold>;
  delay(simulation: Simulation, minutes: number): Wait<unknown>;
}

/** What is asked for in the plainest way is used again … */
const plain: Ways = {
  seize: (resource) => resource.seize(),
  delay: (simulation, minutes) => simulation.delay(minutes),
};
/** … and what has options, or is a part of another wait, is not. */
const anew: Ways = {
  seize: (resource) => resource.seize({}),
  delay: (simulation, minutes) => simulation.all([simulation.delay(minutes)]),
};

function run(patients: readonly Patient[], { seize, delay }: Ways): readonly string[] {
  const trace = new Trace();
  const simulation = new Simulation({ tracer: trace.tracer });
  const resources = ["room", "nurse"].map((name) => new Resource(simulation, { name, capacity: 1 }));

  function* visit({ tasks }: Patient): Process {
    for (const { resource, minutes, patience } of tasks) {
      const called = seize(resources[resource]!);
      if (patience === null) {
        using _unit = yield* called;
        yield* delay(simulation, minutes);
      } else {
        const first = yield* simulation.firstOf({ called, gaveUp: simulation.delay(patience) });
        if (first.winner === "gaveUp") continue;
        using _unit = first.value;
        yield* delay(simulation, minutes);
      }
    }
  }

  for (const patient of patients) {
    const entity = simulation.start(visit(patient), { at: patient.at, kind: "patient" });
    for (const at of patient.interruptions) simulation.start(interrupt(at), { kind: "interrupter" });
    function* interrupt(at: number): Process {
      yield* delay(simulation, at);
      simulation.interrupt(entity);
    }
  }
  simulation.run();
  return trace.lines;
}

describe("a wait that is used again", () => {
  it("changes nothing: the day is the same as when each wait is a new one", () => {
    fc.assert(
      fc.property(patients, (patients) => {
        expect(run(patients, plain)).toEqual(run(patients, anew));
      }),
      { numRuns: 300 },
    );
  });

  it("is not waited for again by one who has kept it", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 2 });
    function* again(wait: Wait<unknown>): Process {
      yield* wait;
      yield* wait;
    }
    for (const wait of [simulation.delay(3), room.seize()]) {
      simulation.start(again(wait));
      expect(() => simulation.run()).toThrow("a wait can be waited for once");
    }
  });
});
