/**
 * Everything that happened in one replication, row by row, for those who want to look rather than to measure.
 *
 * @module
 */

import { type ActivityRows, activityOutcomes, type RowSink, type VisitRows } from "../kernel/pathway-model.ts";
import type { Office } from "./office.ts";
import { type GrowingColumns, growingColumns } from "./records-columns.ts";

/** One activity of a patient, or of work without one. Times are minutes since the start of the run. */
export interface ActivityRecord {
  /** Number of the patient, or piece of work, in order of arrival. What a visit sends is the patient's. */
  readonly patient: number;
  /** Number of what did it: the patient's own, or that of the work sent. */
  readonly entity: number;
  /** Visit type or task. */
  readonly pathway: string;
  readonly activity: string;
  /** Who served as the first need; absent when nobody is needed, or nobody was there yet. */
  readonly resource?: string;
  readonly queued: number;
  /** NaN for what never started. */
  readonly started: number;
  /** NaN for what had no known end when the run ended. */
  readonly ended: number;
  readonly outcome: (typeof activityOutcomes)[number];
}

/** One visit, or piece of work, from arrival to leaving. */
export interface VisitRecord {
  readonly entity: number;
  /** Its own number, or that of the patient whose visit sent it. */
  readonly patient: number;
  readonly pathway: string;
  /** Where it came from; absent for what was sent. */
  readonly source?: string;
  readonly arrived: number;
  /** NaN for those still present. */
  readonly left: number;
  /** "finished", "present", or how it ended early. */
  readonly outcome: string;
  /** When it left: numbers, and the names of categories. */
  readonly attributes: Readonly<Record<string, number | string>>;
}

/** A row for a spreadsheet; what is unknown is null. */
export type RecordRow = Readonly<Record<string, string | number | null>>;

/** The records of one replication, in columns that grow; read as objects. */
export class Records implements RowSink {
  readonly #office: RecordNames;
  readonly #activities: GrowingColumns;
  readonly #visits: GrowingColumns;

  /** Empty records, to which a run adds its rows. */
  constructor(office: RecordNames) {
    this.#office = office;
    this.#activities = growingColumns(activityColumns.length);
    this.#visits = growingColumns(visitColumns.length + office.attributes.length);
  }

  /** How many activities there are. */
  get activityCount(): number {
    return this.#activities.length;
  }

  /** How many visits and pieces of work there are. */
  get visitCount(): number {
    return this.#visits.length;
  }

  /** Adds a batch of activities. */
  activities(rows: ActivityRows): void {
    this.#activities.add(
      rows.length,
      activityColumns.map((name) => rows[name]),
    );
  }

  /** Adds a batch of visits. */
  visits(rows: VisitRows): void {
    this.#visits.add(rows.length, [...visitColumns.map((name) => rows[name]), ...rows.attributes]);
  }

  /** Every activity, in the order in which they ended; those still open at the end of the run come last. */
  *eachActivity(): Generator<ActivityRecord> {
    for (let row = 0; row < this.#activities.length; row++) yield this.#activity(this.#activities.row(row));
  }

  /** Every visit and piece of work, in the order in which they ended; those still present come last. */
  *eachVisit(): Generator<VisitRecord> {
    for (let row = 0; row < this.#visits.length; row++) yield this.#visit(this.#visits.row(row));
  }

  /** The activities as rows of a spreadsheet. */
  activityRows(): RecordRow[] {
    return Array.from(this.eachActivity(), ({ resource, ...record }) => plainRow({ ...record, resource }));
  }

  /** The visits as rows of a spreadsheet, with a column for each attribute. */
  visitRows(): RecordRow[] {
    return Array.from(this.eachVisit(), ({ attributes, source, ...record }) => {
      return plainRow({ ...record, source, ...attributes });
    });
  }

  #activity(row: readonly number[]): ActivityRecord {
    const [patient, entity, pathway, activity, resource, queued, started, ended, outcome] = row as Nine;
    const { pathways, activities, resources } = this.#office;
    return {
      patient,
      entity,
      pathway: pathways[pathway]!.name,
      activity: activities[activity]!,
      ...(resource >= 0 && { resource: resources[resource]! }),
      queued,
      started,
      ended,
      outcome: activityOutcomes[outcome]!,
    };
  }

  #visit(row: readonly number[]): VisitRecord {
    const [entity, patient, pathway, source, arrived, left, outcome] = row as Nine;
    const { pathways, sources, outcomes, attributes } = this.#office;
    const values = attributes.map(({ name, labels }, index) => {
      const value = row[visitColumns.length + index]!;
      return [name, labels?.[value] ?? value] as const;
    });
    return {
      entity,
      patient,
      pathway: pathways[pathway]!.name,
      ...(source >= 0 && { source: sources[source]!.name }),
      arrived,
      left,
      outcome: outcomes[outcome]!,
      attributes: Object.fromEntries(values),
    };
  }
}

/** What turns the numbers of rows into names. */
export type RecordNames = Pick<Office, "activities" | "pathways" | "resources" | "sources" | "outcomes" | "attributes">;

type Nine = [number, number, number, number, number, number, number, number, number];

const activityColumns = [
  ...(["patient", "entity", "pathway", "activity", "resource"] as const),
  ...(["queued", "started", "ended", "outcome"] as const),
];

const visitColumns = ["serial", "patient", "pathway", "source", "arrived", "left", "outcome"] as const;

function plainRow(record: Readonly<Record<string, string | number | undefined>>): RecordRow {
  const entries = Object.entries(record).map(([name, value]) => [name, Number.isNaN(value) ? null : (value ?? null)]);
  return Object.fromEntries(entries) as RecordRow;
}
