/**
 * The compiled road's input and output: a model of pathways as plain data, and the rows that its run hands over.
 *
 * Names stand for resources, activities, attributes, pathways and holds; compilation turns them into numbers. All
 * times are minutes since the start of the run. A smaller priority number is served first. What the steps mean, rule by
 * rule, is written in docs/kernel.md.
 *
 * @module
 */

/** A draw of an entity, pure: `index` says how many times this entity has drawn at this place before. */
export type Draw = (entityLo: number, entityHi: number, index: number) => number;

/** The value of an attribute of the entity, at the moment it is needed. */
export interface AttributeValue {
  readonly attribute: string;
}

/** Everything that a run of pathways needs. */
export interface PathwayModel {
  readonly resources: readonly ResourceSpec[];
  /** Numbers that every entity carries, 0 at first. */
  readonly attributes: readonly string[];
  /** Those copied into the visit rows (default none), in this order. */
  readonly recorded?: readonly string[];
  readonly activities: readonly string[];
  readonly pathways: readonly Pathway[];
  readonly sources: readonly Source[];
  readonly hooks?: Readonly<Record<string, Hook>>;
  /** What hooks and sources remember between calls, so that a run can begin anew, be saved and be restored. */
  readonly memory?: { reset(): void; save(): unknown; restore(state: unknown): void };
}

/** People or things of one kind, that serve. */
export interface ResourceSpec {
  readonly name: string;
  /** Units at minute 0; `Infinity` is allowed. */
  readonly capacity: number;
  /** Planned changes of capacity, asked for at every reset: they may differ between replications. */
  readonly changes?: () => CapacityChanges;
  /** What happens to work above a capacity that falls (default "finish"). */
  readonly falling?: "finish" | "resume" | "restart" | "stay";
  /** Who comes first among requests of equal priority (default "fifo"). */
  readonly discipline?: "fifo" | "lifo" | "first fit" | { readonly by: string };
  /** Work done in a minute, in minutes (default 1). */
  readonly speed?: number;
  /** Whether to keep the time spent at each number of busy units (default false). */
  readonly levels?: boolean;
}

/** Capacities from given times on, the times ascending. */
export interface CapacityChanges {
  readonly times: ArrayLike<number>;
  readonly capacities: ArrayLike<number>;
}

/** What somebody, or some piece of work, goes through. */
export interface Pathway {
  readonly name: string;
  /** Whether its entities are visitors: they count as present in the office. */
  readonly visit: boolean;
  readonly steps: readonly Step[];
}

/**
 * Where entities come from, cycle by cycle (a day of the practice, say). In minute `begins(cycle)` the cycle's first
 * arrival is asked for, in the minute of each arrival the next; cycles may overlap.
 */
export interface Source {
  readonly name: string;
  /** Cycles 0 … cycles − 1. */
  readonly cycles: number;
  /** Not decreasing with the cycle. */
  begins(cycle: number): number;
  /** The minute of arrival k (0, 1, …) of a cycle, not before the one before it; NaN: this cycle has no further. */
  arrival(cycle: number, k: number): number;
  /** Says who arrives: writes identity and attributes into the columns at `row`, and returns the pathway's index. */
  admit(columns: Columns, row: number, cycle: number, k: number): number;
}

/** The living entities, by row. A growing run replaces the arrays: do not keep them. */
export interface Columns {
  readonly identityLo: Int32Array;
  readonly identityHi: Int32Array;
  /** One array for each attribute of the model, in its order. */
  readonly attributes: readonly Float64Array[];
}

/** Code that a step calls: reads and writes the entity's columns at `row`, and may give a number. */
export type Hook = (columns: Columns, row: number, now: number) => number;

/** One part of a request: so many units of one of several resources. */
export interface Part {
  /** Candidates, any of which will do. Of one resource: a list of one. */
  readonly oneOf: readonly string[];
  /** "My physician": the attribute holds the index (in the model) of the resource; negative: any of `oneOf`. */
  readonly my?: string;
  /** Default 1. All of the same candidate. */
  readonly units?: number;
  /** Among several free candidates (default "first" listed). */
  readonly choose?: "first" | "longest idle";
  /** A name of its own under which this part is held, to be released or handed over apart (default: the seize's hold). */
  readonly hold?: string;
}

/** One step of a pathway. */
export type Step =
  /** Asks for all parts at once and waits. With `activity`, opens an activity row that `end` closes. */
  | {
      readonly do: "seize";
      /** The name under which the units are held, unique within the pathway. */
      readonly hold: string;
      readonly parts: readonly Part[];
      readonly activity?: string;
      /** Default 5. */
      readonly priority?: number | AttributeValue;
      /** Takes units from work of worse priority; the victim later goes on with the rest, or begins anew. */
      readonly preempt?: "resume" | "restart";
      /** The units are then off (break, failure, maintenance): neither busy nor staffed. */
      readonly off?: boolean;
      /** Minutes of waiting after which the entity gives up; `Infinity`: never. */
      readonly patience?: Draw | AttributeValue;
      /** After giving up; then the entity goes on behind the seize's activity (its `end` step), if it has not left. */
      readonly gaveUp?: readonly Step[];
      /** Turned away when so many wait at this step already and it cannot start at once. */
      readonly limit?: number;
      /** After being turned away; then like `gaveUp`. */
      readonly turnedAway?: readonly Step[];
    }
  /** Gives units back; a hold that the entity does not have is passed over. */
  | { readonly do: "release"; readonly holds: readonly string[] }
  /** Lets time pass. `working` names the hold that works: its first resource's speed divides the time; it may be pre-empted. */
  | { readonly do: "delay"; readonly time: number | Draw | AttributeValue; readonly working?: string }
  /** Until an absolute minute; one that is past lets the entity go on at once. */
  | { readonly do: "until"; readonly time: ((now: number) => number) | AttributeValue }
  /** Until so long after the minute that an attribute holds. */
  | { readonly do: "atLeast"; readonly since: string; readonly time: number | Draw }
  /** Until a resource has so many units free or busy, or so many wait for it or for an activity. */
  | {
      readonly do: "await";
      /** Of several resources: of all of them together. */
      readonly of:
        | { readonly resource: string }
        | { readonly resources: readonly string[] }
        | { readonly activity: string };
      /** For an activity only "waiting". */
      readonly level: "free" | "busy" | "waiting";
      readonly is: "atLeast" | "atMost";
      readonly value: number;
    }
  /** Until all work that this entity has sent under a name is done. */
  | { readonly do: "await sent"; readonly name: string }
  /** One of several branches by chance: `draw` is uniform on (0, 1); what the shares leave of 1 goes on without a branch. */
  | {
      readonly do: "choose";
      readonly draw: Draw;
      readonly shares: readonly number[];
      readonly branches: readonly (readonly Step[])[];
    }
  /** By an attribute. */
  | {
      readonly do: "test";
      readonly attribute: string;
      readonly is: "<" | "<=" | "=" | "!=" | ">" | ">=";
      readonly value: number;
      readonly then: readonly Step[];
      readonly otherwise?: readonly Step[];
    }
  /**
   * Several times: `times` (rounded down; 0 or less: never), or once and then again as long as `again.draw` falls below
   * `again.share`. At most `most` times.
   */
  | {
      readonly do: "repeat";
      readonly steps: readonly Step[];
      readonly times?: number | Draw | AttributeValue;
      readonly again?: { readonly draw: Draw; readonly share: number };
      readonly most: number;
    }
  /**
   * Branches at the same time, as children of the same identity, that join. A child has a copy of the attributes; as it
   * ends, those that its steps set or hooks may have changed pass to the parent, and so do the holds it still has. A
   * child cannot release holds of its parent. A child that leaves makes the parent leave, with its outcome, at the join.
   */
  | { readonly do: "parallel"; readonly branches: readonly (readonly Step[])[] }
  /** Sends an entity of its own down another pathway, with a copy of the attributes, and goes on without waiting. */
  | {
      readonly do: "send";
      readonly pathway: string;
      /** Holds handed over; they keep their names. */
      readonly holds?: readonly string[];
      /** For `await sent`. */
      readonly name?: string;
      /** Writes the identity of the one sent; `index` says how many this entity has sent at this place before. */
      readonly identity: (columns: Columns, parent: number, child: number, index: number) => void;
    }
  | { readonly do: "set"; readonly attribute: string; readonly to: number | "now" | Draw | AttributeValue }
  | { readonly do: "call"; readonly hook: string; readonly into?: string }
  /** Opens a row of an activity that needs nobody. */
  | { readonly do: "begin"; readonly activity: string }
  /** Closes the open row; without one (it gave up, say), nothing. */
  | { readonly do: "end" }
  /** Ends the pathway here and gives every hold back. */
  | { readonly do: "leave"; readonly outcome: string };

/** How an activity came out: the codes of `ActivityRows.outcome`. */
export const activityOutcomes = ["done", "gave up", "turned away", "unfinished"] as const;

/**
 * A batch of activities, in columns, of which the first `length` entries count. The arrays are used again after the
 * batch has been handed over. Unfinished rows are written as the run is finished: with the planned end if the end of
 * the work is known, NaN for what has not happened.
 */
export interface ActivityRows {
  length: number;
  /** Serial number of the entity, its own, or for parallel children and work sent, that of the one it stems from. */
  readonly patient: Float64Array;
  /** Serial number of the entity itself, in order of appearance, from 0. */
  readonly entity: Float64Array;
  readonly pathway: Int32Array;
  readonly activity: Int32Array;
  /** The candidate granted for the first part, or −1. */
  readonly resource: Int32Array;
  readonly queued: Float64Array;
  readonly started: Float64Array;
  readonly ended: Float64Array;
  /** Index into `activityOutcomes`. */
  readonly outcome: Uint8Array;
}

/** A batch of entities that have ended, or were present as the run was finished; children of `parallel` have no row. */
export interface VisitRows {
  length: number;
  readonly serial: Float64Array;
  /** Serial of the one it stems from: its own for arrivals. */
  readonly patient: Float64Array;
  readonly pathway: Int32Array;
  /** −1 for work sent. */
  readonly source: Int32Array;
  readonly cycle: Int32Array;
  readonly k: Int32Array;
  readonly arrived: Float64Array;
  /** NaN for those still present. */
  readonly left: Float64Array;
  /** 0: finished; 1: still present; from 2 on: the outcomes of `leave` steps, as listed in `run.outcomes`. */
  readonly outcome: Int32Array;
  /** One array for each name in the model's `recorded`. */
  readonly attributes: readonly Float64Array[];
}

/** Receives the rows of a run, batch by batch. */
export interface RowSink {
  activities?(rows: ActivityRows): void;
  visits?(rows: VisitRows): void;
}

/** When a run stops. */
export interface RunOptions {
  /**
   * A minute (inclusive: events of that very minute happen), or "empty": until nothing is left to happen, or, from a minute on, as soon as no visitor is
   * present, at the latest in another.
   */
  readonly until: number | "empty" | { readonly noVisitorsFrom: number; readonly latest: number };
  /** Default 1e9. */
  readonly maxEvents?: number;
  /** Entities alive at once; default 2,000,000. */
  readonly maxEntities?: number;
}

/** Minutes × units of a resource since the start, or since `resetStatistics`. */
export interface ResourceStatistics {
  /** Length of time that the others are integrals over. */
  readonly minutes: number;
  /** Integral of the capacity planned. */
  readonly planned: number;
  /** Integral of the capacity in force: planned, plus what lingers above it. */
  readonly capacity: number;
  /** Integral of the units at work or held. */
  readonly busy: number;
  /** Integral of the units held `off`. */
  readonly off: number;
  /** Integral of the units in force above plan, off units apart. */
  readonly overtime: number;
  /** Integral of the number of requests in the queue. */
  readonly waiting: number;
  /** Minutes spent with 0, 1, 2, … units busy, when the resource keeps `levels`; else empty. */
  readonly levels: readonly number[];
}

/** Something that happened, for traces. */
export interface PathwayEvent {
  readonly time: number;
  readonly what:
    | "arrives"
    | "waits"
    | "starts"
    | "ends"
    | "gives up"
    | "is turned away"
    | "is interrupted"
    | "goes on"
    | "takes"
    | "frees"
    | "sends"
    | "leaves"
    | "capacity";
  /** Serial of the entity, or −1 for a change of capacity. */
  readonly entity: number;
  readonly patient: number;
  readonly pathway: string;
  readonly activity?: string;
  readonly resource?: string;
  /** Units taken, freed or in force; the serial of the one sent. */
  readonly value?: number;
  /** The pathway of the one sent. */
  readonly sent?: string;
  /** Of one who leaves. */
  readonly outcome?: string;
}
