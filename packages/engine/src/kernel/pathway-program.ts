/**
 * What pathways are compiled to: a table of instructions with whole numbers as operands.
 *
 * @module
 */

import type { Draw, Hook, PathwayModel, Step } from "./pathway-model.ts";

/** The instructions. The walk switches on the bare numbers, as only those become a jump table. */
export const op = {
  finish: 0,
  seize: 1,
  delay: 2,
  end: 3,
  release: 4,
  begin: 5,
  leave: 6,
  test: 7,
  choose: 8,
  set: 9,
  call: 10,
  jump: 11,
  repeat: 12,
  round: 13,
  again: 14,
  until: 15,
  atLeast: 16,
  await: 17,
  awaitSent: 18,
  parallel: 19,
  joins: 20,
  send: 21,
  // A seize and a delay, where the units come back as soon as the delay is over: see `shorten`.
  serve: 22,
  work: 23,
} as const;

/** Where an instruction has its number from. */
export const from = { number: 0, draw: 1, attribute: 2, clock: 3 } as const;

/** The signs of `test`, as operands. */
export const signs = ["<", "<=", "=", "!=", ">", ">="] as const;

/** Instructions in columns; what the operands `a`, `b` and `c` are is said where they are compiled. */
interface Instructions {
  readonly op: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Where the number comes from. */
  readonly from: Int32Array;
  /** A number. */
  readonly x: Float64Array;
  /** The attribute to read. */
  readonly attribute: Int32Array;
  /** The slot that counts the draws here; −1 when there can only be one. */
  readonly counter: Int32Array;
  readonly draws: readonly (Draw | undefined)[];
  readonly clocks: readonly ((now: number) => number)[];
  /** Where in which pathway the instruction stands, for messages. */
  readonly places: readonly string[];
}

/** One part of a request. */
export interface CompiledPart {
  readonly candidates: Int32Array;
  /** The attribute that holds the one candidate, or −1. */
  readonly my: number;
  readonly units: number;
  readonly longestIdle: boolean;
  readonly hold: number;
}

/** What a seize asks for, and what comes of it. */
export interface CompiledRequest {
  readonly parts: readonly CompiledPart[];
  /** All resources that might serve, each once, ascending. */
  readonly candidates: Int32Array;
  /** The resource of a request that has one part with one candidate, as most have; −1: there is something to choose. */
  readonly single: number;
  /** Whether it is for one resource and interrupts nobody, waits as long as it takes, and nobody counts those who wait. */
  plain: boolean;
  /** Whether its units come back as soon as the delay that follows is over, so that no claim need say who has them. */
  brief: boolean;
  /** Whether anybody needs to know how many wait with it. */
  counted: boolean;
  /** The name under which its first part is held. */
  readonly hold: number;
  /** Units that it asks for, of all its resources together. */
  readonly units: number;
  /** −1: no row. */
  readonly activity: number;
  readonly preempt: "no" | "resume" | "restart";
  readonly off: boolean;
  readonly patience: "none" | Draw | { readonly attribute: number };
  readonly limit: number;
  /** Where to go on after giving up, and after being turned away. */
  gaveUp: number;
  turnedAway: number;
  /** The instruction. */
  readonly pc: number;
  /** For each hold of the seize, the request for that hold alone, made by one who lost it; itself if there is one hold. */
  readonly again: Map<number, number>;
}

/** A condition to await. */
export interface Watch {
  /** Resources, or else one activity. */
  readonly resources: readonly number[];
  readonly activity: number;
  readonly level: "free" | "busy" | "waiting";
  readonly atLeast: boolean;
  readonly value: number;
}

/** One branch of `parallel`. */
export interface Branch {
  readonly pc: number;
  /** Attributes that pass from the child to its parent. */
  readonly attributes: Int32Array;
  /** Slots of draws in the branch, which pass too. */
  readonly slots: Int32Array;
}

/** A model, compiled. */
export interface Program {
  readonly model: PathwayModel;
  readonly instructions: Instructions;
  readonly requests: readonly CompiledRequest[];
  readonly watches: readonly Watch[];
  readonly branches: readonly Branch[];
  /** Whole numbers that instructions refer to: holds to release, targets of choices. */
  readonly lists: Int32Array;
  /** Cumulative shares, where the targets of choices are in `lists`. */
  readonly shares: Float64Array;
  readonly hooks: readonly Hook[];
  readonly identities: readonly Extract<Step, { do: "send" }>["identity"][];
  /** First instruction of each pathway. */
  readonly starts: Int32Array;
  /** 1 for each pathway whose entities are visitors. */
  readonly visits: Uint8Array;
  /** 1 for each resource whose holds others may take away: work of better priority, or a falling capacity. */
  readonly interruptible: Uint8Array;
  /** How many slots each pathway uses. */
  readonly slots: Int32Array;
  readonly outcomes: readonly string[];
  /** The names under which units are held. */
  readonly holds: readonly string[];
  readonly recorded: readonly number[];
  /** The attribute by which each queue is ordered, −1 none. */
  readonly queueBy: Int32Array;
}
