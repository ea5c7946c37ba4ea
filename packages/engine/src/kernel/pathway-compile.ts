/**
 * Turns pathways into instructions.
 *
 * @module
 */

import type { AttributeValue, Draw, Hook, PathwayModel, Step } from "./pathway-model.ts";
import { knownNumber, Numbering, namesOnce, problem } from "./pathway-names.ts";
import { type Branch, type CompiledRequest, from, op, type Program, signs, type Watch } from "./pathway-program.ts";
import { Requests } from "./pathway-requests.ts";
import { shorten } from "./pathway-shorten.ts";

type StepOf<Verb extends Step["do"]> = Extract<Step, { do: Verb }>;

/** How many rounds a loop can count. */
const MOST = 0x7fffffff;

/**
 * Compiles a model.
 *
 * @throws {OfficeError} naming the pathway, the step and what is unknown or impossible
 */
export function compile(model: PathwayModel): Program {
  const program = new Compiler(model).program();
  shorten(program);
  return program;
}

/** What an instruction is written with. */
interface Operands {
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
  readonly x?: number;
  readonly value?: number | Draw | AttributeValue | "clock";
}

/** What is compiled at present. */
interface Scope {
  /** Names the place, for messages. */
  readonly place: string;
  /** Whether the steps may be gone through more than once. */
  readonly looped: boolean;
}

class Compiler {
  readonly #model: PathwayModel;
  readonly #resources: Numbering;
  readonly #attributes: Numbering;
  readonly #activities: Numbering;
  readonly #pathways: Numbering;
  readonly #holds = new Numbering();
  readonly #outcomes = new Numbering(["finished", "present"]);
  readonly #hookNames: Numbering;
  readonly #hooks: Hook[];
  readonly #requests: Requests;
  readonly #columns = {
    op: [] as number[],
    a: [] as number[],
    b: [] as number[],
    c: [] as number[],
    from: [] as number[],
    x: [] as number[],
    attribute: [] as number[],
    counter: [] as number[],
  };
  readonly #draws: (Draw | undefined)[] = [];
  readonly #clocks: ((now: number) => number)[] = [];
  readonly #places: string[] = [];
  readonly #watches: Watch[] = [];
  readonly #branches: Branch[] = [];
  readonly #lists: number[] = [];
  readonly #shares: number[] = [];
  readonly #identities: StepOf<"send">["identity"][] = [];
  // Of the pathway that is being compiled.
  #slots = 0;
  #sent = new Numbering();
  #sentSlots: number[] = [];
  /** Attributes and slots that the steps of a branch change. */
  #changed: { attributes: Set<number>; slots: Set<number> } | undefined;

  constructor(model: PathwayModel) {
    this.#model = model;
    this.#resources = namesOnce("resource", model.resources);
    this.#pathways = namesOnce("pathway", model.pathways);
    this.#attributes = new Numbering(model.attributes);
    this.#activities = new Numbering(model.activities);
    this.#hookNames = new Numbering(Object.keys(model.hooks ?? {}));
    this.#hooks = Object.values(model.hooks ?? {});
    this.#requests = new Requests(this.#resources, this.#attributes, this.#activities, this.#holds);
  }

  program(): Program {
    const model = this.#model;
    const slots: number[] = [];
    const starts = model.pathways.map(({ name, steps }) => {
      this.#slots = 0;
      this.#sent = new Numbering();
      this.#sentSlots = [];
      this.#requests.beginPathway();
      const start = this.#here;
      this.#steps(steps, { place: `pathway “${name}”`, looped: false });
      this.#emit(op.finish, `the end of pathway “${name}”`, {});
      slots.push(this.#slots);
      return start;
    });
    const { op: ops, a, b, c, from: sources, x, attribute, counter } = this.#columns;
    const requests = this.#requests.all;
    for (const { activity } of this.#watches) {
      for (const request of requests) {
        if (activity < 0 || request.activity !== activity) continue;
        request.counted = true;
        request.plain = false;
      }
    }
    return {
      model,
      instructions: {
        op: Int32Array.from(ops),
        a: Int32Array.from(a),
        b: Int32Array.from(b),
        c: Int32Array.from(c),
        from: Int32Array.from(sources),
        x: Float64Array.from(x),
        attribute: Int32Array.from(attribute),
        counter: Int32Array.from(counter),
        draws: this.#draws,
        clocks: this.#clocks,
        places: this.#places,
      },
      requests,
      watches: this.#watches,
      branches: this.#branches,
      lists: Int32Array.from(this.#lists),
      shares: Float64Array.from(this.#shares),
      hooks: this.#hooks,
      identities: this.#identities,
      starts: Int32Array.from(starts),
      visits: Uint8Array.from(model.pathways, ({ visit }) => (visit ? 1 : 0)),
      slots: Int32Array.from(slots),
      interruptible: interruptibleOf(model, requests),
      outcomes: this.#outcomes.names,
      holds: this.#holds.names,
      recorded: (model.recorded ?? []).map((name) => this.#attribute(name, "the recorded attributes")),
      queueBy: Int32Array.from(
        model.resources.map(({ name, discipline }) =>
          typeof discipline === "object" ? this.#attribute(discipline.by, `the queue of resource “${name}”`) : -1,
        ),
      ),
    };
  }

  get #here(): number {
    return this.#columns.op.length;
  }

  #steps(steps: readonly Step[], scope: Scope): void {
    /** Jumps of those who gave up or were turned away, on the way behind the next `end`. */
    let exits: number[] = [];
    for (const [index, step] of steps.entries()) {
      const inner = { ...scope, place: `${scope.place}, step ${index + 1} (${step.do})` };
      if (step.do === "seize") {
        const jumps = this.#seize(step, inner);
        if (step.activity !== undefined) exits.push(...jumps);
        continue;
      }
      this.#step(step, inner);
      if (step.do !== "end") continue;
      for (const exit of exits) this.#columns.c[exit] = this.#here;
      exits = [];
    }
    for (const exit of exits) this.#columns.c[exit] = this.#here;
  }

  #step(step: Exclude<Step, { do: "seize" }>, scope: Scope): void {
    const { place } = scope;
    switch (step.do) {
      case "release": {
        const a = this.#list(step.holds.map((hold) => this.#hold(hold)));
        this.#emit(op.release, place, { a, b: step.holds.length });
        return;
      }
      case "delay": {
        const a = step.working === undefined ? -1 : this.#hold(step.working);
        this.#drawing(op.delay, scope, { a, value: step.time });
        return;
      }
      case "until":
        if (typeof step.time === "function") this.#clocks[this.#here] = step.time;
        this.#emit(op.until, place, { value: typeof step.time === "function" ? "clock" : step.time });
        return;
      case "atLeast":
        this.#drawing(op.atLeast, scope, { a: this.#attribute(step.since, place), value: step.time });
        return;
      case "await":
        this.#emit(op.await, place, { a: this.#watch(step, place) });
        return;
      case "await sent":
        this.#emit(op.awaitSent, place, { a: this.#sentSlot(step.name) });
        return;
      case "choose":
        this.#choose(step, scope);
        return;
      case "test":
        this.#test(step, scope);
        return;
      case "repeat":
        this.#repeat(step, scope);
        return;
      case "parallel":
        this.#parallel(step, scope);
        return;
      case "send":
        this.#send(step, scope);
        return;
      case "set": {
        const a = this.#attribute(step.attribute, place);
        this.#changed?.attributes.add(a);
        this.#drawing(op.set, scope, { a, value: step.to === "now" ? "clock" : step.to });
        return;
      }
      case "call": {
        const b = step.into === undefined ? -1 : this.#attribute(step.into, place);
        // A hook may change any attribute.
        for (const index of this.#model.attributes.keys()) this.#changed?.attributes.add(index);
        this.#emit(op.call, place, { a: this.#known(this.#hookNames, "hook", step.hook, place), b });
        return;
      }
      case "begin":
        this.#emit(op.begin, place, { a: this.#known(this.#activities, "activity", step.activity, place) });
        return;
      case "end":
        this.#emit(op.end, place, {});
        return;
      case "leave":
        this.#emit(op.leave, place, { a: this.#outcomes.of(step.outcome) });
        return;
    }
  }

  /** Writes a seize and its ways out; returns the jumps at the ends of these. */
  #seize(step: StepOf<"seize">, scope: Scope): number[] {
    const { place } = scope;
    const request = this.#requests.add(step, this.#here, place);
    const priority = step.priority ?? 5;
    if (typeof priority === "number" && Number.isNaN(priority)) throw problem(place, "the priority is not a number");
    // The seize itself reads the priority; patience has a counter, but is read where it is needed.
    this.#emit(op.seize, place, { a: request, value: priority });
    if (typeof step.patience === "function" && scope.looped) this.#columns.counter[this.#here - 1] = this.#drawSlot();
    if (step.patience === undefined && step.limit === undefined) return [];
    const exits: number[] = [];
    const compiled = this.#requests.all[request]!;
    const around = this.#emit(op.jump, place, {});
    for (const [steps, exit] of [
      [step.gaveUp, "gaveUp"],
      [step.turnedAway, "turnedAway"],
    ] as const) {
      compiled[exit] = this.#here;
      this.#steps(steps ?? [], { ...scope, place: `${place}, ${exit}` });
      exits.push(this.#emit(op.jump, place, {}));
    }
    this.#columns.c[around] = this.#here;
    for (const exit of exits) this.#columns.c[exit] = this.#here;
    return exits;
  }

  #choose({ draw, shares, branches }: StepOf<"choose">, scope: Scope): void {
    const { place } = scope;
    if (shares.length !== branches.length) {
      throw problem(place, `there are ${shares.length} shares for ${branches.length} branches; each needs one`);
    }
    const sum = shares.reduce((all, share) => all + share, 0);
    if (!shares.every((share) => share >= 0) || sum > 1 + 1e-9) {
      throw problem(place, `shares must be 0 or more and 1 at most together, got ${shares.join(", ")}`);
    }
    const start = this.#list(shares.map(() => 0));
    let below = 0;
    for (const [index, share] of shares.entries()) {
      below += share;
      // What rounding leaves of 1 belongs to the last branch.
      this.#shares[start + index] = below > 1 - 1e-9 ? 1 : below;
    }
    const choose = this.#drawing(op.choose, scope, { a: start, b: shares.length, value: draw });
    const exits = branches.map((steps, index) => {
      this.#lists[start + index] = this.#here;
      this.#steps(steps, { ...scope, place: `${place}, branch ${index + 1}` });
      return this.#emit(op.jump, place, {});
    });
    for (const at of [choose, ...exits]) this.#columns.c[at] = this.#here;
  }

  #test({ attribute, is, value, then, otherwise }: StepOf<"test">, scope: Scope): void {
    const { place } = scope;
    const sign = signs.indexOf(is);
    if (sign < 0) throw problem(place, `“${is}” is no comparison; known: ${signs.join(" ")}`);
    const test = this.#emit(op.test, place, { a: this.#attribute(attribute, place), b: sign, x: value });
    this.#steps(then, { ...scope, place: `${place}, then` });
    if (otherwise === undefined || otherwise.length === 0) {
      this.#columns.c[test] = this.#here;
      return;
    }
    const exit = this.#emit(op.jump, place, {});
    this.#columns.c[test] = this.#here;
    this.#steps(otherwise, { ...scope, place: `${place}, otherwise` });
    this.#columns.c[exit] = this.#here;
  }

  /** A slot counts the rounds that are left; of `again`, those that have been. */
  #repeat({ steps, times, again, most }: StepOf<"repeat">, scope: Scope): void {
    const { place } = scope;
    if ((times === undefined) === (again === undefined)) throw problem(place, "one of times and again is needed");
    if (!(most >= 0)) throw problem(place, `most must be 0 or more, got ${most}`);
    const inner = { place, looped: true };
    const slot = this.#slots++;
    const bound = Math.min(Math.floor(most), MOST);
    if (again === undefined) {
      const repeat = this.#drawing(op.repeat, scope, { a: slot, b: bound, value: times! });
      const begin = this.#here;
      this.#steps(steps, inner);
      this.#emit(op.round, place, { a: slot, c: begin });
      this.#columns.c[repeat] = this.#here;
      return;
    }
    const repeat = this.#emit(op.repeat, place, { a: slot, b: bound, value: bound });
    const begin = this.#here;
    this.#steps(steps, inner);
    this.#drawing(op.again, inner, { a: slot, c: begin, x: again.share, value: again.draw });
    this.#columns.c[repeat] = this.#here;
  }

  #parallel({ branches }: StepOf<"parallel">, scope: Scope): void {
    const { place } = scope;
    const first = this.#branches.length;
    // Branches inside branches come behind, so room for these is made first.
    for (const _ of branches) this.#branches.push({ pc: 0, attributes: new Int32Array(0), slots: new Int32Array(0) });
    const fork = this.#emit(op.parallel, place, { a: first, b: branches.length });
    const outer = this.#changed;
    for (const [index, steps] of branches.entries()) {
      const changed = { attributes: new Set<number>(), slots: new Set<number>() };
      this.#changed = changed;
      const pc = this.#here;
      this.#steps(steps, { ...scope, place: `${place}, branch ${index + 1}` });
      this.#emit(op.joins, place, { a: first + index });
      const [attributes, slots] = [Int32Array.from(changed.attributes), Int32Array.from(changed.slots)];
      this.#branches[first + index] = { pc, attributes, slots };
      for (const attribute of attributes) outer?.attributes.add(attribute);
      for (const slot of slots) outer?.slots.add(slot);
    }
    this.#changed = outer;
    this.#columns.c[fork] = this.#here;
  }

  #send({ pathway, holds = [], name, identity }: StepOf<"send">, scope: Scope): void {
    const { place } = scope;
    const target = this.#known(this.#pathways, "pathway", pathway, place);
    const a = this.#list([
      target,
      name === undefined ? -1 : this.#sentSlot(name),
      ...holds.map((one) => this.#hold(one)),
    ]);
    this.#identities[this.#here] = identity;
    const at = this.#emit(op.send, place, { a, b: holds.length });
    if (scope.looped) this.#columns.counter[at] = this.#drawSlot();
  }

  #watch({ of, level, is, value }: StepOf<"await">, place: string): number {
    const atLeast = is === "atLeast";
    if ("activity" in of) {
      if (level !== "waiting") throw problem(place, `an activity has no level “${level}”; known: waiting`);
      const activity = this.#known(this.#activities, "activity", of.activity, place);
      return this.#watches.push({ resources: [], activity, level, atLeast, value }) - 1;
    }
    const names = "resource" in of ? [of.resource] : of.resources;
    const resources = names.map((name) => this.#known(this.#resources, "resource", name, place));
    return this.#watches.push({ resources, activity: -1, level, atLeast, value }) - 1;
  }

  /** Writes an instruction that takes a number from somewhere, and counts its draws if there can be several. */
  #drawing(code: number, { place, looped }: Scope, operands: Operands): number {
    const at = this.#emit(code, place, operands);
    if (typeof operands.value === "function" && looped) this.#columns.counter[at] = this.#drawSlot();
    return at;
  }

  #drawSlot(): number {
    const slot = this.#slots++;
    this.#changed?.slots.add(slot);
    return slot;
  }

  #emit(code: number, place: string, { a = 0, b = 0, c = 0, x = 0, value }: Operands): number {
    const at = this.#here;
    const columns = this.#columns;
    columns.op.push(code);
    columns.a.push(a);
    columns.b.push(b);
    columns.c.push(c);
    columns.counter.push(-1);
    columns.x.push(typeof value === "number" ? value : x);
    const isAttribute = typeof value === "object";
    columns.attribute.push(isAttribute ? this.#attribute(value.attribute, place) : -1);
    const isDraw = typeof value === "function";
    columns.from.push(isAttribute ? from.attribute : isDraw ? from.draw : value === "clock" ? from.clock : from.number);
    this.#draws.push(isDraw ? value : undefined);
    this.#places.push(place);
    return at;
  }

  #list(numbers: readonly number[]): number {
    const start = this.#lists.length;
    this.#lists.push(...numbers);
    return start;
  }

  /** Where the sender counts what it has sent under a name and is not done. */
  #sentSlot(name: string): number {
    const number = this.#sent.of(name);
    if (number === this.#sentSlots.length) this.#sentSlots.push(this.#slots++);
    return this.#sentSlots[number]!;
  }

  /** Holds may be named before they are seized, and handed over from another pathway. */
  #hold(name: string): number {
    return this.#holds.of(name);
  }

  #attribute(name: string, place: string): number {
    return this.#known(this.#attributes, "attribute", name, place);
  }

  #known(numbering: Numbering, kind: string, name: string, place: string): number {
    return knownNumber(numbering, kind, name, place);
  }
}

function interruptibleOf({ resources }: PathwayModel, requests: readonly CompiledRequest[]): Uint8Array {
  const interruptible = Uint8Array.from(resources, ({ falling }) =>
    falling === "resume" || falling === "restart" ? 1 : 0,
  );
  for (const { preempt, parts, candidates } of requests) {
    if (preempt === "no") continue;
    // Who has a resource of one's own may have any.
    if (parts.some(({ my }) => my >= 0)) interruptible.fill(1);
    for (const resource of candidates) interruptible[resource] = 1;
  }
  return interruptible;
}
