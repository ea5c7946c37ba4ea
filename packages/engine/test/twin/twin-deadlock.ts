/**
 * Queues that nobody can ever serve, as the twin sees them.
 *
 * @module
 */

import { DeadlockError } from "../../src/errors.ts";
import type { Request, RequestPart, TwinEntity } from "./twin-entities.ts";
import type { Office } from "./twin-office.ts";

/** Complains, when nothing is left to happen, if somebody waits for a resource. */
export function complainOfWaiting(office: Office): void {
  const waiting = office.living.filter(({ state }) => state.is === "asking");
  if (waiting.length === 0) return;
  complainOfCircles(office, new Set(office.living));
  const { request } = waiting[0]!.state as { request: Request };
  const name = request.candidates[0]!.spec.name;
  throw new DeadlockError(
    `entity ${waiting[0]!.serial} waits for ${name} for ever; give it more capacity, or a patience to who waits`,
  );
}

/** Complains if some wait for each other in a circle, whatever else may still happen. */
export function complainOfCycles(office: Office): void {
  const stuck = new Set(office.living);
  for (let before = -1; before !== stuck.size; ) {
    before = stuck.size;
    for (const entity of stuck) if (canGoOn(office, entity, stuck)) stuck.delete(entity);
  }
  complainOfCircles(office, stuck);
}

/** Whether an entity may go on once all who are not stuck have given back what they hold. */
function canGoOn(office: Office, { state, sent }: TwinEntity, stuck: ReadonlySet<TwinEntity>): boolean {
  switch (state.is) {
    case "asking": {
      const { patience, parts } = state.request;
      return patience !== undefined || parts.every((part) => canBeServed(office, part, stuck));
    }
    case "in a delay":
      return state.delay.ends < Number.POSITIVE_INFINITY;
    case "until":
      return state.time < Number.POSITIVE_INFINITY;
    case "joining":
      return [...state.children].every((child) => !stuck.has(child));
    case "awaiting sent":
      return sent.every((other) => other.sentAs !== state.name || !stuck.has(other));
    default:
      return true;
  }
}

function canBeServed(office: Office, { candidates, units }: RequestPart, stuck: ReadonlySet<TwinEntity>): boolean {
  return candidates.some((resource) => {
    const returning = office.claimsOn(resource).filter(({ holder }) => !stuck.has(holder));
    const free = returning.reduce((total, claim) => total + claim.units, resource.margin);
    return resource.changesAhead > 0 || free >= units;
  });
}

/** Looks for a circle among the stuck through any of those who wait for a resource. */
function complainOfCircles(office: Office, stuck: ReadonlySet<TwinEntity>): void {
  const asking = [...stuck].filter(({ state }) => state.is === "asking");
  for (const entity of asking) {
    const circle = circleFrom(office, [entity], stuck);
    if (circle === undefined) continue;
    const links = circle.map((each) => `entity ${each.serial}, who waits for ${waitsFor(each)}`);
    throw new DeadlockError(
      `${links.join(", held by ")}, held by entity ${circle[0]!.serial}; let everybody seize in the same order, or all at once`,
    );
  }
}

/** Follows who waits for whom until somebody is met again. */
function circleFrom(
  office: Office,
  path: readonly TwinEntity[],
  stuck: ReadonlySet<TwinEntity>,
): TwinEntity[] | undefined {
  for (const next of obstaclesOf(office, path.at(-1)!, stuck)) {
    const met = path.indexOf(next);
    if (met >= 0) return path.slice(met);
    const circle = circleFrom(office, [...path, next], stuck);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** The stuck who would have to go on first. */
function obstaclesOf(office: Office, { state, sent }: TwinEntity, stuck: ReadonlySet<TwinEntity>): TwinEntity[] {
  if (state.is === "joining") return [...state.children].filter((child) => stuck.has(child));
  if (state.is === "awaiting sent") return sent.filter((other) => other.sentAs === state.name && stuck.has(other));
  if (state.is !== "asking") return [];
  const { parts } = state.request;
  const lacking = parts.find((part) => !canBeServed(office, part, stuck));
  const candidates = (lacking === undefined ? parts : [lacking]).flatMap((part) => part.candidates);
  const claims = candidates.flatMap((resource) => office.claimsOn(resource));
  return [...new Set(claims.map(({ holder }) => holder))].filter((holder) => stuck.has(holder));
}

function waitsFor({ state }: TwinEntity): string {
  return state.is === "asking" ? state.request.candidates[0]!.spec.name : "others to be done";
}
