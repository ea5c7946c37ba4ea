import type { Scenario } from "../scenario/schema.ts";
import { StoppingRule } from "../statistics/stopping.ts";
import type { Experiment } from "./conduct.ts";
import type { Seed } from "./executor.ts";

/** A wish: go on until the interval of one measure is no wider than this. */
export interface Precision {
  readonly measure: string;
  /** In the unit of the measure. */
  readonly halfWidth: number;
}

/** What every experiment is told. */
export interface ExperimentOptions {
  /** How many replications; with `until`, the most. */
  readonly replications: number;
  readonly seed: Seed;
  /** Names of measures; those that the scenario has by default unless given. */
  readonly measures?: readonly string[];
  /** Level of the intervals, between 0 and 1; 0.95 unless given. */
  readonly confidence?: number;
}

/** What became of a wish for precision. */
export interface PrecisionReached extends Precision {
  /** Whether the interval became so narrow before the most replications were spent. */
  readonly reached: boolean;
}

/** What sampling is told, besides the scenarios. */
export interface SamplingOptions extends ExperimentOptions {
  readonly measures: readonly string[];
  readonly until?: Precision;
  /** The numbers that have to become precise, from the value of the measure in each scenario. */
  readonly watched?: (values: readonly number[]) => readonly number[];
}

/** Fewer values than this are never judged precise enough. */
const FEWEST_REPLICATIONS = 10;

/** Values of measures from the same replications of several scenarios. */
export class Samples {
  /** How many replications count. */
  replications = 0;
  /** Whether the wish for precision was met. */
  precise = false;
  readonly #measures: readonly string[];
  /** For each scenario, what its tasks gave, in the order of the replications. */
  readonly #chunks: readonly Float64Array[][];

  constructor(scenarios: number, measures: readonly string[]) {
    this.#measures = measures;
    this.#chunks = Array.from({ length: scenarios }, () => []);
  }

  /** Adds the values of the next replications, for each scenario. */
  add(answers: readonly Float64Array[]): void {
    answers.forEach((values, scenario) => {
      this.#chunks[scenario]!.push(values);
    });
    this.replications += answers[0]!.length / this.#measures.length;
  }

  /** The value of a measure in each replication that counts; NaN where undefined. */
  of(scenario: number, measure: string): Float64Array {
    const values = new Float64Array(this.replications);
    let replication = 0;
    for (const chunk of this.#chunks[scenario]!) {
      // What was run beyond the last replication that counts is left out.
      for (let at = this.#measures.indexOf(measure); at < chunk.length; at += this.#measures.length) {
        if (replication < values.length) values[replication++] = chunk[at]!;
      }
    }
    return values;
  }
}

/**
 * Runs the same replications of several scenarios: as many as asked for, or until precise enough.
 *
 * Precision is judged after each replication in turn, and what was run ahead of the judgement is thrown away; so the
 * result does not depend on how the work was cut up.
 *
 * @throws {RangeError} when the number of replications is not a whole number from 1 (with `until`, from 10)
 */
export function* sample(scenarios: readonly Scenario[], options: SamplingOptions): Experiment<Samples> {
  const { replications, seed, measures, until } = options;
  const fewest = until === undefined ? 1 : FEWEST_REPLICATIONS;
  if (!Number.isSafeInteger(replications) || replications < fewest) {
    throw new RangeError(`replications must be a whole number from ${fewest}, got ${replications}`);
  }
  const samples = new Samples(scenarios.length, measures);
  const enough = until === undefined ? undefined : whenPrecise(scenarios.length, until, options);
  for (let from = 0; from < replications && !samples.precise; from = samples.replications) {
    const to = enough === undefined ? replications : Math.min(replications, nextRound(from));
    samples.add(yield scenarios.map((scenario) => ({ scenario, seed, measures, from, to })));
    enough?.(samples, from);
  }
  return samples;
}

/** Rounds grow with what is known, so that there are few of them, and little is run in vain. */
function nextRound(from: number): number {
  return Math.ceil(1.25 * from) + FEWEST_REPLICATIONS;
}

/** Makes the judge of samples: ends them with the first replication after which all that is watched is precise. */
function whenPrecise(
  scenarios: number,
  { measure, halfWidth }: Precision,
  { confidence = 0.95, replications: maxReplications, watched = (values) => values }: SamplingOptions,
): (samples: Samples, from: number) => void {
  const rules: StoppingRule[] = [];
  return (samples, from) => {
    const columns = Array.from({ length: scenarios }, (_, scenario) => samples.of(scenario, measure));
    for (let replication = from; replication < samples.replications; replication++) {
      const numbers = watched(columns.map((column) => column[replication]!));
      numbers.forEach((value, index) => {
        rules[index] ??= new StoppingRule({ halfWidth, confidence, maxReplications });
        rules[index].add(value);
      });
      if (rules.every((rule) => rule.verdict === "precise enough")) {
        samples.replications = replication + 1;
        samples.precise = true;
        return;
      }
    }
  };
}
