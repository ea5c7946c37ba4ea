/**
 * Where checks write down what is wrong with the meaning of a file.
 *
 * @module
 */

import { pointerTo } from "./document.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { IssueAt } from "./issues.ts";
import { suggestion } from "./schema-wording.ts";

/** Keys that lead to a place. */
export type Keys = readonly (string | number)[];

/** Whoever has so much to mend does not miss the rest. */
const MOST_ISSUES = 1000;

/** Collects issues. */
export class Complaints {
  readonly issues: IssueAt[] = [];

  /** Writes an issue down. */
  complain(keys: Keys, code: IssueCode, message: string, hint: string): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push({ code, path: pointerTo(keys), keys, message, hint });
  }

  /** Complains when a name is not known. */
  known(name: string, known: Iterable<string>, keys: Keys, kind: string): boolean {
    const all = [...known];
    if (all.includes(name)) return true;
    this.complain(keys, "unknown-name", `there is no ${kind} “${name}”`, suggestion(name, all));
    return false;
  }
}
