import {
  engineVersion,
  type Report,
  type RosterOutcome,
  type RosterProblem,
  reportConflict,
  reportRoster,
} from "@praxis/engine";
import { flag } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { limitsOf, readProblem, threadsOf } from "../roster.ts";
import { rosterTexts } from "../roster-texts.ts";
import { askInThreads } from "../roster-thread.ts";
import { exitCodes } from "../trouble.ts";

/** Finds the cheapest roster: `praxis roster solve`. */
export const rosterSolve: Action = async (args, terminal) => {
  const problem = readProblem(args, terminal);
  const limits = limitsOf(args);
  const question = { kind: "solve", problem } as const;
  const outcome = await askInThreads(question, { ...limits, threads: threadsOf(args) }, terminal);
  const report = () => reportOf(outcome, problem);
  if (!("roster" in outcome)) {
    const data = { problem: problem.name, engineVersion, seed: limits.seed, ...outcome };
    return { data, rows: () => [], report, isEmptyHanded: true, exitCode: exitCodes.noFeasibleAnswer };
  }
  const { data, ...texts } = rosterTexts(outcome, problem, { state: "draft", forStaff: flag(args, "for-staff") });
  const { reason } = outcome;
  return {
    ...texts,
    data: { ...(data as object), seed: limits.seed, ...(reason === undefined ? {} : { reason }) },
    report,
    exitCode: exitCodes.done,
  };
};

function reportOf(outcome: RosterOutcome, problem: RosterProblem): Report {
  if ("roster" in outcome) return reportRoster(outcome, problem);
  if (outcome.status === "infeasible") return reportConflict(outcome, problem);
  const lines = [
    `No roster was found before the end (${outcome.reason}); nor is it known that there is none. Give it more ${outcome.reason === "work limit" ? "work" : "time"}.`,
  ];
  return { title: problem.name, sections: [{ lines }] };
}
