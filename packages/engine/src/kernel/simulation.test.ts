import { describe, expect, it } from "vitest";
import { Interrupted } from "./entity.ts";
import { Resource } from "./resource.ts";
import { Signal } from "./signal.ts";
import { Simulation } from "./simulation.ts";
import { Trace } from "./trace.ts";
import type { Process } from "./wait.ts";

describe("time", () => {
  it("passes for each patient by their own delays", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* patient(name: string, minutes: number): Process {
      yield* simulation.delay(minutes);
      log.push(`${name} ${simulation.now}`);
      yield* simulation.delay(minutes);
      log.push(`${name} ${simulation.now}`);
    }
    simulation.start(patient("a", 3));
    simulation.start(patient("b", 2));
    simulation.run();
    expect(log).toEqual(["b 2", "a 3", "b 4", "a 6"]);
  });

  it("lets those of the same minute go on in the order in which they were scheduled", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* patient(name: string, minutes: number): Process {
      yield* simulation.delay(minutes);
      log.push(name);
    }
    for (const name of ["a", "b", "c"]) simulation.start(patient(name, 5));
    simulation.start(patient("d", 0));
    simulation.run();
    expect(log).toEqual(["d", "a", "b", "c"]);
  });

  it("lets a better priority go first within a minute", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* patient(name: string, priority: number): Process {
      yield* simulation.delay(5, { priority });
      log.push(name);
    }
    simulation.start(patient("ordinary", 0));
    simulation.start(patient("late", 1));
    simulation.start(patient("early", -1));
    simulation.run();
    expect(log).toEqual(["early", "ordinary", "late"]);
  });

  it("is the same for everybody else when an event of the same minute changes nothing", () => {
    const log = (isWatched: boolean) => {
      const simulation = new Simulation();
      const seen: string[] = [];
      function* patient(name: string, minutes: number): Process {
        yield* simulation.delay(minutes);
        seen.push(`${name} at ${simulation.now}`);
        yield* simulation.delay(minutes);
        seen.push(`${name} at ${simulation.now}`);
      }
      function* idle(): Process {
        yield* simulation.delay(5);
        yield* simulation.delay(0);
      }
      for (const name of ["a", "b", "c"]) {
        if (isWatched) simulation.start(idle());
        simulation.start(patient(name, 5));
      }
      simulation.run();
      return seen;
    };
    expect(log(true)).toEqual(log(false));
  });

  it("goes through the calendar even when the delay is no minute long", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* patient(name: string): Process {
      log.push(`${name} begins`);
      yield* simulation.delay(0);
      log.push(`${name} goes on`);
    }
    simulation.start(patient("a"));
    simulation.start(patient("b"));
    simulation.run();
    expect(log).toEqual(["a begins", "b begins", "a goes on", "b goes on"]);
  });

  it("does not wait until a minute that has passed", () => {
    const simulation = new Simulation();
    const log: number[] = [];
    function* patient(): Process {
      yield* simulation.until(10);
      log.push(simulation.now);
      yield* simulation.until(4);
      log.push(simulation.now);
      yield* simulation.until(10);
      log.push(simulation.now);
    }
    simulation.start(patient());
    simulation.run();
    expect(log).toEqual([10, 10, 10]);
  });

  it("never comes for who delays for ever, and that is no mistake", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      yield* simulation.delay(Number.POSITIVE_INFINITY);
    }
    const waiting = simulation.start(patient());
    simulation.run();
    expect(waiting.hasEnded).toBe(false);
    expect(simulation.alive).toBe(1);
  });

  it.each([-3, Number.NaN])("refuses a delay of %s minutes", (minutes) => {
    const simulation = new Simulation();
    expect(() => simulation.delay(minutes)).toThrow(`a delay must be zero or more minutes, got ${minutes}`);
  });

  it("refuses to wait until no minute at all", () => {
    expect(() => new Simulation().until(Number.NaN)).toThrow("the minute to wait until must be a number, got NaN");
  });
});

describe("a run", () => {
  function* everyMinute(simulation: Simulation, log: number[]): Process {
    for (;;) {
      yield* simulation.delay(1);
      log.push(simulation.now);
    }
  }

  it("ends with what happens at its horizon, and can go on from there", () => {
    const simulation = new Simulation();
    const log: number[] = [];
    simulation.start(everyMinute(simulation, log));
    simulation.run({ until: 2 });
    expect(log).toEqual([1, 2]);
    simulation.run({ until: 2.5 });
    expect(log).toEqual([1, 2]);
    expect(simulation.now).toBe(2.5);
    simulation.run({ until: 4 });
    expect(log).toEqual([1, 2, 3, 4]);
  });

  it("is the same in one piece and in several", () => {
    const day = (stops: readonly number[]): string[] => {
      const trace = new Trace();
      const simulation = new Simulation({ tracer: trace.tracer });
      const nurse = new Resource(simulation, { name: "nurse", capacity: 1, changes: [{ at: 6, capacity: 2 }] });
      function* patient(): Process {
        using _unit = yield* nurse.seize();
        yield* simulation.delay(4);
      }
      for (const at of [0, 1, 2, 6, 7]) simulation.start(patient(), { at });
      for (const until of stops) simulation.run({ until });
      simulation.run();
      return trace.lines;
    };
    expect(day([0, 1, 4, 6, 6, 8, 9.5])).toEqual(day([]));
  });

  it("ends when nothing is left, at the minute of the last event", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      yield* simulation.delay(7);
    }
    simulation.start(patient());
    simulation.run();
    expect(simulation.now).toBe(7);
    expect(simulation.alive).toBe(0);
  });

  it("reaches its horizon when nothing happens until then", () => {
    const simulation = new Simulation();
    simulation.run({ until: 480 });
    expect(simulation.now).toBe(480);
  });

  it("can be watched step by step", () => {
    const simulation = new Simulation();
    const log: number[] = [];
    simulation.start(everyMinute(simulation, log));
    expect(simulation.step()).toBe(true);
    expect(log).toEqual([]);
    simulation.step();
    simulation.step();
    expect(log).toEqual([1, 2]);
    expect(new Simulation().step()).toBe(false);
  });

  it("refuses a horizon that has passed, a horizon that is no number, and a budget of nothing", () => {
    const simulation = new Simulation();
    simulation.run({ until: 10 });
    expect(() => simulation.run({ until: 9 })).toThrow("the horizon must not lie before minute 10, got 9");
    expect(() => simulation.run({ until: Number.NaN })).toThrow("the horizon must not lie before minute 10, got NaN");
    expect(() => simulation.run({ maxEvents: 0 })).toThrow("maxEvents must be at least 1, got 0");
  });

  it("cannot be run by one of its own processes", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      simulation.run();
      yield* simulation.delay(1);
    }
    simulation.start(patient());
    expect(() => simulation.run()).toThrow("the simulation runs already; a process waits instead of running it");
  });

  it("hands on what a process throws", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      yield* simulation.delay(1);
      throw new Error("no such room");
    }
    const failed = simulation.start(patient());
    expect(() => simulation.run()).toThrow("no such room");
    expect(failed.hasEnded).toBe(true);
    expect(() => failed.value).toThrow("no such room");
  });

  it("complains of a process that yields what is no wait", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      yield 5 as never;
    }
    simulation.start(patient(), { kind: "patient" });
    expect(() => simulation.run()).toThrow("the process of patient 1 yields 5; write yield* before a wait");
  });

  it("refuses to have no entity at all", () => {
    expect(() => new Simulation({ maxEntities: 0 })).toThrow("maxEntities must be at least 1, got 0");
  });
});

describe("starting", () => {
  it("lets an entity begin right after the event that starts it", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* patient(name: string): Process {
      log.push(`${name} begins at ${simulation.now}`);
      yield* simulation.delay(0);
    }
    function* source(): Process {
      yield* simulation.delay(5);
      simulation.start(patient("a"));
      log.push("source goes on");
      simulation.start(patient("b"));
      yield* simulation.delay(0);
      log.push("source ends");
    }
    simulation.start(source());
    simulation.run();
    expect(log).toEqual(["source goes on", "a begins at 5", "b begins at 5", "source ends"]);
  });

  it("begins at the minute that it is told", () => {
    const simulation = new Simulation();
    function* patient(): Process<number> {
      const arrived = simulation.now;
      yield* simulation.delay(1);
      return arrived;
    }
    const late = simulation.start(patient(), { at: 30 });
    const early = simulation.start(patient(), { at: 12 });
    expect(simulation.alive).toBe(2);
    simulation.run();
    expect([late.value, early.value]).toEqual([30, 12]);
  });

  it("refuses a minute that has passed, and nothing is alive for it", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      yield* simulation.delay(1);
    }
    simulation.start(patient());
    simulation.run({ until: 10 });
    expect(() => simulation.start(patient(), { at: 9 })).toThrow(RangeError);
    expect(() => simulation.start(patient(), { at: Number.NaN })).toThrow(RangeError);
    expect(simulation.alive).toBe(0);
  });

  it("numbers and names entities in the order of their start", () => {
    const simulation = new Simulation();
    function* nothing(): Process {
      yield* simulation.delay(1);
    }
    const entities = [simulation.start(nothing()), simulation.start(nothing(), { kind: "patient" })];
    expect(entities.map(({ name }) => name)).toEqual(["entity 1", "patient 2"]);
    expect(entities[1]?.number).toBe(2);
  });
});

describe("an entity", () => {
  it("can be waited for, and gives what its process returned", () => {
    const simulation = new Simulation();
    function* test(): Process<string> {
      yield* simulation.delay(12);
      return "normal";
    }
    function* visit(): Process<string> {
      const laboratory = simulation.start(test());
      yield* simulation.delay(5);
      const first = yield* laboratory;
      const again = yield* laboratory;
      return `${first}, ${again} at ${simulation.now}`;
    }
    const visited = simulation.start(visit());
    simulation.run();
    expect(visited.value).toBe("normal, normal at 12");
  });

  it("has no value before it has ended", () => {
    const simulation = new Simulation();
    function* visit(): Process {
      yield* simulation.delay(1);
    }
    const visited = simulation.start(visit(), { kind: "patient" });
    expect(() => visited.value).toThrow("patient 1 has not ended yet; wait for it with yield*");
  });

  it("may call part of its life a process of its own", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
    function* rooming(): Process<number> {
      using _unit = yield* nurse.seize();
      yield* simulation.delay(6);
      return simulation.now;
    }
    function* visit(): Process<number> {
      const first = yield* rooming();
      const second = yield* rooming();
      return first + second;
    }
    const visited = simulation.start(visit());
    simulation.run();
    expect(visited.value).toBe(18);
  });
});

describe("waiting for the first of several", () => {
  it("takes the one that is over first, and gives up the others", () => {
    const simulation = new Simulation();
    const physician = new Resource(simulation, { name: "physician", capacity: 1 });
    function* patient(minutes: number): Process<string> {
      const first = yield* simulation.firstOf({ called: physician.seize(), gaveUp: simulation.delay(10) });
      if (first.winner === "gaveUp") return `left at ${simulation.now}`;
      using _unit = first.value;
      yield* simulation.delay(minutes);
      return `seen by ${simulation.now}`;
    }
    const patients = [25, 5, 5].map((minutes) => simulation.start(patient(minutes)));
    const late = simulation.start(patient(5), { at: 20 });
    simulation.run();
    expect([...patients, late].map(({ value }) => value)).toEqual([
      "seen by 25",
      "left at 10",
      "left at 10",
      "seen by 30",
    ]);
    expect(physician.waiting).toBe(0);
    expect(physician.free).toBe(1);
  });

  it("never begins to wait for the rest when one is over at once", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
    const physician = new Resource(simulation, { name: "physician", capacity: 1 });
    function* patient(): Process<string> {
      const first = yield* simulation.firstOf({ nurse: nurse.seize(), physician: physician.seize() });
      yield* simulation.delay(1);
      first.value.release();
      return first.winner;
    }
    const seen = simulation.start(patient());
    simulation.run();
    expect(seen.value).toBe("nurse");
    expect(physician.statistics().granted).toBe(0);
  });

  it("loses no unit when patience ends in the minute of being called", () => {
    for (const patience of [10, 10 + 2 ** -40, 10 - 2 ** -40]) {
      const simulation = new Simulation();
      const physician = new Resource(simulation, { name: "physician", capacity: 1 });
      function* patient(): Process {
        const first = yield* simulation.firstOf({ gaveUp: simulation.delay(patience), called: physician.seize() });
        if (first.winner === "gaveUp") return;
        using _unit = first.value;
        yield* simulation.delay(10);
      }
      for (let i = 0; i < 4; i++) simulation.start(patient());
      simulation.run();
      expect(physician.free).toBe(1);
      expect(physician.waiting).toBe(0);
    }
  });

  it("gives up a wait that giving up another has brought to its end", () => {
    const simulation = new Simulation();
    const nurses = new Resource(simulation, { name: "nurse", capacity: 2 });
    function* holder(): Process {
      using _unit = yield* nurses.seize();
      yield* simulation.delay(60);
    }
    function* patient(): Process<string> {
      // The request for two stands before the one for a single nurse, who is free: giving up the first grants the second.
      const first = yield* simulation.firstOf({
        both: nurses.seize({ units: 2 }),
        one: nurses.seize(),
        gaveUp: simulation.delay(5),
      });
      return `${first.winner} at ${simulation.now}`;
    }
    simulation.start(holder());
    const left = simulation.start(patient());
    simulation.run({ until: 30 });
    expect(left.value).toBe("gaveUp at 5");
    expect(nurses.taken).toBe(1);
    expect(nurses.waiting).toBe(0);
  });

  it("gives up what gave up by itself only once, whatever else that lets go on", () => {
    const simulation = new Simulation();
    const ada = new Resource(simulation, { name: "Ada", capacity: 1 });
    const bo = new Resource(simulation, { name: "Bo", capacity: 1 });
    function* holder(): Process {
      using _ada = yield* ada.seize();
      yield* simulation.delay(60);
    }
    function* patient(): Process<string> {
      const first = yield* simulation.firstOf({
        together: ada.seize({ units: 1, patience: 5 }),
        later: bo.seize(),
      });
      return first.winner;
    }
    simulation.start(holder());
    const seen = simulation.start(patient());
    simulation.run();
    expect(seen.value).toBe("later");
  });

  it("refuses what is no wait, and a wait that somebody has waited for already", () => {
    const simulation = new Simulation();
    function* part(): Process {
      yield* simulation.delay(1);
    }
    expect(() => simulation.firstOf({ part: part() as never })).toThrow("only waits, entities and signals");
    const delay = simulation.delay(1);
    function* patient(): Process {
      yield* delay;
      yield* delay;
    }
    simulation.start(patient());
    expect(() => simulation.run()).toThrow("a wait can be waited for once; ask for a new one each time");
  });

  it("can stand within another", () => {
    const simulation = new Simulation();
    const results = new Signal<string>(simulation, "results");
    function* patient(): Process<unknown> {
      const first = yield* simulation.firstOf({
        both: simulation.all([simulation.delay(10), results]),
        either: simulation.firstOf({ short: simulation.delay(20), long: simulation.delay(30) }),
      });
      return first;
    }
    function* laboratory(minutes: number): Process {
      yield* simulation.delay(minutes);
      results.send("normal");
    }
    const patients = [simulation.start(patient()), simulation.start(patient(), { at: 13 })];
    simulation.start(laboratory(12));
    simulation.run();
    expect(patients.map(({ value }) => value)).toEqual([
      { winner: "both", value: [undefined, "normal"] },
      { winner: "either", value: { winner: "short", value: undefined } },
    ]);
    expect(results.waiting).toBe(0);
  });

  it("hears once of what it waits for twice", () => {
    const simulation = new Simulation();
    const bell = new Signal(simulation, "bell");
    function* other(): Process {
      yield* simulation.delay(3);
    }
    function* patient(): Process<string[]> {
      const first = yield* simulation.firstOf({ one: bell, two: bell });
      const child = simulation.start(other());
      const second = yield* simulation.firstOf({ three: child, four: child });
      yield* simulation.delay(1);
      return [first.winner, second.winner];
    }
    const heard = simulation.start(patient());
    simulation.run();
    expect(bell.send()).toBe(2);
    simulation.run();
    expect(heard.value).toEqual(["one", "three"]);
    expect(simulation.now).toBe(4);
  });
});

describe("waiting for all of several", () => {
  it("goes on when the last is over, and gives their values in order", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
    function* test(minutes: number): Process<number> {
      yield* simulation.delay(minutes);
      return minutes;
    }
    function* visit(): Process<string> {
      const [blood, unit, scan] = yield* simulation.all([
        simulation.start(test(12)),
        nurse.seize(),
        simulation.start(test(7)),
      ]);
      unit.release();
      return `${blood}, ${scan} at ${simulation.now}`;
    }
    const visited = simulation.start(visit());
    simulation.run();
    expect(visited.value).toBe("12, 7 at 12");
    expect(nurse.free).toBe(1);
  });

  it("is over at once when there is nothing to wait for", () => {
    const simulation = new Simulation();
    function* visit(): Process<number> {
      yield* simulation.all([simulation.until(0)]);
      return (yield* simulation.all([])).length;
    }
    const visited = simulation.start(visit());
    simulation.run();
    expect(visited.value).toBe(0);
  });

  it("returns what was granted when one of those waited for has failed", () => {
    const simulation = new Simulation();
    const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
    function* test(): Process {
      yield* simulation.delay(10);
    }
    function* visit(): Process {
      yield* simulation.all([nurse.seize(), laboratory]);
    }
    const laboratory = simulation.start(test());
    const visited = simulation.start(visit());
    simulation.run({ until: 5 });
    simulation.interrupt(laboratory, "out of order");
    simulation.run();
    expect(() => visited.value).toThrow("entity 1 was interrupted: out of order");
    expect(nurse.free).toBe(1);
  });
});

describe("an interruption", () => {
  it("is thrown where the process waits, with its reason", () => {
    const simulation = new Simulation();
    const log: string[] = [];
    function* physician(): Process {
      try {
        yield* simulation.delay(60);
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        log.push(`${error.message} at ${simulation.now}`);
        expect(error.entity).toBe(called);
        expect(error.reason).toBe("emergency");
      }
      yield* simulation.delay(5);
      log.push(`back at ${simulation.now}`);
    }
    const called = simulation.start(physician(), { kind: "physician" });
    function* emergency(): Process {
      yield* simulation.delay(20);
      log.push(`interrupts: ${simulation.interrupt(called, "emergency")}, ${simulation.interrupt(called)}`);
    }
    simulation.start(emergency());
    simulation.run();
    expect(log).toEqual(["interrupts: true, false", "physician 1 was interrupted: emergency at 20", "back at 25"]);
    expect(simulation.interrupt(called)).toBe(false);
  });

  it("ends a process that does not catch it, and gives back what it holds", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    function* patient(): Process {
      using _room = yield* room.seize();
      yield* simulation.delay(60);
    }
    const [first, second, third] = [1, 2, 3].map(() => simulation.start(patient()));
    simulation.run({ until: 10 });
    simulation.interrupt(second!, "called away");
    simulation.interrupt(first!);
    simulation.run();
    expect(first!.hasEnded).toBe(true);
    expect(() => first!.value).toThrow("entity 1 was interrupted");
    expect(() => second!.value).toThrow("entity 2 was interrupted: called away");
    expect(third!.value).toBeUndefined();
    expect(simulation.now).toBe(70);
    expect(room.free).toBe(1);
  });

  it("is thrown to whoever waits for the end of the interrupted", () => {
    const simulation = new Simulation();
    function* test(): Process {
      yield* simulation.delay(60);
    }
    function* visit(): Process<string> {
      try {
        yield* child;
        return "done";
      } catch (error) {
        return String(error);
      }
    }
    const child = simulation.start(test());
    const visited = simulation.start(visit());
    simulation.run({ until: 1 });
    simulation.interrupt(child);
    simulation.run();
    expect(visited.value).toBe("Interrupted: entity 1 was interrupted");
  });

  it("loses no unit that was granted in the same minute", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    function* holder(): Process {
      using _room = yield* room.seize();
      yield* simulation.delay(10);
      _room.release();
      simulation.interrupt(waiting);
    }
    function* patient(): Process {
      using _room = yield* room.seize();
      yield* simulation.delay(60);
    }
    simulation.start(holder());
    const waiting = simulation.start(patient());
    const behind = simulation.start(patient());
    simulation.run();
    expect(behind.value).toBeUndefined();
    expect(simulation.now).toBe(70);
    expect(room.free).toBe(1);
  });

  it("reaches an entity that has not begun: it never does", () => {
    const simulation = new Simulation();
    let hasBegun = false;
    function* patient(): Process {
      hasBegun = true;
      yield* simulation.delay(1);
    }
    function* source(): Process {
      yield* simulation.delay(5);
      const child = simulation.start(patient());
      simulation.interrupt(child);
    }
    const late = simulation.start(patient(), { at: 10 });
    simulation.start(source());
    simulation.interrupt(late);
    simulation.run();
    expect(late.hasEnded).toBe(true);
    expect(hasBegun).toBe(false);
    expect(simulation.alive).toBe(0);
    expect(simulation.now).toBe(5);
  });

  it("is refused by oneself, and across simulations", () => {
    const simulation = new Simulation();
    function* patient(): Process {
      simulation.interrupt(self);
      yield* simulation.delay(1);
    }
    const self = simulation.start(patient());
    expect(() => simulation.run()).toThrow("entity 1 cannot interrupt itself; let its process return");
    expect(() => new Simulation().interrupt(self)).toThrow("entity 1 belongs to another simulation");
  });

  it("leaves every wait within a wait", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    const bell = new Signal(simulation, "bell");
    function* holder(): Process {
      using _room = yield* room.seize();
      yield* simulation.delay(10);
    }
    function* patient(): Process {
      yield* simulation.firstOf({ room: room.seize(), all: simulation.all([bell, simulation.delay(50), child]) });
    }
    const child = simulation.start(holder());
    const waiting = simulation.start(patient());
    simulation.run({ until: 5 });
    expect([room.waiting, bell.waiting]).toEqual([1, 1]);
    simulation.interrupt(waiting);
    simulation.run();
    expect([room.waiting, bell.waiting, room.free]).toEqual([0, 0, 1]);
    expect(simulation.now).toBe(10);
  });
});

describe("waiting for a condition", () => {
  it("ends after the event that makes it true, or at once", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 2 });
    function* patient(): Process {
      using _room = yield* room.seize();
      yield* simulation.delay(10);
    }
    function* cleaner(): Process<number> {
      yield* simulation.when(() => room.free === 2);
      return simulation.now;
    }
    const early = simulation.start(cleaner());
    simulation.start(patient());
    simulation.start(patient(), { at: 4 });
    const late = simulation.start(cleaner(), { at: 5 });
    simulation.run();
    expect([early.value, late.value]).toEqual([0, 14]);
  });

  it("can be given up", () => {
    const simulation = new Simulation();
    let tests = 0;
    function* cleaner(): Process<string> {
      const first = yield* simulation.firstOf({
        never: simulation.when(() => {
          tests++;
          return false;
        }),
        late: simulation.delay(3),
      });
      yield* simulation.delay(3);
      return first.winner;
    }
    const ended = simulation.start(cleaner());
    simulation.run();
    expect(ended.value).toBe("late");
    expect(tests).toBeLessThan(5);
  });
});

it("counts nothing of what happened before the statistics begin anew", () => {
  const simulation = new Simulation();
  const room = new Resource(simulation, { name: "exam room", capacity: 2 });
  function* patient(): Process {
    using _room = yield* room.seize();
    yield* simulation.delay(10);
  }
  simulation.start(patient());
  simulation.start(patient(), { at: 8 });
  simulation.run({ until: 6 });
  simulation.resetStatistics();
  simulation.run({ until: 16 });
  expect(room.statistics()).toMatchObject({ minutes: 10, busyTime: 12, capacityTime: 20, granted: 1 });
});
