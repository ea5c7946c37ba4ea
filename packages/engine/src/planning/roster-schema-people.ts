/**
 * The people in a roster file: roles, contracts, skills, when they can work and what they wish.
 *
 * @module
 */

import { z } from "zod";
import {
  durationSchema,
  group,
  listOf,
  moneyPerHourSchema,
  moneySchema,
  named,
  nameSchema,
  namesSchema,
  sentenceSchema,
} from "../scenario/schema-quantities.ts";
import { byDay, spansSchema } from "../scenario/schema-resources.ts";
import { oneOfForms } from "../scenario/schema-wording.ts";
import { awaySchema, daysSchema } from "./roster-schema-days.ts";
import { levelSchema } from "./roster-schema-work.ts";

/** Least and most hours. */
export type HoursLimits = z.infer<typeof hoursLimitsSchema>;
const hoursLimitsSchema = group(
  {
    atLeast: durationSchema.exactOptional(),
    atMost: durationSchema.exactOptional(),
    price: moneyPerHourSchema
      .describe("for each hour too few or too many; without it, there must be none")
      .exactOptional(),
  },
  "least and most hours",
);

/** What has been agreed with people. */
export type ContractDocument = z.infer<typeof contractSchema>;
/** What has been agreed with people. */
export const contractSchema = group(
  {
    hours: durationSchema
      .describe("hours a week as agreed: what a fair share is measured by, and a fifth of which a weekday away counts")
      .exactOptional(),
    week: hoursLimitsSchema.describe("hours in each week from Monday to Sunday").exactOptional(),
    period: hoursLimitsSchema.describe("hours over the whole roster").exactOptional(),
    overtimeAfter: durationSchema
      .describe("hours of a week after which overtime begins; 40 h when absent")
      .exactOptional(),
  },
  "what has been agreed with people",
);

const skillsSchema = oneOfForms(
  [listOf(nameSchema, "what one can do", 0), named(levelSchema, "what one can do, and how well, from 1")],
  "skills",
  "a list of skills, or { phlebotomy: 2 } with how well",
);

const common = {
  skills: skillsSchema.exactOptional(),
  contract: nameSchema.describe("name of a contract").exactOptional(),
  available: byDay(spansSchema, "hours in which one can work; on days not named, none").exactOptional(),
  costPerHour: moneyPerHourSchema.exactOptional(),
  overtimePerHour: moneyPerHourSchema.describe("what an hour of overtime costs in all").exactOptional(),
};

/** What the people of a role have in common. */
export const roleSchema = z.union([
  group(common, "what the people of a role have in common; a person's own words come first"),
  z.null(),
]);

const shiftChoice = namesSchema.describe(
  "a shift, a kind of shifts or a workplace, or several; off for a day off, any for any shift",
);
const shiftsBarred = namesSchema.describe("a shift, a kind of shifts or a workplace, or several");
const price = moneySchema.describe("for each day on which the wish is not granted");

/** What somebody wants, or does not want, on some days. */
export type WishDocument = z.infer<typeof wishSchema>;
const wishSchema = oneOfForms(
  [
    group({ on: daysSchema, shift: shiftChoice, price }, "what somebody wants on some days"),
    group({ on: daysSchema, not: shiftsBarred, price }, "what somebody does not want on some days"),
  ],
  "a wish",
  "{ on: friday, shift: off, price: $10 }, or { on: monday, not: late, price: $5 }",
);

const pinName = sentenceSchema.describe("why, in words: MA-3 opens on Mondays").exactOptional();

/** What is fixed on some days. */
export type PinDocument = z.infer<typeof pinSchema>;
const pinSchema = oneOfForms(
  [
    group({ on: daysSchema, shift: shiftChoice, name: pinName }, "what somebody has to do on some days"),
    group({ on: daysSchema, not: shiftsBarred, name: pinName }, "what somebody must not do on some days"),
  ],
  "a pin",
  "{ on: monday, shift: early }, or { on: 2026-12-24, shift: off }",
);

/** One person. */
export type PersonDocument = z.infer<typeof personSchema>;
/** One person. */
export const personSchema = group(
  {
    role: nameSchema,
    ...common,
    away: awaySchema.exactOptional(),
    wishes: listOf(wishSchema, "wishes", 0).exactOptional(),
    pins: listOf(pinSchema, "what is fixed", 0).exactOptional(),
  },
  "one person",
);
