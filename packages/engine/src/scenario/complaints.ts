/**
 * Where checks write down what is wrong with the meaning of a file.
 *
 * @module
 */

import type { Distribution } from "../random/distributions.ts";
import { pointerTo } from "./document.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { IssueAt } from "./issues.ts";
import type { DistributionDocument, NumberDistributionDocument } from "./schema-distributions.ts";
import { suggestion } from "./schema-wording.ts";
import { distribution } from "./units.ts";

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

  /**
   * Reads a law, when there is one. Complains when its parameters do not go together, or when it gives times before zero.
   */
  law(
    law: string | number | DistributionDocument | NumberDistributionDocument | undefined,
    keys: Keys,
    signed = false,
  ): Distribution | undefined {
    if (typeof law !== "object") return undefined;
    try {
      const read = distribution(law);
      if (signed || !(read.min < 0) || read.min === -Infinity) return read;
      const message = `a length of time cannot be negative, but ${Object.keys(law)[0]} goes down to ${read.min} min`;
      this.complain(keys, "negative-time", message, "let it begin at 0 or later");
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.complain(keys, "impossible-law", error.message, "mend its parameters");
    }
    return undefined;
  }
}
