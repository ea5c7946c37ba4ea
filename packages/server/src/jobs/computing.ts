import type { JobProgress } from "../store/tables.ts";
import type { Threads } from "../threads/threads.ts";
import type { PartExchange } from "./shared-batches.ts";

/** What computing a job has at hand. */
export interface Computing {
  readonly threads: Threads;
  /** Where others take parts of the job, if there may be others. */
  readonly exchange?: PartExchange | undefined;
  /** Aborts when the job has to end; its reason says why. */
  readonly signal: AbortSignal;
  /** Seconds until it aborts because the job takes too long. */
  readonly seconds: number;
  /** Hears how far the job is, and its best answer so far. */
  tell(news: { readonly progress: JobProgress; readonly best?: unknown }): void;
}

/** Somebody asked for it to end. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  /** What it would have answered by then, when that is an answer. */
  readonly result: unknown;

  constructor(result?: unknown) {
    super("cancelled");
    this.result = result;
  }
}

/** A job went beyond what one may use. It fails, and nothing else does. */
export class LimitExceeded extends Error {
  override readonly name = "LimitExceeded";
  readonly code: "time-limit" | "memory-limit";

  constructor(code: "time-limit" | "memory-limit", message: string) {
    super(message);
    this.code = code;
  }
}
