import type { Task } from "@praxis/engine";

/** Seconds that a batch should take: so few that jobs take turns, so many that threads hardly wait for the next. */
const BATCH_SECONDS = 2;

/** Replications of a first batch, of which nobody knows how long it takes. */
const FIRST_BATCH = 1;

/** A part of a task. */
export interface Batch {
  /** Which of the tasks. */
  readonly scenario: number;
  readonly task: Task;
}

/** Cuts tasks into batches of some seconds, in such an order that all scenarios come forward together. */
export class Batches {
  readonly #tasks: readonly Task[];
  /** For each task, where its next batch begins, and the batches that are under way or done behind the first gap. */
  readonly #next: number[];
  readonly #open: Set<number>[];
  /** Seconds of one replication, as far as is known. */
  #secondsEach: number | undefined;

  constructor(tasks: readonly Task[]) {
    this.#tasks = tasks;
    this.#next = tasks.map(({ from }) => from);
    this.#open = tasks.map(() => new Set());
  }

  /** The next batch to be run; undefined when all are under way or done. */
  next(): Batch | undefined {
    let scenario = 0;
    for (let other = 1; other < this.#tasks.length; other++) {
      if (this.#next[other]! < this.#next[scenario]!) scenario = other;
    }
    const task = this.#tasks[scenario];
    if (task === undefined || this.#next[scenario]! >= task.to) return undefined;
    const from = this.#next[scenario]!;
    const to = Math.min(task.to, from + this.#length());
    this.#next[scenario] = to;
    this.#open[scenario]!.add(from);
    return { scenario, task: { ...task, from, to } };
  }

  /**
   * Notes that a batch is done, and how many seconds it took, if it was here.
   *
   * @returns the replications that are done of every task, without gaps
   */
  done({ scenario, task }: Batch, seconds?: number): number {
    // What was measured last says most: a thread needs longer for its first batch.
    if (seconds !== undefined) {
      const each = seconds / (task.to - task.from);
      this.#secondsEach = this.#secondsEach === undefined ? each : (this.#secondsEach + each) / 2;
    }
    this.#open[scenario]!.delete(task.from);
    return Math.min(...this.#next.map((next, index) => Math.min(next, ...this.#open[index]!)));
  }

  /** Seconds that all batches would take that have not been handed out, one after the other; undefined when nobody knows. */
  get secondsLeft(): number | undefined {
    const left = this.#tasks.reduce((sum, { to }, index) => sum + to - this.#next[index]!, 0);
    return this.#secondsEach === undefined ? undefined : left * this.#secondsEach;
  }

  #length(): number {
    if (this.#secondsEach === undefined) return FIRST_BATCH;
    return Math.max(1, Math.floor(BATCH_SECONDS / Math.max(this.#secondsEach, 1e-6)));
  }
}
