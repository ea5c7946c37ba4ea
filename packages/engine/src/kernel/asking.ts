/**
 * Requests that an entity makes, and may give up.
 *
 * @module
 */

import { leaveQueues, serveCandidates, takePlacesAway, tryGrant } from "./grant.ts";
import { Hold, releaseTogether } from "./hold.ts";
import { nameOf, type Part, type Terms } from "./request-options.ts";
import type { Resource } from "./resource.ts";
import { Seize } from "./seize.ts";
import type { Simulation } from "./simulation.ts";
import type { Spares } from "./spares.ts";
import type { Suspension } from "./wait.ts";

/** Why a request came to nothing. */
export type Refusal = "gave up" | "turned away";

/** A request that may be given up. */
abstract class Asking<T> extends Seize<T | Refusal> {
  #refusal: Refusal | undefined = undefined;
  #patience = -1;

  value(): T | Refusal {
    return this.#refusal ?? this.granted();
  }

  /** All is granted, or nothing ever will be: patience matters no more. @internal */
  override end(): void {
    this.#forgetPatience();
    super.end();
  }

  /** Patience ends. @internal */
  happen(): void {
    this.#patience = -1;
    this.#refuse("gave up");
    // The entity leaves every queue first: whoever is served next must not find it there.
    takePlacesAway(this);
    this.end();
    serveCandidates(this);
  }

  /** What the entity gets when all is granted. */
  protected abstract granted(): T;

  protected begin(): boolean {
    const { simulation } = this;
    const { limit, patience } = this.terms;
    this.order = simulation.nextOrder;
    if (tryGrant(this)) return true;
    if (limit !== undefined && mostWaiting(this.parts) >= limit) {
      this.#refuse("turned away");
      return true;
    }
    this.joinQueues();
    if (simulation.tracer !== undefined) simulation.trace(this.waiter!.entity, "waits for", nameOf(this.parts));
    if (patience !== undefined && patience < Number.POSITIVE_INFINITY) {
      this.#patience = simulation.happenAt(simulation.now + patience, 0, this);
    }
    return false;
  }

  protected withdraw(): void {
    this.#forgetPatience();
    leaveQueues(this);
  }

  #forgetPatience(): void {
    if (this.#patience >= 0) this.simulation.cancelHappening(this.#patience);
    this.#patience = -1;
  }

  #refuse(refusal: Refusal): void {
    this.#refusal = refusal;
    for (const { levels } of new Set(this.parts.flatMap(({ oneOf }) => oneOf))) {
      if (refusal === "gave up") levels.gaveUp++;
      else levels.turnedAway++;
    }
    if (this.simulation.tracer !== undefined) {
      const what = refusal === "gave up" ? "gives up" : "is turned away from";
      this.simulation.trace(this.waiter!.entity, what, nameOf(this.parts));
    }
  }
}

/** A request for one hold. */
export class SeizeOne extends Asking<Hold> {
  /** Where it is kept for the next one who asks the same, once it is over. */
  readonly #spares: Spares<SeizeOne> | undefined;
  #hold: Hold | undefined = undefined;

  constructor(simulation: Simulation, parts: readonly Part[], terms: Terms, spares?: Spares<SeizeOne>) {
    super(simulation, parts, terms);
    this.#spares = spares;
  }

  accept(part: number, resource: Resource): void {
    this.#hold = new Hold(resource, this.parts[part]!.units, this);
  }

  protected granted(): Hold {
    return this.#hold!;
  }

  /** The hold is heard of: the request can serve somebody else. */
  protected override finish(): IteratorResult<Suspension, Hold | Refusal> {
    const isNews = this.state !== "done";
    const result = super.finish();
    if (this.#spares !== undefined && isNews) {
      this.#hold = undefined;
      this.#spares.keep(this);
    }
    return result;
  }

  protected override undo(): void {
    this.#hold?.release();
  }
}

/** What was seized together, by name; `using` gives it back together too. */
export type Holds<Name extends string = string> = { readonly [N in Name]: Hold } & Disposable;

/** A request for several holds at once. */
export class SeizeAll extends Asking<Holds> {
  readonly #names: readonly string[];
  readonly #holds: Hold[] = [];

  constructor(simulation: Simulation, names: readonly string[], parts: readonly Part[], terms: Terms) {
    super(simulation, parts, terms);
    this.#names = names;
  }

  accept(part: number, resource: Resource): void {
    this.#holds[part] = new Hold(resource, this.parts[part]!.units, this);
  }

  protected granted(): Holds {
    const holds = this.#holds;
    const named = Object.fromEntries(this.#names.map((name, part) => [name, holds[part]!]));
    return { ...named, [Symbol.dispose]: () => releaseTogether(holds) };
  }

  protected override undo(): void {
    releaseTogether(this.#holds);
  }
}

function mostWaiting(parts: readonly Part[]): number {
  let most = 0;
  for (const { oneOf } of parts) for (const { waiting } of oneOf) most = Math.max(most, waiting);
  return most;
}
