import { type AnsweredSession, engineVersion, reportTemplate, type SessionQuestion } from "@praxis/engine";
import { seed } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { limitsOf } from "../roster.ts";
import { readSessionFile } from "../session.ts";
import { appointmentRows } from "../template-rows.ts";
import { askTemplateThread } from "../template-thread.ts";

/** Finds when patients should come: `praxis template solve`. */
export const templateSolve: Action = async (args, terminal) => {
  const { question, content } = readSessionFile(args, terminal);
  const { limits } = limitsOf(args);
  const luck = seed(args);
  const answered = await askTemplateThread({ text: content, limits, seed: luck });
  return {
    data: dataOf(answered, question, luck),
    rows: () => appointmentRows(answered.answer, question),
    report: () => reportTemplate(answered, question),
  };
};

/** What is asked for most comes first. */
function dataOf({ answer, bookings }: AnsweredSession, question: SessionQuestion, seed: number | string) {
  const { status, certified, cost, bound, times, wait, idle, overtime, alternatives, frontier, ...rest } = answer;
  const { problem, startsAt } = question;
  return {
    ...(problem.name !== undefined && { problem: problem.name }),
    status,
    certified,
    cost,
    bound,
    times,
    ...(startsAt !== undefined && { clock: appointmentRows(answer, question).map(({ time }) => time) }),
    wait,
    idle,
    overtime,
    ...rest,
    alternatives,
    frontier,
    ...(bookings !== undefined && { bookings }),
    engineVersion,
    seed,
  };
}
