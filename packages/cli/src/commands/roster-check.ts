import { checkRosterProblem, type Issue, judge, reportJudgement } from "@praxis/engine";
import type { Answer } from "../answer.ts";
import type { Arguments } from "../arguments.ts";
import { text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { readText } from "../files.ts";
import { findings } from "../findings.ts";
import { fileName, fileOf } from "../input-file.ts";
import { readProblem, readRoster } from "../roster.ts";
import type { Terminal } from "../terminal.ts";
import { exitCodes } from "../trouble.ts";

/** Finds what is wrong in a problem, or judges a roster: `praxis roster check`. What it finds is its result. */
export const rosterCheck: Action = async (args, terminal) =>
  text(args, "roster") === undefined ? problemChecked(args) : rosterJudged(args, terminal);

function problemChecked(args: Arguments): Answer {
  const file = fileName(fileOf(args, "roster check", "roster"));
  const { issues, warnings }: { issues: readonly Issue[]; warnings: readonly Issue[] } = checkRosterProblem(
    readText(fileOf(args, "roster check", "roster")),
  );
  return findings(file, {
    issues,
    warnings,
    what: "roster problem",
    does: "can be solved",
    doesNot: "cannot be solved",
  });
}

function rosterJudged(args: Arguments, terminal: Terminal): Answer {
  const problem = readProblem(args, terminal);
  const judgement = judge(readRoster(args, problem), problem);
  return {
    data: judgement,
    rows: () =>
      judgement.scores.flatMap(({ rule, matches }) =>
        matches.map(({ text, cost }) => ({
          rule,
          text,
          cost: Number.isFinite(cost) ? cost : null,
          allowed: Number.isFinite(cost),
        })),
      ),
    report: () => reportJudgement(judgement, problem),
    exitCode: judgement.keepsAll ? exitCodes.done : exitCodes.noFeasibleAnswer,
  };
}
