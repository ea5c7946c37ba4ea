/** Runs that every engine has to get exactly right, whatever its road. */

import { describe, expect, it } from "vitest";
import { Resource, type ResourceOptions } from "./resource.ts";
import { Simulation } from "./simulation.ts";
import type { Process } from "./wait.ts";

/** The minutes at which arrivals at `times` have been served for so many minutes each. */
function endsOf(options: Omit<ResourceOptions, "name">, times: readonly number[], minutes: number): number[] {
  const simulation = new Simulation();
  const physician = new Resource(simulation, { name: "physician", ...options });
  function* patient(): Process<number> {
    using unit = yield* physician.seize();
    yield* unit.work(minutes);
    return simulation.now;
  }
  const patients = times.map((at) => simulation.start(patient(), { at }));
  simulation.run();
  return patients.map(({ value }) => value);
}

it("serves by priority, and within a priority in the order of arrival", () => {
  const simulation = new Simulation();
  const physician = new Resource(simulation, { name: "physician", capacity: 1 });
  function* patient(priority: number): Process<number> {
    using _unit = yield* physician.seize({ priority });
    const started = simulation.now;
    yield* simulation.delay(5);
    return started;
  }
  const arrivals: [at: number, priority: number][] = [
    [0, 2],
    [2, 3],
    [2, 3],
    [4, 1],
  ];
  const patients = arrivals.map(([at, priority]) => simulation.start(patient(priority), { at }));
  simulation.run();
  expect(patients.map(({ value }) => value)).toEqual([0, 10, 15, 5]);
});

it("lets two who release and ask again at once take turns", () => {
  const simulation = new Simulation();
  const telephone = new Resource(simulation, { name: "telephone", capacity: 1 });
  function* caller(): Process<number[]> {
    const starts: number[] = [];
    for (let i = 0; i < 3; i++) {
      using _unit = yield* telephone.seize();
      starts.push(simulation.now);
      yield* simulation.delay(1);
    }
    return starts;
  }
  const callers = [simulation.start(caller()), simulation.start(caller())];
  simulation.run();
  expect(callers.map(({ value }) => value)).toEqual([
    [0, 2, 4],
    [1, 3, 5],
  ]);
});

describe("pre-emption", () => {
  it.each([
    ["resume", [30, 30, 12, 25]],
    ["restart", [35, 35, 12, 25]],
  ] as const)("with %s ends everybody's work at the right minute", (preempt, ends) => {
    const simulation = new Simulation();
    const nurses = new Resource(simulation, { name: "nurse", capacity: 2 });
    function* patient(priority: number, units: number): Process<number> {
      // Only who has the better priority can take units from others.
      using hold = yield* nurses.seize(priority === 1 ? { priority: -1, units, preempt } : { units });
      yield* hold.work(10);
      return simulation.now;
    }
    const patients = [
      simulation.start(patient(0, 1)),
      simulation.start(patient(0, 1)),
      simulation.start(patient(1, 2), { at: 2 }),
      simulation.start(patient(1, 2), { at: 15 }),
    ];
    simulation.run();
    expect(patients.map(({ value }) => value)).toEqual(ends);
    expect(nurses.free).toBe(2);
  });
});

describe("a capacity of 1, then 3 from minute 1, then 1 from minute 2", () => {
  const changes = [
    { at: 1, capacity: 3 },
    { at: 2, capacity: 1 },
  ];
  it("lets current work finish", () => {
    expect(endsOf({ capacity: 1, changes }, [0, 0, 0], 2)).toEqual([2, 3, 3]);
  });
  it("makes the last who started do their work anew", () => {
    expect(endsOf({ capacity: 1, changes, falling: "restart" }, [0, 0, 0], 2)).toEqual([2, 3, 5]);
  });
});

it("lets nobody begin between shifts", () => {
  const changes = [
    { at: 5, capacity: 1 },
    { at: 10, capacity: 0 },
    { at: 15, capacity: 1 },
  ];
  expect(endsOf({ capacity: 0, changes }, [0, 0, 0], 5)).toEqual([10, 20, 25]);
});

it("lets callers 2 and 4 give up", () => {
  const simulation = new Simulation();
  const desk = new Resource(simulation, { name: "desk", capacity: 1 });
  const gaveUp: [caller: number, minute: number][] = [];
  function* caller(number: number): Process {
    const answer = yield* desk.seize({ patience: 3 });
    if (answer === "gave up" || answer === "turned away") {
      gaveUp.push([number, simulation.now]);
      return;
    }
    using _unit = answer;
    yield* simulation.delay(11);
  }
  for (let i = 1; i <= 5; i++) simulation.start(caller(i), { at: 7 * i });
  simulation.run();
  expect(gaveUp).toEqual([
    [2, 17],
    [4, 31],
  ]);
});

it("turns away every other caller when nobody may wait", () => {
  const simulation = new Simulation();
  const desk = new Resource(simulation, { name: "desk", capacity: 1 });
  let served = 0;
  function* caller(): Process {
    const answer = yield* desk.seize({ limit: 0 });
    if (answer === "gave up" || answer === "turned away") return;
    using _unit = answer;
    yield* simulation.delay(1.5);
    served++;
  }
  for (let at = 1; at <= 100; at++) simulation.start(caller(), { at });
  simulation.run();
  expect(served).toBe(50);
  expect(desk.statistics().turnedAway).toBe(50);
  expect(simulation.now).toBe(100.5);
});
