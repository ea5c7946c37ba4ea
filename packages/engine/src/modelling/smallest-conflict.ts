/**
 * Finds what cannot hold together, and none of it to spare.
 *
 * @module
 */

/**
 * Of parts that cannot all be kept, some that cannot be kept together, while all but any one of them can.
 *
 * The parts are divided in halves until none can be left out: of n parts, k of which are in conflict, it asks about
 * 2 k log(n / k) + 2 k times. Parts that come first are rather given up than those that come last.
 *
 * @param canBeKept whether some of the parts can be kept together
 * @see Junker (2004), QuickXPlain: preferred explanations and relaxations for over-constrained problems, AAAI-04
 * @example
 * await smallestConflict([1, 2, 3, 4], async (kept) => kept.reduce((sum, part) => sum + part, 0) < 6) // [2, 4]
 */
export async function smallestConflict<Part>(
  parts: readonly Part[],
  canBeKept: (kept: readonly Part[]) => Promise<boolean>,
): Promise<readonly Part[]> {
  return await divide([], false, parts);

  /** What is needed of `rest`, when all of `kept` is kept. */
  async function divide(kept: readonly Part[], changed: boolean, rest: readonly Part[]): Promise<readonly Part[]> {
    if (changed && !(await canBeKept(kept))) return [];
    if (rest.length <= 1) return rest;
    const half = Math.floor(rest.length / 2);
    const [first, second] = [rest.slice(0, half), rest.slice(half)];
    const ofSecond = await divide([...kept, ...first], first.length > 0, second);
    const ofFirst = await divide([...kept, ...ofSecond], ofSecond.length > 0, first);
    return [...ofFirst, ...ofSecond];
  }
}
