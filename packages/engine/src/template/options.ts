/**
 * What may be said to whoever looks for a template.
 *
 * @module
 */

import type { SolveLimits, Solver } from "../modelling/solver.ts";
import type { SessionAnswer } from "./answer.ts";

/** The parts of an answer, in the order in which they are done. */
export const solvedParts = ["best template", "bound", "alternatives", "frontier"] as const;

/** A part of an answer. */
export type SolvedPart = (typeof solvedParts)[number];

/** How far to look for the best template. */
export interface BestTemplateOptions {
  /** Work is counted in evaluations of a template. */
  readonly limits?: SolveLimits;
  /** Seconds from any start; needed when `limits.seconds` is given. */
  readonly clock?: () => number;
  /** Asked now and then; `true` ends the search with the best so far. */
  readonly cancelled?: () => boolean;
  /** A template to begin with, one minute for each patient, as a sketch of the answer. */
  readonly start?: readonly number[];
}

/** How a person's question is answered. */
export interface SolveSessionOptions extends BestTemplateOptions {
  /** Solves the masters of the bound where appointments may be at any moment; without it no bound is known there. */
  readonly solver?: Solver;
  /** Fresh samples on which figures are taken; 10,000 unless given. */
  readonly freshSamples?: number;
  /** Of the fresh samples; "fresh" unless given. */
  readonly seed?: number | string;
  /** Whether to look for simple alternatives too; `true` unless given. */
  readonly alternatives?: boolean;
  /** Length of the slots that an appointment system offers, in minutes; 15 unless given. */
  readonly slotMinutes?: number;
  /** How many sets of weights the frontier has; 20 unless given, 0 for none. */
  readonly frontier?: number;
  /** On how many problems of other luck the bound of sampled costs rests; 10 unless given, 0 for no bound. */
  readonly batches?: number;
  /** Told of each part that is done, with the answer so far. */
  readonly onProgress?: (part: SolvedPart, answer: SessionAnswer) => void;
}
