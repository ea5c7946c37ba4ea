/**
 * All that changes in a run of the compiled road, in one place: what is still to happen, who is there, who waits, who
 * holds what.
 *
 * @module
 */

import { EventCalendar } from "./calendar.ts";
import { bitsOfEntity, Entities, numberOf, wholeOf } from "./pathway-entities.ts";
import { Holds } from "./pathway-holds.ts";
import type { PathwayEvent, RowSink } from "./pathway-model.ts";
import type { Program } from "./pathway-program.ts";
import { Queues } from "./pathway-queues.ts";
import { Resources } from "./pathway-resources.ts";
import { cameOut, Rows } from "./pathway-rows.ts";
import { ReadyQueue } from "./ready-queue.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { wholes: WHOLES } = bitsOfEntity;
const { activity: ACTIVITY, parent: PARENT, pathway: PATHWAY } = wholeOf;
const { patient: PATIENT, serial: SERIAL } = numberOf;

/** Payloads of the calendar: a number, and in the lowest two bits what it is the number of. */
export const happens = {
  /** The entity in a row goes on, or loses its patience. */
  entity: 0,
  /** The entity in a row has done the work of a brief request. */
  worked: 1,
  /** What was planned; `plans` says what it is, in the bit above. */
  planned: 2,
  /** The next of a cycle that has begun arrives. */
  arrival: 3,
} as const;

/** What is planned, in the third bit of a payload. */
export const plans = {
  /** The next change of capacity of a resource. */
  capacity: 0,
  /** The next cycle of a source. */
  cycle: 4,
} as const;

/** What is said of an event besides when and of whom. */
type Details = Omit<PathwayEvent, "time" | "what" | "entity" | "patient" | "pathway">;

/** The state of a run, and the few things that everybody does with it. */
export class RunState {
  readonly program: Program;
  readonly calendar = new EventCalendar();
  readonly entities: Entities;
  readonly holds: Holds;
  readonly queues: Queues;
  readonly resources: Resources;
  readonly rows: Rows;
  /** Rows of those who go on as soon as the present turn is over. Between events it is empty. */
  readonly ready = new ReadyQueue();
  tracer: ((event: PathwayEvent) => void) | undefined;
  /** Visitors in the office. */
  present = 0;
  /** Entities that wait for resources. */
  asking = 0;
  /** How many wait to begin, by request and by activity, where anybody needs to know; who lost a hold does not count. */
  readonly waitingAt: Int32Array;
  readonly waitingFor: Int32Array;
  /** Requests made so far. */
  requests = 0;
  /** Holds lost so far. */
  losses = 0;

  constructor(program: Program) {
    const { model, slots, requests, recorded } = program;
    this.program = program;
    this.entities = new Entities(model.attributes.length, slots);
    this.holds = new Holds(this.entities, program.interruptible);
    this.queues = new Queues(this.entities, model.resources, program);
    this.resources = new Resources(model.resources);
    this.rows = new Rows(this.entities, recorded);
    this.waitingAt = new Int32Array(requests.length);
    this.waitingFor = new Int32Array(model.activities.length);
  }

  /** Empties the office. */
  reset(sink: RowSink | undefined, tracer: ((event: PathwayEvent) => void) | undefined): void {
    this.calendar.reset();
    this.entities.reset();
    this.holds.reset();
    this.queues.reset();
    this.resources.reset();
    this.rows.reset(sink);
    // A run that failed may have left somebody in it.
    this.ready.reset();
    this.tracer = tracer;
    this.present = 0;
    this.asking = 0;
    this.waitingAt.fill(0);
    this.waitingFor.fill(0);
    this.requests = 0;
    this.losses = 0;
  }

  /** Whether the entity is a visitor; children of `parallel` are part of one. */
  isVisitor(row: number): boolean {
    const { wholes } = this.entities;
    return wholes[(row << WHOLES) | PARENT]! < 0 && this.program.visits[wholes[(row << WHOLES) | PATHWAY]!] === 1;
  }

  /** Gives the units of a claim back and strikes it out; it has been unlinked from its entity. */
  putBack(row: number, claim: number): void {
    const { holds } = this;
    const resource = holds.resource(claim);
    const units = holds.units(claim);
    this.resources.giveBack(resource, units, holds.off(claim), this.calendar.now);
    if (this.tracer !== undefined) this.tell("frees", row, { resource: this.nameOf(resource), value: units });
    holds.drop(claim);
  }

  /** Writes down how the open activity came out. */
  closeRow(row: number, outcome: number): void {
    if (this.tracer !== undefined && outcome === cameOut.done) this.tell("ends", row, this.activityOf(row));
    this.rows.activity(row, this.calendar.now, outcome);
    this.entities.wholes[(row << WHOLES) | ACTIVITY] = -1;
  }

  /** Tells the tracer; only to be called when there is one. */
  tell(what: PathwayEvent["what"], row: number, details: Details = {}): void {
    const { entities, program } = this;
    this.tracer!({
      time: this.calendar.now,
      what,
      entity: entities.number(row, SERIAL),
      patient: entities.number(row, PATIENT),
      pathway: program.model.pathways[entities.whole(row, PATHWAY)]!.name,
      ...details,
    });
  }

  /** The open activity, for the tracer. */
  activityOf(row: number): Pick<Details, "activity"> {
    const activity = this.entities.whole(row, ACTIVITY);
    return activity < 0 ? {} : { activity: this.program.model.activities[activity]! };
  }

  /** The name of a resource, for the tracer. */
  nameOf(resource: number): string {
    return this.program.model.resources[resource]!.name;
  }

  /** Copies everything but what the present rows' receiver and tracer are, as plain data. */
  save() {
    const { present, asking, waitingAt, waitingFor, requests, losses } = this;
    return {
      calendar: this.calendar.save(),
      entities: this.entities.save(),
      holds: this.holds.save(),
      queues: this.queues.save(),
      resources: this.resources.save(),
      waitingAt: waitingAt.slice(),
      waitingFor: waitingFor.slice(),
      counts: { present, asking, requests, losses },
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<RunState["save"]>): void {
    this.calendar.restore(state.calendar);
    this.entities.restore(state.entities);
    this.holds.restore(state.holds);
    this.queues.restore(state.queues);
    this.resources.restore(state.resources);
    this.waitingAt.set(state.waitingAt);
    this.waitingFor.set(state.waitingFor);
    Object.assign(this, state.counts);
  }
}
