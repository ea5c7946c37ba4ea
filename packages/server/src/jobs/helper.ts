import type { Task } from "@praxis/engine";
import type { FastifyBaseLogger } from "fastify";
import type { TakenPart } from "../store/parts.ts";
import type { Store } from "../store/store.ts";
import type { Threads } from "../threads/threads.ts";
import type { JobMeasures } from "../watching/job-measures.ts";

/** Milliseconds between two looks at whether somebody could use help. */
const LOOK_MILLISECONDS = 1000;

/** What helping takes. */
interface HelperOptions {
  readonly store: Store;
  readonly threads: Threads;
  readonly measures: JobMeasures;
  readonly log: Pick<FastifyBaseLogger, "error">;
}

/** Runs parts of jobs that other processes have, in threads that have nothing else to do. */
export class Helper {
  readonly #options: HelperOptions;
  readonly #stop = new AbortController();
  readonly #looks: NodeJS.Timeout;
  #isLooking = false;

  constructor(options: HelperOptions) {
    this.#options = options;
    this.#looks = setInterval(() => void this.#look(), LOOK_MILLISECONDS);
  }

  /** Leaves to their owners what is under way. */
  stop(): void {
    clearInterval(this.#looks);
    this.#stop.abort();
  }

  async #look(): Promise<void> {
    const { store, threads } = this.#options;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (threads.idle > 0 && !this.#stop.signal.aborted) {
        const part = await store.takePart();
        if (part === undefined) break;
        // Whoever has finished one may do another at once.
        void this.#run(part).then(() => this.#look());
      }
    } catch {
      // The database is away; it is looked for again.
    } finally {
      this.#isLooking = false;
    }
  }

  async #run({ tenant, task, ...part }: TakenPart): Promise<void> {
    const { store, threads, measures, log } = this.#options;
    try {
      const values = await threads.run("runReplications", task as Task, { signal: this.#stop.signal });
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      await store.tenant(tenant).parts.finish(part, bytes);
      measures.helped();
    } catch (error) {
      // Its owner meets the same trouble, or does it without help.
      if (!this.#stop.signal.aborted) log.error({ err: error, job: part.id }, "a part of a job was not done");
    }
  }
}
