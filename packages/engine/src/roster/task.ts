/**
 * Questions about rosters as plain data, which can be answered in another thread, or in several at once.
 *
 * @module
 */

import type { RelaxationSolver } from "../modelling/relaxation.ts";
import type { SolveLimits, SolveProgress, Solver } from "../modelling/solver.ts";
import type { Roster, RosterProblem } from "./problem.ts";
import { type Repair, type RepairRequest, repair } from "./repair.ts";
import { SharedIncumbent } from "./shared-incumbent.ts";
import { type RosterOutcome, solveRoster } from "./solve.ts";
import { type Instead, type WhyNot, whyNot } from "./why-not.ts";

/** A question about rosters. */
export type RosterQuestion =
  | { readonly kind: "solve"; readonly problem: RosterProblem }
  | { readonly kind: "why"; readonly problem: RosterProblem; readonly roster: Roster; readonly instead: Instead }
  | {
      readonly kind: "repair";
      readonly problem: RosterProblem;
      readonly roster: Roster;
      readonly how: RepairRequest;
    };

/** A question of one kind. */
export type RosterQuestionOf<Kind extends RosterQuestion["kind"]> = Extract<RosterQuestion, { readonly kind: Kind }>;

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

/** What is said while a question is worked on: first that it is, then how far it has come. */
export type RosterNews = "begun" | SolveProgress;

/** A question with all that a thread needs to know of the others that work on it. */
export interface RosterTask extends RosterLimits {
  readonly question: RosterQuestion;
  /** One number that is not 0 as soon as the answer so far has to do. */
  readonly stop: SharedArrayBuffer;
  /** Where all threads with this question keep the best roster of all. */
  readonly shared: SharedArrayBuffer;
}

/** What answering takes besides. */
export interface AnsweringOptions {
  readonly solver: Solver;
  readonly relaxation: RelaxationSolver;
  /** A uniform number in [0, 1), for the choices of a search. */
  readonly random: () => number;
  /** Seconds from any start. */
  readonly clock: () => number;
  /** Hears the news. */
  readonly tell: (news: RosterNews) => void;
}

/** Answers a question in this thread. */
export async function answerRosterTask(
  { question, stop, shared, ...limits }: RosterTask,
  { solver, relaxation, random, clock, tell }: AnsweringOptions,
): Promise<RosterAnswers[RosterQuestion["kind"]]> {
  tell("begun");
  const flag = new Int32Array(stop);
  const { people, days } = question.problem;
  const incumbent = new SharedIncumbent({ people: people.length, days }, shared);
  return await answer(question, {
    ...limits,
    solver,
    search: { relaxation, random, clock, incumbent },
    clock,
    cancelled: () => Atomics.load(flag, 0) !== 0,
    onProgress: tell,
  });
}

type Options = Parameters<typeof solveRoster>[1];

function answer(question: RosterQuestion, options: Options): Promise<RosterAnswers[RosterQuestion["kind"]]> {
  if (question.kind === "solve") return solveRoster(question.problem, options);
  const { problem, roster } = question;
  if (question.kind === "why") return whyNot(problem, roster, { ...options, instead: question.instead });
  return repair(problem, roster, { ...options, ...question.how });
}
