/**
 * Fits a roster to what is new on a few days, while all other days stay as they are: an integer programme so small that
 * it is solved while somebody holds the telephone.
 *
 * @module
 */

import { compactModel } from "./compact.ts";
import { evaluate } from "./evaluate.ts";
import { mend } from "./mend.ts";
import { off, type RosterModel, type Tour } from "./roster-model.ts";
import type { SolveRosterOptions } from "./solve-model.ts";

/** Days from … to …, both included. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** Which days are open, and for how long. */
interface FitOptions extends SolveRosterOptions {
  readonly open: DayWindow;
  /** Seconds on the clock at which the best so far has to do. */
  readonly until: number;
}

/** What has to be open, and who hears of each better roster. */
export interface AroundOptions extends SolveRosterOptions {
  readonly open: DayWindow;
  readonly clock: () => number;
  readonly onBetter: (tours: readonly Tour[]) => void;
}

/** The part of the time that may go into days that have to be open before the whole is looked at. */
const SHARE_OF_FIT = 0.7;

/**
 * Fits a roster to what is new on some days: in moments, then by a programme of these days, then of more around them.
 *
 * @param given a roster, which need not keep to anything
 */
export async function fitAround(
  roster: RosterModel,
  given: readonly Tour[],
  { open, onBetter, ...options }: AroundOptions,
): Promise<readonly Tour[]> {
  const { clock, cancelled, limits: { seconds = Infinity } = {} } = options;
  const until = clock() + SHARE_OF_FIT * seconds;
  const isOver = () => clock() >= until || cancelled?.() === true;
  let tours: readonly Tour[] = mend(roster, withoutForbidden(roster, given), { open, isOver });
  onBetter(tours);
  for (const window of widening(open, roster.days)) {
    const began = clock();
    if (isOver()) break;
    const better = await fitWithin(roster, tours, { ...options, open: window, until });
    if (better === undefined) continue;
    tours = better;
    onBetter(tours);
    // A wider window takes several times as long; more than one that does is left to the solve of the whole.
    const now = clock();
    if (window.from < open.from || window.to > open.to || now + 3 * (now - began) > until) break;
  }
  return tours;
}

/** Tours in which nobody works what they may not on a day: whoever is ill is at home, whoever replaces them. */
function withoutForbidden({ terms }: RosterModel, tours: readonly Tour[]): Tour[] {
  const allowed = tours.map((tour) => Int16Array.from(tour));
  for (const term of terms) {
    if (term.kind !== "cell" || term.cost < Infinity) continue;
    if (tours[term.person]![term.day] === term.shift) allowed[term.person]![term.day] = off;
  }
  return allowed;
}

/** A window of days, and wider ones for when it does not do. */
function widening({ from, to }: DayWindow, days: number): DayWindow[] {
  return [0, 3, 7].map((more) => ({ from: Math.max(0, from - more), to: Math.min(days - 1, to + more) }));
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
async function fitWithin(
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
