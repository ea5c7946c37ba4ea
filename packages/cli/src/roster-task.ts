import type { MessagePort } from "node:worker_threads";
import { answerRosterTask, highs, type RosterTask, Streams, sampler } from "@praxis/engine";

/** A task, and whom to tell how far it has come. */
export interface RosterThreadTask extends RosterTask {
  readonly port: MessagePort;
}

/** Answers a question about rosters in this thread. */
export async function answerInThread({ port, ...task }: RosterThreadTask) {
  try {
    return await answerRosterTask(task, {
      solver: highs,
      relaxation: highs,
      random: sampler({ draw: (uniform) => uniform }, new Streams({ seed: task.seed }).of("roster")),
      clock: () => performance.now() / 1000,
      tell: (news) => port.postMessage(news),
    });
  } finally {
    port.close();
  }
}
