/**
 * Mends a published roster with the fewest changes when somebody cannot come, and says who could take a shift.
 *
 * @module
 */

import { type RosterDifference, rosterDifference } from "./difference.ts";
import { judge } from "./judge.ts";
import { allDays, dayName, type Roster, type RosterProblem, type RuleUse } from "./problem.ts";
import { off } from "./roster-model.ts";
import { type Hours, hours } from "./rules/hours.ts";
import { type ShiftCount, shiftCount } from "./rules/shift-count.ts";
import { type Stability, stability } from "./rules/stability.ts";
import { type Unavailable, unavailable } from "./rules/unavailable.ts";
import type { SharedIncumbent } from "./shared-incumbent.ts";
import { bestSoFar, type RosterOutcome, type SolvedRoster, solveRoster } from "./solve.ts";
import type { SolveRosterOptions } from "./solve-model.ts";
import { toursFrom } from "./tours.ts";

/** Somebody who cannot come. */
export interface Absence {
  /** Index of the person. */
  readonly person: number;
  /** The first and the last day away, from 0. */
  readonly from: number;
  readonly to: number;
  /** A clause: `is ill`. */
  readonly why?: string;
}

/** What a roster has to be mended for. */
export interface RepairRequest {
  readonly absences: readonly Absence[];
  /** Dollars for each day of a person that changes. */
  readonly pricePerChange: number;
  /** The first day that can still be changed, 0 unless given. */
  readonly today?: number;
}

/** How a roster is to be mended. */
export interface RepairOptions extends SolveRosterOptions, RepairRequest {}

/** A mended roster, and what is new in it. */
export type Repair = (SolvedRoster & { readonly difference: RosterDifference }) | Exclude<RosterOutcome, SolvedRoster>;

/**
 * Finds the roster that is cheapest when each change has a price, besides everything else.
 *
 * @param published the roster that people know; it is left as it is
 * @throws {RangeError} when it does not fit the problem, or an absence lies outside of the horizon
 */
export async function repair(
  problem: RosterProblem,
  published: Roster,
  { absences, pricePerChange, today = 0, ...options }: RepairOptions,
): Promise<Repair> {
  const changed = withAbsences(problem, published, { absences, pricePerChange, today });
  const [from, to] = [Math.min(...absences.map((one) => one.from)), Math.max(...absences.map((one) => one.to))];
  // Whoever is away has to be replaced on these days, and most of the changes are there.
  const openFirst = absences.length === 0 ? {} : { openFirst: { from, to } };
  const outcome = await solveRoster(changed, { ...options, start: published, ...openFirst });
  return withDifference(outcome, published, { problem, changed });
}

/**
 * The best that threads have left behind which had to be ended: what {@link repair} would have said.
 *
 * @param request.incumbent that the threads shared
 */
export function bestRepairSoFar(
  problem: RosterProblem,
  published: Roster,
  { incumbent, ...request }: RepairRequest & { readonly incumbent: SharedIncumbent },
): Repair {
  const changed = withAbsences(problem, published, request);
  return withDifference(bestSoFar(changed, incumbent), published, { problem, changed });
}

function withDifference(
  outcome: RosterOutcome,
  published: Roster,
  { problem, changed }: { readonly problem: RosterProblem; readonly changed: RosterProblem },
): Repair {
  if (outcome.status === "infeasible" || outcome.status === "unknown") return outcome;
  // Until then nobody was away, and nothing had changed.
  const before = { ...problem, uses: withoutStability(problem) };
  return { ...outcome, difference: rosterDifference(published, outcome.roster, changed, before) };
}

/** A problem in which people are away, and every other change has its price. */
function withAbsences(
  problem: RosterProblem,
  published: Roster,
  { absences, pricePerChange, today = 0 }: RepairRequest,
): RosterProblem {
  const away = absences.map(({ person, from, to, why = "is ill" }): RuleUse<Unavailable> => {
    if (!(from >= 0 && from <= to && to < problem.days)) {
      throw new RangeError(`an absence must lie within days 0 to ${problem.days - 1}, got ${from} to ${to}`);
    }
    const days = allDays(problem).filter((day) => day >= from && day <= to);
    return { rule: unavailable.name, people: [person], parameters: { days, why } };
  });
  const isAway = (person: number, day: number) =>
    absences.some((absence) => absence.person === person && day >= absence.from && day <= absence.to);
  // That who is away does not come is no change that anybody chose.
  const known = toursFrom(published, problem).map((tour, person) =>
    Array.from(tour, (shift, day) => (isAway(person, day) ? undefined : shift)),
  );
  const parameters: Stability = { published: known, price: pricePerChange, frozenBefore: today };
  const stay: RuleUse<Stability> = {
    rule: stability.name,
    people: problem.people.map((_, index) => index),
    parameters,
  };
  const others = withoutStability(problem);
  const minutesAway = known.map((tour, person) =>
    tour.map((shift, day) => (shift === undefined ? (shiftOf(problem, published, person, day)?.workMinutes ?? 0) : 0)),
  );
  const excused = others.flatMap((use) => excusing(use, minutesAway));
  return { ...problem, uses: [...excused, ...away, stay] };
}

/** What an earlier repair held on to is no longer what people know. */
function withoutStability({ uses }: RosterProblem): RuleUse[] {
  return uses.filter(({ rule }) => rule !== stability.name);
}

/** Whoever cannot come does not have to make up for it: what they would have worked counts as worked. */
function excusing(use: RuleUse, minutesAway: readonly (readonly number[])[]): RuleUse[] {
  if (use.rule === hours.name) {
    const parameters = use.parameters as Hours;
    const credited = use.people.map((person, index) =>
      minutesAway[person]!.map((minutes, day) => minutes + (parameters.credited?.[index]?.[day] ?? 0)),
    );
    return [{ ...use, parameters: { ...parameters, credited } }];
  }
  if (use.rule !== shiftCount.name) return [use];
  const isAway = (person: number) => minutesAway[person]!.some((minutes) => minutes > 0);
  const { atLeast: _, ...rest } = use.parameters as ShiftCount;
  return [
    { ...use, people: use.people.filter((person) => !isAway(person)) },
    { ...use, people: use.people.filter(isAway), parameters: rest },
  ].filter(({ people }) => people.length > 0);
}

function shiftOf(problem: RosterProblem, roster: Roster, person: number, day: number) {
  const id = roster[problem.people[person]!.id]![day];
  return problem.shifts.find((shift) => shift.id === id);
}

/** Somebody who could take a shift, and what would come of it if nothing else changed. */
export interface Candidate {
  readonly person: string;
  /** What the person has on that day now; null for a day off. */
  readonly instead: string | null;
  /** Rules that would be broken and are not now, in words. Nobody with any is a good choice. */
  readonly breaks: readonly string[];
  /** Dollars that the roster would cost more than with the shift left open. */
  readonly cost: number;
}

/**
 * Who can take a shift: those who break nothing first, the cheapest of them before the others.
 *
 * @param person who leaves the shift behind, and is not counted beside who takes it
 * @param shift index of the shift
 */
export function candidatesFor(
  problem: RosterProblem,
  roster: Roster,
  { person: leaving, day, shift }: { readonly person: string; readonly day: number; readonly shift: number },
): Candidate[] {
  const { id } = problem.shifts[shift]!;
  const instead = (tour: Roster[string], held: string | null) => tour.map((now, on) => (on === day ? held : now));
  const open = { ...roster, [leaving]: instead(roster[leaving]!, null) };
  const now = judge(open, problem);
  const brokenNow = new Set(brokenWords(now));
  return problem.people
    .filter(({ id: person }) => person !== leaving && open[person]![day] !== id)
    .map(({ id: person }): Candidate => {
      const then = judge({ ...open, [person]: instead(open[person]!, id) }, problem);
      const breaks = brokenWords(then).filter((words) => !brokenNow.has(words));
      return { person, instead: open[person]![day]!, breaks, cost: Math.round((then.cost - now.cost) * 100) / 100 };
    })
    .sort((a, b) => a.breaks.length - b.breaks.length || a.cost - b.cost);
}

function brokenWords({ scores }: ReturnType<typeof judge>): string[] {
  return scores.flatMap(({ matches }) => matches.filter(({ cost }) => cost === Infinity).map(({ text }) => text));
}

/** The shifts that somebody who is away leaves behind, in words and by index. */
export function leftBehind(problem: RosterProblem, published: Roster, absences: readonly Absence[]) {
  return absences.flatMap(({ person, from, to }) => {
    const { id } = problem.people[person]!;
    return allDays(problem).flatMap((day) => {
      const shift = published[id]![day] ?? null;
      if (day < from || day > to || shift === null) return [];
      const index = problem.shifts.findIndex((one) => one.id === shift);
      return index === off ? [] : [{ person: id, day, shift: index, text: `${shift} on ${dayName(problem, day)}` }];
    });
  });
}
