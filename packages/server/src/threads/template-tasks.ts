import type { MessagePort } from "node:worker_threads";
import {
  answerSession,
  engineVersion,
  expectedCost,
  highs,
  ScenarioError,
  type SolveLimits,
  sessionToJson,
  solvedParts,
} from "@praxis/engine";
import { answering } from "./reply.ts";
import { type Document, sessionOf } from "./text.ts";

/** A session whose template is to be found. */
export interface TemplateTask {
  readonly problem: Document;
  readonly limits: SolveLimits;
  readonly seed: number | string;
  readonly stop: SharedArrayBuffer;
  /** Hears of each part of the answer that is done. */
  readonly port: MessagePort;
}

/** How far an answer is, and what it is so far. */
export interface TemplateNews {
  readonly done: number;
  readonly best: unknown;
}

/** Finds when the patients of a session should come. */
export const solveTemplate = answering(async ({ problem, limits, seed, stop, port }: TemplateTask) => {
  const question = sessionOf(problem);
  const flag = new Int32Array(stop);
  try {
    const answered = await answerSession(question, {
      limits,
      seed,
      solver: highs,
      clock: () => performance.now() / 1000,
      cancelled: () => Atomics.load(flag, 0) !== 0,
      onProgress: (part, answer) => {
        const best = sessionToJson({ answer }, question, { seed });
        port.postMessage({ done: solvedParts.indexOf(part) + 1, best } satisfies TemplateNews);
      },
    });
    return sessionToJson(answered, question, { seed });
  } finally {
    port.close();
  }
});

/** A template that somebody would like to know the price of. */
export interface PriceTask {
  readonly problem: Document;
  readonly times: readonly number[];
  readonly seed: number | string;
}

/** Samples on which a template is priced, unless its price is exact. */
const FRESH_SAMPLES = 10_000;

/** What any template costs. */
export const priceTemplate = answering(({ problem, times, seed }: PriceTask) => {
  const question = sessionOf(problem);
  const [first] = question.problem.patients;
  // Where the number of patients is open, the times say it.
  const patients = question.valueOfPatient === undefined ? question.problem.patients : times.map(() => first!);
  const issues = troublesOf(times, patients.length, question.problem.length);
  if (issues.length > 0) throw new ScenarioError(issues);
  const samples = { count: FRESH_SAMPLES, seed: `fresh ${seed}` };
  return { praxis: engineVersion, seed, times, ...expectedCost({ ...question.problem, patients }, times, { samples }) };
});

/** Templates of more than so many sessions' length are mistakes. */
const MOST_SESSIONS = 10;

function troublesOf(times: readonly number[], patients: number, length: number) {
  const code = "wrong-value" as const;
  if (times.length !== patients) {
    const hint = "give one for each patient, in the order of being seen";
    return [{ code, path: "/times", message: `${times.length} times are not those of ${patients} patients`, hint }];
  }
  return times.flatMap((time, index) => {
    const path = `/times/${index}`;
    if (time < (times[index - 1] ?? 0)) {
      return [
        { code, path, message: `${time} comes before the one ahead of it`, hint: "write them in the order of time" },
      ];
    }
    if (time <= MOST_SESSIONS * length) return [];
    return [{ code, path, message: `${time} is far beyond the session`, hint: "write minutes after its start" }];
  });
}
