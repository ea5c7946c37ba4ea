/**
 * The mixes of visit types that fit a session.
 *
 * @module
 */

import type { SessionFill, WeekProblem, WeekSession } from "./week-problem.ts";

/** How many visits of each type there are in a session, in the order of the problem's types. */
export type Mix = readonly number[];

/** What decides which mixes fit a session, and what they cost: sessions of the same shape share them. */
export interface SessionShape {
  /** From the first appointment that can be to the end of the session. */
  readonly minutes: number;
  readonly grid: number;
  /** Indexes of the visit types that can be in it. */
  readonly sees: readonly number[];
}

/** The most mixes of one shape of session, and of all shapes together: each is priced by an optimisation of its own. */
export const MOST_PATTERNS = 2_000;

/** The most steps of the search for them, so that it ends where next to nothing fits. */
const MOST_STEPS = 1_000_000;

/** The most bookings in one session. */
const MOST_BOOKINGS = 60;

/** The shape of a session. */
export function shapeOf({ from, to, grid, sees }: WeekSession): SessionShape {
  return { minutes: to - from, grid, sees };
}

/** Names a shape, so that equal ones can be told. */
export function shapeKey({ minutes, grid, sees }: SessionShape): string {
  return `${minutes}/${grid}/${sees.join()}`;
}

/**
 * Lists the mixes of visit types that fill a session neither too little nor too much.
 *
 * A mix takes the sum of its visits' mean minutes with the provider, each times the share of patients who come. The list
 * is in the order of the first type's number, then the second's, and so on.
 *
 * @returns the mixes, or "too many" as soon as there are more than {@link MOST_PATTERNS}
 * @example
 * const law = { mean: 30 };
 * const visitTypes = [{ law, show: 1, mostInSession: 8 }, { law, show: 0.5, mostInSession: 1 }];
 * const fill = { least: 0.75, most: 1 };
 * mixesOf({ minutes: 60, grid: 5, sees: [0, 1] }, { visitTypes, fill }) // [[1, 1], [2, 0]]
 */
export function mixesOf(
  { minutes, sees }: SessionShape,
  { visitTypes, fill }: Pick<WeekProblem, "visitTypes" | "fill">,
): Mix[] | "too many" {
  const takes = visitTypes.map(({ law, show }) => law.mean * show);
  const mix = visitTypes.map(() => 0);
  const found: Mix[] = [];
  const room = limitsOf(minutes, fill);
  let steps = 0;
  const search = (place: number, left: number, bookings: number): boolean => {
    if (++steps > MOST_STEPS || found.length > MOST_PATTERNS) return false;
    const type = sees[place];
    if (type === undefined) {
      if (bookings > 0 && left <= room.most - room.least) found.push([...mix]);
      return true;
    }
    const most = Math.min(visitTypes[type]!.mostInSession, MOST_BOOKINGS - bookings, howOften(takes[type]!, left));
    for (let count = 0; count <= most; count++) {
      mix[type] = count;
      if (!search(place + 1, left - count * takes[type]!, bookings + count)) return false;
    }
    mix[type] = 0;
    return true;
  };
  const ended = search(0, room.most, 0);
  return ended && found.length <= MOST_PATTERNS ? found : "too many";
}

/** Whether a mix is one of those that fit a session. */
export function isFitting(
  mix: Mix,
  { minutes, sees }: SessionShape,
  { visitTypes, fill }: Pick<WeekProblem, "visitTypes" | "fill">,
): boolean {
  const room = limitsOf(minutes, fill);
  const takes = visitTypes.reduce((sum, { law, show }, type) => sum + law.mean * show * mix[type]!, 0);
  const isAllowed = (count: number, type: number) =>
    count === 0 || (sees.includes(type) && count <= visitTypes[type]!.mostInSession);
  return takes >= room.least && takes <= room.most && mix.every(isAllowed) && mix.some((count) => count > 0);
}

/** Sums of means may miss a limit by what adding up leaves behind. */
const rounding = 1e-9;

function limitsOf(minutes: number, { least, most }: SessionFill) {
  return { least: minutes * least - rounding, most: minutes * most + rounding };
}

/** How often something fits into what is left; whatever takes no time fits as often as there are bookings. */
function howOften(takes: number, left: number): number {
  return takes > 0 ? Math.floor(left / takes) : MOST_BOOKINGS;
}

/** How many visits of each type there are. */
export function mixOf(visits: readonly { readonly type: number }[], types: number): Mix {
  const mix = Array.from({ length: types }, () => 0);
  for (const { type } of visits) mix[type]!++;
  return mix;
}
