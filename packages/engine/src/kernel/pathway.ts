/**
 * The compiled road: pathways as tables of instructions, run over a table of entities. What the clinic runs on.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import { Budget } from "./pathway-budget.ts";
import { compile } from "./pathway-compile.ts";
import { Deadlocks } from "./pathway-deadlock.ts";
import { doing, numberOf, wholeOf } from "./pathway-entities.ts";
import { Instructions } from "./pathway-instructions.ts";
import { Lives } from "./pathway-lives.ts";
import type {
  CapacityChanges,
  PathwayEvent,
  PathwayModel,
  ResourceStatistics,
  RowSink,
  RunOptions,
} from "./pathway-model.ts";
import { Numbers } from "./pathway-numbers.ts";
import { op, type Program } from "./pathway-program.ts";
import { cameOut, present } from "./pathway-rows.ts";
import { Service } from "./pathway-service.ts";
import { Sources } from "./pathway-sources.ts";
import { happens, plans, RunState } from "./pathway-state.ts";
import { Walk } from "./pathway-walk.ts";

/**
 * Compiles a model of pathways into a run, which can begin anew as often as one likes.
 *
 * @throws {OfficeError} naming the pathway, the step and what is unknown or impossible
 * @example
 * const run = compilePathways({
 *   resources: [{ name: "physician", capacity: 1 }],
 *   attributes: [],
 *   activities: ["consult"],
 *   pathways: [
 *     {
 *       name: "visit",
 *       visit: true,
 *       steps: [
 *         { do: "seize", hold: "consult", parts: [{ oneOf: ["physician"] }], activity: "consult" },
 *         { do: "delay", time: 15, working: "consult" },
 *         { do: "end" },
 *         { do: "release", holds: ["consult"] },
 *       ],
 *     },
 *   ],
 *   // Three patients, ten minutes apart.
 *   sources: [{ name: "door", cycles: 1, begins: () => 0, arrival: (_, k) => (k < 3 ? 10 * k : NaN), admit: () => 0 }],
 * });
 * run.run({ until: "empty" }) // "empty"
 * run.now // 45
 * run.resource("physician").busy // 45
 */
export function compilePathways(model: PathwayModel): PathwayRun {
  return new PathwayRun(compile(model));
}

/** A run of compiled pathways. Times are minutes since its start. */
export class PathwayRun {
  /** Names of what can become of a visit, by the codes in its row. */
  readonly outcomes: readonly string[];
  readonly #program: Program;
  readonly #state: RunState;
  readonly #service: Service;
  readonly #budget: Budget;
  readonly #instructions: Instructions;
  readonly #walk: Walk;
  readonly #sources: Sources;
  readonly #deadlocks: Deadlocks;
  /** Planned changes of capacity, by resource, and which of them is next. */
  #changes: CapacityChanges[] = [];
  readonly #nextChange: Int32Array;
  #begun = false;

  /** For `compilePathways`. */
  constructor(program: Program) {
    this.outcomes = program.outcomes;
    this.#program = program;
    this.#state = new RunState(program);
    this.#service = new Service(this.#state);
    this.#budget = new Budget(this.#state);
    const numbers = new Numbers(this.#state);
    const lives = new Lives(this.#state, this.#service, this.#budget, numbers);
    this.#instructions = new Instructions(this.#state, this.#service, this.#budget, lives, numbers);
    this.#sources = new Sources(this.#state, lives);
    this.#walk = new Walk(this.#state, {
      service: this.#service,
      budget: this.#budget,
      lives,
      numbers,
      sources: this.#sources,
      rarer: this.#instructions,
      planned: (event) => this.#plannedHappens(event),
    });
    this.#nextChange = new Int32Array(program.model.resources.length);
    const changesAhead = (resource: number) => this.#nextChange[resource]! < this.#changes[resource]!.times.length;
    this.#deadlocks = new Deadlocks(this.#state, this.#service, changesAhead);
  }

  /** The present minute. */
  get now(): number {
    return this.#state.calendar.now;
  }

  /** Visitors in the office. */
  get present(): number {
    return this.#state.present;
  }

  /** Events so far, with turns of those whom they let go on, and rounds of loops. */
  get eventCount(): number {
    return this.#budget.spent;
  }

  /**
   * Begins anew in minute 0, with an empty office.
   *
   * @param sink receives rows, in batches of about a thousand
   * @param tracer hears of everything at once; much slower
   */
  reset(sink?: RowSink, tracer?: (event: PathwayEvent) => void): void {
    const { model } = this.#program;
    this.#begun = true;
    this.#state.reset(sink, tracer);
    this.#service.reset();
    this.#budget.spent = 0;
    this.#instructions.awaiting.length = 0;
    model.memory?.reset();
    this.#nextChange.fill(0);
    this.#changes = model.resources.map(({ changes }) => changes?.() ?? { times: [], capacities: [] });
    for (let resource = 0; resource < this.#changes.length; resource++) this.#scheduleChange(resource);
    this.#sources.reset();
  }

  /**
   * Lets things happen, from where the last call ended.
   *
   * @returns why it ended: at the horizon, as nothing is left to happen, or as no visitor is present
   * @throws {DeadlockError} when somebody waits for what can never become free
   * @throws {RunawayError} when more happens, or more are alive, than is allowed
   */
  run({ until, maxEvents = 1e9, maxEntities = 2_000_000 }: RunOptions): "horizon" | "empty" | "no visitors" {
    if (!this.#begun) this.reset();
    const state = this.#state;
    const { calendar } = state;
    const latest = until === "empty" ? Infinity : typeof until === "number" ? until : until.latest;
    const from = typeof until === "object" ? until.noVisitorsFrom : Infinity;
    if (Number.isNaN(latest) || Number.isNaN(from)) throw new OfficeError("the end of a run must be a minute, got NaN");
    this.#budget.allow(maxEvents, maxEntities);
    let goesOn = true;
    while (goesOn) {
      if (from < Infinity && state.present === 0) {
        // A minute is carried out as a whole: who arrives in the minute in which the last one leaves is still seen.
        const stop = Math.max(calendar.now, from);
        if (calendar.nextTime > stop && stop <= latest) {
          calendar.goTo(stop);
          return "no visitors";
        }
      }
      goesOn = this.#walk.burst(latest, from < Infinity);
    }
    if (latest === Infinity) {
      this.#deadlocks.complainOfWaiting();
      return "empty";
    }
    if (latest > calendar.now) calendar.goTo(latest);
    this.#deadlocks.complainOfCycles();
    return "horizon";
  }

  /** Writes rows of what has not ended and of who is present, and hands over what is left of all rows. */
  finish(): void {
    const { entities, rows } = this.#state;
    const { op: codes } = this.#program.instructions;
    for (const row of entities.living()) {
      if (entities.whole(row, wholeOf.activity) >= 0) {
        const code = codes[entities.whole(row, wholeOf.pc)];
        const working = entities.whole(row, wholeOf.state) === doing.delay && (code === op.delay || code === op.work);
        const planned = working && !Number.isNaN(entities.number(row, numberOf.started));
        rows.activity(row, planned ? entities.number(row, numberOf.until) : NaN, cameOut.unfinished);
      }
      if (entities.whole(row, wholeOf.parent) < 0) rows.visit(row, NaN, present);
    }
    rows.flush();
  }

  /**
   * The statistics of a resource up to now.
   *
   * @throws {OfficeError} when there is no such resource
   */
  resource(name: string): ResourceStatistics {
    const number = this.#program.model.resources.findIndex((resource) => resource.name === name);
    if (number < 0) {
      const known = this.#program.model.resources.map((resource) => resource.name).join(", ");
      throw new OfficeError(`there is no resource “${name}”; known: ${known}`);
    }
    return this.#state.resources.statistics(number, this.now);
  }

  /** Begins the statistics of all resources anew, at the end of a warm-up say. Rows are not concerned. */
  resetStatistics(): void {
    this.#state.resources.resetStatistics(this.now);
  }

  /** Copies all that the rest of the run depends on, as plain data; hands over rows first. */
  save(): unknown {
    if (!this.#begun) this.reset();
    this.#state.rows.flush();
    return {
      state: this.#state.save(),
      sources: this.#sources.save(),
      awaiting: [...this.#instructions.awaiting],
      spent: this.#budget.spent,
      changes: this.#changes.map(({ times, capacities }) => ({
        times: Array.from(times),
        capacities: Array.from(capacities),
      })),
      nextChange: this.#nextChange.slice(),
      memory: this.#program.model.memory?.save(),
    } satisfies Saved;
  }

  /**
   * Goes back to what `save` gave, of this run or of another of the same model.
   *
   * @param sink receives the rows from then on
   * @param tracer hears of what happens from then on
   */
  restore(saved: unknown, sink?: RowSink, tracer?: (event: PathwayEvent) => void): void {
    // The caller may go back to it again, so nothing of it is to be changed or kept, but what never changes.
    const { state, sources, awaiting, spent, changes, nextChange, memory } = saved as Saved;
    this.reset(sink, tracer);
    this.#state.restore(state);
    this.#sources.restore(sources);
    this.#instructions.awaiting.push(...awaiting);
    this.#budget.spent = spent;
    this.#changes = changes;
    this.#nextChange.set(nextChange);
    this.#program.model.memory?.restore(memory);
  }

  /** Lets happen what is no entity's: a change of capacity, or the beginning of a cycle. */
  #plannedHappens(event: number): void {
    if ((event & 4) === plans.capacity) this.#changeCapacity(event >> 3);
    else this.#sources.beginCycle(event >> 3);
  }

  #changeCapacity(resource: number): void {
    const next = this.#nextChange[resource]!;
    this.#nextChange[resource] = next + 1;
    this.#scheduleChange(resource);
    this.#service.changeCapacity(resource, this.#changes[resource]!.capacities[next]!);
  }

  /** Changes of capacity come before all else in a minute, in the order of the resources. */
  #scheduleChange(resource: number): void {
    const { times, capacities } = this.#changes[resource]!;
    const next = this.#nextChange[resource]!;
    if (next >= times.length) return;
    const [time, capacity] = [times[next]!, capacities[next]!];
    if (!(time >= this.now && capacity >= 0)) {
      const { name } = this.#program.model.resources[resource]!;
      throw new OfficeError(
        `the capacity of “${name}” should become ${capacity} in minute ${time}; times must ascend and capacities be 0 or more`,
      );
    }
    this.#state.calendar.enter(
      time,
      resource - this.#changes.length,
      (resource << 3) | plans.capacity | happens.planned,
    );
  }
}

interface Saved {
  readonly state: ReturnType<RunState["save"]>;
  readonly sources: ReturnType<Sources["save"]>;
  readonly awaiting: number[];
  readonly spent: number;
  readonly changes: CapacityChanges[];
  readonly nextChange: Int32Array;
  readonly memory: unknown;
}
