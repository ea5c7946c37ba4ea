import type { Experiment, Issue } from "@praxis/engine";
import type { z } from "zod";
import type { Computing } from "./computing.ts";

/** What is known of a request once it has been checked. */
export interface CheckedInput {
  /** What a list of jobs shows: the name of the scenario, of the roster. */
  readonly title: string;
  /** What is legal but strange. */
  readonly warnings: readonly Issue[];
}

/**
 * One kind of job. A new kind is a file beside the others and a line in `kinds.ts`: its addresses, its place in the
 * description of the service and everything that holds for jobs come with it.
 */
export interface JobKind<Input = never> {
  /** One of them: `simulation`. */
  readonly name: string;
  /** The address of all of them, below /v1: `simulations`. */
  readonly path: string;
  /** What it does, for the description: `Simulates a scenario many times`. */
  readonly summary: string;
  /** The body of a request. */
  readonly request: z.ZodType;
  /** The best answer so far, with its uncertainty. */
  readonly best: z.ZodType;
  readonly result: z.ZodType;
  /** Whether its `timeLimitSeconds` ends it with the best answer so far; other kinds fail when they take longer. */
  readonly isSearch?: boolean;
  /**
   * Checks what a schema cannot see. It runs in a thread.
   *
   * @throws {OfficeError} when something is wrong
   */
  check(input: Input): CheckedInput;
  /** Computes the result. It runs in the worker's own thread, and leaves all real work to others. */
  compute(input: Input, computing: Computing): Promise<unknown>;
  /** The experiment, of kinds that are one; with fewer replications when told so. */
  readonly experiment?: (input: Input, replications?: number) => Experiment<unknown>;
}
