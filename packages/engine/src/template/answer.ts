/**
 * What is known of a template: what it is expected to cost, how surely, and how good it is.
 *
 * @module
 */

import type { StopReason } from "../modelling/solver.ts";
import type { Counting } from "./problem.ts";

/** Expected wait, idle time and overtime in minutes, as the problem counts them, and what they cost together. */
export interface SessionFigures {
  readonly cost: number;
  readonly wait: number;
  readonly idle: number;
  readonly overtime: number;
}

/** Figures of a template, and how surely they are known. */
export interface SessionCost extends SessionFigures {
  /** What was counted. */
  readonly counting: Counting;
  /** How the figures were found: exactly, or over so many samples. */
  readonly evaluation: "exact" | { readonly samples: number };
  /** Half-widths of the intervals at 95 %; absent when the figures are exact. */
  readonly halfWidths?: SessionFigures;
  /** Expected wait of each patient, if they come, in minutes. */
  readonly waits: readonly number[];
}

/** A template that somebody might use instead, and what it costs more. */
export interface Alternative extends SessionCost {
  /** `best`, `start and gap` (some at the start, then one every so many minutes) or `fixed slots`. */
  readonly kind: "best" | "start and gap" | "fixed slots";
  readonly times: readonly number[];
  /** How many come at the start, and the minutes between the others. */
  readonly startAndGap?: { readonly atStart: number; readonly every: number };
  /** How many come in each slot of so many minutes. */
  readonly slots?: { readonly minutes: number; readonly patients: readonly number[] };
  /** Cost above the best template's; on the same samples, so that chance counts once. */
  readonly loss: number;
  /** Half-width of the loss at 95 %; absent when it is exact. */
  readonly lossHalfWidth?: number;
}

/** The best template under one set of weights; what it costs under the problem's own. */
export interface FrontierPoint extends SessionCost {
  /** How much dearer the provider's minutes, idle or overtime, are taken than in the problem. */
  readonly providerFactor: number;
  readonly times: readonly number[];
}

/** The core of an answer: a template, and how good it is. */
export interface SolvedSession {
  /** `optimal` when no template is better, in no order that is allowed; `feasible` when something better may exist. */
  readonly status: "optimal" | "feasible";
  readonly reason?: StopReason;
  /** Whether the times are proved to be the best of all in their order: the bound is then the objective, but for rounding. */
  readonly certified: boolean;
  /** Minutes after the start, one for each patient in the order of being seen. */
  readonly times: readonly number[];
  /** Index into the problem's patients of each who is seen. */
  readonly order: readonly number[];
  /** What the template costs where it was optimised: exactly, or on the problem's own samples. */
  readonly objective: number;
  /** No allowed template has a lower objective. -Infinity when nothing is known. */
  readonly bound: number;
  /** Evaluations of templates that it took. */
  readonly work: number;
}

/** What a solve returned. The figures are exact, or from samples that the solve has not seen. */
export interface SessionAnswer extends Omit<SolvedSession, "bound">, SessionCost {
  /** No allowed template costs less. -Infinity when nothing is known. */
  readonly bound: number;
  /** How surely; absent when the figures are exact, and the bound is proved. */
  readonly boundConfidence?: number;
  /** No allowed template has a lower objective: proved. -Infinity when nothing is known. */
  readonly objectiveBound: number;
  readonly alternatives: readonly Alternative[];
  /** Wait against idle time against overtime: best templates from patients' time dear to provider's time dear. */
  readonly frontier: readonly FrontierPoint[];
}
