import { expect, it } from "vitest";
import { Resource } from "./resource.ts";
import { seizeAll } from "./seize-together.ts";
import { Simulation } from "./simulation.ts";
import { Store } from "./store.ts";
import { Trace } from "./trace.ts";
import type { Process } from "./wait.ts";

it("tells a small day so that it can be read aloud", () => {
  const trace = new Trace();
  const simulation = new Simulation({ tracer: trace.tracer });
  const physician = new Resource(simulation, { name: "physician", capacity: 1, changes: [{ at: 30, capacity: 0 }] });
  const room = new Resource(simulation, { name: "exam room", capacity: 2 });
  const charts = new Store<string>(simulation, { name: "charts" });

  function* visit(): Process {
    using both = yield* seizeAll({ room, physician });
    yield* both.physician.work(12);
    charts.put("chart");
  }
  function* call(): Process {
    yield* physician.seize({ patience: 5 });
  }
  function* assistant(): Process {
    yield* charts.take();
    yield* simulation.until(20);
    yield* simulation.when(() => physician.free === 1);
    yield* simulation.delay(3);
  }
  simulation.start(visit(), { kind: "patient" });
  simulation.start(visit(), { kind: "patient", at: 1 });
  simulation.start(call(), { kind: "call", at: 2 });
  const helping = simulation.start(assistant(), { kind: "assistant" });
  simulation.run({ until: 26 });
  simulation.interrupt(helping, "lunch");
  simulation.run();

  expect(trace.toString()).toBe(`\
    0.00  patient 1  begins
    0.00  patient 1  seizes exam room
    0.00  patient 1  seizes physician
    0.00  patient 1  works until 12
    0.00  assistant 4  begins
    0.00  assistant 4  waits for charts
    1.00  patient 2  begins
    1.00  patient 2  waits for exam room and physician
    2.00  call 3  begins
    2.00  call 3  waits for physician
    7.00  call 3  gives up physician
    7.00  call 3  ends
   12.00  patient 1  releases exam room
   12.00  patient 1  releases physician
   12.00  patient 2  seizes exam room
   12.00  patient 2  seizes physician
   12.00  patient 1  ends
   12.00  assistant 4  delays until 20
   12.00  patient 2  works until 24
   20.00  assistant 4  waits for a condition
   24.00  patient 2  releases exam room
   24.00  patient 2  releases physician
   24.00  patient 2  ends
   24.00  assistant 4  delays until 27
   26.00  assistant 4  is interrupted
   26.00  assistant 4  ends
   30.00  physician  has capacity 0
`);
  expect(trace.events[1]).toEqual({ time: 0, entity: "patient 1", what: "seizes", where: "exam room" });
});
