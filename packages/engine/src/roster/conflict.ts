/**
 * Why there is no roster: rules that cannot hold together, none to spare, and what would help.
 *
 * Whether rules can be kept is asked of the solver, without any prices. Most conflicts are about one person or one day;
 * those are looked for first, because they are small. Then the set is divided until none can be left out.
 *
 * @module
 */

import { smallestConflict } from "../modelling/smallest-conflict.ts";
import { termCost } from "./evaluate.ts";
import type { Reason, RosterModel, Term } from "./roster-model.ts";
import { type SolveRosterOptions, solveModel } from "./solve-model.ts";
import { type Because, byReason, hardPart, priced } from "./terms.ts";

/** A way out: what would not be kept, and what a roster would then cost. */
export interface WayOut {
  /** The rules that give way. */
  readonly giveUp: readonly Reason[];
  /** Dollars of everything that has a price. */
  readonly cost: number;
}

/** Why there is no roster. */
export interface Conflict {
  /** Rules that cannot hold together, in words. */
  readonly conflict: readonly Reason[];
  /** Whether it has been shown that all but any one of them can be kept. */
  readonly isMinimal: boolean;
  /** Ways out, the cheapest first. */
  readonly relaxations: readonly WayOut[];
}

/**
 * Finds out why nobody can make a roster of this model.
 *
 * @param roster a model whose hard terms cannot all be kept
 * @param options.limits of each single question to the solver; `seconds` are for all of them together
 */
export async function conflictOf(roster: RosterModel, options: SolveRosterOptions): Promise<Conflict> {
  const search = new ConflictSearch(roster, options);
  const conflict = await search.smallestSet();
  return {
    conflict: conflict.map(({ reason }) => reason),
    isMinimal: search.isSure,
    relaxations: await search.waysOut(conflict),
  };
}

/** Dollars for each person or day by which a rule is missed that gives way: more than any roster saves by it. */
const PRICE_OF_GIVING_UP = 10_000;

/** Of the solve that says what a way out costs. */
const gapOfWaysOut = 0.01;

class ConflictSearch {
  /** False as soon as one question was left open. */
  isSure = true;
  readonly #roster: RosterModel;
  readonly #options: SolveRosterOptions;
  readonly #began: number;

  constructor(roster: RosterModel, options: SolveRosterOptions) {
    this.#roster = roster;
    this.#options = options;
    this.#began = options.clock?.() ?? 0;
  }

  /** Reasons that cannot hold together, while all but any one of them can. */
  async smallestSet(): Promise<readonly Because[]> {
    const all = byReason(this.#roster.terms.flatMap((term) => hardPart(term) ?? []));
    const narrow = (await this.#ofOnePerson(all)) ?? (await this.#ofOneDay(all)) ?? all;
    return await smallestConflict(narrow, (kept) => this.#canBeKept(kept));
  }

  /** For each reason alone, and if none is enough for all of the problem: give way where it is cheapest. */
  async waysOut(conflict: readonly Because[]): Promise<WayOut[]> {
    const found: WayOut[] = [];
    for (const { reason } of conflict) {
      if (this.#isOver()) break;
      const way = await this.#giveWay((term) => isSame(term.reason, reason));
      if (way !== undefined) found.push(way);
    }
    if (found.length === 0 && !this.#isOver()) {
      const way = await this.#giveWay(() => true);
      if (way !== undefined) found.push(way);
    }
    return found.sort((a, b) => a.cost - b.cost);
  }

  async #giveWay(gives: (term: Term) => boolean): Promise<WayOut | undefined> {
    const terms = this.#roster.terms.map((term) => (gives(term) ? priced(term, PRICE_OF_GIVING_UP) : term));
    const outcome = await solveModel({ ...this.#roster, terms }, { ...this.#limited(), relativeGap: gapOfWaysOut });
    if (outcome.status !== "optimal" && outcome.status !== "feasible") return undefined;
    const costs = this.#roster.terms.map((term) => ({ term, cost: termCost(term, outcome.tours, this.#roster.days) }));
    const given = byReason(costs.flatMap(({ term, cost }) => (cost === Infinity ? [term] : [])));
    const cost = costs.reduce((sum, one) => sum + (one.cost === Infinity ? 0 : one.cost), 0);
    return { giveUp: given.map(({ reason }) => reason), cost: Math.round(cost * 100) / 100 };
  }

  /** What cannot be kept for one person alone. */
  async #ofOnePerson(all: readonly Because[]): Promise<readonly Because[] | undefined> {
    for (let person = 0; person < this.#roster.people; person++) {
      const own = all.filter(({ terms }) => terms.every((term) => term.kind !== "cover" && term.person === person));
      if (own.length > 0 && !(await this.#canBeKept(own))) return own;
    }
    return undefined;
  }

  /** What cannot be kept on one day alone. */
  async #ofOneDay(all: readonly Because[]): Promise<readonly Because[] | undefined> {
    const local = all.map((because) => ({ because, day: onlyDayOf(because.terms) }));
    const together = local.flatMap(({ because, day }) => (day === undefined ? [] : [because]));
    if (together.length === 0 || (await this.#canBeKept(together))) return undefined;
    for (let day = 0; day < this.#roster.days; day++) {
      const own = local.filter((one) => one.day === day || one.day === "any").map(({ because }) => because);
      if (own.length > 0 && !(await this.#canBeKept(own))) return own;
    }
    return together;
  }

  async #canBeKept(groups: readonly Because[]): Promise<boolean> {
    if (this.#isOver()) {
      this.isSure = false;
      return true;
    }
    const terms = groups.flatMap((group) => group.terms);
    const { status } = await solveModel({ ...this.#roster, terms }, this.#limited());
    // What nobody knows is taken for kept: so the set may grow too large, but never miss its point.
    if (status === "unknown") this.isSure = false;
    return status !== "infeasible";
  }

  #isOver(): boolean {
    return this.#options.cancelled?.() === true || this.#limited().limits?.seconds === 0;
  }

  #limited(): SolveRosterOptions {
    // One integer programme answers a question of yes or no; a search by columns may not.
    const { limits = {}, clock, onProgress: _, search: __, ...options } = this.#options;
    const spent = (clock?.() ?? 0) - this.#began;
    const seconds = limits.seconds === undefined ? {} : { seconds: Math.max(0, limits.seconds - spent) };
    return { ...options, ...(clock === undefined ? {} : { clock }), limits: { ...limits, ...seconds } };
  }
}

function isSame(a: Reason, b: Reason): boolean {
  return a.rule === b.rule && a.text === b.text;
}

/** The one day that terms are about; "any" when they are about each day alone, undefined when they join days. */
function onlyDayOf(terms: readonly Term[]): number | "any" | undefined {
  const days = new Set<number>();
  for (const term of terms) {
    if (term.kind === "cell") days.add(term.day);
    else if (term.kind === "cover") for (const part of term.parts) for (const day of part.cells.days) days.add(day);
    else return undefined;
  }
  if (terms.every(({ kind }) => kind === "cell")) return days.size === 1 ? [...days][0] : "any";
  return days.size === 1 ? [...days][0] : undefined;
}
