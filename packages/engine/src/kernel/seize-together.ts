/**
 * Asking for one of a kind, or for several things at once.
 *
 * @module
 */

import { type Holds, type Refusal, SeizeAll, SeizeOne } from "./asking.ts";
import type { Hold } from "./hold.ts";
import {
  type ChoiceOption,
  type EndlessPatience,
  type Need,
  type PatienceOptions,
  partOf,
  type QueueOptions,
  termsOf,
  type UnitsOption,
} from "./request-options.ts";
import { Resource } from "./resource.ts";
import type { Wait } from "./wait.ts";

/**
 * Asks for units of one of several resources, whichever has them first. The request stands in the queue of each.
 *
 * @throws {RangeError} when no resource is named, or an option makes no sense
 * @example
 * const simulation = new Simulation();
 * const ada = new Resource(simulation, { name: "Ada", capacity: 1, speed: 1.25 });
 * const bo = new Resource(simulation, { name: "Bo", capacity: 1 });
 * function* visit(): Process<string> {
 *   using nurse = yield* seizeAny([ada, bo]);
 *   yield* nurse.work(10);
 *   return `${nurse.resource.name} at ${simulation.now}`;
 * }
 * const visits = [simulation.start(visit()), simulation.start(visit())];
 * simulation.run();
 * visits.map((visit) => visit.value) // ["Ada at 8", "Bo at 10"]
 */
export function seizeAny(
  resources: readonly Resource[],
  options?: UnitsOption & ChoiceOption & QueueOptions & EndlessPatience,
): Wait<Hold>;
export function seizeAny(
  resources: readonly Resource[],
  options: UnitsOption & ChoiceOption & QueueOptions & PatienceOptions,
): Wait<Hold | Refusal>;
export function seizeAny(
  resources: readonly Resource[],
  options: UnitsOption & ChoiceOption & QueueOptions & PatienceOptions = {},
): Wait<Hold | Refusal> {
  const terms = termsOf(options);
  const part = partOf({ ...options, oneOf: resources });
  return new SeizeOne(part.oneOf[0]!.simulation, [part], terms);
}

/**
 * Asks for several things by name: all are granted at once, and nothing is held before. Each is a resource, or a need
 * such as `{ oneOf: [nurse, assistant], units: 2 }`.
 *
 * @throws {RangeError} when nothing is named, or an option makes no sense
 * @example
 * const simulation = new Simulation();
 * const room = new Resource(simulation, { name: "exam room", capacity: 4 });
 * const nurse = new Resource(simulation, { name: "nurse", capacity: 2 });
 * function* visit(): Process {
 *   using both = yield* seizeAll({ room, nurse });
 *   yield* both.nurse.work(10);
 *   both.nurse.release();
 *   yield* simulation.delay(15);
 * }
 * simulation.start(visit());
 * simulation.run();
 * simulation.now // 25
 */
export function seizeAll<const Needs extends Readonly<Record<string, Resource | Need>>>(
  needs: Needs,
  options?: QueueOptions & EndlessPatience,
): Wait<Holds<keyof Needs & string>>;
export function seizeAll<const Needs extends Readonly<Record<string, Resource | Need>>>(
  needs: Needs,
  options: QueueOptions & PatienceOptions,
): Wait<Holds<keyof Needs & string> | Refusal>;
export function seizeAll(
  needs: Readonly<Record<string, Resource | Need>>,
  options: QueueOptions & PatienceOptions = {},
): Wait<Holds | Refusal> {
  const terms = termsOf(options);
  const parts = Object.values(needs).map((need) => partOf(need instanceof Resource ? { oneOf: [need] } : need));
  const simulation = parts[0]?.oneOf[0]?.simulation;
  if (simulation === undefined) throw new RangeError("a request must name at least one resource");
  return new SeizeAll(simulation, Object.keys(needs), parts, terms);
}
