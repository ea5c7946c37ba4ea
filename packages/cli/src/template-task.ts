import { type AnsweredSession, answerSession, highs, parseSession, type SolveLimits } from "@praxis/engine";

/** What a thread is sent: the text of a session file, since laws of chance cannot be sent, and how far to go. */
export interface TemplateTask {
  readonly text: string;
  readonly limits: SolveLimits;
  readonly seed: number | string;
  /** One number that is not 0 as soon as the answer so far has to do. */
  readonly stop: SharedArrayBuffer;
}

/** Answers a session file in this thread. */
export function answerTemplateTask({ text, limits, seed, stop }: TemplateTask): Promise<AnsweredSession> {
  const flag = new Int32Array(stop);
  return answerSession(parseSession(text), {
    limits,
    seed,
    solver: highs,
    clock: () => performance.now() / 1000,
    cancelled: () => Atomics.load(flag, 0) !== 0,
  });
}
