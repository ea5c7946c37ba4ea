import { clockText, type SessionAnswer, type SessionQuestion } from "@praxis/engine";
import type { Row } from "./answer.ts";

/** One row for each appointment of a template. */
export function appointmentRows(
  { times, order, waits }: Pick<SessionAnswer, "times" | "order" | "waits">,
  { problem, startsAt }: SessionQuestion,
): Row[] {
  return times.map((minute, index) => ({
    patient: index + 1,
    minute,
    time: startsAt === undefined ? null : clockText(startsAt + minute),
    type: (problem.patients[order[index]!] ?? problem.patients[0])?.type ?? null,
    "expected wait": waits[index]!,
  }));
}
