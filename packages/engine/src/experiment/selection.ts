/**
 * Simulates scenarios side by side until it is known which is best, or a budget is spent.
 *
 * @module
 */

import type { Scenario } from "../scenario/schema.ts";
import { budgetShares } from "../statistics/budget-allocation.ts";
import { Elimination } from "../statistics/elimination.ts";
import { PairedTallies } from "../statistics/paired-tallies.ts";
import type { Experiment } from "./conduct.ts";
import type { Seed } from "./executor.ts";

/** Scenarios of which the best is looked for, and the number by which they are judged. */
export interface Contest {
  readonly scenarios: readonly Scenario[];
  readonly seed: Seed;
  /** Names of measures that every scenario has. */
  readonly measures: readonly string[];
  /** The number of a replication from its measures; NaN where it is undefined. The measure itself unless given. */
  readonly score?: (values: Float64Array) => number;
  readonly best: "smallest" | "largest";
  /** The number of the first replication; 0 unless given. */
  readonly first?: number;
}

/** What is known of the scenarios of a contest. */
export interface Selected {
  /** Places of the scenarios that may still be best; with one alone it is decided. */
  readonly left: readonly number[];
  /** The place of the one that looks best. */
  readonly best: number;
  readonly tallies: PairedTallies;
  /** How many replications of each scenario were simulated and looked at. */
  readonly replications: readonly number[];
  /** In how many replications the number was undefined for somebody, so that they are left out. */
  readonly missing: number;
}

/** Most replications of a scenario that are asked for at once, so that memory is bounded. */
const LONGEST_ROUND = 1000;

/** Replications after which the first scenario may fall out. */
const FIRST_ROWS = 20;

/** Replications of every scenario before any is preferred. */
const FIRST_LOOK = 10;

/** The part of the budget that is spent between two looks at who needs more. */
const PART_OF_BUDGET = 0.05;

/**
 * Lets scenarios fall out as soon as they are surely behind: see `Elimination`.
 *
 * Who falls out is judged after each replication in turn, and what was run ahead of the judgement is thrown away; so
 * the result does not depend on how the work was cut up.
 *
 * @param options.replications the most of any scenario
 */
export function* eliminate(
  contest: Contest,
  options: { readonly indifference: number; readonly confidence: number; readonly replications: number },
): Experiment<Selected> {
  const { scenarios, best, first = 0 } = contest;
  const race = new Elimination({ systems: scenarios.length, best, ...options, firstRows: FIRST_ROWS });
  const replications = scenarios.map(() => 0);
  const row = new Float64Array(scenarios.length);
  let missing = 0;
  for (let done = 0; done < options.replications && !race.decided; ) {
    const length = Math.min(Math.ceil(done / 4) + FIRST_ROWS, LONGEST_ROUND, options.replications - done);
    const running = [...race.left];
    const columns = yield* scoresOf(contest, running, { from: first + done, length });
    for (let place = 0; place < length && !race.decided; place++) {
      running.forEach((system, index) => {
        row[system] = columns[index]![place]!;
      });
      for (const system of race.left) replications[system]!++;
      if (race.left.some((system) => Number.isNaN(row[system]))) missing++;
      else race.add(row);
    }
    done += length;
  }
  const { left, tallies } = race;
  return { left, best: bestOf(left, tallies, best), tallies, replications, missing };
}

/**
 * Spends a budget of replications where it tells most about who is best: see `budgetShares`.
 *
 * @param options.replications of all scenarios together
 * @param options.indifference the smallest difference that matters
 */
export function* allocate(
  contest: Contest,
  options: { readonly replications: number; readonly indifference: number },
): Experiment<Selected> {
  const { scenarios, best, first = 0 } = contest;
  const all = scenarios.map((_, index) => index);
  const columns: Float64Array[] = all.map(() => new Float64Array(0));
  const reach = (wanted: readonly number[]) => extend(contest, columns, { wanted, first });
  yield* reach(all.map(() => Math.min(FIRST_LOOK, Math.floor(options.replications / scenarios.length))));
  for (;;) {
    const spent = columns.reduce((sum, column) => sum + column.length, 0);
    const { tallies, missing } = tallied(columns);
    const leader = bestOf(all, tallies, best);
    const part = Math.max(scenarios.length, Math.ceil(PART_OF_BUDGET * options.replications));
    const next = Math.min(options.replications, spent + part);
    const behind = all.map((system) => tallies.difference(system, leader));
    const shares = budgetShares(behind, { best: leader, indifference: options.indifference });
    const wanted = wantedOf(shares, columns, next - spent, leader);
    if (wanted.every((length, system) => length === columns[system]!.length)) {
      return { left: all, best: leader, tallies, replications: columns.map(({ length }) => length), missing };
    }
    yield* reach(wanted);
  }
}

/** How many replications each should have, so many more than now in all; the best never fewer than any other. */
function wantedOf(shares: readonly number[], columns: readonly Float64Array[], more: number, leader: number): number[] {
  const have = columns.map(({ length }) => length);
  const total = have.reduce((sum, length) => sum + length, 0) + more;
  const lacks = shares.map((share, system) => Math.max(0, Math.floor(share * total) - have[system]!));
  const lacking = lacks.reduce((sum, lack) => sum + lack, 0);
  const part = lacking > more ? more / lacking : 1;
  const wanted = have.map((length, system) => length + Math.floor(lacks[system]! * part));
  // Pairs end where the shorter of two columns does.
  const left = total - wanted.reduce((sum, length) => sum + length, 0);
  wanted[leader]! += Math.min(left, Math.max(...wanted) - wanted[leader]!);
  return wanted;
}

/** Runs whatever is wanted beyond what is there. */
function* extend(
  contest: Contest,
  columns: Float64Array[],
  { wanted, first }: { readonly wanted: readonly number[]; readonly first: number },
): Experiment<void> {
  const lacking = wanted.flatMap((length, system) => (length > columns[system]!.length ? [system] : []));
  if (lacking.length === 0) return;
  const { scenarios, seed, measures } = contest;
  const answers = yield lacking.map((system) => ({
    scenario: scenarios[system]!,
    seed,
    measures,
    from: first + columns[system]!.length,
    to: first + wanted[system]!,
  }));
  lacking.forEach((system, index) => {
    columns[system] = joined(columns[system]!, scored(answers[index]!, contest));
  });
}

function joined(column: Float64Array, more: Float64Array): Float64Array {
  const whole = new Float64Array(column.length + more.length);
  whole.set(column);
  whole.set(more, column.length);
  return whole;
}

/** Rows of columns of unequal length: each with those that reach so far. */
function tallied(columns: readonly Float64Array[]): { readonly tallies: PairedTallies; readonly missing: number } {
  const tallies = new PairedTallies(columns.length);
  const longest = Math.max(...columns.map(({ length }) => length));
  const row = new Float64Array(columns.length);
  let missing = 0;
  for (let place = 0; place < longest; place++) {
    const present = columns.flatMap(({ length }, system) => (place < length ? [system] : []));
    for (const system of present) row[system] = columns[system]![place]!;
    if (present.some((system) => Number.isNaN(row[system]))) missing++;
    else tallies.add(row, present);
  }
  return { tallies, missing };
}

/** The scores of some scenarios in the same replications. */
function* scoresOf(
  contest: Contest,
  systems: readonly number[],
  { from, length }: { readonly from: number; readonly length: number },
): Experiment<Float64Array[]> {
  const { scenarios, seed, measures } = contest;
  const answers = yield systems.map((system) => ({
    scenario: scenarios[system]!,
    seed,
    measures,
    from,
    to: from + length,
  }));
  return answers.map((answer) => scored(answer, contest));
}

function scored(values: Float64Array, { measures, score = ([value]) => value! }: Contest): Float64Array {
  const width = measures.length;
  return Float64Array.from({ length: values.length / width }, (_, replication) =>
    score(values.subarray(replication * width, (replication + 1) * width)),
  );
}

/** Who of some looks best: by the mean of each, and where two are level, the first. */
function bestOf(systems: readonly number[], tallies: PairedTallies, best: Contest["best"]): number {
  const sign = best === "largest" ? 1 : -1;
  return systems.reduce((leader, system) => (sign * tallies.difference(system, leader).mean > 0 ? system : leader));
}
