import { judge, type RosterProblem, reportJudgement, rosterToICalendar, weekSections } from "@praxis/engine";
import type { Answer } from "../answer.ts";
import { type Arguments, flag, text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { personNamed, readProblem, readRoster, stateOf } from "../roster.ts";
import { rosterTexts } from "../roster-texts.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** Hands a roster out: `praxis roster export`. */
export const rosterExport: Action = async (args, terminal) => {
  const problem = readProblem(args, terminal);
  const roster = readRoster(args, problem);
  const state = stateOf(args);
  const { cost, scores } = judge(roster, problem);
  const answer = rosterTexts({ roster, cost, scores }, problem, { state, forStaff: flag(args, "for-staff") });
  const ics = () => {
    const person = calendarOf(args, problem);
    return rosterToICalendar(roster, problem, { person, state, stamp: new Date().toISOString() });
  };
  return {
    ...answer,
    texts: { ...answer.texts, ics },
    report: () => ({ title: problem.name, sections: weekSections(roster, problem) }),
  };
};

/** @throws {InputError} when nobody is named whose calendar it is */
function calendarOf(args: Arguments, problem: RosterProblem): string {
  const person = text(args, "person");
  if (person === undefined) {
    throw new InputError(`a calendar is one person's; say whose, as in --person ${problem.people[0]?.id}`);
  }
  return problem.people[personNamed(person, problem)]!.id;
}

/** Writes a roster as published, if it keeps to everything: `praxis roster publish`. */
export const rosterPublish: Action = async (args, terminal): Promise<Answer> => {
  const problem = readProblem(args, terminal);
  const roster = readRoster(args, problem);
  if (stateOf(args) === "published") throw new InputError(`${text(args, "roster")} is published already`);
  const judgement = judge(roster, problem);
  if (!judgement.keepsAll) {
    return {
      data: judgement,
      rows: () => [],
      report: () => reportJudgement(judgement, problem),
      isEmptyHanded: true,
      exitCode: exitCodes.noFeasibleAnswer,
    };
  }
  const { cost, scores } = judgement;
  return {
    ...rosterTexts({ roster, cost, scores }, problem, { state: "published", forStaff: false }),
    report: () => ({ title: `${problem.name}, published`, sections: weekSections(roster, problem) }),
  };
};
