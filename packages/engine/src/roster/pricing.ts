/**
 * The cheapest tours of one person under prices for cells: a shortest path with resources, by labelling.
 *
 * Three ideas keep the number of labels small:
 *
 * - *Completion bounds.* Each resource gets a multiplier, and with the multipliers a backward pass over the bare
 *   automaton bounds what any completion of a label costs. The multipliers climb by a few steps per call and are kept for
 *   the next one. The bound at the start is a valid lower bound by itself; at convergence most calls end there
 *   (Dumitrescu & Boland, Improved preprocessing, labeling and scaling algorithms for the weight-constrained shortest
 *   path problem, Networks 42, 2003).
 * - *Rising thresholds.* Only labels that may end below a threshold live; it starts a little above the bound and rises
 *   until a tour is found.
 * - *Resources on demand.* A resource counts only once a tour has broken its limits (decremental state space: Righini &
 *   Salani, Networks 51, 2008).
 *
 * The answer is exact unless the labels of a day outgrow the beam; the answer says so, and its bound stays valid.
 *
 * @module
 */

import { Completions, epsilon, type PricingMemory } from "./completions.ts";
import type { LabelPool } from "./labels.ts";
import { costOutside } from "./tables.ts";
import type { PersonWindow } from "./window.ts";

/** A tour through the window. */
export interface PricedTour {
  /** Symbols of the days of the window. */
  readonly symbols: Uint8Array;
  /** Cost of the whole tour and of the prices. */
  readonly value: number;
}

/** The answer of a call. */
export interface Priced {
  /** No tour has a value below this. */
  readonly bound: number;
  /** Whether the best tour below the threshold, if any, is among `tours`. */
  readonly exact: boolean;
  /** Tours with a value below the threshold, the best first. */
  readonly tours: readonly PricedTour[];
}

export interface PricingOptions {
  /** Only tours with a smaller value are wanted. */
  readonly threshold: number;
  /** How many tours at most. */
  readonly most: number;
  /** How many labels a day may have before the worst are dropped. */
  readonly beam: number;
}

const noLabels: readonly PricedTour[] = [];

/** Prices the tours of one person through one window, again and again. */
export class Pricer {
  readonly window: PersonWindow;
  private readonly memory: PricingMemory;
  private readonly completions: Completions;
  private readonly pool: LabelPool;
  private readonly length: number;
  private readonly nodes: number;
  private fresh = true;

  constructor(window: PersonWindow, memory: PricingMemory, pool: LabelPool) {
    this.window = window;
    this.memory = memory;
    this.pool = pool;
    this.length = window.to - window.from;
    this.nodes = window.table.shape.automaton.nodes;
    this.completions = new Completions(window, memory, pool);
  }

  /** Whether any tour through the window leads to an end, but for resources. */
  get possible(): boolean {
    return this.window.baseCost < Number.POSITIVE_INFINITY && this.window.alive[0]!.length > 0;
  }

  /**
   * The cheapest tours under `prices`, which each chosen cell of the window adds: `day * symbols + symbol`, days counted
   * from the window's first.
   */
  price(prices: Float64Array, { threshold, most, beam }: PricingOptions): Priced {
    if (!this.possible) return { bound: Number.POSITIVE_INFINITY, exact: true, tours: noLabels };
    this.completions.chooseSymbols(prices);
    for (;;) {
      const { bound, value } = this.completions.raise(threshold, this.fresh ? 12 : 5);
      this.fresh = false;
      if (bound >= threshold - epsilon) return { bound, exact: true, tours: noLabels };
      const answer = this.search(bound, value, threshold, most, beam);
      if (answer !== undefined) return answer;
      // A tour broke a limit that did not count yet: now it does.
    }
  }

  /** Searches below rising thresholds; undefined when a limit was broken that did not count. */
  private search(bound: number, value: number, threshold: number, most: number, beam: number): Priced | undefined {
    const unbounded = threshold === Number.POSITIVE_INFINITY;
    // The cheapest path that is a tour says how far to look at the most.
    const last = Math.min(threshold, value + 3 * epsilon);
    let width = unbounded ? Math.max(1, 0.05 * Math.abs(bound)) : Math.max(0.3 * (threshold - bound), 4 * epsilon);
    for (let attempt = 0; ; attempt++) {
      const to = attempt >= 24 ? last : Math.min(last, bound + width);
      const { ends, exact } = this.label(to, beam);
      if (ends.length > 0) {
        const tours = this.toursOf(ends, most);
        if (tours === undefined) return undefined;
        return { bound: exact ? Math.max(bound, tours[0]!.value) : bound, exact, tours };
      }
      if (to >= last) {
        const whole = last === threshold ? threshold : last;
        return { bound: exact ? whole : bound, exact, tours: noLabels };
      }
      width *= unbounded ? 4 : 2.5;
    }
  }

  /** The best tours among labels at the end; undefined when one breaks a limit that does not count. */
  private toursOf(ends: { label: number; value: number }[], most: number): PricedTour[] | undefined {
    const { table, from, start, baseUse, endUse, arcs } = this.window;
    const { classes, resources } = table.shape;
    const { pool, length, nodes } = this;
    ends.sort((a, b) => a.value - b.value || a.label - b.label);
    const tours: PricedTour[] = [];
    for (const { label: end, value } of ends) {
      if (tours.length >= most) break;
      const path = new Uint8Array(length);
      for (let day = length - 1, label = end; day >= 0; day--) {
        path[day] = pool.choice[label]!;
        label = pool.parent[label]!;
      }
      const used = Float64Array.from(baseUse);
      let node = start;
      for (let day = 0; day < length; day++) {
        const { starts, classes: arcClasses, targets, opens } = arcs[day]!;
        let arc = starts[node]!;
        while (arcClasses[arc] !== path[day]) arc++;
        for (let k = 0; k < resources.length; k++) {
          const { weights, block } = resources[k]!;
          used[k]! +=
            weights === undefined ? (opens[arc]! >> block) & 1 : weights[(from + day) * classes + path[day]!]!;
        }
        node = targets[arc]!;
      }
      let breaks = false;
      for (let k = 0; k < resources.length; k++) {
        if (this.memory.active[k] === 1) continue;
        if (costOutside(resources[k]!.bounds, used[k]! + endUse[k * nodes + node]!) === 0) continue;
        breaks = true;
        if (tours.length === 0) this.memory.active[k] = 1;
      }
      if (breaks && tours.length === 0) return undefined;
      if (breaks) continue;
      tours.push({ symbols: path.map((c, day) => this.completions.symbol[day * classes + c]!), value });
    }
    return tours;
  }

  /** Extends labels a day after the other; keeps what may end below the threshold and no other label dominates. */
  private label(threshold: number, beam: number): { ends: { label: number; value: number }[]; exact: boolean } {
    const { table, from, arcs, start, baseCost, baseUse, endCost, endUse, least, most } = this.window;
    const { classes, resources } = table.shape;
    const { pool, nodes, length } = this;
    const { completion, cell, pricedCell, pricedOpens } = this.completions;
    const { multipliers } = this.memory;
    const counting: number[] = [];
    for (let k = 0; k < resources.length; k++) if (this.memory.active[k] === 1) counting.push(k);
    const stride = counting.length;
    const mins = Float64Array.from(counting, (k) => resources[k]!.bounds.min);
    const maxs = Float64Array.from(counting, (k) => resources[k]!.bounds.max);
    const hardMin = Uint8Array.from(counting, (k) =>
      Number(resources[k]!.bounds.costPerUnder === Number.POSITIVE_INFINITY),
    );
    const hardMax = Uint8Array.from(counting, (k) =>
      Number(resources[k]!.bounds.costPerOver === Number.POSITIVE_INFINITY),
    );
    const lambda = Float64Array.from(counting, (k) => multipliers[k]!);
    const weightsOf = counting.map((k) => resources[k]!.weights);
    const blockOf = Int32Array.from(counting, (k) => resources[k]!.block);
    const farOf = Int32Array.from(counting, (k) => k * (length + 1) * nodes);
    // The resource whose middle values must be equal for dominance sorts labels into buckets.
    let twoSided = -1;
    for (let k = 0; k < stride && twoSided < 0; k++) {
      if (mins[k]! > Number.NEGATIVE_INFINITY && maxs[k]! < Number.POSITIVE_INFINITY) twoSided = k;
    }
    let limit = threshold - epsilon;
    for (let k = 0; k < resources.length; k++) {
      const multiplier = multipliers[k]!;
      if (multiplier !== 0)
        limit += multiplier * (multiplier > 0 ? resources[k]!.bounds.max : resources[k]!.bounds.min);
    }
    const amounts = new Float64Array(stride);
    const mask = pool.heads.length - 1;
    const { heads, stamps } = pool;
    let exact = true;

    pool.count = 0;
    pool.grow(stride);
    pool.cost[0] = baseCost;
    pool.node[0] = start;
    pool.parent[0] = -1;
    pool.dead[0] = 0;
    let priced = baseCost;
    for (let k = 0; k < stride; k++) {
      pool.used[k] = baseUse[counting[k]!]!;
      priced += lambda[k]! * pool.used[k]!;
    }
    pool.priced[0] = priced;
    pool.count = 1;

    let begin = 0;
    for (let day = 0; day < length; day++) {
      const end = pool.count;
      if (end - begin > beam) exact = this.cutToBeam(begin, end, day, beam) && exact;
      const stamp = ++pool.stamp;
      const { starts, classes: arcClasses, targets, costs, opens } = arcs[day]!;
      const there = (day + 1) * nodes;
      const cells = day * classes;
      const sumCells = (from + day) * classes;
      let work = 0;
      for (let label = begin; label < end; label++) {
        if (pool.dead[label] === 1) continue;
        const node = pool.node[label]!;
        const cost = pool.cost[label]!;
        const pricedBefore = pool.priced[label]!;
        const usedBefore = label * stride;
        const lastArc = starts[node + 1]!;
        work += lastArc - starts[node]!;
        extending: for (let arc = starts[node]!; arc < lastArc; arc++) {
          const c = arcClasses[arc]!;
          const target = targets[arc]!;
          let pricedNow = pricedBefore + pricedCell[cells + c]! + costs[arc]! + pricedOpens[opens[arc]!]!;
          // Also false for what is forbidden: its bound is Infinity.
          if (!(pricedNow + completion[there + target]! < limit)) continue;
          // Resources: leave when a limit is out of reach; once no limit can be broken any more, forget the amount.
          let bucket = target;
          for (let k = 0; k < stride; k++) {
            const weights = weightsOf[k];
            let amount =
              pool.used[usedBefore + k]! +
              (weights === undefined ? (opens[arc]! >> blockOf[k]!) & 1 : weights[sumCells + c]!);
            const far = farOf[k]! + there + target;
            const enough = mins[k]! - least[far]!;
            const fits = maxs[k]! - most[far]!;
            if (hardMax[k] === 1 && amount + least[far]! > maxs[k]!) continue extending;
            if (hardMin[k] === 1 && amount + most[far]! < mins[k]!) continue extending;
            const isEnough = amount >= enough;
            const isFitting = amount <= fits;
            if (isEnough && isFitting) {
              const plain = enough > Number.NEGATIVE_INFINITY ? enough : fits;
              pricedNow += lambda[k]! * (plain - amount);
              amount = plain;
            }
            amounts[k] = amount;
            if (k === twoSided) {
              if (isEnough) bucket = target * 31 + 7;
              else if (isFitting) bucket = target * 31 + 11;
              else bucket = target * 31 + 17 + Math.imul((amount * 1024) | 0, 0x9e3779b1);
            }
          }
          // The plain amount may tighten the bound.
          if (pricedNow + completion[there + target]! >= limit) continue;
          const costNow = cost + cell[cells + c]! + costs[arc]!;
          bucket = (bucket ^ (bucket >>> 15)) & mask;
          // Dominance, both ways, among the labels of the bucket that share the node.
          let previous = -1;
          let other = stamps[bucket] === stamp ? heads[bucket]! : -1;
          while (other >= 0) {
            const following = pool.next[other]!;
            if (pool.node[other] === target) {
              const theirs = other * stride;
              let theyMay = pool.cost[other]! <= costNow + 1e-9;
              let weMay = costNow <= pool.cost[other]! + 1e-9;
              for (let k = 0; k < stride && (theyMay || weMay); k++) {
                const mine = amounts[k]!;
                const their = pool.used[theirs + k]!;
                if (mine === their) continue;
                const far = farOf[k]! + there + target;
                const low = Math.min(mine, their);
                const high = Math.max(mine, their);
                // The lower amount is no worse when it is enough, the higher when it fits.
                const lowMay = low >= mins[k]! - least[far]!;
                const highMay = high <= maxs[k]! - most[far]!;
                if (mine < their) {
                  weMay &&= lowMay;
                  theyMay &&= highMay;
                } else {
                  weMay &&= highMay;
                  theyMay &&= lowMay;
                }
              }
              if (theyMay) continue extending;
              if (weMay) {
                pool.dead[other] = 1;
                if (previous < 0) heads[bucket] = following;
                else pool.next[previous] = following;
                other = following;
                continue;
              }
            }
            previous = other;
            other = following;
          }
          pool.grow(stride);
          const fresh = pool.count++;
          pool.cost[fresh] = costNow;
          pool.priced[fresh] = pricedNow;
          pool.node[fresh] = target;
          pool.parent[fresh] = label;
          pool.choice[fresh] = c;
          pool.dead[fresh] = 0;
          for (let k = 0; k < stride; k++) pool.used[fresh * stride + k] = amounts[k]!;
          pool.next[fresh] = stamps[bucket] === stamp ? heads[bucket]! : -1;
          heads[bucket] = fresh;
          stamps[bucket] = stamp;
        }
      }
      pool.work += work;
      begin = end;
    }

    const ends: { label: number; value: number }[] = [];
    for (let label = begin; label < pool.count; label++) {
      if (pool.dead[label] === 1) continue;
      const node = pool.node[label]!;
      let value = pool.cost[label]! + endCost[node]!;
      for (let k = 0; k < stride; k++) {
        const amount = pool.used[label * stride + k]! + endUse[counting[k]! * nodes + node]!;
        value += costOutside(resources[counting[k]!]!.bounds, amount);
      }
      if (value < threshold - epsilon) ends.push({ label, value });
    }
    return { ends, exact };
  }

  /** Drops all but about `beam` of a day's labels, the worst by their bound. */
  private cutToBeam(begin: number, end: number, day: number, beam: number): boolean {
    const { pool, nodes } = this;
    const { completion } = this.completions;
    const bounds: number[] = [];
    for (let label = begin; label < end; label++) {
      if (pool.dead[label] === 0) bounds.push(pool.priced[label]! + completion[day * nodes + pool.node[label]!]!);
    }
    if (bounds.length <= beam) return true;
    const cut = Float64Array.from(bounds).sort()[beam]!;
    for (let label = begin; label < end; label++) {
      if (pool.priced[label]! + completion[day * nodes + pool.node[label]!]! > cut) pool.dead[label] = 1;
    }
    return false;
  }
}
