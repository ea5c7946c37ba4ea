import type { MessagePort } from "node:worker_threads";
import {
  highs,
  type Instead,
  type Repair,
  type RepairRequest,
  type Roster,
  type RosterOutcome,
  type RosterProblem,
  repair,
  SharedIncumbent,
  type SolveLimits,
  type SolveProgress,
  Streams,
  solveRoster,
  type WhyNot,
  whyNot,
} from "@praxis/engine";

/** A question about rosters, for a thread of its own. */
export type RosterQuestion =
  | { readonly kind: "solve"; readonly problem: RosterProblem }
  | { readonly kind: "why"; readonly problem: RosterProblem; readonly roster: Roster; readonly instead: Instead }
  | {
      readonly kind: "repair";
      readonly problem: RosterProblem;
      readonly roster: Roster;
      readonly how: RepairRequest;
    };

/** The answer to each kind of question. */
export interface RosterAnswers {
  readonly solve: RosterOutcome;
  readonly why: WhyNot;
  readonly repair: Repair;
}

/** How far to go. */
export interface RosterLimits {
  readonly limits: SolveLimits;
  readonly relativeGap: number;
  readonly seed: number;
}

/** What a thread says while it works: first that it does, then how far it has come. */
export type RosterNews = "begun" | SolveProgress;

/** What a thread is sent. */
export interface RosterTask extends RosterLimits {
  readonly question: RosterQuestion;
  /** Hears the news. */
  readonly port: MessagePort;
  /** One number that is not 0 as soon as the answer so far has to do. */
  readonly stop: SharedArrayBuffer;
  /** Where all threads with this question keep the best roster of all. */
  readonly shared: SharedArrayBuffer;
}

/** Answers a question in this thread. */
export async function answerRosterTask({ question, port, stop, shared, ...limits }: RosterTask) {
  const tell = (news: RosterNews) => port.postMessage(news);
  tell("begun");
  const flag = new Int32Array(stop);
  const clock = () => performance.now() / 1000;
  const { people, days } = question.problem;
  const incumbent = new SharedIncumbent({ people: people.length, days }, shared);
  const options = {
    ...limits,
    solver: highs,
    search: { relaxation: highs, random: uniformOf(limits.seed), clock, incumbent },
    clock,
    cancelled: () => Atomics.load(flag, 0) !== 0,
    onProgress: tell,
  };
  try {
    return await answer(question, options);
  } finally {
    port.close();
  }
}

/** Uniform numbers, one after the other. */
function uniformOf(seed: number): () => number {
  const stream = new Streams({ seed }).of("roster");
  let index = 0;
  return () => stream.uniform(index++);
}

type Options = Parameters<typeof solveRoster>[1];

function answer(question: RosterQuestion, options: Options): Promise<RosterAnswers[RosterQuestion["kind"]]> {
  if (question.kind === "solve") return solveRoster(question.problem, options);
  const { problem, roster } = question;
  if (question.kind === "why") return whyNot(problem, roster, { ...options, instead: question.instead });
  return repair(problem, roster, { ...options, ...question.how });
}
