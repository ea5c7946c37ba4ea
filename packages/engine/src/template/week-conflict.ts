/**
 * Why there is no week: what cannot be kept together, none of it to spare, and what would help.
 *
 * @module
 */

import { smallestConflict } from "../modelling/smallest-conflict.ts";
import type { StopReason } from "../modelling/solver.ts";
import { columnsOf, type WeekModel } from "./mix-model.ts";
import { type ChosenColumn, type MixOptions, searchMix } from "./mix-search.ts";
import { countedFor, isCounted, missedBy, type Requirement } from "./requirements.ts";
import type { Refusal, SessionClass } from "./session-classes.ts";
import type { WeekProblem, WeekWish } from "./week-problem.ts";

/** What is not kept, and by how much. */
export interface GivenUp {
  readonly text: string;
  readonly by: number;
  readonly unit: Requirement["unit"];
}

/** A way out: what would not be kept, and what the week would then cost. */
export interface WeekWayOut {
  readonly giveUp: readonly GivenUp[];
  /** Dollars of everything that has a price. */
  readonly cost: number;
}

/** Why there is no week. */
export interface WeekConflict {
  /** What cannot be kept together, in words. */
  readonly conflict: readonly string[];
  /** Whether it has been shown that all but any one of them can be kept. */
  readonly isMinimal: boolean;
  /** Ways out, the cheapest first. */
  readonly waysOut: readonly WeekWayOut[];
}

/** Something that must be: a requirement, or a wish without a price. */
type Must =
  | { readonly kind: "requirement"; readonly text: string; readonly requirement: Requirement }
  | { readonly kind: "wish"; readonly text: string; readonly wish: number; readonly ofClass: number };

/** Dollars for each booking or minute that gives way: more than anybody saves by it. */
const PRICE_OF_GIVING_WAY = 100_000;

/** Of the solve that says what a way out costs. */
const gapOfWaysOut = 0.01;

/** Finds out why a week cannot be. `limits.seconds` are for all questions together. */
export async function weekConflict(
  week: WeekModel,
  problem: WeekProblem,
  { onProgress: _, onBetter: __, ...options }: MixOptions,
): Promise<WeekConflict> {
  const began = options.clock?.() ?? 0;
  const musts = mustsOf(week, problem.wishes);
  let isSure = true;
  const conflict = await smallestConflict(musts, async (kept) => {
    if (isOver(left())) {
      isSure = false;
      return true;
    }
    const status = await statusOf(onlyWith(week, kept), left());
    // What nobody knows is taken for kept: so the set may grow too large, but never miss its point.
    if (status !== "infeasible" && status !== "optimal" && status !== "feasible") isSure = false;
    return status !== "infeasible";
  });
  const waysOut: WeekWayOut[] = [];
  for (const must of conflict) {
    if (!isOver(left())) waysOut.push(...(await wayOut(week, [must], left())));
  }
  // One thing alone may not be enough, where there are several conflicts.
  if (waysOut.length === 0 && !isOver(left())) waysOut.push(...(await wayOut(week, musts, left())));
  return {
    conflict: conflict.map(({ text }) => text),
    isMinimal: isSure,
    waysOut: waysOut.sort((a, b) => a.cost - b.cost),
  };

  function left(): MixOptions {
    const { limits, clock } = options;
    if (limits?.seconds === undefined || clock === undefined) return options;
    return { ...options, limits: { ...limits, seconds: Math.max(0, began + limits.seconds - clock()) } };
  }
}

function isOver({ limits, cancelled }: MixOptions): boolean {
  return cancelled?.() === true || limits?.seconds === 0;
}

/** Everything that must be, wishes first: a conflict among one provider's own wishes is told before one about all. */
function mustsOf({ classes, requirements }: WeekModel, wishes: readonly WeekWish[]): Must[] {
  const hard = requirements.filter(({ price }) => price === undefined);
  return [
    ...classes.flatMap(({ sessions }, ofClass) =>
      [...wishes.entries()]
        .filter(([, { session, price }]) => session === sessions[0] && price === undefined)
        .map(([wish, { text }]): Must => ({ kind: "wish", text: textOf(text, sessions.length), wish, ofClass })),
    ),
    ...hard.map((requirement): Must => ({ kind: "requirement", text: requirement.text, requirement })),
  ];
}

function textOf(text: string, sessions: number): string {
  return sessions === 1 ? text : `${text} (and ${sessions - 1} more like it)`;
}

/** The week with only some of what must be, and no prices. */
function onlyWith(week: WeekModel, kept: readonly Must[]): WeekModel {
  const requirements = kept.flatMap((must) => (must.kind === "requirement" ? [must.requirement] : []));
  const wishes = new Set(kept.flatMap((must) => (must.kind === "wish" ? [keyOf(must)] : [])));
  const classes = week.classes.map(({ sessions, columns }, ofClass) => ({
    sessions,
    columns: columns.map((column) => ({
      ...column,
      cost: 0,
      refuses: column.refuses.filter(({ wish }) => wishes.has(keyOf({ wish, ofClass }))),
    })),
  }));
  return { ...week, classes, requirements };
}

function keyOf({ wish, ofClass }: { readonly wish: number; readonly ofClass: number }): string {
  return `${ofClass}/${wish}`;
}

async function statusOf(
  week: WeekModel,
  options: MixOptions,
): Promise<"optimal" | "feasible" | "infeasible" | StopReason> {
  if (hasEmptyClass(week)) return "infeasible";
  const outcome = await searchMix(week, options);
  return outcome.status === "unknown" ? outcome.reason : outcome.status;
}

/** Whether there is a class for which no pattern is left. */
export function hasEmptyClass(week: Pick<WeekModel, "classes">): boolean {
  const filled = new Set(columnsOf(week).map(({ ofClass }) => ofClass));
  return week.classes.some((_, index) => !filled.has(index));
}

/** What it would cost to give some of them up as far as need be; nothing when that is not enough. */
async function wayOut(week: WeekModel, musts: readonly Must[], options: MixOptions): Promise<WeekWayOut[]> {
  const eased = easedBy(week, musts);
  if (hasEmptyClass(eased)) return [];
  const outcome = await searchMix(eased, { ...options, relativeGap: gapOfWaysOut });
  if (outcome.status !== "optimal" && outcome.status !== "feasible") return [];
  const given = musts.map((must) => ({
    text: must.text,
    by: must.kind === "wish" ? refusals(outcome.chosen, week, must) : lacking(outcome.chosen, week, must.requirement),
    unit: must.kind === "wish" ? ("bookings" as const) : must.requirement.unit,
  }));
  const giveUp = given.filter(({ by }) => by > rounding).map((one) => ({ ...one, by: Math.ceil(one.by - rounding) }));
  const cost = outcome.cost - PRICE_OF_GIVING_WAY * given.reduce((sum, { by }) => sum + by, 0);
  return [{ giveUp, cost: Math.round(cost * 100) / 100 }];
}

/** Less of a minute than anybody misses. */
const rounding = 1e-6;

/** The week in which some of what must be has a price. */
function easedBy(week: WeekModel, musts: readonly Must[]): WeekModel {
  const wishes = new Set(musts.flatMap((must) => (must.kind === "wish" ? [keyOf(must)] : [])));
  const eased = new Set(musts.flatMap((must) => (must.kind === "requirement" ? [must.requirement] : [])));
  const classes = week.classes.map(({ sessions, columns }, ofClass): SessionClass => {
    const isEased = ({ wish }: Refusal) => wishes.has(keyOf({ wish, ofClass }));
    return {
      sessions,
      columns: columns.map((column) => {
        const by = column.refuses.filter(isEased).reduce((sum, refusal) => sum + refusal.by, 0);
        const refuses = column.refuses.filter((refusal) => !isEased(refusal));
        return { ...column, refuses, cost: column.cost + by * PRICE_OF_GIVING_WAY };
      }),
    };
  });
  const requirements = week.requirements.map((one) => (eased.has(one) ? { ...one, price: PRICE_OF_GIVING_WAY } : one));
  return { ...week, classes, requirements };
}

/** By how much the chosen patterns miss a requirement. */
function lacking(chosen: readonly ChosenColumn[], { classes, sessions }: WeekModel, requirement: Requirement): number {
  let sum = 0;
  for (const { pattern, ofClass, count } of chosen) {
    if (!isCounted(requirement, sessions[classes[ofClass]!.sessions[0]!]!)) continue;
    sum += count * countedFor(requirement, pattern.mix);
  }
  return missedBy(requirement, sum);
}

/** By how many bookings the chosen patterns refuse a wish. */
function refusals(
  chosen: readonly ChosenColumn[],
  { classes }: WeekModel,
  { wish, ofClass }: Extract<Must, { readonly kind: "wish" }>,
): number {
  return chosen
    .filter((column) => column.ofClass === ofClass)
    .reduce((sum, { pattern, count }) => {
      const { refuses } = classes[ofClass]!.columns.find((one) => one.pattern === pattern)!;
      return sum + count * (refuses.find((refusal) => refusal.wish === wish)?.by ?? 0);
    }, 0);
}
