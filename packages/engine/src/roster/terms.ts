/**
 * What must be kept of a term, and what has only a price.
 *
 * @module
 */

import type { Limits, Reason, RosterModel, Term } from "./roster-model.ts";

/** The part of a term that must be kept, without its prices; undefined when it has none. */
export function hardPart(term: Term): Term | undefined {
  if (term.kind === "cell" || term.kind === "succession") return term.cost === Infinity ? term : undefined;
  const { min, max, costPerUnder, costPerOver } = term.limits;
  const limits: Limits = {
    ...(min !== undefined && costPerUnder === Infinity ? { min, costPerUnder } : {}),
    ...(max !== undefined && costPerOver === Infinity ? { max, costPerOver } : {}),
  };
  return limits.min === undefined && limits.max === undefined ? undefined : { ...term, limits };
}

/** A term in which everything that must be kept has a price instead, for each person or day by which it is missed. */
export function priced(term: Term, price: number): Term {
  const instead = (cost: number | undefined, unit = 1) => (cost === Infinity ? price / unit : (cost ?? 0));
  if (term.kind === "cell" || term.kind === "succession") return { ...term, cost: instead(term.cost) };
  const unit = largestWeight(term);
  const { costPerUnder, costPerOver, ...limits } = term.limits;
  return {
    ...term,
    limits: { ...limits, costPerUnder: instead(costPerUnder, unit), costPerOver: instead(costPerOver, unit) },
  };
}

/** A price for what must be kept: no sum of soft costs on one row outweighs it. */
export function hardPriceOf(model: RosterModel): number {
  let largest = 1;
  const see = (value: number | undefined) => {
    if (value !== undefined && Math.abs(value) < Number.POSITIVE_INFINITY) largest = Math.max(largest, Math.abs(value));
  };
  for (const term of model.terms) {
    if ("cost" in term) see(term.cost);
    else {
      see(term.limits.costPerUnder);
      see(term.limits.costPerOver);
    }
  }
  return 100 * largest;
}

function largestWeight(term: Term): number {
  const cells = term.kind === "sum" ? term.cells : term.kind === "cover" ? term.parts.map((part) => part.cells) : [];
  return Math.max(1, ...cells.map(({ weight }) => Math.abs(weight)));
}

/** Terms with the reason that they share. */
export interface Because {
  readonly reason: Reason;
  readonly terms: readonly Term[];
}

/** Terms by their reasons, in the order in which these first appear. */
export function byReason(terms: readonly Term[]): Because[] {
  const groups = new Map<string, { reason: Reason; terms: Term[] }>();
  for (const term of terms) {
    const key = `${term.reason.rule}\n${term.reason.text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { reason: term.reason, terms: [term] });
    else group.terms.push(term);
  }
  return [...groups.values()];
}
