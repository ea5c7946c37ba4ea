import { describe, expect, it } from "vitest";
import { Resource } from "./resource.ts";
import { seizeAll, seizeAny } from "./seize-together.ts";
import { Simulation } from "./simulation.ts";
import type { Process } from "./wait.ts";

describe("a change of capacity", () => {
  it("comes before everything else in its minute, also before what was scheduled earlier", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* patient(): Process {
      const answer = yield* desk.seize({ limit: 0 });
      log.push(typeof answer === "string" ? answer : `served at ${simulation.now}`);
    }
    const early = simulation.start(patient(), { at: 10 });
    const desk = new Resource(simulation, { name: "desk", capacity: 0, changes: [{ at: 10, capacity: 1 }] });
    const atOnce = new Resource(simulation, { name: "room", capacity: 0, changes: [{ at: 0, capacity: 1 }] });
    function* opening(): Process {
      log.push(`${atOnce.free} room at ${simulation.now}`);
      yield* simulation.delay(0);
    }
    simulation.start(opening());
    simulation.run();
    expect(early.hasEnded).toBe(true);
    expect(log).toEqual(["1 room at 0", "served at 10"]);
  });

  it("serves at once as many as there are new units", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 0 });
    const starts: number[] = [];
    function* patient(): Process {
      using _unit = yield* nurse.seize();
      starts.push(simulation.now);
      yield* simulation.delay(10);
    }
    for (let i = 0; i < 4; i++) simulation.start(patient());
    simulation.run({ until: 3 });
    nurse.setCapacity(3);
    expect(nurse.waiting).toBe(1);
    simulation.run();
    expect(starts).toEqual([3, 3, 3, 13]);
  });

  it("lets nobody be served by one who goes home when a colleague comes", () => {
    const simulation = new Simulation();
    const ada = new Resource(simulation, { name: "Ada", capacity: 0, changes: [{ at: 12, capacity: 1 }] });
    const room = new Resource(simulation, { name: "room", capacity: 1, changes: [{ at: 12, capacity: 0 }] });
    const bo = new Resource(simulation, { name: "Bo", capacity: 0, changes: [{ at: 30, capacity: 1 }] });
    function* patient(): Process<string> {
      using both = yield* seizeAll({ nurse: { oneOf: [ada, bo] }, room });
      return both.nurse.resource.name;
    }
    const waiting = simulation.start(patient());
    simulation.run({ until: 20 });
    expect(waiting.hasEnded).toBe(false);
    expect([ada.free, room.free]).toEqual([1, 0]);
    room.setCapacity(1);
    simulation.run();
    expect(waiting.value).toBe("Ada");
  });

  it("is the last one of those planned for the same minute", () => {
    const simulation = new Simulation();
    const changes = [
      { at: 5, capacity: 4 },
      { at: 5, capacity: 0 },
      { at: 5, capacity: 1 },
      { at: 9, capacity: 0 },
    ];
    const nurse = new Resource(simulation, { name: "nurse", capacity: 0, changes });
    const starts: number[] = [];
    function* patient(): Process {
      using _unit = yield* nurse.seize();
      starts.push(simulation.now);
      yield* simulation.delay(1);
    }
    for (let i = 0; i < 3; i++) simulation.start(patient());
    simulation.run({ until: 20 });
    expect(starts).toEqual([5, 6, 7]);
    expect(nurse.capacity).toBe(0);
  });

  it("may follow another for ever: a plan need not end", () => {
    const simulation = new Simulation();
    function* days() {
      for (let day = 0; ; day++) {
        yield { at: day * 1440 + 480, capacity: 1 };
        yield { at: day * 1440 + 1020, capacity: 0 };
      }
    }
    const nurse = new Resource(simulation, { name: "nurse", capacity: 0, changes: days() });
    simulation.run({ until: 7 * 1440 });
    expect(nurse.statistics().capacityTime).toBe(7 * 540);
  });

  it("is refused when it comes out of order, or for no minute at all", () => {
    const simulation = new Simulation();
    const plan = (...times: number[]) => times.map((at) => ({ at, capacity: 1 }));
    const nurse = (changes: { at: number; capacity: number }[]) =>
      new Resource(simulation, { name: "nurse", capacity: 1, changes });
    expect(() => nurse(plan(-1))).toThrow("the changes of nurse must be in the order of time: minute -1 follows 0");
    expect(() => nurse(plan(Number.NaN))).toThrow("minute NaN follows 0");
    nurse(plan(10, 5));
    expect(() => simulation.run()).toThrow("minute 5 follows 10");
  });
});

describe("a falling capacity", () => {
  function day(falling: "finish" | "resume" | "restart") {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 3, falling });
    const log: string[] = [];
    function* patient(name: string, minutes: number, priority = 0): Process {
      using unit = yield* nurse.seize({ priority });
      yield* unit.work(minutes);
      log.push(`${name} ${simulation.now}`);
    }
    return { simulation, nurse, log, patient };
  }

  it("lets current work finish, and hands over no unit that is gone", () => {
    const { simulation, nurse, log, patient } = day("finish");
    for (const [name, minutes] of [
      ["a", 10],
      ["b", 12],
      ["c", 14],
      ["d", 5],
    ] as const) {
      simulation.start(patient(name, minutes));
    }
    simulation.run({ until: 5 });
    nurse.setCapacity(1);
    expect(nurse.free).toBe(-2);
    simulation.run();
    expect(log).toEqual(["a 10", "b 12", "c 14", "d 19"]);
    expect(nurse.statistics().overtime).toBe(2 * 5 + 2);
  });

  it("sends away the worst priority first, then the latest start, then the latest request", () => {
    const { simulation, nurse, log, patient } = day("resume");
    simulation.start(patient("worse", 10, 1));
    simulation.start(patient("early", 10));
    simulation.start(patient("late", 10), { at: 2 });
    simulation.run({ until: 5 });
    nurse.setCapacity(2);
    expect(nurse.waiting).toBe(1);
    simulation.run({ until: 6 });
    nurse.setCapacity(1);
    simulation.run({ until: 8 });
    nurse.setCapacity(0);
    simulation.run({ until: 20 });
    expect(log).toEqual([]);
    expect(nurse.waiting).toBe(3);
    // They come back in the order of their priority, the last to be sent away first: each for the rest of the work.
    nurse.setCapacity(1);
    simulation.run();
    expect(log).toEqual(["early 22", "late 28", "worse 33"]);
    expect(nurse.statistics()).toMatchObject({ preempted: 3, granted: 3, overtime: 0 });
  });

  it("makes them do it all anew where that is the rule", () => {
    const { simulation, nurse, log, patient } = day("restart");
    simulation.start(patient("a", 10));
    simulation.start(patient("b", 10));
    simulation.run({ until: 4 });
    nurse.setCapacity(0);
    simulation.run({ until: 20 });
    nurse.setCapacity(1);
    simulation.run();
    expect(log).toEqual(["a 30", "b 40"]);
  });

  it("counts whose work ends in this very minute as leaving", () => {
    const simulation = new Simulation();
    const changes = [{ at: 10, capacity: 1 }];
    const nurse = new Resource(simulation, { name: "nurse", capacity: 2, falling: "restart", changes });
    const ends: number[] = [];
    function* patient(minutes: number): Process {
      using unit = yield* nurse.seize();
      yield* unit.work(minutes);
      ends.push(simulation.now);
    }
    simulation.start(patient(10));
    simulation.start(patient(15));
    simulation.run();
    expect(ends).toEqual([10, 15]);
  });

  it("leaves alone who holds a unit without working with it", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 1, falling: "resume" });
    function* patient(): Process<number> {
      using _unit = yield* nurse.seize();
      yield* simulation.delay(10);
      return simulation.now;
    }
    const seen = simulation.start(patient());
    simulation.run({ until: 5 });
    nurse.setCapacity(0);
    simulation.run();
    expect(seen.value).toBe(10);
  });

  it("can be told how to fall each time", () => {
    const { simulation, nurse, log, patient } = day("finish");
    simulation.start(patient("a", 10));
    simulation.run({ until: 4 });
    nurse.setCapacity(0, "resume");
    simulation.run({ until: 20 });
    nurse.setCapacity(1);
    simulation.run();
    expect(log).toEqual(["a 26"]);
  });
});

it("serves by whoever of several comes first", () => {
  const simulation = new Simulation();
  const ada = new Resource(simulation, { name: "Ada", capacity: 0, changes: [{ at: 9, capacity: 1 }] });
  const bo = new Resource(simulation, { name: "Bo", capacity: 0, changes: [{ at: 8, capacity: 1 }] });
  function* patient(): Process<string> {
    using unit = yield* seizeAny([ada, bo]);
    yield* unit.work(10);
    return `${unit.resource.name} ${simulation.now}`;
  }
  const patients = [simulation.start(patient()), simulation.start(patient())];
  simulation.run();
  expect(patients.map(({ value }) => value)).toEqual(["Bo 18", "Ada 19"]);
});
