import type { Progress } from "@praxis/engine";
import type { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** Milliseconds before a bar is drawn: what is sooner done needs none. */
const PATIENCE = 500;

/** Shows progress while somebody watches. */
export interface ProgressBar {
  update(progress: Progress): void;
  stop(): void;
}

/** A bar on the terminal's standard error; nothing at all when that is a pipe or a file. */
export async function progressBar({ progress: stream }: Terminal): Promise<ProgressBar> {
  if (stream === undefined) return { update: () => {}, stop: () => {} };
  const { SingleBar } = (await import("cli-progress")).default;
  const started = performance.now();
  let bar: SingleBar | undefined;
  return {
    update({ done, total }) {
      if (bar === undefined && performance.now() - started > PATIENCE) {
        // The cursor stays: an interruption leaves the terminal as it was.
        bar = new SingleBar({
          format: "{bar} {percentage} % of {total} replications, {eta_formatted} left",
          stream,
          hideCursor: false,
          clearOnComplete: true,
          barsize: 24,
        });
        bar.start(total, done);
      }
      bar?.setTotal(total);
      bar?.update(done);
    },
    stop: () => bar?.stop(),
  };
}
