import { describe, expect, it } from "vitest";
import { Resource } from "./resource.ts";
import { seizeAll, seizeAny } from "./seize-together.ts";
import { Simulation } from "./simulation.ts";
import type { Process } from "./wait.ts";

function office(capacities: Readonly<Record<string, number>>) {
  const simulation = new Simulation();
  const resources = Object.entries(capacities).map(([name, capacity]) => new Resource(simulation, { name, capacity }));
  const named = (name: string) => resources.find((resource) => resource.name === name)!;
  const log: string[] = [];
  /** Asks for one unit of each at once, and keeps them. */
  function* patient(name: string, minutes: number, needs: readonly string[], priority = 0): Process {
    using _all = yield* seizeAll(Object.fromEntries(needs.map((need) => [need, named(need)])), { priority });
    log.push(`${name} at ${simulation.now}`);
    yield* simulation.delay(minutes);
  }
  return { simulation, named, log, patient, resources };
}

describe("asking for several things at once", () => {
  it("holds nothing while it waits for the rest", () => {
    const { simulation, named, log, patient } = office({ room: 1, nurse: 1 });
    simulation.start(patient("a", 10, ["nurse"]));
    simulation.start(patient("both", 5, ["room", "nurse"]), { at: 1 });
    simulation.run({ until: 2 });
    expect([named("room").free, named("room").waiting, named("nurse").waiting]).toEqual([1, 1, 1]);
    simulation.run();
    expect(log).toEqual(["a at 0", "both at 10"]);
    expect([named("room").waiting, named("nurse").waiting]).toEqual([0, 0]);
  });

  it("is stepped over by those who wait for a free one alone", () => {
    const { simulation, log, patient } = office({ room: 1, nurse: 1 });
    simulation.start(patient("a", 10, ["nurse"]));
    simulation.start(patient("both", 5, ["room", "nurse"]), { at: 1 });
    simulation.start(patient("room only", 20, ["room"]), { at: 2 });
    simulation.start(patient("nurse only", 5, ["nurse"]), { at: 3 });
    simulation.run();
    // Nobody may go before "both" in the queue for the nurse while she is busy; then the room is missing.
    expect(log).toEqual(["a at 0", "room only at 2", "nurse only at 10", "both at 22"]);
  });

  it("is not overtaken by who arrives and wants what both lack", () => {
    const { simulation, log, patient, named } = office({ room: 2, nurse: 1 });
    simulation.start(patient("a", 10, ["nurse"]));
    function* two(): Process {
      using _both = yield* seizeAll({ room: { oneOf: [named("room")], units: 2 }, nurse: named("nurse") });
      log.push(`two at ${simulation.now}`);
      yield* simulation.delay(5);
    }
    simulation.start(patient("c", 3, ["room"]));
    simulation.start(two(), { at: 1 });
    simulation.start(patient("small", 30, ["room"]), { at: 2 });
    simulation.run();
    // One room is free at minute 2, but "two" stands before "small" and waits for rooms themselves.
    expect(log[2]).toBe("small at 3");
    expect(log).toEqual(["a at 0", "c at 0", "small at 3", "two at 33"]);
  });

  it("counts a resource that is asked for twice as what both parts need", () => {
    const { simulation, log, named, patient } = office({ nurse: 2 });
    function* lifting(): Process {
      const nurse = named("nurse");
      using _two = yield* seizeAll({ head: nurse, feet: nurse });
      log.push(`lifting at ${simulation.now}, ${nurse.free} free`);
      yield* simulation.delay(5);
    }
    simulation.start(patient("a", 10, ["nurse"]));
    simulation.start(lifting(), { at: 1 });
    simulation.start(patient("b", 30, ["nurse"]), { at: 2 });
    simulation.run({ until: 5 });
    expect(named("nurse").waiting).toBe(2);
    simulation.run();
    expect(log).toEqual(["a at 0", "lifting at 10, 0 free", "b at 15"]);
  });

  it("finds the combination that serves every part", () => {
    const { simulation, named } = office({ ada: 1, bo: 1 });
    function* visit(): Process<string> {
      const needs = { any: { oneOf: [named("ada"), named("bo")] }, ada: named("ada") };
      using both = yield* seizeAll(needs);
      return `${both.any.resource.name} and ${both.ada.resource.name}`;
    }
    const seen = simulation.start(visit());
    simulation.run();
    expect(seen.value).toBe("bo and ada");
  });

  it("gives back one of them early, and the rest together", () => {
    const { simulation, named, log, patient } = office({ room: 1, nurse: 1 });
    function* visit(): Process {
      using both = yield* seizeAll({ room: named("room"), nurse: named("nurse") });
      yield* both.nurse.work(5);
      both.nurse.release();
      yield* simulation.delay(10);
    }
    simulation.start(visit());
    simulation.start(patient("nurse", 1, ["nurse"]));
    simulation.start(patient("both", 1, ["room", "nurse"]));
    simulation.run();
    expect(log).toEqual(["nurse at 5", "both at 15"]);
    expect([named("room").free, named("nurse").free]).toEqual([1, 1]);
  });

  it("gives all back before anybody is served, so that who waits for all of them can have them", () => {
    const { simulation, log, patient } = office({ room: 1, nurse: 1 });
    simulation.start(patient("a", 5, ["room", "nurse"]));
    simulation.start(patient("both", 5, ["nurse", "room"]));
    simulation.start(patient("room", 5, ["room"]));
    simulation.run();
    expect(log).toEqual(["a at 0", "both at 5", "room at 10"]);
  });

  it("may be given up, or turned away", () => {
    const { simulation, named } = office({ room: 1, nurse: 0 });
    function* visit(options: { patience?: number; limit?: number }): Process<string> {
      const answer = yield* seizeAll({ room: named("room"), nurse: named("nurse") }, options);
      if (answer === "gave up" || answer === "turned away") return `${answer} at ${simulation.now}`;
      answer[Symbol.dispose]();
      return "served";
    }
    const visits = [{ patience: 5 }, { limit: 1 }, { patience: 7, limit: 2 }].map((options) =>
      simulation.start(visit(options)),
    );
    simulation.run();
    expect(visits.map(({ value }) => value)).toEqual(["gave up at 5", "turned away at 0", "gave up at 7"]);
    expect(named("room").statistics()).toMatchObject({ gaveUp: 2, turnedAway: 1, granted: 0 });
    expect([named("room").waiting, named("nurse").waiting]).toEqual([0, 0]);
  });

  it("loses nothing when its end is not heard of any more", () => {
    const { simulation, named } = office({ room: 1, nurse: 1 });
    function* visit(): Process {
      using _both = yield* seizeAll({ room: named("room"), nurse: named("nurse") });
      yield* simulation.delay(10);
    }
    simulation.start(visit());
    const waiting = simulation.start(visit());
    function* director(): Process {
      yield* simulation.when(() => waiting.wait?.state === "over");
      simulation.interrupt(waiting);
    }
    simulation.start(director());
    simulation.run();
    expect([named("room").free, named("nurse").free]).toEqual([1, 1]);
  });
});

describe("asking for one of several", () => {
  it("takes the first of the list who is free, and leaves the other queues", () => {
    const { simulation, named } = office({ ada: 1, bo: 1 });
    const both = [named("ada"), named("bo")];
    function* visit(minutes: number): Process<string> {
      using unit = yield* seizeAny(both);
      yield* simulation.delay(minutes);
      return `${unit.resource.name} by ${simulation.now}`;
    }
    const visits = [10, 4, 5].map((minutes) => simulation.start(visit(minutes)));
    simulation.run({ until: 1 });
    expect(both.map(({ waiting }) => waiting)).toEqual([1, 1]);
    simulation.run();
    expect(visits.map(({ value }) => value)).toEqual(["ada by 10", "bo by 4", "bo by 9"]);
    expect(both.map(({ waiting }) => waiting)).toEqual([0, 0]);
  });

  it("takes who has been idle the longest, if so told", () => {
    const { simulation, named } = office({ ada: 1, bo: 1, cy: 1 });
    const all = ["ada", "bo", "cy"].map(named);
    function* visit(): Process<string> {
      using unit = yield* seizeAny(all, { choose: "longest idle" });
      yield* simulation.delay(3);
      return unit.resource.name;
    }
    const visits = [0, 5, 10, 15, 20].map((at) => simulation.start(visit(), { at }));
    simulation.run();
    expect(visits.map(({ value }) => value)).toEqual(["ada", "bo", "cy", "ada", "bo"]);
  });

  it("never leaves one free while somebody waits for that one alone", () => {
    const { simulation, named, log, patient } = office({ ada: 1, bo: 1 });
    function* either(name: string): Process {
      using unit = yield* seizeAny([named("ada"), named("bo")]);
      log.push(`${name} with ${unit.resource.name} at ${simulation.now}`);
      yield* simulation.delay(5);
    }
    simulation.start(patient("a", 10, ["ada"]));
    simulation.start(patient("b", 10, ["bo"]));
    simulation.start(patient("ada first", 5, ["ada"]));
    simulation.start(either("either"));
    simulation.start(patient("bo later", 5, ["bo"]));
    simulation.run();
    expect(log).toEqual(["a at 0", "b at 0", "ada first at 10", "either with bo at 10", "bo later at 15"]);
  });

  it("asks each for as many units as it needs", () => {
    const { simulation, named } = office({ small: 1, large: 2 });
    function* visit(): Process<string> {
      using unit = yield* seizeAny([named("small"), named("large")], { units: 2 });
      yield* simulation.delay(3);
      return `${unit.units} of ${unit.resource.name} by ${simulation.now}`;
    }
    const visits = [simulation.start(visit()), simulation.start(visit())];
    simulation.run();
    expect(visits.map(({ value }) => value)).toEqual(["2 of large by 3", "2 of large by 6"]);
  });

  it("is refused when there is nobody to ask", () => {
    expect(() => seizeAny([])).toThrow("a request must name at least one resource");
    expect(() => seizeAll({})).toThrow("a request must name at least one resource");
  });
});
