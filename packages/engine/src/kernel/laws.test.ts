/** Laws that hold for every office, tried on offices made by chance. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeadlockError } from "../errors.ts";
import type { Hold } from "./hold.ts";
import { Resource } from "./resource.ts";
import { seizeAll, seizeAny } from "./seize-together.ts";
import { Simulation } from "./simulation.ts";
import { Trace } from "./trace.ts";
import type { Process } from "./wait.ts";

/** What a patient does: asks for something in one of several ways, uses it, and gives it back. */
interface Task {
  readonly way: "one" | "any" | "all" | "first of";
  readonly resource: number;
  readonly other: number;
  readonly units: number;
  readonly minutes: number;
  readonly works: boolean;
  readonly priority: number;
  readonly preempt: "resume" | "restart" | undefined;
  readonly patience: number | undefined;
  readonly limit: number | undefined;
  /** Keeps what it has until the tasks behind it are done. */
  readonly keeps: boolean;
}

interface Office {
  readonly resources: readonly {
    readonly capacity: number;
    readonly discipline: "fifo" | "lifo" | "first fit";
    readonly falling: "finish" | "resume" | "restart";
    readonly changes: readonly { readonly at: number; readonly capacity: number }[];
  }[];
  readonly patients: readonly { readonly at: number; readonly tasks: readonly Task[] }[];
  readonly interruptions: readonly { readonly at: number; readonly patient: number }[];
}

const minutes = fc.integer({ min: 0, max: 12 });

const tasks: fc.Arbitrary<Task> = fc.record({
  way: fc.constantFrom("one", "any", "all", "first of"),
  resource: fc.nat(2),
  other: fc.nat(2),
  units: fc.integer({ min: 1, max: 3 }),
  minutes,
  works: fc.boolean(),
  priority: fc.integer({ min: 0, max: 2 }),
  preempt: fc.constantFrom(undefined, undefined, "resume", "restart"),
  patience: fc.option(minutes, { nil: undefined }),
  limit: fc.option(fc.nat(2), { nil: undefined }),
  keeps: fc.boolean(),
});

const changes = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 60 }), capacity: fc.nat(4) }), { maxLength: 4 })
  .map((list) => [...list.sort((a, b) => a.at - b.at), { at: 90, capacity: 6 }]);

const offices: fc.Arbitrary<Office> = fc.record({
  resources: fc.array(
    fc.record({
      capacity: fc.nat(4),
      discipline: fc.constantFrom("fifo", "fifo", "lifo", "first fit"),
      falling: fc.constantFrom("finish", "resume", "restart"),
      changes,
    }),
    { minLength: 3, maxLength: 3 },
  ),
  patients: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 40 }), tasks: fc.array(tasks, { minLength: 1, maxLength: 3 }) }),
    { minLength: 1, maxLength: 12 },
  ),
  interruptions: fc.array(fc.record({ at: fc.integer({ min: 0, max: 80 }), patient: fc.nat(11) }), { maxLength: 4 }),
});

/** An office in which all times can be stretched. */
class Day {
  readonly trace = new Trace();
  readonly simulation: Simulation;
  readonly resources: Resource[];
  /** Minutes of waiting in each queue, and units times minutes held, as the patients see it. */
  readonly waited = [0, 0, 0];
  readonly held = [0, 0, 0];
  readonly asked = [0, 0, 0];
  readonly #stretch: number;

  constructor(office: Office, stretch = 1) {
    this.#stretch = stretch;
    this.simulation = new Simulation({
      tracer: (event) => {
        this.trace.tracer(event);
        if (event.what === "seizes") {
          const resource = this.resources.find(({ name }) => name === event.where)!;
          expect(resource.free, `free units of ${event.where} in minute ${event.time}`).toBeGreaterThanOrEqual(0);
        }
      },
    });
    this.resources = office.resources.map(
      ({ changes: plan, ...options }, index) =>
        new Resource(this.simulation, {
          ...options,
          name: `resource ${index}`,
          changes: plan.map(({ at, capacity }) => ({ at: at * stretch, capacity })),
        }),
    );
    const patients = office.patients.map(({ at, tasks: list }) =>
      this.simulation.start(this.#patient(list), { kind: "patient", at: at * stretch }),
    );
    for (const { at, patient } of office.interruptions) {
      this.simulation.start(
        this.#interrupter(() => patients[patient]),
        { kind: "interrupter", at: at * stretch },
      );
    }
    this.simulation.start(this.#inspector(), { kind: "inspector" });
  }

  /** Lets the day happen. Who keeps what he asks for again may wait for himself: such days are no example. */
  run(): this {
    try {
      this.simulation.run();
    } catch (error) {
      if (!(error instanceof DeadlockError)) throw error;
      fc.pre(false);
    }
    return this;
  }

  *#patient([task, ...rest]: readonly Task[]): Process {
    if (task === undefined) return;
    const holds = yield* this.#ask(task, rest.length === 0 || !task.keeps);
    const since = this.simulation.now;
    try {
      const time = task.minutes * this.#stretch;
      if (task.works && holds[0] !== undefined) yield* holds[0].work(time);
      else yield* this.simulation.delay(time);
      if (task.keeps) yield* this.#patient(rest);
    } finally {
      for (const hold of holds) {
        this.held[this.resources.indexOf(hold.resource)]! += hold.units * (this.simulation.now - since);
        hold.release();
      }
    }
    if (!task.keeps) yield* this.#patient(rest);
  }

  *#ask(task: Task, mayAskForAny: boolean): Process<Hold[]> {
    const { simulation } = this;
    const { units, priority, way, limit } = task;
    // Who keeps something asks for what stands behind it in the list only in this way: so nobody waits in a circle.
    const resource = this.resources[mayAskForAny ? task.resource : 0]!;
    const other = this.resources[mayAskForAny ? task.other : 0]!;
    const patience = task.patience === undefined && !mayAskForAny ? 5 : task.patience;
    const options = {
      priority,
      ...(task.preempt === undefined ? {} : { preempt: task.preempt }),
      ...(patience === undefined ? {} : { patience: patience * this.#stretch }),
      ...(limit === undefined ? {} : { limit }),
    };
    const queues = way === "any" || way === "all" ? new Set([resource, other]) : new Set([resource]);
    const since = simulation.now;
    for (const queue of queues) this.asked[this.resources.indexOf(queue)]!++;
    try {
      if (way === "first of") {
        const late = simulation.delay((patience ?? 9) * this.#stretch);
        const first = yield* simulation.firstOf({ called: resource.seize({ units, priority }), late });
        return first.winner === "called" ? [first.value] : [];
      }
      if (way === "all") {
        const needs = { first: { oneOf: [resource], units }, second: { oneOf: [resource, other], units: 1 } };
        const answer = yield* seizeAll(needs, options);
        return typeof answer === "string" ? [] : [answer.first, answer.second];
      }
      const asking =
        way === "any" ? seizeAny([resource, other], { ...options, units }) : resource.seize({ ...options, units });
      const answer = yield* asking;
      return typeof answer === "string" ? [] : [answer];
    } finally {
      for (const queue of queues) this.waited[this.resources.indexOf(queue)]! += simulation.now - since;
    }
  }

  *#interrupter(victim: () => ReturnType<Simulation["start"]> | undefined): Process {
    const entity = victim();
    if (entity !== undefined) this.simulation.interrupt(entity);
    yield* this.simulation.delay(0);
  }

  /** Looks at every queue after every event: no unit is free while the first in line waits for it alone. */
  *#inspector(): Process {
    yield* this.simulation.when(() => {
      for (const resource of this.resources) {
        for (let place = resource.line.first; place !== undefined; place = place.next) {
          const { parts } = place.seize;
          const waitsForThisAlone = parts.length === 1 && parts[0]!.oneOf.every((one) => one === resource);
          if (waitsForThisAlone) expect(resource.free, `free units of ${resource.name}`).toBeLessThan(place.units);
          if (resource.free < place.units && !resource.letsSmallOnesPass) break;
        }
      }
      return false;
    });
  }
}

const runs = { numRuns: 400 };

describe("in every office", () => {
  it("nothing is lost: in the end all is free, nobody waits, and only the inspector is left", () => {
    fc.assert(
      fc.property(offices, (office) => {
        const { simulation, resources } = new Day(office).run();
        for (const { free, taken, waiting, capacity, firstHold, line } of resources) {
          expect({
            free,
            taken,
            waiting,
            firstHold,
            first: line.first,
            last: line.last,
            preempting: line.preempting,
          }).toEqual({
            free: capacity,
            taken: 0,
            waiting: 0,
            firstHold: undefined,
            first: undefined,
            last: undefined,
            preempting: 0,
          });
        }
        expect(simulation.alive).toBe(1);
      }),
      runs,
    );
  });

  it("doubled times double everything, and the same office runs the same twice", () => {
    fc.assert(
      fc.property(offices, (office) => {
        const once = new Day(office).run().trace.events;
        expect(new Day(office).run().trace.events).toEqual(once);
        const doubled = new Day(office, 2).run().trace.events;
        expect(doubled.map(({ time, entity, what }) => `${time} ${entity} ${what}`)).toEqual(
          once.map(({ time, entity, what }) => `${2 * time} ${entity} ${what}`),
        );
      }),
      runs,
    );
  });
});

const peaceful = offices.map(({ resources, patients }) => ({
  resources: resources.map((resource) => ({ ...resource, falling: "finish" as const })),
  patients: patients.map(({ at, tasks: list }) => ({
    at,
    tasks: list.map((task) => ({ ...task, preempt: undefined })),
  })),
  interruptions: [],
}));

describe("in every office where nobody is sent away", () => {
  it("the queue over time is the sum of the waits, and busy time the sum of what was held", () => {
    fc.assert(
      fc.property(peaceful, (office) => {
        const { simulation, resources, waited, held } = new Day(office).run();
        for (const [index, resource] of resources.entries()) {
          const use = resource.statistics();
          expect([use.waitingTime, use.busyTime]).toEqual([waited[index], held[index]]);
          expect(use.minutes).toBe(simulation.now);
        }
      }),
      runs,
    );
  });

  it("every request is granted, given up or turned away, and nobody overtakes within a priority", () => {
    fc.assert(
      fc.property(peaceful, (office) => {
        const simple = {
          ...office,
          resources: office.resources.map((resource) => ({ ...resource, discipline: "fifo" as const })),
          patients: office.patients.map(({ at, tasks: list }) => ({
            at,
            tasks: list.map((task) => ({ ...task, way: "one" as const, keeps: false })),
          })),
        };
        const { resources, asked, trace } = new Day(simple).run();
        for (const [index, resource] of resources.entries()) {
          const { granted, gaveUp, turnedAway } = resource.statistics();
          expect(granted + gaveUp + turnedAway).toBe(asked[index]);
        }
        expectNoOvertaking(simple, trace);
      }),
      runs,
    );
  });
});

/** Who waits longer at the same priority is served first: read from the trace alone. */
function expectNoOvertaking(office: Office, trace: Trace): void {
  const task = new Map(office.patients.map((_, index) => [`patient ${index + 1}`, -1]));
  const waiting = new Map<string, { who: string; priority: number }[]>();
  for (const { entity, what, where } of trace.events) {
    if (!task.has(entity)) continue;
    const queue = waiting.get(where.replace(/^\d x /, "")) ?? [];
    waiting.set(where.replace(/^\d x /, ""), queue);
    const place = queue.findIndex(({ who }) => who === entity);
    if (what === "waits for" || what === "is turned away from" || (what === "seizes" && place < 0)) {
      task.set(entity, task.get(entity)! + 1);
    }
    const { priority } = office.patients[Number(entity.slice(8)) - 1]!.tasks[Math.max(0, task.get(entity)!)]!;
    if (what === "waits for") queue.push({ who: entity, priority });
    if (what === "seizes") {
      const ahead = queue.slice(0, place < 0 ? queue.length : place);
      expect(ahead.filter((other) => other.priority <= priority)).toEqual([]);
    }
    if ((what === "seizes" || what === "gives up") && place >= 0) queue.splice(place, 1);
  }
}
