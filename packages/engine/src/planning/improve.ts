/**
 * Makes an office better with what it has: tries moves in the simulation, and keeps those that really help.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import { comparing } from "../experiment/compare.ts";
import { type ConductOptions, conduct, conductWith, type Experiment } from "../experiment/conduct.ts";
import type { Executor, Seed } from "../experiment/executor.ts";
import type { Comparison, DifferenceEstimate } from "../experiment/results.ts";
import { Samples } from "../experiment/sample.ts";
import { allocate } from "../experiment/selection.ts";
import { applyChanges, type Change, difference } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { estimate } from "../statistics/estimate.ts";
import { Tally } from "../statistics/tally.ts";
import { Budget } from "./budget.ts";
import { type Goals, goalsOf } from "./goals.ts";
import { movesOf, type TriedMove } from "./moves.ts";
import { brokenRails, tryMove } from "./trial.ts";

/** What `improve` is told. */
export interface ImproveOptions {
  readonly seed: Seed;
  /** Fresh replications for the final claim; 400 unless given. */
  readonly replications?: number;
  /**
   * What a change costs those who have to live with it: a move is kept when it takes more than this share off all goals
   * together. 0 unless given.
   */
  readonly pricePerChange?: number;
  /** Most replications of the search, all scenarios together; 30,000 unless given. */
  readonly workLimit?: number;
  /** Asked now and then; `true` ends the search with the best so far. */
  readonly cancelled?: () => boolean;
  /** Hears what was tried and kept. */
  readonly onNews?: (news: PlanningNews) => void;
}

/** One step of the search. */
export interface PlanningStep {
  readonly round: number;
  /** "clinic, 13:00 to 16:40: 10 min earlier". */
  readonly move: string;
  readonly kept: boolean;
  /** Why it was not kept. */
  readonly reason?: string;
  /** What it is worth beside the plan before it, for each goal; on replications not used for choosing it. */
  readonly worth: Readonly<Record<string, DifferenceEstimate>>;
}

/** What is told while the search goes on. */
export type PlanningNews =
  | { readonly what: "round"; readonly round: number; readonly moves: number; readonly spent: number }
  | { readonly what: "step"; readonly step: PlanningStep; readonly spent: number }
  | { readonly what: "claim"; readonly replications: number };

/** What `improve` returns. */
export interface Improvement {
  readonly scenario: string;
  readonly seed: Seed;
  readonly goals: Goals;
  /** Why the search ended: nothing more helps, the budget was spent, or somebody cancelled it. */
  readonly ended: "nothing helps" | "budget" | "cancelled";
  readonly steps: readonly PlanningStep[];
  /** How many moves were looked at, and how many replications the search took. */
  readonly moves: number;
  readonly searched: number;
  /** The plan: what was kept. Empty when nothing was. */
  readonly changes: readonly Change[];
  /** The plan beside the office as it is, on replications that the search has not seen. Absent when nothing was kept. */
  readonly claim?: Comparison;
}

/** What the plan is called beside the office as it is. */
const planned = "as planned";

const USUAL_WORK = 30_000;
const USUAL_REPLICATIONS = 400;

/** Replications for a claim when somebody waits for the end. */
const HURRIED_REPLICATIONS = 100;

/** Replications by which one unit of each goal is weighed. */
const WEIGHING = 50;

/** Replications in which every move of a round is looked at. */
const LOOK = 20;

/** Level at which a rail counts as broken in a look at many moves. */
const SURELY = 0.995;

/** Of a round's moves so many are looked at again, in so many replications on average. */
const MOST_CLOSER = 12;
const CLOSER_LOOK = 30;

/** Distance between two plans, as a part of all goals together, that is not worth looking for. */
const TRIFLE = 0.01;

/** Of a round's moves so many are tried in earnest, and more only while none is kept. */
const MOST_TRIALS = 5;

const TRIAL_REPLICATIONS = 150;
const TRIAL_CONFIDENCE = 0.99;

/**
 * Makes an office better with the people, rooms and patients that it has.
 *
 * Round by round, all moves are ranked in the simulation on common random numbers; the most promising are tried again on
 * other luck, and kept when their gain is clear of what a change costs and nothing that matters is measurably worse than in the office as
 * it is. It ends when nothing helps any more, or the budget is spent. What the plan is worth is then estimated on
 * replications that had no part in choosing it, so that the claim is not the luck of the best of many.
 *
 * @throws {OfficeError} when the office has no appointments and no staff that could be planned, or no visits
 */
export function improve(scenario: Scenario, options: ImproveOptions): Improvement {
  return conduct(improving(scenario, options));
}

/** Does what `improve` does, wherever the executor runs its tasks; under a work limit the result is the same. */
export async function improveWith(
  executor: Executor,
  scenario: Scenario,
  options: ImproveOptions & ConductOptions,
): Promise<Improvement> {
  return conductWith(executor, improving(scenario, options), options);
}

function* improving(base: Scenario, options: ImproveOptions): Experiment<Improvement> {
  const { seed, workLimit = USUAL_WORK, replications = USUAL_REPLICATIONS, cancelled = () => false } = options;
  const goals = goalsOf(base);
  const search = new Search(base, goals, {
    seed: `search of ${seed}`,
    budget: new Budget({ most: workLimit, cancelled }),
    price: options.pricePerChange ?? 0,
    tell: options.onNews ?? (() => {}),
  });
  const ended = yield* search.go();
  const result = {
    ...{ scenario: base.name, seed, goals, ended, steps: search.steps, moves: search.moves },
    ...{ searched: search.spent, changes: changesTo(base, search.present) },
  };
  if (result.changes.length === 0) return result;
  const count = ended === "cancelled" ? Math.min(HURRIED_REPLICATIONS, replications) : replications;
  options.onNews?.({ what: "claim", replications: count });
  const claim = yield* comparing(base, { [planned]: result.changes }, { seed, replications: count });
  return { ...result, claim };
}

/** The places of the two scenarios that differ, at the depth at which moves change them. */
function changesTo(base: Scenario, present: Scenario): Change[] {
  const places = new Map<string, Change>();
  for (const { path } of difference(base, present)) {
    const place = path.slice(0, PLACE_DEPTH);
    const value = place.reduce<unknown>((data, key) => (data as Record<string | number, unknown>)[key], present);
    places.set(place.join("\n"), { path: place, value });
  }
  return [...places.values()];
}

/** "templates.clinic.0", "staff.physician.breaks", "tasks.refill.pathway". */
const PLACE_DEPTH = 3;

/** A search under way. */
class Search {
  present: Scenario;
  moves = 0;
  readonly steps: PlanningStep[] = [];
  readonly #base: Scenario;
  readonly #goals: Goals;
  readonly #seed: Seed;
  readonly #budget: Budget;
  readonly #tell: (news: PlanningNews) => void;
  readonly #price: number;
  #weights: readonly number[] = [];
  /** The first replication that nobody has used yet. */
  #next = 0;

  constructor(
    base: Scenario,
    goals: Goals,
    { seed, budget, tell, price }: { seed: Seed; budget: Budget; tell: (news: PlanningNews) => void; price: number },
  ) {
    this.#base = base;
    this.present = base;
    this.#goals = goals;
    this.#seed = seed;
    this.#budget = budget;
    this.#tell = tell;
    this.#price = price;
  }

  get spent(): number {
    return this.#budget.spent;
  }

  *go(): Experiment<Improvement["ended"]> {
    if (movesOf(this.#base, { seed: this.#seed }).length === 0 || this.#goals.less.length === 0)
      throw nothingToPlan(this.#base);
    const weights = yield* this.#budget.within(this.#weigh());
    this.#weights = weights ?? [];
    for (let round = 1; weights !== undefined; round++) {
      const kept = yield* this.#round(round);
      if (kept === undefined) break;
      if (!kept) return "nothing helps";
    }
    return this.#budget.end ?? "budget";
  }

  /** What a unit of each goal counts: a hundredth of any as much as of any other. */
  *#weigh(): Experiment<number[]> {
    const { less } = this.#goals;
    const [values] = yield [this.#task(this.#base, less, WEIGHING)];
    this.#next += WEIGHING;
    return less.map((_, goal) => {
      const tally = new Tally();
      values!.forEach((value, at) => {
        if (at % less.length === goal && !Number.isNaN(value)) tally.add(value);
      });
      return tally.mean > 0 ? 1 / (tally.mean * less.length) : 0;
    });
  }

  /** Ranks all moves, and tries the first of them in earnest; whether any was kept, undefined when there was no time. */
  *#round(round: number): Experiment<boolean | undefined> {
    const moves = movesOf(this.present, { seed: this.#seed });
    this.moves += moves.length;
    this.#tell({ what: "round", round, moves: moves.length, spent: this.spent });
    const order = yield* this.#budget.within(this.#ranked(moves));
    if (order === undefined) return undefined;
    let kept = false;
    const settled = new Set<string>();
    for (const [place, move] of order.entries()) {
      if (kept && place >= MOST_TRIALS) break;
      if (settled.has(move.about)) continue;
      const outcome = yield* this.#budget.within(this.#try(round, move));
      if (outcome === undefined) return undefined;
      if (outcome) {
        kept = true;
        settled.add(move.about);
      }
    }
    return kept;
  }

  /** The most promising moves, from the best on: a look at all, and a better one at those that seem to break nothing. */
  *#ranked(moves: readonly TriedMove[]): Experiment<TriedMove[]> {
    const promising = yield* this.#look(moves);
    if (promising.length === 0) return [];
    const budget = CLOSER_LOOK * (promising.length + 1);
    const { tallies } = yield* allocate(
      {
        scenarios: [this.present, ...promising.map(({ scenario }) => scenario)],
        seed: this.#seed,
        measures: this.#goals.less,
        score: (values) => this.#score((goal) => values[goal]!),
        best: "smallest",
        first: this.#next,
      },
      { replications: budget, indifference: TRIFLE },
    );
    this.#next += budget;
    return best(
      promising.map((move, index) => ({ move, gain: tallies.difference(index + 1, 0).mean })),
      MOST_CLOSER,
    );
  }

  *#look(moves: readonly TriedMove[]): Experiment<TriedMove[]> {
    const measures = this.#goals.rails.map(({ measure }) => measure);
    const scenarios = [this.#base, this.present, ...moves.map(({ scenario }) => scenario)];
    const samples = new Samples(scenarios.length, measures);
    samples.add(yield scenarios.map((scenario) => this.#task(scenario, measures, LOOK)));
    this.#next += LOOK;
    const meanOf = (scenario: number) =>
      this.#score((goal) => estimate(samples.of(scenario, this.#goals.less[goal]!)).mean);
    const present = meanOf(1);
    const looks = moves.flatMap((move, index) => {
      const broken = brokenRails(this.#goals, SURELY, (measure) => [
        samples.of(index + 2, measure),
        samples.of(0, measure),
      ]);
      return broken.length > 0 ? [] : [{ move, gain: meanOf(index + 2) - present }];
    });
    return best(looks, MOST_CLOSER);
  }

  #score(valueAt: (goal: number) => number): number {
    return this.#weights.reduce((sum, weight, goal) => sum + weight * valueAt(goal), 0);
  }

  /** Tries a move on top of the plan so far, and keeps it or not. */
  *#try(round: number, move: TriedMove): Experiment<boolean> {
    const candidate = applyChanges(this.present, move.changes);
    const { kept, reason, worth, replications } = yield* tryMove(
      { base: this.#base, present: this.present, candidate },
      {
        ...{ goals: this.#goals, weights: this.#weights, seed: this.#seed, from: this.#next },
        ...{ replications: TRIAL_REPLICATIONS, confidence: TRIAL_CONFIDENCE, price: this.#price },
      },
    );
    this.#next += replications;
    if (kept) this.present = candidate;
    const step = { round, move: move.name, kept, ...(reason !== undefined && { reason }), worth };
    this.steps.push(step);
    this.#tell({ what: "step", step, spent: this.spent });
    return kept;
  }

  #task(scenario: Scenario, measures: readonly string[], count: number) {
    return { scenario, seed: this.#seed, measures, from: this.#next, to: this.#next + count };
  }
}

/** The moves with the greatest gain, a gain being less than nothing. */
function best(looks: readonly { readonly move: TriedMove; readonly gain: number }[], most: number): TriedMove[] {
  const gaining = looks.filter(({ gain }) => gain < 0).sort((one, other) => one.gain - other.gain);
  return gaining.slice(0, most).map(({ move }) => move);
}

function nothingToPlan({ templates, staff, visitTypes }: Scenario): OfficeError {
  const lacks = [
    ...(templates === undefined ? ["appointment templates with three appointments or more in a row"] : []),
    ...(staff === undefined ? ["staff whose breaks or shifts could be moved"] : []),
    ...(visitTypes === undefined ? ["visits whose waits could become shorter"] : []),
  ];
  const what =
    lacks.length === 0 ? "nothing in it can be moved at the same payroll" : `it has no ${lacks.join(", no ")}`;
  return new OfficeError(`there is nothing to plan in this scenario: ${what}; add templates, breaks or shifts to it`);
}
