/**
 * Labels of partial tours in growing typed arrays, which all pricers of a solver share.
 *
 * @module
 */

/** Partial tours as columns: a label is an index. Nothing is freed one by one; a new search begins at zero. */
export class LabelPool {
  /** Cost of the partial tour. */
  cost = new Float64Array(1 << 14);
  /** Cost with the multipliers' share of what the tour used: with a completion bound, comparable to a threshold. */
  priced = new Float64Array(1 << 14);
  /** Node of the automaton. */
  node = new Int32Array(1 << 14);
  /** The label this one extends, or -1. */
  parent = new Int32Array(1 << 14);
  /** Class of the last day. */
  choice = new Uint8Array(1 << 14);
  /** 1: dominated. */
  dead = new Uint8Array(1 << 14);
  /** Next label in the same bucket, or -1. */
  next = new Int32Array(1 << 14);
  /** What the tour used of each resource: `label * stride + resource`. */
  used = new Float64Array(1 << 16);
  count = 0;
  /** Everything done so far, in extended labels and their like: the same on every machine. */
  work = 0;

  /** Heads of buckets; a head counts only with the stamp of today. */
  readonly heads = new Int32Array(1 << 14);
  readonly stamps = new Int32Array(1 << 14);
  stamp = 0;

  /** Makes room for one label more. */
  grow(stride: number): void {
    if (this.count >= this.cost.length) {
      this.cost = doubled(this.cost);
      this.priced = doubled(this.priced);
      this.node = doubled(this.node);
      this.parent = doubled(this.parent);
      this.choice = doubled(this.choice);
      this.dead = doubled(this.dead);
      this.next = doubled(this.next);
    }
    while ((this.count + 1) * stride > this.used.length) this.used = doubled(this.used);
  }
}

function doubled<T extends Float64Array | Int32Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
