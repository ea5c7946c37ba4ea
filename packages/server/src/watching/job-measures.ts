import { Counter, Histogram, type Registry } from "prom-client";
import type { Job } from "../store/job-rows.ts";

/** What became of taking a job up; undefined when somebody else had it by then. */
export type Outcome =
  | { readonly state: "succeeded" | "failed" | "cancelled" | "requeued"; readonly code?: string }
  | undefined;

/** Seconds by which waits and runs are told apart. */
const buckets = [0.1, 0.5, 2, 10, 60, 600, 3600];

/** Lets Prometheus see what a worker does. */
export class JobMeasures {
  readonly #waits: Histogram;
  readonly #runs: Histogram;
  readonly #ends: Counter;
  readonly #parts: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#waits = new Histogram({
      name: "praxis_job_wait_seconds",
      help: "How long jobs waited until this process took them up",
      labelNames: ["kind"],
      buckets,
      registers,
    });
    this.#runs = new Histogram({
      name: "praxis_job_run_seconds",
      help: "How long this process had jobs",
      labelNames: ["kind"],
      buckets,
      registers,
    });
    this.#ends = new Counter({
      name: "praxis_jobs_ended_total",
      help: "What became of jobs that this process had; of failures also why",
      labelNames: ["kind", "state", "code"],
      registers,
    });
    this.#parts = new Counter({
      name: "praxis_job_parts_total",
      help: "Parts of other processes' jobs that this process has done",
      registers,
    });
  }

  takenUp({ kind, queuedAt, startedAt }: Pick<Job, "kind" | "queuedAt" | "startedAt">): void {
    this.#waits.observe({ kind }, secondsBetween(queuedAt, startedAt ?? new Date()));
  }

  ended({ kind, startedAt }: Pick<Job, "kind" | "startedAt">, outcome: Outcome): void {
    if (outcome === undefined) return;
    this.#ends.inc({ kind, state: outcome.state, code: outcome.code ?? "" });
    this.#runs.observe({ kind }, secondsBetween(startedAt ?? new Date(), new Date()));
  }

  helped(): void {
    this.#parts.inc();
  }
}

/** Clocks of two machines may differ; nothing takes less than no time. */
function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime()) / 1000;
}
