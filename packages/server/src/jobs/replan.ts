import type { RepairWords } from "../threads/roster-tasks.ts";
import type { Document } from "../threads/text.ts";
import type { Computing } from "./computing.ts";
import { limitsOf, type SearchLimits, stoppable } from "./stoppable.ts";

/** A roster that people know, and what it has to be mended for. */
export interface ReplanInput extends SearchLimits {
  readonly problem: Document;
  readonly roster: unknown;
  readonly repair: RepairWords;
  /** The job that found the roster. */
  readonly replans: string;
  readonly gap: number;
  readonly seed: number;
}

/** Whether a roster is to be mended, not made. */
export function isReplan(input: object): input is ReplanInput {
  return "repair" in input;
}

/**
 * Mends a roster with the fewest changes.
 *
 * @throws {Cancelled} with the best plan so far, if there is one
 */
export function replanInThread(input: ReplanInput, computing: Computing): Promise<unknown> {
  const { problem, roster, repair, replans, gap, seed } = input;
  return stoppable<object>(computing, async ({ stop, signal }) => {
    const task = { problem, roster, repair, stop, limits: limitsOf(input, computing), relativeGap: gap, seed };
    const result = await computing.threads.run("repairRoster", task, { signal });
    if (computing.signal.aborted && !("roster" in result)) return undefined;
    return "roster" in result ? { ...result, replans } : result;
  });
}
