import { Cancelled, type Computing } from "./computing.ts";
import { Watchdog } from "./watchdog.ts";

/** Seconds that a thread has to end with its best answer so far, once it has been told to. */
const GRACE_SECONDS = 5;

/** The part of a job's time that a search may take, so that it ends by itself before it is ended. */
const SHARE_OF_TIME = 0.8;

/** Seconds that a search may take when nobody says otherwise. */
const USUAL_SECONDS = 60;

/** What work in threads is given so that it can be stopped. */
export interface Stop {
  /** One number that is not 0 as soon as the best answer so far has to do. */
  readonly stop: SharedArrayBuffer;
  /** Ends the thread. */
  readonly signal: AbortSignal;
}

/**
 * Lets threads work that end with their best answer so far when the job is cancelled or has to end.
 *
 * @param work returns the answer, also of work that was stopped; undefined when there is none by then
 * @throws {Cancelled} with the answer so far, if there is one
 */
export async function stoppable<Result>(
  { signal }: Computing,
  work: (stop: Stop) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const stop = new SharedArrayBuffer(4);
  using watchdog = new Watchdog();
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1);
    watchdog.endIn(GRACE_SECONDS);
  };
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  try {
    const result = await work({ stop, signal: watchdog.signal });
    if (signal.aborted) throw signal.reason instanceof Cancelled ? new Cancelled(result) : signal.reason;
    return result;
  } catch (error) {
    throw watchdog.signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", end);
  }
}

/** How far a search goes: a limit of work, or the seconds that it was given, or those that the job has. */
export interface SearchLimits {
  readonly timeLimitSeconds?: number | undefined;
  readonly workLimit?: number | undefined;
}

/** The limits of a search as the engine takes them. */
export function limitsOf({ timeLimitSeconds = USUAL_SECONDS, workLimit }: SearchLimits, { seconds }: Computing) {
  return workLimit === undefined
    ? { seconds: Math.min(timeLimitSeconds, SHARE_OF_TIME * seconds) }
    : { work: workLimit };
}
