/**
 * The things that the twin moves about: entities, what they ask for, and what they hold.
 *
 * @module
 */

import type { Part, Step } from "../../src/kernel/pathway-model.ts";
import type { TwinResource } from "./twin-resource.ts";

/** A step that asks for resources. */
export type Seize = Extract<Step, { do: "seize" }>;

/** Something that is still to happen. */
export interface TwinEvent {
  readonly time: number;
  /** −1 for changes of capacity, 0 for all else: the smaller happens first within a minute. */
  readonly priority: number;
  readonly order: number;
  readonly happen: () => void;
}

/** What an entity hears as it goes on. */
type News = "granted" | "gave up" | "go on";

/** The walk of an entity along its steps: pauses where it waits, and returns the outcome with which it left, if it did. */
export type Walk = Generator<void, string | undefined, News>;

/** One who walks along a pathway, or a branch of one. */
export interface TwinEntity {
  /** Its serial number, and its row in the columns that hooks see. */
  readonly serial: number;
  readonly patient: number;
  readonly pathway: number;
  readonly arrived: number;
  readonly source: number;
  readonly cycle: number;
  readonly k: number;
  /** The one who waits for this child of `parallel`. */
  readonly parent: TwinEntity | undefined;
  /** The one who sent it, and under which name. */
  readonly sender: TwinEntity | undefined;
  readonly sentAs: string | undefined;
  /** How often it has drawn at each place; children of `parallel` go on with the counts of their parent. */
  readonly counts: Map<string, number>;
  /** In the order in which they were granted or handed over. */
  claims: Claim[];
  row: OpenRow | undefined;
  walk: Walk | undefined;
  /** What it is doing. */
  state: State;
  /** Work that others have broken off, with the standard minutes that are left of it. */
  interrupted: { readonly delay: Delay; readonly rest: number } | undefined;
  /** Those that it has sent under a name and that are not done. */
  readonly sent: TwinEntity[];
}

/** Why an entity does not walk at present. */
type State =
  | { readonly is: "walking" }
  | { readonly is: "asking"; readonly request: Request }
  | { readonly is: "granted" }
  | { readonly is: "in a delay"; readonly delay: Delay }
  | { readonly is: "until"; readonly time: number }
  | { readonly is: "awaiting"; readonly holds: () => boolean }
  | { readonly is: "awaiting sent"; readonly name: string }
  | { readonly is: "joining"; readonly children: Set<TwinEntity>; outcome?: string };

/** Work that takes its time; `standard` minutes are those at speed 1. */
export interface Delay {
  /** The grant that works, if any, and the name under which it is held. */
  readonly grant: Grant | undefined;
  readonly hold: string | undefined;
  readonly whole: number;
  readonly ends: number;
  readonly event: TwinEvent | undefined;
}

/** What was granted to one request. */
export interface Grant {
  readonly request: Request;
  readonly since: number;
}

/** So many units of a resource, held under a name. */
export interface Claim {
  readonly grant: Grant;
  readonly hold: string;
  readonly resource: TwinResource;
  readonly units: number;
  readonly off: boolean;
}

/** One part of a request, with the candidates that it comes down to. */
export interface RequestPart {
  readonly part: Part;
  readonly candidates: readonly TwinResource[];
  readonly units: number;
}

/** What an entity asks for. */
export interface Request {
  readonly entity: TwinEntity;
  readonly seize: Seize;
  /** Where the step stands in the model. */
  readonly place: string;
  readonly parts: readonly RequestPart[];
  /** All candidates, each once, in the order of the model. */
  readonly candidates: readonly TwinResource[];
  readonly priority: number;
  readonly order: number;
  /** Who lost a hold asks at the head of its priority, the latest loser first; 0: has lost nothing. */
  readonly lost: number;
  /** Attributes of the entity as it began to ask. */
  readonly attributes: readonly number[];
  patience: TwinEvent | undefined;
}

/** An activity that has not ended. */
interface OpenRow {
  readonly activity: string;
  readonly queued: number;
  started: number;
  resource: number;
}

/** An activity that has ended, or was cut short by the end of the run. */
export interface ActivityRow {
  readonly patient: number;
  readonly entity: number;
  readonly pathway: number;
  readonly activity: number;
  readonly resource: number;
  readonly queued: number;
  readonly started: number;
  readonly ended: number;
  readonly outcome: number;
}

/** An entity that has ended, or was still present. */
export interface VisitRow {
  readonly serial: number;
  readonly patient: number;
  readonly pathway: number;
  readonly source: number;
  readonly cycle: number;
  readonly k: number;
  readonly arrived: number;
  readonly left: number;
  readonly outcome: number;
  readonly attributes: readonly number[];
}
