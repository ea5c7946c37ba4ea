/**
 * What programmes have told of the prices of a model's rows: the next one begins with them, and often needs no other to
 * see that nothing is to be gained.
 *
 * @module
 */

/** Prices of rows, as far as they are known. */
export class RowPrices {
  /** NaN where nothing is known. */
  private readonly prices: Float64Array;
  private isKept = false;

  constructor(rows: number) {
    this.prices = new Float64Array(rows).fill(Number.NaN);
  }

  /** The prices of some rows; undefined unless all of them are known. */
  of(rows: readonly number[]): Float64Array | undefined {
    const prices = Float64Array.from(rows, (row) => this.prices[row]!);
    return prices.some(Number.isNaN) ? undefined : prices;
  }

  /** Goes half of the way to what a programme over a part says, as the next part is another. */
  learn(rows: readonly number[], prices: Float64Array): void {
    if (this.isKept) return;
    rows.forEach((row, index) => {
      const before = this.prices[row]!;
      this.prices[row] = Number.isNaN(before) ? prices[index]! : (before + prices[index]!) / 2;
    });
  }

  /** Keeps what a programme over everything says: no part knows better. */
  keep(rows: readonly number[], prices: Float64Array): void {
    rows.forEach((row, index) => {
      this.prices[row] = prices[index]!;
    });
    this.isKept = true;
  }
}
