import normalProbability from "@stdlib/stats-base-dists-normal-cdf";
import { applyChanges, type Difference, difference } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { halfWidthOf, holdsZero } from "../statistics/estimate.ts";
import type { Moments } from "../statistics/paired-tallies.ts";
import { engineVersion } from "../version.ts";
import type { Variants } from "./compare.ts";
import { type ConductOptions, conduct, conductWith, type Experiment } from "./conduct.ts";
import type { Executor, Seed } from "./executor.ts";
import { commonMeasures } from "./measures.ts";
import type { DifferenceEstimate, ResultHeader } from "./results.ts";
import { allocate, eliminate, type Selected } from "./selection.ts";

/** What `rank` is told. */
export interface RankOptions {
  readonly measure: string;
  /** Which is best: the smallest or the largest expected value. */
  readonly best: "smallest" | "largest";
  readonly seed: Seed;
  /** With an indifference the most of any variant; without one, so many for each on average. */
  readonly replications: number;
  /** The smallest difference that matters, in the unit of the measure. */
  readonly indifference?: number;
  /** Probability of choosing the best that is promised, and level of the intervals; 0.95 unless given. */
  readonly confidence?: number;
}

/** A variant in its place. */
export interface RankedVariant {
  readonly name: string;
  /** What really differs from the base, computed from the two scenarios. */
  readonly changes: readonly Difference[];
  /** The expected value, and the half-width of its interval. */
  readonly mean: number;
  readonly halfWidth: number;
  /** How many replications were spent on it. */
  readonly replications: number;
  /** How much it differs from the best, paired by replication; all these intervals hold at once with the confidence. */
  readonly behind: DifferenceEstimate;
  /** "level" with the best: they cannot be told apart. */
  readonly standing: "best" | "level" | "behind";
}

/** What `rank` returns. */
export interface Ranking extends ResultHeader {
  readonly measure: string;
  readonly unit: string;
  readonly best: "smallest" | "largest";
  readonly confidence: number;
  readonly indifference?: number;
  /**
   * Probability that the first is really the best. Promised before anything was simulated, for a best that is ahead by
   * the indifference or more; or estimated from what was seen.
   */
  readonly probability: number;
  readonly probabilityIs: "promised" | "estimated";
  /** Whether one is left; false when the replications were spent before, or the probability stayed below the confidence. */
  readonly decided: boolean;
  /** Replications that are left out because the measure was undefined in one of the variants. */
  readonly missing: number;
  /** From the best to the worst. */
  readonly variants: readonly RankedVariant[];
}

/**
 * Finds out which of several variants is best, and how surely, on common random numbers.
 *
 * With an indifference, variants fall out as soon as they are surely behind, and the best is chosen with the probability
 * promised (Kim & Nelson 2001). Without one, a budget of replications goes where it tells most about who is best
 * (Chen et al. 2000), and the probability of having chosen it is estimated from what was seen, from below (Bonferroni).
 *
 * @throws {ScenarioError} when a change does not fit, or the measure is unknown in one of the variants
 * @throws {RangeError} when there are not two variants, or a number is out of range
 */
export function rank(base: Scenario, variants: Variants, options: RankOptions): Ranking {
  return conduct(ranking(base, variants, options));
}

/** Does what `rank` does, wherever the executor runs its tasks; the result is the same to the last digit. */
export async function rankWith(
  executor: Executor,
  base: Scenario,
  variants: Variants,
  options: RankOptions & ConductOptions,
): Promise<Ranking> {
  return conductWith(executor, ranking(base, variants, options), options);
}

/** The fewest replications of a variant from which anything is concluded. */
const FEWEST_REPLICATIONS = 10;

function* ranking(base: Scenario, variants: Variants, options: RankOptions): Experiment<Ranking> {
  const { measure, best, seed, replications, indifference, confidence = 0.95 } = options;
  const names = Object.keys(variants);
  if (names.length < 2) throw new RangeError(`a ranking needs two variants or more, got ${names.length}`);
  if (!Number.isSafeInteger(replications) || replications < FEWEST_REPLICATIONS) {
    throw new RangeError(`replications must be a whole number from ${FEWEST_REPLICATIONS}, got ${replications}`);
  }
  const scenarios = Object.values(variants).map((changes) => applyChanges(base, changes));
  const unit = commonMeasures(scenarios, { measures: [measure] }).get(measure)!;
  const contest = { scenarios, seed, measures: [measure], best };
  const selected = yield* indifference === undefined
    ? allocate(contest, { replications: replications * names.length, indifference: 0 })
    : eliminate(contest, { indifference, confidence, replications });
  const probability = indifference === undefined ? probabilityOfBest(selected, best) : confidence;
  const level = 1 - (1 - confidence) / (names.length - 1);
  return {
    scenario: base.name,
    seed,
    engineVersion,
    replications: Math.max(...selected.replications),
    ...{ measure, unit, best, confidence },
    ...(indifference !== undefined && { indifference }),
    probability,
    probabilityIs: indifference === undefined ? "estimated" : "promised",
    decided: indifference === undefined ? probability >= confidence : selected.left.length === 1,
    missing: selected.missing,
    variants: inOrder(selected, best).map((place) => ({
      name: names[place]!,
      changes: difference(base, scenarios[place]!),
      ...interval(selected.tallies.of(place), confidence),
      replications: selected.replications[place]!,
      ...standing(selected, place, level),
    })),
  };
}

/** Places from the best on: those still in the race first, then by how far they are behind. */
function inOrder({ left, best, tallies, replications }: Selected, which: "smallest" | "largest"): number[] {
  const sign = which === "smallest" ? 1 : -1;
  const behind = (place: number) => (place === best ? 0 : sign * tallies.difference(place, best).mean);
  const group = (place: number) => (place === best ? 0 : left.includes(place) ? 1 : 2);
  return replications
    .map((_, place) => place)
    .sort((one, other) => group(one) - group(other) || behind(one) - behind(other) || one - other);
}

function standing(
  { best, tallies, left }: Selected,
  place: number,
  level: number,
): Pick<RankedVariant, "behind" | "standing"> {
  const { mean, variance, count } = tallies.difference(place, best);
  if (place === best) {
    const none = { mean: 0, sd: 0, halfWidth: 0, confidence: level, replications: tallies.of(place).count };
    return { behind: { ...none, measurable: false }, standing: "best" };
  }
  const sd = Math.sqrt(variance);
  const halfWidth = halfWidthOf({ sd, replications: count, confidence: level });
  const behind = { mean, sd, halfWidth, confidence: level, replications: count };
  const measurable = count > 1 && !holdsZero(behind);
  // Whoever has fallen out of a race is behind by the rule of the race, whatever the interval says.
  const isLevel = left.includes(place) ? !measurable : mean === 0 && sd === 0;
  return { behind: { ...behind, measurable }, standing: isLevel ? "level" : "behind" };
}

function interval({ mean, variance, count }: Moments, confidence: number) {
  return { mean, halfWidth: halfWidthOf({ sd: Math.sqrt(variance), replications: count, confidence }) };
}

/**
 * A lower bound of the probability that whoever looks best is so, from the differences seen (Bonferroni).
 *
 * @see Chen (1996), A lower bound for the correct subset-selection probability and its application to discrete-event
 *   system simulations, IEEE Transactions on Automatic Control 41(8), 1227–1231
 */
function probabilityOfBest({ best, tallies, replications }: Selected, which: "smallest" | "largest"): number {
  const sign = which === "smallest" ? 1 : -1;
  const wrong = replications.reduce((sum, _, place) => {
    if (place === best) return sum;
    const { mean, variance, count } = tallies.difference(place, best);
    // Twins do not make a choice wrong.
    if (mean === 0 && variance === 0) return sum;
    if (!(count > 1)) return sum + 1;
    return sum + normalProbability((-sign * mean) / Math.sqrt(variance / count), 0, 1);
  }, 0);
  return Math.max(0, 1 - wrong);
}
