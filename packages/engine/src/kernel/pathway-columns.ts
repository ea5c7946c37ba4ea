/**
 * Tables whose rows live in columns: how they grow, are saved and restored.
 *
 * @module
 */

/** One field of all rows. */
export type Column = Float64Array | Int32Array | Uint8Array;

/** Returns a column with room for more rows, with those that there are. */
export function longer<C extends Column>(column: C, length: number): C {
  const long = new (column.constructor as new (length: number) => C)(length);
  long.set(column);
  return long;
}

/** Gives all named columns of a table room for more rows. */
export function growColumns(table: object, names: readonly string[], length: number): void {
  const columns = table as Record<string, Column>;
  for (const name of names) columns[name] = longer(columns[name]!, length);
}

/** Copies the first rows of all named columns. */
export function saveColumns(table: object, names: readonly string[], rows: number): Record<string, Column> {
  const columns = table as Record<string, Column>;
  return Object.fromEntries(names.map((name) => [name, columns[name]!.slice(0, rows)]));
}

/** Puts rows that were saved back to where they were; the columns must be long enough. */
export function restoreColumns(table: object, saved: Record<string, Column>): void {
  const columns = table as Record<string, Column>;
  for (const [name, column] of Object.entries(saved)) columns[name]!.set(column);
}
