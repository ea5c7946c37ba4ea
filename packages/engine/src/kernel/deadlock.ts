/**
 * Queues that nobody can ever serve.
 *
 * @module
 */

import { DeadlockError } from "../errors.ts";
import { AllOf, FirstOf } from "./combined-wait.ts";
import { type Entity, Join } from "./entity.ts";
import { Work } from "./hold.ts";
import { nameOf, type Part } from "./request-options.ts";
import type { Resource } from "./resource.ts";
import { Seize } from "./seize.ts";
import { TimedWait } from "./timed-wait.ts";
import type { Wait } from "./wait.ts";

/** Why an entity does not go on: what it waits for, and who would have to go on first. */
interface Obstacle {
  readonly words: string;
  readonly holders: readonly Entity[];
}

/**
 * Complains when nothing is left to happen and somebody waits for a resource. (Those who wait for a signal, a message
 * or a condition that never comes are no mistake: so end those who serve others.)
 *
 * @throws {DeadlockError} naming a circle if there is one, or else what the first of them lacks
 */
export function complainOfWaiting(living: readonly Entity[]): void {
  const waiting = living.filter((entity) => requestOf(entity.wait) !== undefined);
  if (waiting.length === 0) return;
  complainOfCircles(waiting, new Set(living));
  const [first] = requestOf(waiting[0]!.wait)!.parts[0]!.oneOf;
  throw new DeadlockError(storyOf(first!.line.first!.seize.waiter!.entity));
}

/**
 * Complains at the horizon when some wait for each other in a circle, whatever else may still happen.
 *
 * @throws {DeadlockError} naming the circle
 */
export function complainOfCycles(living: readonly Entity[]): void {
  const waiting = living.filter((entity) => requestOf(entity.wait) !== undefined);
  if (waiting.length === 0) return;
  const stuck = stuckAmong(living);
  complainOfCircles(
    waiting.filter((entity) => stuck.has(entity)),
    stuck,
  );
}

/** What an entity does at present: "waiting for exam room", "in a delay" … */
export function occupationOf({ wait }: Entity): string {
  const request = requestOf(wait);
  if (request !== undefined) return `waiting for ${nameOf(request.parts)}`;
  if (wait === undefined) return "yet to begin";
  if (wait instanceof Work) return `working with ${wait.hold.resource.name}`;
  return wait instanceof TimedWait ? "in a delay" : "waiting";
}

/** The request in a queue that a wait comes down to, if any. */
function requestOf(wait: Wait<unknown> | undefined): Seize<unknown> | undefined {
  if (wait === undefined || wait.state !== "waiting") return undefined;
  if (wait instanceof Seize) return wait;
  if (wait instanceof Work) return wait.return;
  if (wait instanceof FirstOf || wait instanceof AllOf) {
    for (const part of wait.parts) {
      const request = requestOf(part);
      if (request !== undefined) return request;
    }
  }
  return undefined;
}

/** Those who cannot go on, whoever else does: what is left when all who can have gone on and given back what they hold. */
function stuckAmong(living: readonly Entity[]): Set<Entity> {
  const stuck = new Set(living);
  let before = Number.POSITIVE_INFINITY;
  while (stuck.size < before) {
    before = stuck.size;
    for (const entity of stuck) if (canGoOn(entity.wait, stuck)) stuck.delete(entity);
  }
  return stuck;
}

function canGoOn(wait: Wait<unknown> | undefined, stuck: ReadonlySet<Entity>): boolean {
  if (wait === undefined || wait.state !== "waiting") return true;
  if (wait instanceof FirstOf) return wait.parts.some((part) => canGoOn(part, stuck));
  if (wait instanceof AllOf) return wait.parts.every((part) => canGoOn(part, stuck));
  if (wait instanceof Join) return !stuck.has(wait.joined);
  if (wait instanceof Work && wait.return !== undefined) return canBeServed(wait.return.parts, stuck);
  if (wait instanceof Seize) return wait.terms.patience !== undefined || canBeServed(wait.parts, stuck);
  return !(wait instanceof TimedWait) || wait.isScheduled;
}

function canBeServed(parts: readonly Part[], stuck: ReadonlySet<Entity>): boolean {
  return parts.every((part) => part.oneOf.some((resource) => canHave(resource, part.units, stuck)));
}

/** Whether the units can come free once all who are not stuck have given back theirs. */
function canHave(resource: Resource, units: number, stuck: ReadonlySet<Entity>): boolean {
  if (resource.changesAhead) return true;
  let free = resource.free;
  for (let hold = resource.firstHold; hold !== undefined; hold = hold.next)
    if (!stuck.has(hold.entity)) free += hold.units;
  return free >= units;
}

/** Looks for a circle through any of the waiting, and complains of it. */
function complainOfCircles(waiting: readonly Entity[], stuck: ReadonlySet<Entity>): void {
  const seen = new Set<Entity>();
  for (const entity of waiting) {
    const circle = circleThrough(entity, [], seen, stuck);
    if (circle === undefined) continue;
    const numbers = circle.map(({ number }) => number);
    const start = numbers.indexOf(Math.min(...numbers));
    throw circleError([...circle.slice(start), ...circle.slice(0, start)], stuck);
  }
}

function circleError(circle: readonly Entity[], stuck: ReadonlySet<Entity>): DeadlockError {
  const [first] = circle;
  const links = circle.map((each, index) => `${obstacleOf(each, stuck).words} ${(circle[index + 1] ?? first)!.name}`);
  return new DeadlockError(
    `${first!.name} ${links.join(", who ")}; let everybody seize in the same order, or all at once`,
  );
}

/** The circle that is met on the way from an entity to those who hold what it waits for, and so on. */
function circleThrough(
  entity: Entity,
  path: Entity[],
  seen: Set<Entity>,
  stuck: ReadonlySet<Entity>,
): Entity[] | undefined {
  const met = path.indexOf(entity);
  if (met >= 0) return path.slice(met);
  if (seen.has(entity)) return undefined;
  seen.add(entity);
  path.push(entity);
  for (const holder of obstacleOf(entity, stuck).holders) {
    const circle = circleThrough(holder, path, seen, stuck);
    if (circle !== undefined) return circle;
  }
  path.pop();
  return undefined;
}

function obstacleOf({ wait }: Entity, stuck: ReadonlySet<Entity>): Obstacle {
  if (wait instanceof Join) return { words: "waits for the end of", holders: [wait.joined] };
  const request = requestOf(wait);
  if (request === undefined) return { words: "waits for", holders: [] };
  const lacking = request.parts.filter(
    ({ oneOf, units }) => !oneOf.some((resource) => canHave(resource, units, stuck)),
  );
  const parts = lacking.length === 0 ? request.parts : lacking.slice(0, 1);
  const holders = parts.flatMap(({ oneOf }) => oneOf.flatMap(holdersOf)).filter((holder) => stuck.has(holder));
  return { words: `waits for ${nameOf(parts)}, held by`, holders };
}

function holdersOf(resource: Resource): Entity[] {
  const holders: Entity[] = [];
  for (let hold = resource.firstHold; hold !== undefined; hold = hold.next) holders.push(hold.entity);
  return holders;
}

/** Why the first in a queue waits for ever, when there is no circle. */
function storyOf(entity: Entity): string {
  const { parts } = requestOf(entity.wait)!;
  const part = parts.find(({ oneOf, units }) => oneOf.every(({ free }) => free < units)) ?? parts[0]!;
  const [resource] = part.oneOf;
  const waits = `${entity.name} waits for ${nameOf([part])} for ever:`;
  if (part.oneOf.every(({ capacity }) => capacity < part.units)) {
    return `${waits} the capacity of ${resource!.name} stays at ${resource!.capacity}; give it more, or a patience to who waits`;
  }
  const holder = part.oneOf.flatMap(holdersOf).at(-1);
  if (holder === undefined) return `${waits} ${resource!.name} is free, but not together with the rest`;
  if (holder.hasEnded)
    return `${waits} ${holder.name}, who holds it, has left without releasing it; hold it with using`;
  return `${waits} ${holder.name}, who holds it, is ${occupationOf(holder)} for ever`;
}
