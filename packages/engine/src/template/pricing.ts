/**
 * What the mixes of a week's sessions cost, each looked into once.
 *
 * @module
 */

import type { StopReason } from "../modelling/solver.ts";
import {
  isFitting,
  type Mix,
  MOST_PATTERNS,
  mixesOf,
  mixOf,
  type SessionShape,
  shapeKey,
  shapeOf,
} from "./patterns.ts";
import { todaysVisits } from "./week-changes.ts";
import type { WeekProblem } from "./week-problem.ts";

/** A visit of a session, and when it is to come. */
export interface PlannedVisit {
  /** Index of the visit type. */
  readonly type: number;
  /** Minutes after the beginning of the session. */
  readonly at: number;
}

/** A session that has been looked into. */
export interface PricedSession {
  /** The visits in the order in which patients are called. */
  readonly visits: readonly PlannedVisit[];
  /** Expected dollars of waiting, idling and overtime. */
  readonly cost: number;
  /** Whether it has been shown that no other times on the grid cost less, with the visits in this order. */
  readonly isCertified: boolean;
}

/** Knows what sessions cost. */
export interface SessionPricing {
  /** The best appointment times of a mix. */
  best(mix: Mix, shape: SessionShape): PricedSession;
  /** What given times cost. */
  of(visits: readonly PlannedVisit[], shape: SessionShape): PricedSession;
}

/** One mix, and its session. */
export interface Pattern extends PricedSession {
  readonly mix: Mix;
}

/** A session to be priced: the best times of a mix, or times that are given. */
export interface PricingTask {
  readonly shape: SessionShape;
  readonly mix: Mix;
  /** As they are today; the best ones when absent. */
  readonly visits?: readonly PlannedVisit[];
}

/** All patterns of a week, each priced once. */
export interface PatternLibrary {
  /** The mixes that fit a session of this shape, in the order of {@link mixesOf}. */
  of(shape: SessionShape): readonly Pattern[];
  /** A session as it is today; undefined when it does not fit. */
  kept(visits: readonly PlannedVisit[], shape: SessionShape): Pattern | undefined;
}

/**
 * Everything that has to be priced, each once: mixes for sessions of the same length and grid are the same whoever holds
 * them.
 *
 * @throws {RangeError} when there are more mixes than can be looked into; `planning` says so with its place
 */
export function pricingTasks(problem: WeekProblem): PricingTask[] {
  const tasks = new Map<string, PricingTask>();
  for (const shape of shapesOf(problem)) {
    for (const mix of fittingMixes(shape, problem)) tasks.set(taskKey({ shape, mix }), { shape, mix });
  }
  const types = problem.visitTypes.length;
  for (const [session, visits] of todaysVisits(problem)) {
    const shape = shapeOf(problem.sessions[session]!);
    const mix = mixOf(visits, types);
    if (isFitting(mix, shape, problem)) tasks.set(taskKey({ shape, mix, visits }), { shape, mix, visits });
  }
  return [...tasks.values()];
}

/** The different shapes of a week's sessions. */
export function shapesOf({ sessions }: Pick<WeekProblem, "sessions">): SessionShape[] {
  return [...new Map(sessions.map((session) => [shapeKey(shapeOf(session)), shapeOf(session)])).values()];
}

/** Whoever waits for prices. */
export interface PricingOptions {
  readonly limits?: { readonly seconds?: number };
  /** Seconds from any start. */
  readonly clock?: () => number;
  /** Asked before each session. */
  readonly cancelled?: () => boolean;
  /** Told after each session. */
  readonly onPriced?: (priced: number, of: number) => void;
}

/** Prices sessions, one after the other; gives up when the time is over. */
export function priceAll(
  tasks: readonly PricingTask[],
  pricing: SessionPricing,
  { limits: { seconds = Infinity } = {}, clock = () => 0, cancelled, onPriced }: PricingOptions = {},
): PricedSession[] | StopReason {
  const until = clock() + seconds;
  const priced: PricedSession[] = [];
  for (const { mix, shape, visits } of tasks) {
    if (cancelled?.() === true) return "cancelled";
    if (clock() > until) return "time limit";
    priced.push(visits === undefined ? pricing.best(mix, shape) : pricing.of(visits, shape));
    onPriced?.(priced.length, tasks.length);
  }
  return priced;
}

/** Puts prices, in the order of {@link pricingTasks}, where each session finds them. */
export function libraryOf(problem: WeekProblem, priced: readonly PricedSession[]): PatternLibrary {
  const patterns = new Map(
    pricingTasks(problem).map((task, index): [string, Pattern] => [
      taskKey(task),
      { mix: task.mix, ...priced[index]! },
    ]),
  );
  const ofShapes = new Map(
    shapesOf(problem).map((shape) => [
      shapeKey(shape),
      fittingMixes(shape, problem).map((mix) => patterns.get(taskKey({ shape, mix }))!),
    ]),
  );
  return {
    of: (shape) => ofShapes.get(shapeKey(shape)) ?? [],
    kept: (visits, shape) => patterns.get(taskKey({ shape, mix: mixOf(visits, problem.visitTypes.length), visits })),
  };
}

function fittingMixes(shape: SessionShape, problem: WeekProblem): Mix[] {
  const mixes = mixesOf(shape, problem);
  if (mixes !== "too many") return mixes;
  throw new RangeError(`more than ${MOST_PATTERNS} mixes fit a session of ${shape.minutes} minutes`);
}

function taskKey({ shape: { minutes, grid }, mix, visits = [] }: PricingTask): string {
  return `${minutes}/${grid}/${mix.join()}/${visits.map(({ type, at }) => `${type}@${at}`).join()}`;
}
