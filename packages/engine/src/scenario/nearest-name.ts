/**
 * Finds the name that somebody meant who misspelt it: the one with the fewest letters to change, if they are few.
 *
 * Letters added, dropped, replaced or swapped with their neighbour count one each; upper and lower case, spaces,
 * hyphens and underscores are the same. Names further away than a third of their length are no help.
 *
 * @returns the nearest of `known`, the first of several that are as near, or undefined
 * @example
 * nearestName("phisician", ["nurse", "physician"]) // "physician"
 * nearestName("exam_rooms", ["exam room"]) // "exam room"
 * nearestName("dog", ["physician"]) // undefined
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name);
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const other = plain(candidate);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    if (Math.abs(wanted.length - other.length) > allowed || wanted.length > 200) continue;
    const distance = lettersToChange(wanted, other);
    if (distance <= allowed && distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

/**
 * Returns the number of letters to change, with neighbours swapped counting one.
 *
 * @see Damerau (1964), A technique for computer detection and correction of spelling errors, CACM 7(3)
 */
function lettersToChange(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
