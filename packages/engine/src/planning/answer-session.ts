import type { SessionAnswer } from "../template/answer.ts";
import { type BestBookings, bestBookings } from "../template/bookings.ts";
import type { SolveSessionOptions } from "../template/options.ts";
import { solveSession } from "../template/solve.ts";
import type { SessionQuestion } from "./template-problem.ts";

/** The answer to a session file. */
export interface AnsweredSession {
  readonly answer: SessionAnswer;
  /** How many patients are worth booking, where that was asked; the answer is then about the best number. */
  readonly bookings?: BestBookings;
}

/**
 * Answers a session file: how many patients to book, where that is open, and when they should come.
 *
 * Half of what the limits allow goes into the number of patients.
 *
 * @throws {RangeError} when the problem makes no sense
 * @example
 * const { problem } = parseSession(`{ session: { patients: 3, length: 60 min, grid: 5 min }, samples: 100,
 *   service: { exponential: { mean: 15 min } }, cost: { idle: 10, overtime: 15 } }`);
 * (await answerSession({ problem })).answer.certified // true
 */
export async function answerSession(
  { problem, slotMinutes, valueOfPatient }: SessionQuestion,
  options: SolveSessionOptions = {},
): Promise<AnsweredSession> {
  const asked = { ...options, ...(slotMinutes !== undefined && { slotMinutes }) };
  if (valueOfPatient === undefined) return { answer: await solveSession(problem, asked) };
  const { seconds, work } = options.limits ?? {};
  const limits = {
    ...(seconds !== undefined && { seconds: seconds / 2 }),
    ...(work !== undefined && { work: Math.floor(work / 2) }),
  };
  const bookings = bestBookings(problem, { ...options, limits, value: valueOfPatient });
  const count = bookings.best?.patients ?? 1;
  const patients = Array.from({ length: count }, () => problem.patients[0]!);
  return { answer: await solveSession({ ...problem, patients }, { ...asked, limits }), bookings };
}
