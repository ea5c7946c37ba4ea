/**
 * Fast draws from laws whose exact inverse is slow.
 *
 * The inverse is cut into cells and follows a cubic polynomial in each. The cells narrow towards both ends:
 * with v the distance of u from the nearer end, every octave [2^-e, 2^(1-e)) of v has the same number of
 * cells, since it is in ln v that a quantile is smooth. So a cell is named by the exponent and the leading
 * bits of v, which are read from the number itself.
 *
 * Every cell is compared with the exact inverse when the table is made. One that misses the tolerance is cut
 * again, and again. What is left in the end, where the inverse jumps or has a corner, is narrower than
 * 2^-17 and is answered exactly; so is what lies beyond 2^-30, one draw in half a billion.
 *
 * @module
 */

/** The greatest relative difference from the exact inverse that a cell may show where it is probed. */
const TOLERANCE = 2.5e-7;
/** The octaves that the table covers on each side: v from 2^-30 to a half. */
const OCTAVES = 29;
/** Each octave has 2^3 cells, and a cell that is cut has 2^3 parts. */
const BITS = 3;
const PARTS = 2 ** BITS;
const CELLS_PER_SIDE = OCTAVES * PARTS;
/** A cell of less width is not cut again. */
const LEAST_WIDTH = 2 ** -14;

/**
 * What a cell holds: where it begins in v, and four coefficients. A cell without a polynomial has NaN as the
 * first coefficient, then the number of its first part, or 0 for none, and how many parts there are to one
 * unit of v.
 */
const STRIDE = 5;

/** Reads the bits of a number. */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const UPPER_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
/** Leaves the exponent and the leading BITS bits of the fraction of an upper word. */
const SHIFT = 20 - BITS;
const FIRST_CELL = (1023 - OCTAVES - 1) << BITS;

/**
 * Returns a function that follows the inverse `exact` within a relative 1e-6, at a fraction of its price.
 *
 * The table is made at the first call.
 *
 * @param exact the inverse of a distribution function, for 0 < u < 1
 * @param options.logarithmic whether to follow ln x instead of x: for laws of positive values that span so
 * many powers of ten that no polynomial follows them
 */
export function fastInverse(
  exact: (u: number) => number,
  { logarithmic = false }: { readonly logarithmic?: boolean } = {},
): (u: number) => number {
  let cells: Float64Array | undefined;
  return (u) => {
    if (cells === undefined) cells = makeCells(exact, logarithmic);
    const isLower = u < 0.5;
    const v = isLower ? u : 1 - u;
    number[0] = v;
    const cell = (words[UPPER_WORD]! >>> SHIFT) - FIRST_CELL;
    if (cell < 0 || cell >= CELLS_PER_SIDE) return exact(u);
    let at = (isLower ? cell : cell + CELLS_PER_SIDE) * STRIDE;
    for (;;) {
      const d = v - cells[at]!;
      const x = cells[at + 1]! + d * (cells[at + 2]! + d * (cells[at + 3]! + d * cells[at + 4]!));
      if (!Number.isNaN(x)) return logarithmic ? Math.exp(x) : x;
      const firstPart = cells[at + 2]!;
      if (firstPart === 0) return exact(u);
      at = (firstPart + Math.floor(d * cells[at + 3]!)) * STRIDE;
    }
  };
}

/** Makes the cells: the lower side, the upper side, and then the parts of those that had to be cut. */
function makeCells(exact: (u: number) => number, logarithmic: boolean): Float64Array {
  const scale = logarithmic ? Math.log : (x: number) => x;
  const cells: number[] = new Array(2 * CELLS_PER_SIDE * STRIDE).fill(Number.NaN);

  const makeCell = (cell: number, v: number, width: number, isLower: boolean): void => {
    const at = cell * STRIDE;
    const follow = (s: number): number => exact(isLower ? v + s * width : 1 - (v + s * width));
    const cubic = cubicThrough([0, 1 / 3, 2 / 3, 1].map((s) => scale(follow(s))));
    cells[at] = v;
    if (isFaithful(cubic, follow, logarithmic)) {
      for (let power = 0; power < 4; power++) cells[at + 1 + power] = cubic[power]! / width ** power;
      return;
    }
    cells[at + 1] = Number.NaN;
    cells[at + 2] = 0;
    if (width < LEAST_WIDTH) return;
    const firstPart = cells.length / STRIDE;
    cells[at + 2] = firstPart;
    cells[at + 3] = PARTS / width;
    cells.length += PARTS * STRIDE;
    for (let part = 0; part < PARTS; part++) {
      makeCell(firstPart + part, v + (part * width) / PARTS, width / PARTS, isLower);
    }
  };

  for (let cell = 0; cell < CELLS_PER_SIDE; cell++) {
    const octave = 2 ** (Math.floor(cell / PARTS) - OCTAVES - 1);
    const width = octave / PARTS;
    const v = octave + (cell % PARTS) * width;
    makeCell(cell, v, width, true);
    makeCell(cell + CELLS_PER_SIDE, v, width, false);
  }
  return Float64Array.from(cells);
}

/** Returns the coefficients, that of s^0 first, of the cubic with these values at 0, 1/3, 2/3 and 1. */
function cubicThrough([y0, y1, y2, y3]: readonly number[]): number[] {
  const d1 = y1! - y0!;
  const d2 = y2! - y0!;
  const d3 = y3! - y0!;
  return [y0!, 9 * d1 - 4.5 * d2 + d3, -22.5 * d1 + 18 * d2 - 4.5 * d3, 13.5 * (d1 - d2) + 4.5 * d3];
}

/** Whether a cubic is near its function, compared where such cubics err most, and keeps its direction. */
function isFaithful(cubic: readonly number[], follow: (s: number) => number, logarithmic: boolean): boolean {
  for (const s of [0.127, 0.5, 0.873]) {
    const x = follow(s);
    const y = cubic[0]! + s * (cubic[1]! + s * (cubic[2]! + s * cubic[3]!));
    const miss = Math.abs((logarithmic ? Math.exp(y) : y) - x);
    if (!(miss <= TOLERANCE * Math.abs(x))) return false;
  }
  return keepsDirection(cubic);
}

/** Whether a cubic rises, or falls, all the way from 0 to 1: its slope is a parabola that must not change sign. */
function keepsDirection(cubic: readonly number[]): boolean {
  const [, b, c, d] = cubic as [number, number, number, number];
  const slopes = [b, b + 2 * c + 3 * d];
  const vertex = -c / (3 * d);
  if (vertex > 0 && vertex < 1) slopes.push(b + c * vertex);
  return slopes.every((slope) => slope >= 0) || slopes.every((slope) => slope <= 0);
}
