/**
 * Models of pathways made by chance: every kind of step and option, and small whole minutes, so that much happens at
 * the same time.
 *
 * @module
 */

import fc from "fast-check";
import type {
  CapacityChanges,
  Columns,
  Draw,
  Part,
  Pathway,
  PathwayModel,
  ResourceSpec,
  RunOptions,
  Source,
  Step,
} from "../../src/kernel/pathway-model.ts";

/** What a step is made of: its kind, numbers for all that is to be chosen, and the steps within. */
interface Sketch {
  readonly kind: (typeof kinds)[number];
  readonly numbers: readonly number[];
  readonly inner: readonly (readonly Sketch[])[];
}

const kinds = [
  ...(["visit", "visit", "visit", "visit", "visit", "visit", "keep", "keep"] as const),
  ...(["release", "delay", "delay", "until", "atLeast", "await", "await sent", "choose", "test", "repeat"] as const),
  ...(["parallel", "parallel", "send", "send", "set", "call", "begin", "end", "leave"] as const),
] as const;

const attributes = ["urgency", "count", "my physician"] as const;
const activities = ["consult", "laboratory", "check-in"] as const;
const signs = ["<", "<=", "=", "!=", ">", ">="] as const;

type Discipline = NonNullable<ResourceSpec["discipline"]>;

const numbers = fc.array(fc.nat(59), { minLength: 12, maxLength: 12 });

const { sketches } = fc.letrec<{ sketches: Sketch[]; sketch: Sketch }>((tie) => ({
  sketches: fc.array(tie("sketch"), { maxLength: 4, depthIdentifier: "steps" }),
  sketch: fc.record({
    kind: fc.constantFrom(...kinds),
    numbers,
    inner: fc.oneof(
      { depthSize: "small", maxDepth: 2, depthIdentifier: "steps" },
      fc.constant([]),
      fc.array(tie("sketches"), { maxLength: 2 }),
    ),
  }),
}));

const resources: fc.Arbitrary<ResourceSpec[]> = fc
  .array(
    fc.record({
      capacity: fc.constantFrom(0, 1, 1, 1, 2, 2, 3, Number.POSITIVE_INFINITY),
      changes: fc.array(fc.record({ time: fc.nat(30), capacity: fc.nat(3) }), { maxLength: 4 }),
      falling: fc.constantFrom("finish", "resume", "restart", "stay"),
      discipline: fc.constantFrom<Discipline[]>("fifo", "fifo", "lifo", "first fit", { by: "urgency" }),
      speed: fc.constantFrom(1, 1, 2, 0.5),
      levels: fc.boolean(),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((specs) =>
    specs.map(({ changes, ...spec }, index): ResourceSpec => {
      const name = `resource ${index}`;
      return changes.length === 0 ? { ...spec, name } : { ...spec, name, changes: always(inOrder(changes)) };
    }),
  );

const sources = fc.array(
  fc.record({
    pathways: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
    cycles: fc.integer({ min: 1, max: 2 }),
    apart: fc.nat(20),
    gaps: fc.array(fc.nat(4), { maxLength: 6 }),
    urgencies: fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 2 },
);

/** Models in which nobody walks for ever. */
export const pathwayModel: fc.Arbitrary<PathwayModel> = fc
  .record({
    resources,
    pathways: fc.array(fc.record({ visit: fc.boolean(), sketches }), { minLength: 1, maxLength: 3 }),
    sources,
    recorded: fc.subarray([...attributes]),
  })
  .map(({ resources, pathways, sources, recorded }) => {
    let calls = 0;
    const model = {
      resources,
      attributes,
      recorded,
      activities,
      hooks: {
        "count calls": ({ attributes }: Columns, row: number, now: number) => {
          calls++;
          attributes[1]![row]! += now % 3;
          return calls % 4;
        },
      },
      memory: {
        reset: () => {
          calls = 0;
        },
        save: () => ({ calls }),
        restore: (state: unknown) => {
          calls = (state as { calls: number }).calls;
        },
      },
      sources: sources.map((plan, index) => sourceOf(plan, index, pathways.length, resources.length)),
    };
    return {
      ...model,
      pathways: pathways.map(({ visit, sketches }, index): Pathway => {
        const builder = new Builder(resources, index, pathways.length);
        return { name: `pathway ${index}`, visit, steps: builder.steps(sketches) };
      }),
    };
  });

/** Ways to let a model run, one after the other. */
export const runs: fc.Arbitrary<RunOptions[]> = fc.oneof(
  fc.constant<RunOptions[]>([{ until: "empty" }]),
  fc.array(fc.nat(70), { minLength: 1, maxLength: 3 }).map((untils) => inAscent(untils).map((until) => ({ until }))),
  fc
    .tuple(fc.nat(40), fc.nat(60))
    .map(([noVisitorsFrom, more]) => [{ until: { noVisitorsFrom, latest: noVisitorsFrom + more } }]),
);

/** Makes steps of sketches, so that names refer to something that there is. */
class Builder {
  readonly #resources: readonly ResourceSpec[];
  readonly #pathway: number;
  readonly #pathways: number;
  readonly #holds = ["hold 0"];

  constructor(resources: readonly ResourceSpec[], pathway: number, pathways: number) {
    this.#resources = resources;
    this.#pathway = pathway;
    this.#pathways = pathways;
  }

  steps(sketches: readonly Sketch[]): Step[] {
    return sketches.flatMap((sketch) => this.#stepsOf(sketch));
  }

  #stepsOf({ kind, numbers, inner }: Sketch): Step[] {
    const [n0, n1, n2, n3, n4] = numbers as [number, number, number, number, number];
    const branches = () => inner.map((sketches) => this.steps(sketches));
    switch (kind) {
      case "visit": {
        const seize = this.#seize(numbers, inner);
        const last: Step[] = [{ do: "end" }, { do: "release", holds: holdsOf(seize) }];
        if (n4 % 3 === 0) last.reverse();
        return [seize, { do: "delay", time: drawUpTo(6, n3), working: pick(holdsOf(seize), n2) }, ...last];
      }
      case "keep":
        return [this.#seize(numbers, inner)];
      case "release":
        return [{ do: "release", holds: [pick(this.#holds, n0), pick(this.#holds, n1)] }];
      case "delay": {
        const time = pick([drawUpTo(5, n1), n1 % 4, { attribute: "urgency" }], n2);
        return [n0 % 3 === 0 ? { do: "delay", time } : { do: "delay", time, working: pick(this.#holds, n0) }];
      }
      case "until":
        return [
          n0 % 3 === 0
            ? { do: "until", time: { attribute: "count" } }
            : { do: "until", time: shown((now) => Math.ceil(now / 5) * 5, "the next five minutes") },
        ];
      case "atLeast":
        return [{ do: "atLeast", since: "count", time: pick([n1 % 9, drawUpTo(9, n1)], n2) }];
      case "await":
        return [this.#await(n0, n1, n2, n3)];
      case "await sent":
        return [{ do: "await sent", name: pick(["errand", "letter"], n0) }];
      case "choose":
        return [{ do: "choose", draw: uniform(n0), shares: inner.map(() => 0.4), branches: branches() }];
      case "test": {
        const [then = [], otherwise] = branches();
        const test = { do: "test", attribute: pick(attributes, n0), is: pick(signs, n1), value: n2 % 4, then } as const;
        return [otherwise === undefined ? test : { ...test, otherwise }];
      }
      case "repeat": {
        const common = { do: "repeat", steps: branches()[0] ?? [], most: n1 % 4 } as const;
        if (n0 % 2 === 0) return [{ ...common, times: pick([n2 % 4, drawUpTo(3, n2), { attribute: "urgency" }], n3) }];
        return [{ ...common, again: { draw: uniform(n2), share: 0.6 } }];
      }
      case "parallel":
        return [{ do: "parallel", branches: branches() }];
      case "send":
        return this.#send(n0, n1, n2);
      case "set":
        return [
          {
            do: "set",
            attribute: pick(["urgency", "count"], n0),
            to: pick([n2 % 5, "now", drawUpTo(4, n2), { attribute: "urgency" }] as const, n1),
          },
        ];
      case "call":
        return [
          n0 % 2 === 0 ? { do: "call", hook: "count calls" } : { do: "call", hook: "count calls", into: "urgency" },
        ];
      case "begin":
        return [{ do: "begin", activity: pick(activities, n0) }];
      case "end":
        return [{ do: "end" }];
      case "leave":
        return n0 % 2 === 0 ? [{ do: "leave", outcome: pick(["sent on", "given up"], n1) }] : [];
    }
  }

  #seize(numbers: readonly number[], inner: readonly (readonly Sketch[])[]): Extract<Step, { do: "seize" }> {
    const [n0, n1, n2, n3, n4, n5, n6, n7, n8, n9] = numbers as number[] & { length: 12 };
    const hold = `hold ${this.#holds.length}`;
    this.#holds.push(hold);
    const parts = [this.#part(n0!, n1!), ...(n2! % 3 === 0 ? [this.#part(n2!, n3!)] : [])];
    if (parts.length === 2 && n3! % 2 === 0) {
      const apart = `${hold} apart`;
      this.#holds.push(apart);
      parts[1] = { ...parts[1]!, hold: apart };
    }
    const [gaveUp, turnedAway] = inner.map((sketches) => this.steps(sketches));
    return {
      do: "seize",
      hold,
      parts,
      ...(n4! % 3 === 0 ? {} : { activity: pick(activities, n4!) }),
      ...(n5! % 4 === 0 ? {} : { priority: n5! % 4 === 1 ? { attribute: "urgency" } : n5! % 7 }),
      ...(n6! % 3 === 0 ? { preempt: pick(["resume", "restart"] as const, Math.floor(n6! / 3)) } : {}),
      ...(n7! % 5 === 0 ? { off: true } : {}),
      ...(n8! % 3 === 0 ? { patience: pick([drawUpTo(6, n8!), { attribute: "urgency" }, drawUpTo(3, n8!)], n9!) } : {}),
      ...(n9! % 5 === 0 ? { limit: n8! % 3 } : {}),
      ...(gaveUp === undefined ? {} : { gaveUp }),
      ...(turnedAway === undefined ? {} : { turnedAway }),
    };
  }

  #part(n: number, m: number): Part {
    const names = this.#resources.map(({ name }) => name);
    const first = pick(names, n);
    const second = pick(names, n + 1 + (m % (names.length - 1)));
    const oneOf = m % 3 === 0 ? [first, second] : [first];
    return {
      ...(m % 7 === 0 ? { oneOf: names, my: "my physician" } : { oneOf }),
      ...(n % 4 === 0 ? { units: 1 + (m % 3) } : {}),
      ...(m % 2 === 0 ? {} : { choose: pick(["longest idle", "first"] as const, m) }),
    };
  }

  #await(n0: number, n1: number, n2: number, n3: number): Step {
    const names = this.#resources.map(({ name }) => name);
    const common = { do: "await", is: pick(["atLeast", "atMost"] as const, n1), value: n2 % 3 } as const;
    if (n0 % 3 === 0) return { ...common, of: { activity: pick(activities, n3) }, level: "waiting" };
    const level = pick(["free", "busy", "waiting"] as const, n3);
    if (n0 % 3 === 1) return { ...common, of: { resource: pick(names, n2) }, level };
    return { ...common, of: { resources: names.slice(0, 2) }, level };
  }

  /** Work is sent down later pathways only, so that there is an end to it. */
  #send(n0: number, n1: number, n2: number): Step[] {
    const later = this.#pathways - this.#pathway - 1;
    if (later === 0) return [];
    return [
      {
        do: "send",
        pathway: `pathway ${this.#pathway + 1 + (n0 % later)}`,
        ...(n1 % 2 === 0 ? { holds: [pick(this.#holds, n2)] } : {}),
        ...(n1 % 3 === 0 ? {} : { name: pick(["errand", "letter"], n2) }),
        identity: ({ identityLo, identityHi }, parent, child, index) => {
          identityLo[child] = Math.imul(identityLo[parent]!, 31) + index + n0;
          identityHi[child] = identityHi[parent]! + 1;
        },
      },
    ];
  }
}

function sourceOf(
  plan: { pathways: number[]; cycles: number; apart: number; gaps: number[]; urgencies: number[] },
  index: number,
  pathways: number,
  resources: number,
): Source {
  const { cycles, apart, gaps, urgencies } = plan;
  const begins = (cycle: number) => cycle * apart;
  return {
    name: `source ${index}`,
    cycles,
    begins,
    arrival: (cycle, k) =>
      begins(cycle) + gaps.slice(0, k + 1).reduce((a, b) => a + b, k < gaps.length ? 0 : Number.NaN),
    admit: ({ identityLo, identityHi, attributes }, row, cycle, k) => {
      identityLo[row] = index * 1000 + cycle * 100 + k;
      identityHi[row] = 7;
      attributes[0]![row] = pick(urgencies, k);
      attributes[2]![row] = (k % (resources + 1)) - 1;
      return pick(plan.pathways, cycle + k) % pathways;
    },
  };
}

function holdsOf({ hold, parts }: Extract<Step, { do: "seize" }>): string[] {
  return [...new Set(parts.map((part) => part.hold ?? hold))];
}

function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length]!;
}

/** Whole minutes from 0 to `most`. */
function drawUpTo(most: number, place: number): Draw {
  return shown((lo, hi, index) => scatter(lo, hi, index, place) % (most + 1), `0 to ${most}, drawn at ${place}`);
}

/** A number on (0, 1) that is no round one. */
function uniform(place: number): Draw {
  return shown((lo, hi, index) => ((scatter(lo, hi, index, place) % 1000) + 0.5) / 1000, `uniform, drawn at ${place}`);
}

/** Scatters whole numbers over whole numbers, without pattern. */
function scatter(...numbers: readonly number[]): number {
  let mixed = 0x9e3779b9;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ number, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
}

/** A function that says what it is when a test has failed. */
function shown<F extends (...given: never[]) => unknown>(given: F, words: string): F {
  return Object.assign(given, { [fc.toStringMethod]: () => words });
}

function always(changes: CapacityChanges): () => CapacityChanges {
  return Object.assign(() => changes, { [fc.toStringMethod]: () => JSON.stringify(changes) });
}

function inOrder(changes: readonly { time: number; capacity: number }[]): CapacityChanges {
  const ordered = [...changes].sort((a, b) => a.time - b.time);
  return { times: ordered.map(({ time }) => time), capacities: ordered.map(({ capacity }) => capacity) };
}

function inAscent(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
