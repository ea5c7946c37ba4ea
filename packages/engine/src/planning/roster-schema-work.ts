/**
 * The work in a roster file: workplaces, shifts with their breaks, and how many people are needed.
 *
 * @module
 */

import { z } from "zod";
import {
  clockSchema,
  countSchema,
  durationSchema,
  group,
  listOf,
  moneyPerHourSchema,
  moneySchema,
  nameSchema,
  namesSchema,
} from "../scenario/schema-quantities.ts";
import { oneOfForms, wholeNumber } from "../scenario/schema-wording.ts";
import { daysSchema } from "./roster-schema-days.ts";

/** How well somebody can do something. */
export const levelSchema = wholeNumber(1, 10, "how well, from 1");

/** A place where work is done. */
export const workplaceSchema = z.union([
  group(
    {
      skill: nameSchema.describe("what whoever works there must be able to do").exactOptional(),
      level: levelSchema.describe("at least how well; 1 when nothing is said").exactOptional(),
      staffs: nameSchema
        .describe("the role of a scenario that works here, for simulations with the roster")
        .exactOptional(),
    },
    "a place where work is done, and what one must be able to do there",
  ),
  z.null(),
]);

/** When a break begins. */
export type BreakTimes = z.infer<typeof breakTimesSchema>;
const breakTimesSchema = oneOfForms(
  [
    clockSchema,
    listOf(clockSchema, "times to choose from"),
    group(
      { from: clockSchema, to: clockSchema, every: durationSchema },
      "times to choose from: the first, the last, and the time between two of them",
    ),
  ],
  "a time of day",
  '"12:00", a list of times to choose from, or { from: "11:30", to: "13:00", every: 30 min }',
);

const breakSchema = group(
  {
    at: breakTimesSchema,
    lasts: durationSchema,
    paid: z.literal(true).describe("counts as work").exactOptional(),
  },
  "a break; its time is chosen, for each person and day, so that there is cover",
);

const placesSchema = oneOfForms(
  [
    nameSchema,
    listOf(
      oneOfForms(
        [nameSchema, listOf(nameSchema, "workplaces one after the other", 2)],
        "a workplace",
        "the name of a workplace, or a list of those where one works one after the other",
      ),
      "workplaces to choose from",
    ),
  ],
  "a workplace",
  "the name of a workplace, or a list to choose from; [desk, [desk, phones]] is the desk, or first the desk and then the phones",
);

/** A shift. */
export type ShiftDocument = z.infer<typeof shiftSchema>;
/** A shift. */
export const shiftSchema = group(
  {
    from: clockSchema,
    to: clockSchema.describe("on the next day when it is not later than from"),
    at: placesSchema.exactOptional(),
    change: oneOfForms(
      [clockSchema, listOf(clockSchema, "times of day")],
      "a time of day",
      '"12:00", or a list of times',
    )
      .describe("when the workplace changes, if not at the breaks")
      .exactOptional(),
    breaks: listOf(breakSchema, "breaks", 0).exactOptional(),
    days: daysSchema.describe("days on which the shift can be worked; all when absent").exactOptional(),
    kinds: namesSchema.describe("words for rules to speak of, such as evening").exactOptional(),
  },
  "a shift: when, where, and with which breaks",
);

const peopleNeeded = oneOfForms(
  [
    countSchema,
    group(
      { atLeast: countSchema.exactOptional(), atMost: countSchema.exactOptional() },
      "how many people at least and at most",
    ),
  ],
  "a number of people",
  "3, or { atLeast: 2, atMost: 4 }",
);

const priceOfShift = moneySchema.describe("price of each person");
const priceOfInterval = oneOfForms(
  [moneySchema, moneyPerHourSchema],
  "a price",
  '"$20" for each person and interval, or "$40 per hour"',
);

const needed = {
  at: nameSchema.describe("the workplace; any when absent").exactOptional(),
  days: daysSchema.describe("on these days; every day when absent").exactOptional(),
  people: peopleNeeded,
  skill: nameSchema.describe("only who can do this counts").exactOptional(),
  level: levelSchema.describe("only who can do it so well counts").exactOptional(),
  role: nameSchema.describe("only people of this role count").exactOptional(),
};

/** People needed on a shift. */
const shiftCoverSchema = group(
  {
    shift: namesSchema.describe("a shift, or a kind of shifts, or several"),
    ...needed,
    under: priceOfShift.describe("for each person too few; without it, there must be enough").exactOptional(),
    over: priceOfShift
      .describe("for each person too many; free when people is a number, not to be when atMost is given")
      .exactOptional(),
  },
  "so many people on a shift",
);

/** People needed in each interval between two times of the day. */
const intervalCoverSchema = group(
  {
    from: clockSchema,
    to: clockSchema.describe("on the next day when it is not later than from"),
    every: durationSchema.describe("length of the intervals, 15 to 60 minutes; 30 when absent").exactOptional(),
    ...needed,
    under: priceOfInterval.describe("for each person too few; without it, there must be enough").exactOptional(),
    over: priceOfInterval
      .describe("for each person too many; free when people is a number, not to be when atMost is given")
      .exactOptional(),
  },
  "so many people at all times between two times of the day",
);

/** How many people are needed. */
export type CoverDocument = z.infer<typeof coverSchema>;
/** How many people are needed. */
export const coverSchema = oneOfForms(
  [intervalCoverSchema, shiftCoverSchema],
  "a need of people",
  '{ at: desk, from: "08:00", to: "17:00", people: 2 }, or { shift: late, people: 1 }',
);
