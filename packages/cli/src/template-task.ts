import type { MessagePort } from "node:worker_threads";
import {
  type AnsweredSession,
  answerSession,
  highs,
  parseSession,
  type SolvedPart,
  type SolveLimits,
} from "@praxis/engine";

/** What a thread is sent: the text of a session file, since laws of chance cannot be sent, and how far to go. */
export interface TemplateTask {
  readonly text: string;
  readonly limits: SolveLimits;
  readonly seed: number | string;
  /** One number that is not 0 as soon as the answer so far has to do. */
  readonly stop: SharedArrayBuffer;
  /** Hears of each part of the answer that is done, and what the template costs. */
  readonly port: MessagePort;
}

/** A part of an answer that is done. */
export interface TemplateNews {
  readonly part: SolvedPart;
  readonly cost: number;
}

/** Answers a session file in this thread. */
export async function answerTemplateTask({ text, limits, seed, stop, port }: TemplateTask): Promise<AnsweredSession> {
  const flag = new Int32Array(stop);
  try {
    return await answerSession(parseSession(text), {
      limits,
      seed,
      solver: highs,
      clock: () => performance.now() / 1000,
      cancelled: () => Atomics.load(flag, 0) !== 0,
      onProgress: (part, { cost }) => port.postMessage({ part, cost } satisfies TemplateNews),
    });
  } finally {
    port.close();
  }
}
