/**
 * Least value of a submodular set function, by the point of least norm in its base polyhedron.
 *
 * @module
 */

import { solvePositive } from "./positive-definite.ts";

/** A set function with value 0 for the empty set, told along chains. */
export interface SetFunction {
  readonly size: number;
  /** Writes the values of {order[0]}, {order[0], order[1]}, … */
  chain(order: readonly number[], values: Float64Array): void;
}

/** What is known of the least value. */
export interface LeastSet {
  /** The best set that was met; empty when none is below zero. */
  readonly set: readonly number[];
  readonly value: number;
  /** No set has a lower value. */
  readonly bound: number;
}

/** When enough is known. */
export interface LeastSetOptions {
  /** Values this near to each other are the same. */
  readonly tolerance: number;
  /** The most chains that are asked for. */
  readonly mostChains: number;
  /** Ends the search early. */
  readonly stopped?: () => boolean;
}

/**
 * Looks for a set of least value. It ends when no set can be below zero, or when the best set is at least half as far
 * below zero as any can be: whoever descends takes it and asks again.
 *
 * Any point x of the base polyhedron bounds every value from below by the sum of its negative parts; the point of least
 * norm makes the bound sharp. Wolfe's algorithm reaches it over corrals of vertices, each of which is a chain of sets in
 * the order of the present point.
 *
 * @see Fujishige & Isotani (2011), A submodular function minimization algorithm based on the minimum-norm base, Pacific
 * Journal of Optimization 7; Wolfe (1976), Finding the nearest point in a polytope, Mathematical Programming 11
 */
export function leastSet(setFunction: SetFunction, options: LeastSetOptions): LeastSet {
  const { size } = setFunction;
  const { tolerance, mostChains, stopped = () => false } = options;
  const values = new Float64Array(size);
  let best: LeastSet = { set: [], value: 0, bound: -Infinity };
  if (size === 0) return { ...best, bound: 0 };
  const corral = new Corral(size);
  for (let chains = 0; chains < mostChains && !stopped(); chains++) {
    const { point } = corral;
    const order = Array.from({ length: size }, (_, element) => element).sort((a, b) => point[a]! - point[b]!);
    setFunction.chain(order, values);
    const vertex = new Float64Array(size);
    let lowest = best.value;
    let length = 0;
    order.forEach((element, place) => {
      vertex[element] = values[place]! - (place === 0 ? 0 : values[place - 1]!);
      if (values[place]! < lowest) {
        lowest = values[place]!;
        length = place + 1;
      }
    });
    if (length > 0) best = { ...best, set: order.slice(0, length), value: lowest };
    const isNearest = chains > 0 && !corral.isBehind(vertex);
    if (!isNearest && !corral.add(vertex)) break;
    best = { ...best, bound: Math.max(best.bound, negativePart(corral.point)) };
    if (isNearest || best.bound >= -tolerance || best.value <= best.bound / 2 - tolerance) break;
  }
  return best;
}

function negativePart(point: Float64Array): number {
  let sum = 0;
  for (const part of point) if (part < 0) sum += part;
  return sum;
}

/** Directions whose square falls below this share of others are lost to rounding. */
const ROUNDING = 1e-12;

/** Affinely independent vertices, and the point of least norm in their hull. */
class Corral {
  readonly #size: number;
  #vertices: Float64Array[] = [];
  #shares: number[] = [];
  point: Float64Array;

  constructor(size: number) {
    this.#size = size;
    this.point = new Float64Array(size);
  }

  /** Whether a vertex lies on the near side of the plane through the point: then it leads nearer to the origin. */
  isBehind(vertex: Float64Array): boolean {
    const norm = inner(this.point, this.point);
    const largest = this.#vertices.reduce((most, other) => Math.max(most, inner(other, other)), inner(vertex, vertex));
    return inner(this.point, vertex) < norm - ROUNDING * largest;
  }

  /** Takes a vertex in, and goes to the nearest point; false when rounding leaves nowhere to go. */
  add(vertex: Float64Array): boolean {
    this.#vertices.push(vertex);
    this.#shares.push(this.#vertices.length === 1 ? 1 : 0);
    for (;;) {
      const wanted = this.#affineShares();
      if (wanted === undefined) return false;
      if (wanted.every((share) => share > ROUNDING)) {
        this.#shares = wanted;
        this.#setPoint();
        return true;
      }
      // As far towards the wanted point as the hull allows; whoever is at zero leaves.
      let step = 1;
      wanted.forEach((share, index) => {
        const now = this.#shares[index]!;
        if (share <= ROUNDING && now > share) step = Math.min(step, now / (now - share));
      });
      const shares = this.#shares.map((share, index) => share + step * (wanted[index]! - share));
      const least = shares.reduce((place, share, index) => (share < shares[place]! ? index : place), 0);
      const stay = (index: number) => index !== least && shares[index]! > ROUNDING;
      this.#vertices = this.#vertices.filter((_, index) => stay(index));
      const kept = shares.filter((_, index) => stay(index));
      const total = kept.reduce((sum, share) => sum + share, 0);
      this.#shares = kept.map((share) => share / total);
      if (this.#vertices.length === 0) return false;
      this.#setPoint();
    }
  }

  #setPoint(): void {
    this.point = new Float64Array(this.#size);
    this.#vertices.forEach((vertex, index) => {
      const share = this.#shares[index]!;
      for (let element = 0; element < this.#size; element++) this.point[element]! += share * vertex[element]!;
    });
  }

  /** Shares that add up to one, maybe negative, of the nearest point of the affine hull; undefined when it is flat. */
  #affineShares(): number[] | undefined {
    const vertices = this.#vertices;
    // Vertices of one base polyhedron have one sum, so that a constant times ones can be added without harm.
    const scale = vertices.reduce((sum, vertex) => sum + inner(vertex, vertex), 0) / vertices.length || 1;
    const rows = vertices.map((one) => vertices.map((other) => inner(one, other) / scale + 1));
    const solved = solvePositive(
      rows,
      vertices.map(() => 1),
    );
    if (solved === undefined) return undefined;
    const total = solved.reduce((sum, value) => sum + value, 0);
    return solved.map((value) => value / total);
  }
}

function inner(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!;
  return sum;
}
