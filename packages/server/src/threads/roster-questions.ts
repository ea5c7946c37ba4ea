import {
  answerRosterTask,
  candidatesFor,
  dateAfter,
  engineVersion,
  judge,
  type Roster,
  type RosterProblem,
  rosterFromJson,
  SharedIncumbent,
  type WhyNot,
} from "@praxis/engine";
import { answering, within } from "./reply.ts";
import { dayOf, personNamed, unknown } from "./roster-names.ts";
import { solving } from "./roster-tasks.ts";
import { type Document, problemOf } from "./text.ts";

/** A problem, and a roster that somebody has made for it. */
export interface RosterTask {
  readonly problem: Document;
  readonly roster: unknown;
}

/** A shift of a person on a day. */
export interface ShiftTask extends RosterTask {
  readonly person: string;
  readonly date: string;
  readonly shift: string;
}

/** What somebody would like to see instead; `off` for a day off, no shift for any. */
export interface WhyTask extends RosterTask {
  readonly person: string;
  readonly dates: readonly string[];
  readonly shift?: string | undefined;
  readonly timeLimitSeconds: number;
}

/** What every rule says of a roster. */
export const scoreRoster = answering((task: RosterTask) => {
  const { problem, roster } = rosterOf(task);
  const { keepsAll, cost, scores } = judge(roster, problem);
  return {
    praxis: engineVersion,
    problem: problem.name,
    keepsAll,
    cost,
    scores: scores.map(({ matches, ...score }) => ({
      ...score,
      matches: matches.map(({ text, cost, person, day }) => ({
        text,
        cost: Number.isFinite(cost) ? cost : null,
        ...(person === undefined ? {} : { person: problem.people[person]!.id }),
        ...(day === undefined ? {} : { date: dateAfter(problem.start, day) }),
      })),
    })),
  };
});

/** Who could take a shift that somebody leaves behind. */
export const candidatesOfShift = answering((task: ShiftTask) => {
  const { problem, roster } = rosterOf(task);
  const { id: person } = problem.people[personNamed(task.person, problem, "/person")]!;
  const day = dayOf(task.date, problem, "/date");
  const [shift] = shiftsNamed(task.shift, problem);
  return {
    praxis: engineVersion,
    problem: problem.name,
    candidates: candidatesFor(problem, roster, { person, day, shift: shift! }),
  };
});

/** Why a roster is not another. */
export const whyNotInRoster = answering(async (task: WhyTask) => {
  const { problem, roster } = rosterOf(task);
  const instead = {
    person: personNamed(task.person, problem, "/person"),
    days: [...new Set(task.dates)].map((date, index) => dayOf(date, problem, `/dates/${index}`)),
    shifts: task.shift === "off" ? ("off" as const) : shiftsNamed(task.shift, problem),
  };
  const answer = await answerRosterTask(
    {
      question: { kind: "why", problem, roster, instead },
      limits: { seconds: task.timeLimitSeconds },
      relativeGap: 1e-4,
      seed: 1,
      stop: new SharedArrayBuffer(4),
      shared: new SharedIncumbent({ people: problem.people.length, days: problem.days }).memory,
    },
    { ...solving(1), tell: () => {} },
  );
  return { praxis: engineVersion, problem: problem.name, ...withDates(answer as WhyNot, problem) };
});

/** Clients know dates, not days. */
function withDates(answer: WhyNot, { start }: RosterProblem) {
  if (!("difference" in answer)) return answer;
  const { difference, atLeast, ...rest } = answer;
  const changes = difference.changes.map(({ day, ...change }) => ({ ...change, date: dateAfter(start, day) }));
  return { ...rest, atLeast: Number.isFinite(atLeast) ? atLeast : null, difference: { ...difference, changes } };
}

function rosterOf({ problem, roster }: RosterTask): { readonly problem: RosterProblem; readonly roster: Roster } {
  const read = problemOf(problem);
  return { problem: read, roster: within("/roster", () => rosterFromJson(JSON.stringify(roster), read)) };
}

/** The shifts of a name: one with where it is, or all of that name; all there are without a name. */
function shiftsNamed(name: string | undefined, { shifts }: RosterProblem): number[] {
  const all = shifts.map((_, index) => index);
  if (name === undefined) return all;
  const exact = all.filter((index) => shifts[index]!.id === name);
  const found = exact.length > 0 ? exact : all.filter((index) => shifts[index]!.name === name);
  if (found.length > 0) return found;
  const known = [...new Set(shifts.flatMap(({ id, name }) => [name, id]))];
  throw unknown("/shift", `“${name}” is no shift of this roster`, { name, known });
}
