/**
 * What the readers of a session file share: the file, moments of the session, and a place for complaints and warnings.
 *
 * @module
 */

import { Complaints, type Keys } from "../scenario/complaints.ts";
import { pointerTo } from "../scenario/document.ts";
import type { IssueCode } from "../scenario/issue-codes.ts";
import type { IssueAt } from "../scenario/issues.ts";
import { minutes } from "../scenario/units.ts";
import { clockTime } from "../time-of-day.ts";
import type { TemplateDocument } from "./template-schema.ts";

/** A session file while it is read. */
export class TemplateReading extends Complaints {
  readonly warnings: IssueAt[] = [];
  readonly document: TemplateDocument;

  constructor(document: TemplateDocument) {
    super();
    this.document = document;
  }

  /** Writes down what is legal but strange. */
  warn(keys: Keys, code: IssueCode, message: string, hint: string): void {
    this.warnings.push({ code, path: pointerTo(keys), keys, message, hint });
  }

  /** Minutes after the start of a moment; NaN, with a complaint, when it is a time of day that cannot be reckoned. */
  moment(moment: string, keys: Keys): number {
    const { start, length } = this.document.session;
    if (!moment.includes(":")) return minutes(moment);
    if (start === undefined) {
      const message = `${moment} is a time of day, but nothing says when the session begins`;
      this.complain(
        keys,
        "outside-session",
        message,
        'write start: "08:00" in the session, or the minutes after the start',
      );
      return Number.NaN;
    }
    const after = clockTime(moment) - clockTime(start);
    if (after >= 0 && after <= minutes(length)) return after;
    const message = `${moment} is not within the session, which begins at ${start} and lasts ${length}`;
    this.complain(keys, "outside-session", message, "write a time of day within the session");
    return Number.NaN;
  }

  /** A number that has to be in a range; complains when it is not. */
  within(value: number, keys: Keys, { least, most, what }: { least: number; most: number; what: string }): void {
    if (value >= least && value <= most) return;
    this.complain(keys, "outside-range", `${what} cannot be ${value}`, `write a number from ${least} to ${most}`);
  }
}
