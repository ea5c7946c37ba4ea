import type { SolvedSession } from "./answer.ts";
import type { BestTemplateOptions } from "./options.ts";
import type { SessionProblem } from "./problem.ts";
import { searchTemplate } from "./search.ts";
import { Work } from "./work.ts";

/**
 * Finds the times of appointments that cost least, and nothing else: it can be called thousands of times.
 *
 * Appointments on a grid get a certificate, and so do exponential services at any moment. Where the order is free and too
 * many orders exist, it holds for the order that was found.
 *
 * @throws {RangeError} when the problem makes no sense, saying all that is wrong, or when all minutes lie in breaks
 * @example
 * const { problem } = parseSession(`{ session: { patients: 12, length: 155 min, grid: 5 min }, show: 85 %, evaluation: exact,
 *   service: { lognormal: { mean: 15 min, sd: 7.5 min } }, cost: { idle: 10, overtime: 15 } }`);
 * bestTemplate(problem).times // [0, 0, 10, 20, 35, 45, 60, 70, 85, 95, 105, 115]
 */
export function bestTemplate(problem: SessionProblem, options: BestTemplateOptions = {}): SolvedSession {
  return searchTemplate(problem, { work: new Work(options), start: options.start });
}
