/**
 * From a week to be made to the templates of everybody, with a proof of how good they are, or the reason why there are none.
 *
 * @module
 */

import type { StopReason } from "../modelling/solver.ts";
import { judgeWeek, type Missed } from "./judge-week.ts";
import type { WeekModel } from "./mix-model.ts";
import { type FoundMix, type MixOptions, searchMix } from "./mix-search.ts";
import { libraryOf, type Pattern, type PricedSession } from "./pricing.ts";
import { requirementsOf } from "./requirements.ts";
import { classesOf } from "./session-classes.ts";
import { type SlotChange, slotChanges } from "./week-changes.ts";
import { hasEmptyClass, type WeekConflict, weekConflict } from "./week-conflict.ts";
import { dealOut, slotsOf, type WeekPlan } from "./week-plan.ts";
import type { WeekProblem, WeekSession, WeekSlot } from "./week-problem.ts";

/** What is short, and what more of it would be worth. */
export interface Binding {
  /** `exam room has 1920 minutes on Tuesday morning` */
  readonly text: string;
  /** What is counted. */
  readonly unit: "bookings" | "minutes";
  /** What the week makes of it. */
  readonly used: number;
  /** Dollars that one more minute, or one booking less, would save: of patterns that may be split. */
  readonly worth: number;
}

/** A session of a solved week. */
export interface PlannedSession {
  /** Id of the provider. */
  readonly provider: string;
  readonly weekday: number;
  /** Name of its kind: `morning`. */
  readonly kind: string;
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  /** Bookings by the name of their visit type. */
  readonly visits: Readonly<Record<string, number>>;
  /** Expected dollars of waiting, idling and overtime. */
  readonly cost: number;
  /** Whether no other times cost less, for these visits in this order. */
  readonly isCertified: boolean;
}

/** Templates for everybody, and what they are worth. */
export interface SolvedWeek {
  /** Whether no mix of these patterns costs less by more than the gap asked for. */
  readonly status: "optimal" | "feasible";
  readonly slots: readonly WeekSlot[];
  readonly sessions: readonly PlannedSession[];
  /** Dollars a week, of everything that has a price, less what bookings are worth. */
  readonly cost: number;
  /** Dollars; no mix of these patterns costs less. */
  readonly bound: number;
  /** The distance from bound to cost, over the cost. */
  readonly gap: number;
  /** Dollars by what they are for. */
  readonly costs: {
    readonly sessions: number;
    readonly missed: number;
    readonly changes: number;
    readonly worth: number;
  };
  /** What the week does not give, at its price, the dearest first. */
  readonly missed: readonly Missed[];
  /** What is short, the dearest first. */
  readonly binding: readonly Binding[];
  /** What differs from the template of today. */
  readonly changes: readonly SlotChange[];
  /** Mixes that were looked into, and those whose times are proven to be the best. */
  readonly patterns: { readonly priced: number; readonly certified: number };
  /** Why the solve ended before its end. */
  readonly reason?: StopReason;
}

/** What came of solving a week. */
export type WeekOutcome =
  | SolvedWeek
  | ({ readonly status: "infeasible" } & WeekConflict)
  | { readonly status: "unknown"; readonly reason: StopReason; readonly bound?: number };

/** What solving a week needs and may use. */
export interface WeekOptions extends Omit<MixOptions, "onBetter"> {
  /** Hears of each better week while the search goes on. */
  readonly onBetter?: (week: SolvedWeek) => void;
}

/**
 * Finds the mix of sessions that costs least and gives what the week has to give.
 *
 * What it returns has been judged from the slots alone: a solver that says otherwise is a fault of ours, and throws.
 *
 * @param priced sessions in the order of `pricingTasks`, from `priceAll`
 */
export async function solveWeek(
  problem: WeekProblem,
  priced: readonly PricedSession[],
  { onBetter, ...options }: WeekOptions,
): Promise<WeekOutcome> {
  const began = options.clock?.() ?? 0;
  const week: WeekModel = {
    sessions: problem.sessions,
    classes: classesOf(problem, libraryOf(problem, priced)),
    requirements: requirementsOf(problem),
  };
  const patterns = { priced: priced.length, certified: priced.filter(({ isCertified }) => isCertified).length };
  const weekOf = (mix: FoundMix) => ({ ...judged(dealOut(mix.chosen, week.classes, problem), problem, mix), patterns });
  const better = (mix: FoundMix) => {
    const found = weekOf(mix);
    // What was rounded on its way may miss what the week must give.
    if (Number.isFinite(found.cost)) onBetter?.(found);
  };
  const search = { ...options, ...(onBetter && { onBetter: better }) };
  const outcome = hasEmptyClass(week) ? ({ status: "infeasible" } as const) : await searchMix(week, search);
  if (outcome.status === "unknown") return outcome;
  if (outcome.status === "infeasible") {
    return { status: "infeasible", ...(await weekConflict(week, problem, timeForWhy(options, began))) };
  }
  const solved = weekOf(outcome);
  requireAgreement(solved, outcome);
  return solved;
}

/** The fewest seconds for who has to be told why. */
const SECONDS_FOR_WHY = 5;

function timeForWhy(options: MixOptions, began: number): MixOptions {
  const { limits, clock } = options;
  if (limits?.seconds === undefined || clock === undefined) return options;
  return { ...options, limits: { ...limits, seconds: Math.max(SECONDS_FOR_WHY, began + limits.seconds - clock()) } };
}

/** Dollars, over the cost, by which the judge and the solver may differ: what adding up leaves behind. */
const rounding = 1e-6;

/** @throws {Error} when the slots do not cost what the solver says: a fault of ours */
function requireAgreement({ cost, costs, missed }: Omit<SolvedWeek, "patterns">, { cost: claimed }: FoundMix): void {
  if (Math.abs(cost - claimed) <= rounding * Math.max(1, costs.sessions + costs.missed)) return;
  const broken = missed.find((one) => one.cost === Infinity);
  const why = broken === undefined ? "" : `, and ${broken.text}`;
  throw new Error(`the solver claims a week of $${claimed}, its slots cost $${cost}${why}`);
}

function judged(plan: WeekPlan, problem: WeekProblem, mix: FoundMix): Omit<SolvedWeek, "patterns"> {
  const { status, bound, gap, duals, reason } = mix;
  const slots = slotsOf(plan, problem);
  const { missed, given, costs } = judgeWeek(slots, problem);
  const sessions = plan.reduce((sum, { cost }) => sum + cost, 0);
  const cost = sessions + costs.missed + costs.changes + costs.worth;
  const binding = given.flatMap(({ requirement: { text, unit }, amount }, index): Binding[] => {
    const worth = Math.abs(duals[index] ?? 0);
    return worth > LEAST_WORTH ? [{ text, unit, used: amount, worth }] : [];
  });
  return {
    status,
    slots,
    sessions: plan.map((pattern, index) => plannedSession(pattern, problem.sessions[index]!, problem)),
    cost,
    bound: Math.min(bound, cost),
    gap,
    costs: { sessions, ...costs },
    missed: [...missed].sort((a, b) => b.cost - a.cost),
    binding: binding.sort((a, b) => b.worth - a.worth),
    changes: problem.today === undefined ? [] : slotChanges(problem.today.slots, slots),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Dollars that are too little to speak of. */
const LEAST_WORTH = 1e-6;

function plannedSession(
  { mix, cost, isCertified }: Pattern,
  { provider, weekday, kind, from, to }: WeekSession,
  problem: WeekProblem,
): PlannedSession {
  const { id } = problem.providers[provider]!;
  return { provider: id, weekday, kind, from, to, visits: visitsByName(mix, problem), cost, isCertified };
}

function visitsByName(mix: readonly number[], { visitTypes }: WeekProblem): Record<string, number> {
  return Object.fromEntries(
    mix.flatMap((count, type) => (count === 0 ? [] : [[visitTypes[type]!.name, count] as const])),
  );
}
