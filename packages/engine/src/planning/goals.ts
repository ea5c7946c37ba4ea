/**
 * What a better plan is: less of what it is for, and nothing worse of what else matters.
 *
 * @module
 */

import { defaultMeasures } from "../clinic/measures.ts";
import type { Scenario } from "../scenario/schema.ts";

/** A measure, and which way is worse. */
export interface GuardRail {
  readonly measure: string;
  readonly worse: "more" | "less";
}

/** What an office is improved for. */
export interface Goals {
  /** Measures of which less is better; a hundredth less of one counts as much as of another. */
  readonly less: readonly string[];
  /** What must not become measurably worse than in the office as it is; the goals too. */
  readonly rails: readonly GuardRail[];
}

const worseIfMore = /^(wait|timeInOffice\.p90|overtime|staffCost|gaveUp|turnedAway|unfinished\..+|present)$/;
const worseIfLess = /^(throughput|serviceLevel\..+)$/;

/**
 * The goals of an office: less waiting and less overtime (where nothing says when it closes, an earlier last departure);
 * no fewer visits, no more cost, no service level lower, no more work left over.
 */
export function goalsOf(scenario: Scenario): Goals {
  const names = defaultMeasures(scenario).map(({ name }) => name);
  const late = names.includes("overtime") ? "overtime" : "lastDeparture";
  const less = ["wait", late].filter((name) => names.includes(name));
  const rails = names.flatMap((measure): GuardRail[] => {
    if (worseIfMore.test(measure) || less.includes(measure)) return [{ measure, worse: "more" }];
    return worseIfLess.test(measure) ? [{ measure, worse: "less" }] : [];
  });
  return { less, rails };
}
