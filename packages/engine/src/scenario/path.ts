/**
 * Paths into a scenario: keys, and in lists an index or the name of an element.
 *
 * @module
 */

/** Keys that lead to a place: names in maps; in lists an index, or the activity's or step's name. */
export type Path = readonly (string | number)[];

/** Names that mean something to JavaScript's objects. */
export const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Writes a path with dots; names that have dots themselves in quotes.
 *
 * @example
 * formatPath(["staff", "Dr. Who", "shift"]) // 'staff."Dr. Who".shift'
 */
export function formatPath(path: Path): string {
  return path.map((key) => (/["'.]/.test(String(key)) ? JSON.stringify(key) : String(key))).join(".");
}

/**
 * Reads a path written with dots; names that have dots themselves stand in quotes.
 *
 * @returns the keys, or undefined when a part is empty or a quote is not closed
 * @example
 * parsePath('staff."Dr. Who".shift') // ["staff", "Dr. Who", "shift"]
 */
export function parsePath(text: string): string[] | undefined {
  const keys: string[] = [];
  const part = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^."']+(?:["'][^.]*)?))\s*(\.|$)/y;
  for (let end = "."; end === "."; ) {
    const [, double, single, plain, next] = part.exec(text) ?? [];
    const key = double?.replace(/\\(.)/g, "$1") ?? single ?? plain?.trim();
    if (key === undefined || key === "") return undefined;
    keys.push(key);
    end = next!;
  }
  return keys;
}

/**
 * The key by which an element of a list, or a value of a map, is reached; undefined when there is none.
 *
 * An element of a list is chosen by its index or by the name of its activity, or by the one value of a step with one key
 * (`take`, `mark`, …).
 */
export function keyIn(container: unknown, key: string | number): string | number | undefined {
  if (Array.isArray(container)) {
    const index = typeof key === "number" ? key : /^\d+$/.test(key) ? Number(key) : nameOf(container, key);
    return index >= 0 && index < container.length ? index : undefined;
  }
  return isMap(container) && Object.hasOwn(container, key) ? String(key) : undefined;
}

/** The names by which elements of a list, or values of a map, can be reached. */
export function keysIn(container: unknown): string[] {
  if (Array.isArray(container)) {
    return container.map((element, index) => namesOfStep(element)[0] ?? String(index));
  }
  return isMap(container) ? Object.keys(container) : [];
}

/** Whether a value is a map of the file. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(list: readonly unknown[], name: string): number {
  return list.findIndex((element) => namesOfStep(element).includes(name));
}

/** The name of a step's activity, or what its one key says. */
function namesOfStep(step: unknown): string[] {
  if (!isMap(step)) return [];
  const names = ["activity", "take", "free", "mark", "leave", "name"].map((key) => step[key]);
  return names.filter((name): name is string => typeof name === "string");
}
