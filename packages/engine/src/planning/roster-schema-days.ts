/**
 * How a roster file names days: `monday`, `weekdays`, a date, from one date to another, or several of these.
 *
 * @module
 */

import { z } from "zod";
import { dateSchema, group, listOf, patterns, sentenceSchema } from "../scenario/schema-quantities.ts";
import { dayWords } from "../scenario/schema-resources.ts";
import { shown, suggestion, word, wording } from "../scenario/schema-wording.ts";

const dateSpanSchema = group(
  { from: dateSchema, to: dateSchema.describe("the last day") },
  "from one date to another, both included",
);

/** What to say about something that names no day. */
function noDay({ input }: { readonly input?: unknown }): string {
  return wording({
    code: "unknown-word",
    message: `${shown(input)} names no day`,
    hint: `${suggestion(typeof input === "string" ? input : "", dayWords)}; or a date such as 2026-12-24, or { from: …, to: … }`,
  });
}

// Where a text has the wrong form, zod goes on with the one form that it could still be; this one says that it cannot.
const date = z.string({ error: noDay }).regex(patterns.date, { error: noDay, abort: true }).describe("a date");

const daySchema = z.union([word(dayWords, "on which days"), date, dateSpanSchema], { error: noDay });

/** Days. */
export type DaysDocument = z.infer<typeof daysSchema>;
/** Days. */
export const daysSchema = z
  .union([word(dayWords, "on which days"), date, dateSpanSchema, listOf(daySchema, "days")], { error: noDay })
  .describe("days: monday, weekdays, a date, { from: …, to: … }, or a list of these")
  .meta({ id: "days" });

/** Dates on which somebody is away. */
export type AwayDocument = z.infer<typeof awaySchema>;
/** Dates on which somebody is away. */
export const awaySchema = listOf(
  z.union(
    [
      dateSchema,
      group(
        {
          from: dateSchema,
          to: dateSchema.describe("the last day; the same day when absent").exactOptional(),
          why: sentenceSchema.exactOptional(),
        },
        "from one date to another, both included, and why",
      ),
    ],
    {
      error: ({ input }) =>
        wording({
          code: "not-a-date",
          message: `${shown(input)} is not a date`,
          hint: "write 2026-12-24, or { from: 2026-12-24, to: 2026-12-31, why: holiday }",
        }),
    },
  ),
  "days away: 2026-12-24, or { from: 2026-12-24, to: 2026-12-31, why: holiday }",
  0,
);
