import type { MessagePort } from "node:worker_threads";
import {
  answerRosterTask,
  bestSoFar,
  dateAfter,
  engineVersion,
  highs,
  type Repair,
  type RosterLimits,
  type RosterOutcome,
  type RosterProblem,
  rosterFromJson,
  rosterToJson,
  ScenarioError,
  SharedIncumbent,
  Streams,
  sampler,
} from "@praxis/engine";
import { answering, within } from "./reply.ts";
import { dayOf, personNamed } from "./roster-names.ts";
import { type Document, problemOf } from "./text.ts";

interface ProblemTask {
  readonly problem: Document;
}

interface SharedTask extends ProblemTask {
  readonly shared: SharedArrayBuffer;
}

/** A search for a roster. */
export interface SolveTask extends SharedTask, RosterLimits {
  readonly stop: SharedArrayBuffer;
  /** Hears how far it has come. */
  readonly port: MessagePort;
}

/** How large a roster will be. */
export const rosterSize = answering(({ problem }: ProblemTask) => {
  const { people, days } = problemOf(problem);
  return { people: people.length, days };
});

/** Looks for a roster. */
export const solveRoster = answering(async ({ problem, port, ...task }: SolveTask) => {
  try {
    const answer = await answerRosterTask(
      { ...task, question: { kind: "solve", problem: problemOf(problem) } },
      { ...solving(task.seed), tell: (news) => port.postMessage(news) },
    );
    return answer as RosterOutcome;
  } finally {
    port.close();
  }
});

/** What a search takes, in a thread of this platform. */
export function solving(seed: number) {
  return {
    solver: highs,
    relaxation: highs,
    random: sampler({ draw: (uniform) => uniform }, new Streams({ seed }).of("roster")),
    clock: () => performance.now() / 1000,
  };
}

/** What the threads of a search have left behind which had to be ended. */
export const rosterLeftBehind = answering(({ problem, shared }: SharedTask) => leftBehind(problemOf(problem), shared));

/** Who cannot come, by id and dates, and what a change costs. */
export interface RepairWords {
  readonly absent: readonly { readonly person: string; readonly from: string; readonly to?: string | undefined }[];
  /** The first date that can still be changed. */
  readonly today?: string | undefined;
  readonly pricePerChange: number;
}

/** A roster to be mended. */
export interface RepairTask extends ProblemTask, RosterLimits {
  readonly roster: unknown;
  readonly repair: RepairWords;
  readonly stop: SharedArrayBuffer;
}

/**
 * Reads what a roster is to be mended for.
 *
 * @throws {ScenarioError} with what is wrong in it
 */
export function repairOf({ problem, roster, repair: { absent, today, pricePerChange } }: RepairRequestWords) {
  const read = problemOf(problem);
  const published = within("/roster", () => rosterFromJson(JSON.stringify({ roster }), read));
  const absences = absent.map(({ person, from, to = from }, index) => {
    const place = `/absent/${index}`;
    const absence = {
      person: personNamed(person, read, `${place}/person`),
      from: dayOf(from, read, `${place}/from`),
      to: dayOf(to, read, `${place}/to`),
    };
    if (absence.from <= absence.to) return absence;
    const message = `${to} is before ${from}`;
    throw new ScenarioError([{ code: "wrong-value", path: `${place}/to`, message, hint: "write the last day away" }]);
  });
  const first = today === undefined ? 0 : dayOf(today, read, "/today");
  return { problem: read, roster: published, how: { absences, pricePerChange, today: first } };
}

type RepairRequestWords = Pick<RepairTask, "problem" | "roster" | "repair">;

/** Mends a roster with the fewest changes. */
export const repairRoster = answering(async ({ stop, limits, relativeGap, seed, ...words }: RepairTask) => {
  const { problem, roster, how } = repairOf(words);
  const { memory: shared } = new SharedIncumbent({ people: problem.people.length, days: problem.days });
  const outcome = (await answerRosterTask(
    { question: { kind: "repair", problem, roster, how }, limits, relativeGap, seed, stop, shared },
    { ...solving(seed), tell: () => {} },
  )) as Repair;
  if (!("difference" in outcome)) return resultOf(outcome, problem);
  const { changes, ...difference } = outcome.difference;
  const dated = changes.map(({ day, ...change }) => ({ ...change, date: dateAfter(problem.start, day) }));
  return { ...resultOf(outcome, problem), difference: { ...difference, changes: dated } };
});

/** The best roster so far, as clients get it. */
export const rosterSoFar = answering((task: SharedTask) => {
  const problem = problemOf(task.problem);
  return resultOf(leftBehind(problem, task.shared), problem);
});

/** What came of a search, as clients get it. */
export const rosterResult = answering(({ problem, outcome }: ProblemTask & { readonly outcome: RosterOutcome }) =>
  resultOf(outcome, problemOf(problem)),
);

function leftBehind(problem: RosterProblem, shared: SharedArrayBuffer): RosterOutcome {
  return bestSoFar(problem, new SharedIncumbent({ people: problem.people.length, days: problem.days }, shared));
}

function resultOf(outcome: RosterOutcome, problem: RosterProblem) {
  if (!("roster" in outcome)) return { praxis: engineVersion, problem: problem.name, ...outcome };
  const { status, reason } = outcome;
  return { ...rosterToJson(outcome, problem, { state: "draft" }), status, ...(reason === undefined ? {} : { reason }) };
}
