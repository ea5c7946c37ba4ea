/**
 * Fits a roster to what is new on a few days, while all other days stay as they are: an integer programme so small that
 * it is solved while somebody holds the telephone.
 *
 * @module
 */

import { compactModel } from "./compact.ts";
import { evaluate } from "./evaluate.ts";
import type { RosterModel, Tour } from "./roster-model.ts";
import type { SolveRosterOptions } from "./solve-model.ts";

/** Days from … to …, both included. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** Which days are open, and for how long. */
export interface FitOptions extends SolveRosterOptions {
  readonly open: DayWindow;
  /** Seconds on the clock at which the best so far has to do. */
  readonly until: number;
}

/** Units of the solver's work, when work is what is limited. */
const WORK = 5_000;

/** What little more is to be gained is left to the solve of the whole. */
const relativeGap = 1e-4;

/**
 * Finds the best roster that differs on open days alone.
 *
 * @param tours a roster, which need not keep to anything on the open days
 * @returns undefined when no roster keeps to everything that must be, or none was found in time
 */
export async function fitWithin(
  roster: RosterModel,
  tours: readonly Tour[],
  { open, until, ...options }: FitOptions,
): Promise<readonly Tour[] | undefined> {
  const { solver, limits = {}, clock, cancelled, seed } = options;
  const isOpen = (_: number, day: number) => day >= open.from && day <= open.to;
  const { model, toursOf, startOf } = compactModel(roster, { tours, isOpen });
  const seconds = clock === undefined || until === Infinity ? {} : { seconds: Math.max(0, until - clock()) };
  const work = limits.work === undefined ? {} : { work: WORK };
  const outcome = await solver.solve(model, {
    limits: { ...seconds, ...work },
    relativeGap,
    start: startOf(tours),
    ...(clock === undefined ? {} : { clock }),
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(seed === undefined ? {} : { seed }),
  });
  if (outcome.status !== "optimal" && outcome.status !== "feasible") return undefined;
  const found = toursOf(outcome.solution);
  return evaluate(roster, found) < Infinity ? found : undefined;
}
