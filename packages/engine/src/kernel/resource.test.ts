import { describe, expect, it } from "vitest";
import type { PatienceOptions, QueueOptions, UnitsOption } from "./request-options.ts";
import { Resource } from "./resource.ts";
import { Simulation } from "./simulation.ts";
import type { Process } from "./wait.ts";

type Asking = UnitsOption & QueueOptions & PatienceOptions;

/** A simulation with one kind of unit, and patients who note when they are served. */
function office(options: Omit<ConstructorParameters<typeof Resource>[1], "name">) {
  const simulation = new Simulation();
  const nurse = new Resource(simulation, { name: "nurse", ...options });
  const log: string[] = [];
  function* patient(name: string, minutes: number, asking: Asking = {}): Process {
    const answer = yield* nurse.seize(asking);
    if (answer === "gave up" || answer === "turned away") {
      log.push(`${name} ${answer} at ${simulation.now}`);
      return;
    }
    using _unit = answer;
    log.push(`${name} at ${simulation.now}`);
    yield* simulation.delay(minutes);
  }
  return { simulation, nurse, log, patient };
}

describe("a release", () => {
  it("hands the unit to the head of the queue, before who releases can ask again in the same minute", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    const log: string[] = [];
    function* eager(): Process {
      const first = yield* room.seize();
      yield* simulation.delay(5);
      first.release();
      using _second = yield* room.seize();
      log.push(`eager again at ${simulation.now}`);
    }
    function* waiting(): Process {
      using _unit = yield* room.seize();
      log.push(`waiting at ${simulation.now}`);
      yield* simulation.delay(5);
    }
    simulation.start(eager());
    simulation.start(waiting());
    simulation.run();
    expect(log).toEqual(["waiting at 5", "eager again at 10"]);
  });

  it("is heard of before the next event of the same minute", () => {
    const { simulation, nurse, log, patient } = office({ capacity: 1 });
    function* late(): Process {
      yield* simulation.delay(5);
      log.push(`late at ${simulation.now}, ${nurse.free} free`);
    }
    simulation.start(patient("a", 5));
    simulation.start(patient("b", 5));
    simulation.start(late());
    simulation.run();
    expect(log).toEqual(["a at 0", "b at 5", "late at 5, 0 free"]);
  });

  it("happens once, however often it is asked for", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
    function* patient(): Process {
      using unit = yield* nurse.seize();
      expect(unit.isHeld).toBe(true);
      unit.release();
      unit.release();
      expect(unit.isHeld).toBe(false);
    }
    simulation.start(patient());
    simulation.run();
    expect(nurse.free).toBe(1);
    expect(nurse.taken).toBe(0);
  });
});

describe("the order of a queue", () => {
  it("is by priority, then by key, then by arrival", () => {
    const { simulation, log, patient } = office({ capacity: 1 });
    simulation.start(patient("first", 1));
    simulation.start(patient("late appointment", 1, { key: 20 }));
    simulation.start(patient("early appointment", 1, { key: 10 }));
    simulation.start(patient("early too", 1, { key: 10 }));
    simulation.start(patient("urgent", 1, { priority: -1, key: 30 }));
    simulation.start(patient("no hurry", 1, { priority: 1, key: 0 }));
    simulation.run();
    expect(log).toEqual([
      "first at 0",
      "urgent at 1",
      "early appointment at 2",
      "early too at 3",
      "late appointment at 4",
      "no hurry at 5",
    ]);
  });

  it("is the other way round when the last who comes is first", () => {
    const { simulation, log, patient } = office({ capacity: 1, discipline: "lifo" });
    for (const name of ["a", "b", "c", "d"]) simulation.start(patient(name, 1));
    simulation.run();
    expect(log).toEqual(["a at 0", "d at 1", "c at 2", "b at 3"]);
  });

  it("lets no request for few units overtake one for many", () => {
    const { simulation, log, patient } = office({ capacity: 2 });
    simulation.start(patient("one", 10));
    simulation.start(patient("both", 5, { units: 2 }), { at: 1 });
    simulation.start(patient("small", 5), { at: 2 });
    simulation.run();
    expect(log).toEqual(["one at 0", "both at 10", "small at 15"]);
  });

  it("lets it overtake where the first who fits is served", () => {
    const { simulation, log, patient } = office({ capacity: 2, discipline: "first fit" });
    simulation.start(patient("one", 10));
    simulation.start(patient("both", 5, { units: 2 }), { at: 1 });
    simulation.start(patient("small", 5), { at: 2 });
    simulation.start(patient("small too", 5), { at: 3 });
    simulation.run();
    expect(log).toEqual(["one at 0", "small at 2", "small too at 7", "both at 12"]);
  });

  it("lets a better priority go before a large request that is nearly served", () => {
    const { simulation, log, patient } = office({ capacity: 2 });
    simulation.start(patient("one", 10));
    simulation.start(patient("both", 5, { units: 2 }), { at: 1 });
    simulation.start(patient("urgent", 20, { priority: -1 }), { at: 2 });
    simulation.run();
    expect(log).toEqual(["one at 0", "urgent at 2", "both at 22"]);
  });
});

describe("patience", () => {
  it("ends the waiting, and whoever stood behind is served", () => {
    const { simulation, nurse, log, patient } = office({ capacity: 2 });
    simulation.start(patient("one", 10));
    simulation.start(patient("both", 5, { units: 2, patience: 4 }), { at: 1 });
    simulation.start(patient("small", 5), { at: 2 });
    simulation.run();
    expect(log).toEqual(["one at 0", "both gave up at 5", "small at 5"]);
    expect(nurse.statistics()).toMatchObject({ granted: 2, gaveUp: 1, turnedAway: 0 });
    expect(nurse.waiting).toBe(0);
  });

  it.each([
    ["the call comes first in the minute", 0],
    ["the patience ends first in the minute", 1],
  ])("ends once, and loses no unit, when %s", (_, start) => {
    const { simulation, nurse, log, patient } = office({ capacity: 1 });
    // Whose end of patience is scheduled before the end of the work in front gives up; else they are called.
    simulation.start(patient("holder", 10));
    if (start === 1) {
      nurse.setCapacity(0);
      simulation.start(patient("waiting", 5, { patience: 10 }));
    }
    simulation.run({ until: 0 });
    if (start === 1) expect(log).toEqual([]);
    nurse.setCapacity(1);
    if (start === 0) simulation.start(patient("waiting", 5, { patience: 10 }));
    simulation.run();
    expect(log).toEqual(start === 0 ? ["holder at 0", "waiting at 10"] : ["holder at 0", "waiting gave up at 10"]);
    expect(nurse.free).toBe(1);
    expect(nurse.waiting).toBe(0);
  });

  it("never ends when it is Infinity", () => {
    const { simulation, log, patient } = office({ capacity: 1 });
    simulation.start(patient("a", 1000));
    simulation.start(patient("b", 1, { patience: Number.POSITIVE_INFINITY }));
    simulation.run();
    expect(log).toEqual(["a at 0", "b at 1000"]);
  });

  it("of nothing is enough for who can start at once", () => {
    const { simulation, log, patient } = office({ capacity: 1 });
    simulation.start(patient("a", 5, { patience: 0 }));
    simulation.start(patient("b", 5, { patience: 0 }), { at: 1 });
    simulation.run();
    expect(log).toEqual(["a at 0", "b gave up at 1"]);
  });
});

describe("a limit", () => {
  it("turns away who finds so many waiting, unless they can start at once", () => {
    const { simulation, nurse, log, patient } = office({ capacity: 1 });
    for (const name of ["a", "b", "c", "d"]) simulation.start(patient(name, 5, { limit: 2 }));
    simulation.start(patient("e", 5, { limit: 0 }), { at: 30 });
    simulation.run();
    expect(log).toEqual(["a at 0", "d turned away at 0", "b at 5", "c at 10", "e at 30"]);
    expect(nurse.statistics()).toMatchObject({ granted: 4, turnedAway: 1 });
  });
});

describe("statistics", () => {
  it("are the integrals of all levels", () => {
    const { simulation, nurse, patient } = office({
      capacity: 2,
      changes: [
        { at: 10, capacity: 1 },
        { at: 20, capacity: 3 },
      ],
    });
    simulation.start(patient("a", 15));
    simulation.start(patient("b", 12));
    simulation.start(patient("c", 4), { at: 5 });
    simulation.start(patient("break", 6, { off: true, priority: 9 }), { at: 6 });
    simulation.run({ until: 30 });
    // a: 0-15, b: 0-12 of which 10-12 is overtime; c waits 5-15, works 15-19; the break waits 6-19, lasts 19-25.
    expect(nurse.statistics()).toEqual({
      minutes: 30,
      capacityTime: 20 + 10 + 30,
      busyTime: 15 + 12 + 4,
      offTime: 6,
      overtime: 2,
      staffedTime: 60 - 6 + 2,
      waitingTime: 10 + 13,
      utilisation: 31 / 56,
      meanBusy: 31 / 30,
      meanWaiting: 23 / 30,
      granted: 4,
      gaveUp: 0,
      turnedAway: 0,
      preempted: 0,
    });
  });

  it("know a break beyond the end of a shift for neither work nor overtime", () => {
    const { simulation, nurse, patient } = office({ capacity: 1, changes: [{ at: 10, capacity: 0 }] });
    simulation.start(patient("break", 8, { off: true }), { at: 5 });
    simulation.run({ until: 20 });
    expect(nurse.statistics()).toMatchObject({ offTime: 8, overtime: 0, staffedTime: 5, busyTime: 0 });
  });
});

it("has room for everybody when its capacity is Infinity", () => {
  const { simulation, nurse, log, patient } = office({ capacity: Number.POSITIVE_INFINITY });
  for (let i = 0; i < 100; i++) simulation.start(patient(String(i), 5));
  simulation.run();
  expect(log).toHaveLength(100);
  expect(nurse.statistics()).toMatchObject({ busyTime: 500, meanBusy: 100 });
});

describe("what makes no sense is refused with its value:", () => {
  const simulation = new Simulation();
  const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
  const message = "the capacity of nurse must be a whole number of at least 0, or Infinity, got";
  it.each([
    ["a capacity below zero", () => new Resource(simulation, { name: "nurse", capacity: -1 }), `${message} -1`],
    ["half a unit", () => nurse.setCapacity(1.5), `${message} 1.5`],
    ["a capacity that is no number", () => nurse.setCapacity(Number.NaN), `${message} NaN`],
    [
      "a speed of zero",
      () => new Resource(simulation, { name: "nurse", capacity: 1, speed: 0 }),
      "the speed of nurse must be above zero, got 0",
    ],
    ["no unit", () => nurse.seize({ units: 0 }), "units must be a whole number of at least 1, got 0"],
    ["half a unit asked for", () => nurse.seize({ units: 0.5 }), "units must be a whole number of at least 1, got 0.5"],
    ["a patience below zero", () => nurse.seize({ patience: -1 }), "patience must be zero or more minutes, got -1"],
    ["a patience that is no number", () => nurse.seize({ patience: Number.NaN }), "zero or more minutes, got NaN"],
    ["a limit below zero", () => nurse.seize({ limit: -1 }), "a limit must be zero or more, got -1"],
    ["no priority", () => nurse.seize({ priority: Number.NaN }), "a priority must be a finite number, got NaN"],
    ["no key", () => nurse.seize({ key: Number.POSITIVE_INFINITY }), "a key must be a finite number, got Infinity"],
  ])("%s", (_, mistake, expected) => {
    expect(mistake).toThrow(expected);
  });
});
