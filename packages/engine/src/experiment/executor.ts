import type { Scenario } from "../scenario/schema.ts";

/** A phrase or a number; 42 and "42" are the same seed. */
export type Seed = number | string;

/** Replications `from` up to, but not including, `to` of one scenario, as plain data that can be sent to another thread. */
export interface Task {
  readonly scenario: Scenario;
  readonly seed: Seed;
  /** Names of measures. */
  readonly measures: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * Where replications run: in this thread, in worker threads, on another machine.
 *
 * Whoever makes one decides how it is interrupted: what `run` then rejects with ends the experiment.
 */
export interface Executor {
  /** How many tasks it works on at once; large experiments are cut up accordingly. */
  readonly workers: number;
  /** The values of every measure, replication by replication, as `runTask` gives them; NaN where undefined. */
  run(task: Task): Promise<Float64Array>;
}

/** How far an experiment has come, in replications of all scenarios together. */
export interface Progress {
  readonly done: number;
  /** As far as is known yet; grows when an experiment goes on until it is precise enough. */
  readonly total: number;
}
