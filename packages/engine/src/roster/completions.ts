/**
 * What completing a partial tour costs at least: a backward pass over the bare automaton, with multipliers for resources.
 *
 * For any multipliers the bound at the start is valid; a few steps of a subgradient method raise it in every call, and
 * the multipliers are kept for the next one, whose prices are much the same.
 *
 * @module
 */

import type { LabelPool } from "./labels.ts";
import { costOutside, type PersonTable } from "./tables.ts";
import type { PersonWindow } from "./window.ts";

/** What a person's pricing learns, and takes along to other windows. */
export interface PricingMemory {
  /** 1: the resource counts. */
  readonly active: Uint8Array;
  readonly multipliers: Float64Array;
  readonly steps: Float64Array;
  readonly signs: Float64Array;
}

/** An empty memory for a person. */
export function pricingMemory(table: PersonTable): PricingMemory {
  const count = table.shape.resources.length;
  return {
    active: new Uint8Array(count),
    multipliers: new Float64Array(count),
    steps: new Float64Array(count),
    signs: new Float64Array(count),
  };
}

/** Values closer than this are equal. */
export const epsilon = 1e-6;

/** The completions of one person's tours through one window. */
export class Completions {
  /** Cost of the cheapest symbol of a class on a day, and which it is. */
  readonly cell: Float64Array;
  readonly symbol: Uint8Array;
  /** The same with the multipliers' share. */
  readonly pricedCell: Float64Array;
  /** Multipliers of the blocks that an arc opens, by its bit set. */
  readonly pricedOpens: Float64Array;
  /** Least priced cost from each day and node to the end: `day * nodes + node`. */
  readonly completion: Float64Array;
  private readonly window: PersonWindow;
  private readonly memory: PricingMemory;
  private readonly pool: LabelPool;
  private readonly length: number;
  private readonly nodes: number;

  constructor(window: PersonWindow, memory: PricingMemory, pool: LabelPool) {
    this.window = window;
    this.memory = memory;
    this.pool = pool;
    this.length = window.to - window.from;
    const { shape } = window.table;
    this.nodes = shape.automaton.nodes;
    this.cell = new Float64Array(this.length * shape.classes);
    this.symbol = new Uint8Array(this.length * shape.classes);
    this.pricedCell = new Float64Array(this.length * shape.classes);
    this.pricedOpens = new Float64Array(1 << shape.resources.filter(({ block }) => block >= 0).length);
    this.completion = new Float64Array((this.length + 1) * this.nodes).fill(Number.POSITIVE_INFINITY);
  }

  /** Picks the cheapest symbol of each class on each day. */
  chooseSymbols(prices: Float64Array): void {
    const { table, from } = this.window;
    const { symbols, classes, classOf } = table.shape;
    const { cell, symbol: chosen } = this;
    cell.fill(Number.POSITIVE_INFINITY);
    for (let day = 0; day < this.length; day++) {
      for (let symbol = 0; symbol < symbols; symbol++) {
        const cost = table.cellCost[(from + day) * symbols + symbol]! + prices[day * symbols + symbol]!;
        const at = day * classes + classOf[symbol]!;
        if (cost < cell[at]!) {
          cell[at] = cost;
          chosen[at] = symbol;
        }
      }
    }
  }

  /**
   * Raises the bound at the start by steps on the multipliers, each with its own step size (Riedmiller & Braun's Rprop:
   * only the signs of the subgradient count). Leaves the completions of the best multipliers behind.
   */
  raise(threshold: number, rounds: number): { bound: number; value: number } {
    const { multipliers, steps, signs, active } = this.memory;
    const { resources } = this.window.table.shape;
    let best = Number.NEGATIVE_INFINITY;
    let bestMultipliers = Float64Array.from(multipliers);
    let value = Number.POSITIVE_INFINITY;
    let atBest = false;
    for (let round = 0; ; round++) {
      const bound = this.complete();
      atBest = bound > best;
      if (atBest) {
        best = bound;
        bestMultipliers = Float64Array.from(multipliers);
      }
      if (bound === Number.POSITIVE_INFINITY || bound >= threshold - epsilon || round >= rounds) break;
      const path = this.cheapestPath();
      value = Math.min(value, path.value);
      // The path is as cheap as the bound: nothing is left to raise.
      if (path.value <= best + epsilon) break;
      let moved = false;
      for (let k = 0; k < resources.length; k++) {
        const { min, max, costPerUnder, costPerOver } = resources[k]!.bounds;
        const used = path.used[k]!;
        const now = multipliers[k]!;
        let gradient = 0;
        if (now > 0) gradient = used - max;
        else if (now < 0) gradient = used - min;
        else if (used > max) gradient = used - max;
        else if (used < min) gradient = used - min;
        if (gradient === 0) continue;
        active[k] = 1;
        const sign = Math.sign(gradient);
        let step = steps[k]!;
        if (step === 0) step = this.typicalStep();
        else if (signs[k] === -sign) step *= 0.5;
        else if (signs[k] === sign) step *= 1.4;
        steps[k] = Math.max(step, 1e-3);
        signs[k] = sign;
        let next = now + sign * step;
        if (now !== 0 && next * now < 0) next = 0;
        multipliers[k] = Math.min(costPerOver, Math.max(-costPerUnder, next));
        moved ||= multipliers[k] !== now;
      }
      if (!moved) break;
    }
    if (!atBest) {
      multipliers.set(bestMultipliers);
      best = this.complete();
    }
    return { bound: best, value };
  }

  /** A first step for multipliers: a part of what cells typically cost. */
  private typicalStep(): number {
    let total = 0;
    let count = 0;
    for (const cost of this.cell) {
      if (cost === Number.POSITIVE_INFINITY) continue;
      total += Math.abs(cost);
      count++;
    }
    return count === 0 ? 1 : Math.max(1e-2, (0.3 * total) / count);
  }

  /** Fills the completions backwards for the multipliers of now, and returns the bound at the start. */
  private complete(): number {
    const { table, from, arcs, alive, start, baseCost, baseUse, endCost, endUse } = this.window;
    const { classes, resources } = table.shape;
    const { multipliers } = this.memory;
    const { nodes, length, completion, pricedCell, pricedOpens } = this;
    pricedCell.set(this.cell);
    pricedOpens.fill(0);
    let constant = baseCost;
    for (let k = 0; k < resources.length; k++) {
      const multiplier = multipliers[k]!;
      if (multiplier === 0) continue;
      const { weights, block, bounds } = resources[k]!;
      constant += multiplier * (baseUse[k]! - (multiplier > 0 ? bounds.max : bounds.min));
      if (weights === undefined) {
        for (let set = 0; set < pricedOpens.length; set++) if ((set >> block) & 1) pricedOpens[set]! += multiplier;
      } else {
        const offset = from * classes;
        for (let at = 0; at < pricedCell.length; at++) pricedCell[at]! += multiplier * weights[offset + at]!;
      }
    }
    for (const node of alive[length]!) {
      let cost = endCost[node]!;
      for (let k = 0; k < resources.length; k++) {
        const multiplier = multipliers[k]!;
        if (multiplier !== 0) cost += multiplier * endUse[k * nodes + node]!;
      }
      completion[length * nodes + node] = cost;
    }
    let work = 0;
    for (let day = length - 1; day >= 0; day--) {
      const { starts, classes: arcClasses, targets, costs, opens } = arcs[day]!;
      const here = day * nodes;
      const there = here + nodes;
      const cells = day * classes;
      const nodesHere = alive[day]!;
      for (let n = 0; n < nodesHere.length; n++) {
        const node = nodesHere[n]!;
        const end = starts[node + 1]!;
        let best = Number.POSITIVE_INFINITY;
        for (let arc = starts[node]!; arc < end; arc++) {
          const cost =
            pricedCell[cells + arcClasses[arc]!]! +
            costs[arc]! +
            pricedOpens[opens[arc]!]! +
            completion[there + targets[arc]!]!;
          if (cost < best) best = cost;
        }
        work += end - starts[node]!;
        completion[here + node] = best;
      }
    }
    this.pool.work += work / 16;
    return constant + completion[start]!;
  }

  /** Follows the cheapest completions from the start: what this path uses, and what it truly costs. */
  private cheapestPath(): { used: Float64Array; value: number } {
    const { table, from, arcs, start, baseCost, baseUse, endCost, endUse } = this.window;
    const { classes, resources } = table.shape;
    const { nodes, length, completion, pricedCell, pricedOpens } = this;
    const used = Float64Array.from(baseUse);
    let value = baseCost;
    let node = start;
    for (let day = 0; day < length; day++) {
      const { starts, classes: arcClasses, targets, costs, opens } = arcs[day]!;
      const there = (day + 1) * nodes;
      let best = Number.POSITIVE_INFINITY;
      let chosen = starts[node]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const cost =
          pricedCell[day * classes + arcClasses[arc]!]! +
          costs[arc]! +
          pricedOpens[opens[arc]!]! +
          completion[there + targets[arc]!]!;
        if (cost < best) {
          best = cost;
          chosen = arc;
        }
      }
      const c = arcClasses[chosen]!;
      value += this.cell[day * classes + c]! + costs[chosen]!;
      for (let k = 0; k < resources.length; k++) {
        const { weights, block } = resources[k]!;
        used[k]! += weights === undefined ? (opens[chosen]! >> block) & 1 : weights[(from + day) * classes + c]!;
      }
      node = targets[chosen]!;
    }
    value += endCost[node]!;
    for (let k = 0; k < resources.length; k++) {
      used[k]! += endUse[k * nodes + node]!;
      value += costOutside(resources[k]!.bounds, used[k]!);
    }
    return { used, value };
  }
}
