/**
 * An office made by hand, with rows made by hand: for measures whose numbers are computed on paper.
 */

import { AccessTally } from "../../src/clinic/access-tally.ts";
import type { Measurable } from "../../src/clinic/measures-observation.ts";
import {
  type ActivityRows,
  activityOutcomes,
  type ResourceStatistics,
  type VisitRows,
} from "../../src/kernel/pathway-model.ts";

/** An activity of one patient; what is not told is as it mostly is. */
export interface HandMadeActivity {
  readonly activity: string;
  readonly patient?: number;
  /** The patient's own unless given. */
  readonly entity?: number;
  /** Number of the pathway; 0 unless given. */
  readonly pathway?: number;
  readonly resource?: string;
  readonly queued: number;
  /** NaN unless given. */
  readonly started?: number;
  /** NaN unless given. */
  readonly ended?: number;
  /** "done" unless given. */
  readonly outcome?: (typeof activityOutcomes)[number];
}

/** A visit; what is not told is as it mostly is. */
export interface HandMadeVisit {
  readonly serial: number;
  /** Its own unless given. */
  readonly patient?: number;
  readonly pathway?: number;
  readonly arrived: number;
  /** NaN unless given. */
  readonly left?: number;
  /** "finished", or "present" without a time of leaving, unless given. */
  readonly outcome?: string;
  /** One for each recorded attribute. */
  readonly attributes?: readonly number[];
}

const idle: ResourceStatistics = {
  ...{ minutes: 0, planned: 0, capacity: 0, busy: 0, off: 0, overtime: 0, waiting: 0, levels: [] },
};

/** An office with two visit types, a task and the office's own turnover, open all the time, measured from minute 0 to 480. */
export function handMadeOffice(
  facts: Partial<Measurable> & { readonly busy?: Readonly<Record<string, Partial<ResourceStatistics>>> } = {},
): Measurable {
  const { busy = {}, ...rest } = facts;
  return {
    activities: ["check-in", "consult", "turnover"],
    pathways: [
      { name: "sick visit", kind: "visit type" },
      { name: "physical", kind: "visit type" },
      { name: "phone call", kind: "task" },
      { name: "turnover", kind: "other" },
    ],
    resources: ["receptionist", "physician 1", "physician 2", "exam room"],
    outcomes: ["finished", "present", "gave up", "referred"],
    staff: ["receptionist", "physician"],
    warmUp: 0,
    now: 480,
    access: new AccessTally([]),
    sources: [],
    bookings: { booked: 0, noShows: 0, cancellations: 0, followUps: 0, followUpDays: 0 },
    unitsOf: (name) => (name === "physician" ? ["physician 1", "physician 2"] : [name]),
    costPerHour: (name) => (name === "physician" ? 120 : 0),
    attributeValue: (_, value) => ({ index: 0, value: Number(value) }),
    serviceLevel: () => 15,
    statistics: (resource) => ({ ...idle, minutes: 480, ...busy[resource] }),
    ...rest,
  };
}

/** A batch of activities. Its arrays are longer than it, as those of a run are. */
export function activityBatch(office: Measurable, activities: readonly HandMadeActivity[]): ActivityRows {
  const column = <Kind extends Float64Array | Int32Array | Uint8Array>(
    array: Kind,
    value: (activity: HandMadeActivity) => number,
  ): Kind => {
    array.fill(77);
    activities.forEach((activity, row) => {
      array[row] = value(activity);
    });
    return array;
  };
  const room = activities.length + 3;
  return {
    length: activities.length,
    patient: column(new Float64Array(room), ({ patient = 0 }) => patient),
    entity: column(new Float64Array(room), ({ patient = 0, entity = patient }) => entity),
    pathway: column(new Int32Array(room), ({ pathway = 0 }) => pathway),
    activity: column(new Int32Array(room), ({ activity }) => office.activities.indexOf(activity)),
    resource: column(new Int32Array(room), ({ resource = "" }) => office.resources.indexOf(resource)),
    queued: column(new Float64Array(room), ({ queued }) => queued),
    started: column(new Float64Array(room), ({ started = Number.NaN }) => started),
    ended: column(new Float64Array(room), ({ ended = Number.NaN }) => ended),
    outcome: column(new Uint8Array(room), ({ outcome = "done" }) => activityOutcomes.indexOf(outcome)),
  };
}

/** A batch of visits. */
export function visitBatch(office: Measurable, visits: readonly HandMadeVisit[]): VisitRows {
  const outcomeOf = ({ left, outcome = left === undefined ? "present" : "finished" }: HandMadeVisit) =>
    office.outcomes.indexOf(outcome);
  const attributes = visits[0]?.attributes ?? [];
  return {
    length: visits.length,
    serial: Float64Array.from(visits, ({ serial }) => serial),
    patient: Float64Array.from(visits, ({ serial, patient = serial }) => patient),
    pathway: Int32Array.from(visits, ({ pathway = 0 }) => pathway),
    source: new Int32Array(visits.length),
    cycle: new Int32Array(visits.length),
    k: Int32Array.from(visits, (_, row) => row),
    arrived: Float64Array.from(visits, ({ arrived }) => arrived),
    left: Float64Array.from(visits, ({ left = Number.NaN }) => left),
    outcome: Int32Array.from(visits, outcomeOf),
    attributes: attributes.map((_, index) => Float64Array.from(visits, (visit) => visit.attributes![index]!)),
  };
}
