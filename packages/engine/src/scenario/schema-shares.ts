/**
 * How many of those booked do not come, or cancel: shares that may depend on the lead time and the visit type.
 *
 * @module
 */

import type { z } from "zod";
import { durationSchema, group, listOf, named, shareSchema } from "./schema-quantities.ts";
import { oneOfForms, word } from "./schema-wording.ts";

/** A share that rises (or falls) with the whole days between asking and appointment. */
export type ShareCurve = z.infer<typeof shareCurveSchema>;
const shareCurveSchema = group(
  {
    sameDay: shareSchema.describe("of those seen on the day on which they ask"),
    from: shareSchema.describe("where the curve of longer lead times begins"),
    to: shareSchema.describe("what it comes near to"),
    over: durationSchema.describe("in which it covers all but 1/e of the way"),
    by: word(
      ["lead time", "backlog"],
      "the patient's own lead time (default), or the backlog at opening on that day, in whole days of capacity",
    ).exactOptional(),
  },
  "a curve over the lead time l in days: to - (to - from) exp(-l / over) from one day on",
);

const shareStepsSchema = listOf(
  group(
    { upTo: durationSchema.exactOptional(), share: shareSchema },
    "up to a lead time; without upTo, for all longer",
  ),
  "shares by lead time",
);

/** A share, or shares by lead time. */
export type SteppedShare = z.infer<typeof steppedShareSchema>;
/** A share, or shares by lead time. */
export const steppedShareSchema = oneOfForms(
  [shareSchema, shareStepsSchema],
  "a share",
  "8 %, or a list by lead time: [{ upTo: 1 d, share: 4 % }, { share: 12 % }]",
);

/** A share, shares by lead time, or a curve over it. */
export type ShareRule = z.infer<typeof shareRuleSchema>;
const shareRuleSchema = oneOfForms(
  [shareSchema, shareStepsSchema, shareCurveSchema],
  "a share",
  "8 %, a list by lead time: [{ upTo: 1 d, share: 4 % }, { share: 12 % }], or { sameDay: 5 %, from: 20 %, to: 33 %, over: 8 d }",
);

/** A rule for everybody, or one for each visit type. */
export type SharesByVisitType = z.infer<typeof sharesByVisitTypeSchema>;
/** A rule for everybody, or one for each visit type. */
export const sharesByVisitTypeSchema = oneOfForms(
  [shareRuleSchema, named(shareRuleSchema, "visit types and their shares")],
  "a share",
  "8 %, a list by lead time, a curve, or one of these for each visit type",
);

/** Whether a rule is one for everybody, not one for each visit type. */
export function isForAll(rule: SharesByVisitType): rule is ShareRule {
  return typeof rule === "string" || Array.isArray(rule) || isCurve(rule as ShareRule);
}

/** Whether a rule is a curve. */
export function isCurve(rule: ShareRule): rule is ShareCurve {
  return typeof rule === "object" && "over" in rule && typeof rule.over === "string" && "sameDay" in rule;
}
