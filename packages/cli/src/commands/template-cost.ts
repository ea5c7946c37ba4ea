import { clockTime, engineVersion, expectedCost, reportTemplateCost, type SessionQuestion } from "@praxis/engine";
import { seed, text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { readSessionFile } from "../session.ts";
import { appointmentRows } from "../template-rows.ts";
import { InputError } from "../trouble.ts";

/** Samples on which a template is priced, unless its price is exact. */
const FRESH_SAMPLES = 10_000;

/** Says what any template costs: `praxis template cost`. */
export const templateCost: Action = async (args, terminal) => {
  const { question } = readSessionFile(args, terminal);
  const times = timesOf(text(args, "times"), question);
  const luck = seed(args);
  const patients =
    question.valueOfPatient === undefined ? question.problem.patients : times.map(() => question.problem.patients[0]!);
  const problem = { ...question.problem, patients };
  if (times.length !== patients.length) {
    throw new InputError(`--times needs ${patients.length} times, one for each patient, got ${times.length}`);
  }
  const cost = expectedCost(problem, times, { samples: { count: FRESH_SAMPLES, seed: `fresh ${luck}` } });
  const order = times.map((_, index) => index);
  return {
    data: { engineVersion, seed: luck, times, ...cost },
    rows: () => appointmentRows({ ...cost, times, order }, question),
    report: () => reportTemplateCost(cost, { ...question, problem }, times),
  };
};

/** @throws {InputError} when a time is none, is before the session, or before the one ahead of it */
function timesOf(given: string | undefined, { startsAt, problem }: SessionQuestion): number[] {
  if (given === undefined) throw new InputError("template cost needs --times, as in --times 0,0,10,20");
  const times = given.split(",").map((word) => timeOf(word.trim(), startsAt));
  times.forEach((time, index) => {
    if (time < (times[index - 1] ?? 0)) {
      throw new InputError(`--times must be in the order of time, got ${given.split(",")[index]} after the one before`);
    }
    if (time > 10 * problem.length) throw new InputError(`--times ${time} is far beyond the session`);
    if (problem.evaluation.kind === "exact" && !Number.isInteger(time) && problem.times.kind !== "any") {
      throw new InputError(`--times must be whole minutes where the evaluation is exact, got ${time}`);
    }
  });
  return times;
}

function timeOf(word: string, startsAt: number | undefined): number {
  if (/^\d{1,2}:\d\d$/.test(word)) {
    if (startsAt === undefined) {
      throw new InputError(`--times has a time of day, ${word}, but the file does not say when the session begins`);
    }
    const time = clockOf(word) - startsAt;
    if (time < 0) throw new InputError(`--times: ${word} is before the session begins`);
    return time;
  }
  if (!/^\d+(\.\d+)?$/.test(word)) {
    throw new InputError(`--times takes minutes after the start with commas between, as in 0,0,10,20, got "${word}"`);
  }
  return Number(word);
}

function clockOf(word: string): number {
  try {
    return clockTime(word);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`--times: ${error.message}`);
    throw error;
  }
}
