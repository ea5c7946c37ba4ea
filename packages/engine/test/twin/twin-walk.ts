/**
 * How the twin's entities walk along their steps.
 *
 * @module
 */

import type { Step } from "../../src/kernel/pathway-model.ts";
import { enqueue, giveBack, giveUp, grantAtOnce, letStayersGo, requestOf } from "./twin-allocation.ts";
import type { Claim, Seize, TwinEntity, Walk } from "./twin-entities.ts";
import type { Office } from "./twin-office.ts";

type Of<Do extends Step["do"]> = Extract<Step, { do: Do }>;

/** Lets an entity begin to walk. */
export function start(office: Office, entity: TwinEntity, steps: readonly Step[], place: string): void {
  function* walk(): Walk {
    const outcome = yield* walkSteps(office, entity, steps, place);
    if (entity.parent === undefined) end(office, entity, outcome);
    else endChild(office, entity, entity.parent, outcome, steps);
    return outcome;
  }
  entity.walk = walk();
  entity.walk.next("go on");
}

function* walkSteps(office: Office, entity: TwinEntity, steps: readonly Step[], place: string): Walk {
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    const here = `${place}/${index}`;
    if (step.do === "leave") return step.outcome;
    if (step.do === "seize") {
      const elsewhere = yield* seize(office, entity, step, here);
      if (elsewhere === undefined) continue;
      const outcome = yield* walkSteps(office, entity, elsewhere.steps, `${here}/${elsewhere.place}`);
      if (outcome !== undefined) return outcome;
      if (step.activity === undefined) continue;
      while (index < steps.length && steps[index]!.do !== "end") index++;
    } else {
      const outcome = yield* walkStep(office, entity, step, here);
      if (outcome !== undefined) return outcome;
    }
  }
  return undefined;
}

function* walkStep(office: Office, entity: TwinEntity, step: Exclude<Step, Seize>, place: string): Walk {
  switch (step.do) {
    case "release":
      giveBack(office, entity, step.holds);
      return undefined;
    case "delay":
      return yield* delay(office, entity, step, place);
    case "until": {
      const { time } = step;
      return yield* waitUntil(
        office,
        entity,
        typeof time === "function" ? time(office.now) : office.attribute(entity, time.attribute),
      );
    }
    case "atLeast":
      return yield* waitUntil(
        office,
        entity,
        office.attribute(entity, step.since) + office.minutes(entity, step.time, place),
      );
    case "await":
      return yield* awaitLevel(office, entity, step);
    case "await sent":
      if (entity.sent.every(({ sentAs }) => sentAs !== step.name)) return undefined;
      entity.state = { is: "awaiting sent", name: step.name };
      yield;
      entity.state = { is: "walking" };
      return undefined;
    case "choose":
      return yield* chooseBranch(office, entity, step, place);
    case "test": {
      const holds = compare(office.attribute(entity, step.attribute), step.is, step.value);
      return holds
        ? yield* walkSteps(office, entity, step.then, `${place}/then`)
        : yield* walkSteps(office, entity, step.otherwise ?? [], `${place}/otherwise`);
    }
    case "repeat":
      return yield* repeat(office, entity, step, place);
    case "parallel":
      return yield* parallel(office, entity, step, place);
    case "send":
      send(office, entity, step, place);
      return undefined;
    case "set":
      office.setAttribute(
        entity,
        step.attribute,
        step.to === "now" ? office.now : office.number(entity, step.to, place),
      );
      return undefined;
    case "call": {
      const answer = office.model.hooks![step.hook]!(office.columns, entity.serial, office.now);
      if (step.into !== undefined) office.setAttribute(entity, step.into, answer);
      return undefined;
    }
    case "begin":
      office.openRow(entity, step.activity);
      entity.row!.started = office.now;
      office.tell("starts", entity, { activity: step.activity });
      return undefined;
    case "end":
      office.closeRow(entity, "done");
      return undefined;
    case "leave":
      return step.outcome;
  }
}

/** Asks and waits. Returns the steps that follow instead if nothing is granted. */
function* seize(
  office: Office,
  entity: TwinEntity,
  step: Seize,
  place: string,
): Generator<void, { steps: readonly Step[]; place: string } | undefined, "granted" | "gave up" | "go on"> {
  const { activity, limit = Number.POSITIVE_INFINITY } = step;
  const named = activity === undefined ? {} : { activity };
  if (activity !== undefined) office.openRow(entity, activity);
  const patience =
    step.patience === undefined ? Number.POSITIVE_INFINITY : office.minutes(entity, step.patience, `${place}/patience`);
  const request = requestOf(office, entity, step, place);
  if (!grantAtOnce(office, request)) {
    if (office.waitingToBegin((other) => other.place === place) >= limit) {
      office.tell("is turned away", entity, named);
      if (activity !== undefined) office.closeRow(entity, "turned away");
      return { steps: step.turnedAway ?? [], place: "turned away" };
    }
    enqueue(request);
    office.tell("waits", entity, { ...named, resource: request.parts[0]!.candidates[0]!.spec.name });
    if (patience < Number.POSITIVE_INFINITY) {
      request.patience = office.schedule(office.now + patience, () => {
        giveUp(office, request);
        entity.walk!.next("gave up");
      });
    }
    const news = yield;
    entity.state = { is: "walking" };
    if (news === "gave up") {
      office.tell("gives up", entity, named);
      if (activity !== undefined) office.closeRow(entity, "gave up");
      return { steps: step.gaveUp ?? [], place: "gave up" };
    }
  }
  const [first] = tellOfTaking(office, entity);
  if (activity === undefined) return undefined;
  entity.row!.started = office.now;
  entity.row!.resource = first!.resource.index;
  office.tell("starts", entity, { activity, resource: first!.resource.spec.name });
  return undefined;
}

/** Says what the entity has been granted last, and returns it. */
function tellOfTaking(office: Office, entity: TwinEntity): Claim[] {
  const { grant } = entity.claims.at(-1)!;
  const claims = entity.claims.filter((claim) => claim.grant === grant);
  for (const { resource, units } of claims) {
    office.tell("takes", entity, { resource: resource.spec.name, value: units });
  }
  return claims;
}

function* delay(office: Office, entity: TwinEntity, step: Of<"delay">, place: string): Walk {
  const whole = office.minutes(entity, step.time, place);
  const hold = step.working;
  for (let rest = whole; ; ) {
    const grant = entity.claims.findLast((claim) => claim.hold === hold)?.grant;
    const working = entity.claims.find((claim) => claim.hold === hold && claim.grant === grant);
    const ends = office.now + rest / (working?.resource.speed ?? 1);
    const event = ends < Number.POSITIVE_INFINITY ? office.schedule(ends, () => entity.walk!.next("go on")) : undefined;
    entity.state = { is: "in a delay", delay: { grant, hold, whole, ends, event } };
    yield;
    entity.state = { is: "walking" };
    if (entity.interrupted === undefined) return undefined;
    rest = entity.interrupted.rest;
    entity.interrupted = undefined;
    const [first] = tellOfTaking(office, entity);
    const activity = entity.row === undefined ? {} : { activity: entity.row.activity };
    office.tell("goes on", entity, { ...activity, resource: first!.resource.spec.name });
  }
}

function* waitUntil(office: Office, entity: TwinEntity, time: number): Walk {
  if (!(time > office.now)) return undefined;
  if (time < Number.POSITIVE_INFINITY) office.schedule(time, () => entity.walk!.next("go on"));
  entity.state = { is: "until", time };
  yield;
  entity.state = { is: "walking" };
  return undefined;
}

function* awaitLevel(office: Office, entity: TwinEntity, step: Of<"await">): Walk {
  const holds = () => {
    const level = levelOf(office, step);
    return step.is === "atLeast" ? level >= step.value : level <= step.value;
  };
  if (holds()) return undefined;
  office.awaiting.push(entity);
  entity.state = { is: "awaiting", holds };
  do {
    yield;
    office.called.delete(entity);
  } while (!holds());
  office.awaiting.splice(office.awaiting.indexOf(entity), 1);
  entity.state = { is: "walking" };
  return undefined;
}

function levelOf(office: Office, { of, level }: Of<"await">): number {
  if ("activity" in of) return office.waitingToBegin(({ seize }) => seize.activity === of.activity);
  const resources = ("resource" in of ? [of.resource] : of.resources).map((name) => office.resource(name));
  const levels = resources.map(({ free, busy, queue }) => ({ free, busy, waiting: queue.length })[level]);
  return levels.reduce((total, each) => total + each, 0);
}

function* chooseBranch(office: Office, entity: TwinEntity, step: Of<"choose">, place: string): Walk {
  const drawn = office.number(entity, step.draw, place);
  let share = 0;
  for (const [index, branch] of step.branches.entries()) {
    share += step.shares[index]!;
    if (drawn < share) return yield* walkSteps(office, entity, branch, `${place}/branch ${index}`);
  }
  return undefined;
}

function* repeat(office: Office, entity: TwinEntity, step: Of<"repeat">, place: string): Walk {
  const { times, again, most } = step;
  const rounds = Math.min(
    most,
    times === undefined ? most : Math.floor(office.number(entity, times, `${place}/times`)),
  );
  for (let round = 0; round < rounds; round++) {
    const outcome = yield* walkSteps(office, entity, step.steps, place);
    if (outcome !== undefined) return outcome;
    office.spend();
    // Behind the last round that there may be, nothing is drawn.
    const last = round + 1 >= rounds;
    if (again !== undefined && !last && office.number(entity, again.draw, `${place}/again`) >= again.share) break;
  }
  return undefined;
}

function* parallel(office: Office, entity: TwinEntity, step: Of<"parallel">, place: string): Walk {
  if (step.branches.length === 0) return undefined;
  const { pathway, counts, serial } = entity;
  const { identityLo, identityHi } = office.columns;
  const children = step.branches.map((branch, index) => {
    const child = office.appear({ pathway, counts, parent: entity }, entity);
    office.columns.identityLo[child.serial] = identityLo[serial]!;
    office.columns.identityHi[child.serial] = identityHi[serial]!;
    office.ring.push(() => start(office, child, branch, `${place}/branch ${index}`));
    return child;
  });
  const joining: TwinEntity["state"] & { is: "joining" } = { is: "joining", children: new Set(children) };
  entity.state = joining;
  yield;
  entity.state = { is: "walking" };
  return joining.outcome;
}

function send(office: Office, entity: TwinEntity, step: Of<"send">, place: string): void {
  const pathway = office.model.pathways.findIndex(({ name }) => name === step.pathway);
  const child = office.appear({ pathway, sender: entity, sentAs: step.name }, entity);
  step.identity(office.columns, entity.serial, child.serial, office.count(entity, place));
  const handedOver = entity.claims.filter(({ hold }) => step.holds?.includes(hold));
  entity.claims = entity.claims.filter((claim) => !handedOver.includes(claim));
  child.claims = handedOver;
  if (step.name !== undefined) entity.sent.push(child);
  office.tell("sends", entity, { value: child.serial, sent: step.pathway });
  office.ring.push(() => start(office, child, office.pathwayOf(child).steps, `${pathway}`));
}

/** The end of a pathway. */
function end(office: Office, entity: TwinEntity, outcome = "finished"): void {
  office.closeRow(entity, "done");
  giveBack(office, entity);
  office.tell("leaves", entity, { outcome });
  office.writeVisit(entity, office.now, office.outcomes.indexOf(outcome));
  office.living.splice(office.living.indexOf(entity), 1);
  if (office.isVisitor(entity)) {
    office.present--;
    if (office.present === 0) letStayersGo(office);
  }
  const { sender, sentAs } = entity;
  if (sender === undefined || sentAs === undefined) return;
  sender.sent.splice(sender.sent.indexOf(entity), 1);
  const { state } = sender;
  const waits = state.is === "awaiting sent" && state.name === sentAs;
  if (waits && sender.sent.every((other) => other.sentAs !== sentAs)) {
    office.ring.push(() => sender.walk!.next("go on"));
  }
}

/** The end of a branch: what the child has passes to its parent, who goes on with the last of its children. */
function endChild(
  office: Office,
  child: TwinEntity,
  parent: TwinEntity,
  outcome: string | undefined,
  branch: readonly Step[],
): void {
  office.closeRow(child, "done");
  if (outcome !== undefined) giveBack(office, child);
  parent.claims.push(...child.claims);
  for (const name of attributesSetBy(branch, office.model.attributes)) {
    office.setAttribute(parent, name, office.attribute(child, name));
  }
  office.living.splice(office.living.indexOf(child), 1);
  if (parent.state.is !== "joining") throw new Error("a child has no parent who waits for it");
  if (outcome !== undefined) parent.state.outcome ??= outcome;
  parent.state.children.delete(child);
  if (parent.state.children.size === 0) office.ring.push(() => parent.walk!.next("go on"));
}

/** Attributes that steps set, or that their hooks may have changed: any. */
function attributesSetBy(steps: readonly Step[], all: readonly string[]): Set<string> {
  const names = steps.flatMap((step): readonly string[] => {
    if (step.do === "call") return all;
    if (step.do === "set") return [step.attribute];
    return stepsWithin(step).flatMap((inner) => [...attributesSetBy(inner, all)]);
  });
  return new Set(names);
}

/** The lists of steps that belong to a step, in the order in which they are written. */
export function stepsWithin(step: Step): (readonly Step[])[] {
  switch (step.do) {
    case "seize":
      return [step.gaveUp ?? [], step.turnedAway ?? []];
    case "test":
      return [step.then, step.otherwise ?? []];
    case "choose":
    case "parallel":
      return [...step.branches];
    case "repeat":
      return [step.steps];
    default:
      return [];
  }
}

function compare(a: number, is: Of<"test">["is"], b: number): boolean {
  return { "<": a < b, "<=": a <= b, "=": a === b, "!=": a !== b, ">": a > b, ">=": a >= b }[is];
}
