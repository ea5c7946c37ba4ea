import { describe, expect, it } from "vitest";
import { DeadlockError } from "../errors.ts";
import { Resource } from "./resource.ts";
import { seizeAll, seizeAny } from "./seize-together.ts";
import { Signal } from "./signal.ts";
import { Simulation } from "./simulation.ts";
import type { Process } from "./wait.ts";

function office(capacities: Readonly<Record<string, number>>) {
  const simulation = new Simulation();
  const named = new Map(
    Object.entries(capacities).map(([name, capacity]) => [name, new Resource(simulation, { name, capacity })]),
  );
  /** Seizes one after the other, some minutes apart, and keeps all. */
  function* patient(names: readonly string[], minutes = 1): Process {
    const [first, ...rest] = names;
    if (first === undefined) return;
    using _unit = yield* named.get(first)!.seize();
    yield* simulation.delay(minutes);
    yield* patient(rest, minutes);
  }
  return { simulation, named, patient };
}

function messageOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(DeadlockError);
    return (error as Error).message;
  }
  return "";
}

describe("a queue that nobody can ever serve", () => {
  it("is an error that names the circle", () => {
    const { simulation, patient } = office({ "exam room": 1, physician: 1 });
    simulation.start(patient(["exam room", "physician"]), { kind: "patient" });
    simulation.start(patient(["physician", "exam room"]), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toBe(
      "patient 1 waits for physician, held by patient 2, who waits for exam room, held by patient 1; " +
        "let everybody seize in the same order, or all at once",
    );
  });

  it("is an error that names a circle of three, and leaves out who merely waits behind", () => {
    const { simulation, patient } = office({ a: 1, b: 1, c: 1 });
    simulation.start(patient(["c"]), { kind: "bystander", at: 1 });
    simulation.start(patient(["a", "b"]), { kind: "patient" });
    simulation.start(patient(["b", "c"]), { kind: "patient" });
    simulation.start(patient(["c", "a"]), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toContain(
      "patient 2 waits for b, held by patient 3, who waits for c, held by patient 4, who waits for a, held by patient 2;",
    );
  });

  it("is an error that names the resource whose capacity stays too small", () => {
    const { simulation, patient, named } = office({ physician: 1 });
    named.get("physician")!.setCapacity(0);
    simulation.start(patient(["physician"]), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toBe(
      "patient 1 waits for physician for ever: the capacity of physician stays at 0; " +
        "give it more, or a patience to who waits",
    );
  });

  it("is an error that names who left without releasing", () => {
    const { simulation, named, patient } = office({ "exam room": 1 });
    function* careless(): Process {
      yield* named.get("exam room")!.seize();
    }
    simulation.start(careless(), { kind: "patient" });
    simulation.start(patient(["exam room"]), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toBe(
      "patient 2 waits for exam room for ever: patient 1, who holds it, has left without releasing it; hold it with using",
    );
  });

  it("is an error that says what the holder does instead", () => {
    const { simulation, named, patient } = office({ "exam room": 1 });
    const results = new Signal(simulation, "results");
    function* forgotten(): Process {
      using _room = yield* named.get("exam room")!.seize();
      yield* results;
    }
    function* eternal(): Process {
      using _room = yield* named.get("exam room")!.seize();
      yield* simulation.delay(Number.POSITIVE_INFINITY);
    }
    simulation.start(forgotten(), { kind: "patient" });
    simulation.start(patient(["exam room"]), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toContain("patient 1, who holds it, is waiting for ever");
    const other = office({ "exam room": 1 });
    function* worker(): Process {
      using unit = yield* other.named.get("exam room")!.seize();
      yield* unit.work(Number.POSITIVE_INFINITY);
    }
    other.simulation.start(worker(), { kind: "patient" });
    other.simulation.start(other.patient(["exam room"]), { kind: "patient" });
    expect(messageOf(() => other.simulation.run())).toContain("is working with exam room for ever");
    expect(eternal).toBeDefined();
  });

  it("is an error too when what is missing is never free together", () => {
    const { simulation, named } = office({ nurse: 1 });
    const nurse = named.get("nurse")!;
    function* lifting(): Process {
      using _two = yield* seizeAll({ head: nurse, feet: nurse });
    }
    simulation.start(lifting(), { kind: "patient" });
    expect(messageOf(() => simulation.run())).toBe(
      "patient 1 waits for nurse for ever: nurse is free, but not together with the rest",
    );
  });

  it("goes through the end of another's process", () => {
    const { simulation, named, patient } = office({ room: 1 });
    function* parent(): Process {
      using _room = yield* named.get("room")!.seize();
      yield* simulation.start(patient(["room"]), { kind: "child" });
    }
    simulation.start(parent(), { kind: "parent" });
    expect(messageOf(() => simulation.run())).toBe(
      "parent 1 waits for the end of child 2, who waits for room, held by parent 1; " +
        "let everybody seize in the same order, or all at once",
    );
  });

  it("goes through work that was taken away", () => {
    const { simulation, named } = office({ nurse: 1, room: 1 });
    const nurse = named.get("nurse")!;
    function* ordinary(): Process {
      using _room = yield* named.get("room")!.seize();
      using unit = yield* nurse.seize();
      yield* unit.work(10);
    }
    function* emergency(): Process {
      using unit = yield* nurse.seize({ priority: -1, preempt: "resume" });
      yield* unit.work(1);
      using _room = yield* named.get("room")!.seize();
    }
    simulation.start(ordinary(), { kind: "patient" });
    simulation.start(emergency(), { kind: "patient", at: 5 });
    expect(messageOf(() => simulation.run())).toContain(
      "patient 1 waits for nurse, held by patient 2, who waits for room",
    );
  });
});

describe("at the horizon", () => {
  it("a circle is an error, whatever else may still happen", () => {
    const { simulation, patient } = office({ room: 1, physician: 1 });
    function* clock(): Process {
      for (;;) yield* simulation.delay(1);
    }
    simulation.start(clock());
    simulation.start(patient(["room", "physician"]), { kind: "patient" });
    simulation.start(patient(["physician", "room"]), { kind: "patient" });
    expect(messageOf(() => simulation.run({ until: 60 }))).toContain(
      "patient 2 waits for physician, held by patient 3",
    );
  });

  it("there is no circle while somebody else may still serve", () => {
    const { simulation, named, patient } = office({ a: 1, b: 1, c: 1 });
    const [a, b, c] = ["a", "b", "c"].map((name) => named.get(name)!);
    function* flexible(): Process {
      using _a = yield* a!.seize();
      yield* simulation.delay(1);
      using _other = yield* seizeAny([b!, c!]);
      yield* simulation.delay(1);
    }
    simulation.start(flexible());
    simulation.start(patient(["b", "a"]));
    simulation.start(patient(["c"], 100));
    simulation.run({ until: 50 });
    simulation.run();
    expect(simulation.alive).toBe(0);
  });

  it("there is none while patience, a later capacity, or the first of several may end the wait", () => {
    const { simulation, named, patient } = office({ a: 1, b: 1 });
    const [a, b] = ["a", "b"].map((name) => named.get(name)!);
    function* patientOne(): Process {
      using _a = yield* a!.seize();
      yield* simulation.delay(1);
      yield* b!.seize({ patience: 100 });
    }
    simulation.start(patientOne());
    simulation.start(patient(["b", "a"]));
    simulation.run({ until: 50 });

    const second = office({ a: 1 });
    const later = new Resource(second.simulation, { name: "b", capacity: 1, changes: [{ at: 90, capacity: 2 }] });
    function* crossing(first: Resource, then: Resource): Process {
      using _first = yield* first.seize();
      yield* second.simulation.delay(1);
      using _then = yield* then.seize();
    }
    second.simulation.start(crossing(second.named.get("a")!, later));
    second.simulation.start(crossing(later, second.named.get("a")!));
    second.simulation.run({ until: 50 });
    second.simulation.run();
    expect(second.simulation.alive).toBe(0);

    const third = office({ a: 1, b: 1 });
    function* hesitant(): Process {
      using _a = yield* third.named.get("a")!.seize();
      yield* third.simulation.delay(1);
      const { simulation: s } = third;
      yield* s.firstOf({ b: third.named.get("b")!.seize(), late: s.all([s.delay(80), s.delay(70)]) });
    }
    third.simulation.start(hesitant());
    third.simulation.start(third.patient(["b", "a"]));
    third.simulation.run({ until: 50 });
    third.simulation.run();
    expect(third.simulation.alive).toBe(0);
  });

  it("whoever simply waits is no mistake: somebody from outside may still help", () => {
    const { simulation, named, patient } = office({ physician: 1 });
    named.get("physician")!.setCapacity(0);
    const waiting = simulation.start(patient(["physician"]));
    simulation.run({ until: 60 });
    named.get("physician")!.setCapacity(1);
    simulation.run();
    expect(waiting.hasEnded).toBe(true);
  });
});

it("who waits for a signal or a condition that never comes is no mistake: so end those who serve others", () => {
  const { simulation } = office({});
  const bell = new Signal(simulation, "bell");
  function* nurse(): Process {
    yield* bell;
  }
  function* cleaner(): Process {
    yield* simulation.when(() => false);
  }
  simulation.start(nurse());
  simulation.start(cleaner());
  simulation.run();
  expect(simulation.alive).toBe(2);
});
