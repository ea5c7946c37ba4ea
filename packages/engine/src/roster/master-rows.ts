/**
 * The rows of a master programme: one per member, then those of the model that its open days may change, less what is
 * frozen. Each has slacks at the price of its limits; hard limits have a price that no soft costs outweigh.
 *
 * @module
 */

import type { SparseColumns } from "../modelling/relaxation.ts";
import { isOpen, type OpenDays } from "./open-days.ts";
import type { Tour } from "./roster-model.ts";
import { type Bounds, costOutside, type Tables } from "./tables.ts";

/** What is open in a master. */
export interface Opening extends OpenDays {
  readonly people: readonly number[];
  /** All other days, and all other people. */
  readonly frozen: readonly Tour[] | undefined;
}

/** Limits whose hard sides have a high price instead. */
export function softened(bounds: Bounds, hardPrice: number): Bounds {
  return {
    ...bounds,
    costPerUnder: Math.min(bounds.costPerUnder, hardPrice),
    costPerOver: Math.min(bounds.costPerOver, hardPrice),
  };
}

/** The rows of one master. Prices and entries count the rows of members first. */
export class MasterRows {
  /** Cost of the rows that the window cannot change. */
  readonly constant: number;
  readonly lowers: Float64Array;
  readonly uppers: Float64Array;
  readonly slacks: SparseColumns & { readonly count: number };
  private readonly tables: Tables;
  private readonly opening: Opening;
  /** How many rows come first, one for each member. */
  private readonly offset: number;
  /** The rows that the window may change, as rows of the model, and the other way round. */
  readonly active: number[] = [];
  private readonly localOf: Int32Array;
  /** Limits of the active rows, less what is frozen. */
  private readonly limits: Bounds[] = [];

  constructor(tables: Tables, opening: Opening, hardPrice: number) {
    this.tables = tables;
    this.opening = opening;
    this.offset = opening.people.length;
    this.localOf = new Int32Array(tables.rows.count).fill(-1);
    const { used, touched } = this.frozenUse();
    let constant = 0;
    for (let row = 0; row < tables.rows.count; row++) {
      const bounds = softened(tables.rows.bounds[row]!, hardPrice);
      if (touched[row] === 0) {
        constant += costOutside(bounds, used[row]!);
        continue;
      }
      this.localOf[row] = this.offset + this.active.length;
      this.active.push(row);
      this.limits.push({ ...bounds, min: bounds.min - used[row]!, max: bounds.max - used[row]! });
    }
    this.constant = constant;
    this.lowers = new Float64Array(this.offset + this.active.length).fill(1);
    this.uppers = new Float64Array(this.offset + this.active.length).fill(1);
    this.limits.forEach(({ min, max }, index) => {
      this.lowers[this.offset + index] = min;
      this.uppers[this.offset + index] = max;
    });
    this.slacks = this.slackColumns();
  }

  /** What a tour of a person adds to the active rows. */
  entriesOf(person: number, tour: Tour): { rows: Int32Array; weights: Float64Array } {
    const { tables, opening } = this;
    const { starts, rows, weights } = tables.rows.groups[tables.people[person]!.group]!;
    const sums = new Map<number, number>();
    for (let day = opening.from; day < opening.to; day++) {
      if (!isOpen(opening, day)) continue;
      const cell = day * tables.symbols + tour[day]! + 1;
      for (let entry = starts[cell]!; entry < starts[cell + 1]!; entry++) {
        const local = this.localOf[rows[entry]!]!;
        sums.set(local, (sums.get(local) ?? 0) + weights[entry]!);
      }
    }
    return { rows: Int32Array.from(sums.keys()), weights: Float64Array.from(sums.values()) };
  }

  /** What each cell of the window costs a person on top, at prices of rows: nothing on closed days. */
  cellPrices(person: number, prices: Float64Array): Float64Array {
    const { tables, opening } = this;
    const { starts, rows, weights } = tables.rows.groups[tables.people[person]!.group]!;
    const cells = new Float64Array((opening.to - opening.from) * tables.symbols);
    const first = opening.from * tables.symbols;
    for (let day = opening.from; day < opening.to; day++) {
      if (!isOpen(opening, day)) continue;
      for (let cell = day * tables.symbols; cell < (day + 1) * tables.symbols; cell++) {
        let price = 0;
        for (let entry = starts[cell]!; entry < starts[cell + 1]!; entry++) {
          price -= prices[this.localOf[rows[entry]!]!]! * weights[entry]!;
        }
        cells[cell - first] = price;
      }
    }
    return cells;
  }

  /** What the active rows cost when tours with these entries are chosen. */
  costOf(chosen: Iterable<{ readonly rows: Int32Array; readonly weights: Float64Array }>): number {
    const sums = new Float64Array(this.limits.length);
    for (const { rows, weights } of chosen) {
      for (let entry = 0; entry < rows.length; entry++) sums[rows[entry]! - this.offset]! += weights[entry]!;
    }
    let cost = 0;
    for (let index = 0; index < sums.length; index++) cost += costOutside(this.limits[index]!, sums[index]!);
    return cost;
  }

  /** The share of the limits in the lower bound of these prices. */
  worthOf(prices: Float64Array): number {
    let worth = this.constant;
    this.limits.forEach(({ min, max }, index) => {
      const price = prices[this.offset + index]!;
      if (price > 0) worth += price * min;
      else if (price < 0) worth += price * max;
    });
    return worth;
  }

  /** A programme's prices, within what the slacks allow: then any of them make a valid bound. */
  clipped(duals: Float64Array): Float64Array {
    const prices = Float64Array.from(duals);
    this.limits.forEach(({ costPerUnder, costPerOver }, index) => {
      const row = this.offset + index;
      prices[row] = Math.min(costPerUnder, Math.max(-costPerOver, prices[row]!));
    });
    return prices;
  }

  /** Prices that make every tour welcome which someone is missed for. */
  eagerPrices(): Float64Array {
    const prices = new Float64Array(this.lowers.length);
    this.limits.forEach(({ costPerUnder }, index) => {
      prices[this.offset + index] = costPerUnder / 2;
    });
    return prices;
  }

  /** Prices of the active rows as prices of all rows of this master. */
  fromActive(prices: Float64Array): Float64Array {
    const all = new Float64Array(this.lowers.length);
    all.set(prices, this.offset);
    return all;
  }

  /** Those of the active rows among prices of all rows of this master. */
  toActive(prices: Float64Array): Float64Array {
    return prices.subarray(this.offset);
  }

  /** What the frozen cells add to the model's rows, and which rows an open cell may change. */
  private frozenUse(): { used: Float64Array; touched: Uint8Array } {
    const { tables } = this;
    const { people, frozen } = this.opening;
    const used = new Float64Array(tables.rows.count);
    const touched = new Uint8Array(tables.rows.count);
    const members = new Set(people);
    for (let person = 0; person < tables.people.length; person++) {
      const { starts, rows, weights } = tables.rows.groups[tables.people[person]!.group]!;
      const isMember = members.has(person);
      for (let day = 0; day < tables.days; day++) {
        const open = isMember && isOpen(this.opening, day);
        if (!open && frozen === undefined) continue;
        const first = open ? 0 : frozen![person]![day]! + 1;
        const last = open ? tables.symbols - 1 : first;
        for (let cell = day * tables.symbols + first; cell <= day * tables.symbols + last; cell++) {
          for (let entry = starts[cell]!; entry < starts[cell + 1]!; entry++) {
            if (open) touched[rows[entry]!] = 1;
            else used[rows[entry]!]! += weights[entry]!;
          }
        }
      }
    }
    return { used, touched };
  }

  private slackColumns(): SparseColumns & { count: number } {
    const costs: number[] = [];
    const rows: number[] = [];
    const coefficients: number[] = [];
    this.limits.forEach(({ min, max, costPerUnder, costPerOver }, index) => {
      if (min > Number.NEGATIVE_INFINITY) {
        costs.push(costPerUnder);
        rows.push(this.offset + index);
        coefficients.push(1);
      }
      if (max < Number.POSITIVE_INFINITY) {
        costs.push(costPerOver);
        rows.push(this.offset + index);
        coefficients.push(-1);
      }
    });
    return {
      count: costs.length,
      costs,
      lower: new Float64Array(costs.length),
      upper: new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY),
      starts: Int32Array.from({ length: costs.length + 1 }, (_, at) => at),
      rows,
      coefficients,
    };
  }
}
