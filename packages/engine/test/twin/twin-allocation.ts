/**
 * Who gets what: granting, giving back, taking away, giving up.
 *
 * @module
 */

import { OfficeError } from "../../src/errors.ts";
import type { Part } from "../../src/kernel/pathway-model.ts";
import type { Claim, Delay, Grant, Request, RequestPart, Seize, TwinEntity } from "./twin-entities.ts";
import type { Office } from "./twin-office.ts";
import type { TwinResource } from "./twin-resource.ts";

/** A hold that can be taken from its holder, who works with it. */
interface Victim {
  readonly holder: TwinEntity;
  readonly grant: Grant;
  readonly hold: string;
  readonly claims: readonly Claim[];
}

/** What an entity asks for as it comes to a seize. */
export function requestOf(office: Office, entity: TwinEntity, seize: Seize, place: string): Request {
  const { priority = 5 } = seize;
  return {
    ...resolve(office, entity, seize.parts),
    entity,
    seize,
    place,
    priority: typeof priority === "number" ? priority : office.attribute(entity, priority.attribute),
    order: office.requests++,
    lost: 0,
    attributes: office.columns.attributes.map((column) => column[entity.serial]!),
    patience: undefined,
  };
}

/** Gives an entity what it asks for if it can be had now, if need be by taking it from others. */
export function grantAtOnce(office: Office, request: Request): boolean {
  const chosen = choose(request);
  if (chosen !== undefined) {
    take(office, request, chosen);
    return true;
  }
  return request.seize.preempt !== undefined && takeFromOthers(office, request, request.seize.preempt);
}

/** Begins to wait. */
export function enqueue(request: Request): void {
  for (const candidate of request.candidates) candidate.enqueue(request);
  request.entity.state = { is: "asking", request };
}

/** Stops waiting, which may let others pass. */
export function giveUp(office: Office, request: Request): void {
  for (const candidate of request.candidates) candidate.dequeue(request);
  request.entity.state = { is: "walking" };
  serve(office, request.candidates);
}

/** Gives back all that an entity holds under some names, or everything. */
export function giveBack(office: Office, entity: TwinEntity, holds?: readonly string[]): void {
  const returned = entity.claims.filter(({ hold }) => holds === undefined || holds.includes(hold));
  entity.claims = entity.claims.filter((claim) => !returned.includes(claim));
  for (const claim of returned) putBack(office, entity, claim);
  serve(
    office,
    returned.map(({ resource }) => resource),
  );
}

/** Lets a planned change of capacity come into force. */
export function changeCapacity(office: Office, resource: TwinResource, capacity: number): void {
  const { falling = "finish" } = resource.spec;
  const staysFor = falling === "stay" && office.present > 0;
  resource.changesAhead--;
  resource.planned = capacity;
  resource.staffed = staysFor ? Math.max(resource.staffed, capacity) : capacity;
  office.tracer?.({
    time: office.now,
    what: "capacity",
    entity: -1,
    patient: -1,
    pathway: "",
    resource: resource.spec.name,
    value: capacity,
  });
  const victims: Victim[] = [];
  if (falling === "resume" || falling === "restart") {
    for (;;) {
      const victim = resource.held - leavingNow(office, resource) > capacity && victimsOn(office, resource, [])[0];
      if (!victim) break;
      takeAway(office, victim, falling);
      victims.push(victim);
    }
  }
  serve(office, [resource, ...freedBy(victims)]);
}

/** Lets falls that were put off come into force, as the last visitor has left. */
export function letStayersGo(office: Office): void {
  for (const resource of office.resources) {
    if (resource.spec.falling === "stay") resource.staffed = resource.planned;
  }
}

/**
 * Whether a resource has too few free units for a request, whatever the others have: who waits behind it in the queue
 * of this resource may not overtake it.
 */
function isBlockedBy(request: Request, resource: TwinResource): boolean {
  const asking = request.parts.filter(({ candidates }) => candidates.includes(resource));
  return resource.free < sum(asking.map(({ units }) => units));
}

/** A free candidate for each part, or nothing if one of the parts finds none. */
export function choose(request: Request): TwinResource[] | undefined {
  const chosen: TwinResource[] = [];
  for (const part of request.parts) {
    const candidate = chooseFor(request, part, (resource) => resource.free - taken(request, chosen, resource));
    if (candidate === undefined) return undefined;
    chosen.push(candidate);
  }
  return chosen;
}

function chooseFor(
  request: Request,
  { part, candidates, units }: RequestPart,
  freeOf: (resource: TwinResource) => number,
): TwinResource | undefined {
  const free = candidates.filter((candidate) => freeOf(candidate) >= units && isNextFor(request, candidate));
  if (part.choose !== "longest idle") return free[0];
  const longest = Math.min(...free.map(({ givenBack }) => givenBack));
  return free.find(({ givenBack }) => givenBack === longest);
}

/** Units that go to parts chosen before. */
function taken(request: Request, chosen: readonly TwinResource[], resource: TwinResource): number {
  return sum(chosen.map((other, index) => (other === resource ? request.parts[index]!.units : 0)));
}

/** Whether nobody stands before the request whom the resource itself keeps waiting. */
function isNextFor(request: Request, resource: TwinResource): boolean {
  if (resource.firstFit) return true;
  return !resource.queue.some(
    (other) => other !== request && resource.comesBefore(other, request) && isBlockedBy(other, resource),
  );
}

/** Takes the chosen units; returns the resources whose queues the request has left. */
function take(office: Office, request: Request, chosen: readonly TwinResource[]): TwinResource[] {
  const grant = { request, since: office.now };
  for (const [index, resource] of chosen.entries()) {
    const { part, units } = request.parts[index]!;
    const { hold, off = false } = request.seize;
    if (off) resource.off += units;
    else resource.busy += units;
    request.entity.claims.push({ grant, hold: part.hold ?? hold, resource, units, off });
  }
  office.cancel(request.patience);
  return request.candidates.filter((candidate) => candidate.dequeue(request));
}

/** Serves who waits for these resources, one after the other, and for those in whose queues others then move up. */
function serve(office: Office, resources: readonly TwinResource[]): void {
  const list = [...new Set(resources)];
  for (let resource = list[0]; resource !== undefined; resource = list[0]) {
    serveQueue(office, resource, list);
    list.shift();
  }
}

function serveQueue(office: Office, resource: TwinResource, list: TwinResource[]): void {
  let place = 0;
  for (let request = resource.queue[0]; request !== undefined; request = resource.queue[place]) {
    const chosen = choose(request);
    if (chosen !== undefined) {
      const left = take(office, request, chosen);
      const { entity } = request;
      entity.state = { is: "granted" };
      office.ring.push(() => entity.walk!.next("granted"));
      list.push(...left.filter((other) => !list.includes(other)));
      place = 0;
    } else {
      if (isBlockedBy(request, resource) && !resource.firstFit) return;
      place++;
    }
  }
}

/** Grants a request from free units and from work of worse priority, if that is enough for all of it. */
function takeFromOthers(office: Office, request: Request, manner: "resume" | "restart"): boolean {
  const chosen: TwinResource[] = [];
  const victims: Victim[] = [];
  for (const part of request.parts) {
    const freeOf = (resource: TwinResource) =>
      resource.margin + unitsOn(resource, victims) - taken(request, chosen, resource);
    const candidate =
      chooseFor(request, part, freeOf) ??
      part.candidates.find((resource) => {
        const takeable = victimsOn(office, resource, victims, request.priority);
        return isNextFor(request, resource) && freeOf(resource) + unitsOn(resource, takeable) >= part.units;
      });
    if (candidate === undefined) return false;
    while (freeOf(candidate) < part.units) {
      victims.push(victimsOn(office, candidate, victims, request.priority)[0]!);
    }
    chosen.push(candidate);
  }
  for (const victim of victims) takeAway(office, victim, manner);
  take(office, request, chosen);
  serve(office, freedBy(victims));
  return true;
}

/**
 * Holds with units of a resource whose holders work with them, beyond this minute, and at a priority worse than the
 * given one: the first to be taken first.
 */
function victimsOn(
  office: Office,
  resource: TwinResource,
  except: readonly Victim[],
  priority = Number.NEGATIVE_INFINITY,
): Victim[] {
  const victims = office.living.flatMap((holder) => {
    const { state } = holder;
    if (state.is !== "in a delay" || state.delay.grant === undefined || state.delay.ends <= office.now) return [];
    const { grant, hold } = state.delay;
    const claims = holder.claims.filter((claim) => claim.grant === grant && claim.hold === hold);
    return [{ holder, grant: grant!, hold: hold!, claims }];
  });
  return victims
    .filter(({ claims }) => claims.some((claim) => claim.resource === resource))
    .filter(({ grant }) => grant.request.priority > priority)
    .filter(({ holder }) => !except.some((other) => other.holder === holder))
    .sort(({ grant: a }, { grant: b }) => {
      return b.request.priority - a.request.priority || b.since - a.since || b.request.order - a.request.order;
    });
}

/** Units that work until this very minute, and so count as given back. */
function leavingNow(office: Office, resource: TwinResource): number {
  const leaving = office.claimsOn(resource).filter(({ holder: { state }, grant, hold }) => {
    return (
      state.is === "in a delay" &&
      state.delay.grant === grant &&
      state.delay.hold === hold &&
      state.delay.ends <= office.now
    );
  });
  return sum(leaving.map(({ units }) => units));
}

/** Takes a hold away from work; the holder asks for it anew, before others of its priority. */
function takeAway(office: Office, { holder, grant, hold, claims }: Victim, manner: "resume" | "restart"): void {
  const { delay } = holder.state as { delay: Delay };
  office.cancel(delay.event);
  const { speed } = claims[0]!.resource;
  const rest = manner === "restart" ? delay.whole : (delay.ends - office.now) * speed;
  const activity = holder.row === undefined ? {} : { activity: holder.row.activity };
  office.tell("is interrupted", holder, { ...activity, resource: claims[0]!.resource.spec.name });
  holder.claims = holder.claims.filter((claim) => !claims.includes(claim));
  for (const claim of claims) putBack(office, holder, claim);
  const { seize } = grant.request;
  const parts = seize.parts.filter((part) => (part.hold ?? seize.hold) === hold);
  const again: Request = {
    ...grant.request,
    ...resolve(office, holder, parts),
    entity: holder,
    lost: ++office.losses,
    patience: undefined,
  };
  holder.interrupted = { delay, rest };
  enqueue(again);
}

/** The resources of which something became free, and then others that could serve those who lost it. */
function freedBy(victims: readonly Victim[]): TwinResource[] {
  const requests = victims.flatMap(({ holder: { state } }) => (state.is === "asking" ? [state.request] : []));
  return [
    ...victims.flatMap(({ claims }) => claims.map(({ resource }) => resource)),
    ...requests.flatMap(({ candidates }) => candidates),
  ];
}

function unitsOn(resource: TwinResource, victims: readonly Victim[]): number {
  const claims = victims.flatMap((victim) => victim.claims);
  return sum(claims.map((claim) => (claim.resource === resource ? claim.units : 0)));
}

function putBack(office: Office, entity: TwinEntity, { resource, units, off }: Claim): void {
  if (off) resource.off -= units;
  else resource.busy -= units;
  resource.givenBack = office.now;
  office.tell("frees", entity, { resource: resource.spec.name, value: units });
}

/** Finds out which resources would do, “my physician” being one of a kind. */
function resolve(office: Office, entity: TwinEntity, parts: readonly Part[]): Pick<Request, "parts" | "candidates"> {
  const resolved = parts.map((part) => {
    const mine = part.my === undefined ? -1 : office.attribute(entity, part.my);
    const candidates = mine < 0 ? part.oneOf.map((name) => office.resource(name)) : [office.resources[mine]];
    if (candidates.includes(undefined)) throw new OfficeError(`${part.my} holds ${mine}, which is no resource`);
    return { part, candidates: candidates as TwinResource[], units: part.units ?? 1 };
  });
  const candidates = office.resources.filter((resource) => resolved.some((part) => part.candidates.includes(resource)));
  return { parts: resolved, candidates };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
