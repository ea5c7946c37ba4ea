import type { MessagePort } from "node:worker_threads";
import { engineVersion, improve, type PlanningNews } from "@praxis/engine";
import { type ExperimentInput, officeOf } from "../jobs/office.ts";
import { answering } from "./reply.ts";

/** An office to be made better. */
export interface ImproveTask {
  readonly input: ExperimentInput & {
    readonly seed: number | string;
    readonly replications: number;
    readonly pricePerChange?: number;
  };
  /** Seconds of search, or replications. */
  readonly limits: { readonly seconds: number } | { readonly work: number };
  readonly stop: SharedArrayBuffer;
  /** Hears what was tried. */
  readonly port: MessagePort;
}

/** The part of the time that is left for estimating what the plan is worth. */
const FOR_THE_CLAIM = 0.15;

/** Looks for a better plan for an office with what it has. */
export const improveOffice = answering(({ input, limits, stop, port }: ImproveTask) => {
  const flag = new Int32Array(stop);
  const until = "seconds" in limits ? performance.now() + 1000 * (1 - FOR_THE_CLAIM) * limits.seconds : Infinity;
  try {
    const found = improve(officeOf(input), {
      seed: input.seed,
      replications: input.replications,
      pricePerChange: input.pricePerChange ?? 0,
      workLimit: "work" in limits ? limits.work : Number.MAX_SAFE_INTEGER,
      cancelled: () => Atomics.load(flag, 0) !== 0 || performance.now() > until,
      onNews: (news: PlanningNews) => port.postMessage(news),
    });
    return { engineVersion, ...found };
  } finally {
    port.close();
  }
});
