/**
 * The roster file: what it says about people, work and rules, checked and otherwise left as it is written.
 *
 * @module
 */

import { z } from "zod";
import { sourceSchema } from "../scenario/schema.ts";
import {
  dateSchema,
  group,
  listOf,
  moneySchema,
  named,
  nameSchema,
  sentenceSchema,
} from "../scenario/schema-quantities.ts";
import { oneOfForms, shown, wholeNumber, word, wording } from "../scenario/schema-wording.ts";
import { contractSchema, personSchema, roleSchema } from "./roster-schema-people.ts";
import { ruleSchema } from "./roster-schema-rules.ts";
import { coverSchema, shiftSchema, workplaceSchema } from "./roster-schema-work.ts";

/** The most days that a roster covers. */
export const MOST_DAYS = 400;

const tourSchema = listOf(
  z.union([nameSchema, z.null()], {
    error: ({ input }) =>
      wording({
        code: "wrong-form",
        message: `${shown(input)} is not a shift`,
        hint: "write the name of a shift, or null for a day off",
      }),
  }),
  "one shift a day, null for a day off",
  0,
);

const publishedSchema = group(
  {
    state: word(["published", "draft"], "a draft may be changed freely").exactOptional(),
    price: moneySchema.describe("for each day of a person that changes").exactOptional(),
    frozenBefore: dateSchema.describe("days before this date cannot be changed any more").exactOptional(),
    roster: named(tourSchema, "people, and their shifts from the first day on"),
  },
  "the roster that people know already",
);

/** What a file may say about a roster to be made. */
export const rosterSchema = group(
  {
    roster: z
      .literal(1, {
        error: ({ input }) =>
          wording({
            code: "unknown-version",
            message: `${shown(input)} is not a version of the format`,
            hint: "write roster: 1",
          }),
      })
      .describe("version of the format"),
    name: nameSchema,
    description: sentenceSchema.exactOptional(),
    start: dateSchema.describe("the first day"),
    days: wholeNumber(1, MOST_DAYS, "how many days the roster covers").exactOptional(),
    to: dateSchema.describe("the last day, instead of days").exactOptional(),
    closed: listOf(dateSchema, "days on which nobody works and nobody is needed", 0).exactOptional(),
    workplaces: named(workplaceSchema, "workplaces by name").exactOptional(),
    shifts: named(shiftSchema, "shifts by name"),
    contracts: named(contractSchema, "contracts by name").exactOptional(),
    roles: named(roleSchema, "roles by name, with what their people have in common").exactOptional(),
    people: named(personSchema, "people by name"),
    cover: named(
      listOf(coverSchema, "needs of people", 0),
      "week plans by name: how many people are needed; the first holds for all weeks for which no other is named",
    ).exactOptional(),
    weeks: named(
      oneOfForms([dateSchema, listOf(dateSchema, "dates")], "a date", "a date, or a list of dates"),
      "names of week plans, and a date in each week for which they hold",
    ).exactOptional(),
    rules: listOf(ruleSchema, "rules", 0).exactOptional(),
    history: named(tourSchema, "people, and their last shifts before the first day, the latest last").exactOptional(),
    published: publishedSchema.exactOptional(),
    sources: listOf(sourceSchema, "where numbers come from", 0).exactOptional(),
  },
  "a roster to be made, for Praxis",
);

/** A roster file that has been checked: plain data, in the words of its author. */
export type RosterDocument = z.infer<typeof rosterSchema>;
