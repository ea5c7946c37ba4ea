import { describe, expect, it } from "vitest";
import { RunawayError } from "../errors.ts";
import { Resource } from "./resource.ts";
import { Signal } from "./signal.ts";
import { Simulation } from "./simulation.ts";
import type { Process } from "./wait.ts";

function messageOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(RunawayError);
    return (error as Error).message;
  }
  return "";
}

describe("a run that would never end", () => {
  it("stops when its budget of events is spent, and names the busiest", () => {
    const simulation = new Simulation();
    function* every(minutes: number): Process {
      for (;;) yield* simulation.delay(minutes);
    }
    simulation.start(every(1), { kind: "monitor" });
    simulation.start(every(9), { kind: "cleaner" });
    expect(messageOf(() => simulation.run({ maxEvents: 20_000 }))).toBe(
      '20,000 events have happened by minute 17999 and more are to come; the busiest are "monitor" with 900 of the ' +
        "last 1,000 events. Give the run a horizon, or allow it more with maxEvents",
    );
  });

  it("stops when no time passes at all", () => {
    const simulation = new Simulation();
    const bell = new Signal(simulation, "bell");
    function* ringer(): Process {
      for (;;) {
        yield* simulation.delay(0);
        bell.send();
      }
    }
    simulation.start(ringer(), { kind: "ringer" });
    expect(messageOf(() => simulation.run({ maxEvents: 500, until: 1 }))).toContain(
      '500 events have happened by minute 0 and more are to come; the busiest are "ringer" with 500 of the last 500',
    );
  });

  it("stops when two only ever call each other", () => {
    const simulation = new Simulation();
    const ping = new Signal(simulation, "ping");
    const pong = new Signal(simulation, "pong");
    function* player(mine: Signal, other: Signal): Process {
      for (;;) {
        yield* mine;
        other.send();
      }
    }
    simulation.start(player(ping, pong), { kind: "player" });
    simulation.start(player(pong, ping), { kind: "player" });
    simulation.run();
    ping.send();
    expect(messageOf(() => simulation.run({ maxEvents: 10_000 }))).toContain('the busiest are "player"');
  });

  it("counts changes of capacity and patience among the events", () => {
    const simulation = new Simulation();
    function* flicker() {
      for (let at = 0; ; at++) yield { at, capacity: at % 2 };
    }
    new Resource(simulation, { name: "nurse", capacity: 0, changes: flicker() });
    expect(messageOf(() => simulation.run({ maxEvents: 100 }))).toContain(
      '"changes of capacity" with 100 of the last 100',
    );
    const other = new Simulation();
    const nurse = new Resource(other, { name: "nurse", capacity: 0 });
    function* caller(): Process {
      for (;;) yield* nurse.seize({ patience: 1 });
    }
    other.start(caller(), { kind: "caller" });
    expect(messageOf(() => other.run({ maxEvents: 100 }))).toContain('"caller" with 100 of the last 100');
  });

  it("goes on within its budget, and to the very last event of it", () => {
    const simulation = new Simulation();
    function* thrice(): Process {
      for (let i = 0; i < 3; i++) yield* simulation.delay(1);
    }
    simulation.start(thrice());
    simulation.run({ maxEvents: 4 });
    expect(simulation.now).toBe(3);
  });

  it("stops when a process goes on and on without ever waiting", () => {
    const simulation = new Simulation();
    const room = new Resource(simulation, { name: "exam room", capacity: 1 });
    function* restless(): Process {
      for (;;) {
        using _room = yield* room.seize();
      }
    }
    simulation.start(restless(), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toBe(
      "patient 1 goes on and on in minute 0 without letting time pass; does a loop in its process lack a delay?",
    );
    const other = new Simulation();
    function* early(): Process {
      for (;;) yield* other.until(0);
    }
    other.start(early(), { kind: "nurse" });
    expect(messageOf(() => other.run())).toContain("nurse 1 goes on and on in minute 0");
  });
});

describe("a run that would outgrow the machine", () => {
  it("stops when too many are alive, and says where they are", () => {
    const simulation = new Simulation({ maxEntities: 1200 });
    const desk = new Resource(simulation, { name: "desk", capacity: 1 });
    const bell = new Signal(simulation, "bell");
    function* patient(): Process {
      using unit = yield* desk.seize();
      yield* unit.work(1000);
    }
    function* nurse(): Process {
      yield* bell;
    }
    function* arrivals(): Process {
      for (;;) {
        yield* simulation.delay(1);
        simulation.start(patient(), { kind: "patient" });
        if (simulation.now % 4 === 0) simulation.start(nurse(), { kind: "nurse" });
        if (simulation.now === 7) simulation.start(patient(), { kind: "late", at: 1e6 });
      }
    }
    simulation.start(arrivals(), { kind: "arrivals" });
    expect(messageOf(() => simulation.run())).toMatch(
      /^1,200 entities are alive in minute 9\d\d, and one more is too many: 9\d\d "patient" waiting for desk, 2\d\d "nurse" waiting, 1 .*\. Do more arrive than can be served\? Allow more with maxEntities$/,
    );
  });
});
