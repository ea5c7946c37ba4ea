/**
 * Who gets which units.
 *
 * The law: no unit is free while somebody waits for it alone, and nobody is served past somebody who stands before
 * them in a queue and waits for units of just that queue.
 *
 * @module
 */

import type { Hold } from "./hold.ts";
import type { Resource } from "./resource.ts";
import type { Seize } from "./seize.ts";

/** The resource found for each part of the request under examination. One array for all: nothing is allocated. */
const found: Resource[] = [];

/**
 * Grants a request when all that it asks for can be had and nobody stands in its way; tells whether. A request that
 * waited leaves every queue, and hears of it.
 */
export function tryGrant(seize: Seize<unknown>): boolean {
  const { only } = seize;
  return only !== undefined && seize.terms.preempt === undefined ? tryGrantAt(only, seize) : tryGrantSomewhere(seize);
}

/** Grants a request that only one resource can serve, and that takes nothing from others: there is nothing to choose. */
function tryGrantAt(resource: Resource, seize: Seize<unknown>): boolean {
  if (resource.free < seize.parts[0]!.units || !isNext(seize, resource)) return false;
  const { places } = seize;
  if (places === undefined) seize.accept(0, resource);
  else {
    resource.leave(places);
    seize.places = undefined;
    seize.accept(0, resource);
    seize.end();
  }
  return true;
}

function tryGrantSomewhere(seize: Seize<unknown>): boolean {
  if (!findAll(seize, 0) && (seize.terms.preempt === undefined || !findAll(seize, 0, true))) return false;
  const { parts, places } = seize;
  takePlacesAway(seize);
  let hasPreempted = false;
  for (let part = 0; part < parts.length; part++) {
    const resource = found[part]!;
    const missing = parts[part]!.units - resource.free;
    if (missing > 0) {
      for (const victim of victimsOf(resource, missing, seize.terms.priority)) victim.yieldTo(seize.terms.preempt!);
      hasPreempted = true;
    }
    seize.accept(part, resource);
  }
  if (places !== undefined) seize.end();
  // Those behind it in other queues may be first now, and a victim may have given up more than was missing.
  if (parts.length > 1 || parts[0]!.oneOf.length > 1 || hasPreempted) serveCandidates(seize);
  return true;
}

/** Serves whoever can be served after something became free or somebody left the queue. */
export function serve(resource: Resource): void {
  const { line } = resource;
  let place = line.first;
  while (place !== undefined) {
    if (tryGrant(place.seize)) place = line.first;
    else if (resource.free < place.units && !resource.letsSmallOnesPass) return;
    else place = place.next;
  }
}

/** Takes a request out of every queue, and serves those who stood behind it. */
export function leaveQueues(seize: Seize<unknown>): void {
  if (seize.places === undefined) return;
  takePlacesAway(seize);
  serveCandidates(seize);
}

/**
 * Those who work with units of the resource at a worse priority than `priority`, and of whom enough are chosen to
 * free `units`: the worst priority first, then the latest start, then the latest order. Work that ends in this very
 * minute counts as ended.
 */
export function victimsOf(resource: Resource, units: number, priority: number): Hold[] {
  const victims: Hold[] = [];
  for (let hold = resource.firstHold; hold !== undefined; hold = hold.next) {
    if (hold.priority > priority && hold.isAtWork) victims.push(hold);
  }
  victims.sort((a, b) => b.priority - a.priority || b.since - a.since || b.order - a.order);
  let freed = 0;
  const enough = victims.findIndex((hold) => {
    freed += hold.units;
    return freed >= units;
  });
  return enough < 0 ? victims : victims.slice(0, enough + 1);
}

/**
 * Finds a resource for `part` and for those behind it, trying every combination in the order of preference; with
 * force as a last resort, part by part.
 */
function findAll(seize: Seize<unknown>, part: number, mayForce = false): boolean {
  const { oneOf, choose } = seize.parts[part]!;
  const candidates = choose === "first" ? oneOf : longestIdleFirst(oneOf);
  for (const resource of candidates) if (suits(seize, part, resource, 0, mayForce)) return true;
  if (!mayForce) return false;
  for (const resource of candidates) {
    if (suits(seize, part, resource, unitsToTake(resource, seize.terms.priority), mayForce)) return true;
  }
  return false;
}

/** Whether a resource can serve `part`, with so many units taken by force, and the parts behind it can be served too. */
function suits(seize: Seize<unknown>, part: number, resource: Resource, taken: number, mayForce: boolean): boolean {
  const { units } = seize.parts[part]!;
  if (resource.free - resource.promised + taken < units) return false;
  found[part] = resource;
  // The queues are looked at when everything else fits: they may be long.
  if (part === seize.parts.length - 1) return isNextEverywhere(seize);
  // Two parts may want units of the same resource.
  resource.promised += units;
  const isComplete = findAll(seize, part + 1, mayForce);
  resource.promised -= units;
  return isComplete;
}

function isNextEverywhere(seize: Seize<unknown>): boolean {
  for (let part = 0; part < seize.parts.length; part++) if (!isNext(seize, found[part]!)) return false;
  return true;
}

/** Whether nobody stands before the request in the queue of a resource who waits for units of just that. */
function isNext(seize: Seize<unknown>, resource: Resource): boolean {
  const { line, free } = resource;
  if (resource.letsSmallOnesPass) return true;
  for (let place = line.first; place !== undefined; place = place.next) {
    if (place.seize === seize || !line.isAhead(place.seize, seize)) return true;
    if (free < place.units) return false;
  }
  return true;
}

function unitsToTake(resource: Resource, priority: number): number {
  let units = 0;
  for (let hold = resource.firstHold; hold !== undefined; hold = hold.next) {
    if (hold.priority > priority && hold.isAtWork) units += hold.units;
  }
  return units;
}

function longestIdleFirst(candidates: readonly Resource[]): Resource[] {
  return candidates.toSorted((a, b) => a.idleSince - b.idleSince);
}

/** Takes a request out of every queue. */
export function takePlacesAway(seize: Seize<unknown>): void {
  for (let place = seize.places; place !== undefined; place = place.sibling) place.resource.leave(place);
  seize.places = undefined;
}

/** Serves whoever can be served at the candidates of a request, after it has left their queues. */
export function serveCandidates(seize: Seize<unknown>): void {
  for (const { oneOf } of seize.parts) for (const resource of oneOf) serve(resource);
}
