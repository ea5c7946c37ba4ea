/**
 * Other sequences of a session's visit types, to be tried in the simulation: which visit type when.
 *
 * As many of each type come as before, in expectation: where a type's part of the session ends within an appointment, the
 * appointment is shared by two.
 *
 * @see Denton & Gupta (2007), A sequential bounding approach for optimal appointment scheduling, IIE Transactions 35(11),
 * on seeing who varies least first
 * @module
 */

import type { Scenario, VisitTypeChoice } from "../scenario/schema.ts";
import { share } from "../scenario/units.ts";
import type { Move } from "./moves.ts";
import { roleOfSession, servedByChoice } from "./session-problem.ts";
import { choicesChange, type Session, sessionsOf } from "./sessions.ts";

/** A visit type, and how many of a session's patients are of it, in expectation. */
interface Part {
  readonly type: string;
  readonly patients: number;
}

/** Every session that sees several visit types with another sequence of them: least variance first, one type first, or last. */
export function sequenceMoves(scenario: Scenario): Move[] {
  return sessionsOf(scenario).flatMap((session) => {
    const parts = partsOf(session);
    if (parts.length < 2) return [];
    const seen = new Set([JSON.stringify(session.choices)]);
    return sequencesOf(scenario, session, parts).flatMap(({ what, groups }): Move[] => {
      const choices = dealtOut(groups, session.times.length);
      const key = JSON.stringify(choices);
      if (seen.has(key)) return [];
      seen.add(key);
      const about = `${session.template} ${session.row}`;
      return [{ name: `${session.name}: ${what}`, about, changes: [choicesChange(session, choices)] }];
    });
  });
}

/** A sequence: groups one after the other, the types of each mixed as chance has it. */
interface Sequence {
  readonly what: string;
  readonly groups: readonly (readonly Part[])[];
}

function sequencesOf(scenario: Scenario, session: Session, parts: readonly Part[]): Sequence[] {
  const sequences: Sequence[] = [];
  const role = roleOfSession(scenario, session);
  const served = role === undefined ? () => undefined : servedByChoice(scenario, role);
  const variance = ({ type }: Part) => (served(type)?.law.sd ?? 0) ** 2;
  const steadiest = [...parts].sort((a, b) => variance(a) - variance(b));
  sequences.push({ what: steadiest.map(({ type }) => type).join(", then "), groups: steadiest.map((part) => [part]) });
  for (const part of parts) {
    const others = parts.filter((other) => other !== part);
    sequences.push({ what: `${part.type} first`, groups: [[part], others] });
    sequences.push({ what: `${part.type} last`, groups: [others, [part]] });
  }
  return [...sequences, { what: "all mixed", groups: [parts] }];
}

function partsOf({ choices }: Session): Part[] {
  const patients = new Map<string, number>();
  for (const choice of choices) {
    for (const [type, part] of sharesOf(choice)) patients.set(type, (patients.get(type) ?? 0) + part);
  }
  return [...patients].flatMap(([type, count]) => (count > 0 ? [{ type, patients: count }] : []));
}

function sharesOf(choice: VisitTypeChoice): (readonly [string, number])[] {
  if (typeof choice === "string") return [[choice, 1]];
  return Object.entries(choice).map(([type, part]) => [type, share(part)] as const);
}

/** Shares below this are rounding. */
const ROUNDING = 1e-9;

/** Who comes to each of so many appointments, when groups come one after the other. */
function dealtOut(groups: readonly (readonly Part[])[], appointments: number): VisitTypeChoice[] {
  const known = new Map<string, VisitTypeChoice>();
  const spans = spansOf(groups);
  return Array.from({ length: appointments }, (_, place) => {
    const shares = spans.flatMap(({ from, to, parts }): [string, number][] => {
      const within = (Math.min(to, place + 1) - Math.max(from, place)) / (to - from);
      return parts.flatMap(({ type, patients }) =>
        within * patients > ROUNDING ? [[type, within * patients] as [string, number]] : [],
      );
    });
    const choice = choiceOf(shares);
    const key = JSON.stringify(choice);
    if (!known.has(key)) known.set(key, choice);
    return known.get(key)!;
  });
}

function spansOf(groups: readonly (readonly Part[])[]) {
  let end = 0;
  return groups.map((parts) => {
    const from = end;
    end += parts.reduce((sum, { patients }) => sum + patients, 0);
    return { from, to: end, parts };
  });
}

/** Shares to a hundredth of a percent, which together are all. */
function choiceOf(shares: readonly (readonly [string, number])[]): VisitTypeChoice {
  const [first] = shares;
  if (shares.length === 1) return first![0];
  const all = shares.reduce((sum, [, part]) => sum + part, 0);
  const whole = shares.map(([, part]) => Math.round((10_000 * part) / all));
  const largest = whole.indexOf(Math.max(...whole));
  whole[largest]! += 10_000 - whole.reduce((sum, part) => sum + part, 0);
  return Object.fromEntries(shares.map(([type], index) => [type, `${whole[index]! / 100} %`]));
}
