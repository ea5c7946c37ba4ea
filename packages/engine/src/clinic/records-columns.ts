/** Rows of numbers, kept in columns that grow as rows are added. */
export interface GrowingColumns {
  /** How many rows there are. */
  readonly length: number;
  /** Adds the first `rows` of each column. */
  add(rows: number, columns: readonly ArrayLike<number>[]): void;
  /** One number for each column. */
  row(index: number): number[];
}

/** Makes columns without rows. */
export function growingColumns(count: number): GrowingColumns {
  let columns = Array.from({ length: count }, () => new Float64Array(64));
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(rows, added) {
      const capacity = columns[0]?.length ?? 0;
      if (length + rows > capacity) {
        const larger = Math.max(2 * capacity, length + rows);
        columns = columns.map((column) => {
          const grown = new Float64Array(larger);
          grown.set(column);
          return grown;
        });
      }
      columns.forEach((column, index) => {
        for (let row = 0; row < rows; row++) column[length + row] = added[index]![row]!;
      });
      length += rows;
    },
    row(index) {
      return columns.map((column) => column[index]!);
    },
  };
}
