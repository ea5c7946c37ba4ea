/**
 * Answers a person who asks when patients should come.
 *
 * @module
 */

import type { Alternative, SessionAnswer, SolvedSession } from "./answer.ts";
import { BOUND_CONFIDENCE, mostTooDear } from "./bound-in-truth.ts";
import { FreshPrices, lossAgainst, type Priced } from "./fresh-prices.ts";
import { drawFrontier } from "./frontier.ts";
import { boundAtAnyMoment } from "./l-shaped.ts";
import type { SolveSessionOptions } from "./options.ts";
import type { SessionProblem } from "./problem.ts";
import { searchTemplate } from "./search.ts";
import { bestStartAndGap } from "./start-and-gap.ts";
import { Work } from "./work.ts";

/**
 * Finds the best template, and says what it costs and why it is sure; beside it the best simple rule, the best template
 * of an appointment system's slots, and what other weights would buy.
 *
 * Figures of sampled problems are from fresh samples, the same for all templates.
 *
 * @throws {RangeError} when the problem makes no sense, saying all that is wrong
 * @example
 * const { problem } = parseSession(`{ session: { patients: 3, length: 60 min, grid: 5 min }, samples: 100,
 *   service: { exponential: { mean: 15 min } }, cost: { idle: 10, overtime: 15 } }`);
 * const answer = await solveSession(problem);
 * answer.certified // true
 */
export async function solveSession(problem: SessionProblem, options: SolveSessionOptions = {}): Promise<SessionAnswer> {
  const { freshSamples = 10_000, seed = "fresh", frontier = 20, onProgress } = options;
  const work = new Work(options);
  const found = searchTemplate(problem, { work, start: options.start });
  const listed = inOrder(problem, found.order);
  const prices = new FreshPrices(listed, { count: freshSamples, seed: `fresh ${seed}` });
  let answer = firstAnswer(problem, found, prices.price(found.times));
  onProgress?.("best template", answer);
  const solved = await withBound(problem, found, { ...options, work });
  const best = prices.price(solved.times);
  const truth = await boundInTruth(problem, solved, { ...options, work, seed, cost: best.figures.cost });
  answer = { ...answer, ...solved, ...truth, ...best.figures, alternatives: alternativesOf(solved, best) };
  onProgress?.("bound", answer);
  const others = options.alternatives === false ? [] : otherTemplates(listed, best, { ...options, prices, work });
  answer = { ...answer, alternatives: [...answer.alternatives, ...others] };
  onProgress?.("alternatives", answer);
  answer = { ...answer, frontier: drawFrontier(listed, { prices, weights: frontier, work, start: solved.times }) };
  onProgress?.("frontier", answer);
  return answer;
}

/** The problem with its patients in the order in which they are seen. */
function inOrder(problem: SessionProblem, order: readonly number[]): SessionProblem {
  return { ...problem, patients: order.map((index) => problem.patients[index]!), order: "listed" };
}

/** What is known of a template before anybody has asked how good it is. */
function firstAnswer(problem: SessionProblem, found: SolvedSession, priced: Priced): SessionAnswer {
  const bound = problem.evaluation.kind === "exact" ? found.bound : -Infinity;
  const rest = { objectiveBound: found.bound, alternatives: alternativesOf(found, priced), frontier: [] };
  return { ...found, ...priced.figures, bound, ...rest };
}

function alternativesOf({ times }: Pick<SolvedSession, "times">, { figures }: Priced): Alternative[] {
  return [{ ...figures, kind: "best", times, loss: 0 }];
}

/** What no template can cost less than: proved where figures are exact, else with a confidence. */
async function boundInTruth(
  problem: SessionProblem,
  solved: SolvedSession,
  options: SolveSessionOptions & { readonly work: Work; readonly seed: number | string; readonly cost: number },
): Promise<Pick<SessionAnswer, "bound" | "boundConfidence" | "objectiveBound">> {
  const { work, seed, cost, batches = 10 } = options;
  const objectiveBound = solved.bound;
  if (problem.evaluation.kind === "exact") return { bound: solved.bound, objectiveBound };
  const solve = (luck: SessionProblem) =>
    withBound(luck, searchTemplate(luck, { work, start: solved.times }), { ...options, work });
  const tooDear =
    objectiveBound === -Infinity ? Infinity : await mostTooDear(problem, solved, { work, seed, batches, solve });
  return { bound: cost - tooDear, boundConfidence: BOUND_CONFIDENCE, objectiveBound };
}

/** A bound for templates at any moment over samples, where searching gives none. */
async function withBound(
  problem: SessionProblem,
  found: SolvedSession,
  options: SolveSessionOptions & { readonly work: Work },
): Promise<SolvedSession> {
  const { solver, work } = options;
  if (problem.times.kind !== "any" || problem.evaluation.kind === "exact" || solver === undefined) return found;
  return boundAtAnyMoment(problem, found, { solver, work });
}

/** Length of a slot when nobody says another. */
const USUAL_SLOT = 15;

type OtherOptions = SolveSessionOptions & { readonly prices: FreshPrices; readonly work: Work };

/** The best simple rule, and the best template of fixed slots. */
function otherTemplates(problem: SessionProblem, best: Priced, options: OtherOptions): Alternative[] {
  const { prices, work, slotMinutes = USUAL_SLOT } = options;
  const alternatives: Alternative[] = [];
  const add = (times: readonly number[], what: Pick<Alternative, "kind" | "startAndGap" | "slots">) => {
    const priced = prices.price(times);
    alternatives.push({ ...priced.figures, ...what, times, ...lossAgainst(best, priced) });
  };
  const rule = bestStartAndGap(problem, work);
  if (rule !== undefined) add(rule.times, { kind: "start and gap", startAndGap: rule.rule });
  if (work.isOver() || slotMinutes >= problem.length) return alternatives;
  const { latest: _, ...slotted } = problem;
  const slots = searchTemplate({ ...slotted, times: { kind: "grid", minutes: slotMinutes } }, { work });
  if (work.isOver()) return alternatives;
  const patients = Array.from(
    { length: Math.ceil(problem.length / slotMinutes) },
    (_, slot) => slots.times.filter((time) => Math.round(time / slotMinutes) === slot).length,
  );
  add(slots.times, { kind: "fixed slots", slots: { minutes: slotMinutes, patients } });
  return alternatives;
}
