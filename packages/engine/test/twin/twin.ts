/**
 * The twin of the compiled road: the same model of pathways, interpreted slowly and obviously, by the rules alone.
 *
 * It keeps what is still to happen in a sorted array, walks in generators, looks through whole lists where the compiled
 * road keeps books, and accumulates every area whenever the clock moves. It is for tests.
 *
 * @module
 */

import type {
  ActivityRows,
  PathwayEvent,
  PathwayModel,
  ResourceStatistics,
  RowSink,
  RunOptions,
  Source,
  Step,
  VisitRows,
} from "../../src/kernel/pathway-model.ts";
import { changeCapacity, choose } from "./twin-allocation.ts";
import { complainOfCycles, complainOfWaiting } from "./twin-deadlock.ts";
import type { ActivityRow, VisitRow } from "./twin-entities.ts";
import { Office } from "./twin-office.ts";
import { start, stepsWithin } from "./twin-walk.ts";

/** Interprets a model. */
export function twinOf(model: PathwayModel): Twin {
  return new Twin(model);
}

/** A run that can begin anew as often as one likes. */
export class Twin {
  /** Names of what can become of a visit, by the codes in its row. */
  readonly outcomes: readonly string[];
  readonly #model: PathwayModel;
  #begun: Office | undefined;
  #sink: RowSink | undefined;

  constructor(model: PathwayModel) {
    this.#model = model;
    const leaves = model.pathways.flatMap(({ steps }) => outcomesOf(steps));
    this.outcomes = [...new Set(["finished", "present", ...leaves])];
  }

  get #office(): Office {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  get now(): number {
    return this.#office.now;
  }

  /** Events so far, with turns of those whom they let go on, and rounds of loops. */
  get eventCount(): number {
    return this.#office.spent;
  }

  /** Visitors in the office. */
  get present(): number {
    return this.#office.present;
  }

  /** Begins anew. */
  reset(sink?: RowSink, tracer?: (event: PathwayEvent) => void): void {
    this.#sink = sink;
    this.#begun = this.#begin(tracer);
  }

  /** Lets things happen. */
  run({ until, maxEvents = 1e9, maxEntities = 2_000_000 }: RunOptions): "horizon" | "empty" | "no visitors" {
    const office = this.#office;
    office.maxEntities = maxEntities;
    const latest = until === "empty" ? Number.POSITIVE_INFINITY : typeof until === "number" ? until : until.latest;
    const from = typeof until === "object" ? until.noVisitorsFrom : Number.POSITIVE_INFINITY;
    office.most = office.spent + maxEvents;
    for (;;) {
      const event = office.events[0];
      const next = event?.time ?? Number.POSITIVE_INFINITY;
      // A minute is carried out as a whole: who arrives in the minute in which the last one leaves is still seen.
      const stop = Math.max(office.now, from);
      if (office.present === 0 && from < Number.POSITIVE_INFINITY && next > stop && stop <= latest) {
        office.advance(stop);
        return "no visitors";
      }
      if (event === undefined && latest === Number.POSITIVE_INFINITY) {
        complainOfWaiting(office);
        return "empty";
      }
      if (event === undefined || next > latest) {
        office.advance(Math.max(latest, office.now));
        complainOfCycles(office);
        return "horizon";
      }
      office.events.shift();
      office.advance(event.time);
      this.#turn(event.happen);
      for (let entry = office.ring.shift(); entry !== undefined; entry = office.ring.shift()) this.#turn(entry);
    }
  }

  /** Writes down what has not ended, and hands all rows over. */
  finish(): void {
    const office = this.#office;
    for (const entity of office.living) {
      const { state, row, parent } = entity;
      const started = row !== undefined && !Number.isNaN(row.started);
      if (row !== undefined) {
        office.writeRow(entity, started && state.is === "in a delay" ? state.delay.ends : Number.NaN, 3);
      }
      if (parent === undefined) office.writeVisit(entity, Number.NaN, 1);
    }
    this.#sink?.activities?.(activityBatch(office.activities));
    this.#sink?.visits?.(visitBatch(office.visits, this.#model.recorded?.length ?? 0));
  }

  /** The areas of a resource. */
  resource(name: string): ResourceStatistics {
    return this.#office.resource(name).statistics();
  }

  /** Begins all areas anew. */
  resetStatistics(): void {
    for (const resource of this.#office.resources) resource.resetStatistics();
  }

  /** Laws that are broken at present, in words: there should be none. */
  violations(): string[] {
    const { resources, living } = this.#office;
    const ofUnits = resources.flatMap((resource) => {
      const claims = this.#office.claimsOn(resource);
      const held = claims.reduce((total, { units }) => total + units, 0);
      return held === resource.held ? [] : [`${resource.spec.name} counts ${resource.held} held, not ${held}`];
    });
    const asking = living.flatMap(({ state }) => (state.is === "asking" ? [state.request] : []));
    const ofQueues = asking.flatMap((request) => {
      const queues = resources.filter(({ queue }) => queue.includes(request));
      const { serial } = request.entity;
      return [
        ...(queues.length === request.candidates.length ? [] : [`${serial} stands in ${queues.length} queues`]),
        ...(choose(request) === undefined ? [] : [`${serial} waits for what is free`]),
      ];
    });
    const places = resources.reduce((total, { queue }) => total + queue.length, 0);
    const wanted = asking.reduce((total, { candidates }) => total + candidates.length, 0);
    return [...ofUnits, ...ofQueues, ...(places === wanted ? [] : [`${places} places in queues, not ${wanted}`])];
  }

  /** An event or a turn on the ring, with all the walking that it causes; then those who await a level are looked at. */
  #turn(happen: () => void): void {
    const office = this.#office;
    office.spend();
    happen();
    for (const entity of office.awaiting) {
      if (office.called.has(entity) || entity.state.is !== "awaiting" || !entity.state.holds()) continue;
      office.called.add(entity);
      office.ring.push(() => entity.walk!.next("go on"));
    }
  }

  #begin(tracer?: (event: PathwayEvent) => void): Office {
    this.#model.memory?.reset();
    const office = new Office(this.#model, this.outcomes, tracer);
    for (const resource of office.resources) {
      const { times, capacities } = resource.spec.changes?.() ?? { times: [], capacities: [] };
      resource.changesAhead = times.length;
      for (const [index, time] of Array.from(times).entries()) {
        office.schedule(time, () => changeCapacity(office, resource, capacities[index]!), -1);
      }
    }
    for (const [index, source] of this.#model.sources.entries()) beginCycle(office, source, index, 0);
    return office;
  }
}

/** Writes down when a cycle of a source begins. */
function beginCycle(office: Office, source: Source, index: number, cycle: number): void {
  if (cycle >= source.cycles) return;
  office.schedule(source.begins(cycle), () => {
    nextArrival(office, source, index, cycle, 0);
    beginCycle(office, source, index, cycle + 1);
  });
}

/** Writes down when the next of a cycle arrives. */
function nextArrival(office: Office, source: Source, index: number, cycle: number, k: number): void {
  const time = source.arrival(cycle, k);
  if (!Number.isFinite(time)) return;
  office.schedule(time, () => {
    nextArrival(office, source, index, cycle, k + 1);
    const entity = office.admit(source, index, cycle, k);
    office.tell("arrives", entity);
    start(office, entity, office.pathwayOf(entity).steps, `${entity.pathway}`);
  });
}

function outcomesOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step) =>
    step.do === "leave" ? [step.outcome] : stepsWithin(step).flatMap((inner) => outcomesOf(inner)),
  );
}

function activityBatch(rows: readonly ActivityRow[]): ActivityRows {
  return {
    length: rows.length,
    patient: Float64Array.from(rows, ({ patient }) => patient),
    entity: Float64Array.from(rows, ({ entity }) => entity),
    pathway: Int32Array.from(rows, ({ pathway }) => pathway),
    activity: Int32Array.from(rows, ({ activity }) => activity),
    resource: Int32Array.from(rows, ({ resource }) => resource),
    queued: Float64Array.from(rows, ({ queued }) => queued),
    started: Float64Array.from(rows, ({ started }) => started),
    ended: Float64Array.from(rows, ({ ended }) => ended),
    outcome: Uint8Array.from(rows, ({ outcome }) => outcome),
  };
}

function visitBatch(rows: readonly VisitRow[], recorded: number): VisitRows {
  return {
    length: rows.length,
    serial: Float64Array.from(rows, ({ serial }) => serial),
    patient: Float64Array.from(rows, ({ patient }) => patient),
    pathway: Int32Array.from(rows, ({ pathway }) => pathway),
    source: Int32Array.from(rows, ({ source }) => source),
    cycle: Int32Array.from(rows, ({ cycle }) => cycle),
    k: Int32Array.from(rows, ({ k }) => k),
    arrived: Float64Array.from(rows, ({ arrived }) => arrived),
    left: Float64Array.from(rows, ({ left }) => left),
    outcome: Int32Array.from(rows, ({ outcome }) => outcome),
    attributes: Array.from({ length: recorded }, (_, index) =>
      Float64Array.from(rows, ({ attributes }) => attributes[index]!),
    ),
  };
}
