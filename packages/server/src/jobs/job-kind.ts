import type { Experiment, Issue } from "@praxis/engine";
import type { z } from "zod";

/** What is known of a request once it has been checked. */
export interface CheckedInput {
  /** What a list of jobs shows: the name of the scenario, of the roster. */
  readonly title: string;
  /** What is legal but strange. */
  readonly warnings: readonly Issue[];
}

/** A form in which other programs, and people, take the result of a job. */
interface ResultForm {
  /** The end of its address: `csv`. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  /** What it is, for the description. */
  readonly what: string;
  /** The end of a file's name. */
  readonly ending: string;
}

/** A result that is to be written in some form. */
export interface Writing<Input> {
  readonly form: string;
  readonly input: Input;
  readonly result: unknown;
  /** How many weeks from the start on. */
  readonly weeks: number;
  /** Whose part of it alone. */
  readonly person?: string | undefined;
  /** The moment of writing, as RFC 3339 has it. */
  readonly stamp: string;
  /** Of a plan that holds, and is no draft any more. */
  readonly published?: Published | undefined;
}

/** How a plan is published. */
interface Published {
  /** How often there was another before it at the same place. */
  readonly sequence: number;
  /** The FHIR resources that are asked for; all unless given. */
  readonly resourceType?: string | undefined;
}

/**
 * One kind of job. A new kind is a file beside the others, a line in `kinds.ts` and one in `computations.ts`: its
 * addresses, its place in the description of the service and everything that holds for jobs come with it.
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
  /**
   * Checks what a schema cannot see. It runs in a thread.
   *
   * @throws {OfficeError} when something is wrong
   */
  check(input: Input): CheckedInput;
  /** In which forms its result can be had besides JSON. */
  readonly forms?: readonly ResultForm[];
  /**
   * Writes a result in one of the forms. It runs in a thread.
   *
   * @throws {OfficeError} when the result is none that could be written, or nobody is called so
   */
  write?(writing: Writing<Input>): string;
  /** The experiment, of kinds that are one; with fewer replications when told so. */
  readonly experiment?: (input: Input, replications?: number) => Experiment<unknown>;
}
