import { quantile } from "../statistics/quantile.ts";
import { QuantileSketch } from "../statistics/sketch.ts";

/** Up to so many values are kept as they are: half a megabyte. */
const MOST_KEPT = 65_536;

/**
 * Observations whose quantiles will be asked for.
 *
 * Exact as long as there are few enough to be kept; from then on counted in a sketch, whose quantiles are off by at
 * most half a per cent, so that a long run needs no more memory than this.
 */
export class GrowingSample {
  #values = new Float64Array(64);
  #length = 0;
  #sketch: QuantileSketch | undefined;

  /** Adds a value. */
  add(value: number): void {
    if (this.#sketch !== undefined) {
      this.#sketch.add(value);
      return;
    }
    if (this.#length === this.#values.length) {
      if (this.#length === MOST_KEPT) {
        this.#sketch = new QuantileSketch();
        for (const kept of this.#values) this.#sketch.add(kept);
        this.#sketch.add(value);
        return;
      }
      const grown = new Float64Array(2 * this.#values.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** The quantile (type 7) of all values added; NaN when there are none. */
  quantile(probability: number): number {
    return this.#sketch?.quantile(probability) ?? quantile(this.#values.subarray(0, this.#length), probability);
  }

  /** Forgets all values. */
  clear(): void {
    this.#length = 0;
    this.#sketch = undefined;
  }
}
