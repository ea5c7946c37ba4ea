import {
  differenceSections,
  dollars,
  engineVersion,
  type Instead,
  type Report,
  type RosterProblem,
  reportConflict,
  type WhyNot,
} from "@praxis/engine";
import { type Arguments, text, texts } from "../arguments.ts";
import type { Action } from "../commands.ts";
import {
  dayOf,
  limitsOf,
  personNamed,
  readProblem,
  readRoster,
  SECONDS_OF_A_QUESTION,
  shiftsNamed,
} from "../roster.ts";
import { askInThreads } from "../roster-thread.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** Says why a roster is not another: `praxis roster why`. */
export const rosterWhy: Action = async (args, terminal) => {
  const problem = readProblem(args, terminal);
  const roster = readRoster(args, problem);
  const instead = insteadOf(args, problem);
  const limits = limitsOf(args, { seconds: SECONDS_OF_A_QUESTION });
  const answer: WhyNot = await askInThreads(
    { kind: "why", problem, roster, instead },
    { ...limits, threads: 1 },
    terminal,
  );
  return {
    data: { problem: problem.name, engineVersion, asked: wordsOf(args), ...answer },
    rows: () => ("difference" in answer ? answer.difference.rules.map((rule) => ({ ...rule })) : []),
    report: () => reportOf(answer, problem, wordsOf(args)),
    exitCode: "difference" in answer ? exitCodes.done : exitCodes.noFeasibleAnswer,
  };
};

/** @throws {InputError} when a flag is missing, or names nobody, no day or no shift */
function insteadOf(args: Arguments, problem: RosterProblem): Instead {
  const person = text(args, "person");
  const on = datesOf(args);
  if (person === undefined || on.length === 0) {
    throw new InputError(
      `whom and when? Say it as in --person ${problem.people[0]?.id} --on ${problem.start} --shift off`,
    );
  }
  const shift = text(args, "shift");
  return {
    person: personNamed(person, problem),
    days: on.map((date) => dayOf(date, problem)),
    shifts:
      shift === "off"
        ? "off"
        : shift === undefined
          ? problem.shifts.map((_, index) => index)
          : shiftsNamed(shift, problem),
  };
}

/** Each date once, however often it was given. */
function datesOf(args: Arguments): readonly string[] {
  return [...new Set(texts(args, "on"))];
}

function wordsOf(args: Arguments): string {
  const shift = text(args, "shift") ?? "any shift";
  return `${text(args, "person")} with ${shift} on ${datesOf(args).join(" and ")}`;
}

function reportOf(answer: WhyNot, problem: RosterProblem, asked: string): Report {
  if ("difference" in answer) {
    const { difference, atLeast, status } = answer;
    const sure =
      status === "optimal" || !(atLeast > 0 && atLeast < Infinity)
        ? ""
        : ` It costs at least ${dollars(atLeast)} more, whatever is done.`;
    const verdict = `${asked}: possible, ${priceOf(difference.cost)}.${sure}`;
    return { title: problem.name, sections: [{ lines: [verdict] }, ...differenceSections(difference, problem)] };
  }
  if (answer.status === "infeasible") {
    const { title, sections } = reportConflict(answer, problem);
    return { title, sections: [{ lines: [`${asked}: impossible.`] }, ...sections] };
  }
  return { title: problem.name, sections: [{ lines: [`${asked}: nothing was found out before the end.`] }] };
}

function priceOf(more: number): string {
  const cents = Math.round(more * 100);
  if (cents === 0) return "at the same cost";
  if (cents > 0) return `for ${dollars(more)} more`;
  return `and ${dollars(-more)} cheaper, for the roster was not yet the best`;
}
