import { describe, expect, it } from "vitest";
import type { Hold } from "./hold.ts";
import type { QueueOptions, UnitsOption } from "./request-options.ts";
import { Resource } from "./resource.ts";
import { seizeAll, seizeAny } from "./seize-together.ts";
import { Simulation } from "./simulation.ts";
import { Trace } from "./trace.ts";
import type { Process } from "./wait.ts";

/** A simulation with some nurses, and patients who work with one and note when they are done. */
function office(capacity: number) {
  const trace = new Trace();
  const simulation = new Simulation({ tracer: trace.tracer });
  const nurse = new Resource(simulation, { name: "nurse", capacity });
  const log: string[] = [];
  function* patient(name: string, minutes: number, asking: UnitsOption & QueueOptions = {}): Process {
    using unit = yield* nurse.seize(asking);
    yield* unit.work(minutes);
    log.push(`${name} ${simulation.now}`);
  }
  return { simulation, nurse, log, patient, trace };
}

describe("an emergency that pre-empts", () => {
  it("takes the unit from the worst priority, and the latest start among equals", () => {
    const { simulation, log, patient } = office(3);
    simulation.start(patient("early", 20, { priority: 2 }));
    simulation.start(patient("late", 20, { priority: 2 }), { at: 1 });
    simulation.start(patient("better", 20, { priority: 1 }), { at: 2 });
    simulation.start(patient("emergency", 5, { priority: 0, preempt: "resume" }), { at: 3 });
    simulation.run();
    // "late" has 18 minutes left when it loses its nurse at minute 3, and gets one back at minute 8.
    expect(log).toEqual(["emergency 8", "early 20", "better 22", "late 26"]);
  });

  it("waits when all others are at least as urgent", () => {
    const { simulation, nurse, log, patient } = office(1);
    simulation.start(patient("first", 20, { priority: 0 }));
    simulation.start(patient("emergency", 5, { priority: 0, preempt: "resume" }), { at: 3 });
    simulation.run();
    expect(log).toEqual(["first 20", "emergency 25"]);
    expect(nurse.statistics().preempted).toBe(0);
  });

  it("takes nothing from one whose work ends in this minute, yet has the unit at once", () => {
    const { simulation, nurse, log, patient } = office(1);
    simulation.start(patient("emergency", 5, { priority: -1, preempt: "restart" }), { at: 20 });
    simulation.start(patient("first", 20));
    simulation.run();
    expect(log).toEqual(["first 20", "emergency 25"]);
    expect(nurse.statistics().preempted).toBe(0);
  });

  it("takes no unit that is held idly while its holder waits elsewhere, but does as soon as it is worked with", () => {
    const { simulation, nurse, log, patient } = office(1);
    function* dawdler(): Process {
      using unit = yield* nurse.seize();
      yield* simulation.delay(10);
      yield* unit.work(10);
      log.push(`dawdler ${simulation.now}`);
    }
    simulation.start(dawdler());
    simulation.start(patient("emergency", 5, { priority: -1, preempt: "resume" }), { at: 3 });
    simulation.run();
    expect(log).toEqual(["emergency 15", "dawdler 25"]);
  });

  it("takes nothing unless that is enough for all that it asks for", () => {
    const { simulation, nurse, log, patient } = office(2);
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    function* cleaning(): Process {
      using _room = yield* room.seize();
      yield* simulation.delay(30);
    }
    function* emergency(): Process {
      using both = yield* seizeAll({ nurse: { oneOf: [nurse], units: 2 }, room }, { priority: -1, preempt: "resume" });
      yield* both.nurse.work(5);
      log.push(`emergency ${simulation.now}`);
    }
    simulation.start(cleaning());
    simulation.start(patient("a", 20));
    simulation.start(patient("b", 40));
    simulation.start(emergency(), { at: 3 });
    simulation.run();
    expect(log).toEqual(["a 20", "emergency 35", "b 45"]);
  });

  it("uses force only where nobody is free", () => {
    const { simulation, nurse, log, patient } = office(1);
    const assistant = new Resource(simulation, { name: "assistant", capacity: 1 });
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    function* visit(): Process {
      using unit = yield* room.seize();
      yield* unit.work(10);
      log.push(`visit ${simulation.now}`);
    }
    function* emergency(): Process {
      const needs = { helper: { oneOf: [nurse, assistant] }, room };
      using both = yield* seizeAll(needs, { priority: -1, preempt: "resume" });
      yield* both.room.work(5);
      log.push(`emergency with ${both.helper.resource.name} ${simulation.now}`);
    }
    simulation.start(patient("a", 20));
    simulation.start(visit());
    simulation.start(emergency(), { at: 3 });
    simulation.run();
    expect(log).toEqual(["emergency with assistant 8", "visit 15", "a 20"]);
  });

  it("leaves its victim all other holds, and one place in one queue", () => {
    const { simulation, nurse, log, patient } = office(1);
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    function* visit(): Process {
      using both = yield* seizeAll({ room, nurse });
      yield* both.nurse.work(10);
      log.push(`visit ${simulation.now}`);
    }
    simulation.start(visit());
    simulation.start(patient("emergency", 5, { priority: -1, preempt: "resume" }), { at: 3 });
    simulation.run({ until: 4 });
    expect([room.taken, room.waiting, nurse.waiting]).toEqual([1, 0, 1]);
    simulation.run();
    expect(log).toEqual(["emergency 8", "visit 15"]);
    expect([room.free, nurse.free]).toEqual([1, 1]);
  });

  it("may be interrupted in turn, and everybody's rest is done in the end", () => {
    const { simulation, nurse, log, patient, trace } = office(1);
    simulation.start(patient("ordinary", 10, { priority: 2 }));
    simulation.start(patient("urgent", 10, { priority: 1, preempt: "resume" }), { at: 4 });
    simulation.start(patient("emergency", 10, { priority: 0, preempt: "resume" }), { at: 8 });
    simulation.start(patient("ordinary too", 10, { priority: 2 }), { at: 9 });
    simulation.run();
    expect(log).toEqual(["emergency 18", "urgent 24", "ordinary 30", "ordinary too 40"]);
    expect(nurse.statistics()).toMatchObject({ busyTime: 40, preempted: 2, granted: 4 });
    expect(trace.lines).toContain("    4.00  entity 1  has to give up nurse");
  });

  it("serves at once who fits into what its victim gave up too many", () => {
    const { simulation, log, patient } = office(3);
    simulation.start(patient("large", 10, { units: 3, priority: 5 }));
    simulation.start(patient("emergency", 10, { units: 1, priority: 0, preempt: "resume" }), { at: 2 });
    simulation.start(patient("small", 4, { units: 2, priority: 1 }), { at: 1 });
    simulation.run();
    expect(log).toEqual(["small 6", "emergency 12", "large 20"]);
  });
});

describe("a victim", () => {
  it("that stops waiting for its unit has lost it", () => {
    const { simulation, nurse, log, patient } = office(1);
    function* impatient(): Process {
      using unit = yield* nurse.seize();
      const first = yield* simulation.firstOf({ done: unit.work(10), late: simulation.delay(12) });
      log.push(`${first.winner} ${simulation.now}, ${unit.isHeld ? "with" : "without"} a nurse`);
    }
    simulation.start(impatient());
    simulation.start(patient("emergency", 20, { priority: -1, preempt: "resume" }), { at: 3 });
    simulation.run({ until: 15 });
    expect(log).toEqual(["late 12, without a nurse"]);
    expect(nurse.waiting).toBe(0);
    simulation.run();
    expect(nurse.free).toBe(1);
  });

  it("goes on within another wait when it has its unit back", () => {
    const { simulation, nurse, log, patient } = office(1);
    function* visit(): Process {
      using unit = yield* nurse.seize();
      const first = yield* simulation.firstOf({ done: unit.work(10), late: simulation.delay(100) });
      log.push(`${first.winner} ${simulation.now}`);
    }
    simulation.start(visit());
    simulation.start(patient("emergency", 20, { priority: -1, preempt: "resume" }), { at: 3 });
    simulation.run({ until: 50 });
    expect(log).toEqual(["emergency 23", "done 30"]);
    expect(nurse.free).toBe(1);
  });

  it("comes back to the very person who was taken away", () => {
    const simulation = new Simulation();
    const ada = new Resource(simulation, { name: "Ada", capacity: 1, speed: 2 });
    const bo = new Resource(simulation, { name: "Bo", capacity: 1 });
    function* visit(): Process<string> {
      using unit = yield* seizeAny([ada, bo]);
      yield* unit.work(20);
      return `${unit.resource.name} ${simulation.now}`;
    }
    function* emergency(): Process<string> {
      using unit = yield* ada.seize({ priority: -1, preempt: "resume" });
      yield* unit.work(12);
      return `${unit.resource.name} ${simulation.now}`;
    }
    const visits = [simulation.start(visit()), simulation.start(emergency(), { at: 4 })];
    simulation.run();
    // Twice as fast, Ada has done 8 of 20 minutes by minute 4; the other 12 take her from minute 10 to 16.
    expect(visits.map(({ value }) => value)).toEqual(["Ada 16", "Ada 10"]);
  });

  it("can be interrupted while it works, and gives back its unit", () => {
    const { simulation, nurse, patient } = office(1);
    const working = simulation.start(patient("a", 10));
    simulation.run({ until: 5 });
    simulation.interrupt(working);
    simulation.run();
    expect(nurse.free).toBe(1);
    expect(simulation.now).toBe(5);
  });
});

describe("a hold", () => {
  it("may be handed to somebody else, who releases it", () => {
    const { simulation, nurse, trace } = office(1);
    function* cleaner(unit: Hold): Process {
      yield* unit.work(3);
      unit.release();
    }
    function* visit(): Process {
      const unit = yield* nurse.seize();
      yield* simulation.delay(20);
      unit.handTo(simulation.start(cleaner(unit), { kind: "cleaner" }));
    }
    simulation.start(visit());
    simulation.run();
    expect(nurse.statistics().busyTime).toBe(23);
    expect(trace.lines).toContain("   23.00  cleaner 2  releases nurse");
  });

  it("cannot be worked with when it is gone, nor twice at once, nor released in the middle", () => {
    const { simulation, nurse } = office(3);
    function* late(): Process {
      const unit = yield* nurse.seize();
      unit.release();
      yield* unit.work(1);
    }
    function* double(): Process {
      const unit = yield* nurse.seize();
      yield* simulation.all([unit.work(1), unit.work(1)]);
    }
    let shared: Hold | undefined;
    function* worker(): Process {
      shared = yield* nurse.seize();
      yield* shared.work(10);
    }
    simulation.start(late());
    expect(() => simulation.run()).toThrow("entity 1 cannot work with nurse: the unit is gone");
    simulation.start(double());
    expect(() => simulation.run()).toThrow("entity 2 works with this unit of nurse already");
    simulation.start(worker());
    simulation.run({ until: 5 });
    expect(() => shared?.release()).toThrow("entity 3 works with nurse; interrupt it before releasing the unit");
  });

  it("refuses work of less than no time", () => {
    const { simulation, nurse } = office(1);
    function* patient(): Process {
      using unit = yield* nurse.seize();
      yield* unit.work(-2);
    }
    simulation.start(patient());
    expect(() => simulation.run()).toThrow("work must take zero or more minutes, got -2");
    expect(nurse.free).toBe(1);
  });
});

it("a break waits for the current patient, goes before who waits, and counts as neither work nor staff", () => {
  const { simulation, nurse, log, patient } = office(1);
  simulation.start(patient("a", 10));
  simulation.start(patient("b", 10), { at: 1 });
  simulation.start(patient("break", 15, { priority: Number.MIN_SAFE_INTEGER, off: true }), { at: 5 });
  simulation.run();
  expect(log).toEqual(["a 10", "break 25", "b 35"]);
  expect(nurse.statistics()).toMatchObject({ busyTime: 20, offTime: 15, staffedTime: 20, utilisation: 1 });
});

it("a failure stops the work at once", () => {
  const { simulation, nurse, log, patient } = office(1);
  simulation.start(patient("a", 10));
  simulation.start(patient("failure", 30, { priority: -9, preempt: "resume", off: true }), { at: 4 });
  simulation.run();
  expect(log).toEqual(["failure 34", "a 40"]);
  expect(nurse.statistics()).toMatchObject({ busyTime: 10, offTime: 30, preempted: 1 });
});
