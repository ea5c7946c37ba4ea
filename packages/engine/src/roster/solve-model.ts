/**
 * Finds tours for a roster problem in terms, by the road that fits its size.
 *
 * @module
 */

import type { RelaxationSolver } from "../modelling/relaxation.ts";
import { gapBetween, type SolveLimits, type SolveProgress, type Solver, type StopReason } from "../modelling/solver.ts";
import { compactModel } from "./compact.ts";
import { evaluate } from "./evaluate.ts";
import { type DayWindow, fitAround } from "./fit-within.ts";
import { off, type RosterModel, type Tour } from "./roster-model.ts";
import type { SharedIncumbent } from "./shared-incumbent.ts";
import { improveInParts } from "./solve-in-parts.ts";
import { solveLarge } from "./solve-large.ts";
import { mostResources } from "./tables.ts";
import { hardPart } from "./terms.ts";

/** What a solve of a roster needs and may use. */
export interface SolveRosterOptions {
  /** Solves linear and integer programmes. */
  readonly solver: Solver;
  /** What the search by columns needs besides, without which only small rosters are solved well. */
  readonly search?: RosterSearch;
  /** Seconds, or units of work: of the solver's own for small problems, of {@link solveLarge} for others. */
  readonly limits?: SolveLimits;
  /** A solution counts as optimal when its gap is no greater; 1e-6 by default. */
  readonly relativeGap?: number;
  readonly seed?: number;
  /** Seconds from any start. */
  readonly clock?: () => number;
  /** Asked now and then; `true` ends the solve with the best answer so far. */
  readonly cancelled?: () => boolean;
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** What the search by columns needs. */
export interface RosterSearch {
  /** Solves relaxations that grow. */
  readonly relaxation: RelaxationSolver;
  /** A uniform number in [0, 1), for the choices of the search. */
  readonly random: () => number;
  /** Seconds from any start. */
  readonly clock: () => number;
  /** Where several threads that solve the same problem keep the best roster of all. */
  readonly incumbent?: SharedIncumbent;
}

/** Tours for all people, or why there are none. */
export type ToursOutcome =
  | {
      readonly status: "optimal" | "feasible";
      readonly tours: readonly Tour[];
      readonly cost: number;
      readonly bound: number;
      readonly gap: number;
      readonly reason?: StopReason;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "unknown"; readonly reason: StopReason; readonly bound?: number };

type Options = SolveRosterOptions & {
  readonly start?: readonly Tour[] | undefined;
  /** Days to which a start has to be fitted before anything else. */
  readonly openFirst?: DayWindow | undefined;
};

/** People times days times shifts up to which one integer programme proves its answer within seconds. */
const SMALL = 250;

/** And up to which it finds a good one by itself, after a start. */
const FOR_ONE_PROGRAMME = 30_000;

/** And up to which it can be a road at all: beyond, it would outgrow the memory of the solver. */
const MANAGEABLE = 200_000;

/** Sums and blocks of one person that may bind, up to which tours can be priced one by one. */
const FEW_RESOURCES = 12;

/**
 * Finds the cheapest tours that keep to all hard terms.
 *
 * @param options.start tours to begin with; they need not keep to anything
 */
export async function solveModel(roster: RosterModel, options: Options): Promise<ToursOutcome> {
  const size = roster.people * roster.days * roster.shifts;
  const { search } = options;
  if (search === undefined || size <= SMALL) return await solveCompact(roster, options);
  const began = search.clock();
  const byProgramme = mostResources(roster) > FEW_RESOURCES;
  const isLarge = size > FOR_ONE_PROGRAMME;
  const start = await toursToBeginWith(roster, options, byProgramme && !isLarge);
  const rest = () => ({ ...timeLeft(options, began), start });
  if (byProgramme && !isLarge) return await solveCompact(roster, rest());
  if (byProgramme) return await solveInParts(roster, { ...rest(), search });
  const isPossible = start !== undefined && evaluate(roster, start) < Infinity;
  if (!isPossible && size <= MANAGEABLE && (await isHopeless(roster, rest()))) return { status: "infeasible" };
  const found = await solveByColumns(roster, rest(), search);
  if (found.status !== "unknown" || found.reason !== "numerical trouble" || size > MANAGEABLE) return found;
  return await solveCompact(roster, rest());
}

/** The part of the time that goes into parts before the whole is looked at, where it can be. */
const SHARE_OF_PARTS = 0.8;

/** Units of the solver's work for each part, when work is what is limited. */
const WORK_OF_PART = 5_000;

/** By parts, then by a programme of the whole if its relaxation can be hoped for: it alone knows a bound. */
async function solveInParts(
  roster: RosterModel,
  { search, ...options }: Options & { search: RosterSearch },
): Promise<ToursOutcome> {
  const { start, limits: { seconds = Infinity, work } = {}, seed, cancelled, onProgress, solver } = options;
  const isManageable = roster.people * roster.days * roster.shifts <= MANAGEABLE;
  const began = search.clock();
  const share = isManageable ? SHARE_OF_PARTS : 1;
  const nobody = () => Array.from({ length: roster.people }, () => new Int16Array(roster.days).fill(off));
  const tours = await improveInParts(roster, start ?? nobody(), {
    ...search,
    solver,
    seconds: share * seconds,
    ...(work === undefined ? {} : { work: { each: WORK_OF_PART, parts: Math.ceil((share * work) / WORK_OF_PART) } }),
    ...(seed === undefined ? {} : { seed }),
    ...(cancelled === undefined ? {} : { cancelled }),
    onBetter: (objective) => onProgress?.({ objective, gap: Infinity }),
  });
  if (isManageable) return await solveCompact(roster, { ...timeLeft({ ...options, search }, began), start: tours });
  const cost = evaluate(roster, tours);
  const reason = stopReasonOf(options.limits ?? {}, cancelled);
  if (cost === Infinity) return { status: "unknown", reason };
  return { status: "feasible", tours, cost, bound: -Infinity, gap: Infinity, reason };
}

/** The part of the time that may go into the question whether there is a roster at all. */
const SHARE_OF_DOUBT = 0.25;

/** Units of the solver's work for it, when work is what is limited. */
const WORK_OF_DOUBT = 20_000;

/**
 * Whether cover that must be met cannot be: a search by columns would look for it until its time is over. Where all
 * cover has a price there is a roster as soon as everybody has a tour.
 */
async function isHopeless(roster: RosterModel, options: Options): Promise<boolean> {
  const terms = roster.terms.flatMap((term) => hardPart(term) ?? []);
  if (!terms.some(({ kind }) => kind === "cover")) return false;
  const { limits: { seconds, work } = {}, onProgress: _, search: __, start: ___, ...others } = options;
  const limits = {
    ...(seconds === undefined ? {} : { seconds: SHARE_OF_DOUBT * seconds }),
    ...(work === undefined ? {} : { work: WORK_OF_DOUBT }),
  };
  const { status } = await solveCompact({ ...roster, terms }, { ...others, limits });
  return status === "infeasible";
}

/** The options with what is left of their time. */
function timeLeft(options: Options, began: number): Options {
  const { limits: { seconds, ...limits } = {}, search } = options;
  if (seconds === undefined || search === undefined) return options;
  return { ...options, limits: { ...limits, seconds: Math.max(0, began + seconds - search.clock()) } };
}

/**
 * Tours to begin with: those given, fitted first to the days that have to be open; without any, some found in moments
 * if the road needs them.
 */
async function toursToBeginWith(roster: RosterModel, options: Options, isNeeded: boolean) {
  const { start, openFirst, search } = options;
  if (search === undefined || (start === undefined && !isNeeded)) return start;
  const { incumbent, ...others } = search;
  const tours = start ?? (await solveLarge(roster, { ...others, limits: {}, startOnly: true })).tours;
  const offer = (better: readonly Tour[]) => {
    const cost = evaluate(roster, better);
    if (cost < Infinity) incumbent?.offer({ cost, tours: better });
  };
  if (tours !== undefined) offer(tours);
  if (tours === undefined || openFirst === undefined) return tours;
  return await fitAround(roster, tours, { ...options, open: openFirst, clock: search.clock, onBetter: offer });
}

async function solveCompact(
  roster: RosterModel,
  { start, search, openFirst: _, ...options }: Options,
): Promise<ToursOutcome> {
  const { model, toursOf, startOf } = compactModel(roster);
  const { solver, ...given } = options;
  const outcome = await solver.solve(model, {
    ...given,
    ...(start === undefined ? {} : { start: startOf(start) }),
    onProgress: (progress) => {
      const { objective, bound, solution } = progress;
      if (bound !== undefined) search?.incumbent?.raiseBound(bound);
      if (objective !== undefined && solution !== undefined) {
        search?.incumbent?.offer({ cost: objective, tours: toursOf(solution) });
      }
      options.onProgress?.(progress);
    },
  });
  switch (outcome.status) {
    case "optimal":
    case "feasible": {
      const { status, objective: cost, bound, solution } = outcome;
      const reason = "reason" in outcome ? { reason: outcome.reason } : {};
      return { status, tours: toursOf(solution), cost, bound, gap: gapBetween(cost, bound), ...reason };
    }
    case "infeasible":
    case "unknown":
      return outcome;
    case "unbounded":
      throw new Error("a roster's cost cannot fall without end; a term must be wrong");
  }
}

async function solveByColumns(
  roster: RosterModel,
  { limits = {}, cancelled, onProgress, start, solver }: Options,
  { incumbent, ...search }: RosterSearch,
): Promise<ToursOutcome> {
  const answer = await solveLarge(roster, {
    ...search,
    solver,
    limits,
    ...(start === undefined ? {} : { start }),
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(incumbent === undefined ? {} : { incumbent }),
    onProgress: ({ cost, bound }) => {
      incumbent?.raiseBound(bound);
      onProgress?.({ objective: cost, bound, gap: gapBetween(cost, bound) });
    },
  });
  if (answer.status === "infeasible") return { status: "infeasible" };
  // Another thread may know better.
  const cost = Math.min(answer.cost, incumbent?.read()?.cost ?? Infinity);
  const tours = cost < answer.cost ? incumbent!.read()!.tours : answer.tours;
  const bound = Math.min(cost, Math.max(answer.bound, incumbent?.bound ?? -Infinity));
  const reason = stopReasonOf(limits, cancelled);
  if (tours === undefined) return { status: "unknown", reason, ...(Number.isFinite(bound) ? { bound } : {}) };
  const gap = gapBetween(cost, bound);
  if (gap <= roundingGap) return { status: "optimal", tours, cost, bound, gap };
  return { status: "feasible", tours, cost, bound, gap, reason };
}

/** A gap that only rounding leaves. */
const roundingGap = 1e-9;

/** Why a search by columns ended, which ends by itself only when it has proved its roster or cannot go on. */
function stopReasonOf({ seconds, work }: SolveLimits, cancelled?: () => boolean): StopReason {
  if (cancelled?.() === true) return "cancelled";
  return seconds !== undefined ? "time limit" : work !== undefined ? "work limit" : "numerical trouble";
}
