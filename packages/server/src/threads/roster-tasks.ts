import type { MessagePort } from "node:worker_threads";
import {
  answerRosterTask,
  bestSoFar,
  engineVersion,
  highs,
  type RosterLimits,
  type RosterOutcome,
  type RosterProblem,
  rosterToJson,
  SharedIncumbent,
  Streams,
  sampler,
} from "@praxis/engine";
import { answering } from "./reply.ts";
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
