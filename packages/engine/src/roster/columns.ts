/**
 * Column generation over a group of people and some days: choose one tour per person, pay for every row that
 * couples them (Dantzig & Wolfe 1960; for rosters Burke & Curtois, New approaches to nurse rostering benchmark
 * instances, European Journal of Operational Research 237, 2014).
 *
 * Each round solves the master programme over the tours known so far, and asks pricing for tours that would improve it.
 * Whatever the prices of rows, their share of the limits and the cheapest tour of each person add up to a lower bound
 * (Lasdon's). Prices are pulled towards those of the best bound (Wentges 1997; Pessoa et al. 2018), which calms them.
 *
 * @module
 */

import type {
  Relaxation,
  RelaxationLimits,
  RelaxationOutcome,
  RelaxationSolver,
  SparseColumns,
} from "../modelling/relaxation.ts";
import type { Solver } from "../modelling/solver.ts";
import { epsilon, type PricingMemory } from "./completions.ts";
import type { LabelPool } from "./labels.ts";
import { MasterRows } from "./master-rows.ts";
import type { OpenDays } from "./open-days.ts";
import { Pricer } from "./pricing.ts";
import type { Tour } from "./roster-model.ts";
import type { RowPrices } from "./row-prices.ts";
import type { Tables } from "./tables.ts";
import { openWindow, tourCost } from "./window.ts";

/** A tour of one of the master's people: the whole tour, its cost, and its entries in the master's rows. */
export interface Column {
  /** Index into the master's people. */
  readonly member: number;
  readonly tour: Tour;
  readonly cost: number;
  readonly rows: Int32Array;
  readonly weights: Float64Array;
}

/** What all masters of a solver share. */
export interface Workshop {
  readonly tables: Tables;
  readonly relaxation: RelaxationSolver;
  /** Solves small integer programmes over columns; without it, dives must do. */
  readonly solver: Solver | undefined;
  readonly pool: LabelPool;
  readonly memories: readonly PricingMemory[];
  /** Price for a row that no price may break, in the masters. */
  readonly hardPrice: number;
  /** Seconds that are left, or Infinity. */
  secondsLeft(): number;
  /** Work that is left, or Infinity. */
  workLeft(): number;
  /** Adds work that was done outside of pricing. */
  spend(work: number): void;
  /** Seconds since any moment. */
  clock(): number;
  /** Absent when nobody can cancel: asking costs time. */
  readonly cancelled: (() => boolean) | undefined;
  /** One when all costs are whole numbers, so that bounds may be rounded up. */
  readonly unit: number;
}

/** How far to generate columns. */
export interface Effort {
  /** Stop when the bound reaches this: nothing cheaper is to be found. */
  readonly cutoff: number;
  /** Stop when the programme is within this share of the bound. */
  readonly gap: number;
  readonly rounds: number;
  readonly beam: number;
  /** Prices to begin with, where they are known for all rows. */
  readonly centre?: RowPrices;
}

/** How generation ended. */
export interface Generated {
  /** The master programme's optimum over its columns. */
  readonly objective: number;
  /** No roster of the window costs less (with what is fixed, fixed). */
  readonly bound: number;
  readonly values: Float64Array;
  readonly ended: "converged" | "cutoff" | "stopped" | "infeasible";
}

/** An iteration of the simplex method, in extended labels. */
const iterationWork = 25;

/** What is given away for the arithmetic before a bound is rounded up. */
const tolerance = 1e-4;

/** Labels of a day while columns come easily. */
const narrowBeam = 80;

/** One master programme. */
export class Master {
  readonly people: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly columns: Column[] = [];
  readonly rows: MasterRows;
  private readonly shop: Workshop;
  private readonly pricers: Pricer[];
  private readonly frozen: readonly Tour[] | undefined;
  private programme!: Relaxation;
  /** How many columns stand before the first tour: the slacks. */
  readonly slackCount: number;
  /** The last optimum of the programme. */
  relaxed: RelaxationOutcome | undefined;
  private readonly seen = new Set<string>();
  private readonly fixedTo: Int32Array;
  private bestPrices: Float64Array | undefined;
  private infeasible = false;

  /** Opens a master for some people and days; `frozen` tells all other days. */
  static async open(
    shop: Workshop,
    people: readonly number[],
    days: OpenDays,
    frozen?: readonly Tour[],
  ): Promise<Master> {
    const master = new Master(shop, people, days, frozen);
    const { lowers, uppers, slacks } = master.rows;
    const rows = { lower: lowers, upper: uppers };
    master.programme = await shop.relaxation.openRelaxation({ rows, columns: slacks });
    return master;
  }

  private constructor(shop: Workshop, people: readonly number[], days: OpenDays, frozen?: readonly Tour[]) {
    this.shop = shop;
    this.people = people;
    this.from = days.from;
    this.to = days.to;
    this.frozen = frozen;
    const { tables } = shop;
    // Whoever opens a window reads the whole tour.
    shop.spend(people.length * tables.days);
    this.rows = new MasterRows(tables, { ...days, people, frozen }, shop.hardPrice);
    this.slackCount = this.rows.slacks.count;
    this.fixedTo = new Int32Array(people.length).fill(-1);
    this.pricers = people.map((person) => {
      const opened = openWindow(tables.people[person]!, days, frozen?.[person]);
      return new Pricer(opened, shop.memories[person]!, shop.pool);
    });
  }

  /** Frees the programme. */
  close(): void {
    this.programme.close();
  }

  /** Adds whole tours of members, if they are possible and new. The days that are not open must be as frozen. */
  add(tours: readonly { readonly member: number; readonly tour: Tour }[]): number {
    const fresh: Column[] = [];
    for (const { member, tour } of tours) {
      const key = `${member}:${String.fromCharCode(...tour.subarray(this.from, this.to).map((shift) => shift + 66))}`;
      if (this.seen.has(key)) continue;
      const cost = tourCost(this.shop.tables.people[this.people[member]!]!, tour);
      if (cost === Number.POSITIVE_INFINITY) continue;
      this.seen.add(key);
      fresh.push({ member, tour, cost, ...this.rows.entriesOf(this.people[member]!, tour) });
    }
    if (fresh.length > 0) {
      this.programme.addColumns(compressed(fresh));
      this.columns.push(...fresh);
    }
    return fresh.length;
  }

  /** The prices of the active rows that made the best bound of the last generation; undefined before any pricing. */
  get prices(): Float64Array | undefined {
    return this.bestPrices === undefined ? undefined : this.rows.toActive(this.bestPrices);
  }

  /** Commits a member to a column, or frees the member again with -1. */
  fix(member: number, column: number): void {
    const before = this.fixedTo[member]!;
    if (before >= 0) this.programme.changeBounds(this.slackCount + before, 0, 1);
    if (column >= 0) this.programme.changeBounds(this.slackCount + column, 1, 1);
    this.fixedTo[member] = column;
  }

  /** The column that a member is committed to, or -1. */
  fixed(member: number): number {
    return this.fixedTo[member]!;
  }

  /** What the master's objective is when each member takes one of the columns. */
  costOf(chosen: readonly number[]): number {
    const columns = chosen.map((index) => this.columns[index]!);
    let cost = this.rows.constant + this.rows.costOf(columns);
    for (const column of columns) cost += column.cost;
    return cost;
  }

  /** Generates columns until nothing improves, the bound reaches the cutoff, or the effort is spent. */
  generate(effort: Effort): Generated {
    const { shop } = this;
    let bound = Number.NEGATIVE_INFINITY;
    this.bestPrices = undefined;
    let objective = Number.POSITIVE_INFINITY;
    let values: Float64Array = new Float64Array(0);
    // Narrow searches find good columns early; wide ones are for the end, and for the proof.
    let beam = Math.min(effort.beam, narrowBeam);
    if (!this.begin(effort.beam)) return { objective, bound, values, ended: "infeasible" };
    const centre = effort.centre?.of(this.rows.active);
    if (centre !== undefined) bound = this.priceAt(this.rows.fromActive(centre), beam);
    if (bound >= effort.cutoff) return { objective, bound, values, ended: "cutoff" };
    for (let round = 0; ; round++) {
      const relaxed = this.programme.solve(this.programmeLimits());
      shop.spend(relaxed.iterations * iterationWork);
      if (relaxed.status === "infeasible") return { objective, bound, values, ended: "infeasible" };
      if (relaxed.status !== "optimal") return { objective, bound, values, ended: "stopped" };
      this.relaxed = relaxed;
      objective = relaxed.objective + this.rows.constant;
      values = relaxed.columnValues;
      if (this.isTight(objective, bound, effort.gap)) {
        return { objective, bound, values, ended: "converged" };
      }
      if (round >= effort.rounds || shop.secondsLeft() <= 0 || shop.workLeft() <= 0) {
        return { objective, bound, values, ended: "stopped" };
      }
      const prices = this.rows.clipped(relaxed.rowDuals);
      for (let smoothing = 0.6; ; smoothing = smoothing > 0.2 ? smoothing / 2 : 0) {
        const smooth = this.smoothed(prices, smoothing);
        const { lower, added, exact } = this.priceAll(smooth, beam, 6);
        if (lower > bound) {
          bound = lower;
          this.bestPrices = smooth;
        }
        if (bound >= effort.cutoff) return { objective, bound, values, ended: "cutoff" };
        if (added > 0) break;
        if (shop.secondsLeft() <= 0) return { objective, bound, values, ended: "stopped" };
        if (!exact && beam < effort.beam) {
          beam = Math.min(effort.beam, 8 * beam);
          continue;
        }
        // Nothing at smoothed prices: ask nearer to the programme's own.
        if (smooth === prices) return { objective, bound, values, ended: "converged" };
      }
    }
  }

  /** Prices of another programme's rows may bound this one well, and bring good columns, before it is solved. */
  private priceAt(prices: Float64Array, beam: number): number {
    const { lower } = this.priceAll(prices, beam, 2);
    this.bestPrices = prices;
    return lower;
  }

  /** Whether the programme can be no more than rounding above the bound. */
  private isTight(objective: number, bound: number, gap: number): boolean {
    if (objective - bound <= Math.max(epsilon, gap * Math.abs(objective))) return true;
    return this.shop.unit === 1 && Math.ceil(bound - tolerance) >= Math.ceil(objective - tolerance);
  }

  private programmeLimits(): RelaxationLimits {
    const { secondsLeft, cancelled } = this.shop;
    const seconds = secondsLeft();
    return {
      ...(seconds === Number.POSITIVE_INFINITY ? {} : { seconds: Math.max(0.05, seconds) }),
      ...(cancelled === undefined ? {} : { cancelled }),
    };
  }

  /** Every member needs a tour to begin with. */
  private begin(beam: number): boolean {
    if (this.infeasible) return false;
    const has = new Uint8Array(this.people.length);
    for (const { member } of this.columns) has[member] = 1;
    const prices = this.rows.eagerPrices();
    for (let member = 0; member < this.people.length; member++) {
      if (has[member] === 1) continue;
      const cells = this.rows.cellPrices(this.people[member]!, prices);
      const { tours } = this.pricers[member]!.price(cells, { threshold: Number.POSITIVE_INFINITY, most: 1, beam });
      if (tours.length === 0) {
        this.infeasible = true;
        return false;
      }
      this.add([{ member, tour: this.wholeTour(member, tours[0]!.symbols) }]);
    }
    return true;
  }

  /** Prices all free members; returns the lower bound of these prices and how many columns came. */
  private priceAll(prices: Float64Array, beam: number, most: number): { lower: number; added: number; exact: boolean } {
    const { people, columns, shop } = this;
    let lower = this.rows.worthOf(prices);
    // What the cheapest known tour of each member is worth at these prices: only cheaper ones are news.
    const known = new Float64Array(people.length).fill(Number.POSITIVE_INFINITY);
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]!;
      const fixed = this.fixedTo[column.member]!;
      if (fixed >= 0 && fixed !== index) continue;
      let value = column.cost;
      const { rows, weights } = column;
      for (let entry = 0; entry < rows.length; entry++) value -= prices[rows[entry]!]! * weights[entry]!;
      if (value < known[column.member]!) known[column.member] = value;
    }
    let exact = true;
    const news: { member: number; tour: Tour }[] = [];
    for (let member = 0; member < people.length; member++) {
      if (this.fixedTo[member]! >= 0) {
        lower += known[member]!;
        continue;
      }
      if (shop.secondsLeft() <= 0) {
        // Too late for a bound; what was found may still help.
        lower = Number.NEGATIVE_INFINITY;
        exact = false;
        break;
      }
      const cells = this.rows.cellPrices(people[member]!, prices);
      const priced = this.pricers[member]!.price(cells, { threshold: known[member]!, most, beam });
      lower += Math.min(priced.bound, known[member]!);
      exact &&= priced.exact;
      for (const { symbols } of priced.tours) news.push({ member, tour: this.wholeTour(member, symbols) });
    }
    return { lower, added: this.add(news), exact };
  }

  private wholeTour(member: number, symbols: Uint8Array): Tour {
    const frozen = this.frozen?.[this.people[member]!];
    const tour = frozen === undefined ? new Int16Array(this.shop.tables.days) : Int16Array.from(frozen);
    for (let day = 0; day < symbols.length; day++) tour[this.from + day] = symbols[day]! - 1;
    return tour;
  }

  private smoothed(prices: Float64Array, share: number): Float64Array {
    const best = this.bestPrices;
    if (best === undefined || share === 0) return prices;
    return prices.map((price, row) => share * best[row]! + (1 - share) * price);
  }
}

/** Columns of tours as the programme takes them: a one in the row of the member, then the entries. */
function compressed(columns: readonly Column[]): SparseColumns {
  const entries = columns.reduce((sum, { rows }) => sum + rows.length + 1, 0);
  const starts = new Int32Array(columns.length + 1);
  const rows = new Int32Array(entries);
  const coefficients = new Float64Array(entries);
  let at = 0;
  columns.forEach((column, index) => {
    rows[at] = column.member;
    coefficients[at++] = 1;
    rows.set(column.rows, at);
    coefficients.set(column.weights, at);
    at += column.rows.length;
    starts[index + 1] = at;
  });
  return {
    costs: Float64Array.from(columns, ({ cost }) => cost),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
    starts,
    rows,
    coefficients,
  };
}
