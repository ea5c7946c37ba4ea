/**
 * Solves a positive definite system by Cholesky's factors; undefined when it is not positive but for rounding.
 *
 * @param rows of the matrix; its lower half is written over
 */
export function solvePositive(rows: number[][], right: readonly number[]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = rows[row]![column]!;
      for (let k = 0; k < column; k++) sum -= rows[row]![k]! * rows[column]![k]!;
      if (row > column) rows[row]![column] = sum / rows[column]![column]!;
      else if (sum > 1e-14 * rows[row]![row]!) rows[row]![row] = Math.sqrt(sum);
      else return undefined;
    }
  }
  const solved = [...right];
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solved[row]! -= rows[row]![k]! * solved[k]!;
    solved[row]! /= rows[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solved[row]! -= rows[k]![row]! * solved[k]!;
    solved[row]! /= rows[row]![row]!;
  }
  return solved;
}
