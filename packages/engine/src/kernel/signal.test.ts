import { expect, it } from "vitest";
import { Signal } from "./signal.ts";
import { Simulation } from "./simulation.ts";
import { Trace } from "./trace.ts";
import type { Process } from "./wait.ts";

it("tells everybody who waits, in the order in which they came, and nobody who comes later", () => {
  const trace = new Trace();
  const simulation = new Simulation({ tracer: trace.tracer });
  const results = new Signal<string>(simulation, "results");
  const log: string[] = [];
  function* patient(name: string): Process {
    log.push(`${name} hears ${yield* results} at ${simulation.now}`);
  }
  function* laboratory(): Process<number> {
    yield* simulation.delay(30);
    return results.send("normal");
  }
  simulation.start(patient("a"));
  simulation.start(patient("b"));
  const told = simulation.start(laboratory());
  simulation.start(patient("late"), { at: 31 });
  simulation.run({ until: 60 });
  expect(told.value).toBe(2);
  expect(log).toEqual(["a hears normal at 30", "b hears normal at 30"]);
  expect(results.waiting).toBe(1);
  expect(trace.lines[3]).toBe("    0.00  entity 2  waits for results");
});

it("has nobody to tell when nobody waits", () => {
  expect(new Signal(new Simulation()).send()).toBe(0);
  expect(new Signal(new Simulation()).name).toBe("signal");
});
