import { setTimeout as delay } from "node:timers/promises";
import type { PartsBack } from "../store/parts.ts";
import type { Batch, Batches } from "./batches.ts";

/** Where a worker offers parts of its job to others, and gets back what they have done. */
export interface PartExchange {
  offer(parts: readonly { readonly number: number; readonly task: unknown }[]): Promise<void>;
  /** Takes back a part that nobody has taken; the number of it. */
  takeBack(): Promise<number | undefined>;
  collect(): Promise<PartsBack>;
  /** Forgets all parts. */
  clear(): Promise<void>;
}

/** What to do with the values of a batch that others have run. */
type Note = (batch: Batch, values: Float64Array) => void;

/** Milliseconds between two looks at what others have done. */
const LOOK_MILLISECONDS = 300;

/** Seconds of work that have to be left for others to be asked; asking takes moments, too. */
const WORTH_SECONDS = 6;

/** Milliseconds before others are asked: the first batches also measure how long a thread takes to begin. */
const ALONE_MILLISECONDS = 2000;

/**
 * Milliseconds after which a batch that somebody has taken, which should take two seconds, is run here as well if there is
 * nothing else to do. So nobody waits for long for a helper that is gone.
 */
const OVERDUE_MILLISECONDS = 4000;

/** Batches that are offered at first, and at most. */
const FIRST_OFFERED = 2;
const MOST_OFFERED = 32;

/** How batches are shared. */
interface SharingOptions {
  readonly note: Note;
  readonly aloneMilliseconds?: number;
  readonly overdueMilliseconds?: number;
}

interface Lent {
  readonly batch: Batch;
  readonly since: number;
}

/**
 * Batches of which other processes take some, while there is much to do.
 *
 * Whatever somebody else has taken and does not bring back is handed out here again: a batch is a function of its task,
 * so it does not matter who runs it, nor if two do. When others cannot be reached, all is done here.
 */
export class SharedBatches {
  readonly #batches: Batches;
  readonly #exchange: PartExchange;
  readonly #note: Note;
  readonly #lent = new Map<number, Lent>();
  readonly #over = new AbortController();
  readonly #aloneUntil: number;
  readonly #overdueMilliseconds: number;
  #next = 0;
  #offered = FIRST_OFFERED;
  #isReachable = true;

  constructor(batches: Batches, exchange: PartExchange, options: SharingOptions) {
    const { note, aloneMilliseconds = ALONE_MILLISECONDS, overdueMilliseconds = OVERDUE_MILLISECONDS } = options;
    this.#aloneUntil = performance.now() + aloneMilliseconds;
    this.#batches = batches;
    this.#exchange = exchange;
    this.#note = note;
    this.#overdueMilliseconds = overdueMilliseconds;
  }

  /** The next batch to be run here; undefined when all are done, or under way here. */
  async next(signal: AbortSignal): Promise<Batch | undefined> {
    for (;;) {
      signal.throwIfAborted();
      const batch = this.#batches.next() ?? (await this.#backFromOthers());
      if (batch !== undefined || this.#lent.size === 0) return batch;
      await delay(LOOK_MILLISECONDS / 3, undefined, { signal }).catch(() => {});
    }
  }

  /** Offers batches and takes in what comes back, until it is closed. */
  async tend(): Promise<void> {
    while (!this.#over.signal.aborted && this.#isReachable) {
      await delay(LOOK_MILLISECONDS, undefined, { signal: this.#over.signal }).catch(() => {});
      await this.#reach(() => this.#exchangeOnce());
    }
  }

  /** Ends it, and takes down what is offered. */
  async close(): Promise<void> {
    this.#over.abort();
    if (this.#next > 0) await this.#exchange.clear().catch(() => {});
  }

  async #exchangeOnce(): Promise<void> {
    let open = 0;
    if (this.#lent.size > 0) {
      const back = await this.#exchange.collect();
      open = back.open;
      for (const { number, result } of back.done) {
        const lent = this.#lent.get(number);
        this.#lent.delete(number);
        // Copied, because its bytes lie where they may not begin at a number.
        if (lent !== undefined) this.#note(lent.batch, new Float64Array(Uint8Array.from(result).buffer));
      }
      // All are gone: there are more hands than that.
      if (open === 0) this.#offered = Math.min(MOST_OFFERED, 2 * this.#offered);
    }
    if (performance.now() < this.#aloneUntil || this.#over.signal.aborted) return;
    if ((this.#batches.secondsLeft ?? 0) < WORTH_SECONDS) return;
    const parts: { number: number; task: unknown }[] = [];
    while (open + parts.length < this.#offered) {
      const batch = this.#batches.next();
      if (batch === undefined) break;
      const number = this.#next++;
      this.#lent.set(number, { batch, since: performance.now() });
      parts.push({ number, task: batch.task });
    }
    if (parts.length > 0) await this.#exchange.offer(parts);
  }

  /** A batch that nobody has taken, or whose taker is gone. */
  async #backFromOthers(): Promise<Batch | undefined> {
    if (this.#lent.size === 0) return undefined;
    const back = this.#isReachable ? await this.#reach(() => this.#exchange.takeBack()) : undefined;
    const overdue = performance.now() - this.#overdueMilliseconds;
    const gone = () => [...this.#lent].find(([, { since }]) => !this.#isReachable || since < overdue)?.[0];
    const number = back ?? gone();
    const lent = number === undefined ? undefined : this.#lent.get(number);
    if (number !== undefined) this.#lent.delete(number);
    return lent?.batch;
  }

  /** Does something with others; when that fails, they are left alone from then on. */
  async #reach<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch {
      this.#isReachable = false;
      return undefined;
    }
  }
}
