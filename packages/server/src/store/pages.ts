/** A part of a list: the newest first. */
export interface PageOptions {
  readonly limit: number;
  /** Only what was made before this number. */
  readonly before?: number | undefined;
}

/** Items, and where the next begin; undefined when these are the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: number | undefined;
}

/** Makes a page of rows, of which one more was asked for than fits. */
export function pageOf<Row extends { readonly number: number }, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(itemOf), next: rows.length > limit ? Number(shown.at(-1)!.number) : undefined };
}
