import type { ActivityRows, RowSink, VisitRows } from "../kernel/pathway-model.ts";
import type { Office, OpenDays } from "./office.ts";

/** What measures know of an office, besides the rows of what happens in it. */
export type Measurable = Pick<
  Office,
  | "activities"
  | "pathways"
  | "resources"
  | "outcomes"
  | "staff"
  | "warmUp"
  | "now"
  | "bookings"
  | "access"
  | "sources"
  | "unitsOf"
  | "costPerHour"
  | "attributeValue"
  | "serviceLevel"
  | "statistics"
> & { readonly openDays?: OpenDays | undefined };

/** Something that reads the rows of a replication, and remembers as little of them as it needs. */
export interface Observer extends RowSink {
  /** Forgets the replication before. */
  reset(): void;
}

/**
 * Observes an office, replication after replication, for any number of measures.
 *
 * Measures that need the same share their observers: every batch of rows is read once by each observer, whoever asks.
 */
export class Observation implements Observer {
  readonly office: Measurable;
  readonly #observers = new Map<string, Observer>();
  #ofActivities: Required<Pick<RowSink, "activities">>[] = [];
  #ofVisits: Required<Pick<RowSink, "visits">>[] = [];

  constructor(office: Measurable) {
    this.office = office;
  }

  /** The observer of this name, made when it is first asked for. One name always stands for one class. */
  observer<Kind extends Observer>(name: string, make: (office: Measurable) => Kind): Kind {
    const known = this.#observers.get(name) as Kind | undefined;
    if (known !== undefined) return known;
    const made = make(this.office);
    this.#observers.set(name, made);
    if (hasActivities(made)) this.#ofActivities.push(made);
    if (hasVisits(made)) this.#ofVisits.push(made);
    return made;
  }

  /** Lets every observer forget the replication before. */
  reset(): void {
    for (const observer of this.#observers.values()) observer.reset();
  }

  /** Shows a batch to the observers of activities. */
  activities(rows: ActivityRows): void {
    for (const observer of this.#ofActivities) observer.activities(rows);
  }

  /** Shows a batch to the observers of visits. */
  visits(rows: VisitRows): void {
    for (const observer of this.#ofVisits) observer.visits(rows);
  }
}

function hasActivities(observer: RowSink): observer is Required<Pick<RowSink, "activities">> {
  return observer.activities !== undefined;
}

function hasVisits(observer: RowSink): observer is Required<Pick<RowSink, "visits">> {
  return observer.visits !== undefined;
}
