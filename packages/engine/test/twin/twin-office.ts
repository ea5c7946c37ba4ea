/**
 * The state of a run of the twin: what is still to happen, who is there, and what has been written down.
 *
 * @module
 */

import { OfficeError, RunawayError } from "../../src/errors.ts";
import type { AttributeValue, Draw, PathwayEvent, PathwayModel, Source } from "../../src/kernel/pathway-model.ts";
import type { ActivityRow, Claim, Request, TwinEntity, TwinEvent, VisitRow } from "./twin-entities.ts";
import { TwinResource } from "./twin-resource.ts";

/** Columns that the twin may replace by longer ones. */
interface GrowingColumns {
  identityLo: Int32Array;
  identityHi: Int32Array;
  attributes: Float64Array[];
}

/** What is said in an event besides when and of whom. */
type Details = Omit<PathwayEvent, "time" | "what" | "entity" | "patient" | "pathway">;

/** Everything that changes in a run. */
export class Office {
  readonly model: PathwayModel;
  readonly outcomes: readonly string[];
  readonly tracer: ((event: PathwayEvent) => void) | undefined;
  readonly resources: readonly TwinResource[];
  readonly columns: GrowingColumns;
  readonly activities: ActivityRow[] = [];
  readonly visits: VisitRow[] = [];
  /** All that is still to happen, in order. */
  readonly events: TwinEvent[] = [];
  /** Those who go on as soon as the present turn is over. */
  readonly ring: (() => void)[] = [];
  /** In order of serial number. */
  readonly living: TwinEntity[] = [];
  /** Those who await a level, in the order in which they began to. */
  readonly awaiting: TwinEntity[] = [];
  /** Those who await a level that is reached, and are on the ring. */
  readonly called = new Set<TwinEntity>();
  now = 0;
  present = 0;
  serials = 0;
  requests = 0;
  losses = 0;
  maxEntities = 2_000_000;
  /** Events, turns of those whom they let go on, and rounds of loops; and how many there may be. */
  spent = 0;
  most = Number.POSITIVE_INFINITY;
  #scheduled = 0;

  constructor(model: PathwayModel, outcomes: readonly string[], tracer: ((event: PathwayEvent) => void) | undefined) {
    this.model = model;
    this.outcomes = outcomes;
    this.tracer = tracer;
    this.resources = model.resources.map((spec, index) => {
      const by = typeof spec.discipline === "object" ? this.attributeNumber(spec.discipline.by) : -1;
      return new TwinResource(index, spec, by);
    });
    this.columns = {
      identityLo: new Int32Array(1),
      identityHi: new Int32Array(1),
      attributes: model.attributes.map(() => new Float64Array(1)),
    };
  }

  /** Writes down that something will happen. */
  schedule(time: number, happen: () => void, priority = 0): TwinEvent {
    if (!(time >= this.now)) throw new OfficeError(`nothing can happen at ${time}, as it is ${this.now} already`);
    const event = { time, priority, order: this.#scheduled++, happen };
    const place = this.events.findIndex(
      (other) => other.time > time || (other.time === time && other.priority > priority),
    );
    this.events.splice(place < 0 ? this.events.length : place, 0, event);
    return event;
  }

  /** Counts what happens. */
  spend(): void {
    if (this.spent >= this.most) throw new RunawayError(`stopped at minute ${this.now}, after ${this.most} events`);
    this.spent++;
  }

  /** Strikes out what will not happen. */
  cancel(event: TwinEvent | undefined): void {
    const place = event === undefined ? -1 : this.events.indexOf(event);
    if (place >= 0) this.events.splice(place, 1);
  }

  /** Moves the clock on. */
  advance(time: number): void {
    for (const resource of this.resources) resource.pass(time - this.now);
    this.now = time;
  }

  /** Lets the next of a source appear. */
  admit(origin: Source, source: number, cycle: number, k: number): TwinEntity {
    this.#growColumns(this.serials);
    const pathway = origin.admit(this.columns, this.serials, cycle, k);
    return this.appear({ pathway, source, cycle, k });
  }

  /** Lets an entity appear, with attributes of 0 or those of another. */
  appear(from: Pick<TwinEntity, "pathway"> & Partial<TwinEntity>, like?: TwinEntity): TwinEntity {
    const serial = this.serials++;
    this.#growColumns(serial);
    if (like !== undefined) for (const column of this.columns.attributes) column[serial] = column[like.serial]!;
    const entity: TwinEntity = {
      serial,
      patient: like?.patient ?? serial,
      arrived: this.now,
      source: -1,
      cycle: -1,
      k: -1,
      parent: undefined,
      sender: undefined,
      sentAs: undefined,
      counts: new Map(),
      claims: [],
      row: undefined,
      walk: undefined,
      state: { is: "walking" },
      interrupted: undefined,
      sent: [],
      ...from,
    };
    this.living.push(entity);
    if (this.living.length > this.maxEntities) {
      throw new RunawayError(`more than ${this.maxEntities} entities at once, in ${this.pathwayOf(entity).name}`);
    }
    if (this.isVisitor(entity)) this.present++;
    return entity;
  }

  /** Children of `parallel` are part of a visitor. */
  isVisitor(entity: TwinEntity): boolean {
    return entity.parent === undefined && this.pathwayOf(entity).visit;
  }

  pathwayOf(entity: TwinEntity) {
    return this.model.pathways[entity.pathway]!;
  }

  /** Tells the tracer. */
  tell(what: PathwayEvent["what"], entity: TwinEntity, details: Details = {}): void {
    const { serial, patient } = entity;
    this.tracer?.({
      time: this.now,
      what,
      entity: serial,
      patient,
      pathway: this.pathwayOf(entity).name,
      ...details,
    });
  }

  /** Opens a row; one that is still open ends. */
  openRow(entity: TwinEntity, activity: string): void {
    this.closeRow(entity, "done");
    entity.row = { activity, queued: this.now, started: Number.NaN, resource: -1 };
  }

  /** Writes down how the open row came out, if there is one. */
  closeRow(entity: TwinEntity, outcome: "done" | "gave up" | "turned away"): void {
    if (entity.row === undefined) return;
    if (outcome === "done") this.tell("ends", entity, { activity: entity.row.activity });
    this.writeRow(entity, this.now, ["done", "gave up", "turned away"].indexOf(outcome));
    entity.row = undefined;
  }

  /** Writes down the open row. */
  writeRow(entity: TwinEntity, ended: number, outcome: number): void {
    const { activity, ...row } = entity.row!;
    const { patient, serial, pathway } = entity;
    const number = this.model.activities.indexOf(activity);
    this.activities.push({ patient, entity: serial, pathway, activity: number, ...row, ended, outcome });
  }

  /** Writes down a visit. */
  writeVisit(entity: TwinEntity, left: number, outcome: number): void {
    const { serial, patient, pathway, source, cycle, k, arrived } = entity;
    const attributes = (this.model.recorded ?? []).map((name) => this.attribute(entity, name));
    this.visits.push({ serial, patient, pathway, source, cycle, k, arrived, left, outcome, attributes });
  }

  attribute(entity: TwinEntity, name: string): number {
    return this.columns.attributes[this.attributeNumber(name)]![entity.serial]!;
  }

  setAttribute(entity: TwinEntity, name: string, value: number): void {
    this.columns.attributes[this.attributeNumber(name)]![entity.serial] = value;
  }

  attributeNumber(name: string): number {
    const number = this.model.attributes.indexOf(name);
    if (number < 0) throw new OfficeError(`“${name}” is not an attribute`);
    return number;
  }

  resource(name: string): TwinResource {
    const found = this.resources.find(({ spec }) => spec.name === name);
    if (found === undefined) throw new OfficeError(`“${name}” is not a resource`);
    return found;
  }

  /** A number that a step needs; `place` says where, and counts the draws. */
  number(entity: TwinEntity, value: number | Draw | AttributeValue, place: string): number {
    if (typeof value === "number") return value;
    if (typeof value === "object") return this.attribute(entity, value.attribute);
    const { identityLo, identityHi } = this.columns;
    return value(identityLo[entity.serial]!, identityHi[entity.serial]!, this.count(entity, place));
  }

  /** How often the entity has been at a place before. */
  count({ counts }: TwinEntity, place: string): number {
    const before = counts.get(place) ?? 0;
    counts.set(place, before + 1);
    return before;
  }

  /** Minutes that a step needs: not below 0. */
  minutes(entity: TwinEntity, value: number | Draw | AttributeValue, place: string): number {
    const minutes = this.number(entity, value, place);
    if (Number.isNaN(minutes)) throw new OfficeError(`${this.pathwayOf(entity).name}: a time is not a number`);
    return Math.max(0, minutes);
  }

  /** Requests that wait at a step, or for an activity; who has lost a hold does not wait to begin. */
  waitingToBegin(which: (request: Request) => boolean): number {
    return this.living.filter(({ state }) => state.is === "asking" && state.request.lost === 0 && which(state.request))
      .length;
  }

  /** Everything held of a resource, in no order that matters. */
  claimsOn(resource: TwinResource): (Claim & { readonly holder: TwinEntity })[] {
    return this.living.flatMap((holder) =>
      holder.claims.filter((claim) => claim.resource === resource).map((claim) => ({ ...claim, holder })),
    );
  }

  #growColumns(serial: number): void {
    if (serial < this.columns.identityLo.length) return;
    const { identityLo, identityHi, attributes } = this.columns;
    const length = serial * 2;
    this.columns.identityLo = new Int32Array(length);
    this.columns.identityLo.set(identityLo);
    this.columns.identityHi = new Int32Array(length);
    this.columns.identityHi.set(identityHi);
    this.columns.attributes = attributes.map((column) => {
      const longer = new Float64Array(length);
      longer.set(column);
      return longer;
    });
  }
}
