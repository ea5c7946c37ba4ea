/**
 * Who and what a practice has: staff with their shifts, rooms, equipment.
 *
 * @module
 */

import { z } from "zod";
import { timeSchema } from "./schema-distributions.ts";
import {
  clockSchema,
  clockSpanSchema,
  countSchema,
  dateSchema,
  durationSchema,
  group,
  listOf,
  MOST_UNITS,
  moneyPerHourSchema,
  named,
  nameSchema,
  numberSchema,
  shareSchema,
} from "./schema-quantities.ts";
import { oneOfForms, shown, suggestion, wholeNumber, word, wording } from "./schema-wording.ts";

/** The days of the week, from Monday on. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Words for days. */
export const dayWords = ["every day", "weekdays", "weekend", ...weekdays] as const;

/** One word for days, or several. */
export const daysSchema = oneOfForms(
  [word(dayWords, "on which days"), listOf(word(dayWords, "a day of the week"), "days of the week")],
  "a day of the week",
  `weekdays, or a list of days; known: ${dayWords.join(", ")}`,
);

/** What holds on each day: the same, or by day. A day's own name comes before "weekdays" and "weekend". */
export type HoursByDay<Hours> = Hours | { readonly [Day in (typeof dayWords)[number]]?: Hours };

/** The same for all days, or by day. */
export function byDay<Schema extends z.ZodType>(schema: Schema, what: string) {
  const days = Object.fromEntries(dayWords.map((day) => [day, schema.exactOptional()]));
  const each = group(days as { [Day in (typeof dayWords)[number]]: z.ZodExactOptional<Schema> }, `${what} by day`);
  return oneOfForms([schema, each], what, `${what}, or one for each kind of day: { weekdays: …, saturday: … }`);
}

/** A span of the day, or several. */
export const spansSchema = oneOfForms(
  [clockSpanSchema, listOf(clockSpanSchema, "spans of the day")],
  "a span of the day",
  '"08:00-17:00", or a list of such spans',
);

/** So many people between two times of the day. */
export type ShiftLevel = z.infer<typeof shiftLevelSchema>;
const shiftLevelSchema = group(
  { from: clockSchema, to: clockSchema, count: countSchema },
  "so many people between two times of the day",
);

const hoursSchema = oneOfForms(
  [clockSpanSchema, listOf(clockSpanSchema, "spans of the day"), listOf(shiftLevelSchema, "levels over the day")],
  "working hours",
  '"08:00-17:00", a list of such spans, or a list of { from, to, count }',
);

/** Working hours that get a name. */
export const shiftHoursSchema = byDay(hoursSchema, "working hours").meta({ id: "hours" });

/** Working hours, or the name of a shift. */
export type Shift = z.infer<typeof shiftSchema>;
/** Working hours, or the name of a shift. */
const shiftSchema = oneOfForms(
  [shiftHoursSchema, nameSchema],
  "a shift",
  '"08:00-17:00", the name of a shift, { weekdays: "08:00-17:00" }, or a list of { from, to, count }',
).meta({ id: "shift" });

/** A break, at a time of the day or after so much work. */
export type Break = z.infer<typeof breakSchema>;
const breakSchema = oneOfForms(
  [
    group(
      {
        at: oneOfForms(
          [clockSchema, listOf(clockSchema, "times that people take in turn")],
          "a time of day",
          '"12:00", or a list of times that people take in turn',
        ),
        lasts: timeSchema,
      },
      "a break at a time of the day; it waits until the current patient has been seen",
    ),
    group({ every: durationSchema, lasts: timeSchema }, "a break again and again"),
  ],
  "a break",
  '{ at: "12:00", lasts: 45 min }, or { every: 120 min, lasts: 15 min }',
);

/** One person. */
export type StaffMember = z.infer<typeof staffMemberSchema>;
const speedSchema = z
  .number()
  .min(0.01, { error: ({ input }) => speedError(input) })
  .max(100, { error: ({ input }) => speedError(input) })
  .describe("minutes of work done in a minute: 1 is the pace of the times in the file, 2 twice as fast");
const staffMemberSchema = group(
  {
    skills: listOf(nameSchema, "what the person can do", 0).exactOptional(),
    speed: speedSchema.exactOptional(),
    shift: shiftSchema.exactOptional(),
    absent: listOf(dateSchema, "days away", 0).exactOptional(),
    roster: listOf(
      z.union([nameSchema, z.null()]),
      "one shift a day (hours or a name) from the first day on, null for a day off",
    ).exactOptional(),
  },
  "one person",
);

function speedError(input: unknown): string {
  return wording({
    code: "not-a-speed",
    message: `${shown(input)} is not a pace to work at`,
    hint: "write a number between 0.01 and 100; 1 is the pace of the times in the file",
  });
}

const disciplineSchema = z
  .string()
  .regex(/^(fifo|lifo|first fit|by .+)$/, {
    error: ({ input }) =>
      wording({
        code: "unknown-discipline",
        message: `${shown(input)} is not an order in which to serve`,
        hint: suggestion(String(input), ["fifo", "lifo", "first fit", "by appointment", "by <attribute>"]),
      }),
  })
  .describe("who comes first among equals: fifo, lifo, first fit, by appointment, by <attribute>");

/** People who can do the same work. */
export type StaffRole = z.infer<typeof staffRoleSchema>;
/** People who can do the same work. */
export const staffRoleSchema = group(
  {
    count: countSchema.describe("how many people who are alike").exactOptional(),
    people: named(
      z.union([staffMemberSchema, z.null()]),
      "single people, by name; leave empty whoever has nothing of their own",
    ).exactOptional(),
    shift: shiftSchema.exactOptional(),
    atShiftEnd: word(
      ["stay", "finish", "resume", "restart"],
      "at the end of the shift: stay until all patients have gone (default), finish the current work, or break it off",
    ).exactOptional(),
    breaks: listOf(breakSchema, "breaks of each person", 0).exactOptional(),
    costPerHour: moneyPerHourSchema.exactOptional(),
    sickness: shareSchema.describe("chance for each person and day of being away all day").exactOptional(),
    discipline: disciplineSchema.exactOptional(),
  },
  "people who can do the same work",
);

const unlimited = z.literal("unlimited").describe("as many as needed; how many are in use is then measured");
const unitsSchema = oneOfForms(
  [countSchema, unlimited],
  "how many there are",
  `a whole number up to ${MOST_UNITS}, or unlimited`,
);

/** Rooms of one kind. */
export type Room = z.infer<typeof roomSchema>;
const roomShape = {
  count: unitsSchema.exactOptional(),
  planFor: listOf(
    wholeNumber(0, MOST_UNITS, "a number of units"),
    "numbers of units for which the chance of delay is reported",
    0,
  ).exactOptional(),
  discipline: disciplineSchema.exactOptional(),
};
/** Rooms of one kind. */
export const roomSchema = group(roomShape, "rooms of one kind");

/** Equipment of one kind. */
export type Equipment = z.infer<typeof equipmentSchema>;
/** Equipment of one kind. */
export const equipmentSchema = group(
  {
    ...roomShape,
    failures: group(
      { after: timeSchema, repair: timeSchema },
      "working time until it fails, and time until it works again",
    ).exactOptional(),
    maintenance: group(
      { every: durationSchema, at: clockSchema, lasts: timeSchema },
      "planned maintenance",
    ).exactOptional(),
  },
  "equipment of one kind",
);

/** Number of seats, of repetitions and the like. */
export const timesSchema = wholeNumber(1, 10_000, "how many");

/** A number, or the name of an attribute. */
export type Priority = z.infer<typeof prioritySchema>;
/** A number, or the name of an attribute. */
export const prioritySchema = oneOfForms(
  [numberSchema, nameSchema],
  "a priority",
  "a number (the smaller is served first; 5 if nothing is said), or the name of an attribute",
);
