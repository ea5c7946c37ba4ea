/**
 * The week file: what it says about providers, sessions, visits and what a week has to give, checked and otherwise left as
 * it is written.
 *
 * @module
 */

import { z } from "zod";
import { sourceSchema } from "../scenario/schema.ts";
import { timeSchema } from "../scenario/schema-distributions.ts";
import {
  clockSchema,
  countSchema,
  dateSchema,
  durationSchema,
  group,
  listOf,
  moneyPerHourSchema,
  moneySchema,
  named,
  nameSchema,
  namesSchema,
  rateSchema,
  sentenceSchema,
  shareSchema,
} from "../scenario/schema-quantities.ts";
import { byDay, daysSchema, weekdays } from "../scenario/schema-resources.ts";
import { oneOfForms, shown, wholeNumber, word, wording } from "../scenario/schema-wording.ts";

const sessionSchema = group(
  {
    from: clockSchema,
    to: clockSchema,
    grid: durationSchema
      .describe("appointments begin at multiples of so many minutes; 5 min when absent")
      .exactOptional(),
  },
  "a session: from when to when, and on which grid appointments begin",
);

const costsSchema = group(
  {
    wait: moneyPerHourSchema.describe("an hour in which a patient waits"),
    idle: moneyPerHourSchema.describe("an hour in which a provider waits for a patient"),
    overtime: moneyPerHourSchema.describe("an hour that a session goes on after its end"),
  },
  "what time costs",
);

const fillSchema = group(
  {
    atLeast: shareSchema.describe("75 % when absent").exactOptional(),
    atMost: shareSchema.describe("100 % when absent").exactOptional(),
  },
  "how full sessions are: mean minutes with patients who come, over the minutes of the session",
);

/** Rooms of one kind, or people of one role who assist. */
export type WeekResourceDocument = z.infer<typeof resourceSchema>;
const resourceSchema = group(
  {
    count: byDay(countSchema, "how many there are"),
    except: listOf(
      group(
        { on: daysSchema, session: namesSchema.describe("a session, or several"), count: countSchema },
        "another number in some sessions",
      ),
      "sessions with another number",
      0,
    ).exactOptional(),
    use: shareSchema.describe("share of their time that can be planned; 85 % when absent").exactOptional(),
    over: moneyPerHourSchema.describe("for each hour beyond; without it, there is none").exactOptional(),
  },
  "rooms, or people who assist: how many, and how much of their time can be planned",
);

const unmet = moneySchema.describe("for each booking too few; without it, there must be enough").exactOptional();

/** A kind of visit. */
export type WeekVisitTypeDocument = z.infer<typeof visitTypeSchema>;
const visitTypeSchema = group(
  {
    takes: timeSchema.describe("time with the provider of a patient who comes"),
    shows: shareSchema.describe("share of the booked patients who come; 100 % when absent").exactOptional(),
    needs: named(
      durationSchema,
      "rooms and assistants, and for how long a patient who comes needs one",
    ).exactOptional(),
    demand: rateSchema.describe("bookings that patients ask for: 220 per week").exactOptional(),
    unmet,
    value: moneySchema
      .describe("what a patient who comes is worth; with a demand, slots beyond it are worth nothing")
      .exactOptional(),
    mostInSession: wholeNumber(0, 60, "the most bookings of this type in one session").exactOptional(),
    place: word(
      ["start", "end"],
      "where in a session such visits stand; by how much their time varies, least first, when absent",
    ).exactOptional(),
    reserve: group(
      {
        requests: byDay(rateSchema, "patients who ask on the same day: 28 per day"),
        level: shareSchema
          .describe("share of the days on which nobody is turned away; 80 % when absent")
          .exactOptional(),
        unmet,
      },
      "slots kept for patients who ask on the same day",
    ).exactOptional(),
    floor: group(
      { slots: byDay(countSchema, "the fewest slots"), unmet },
      "the fewest slots of a day, which keep the third next available near",
    ).exactOptional(),
    release: group(
      {
        before: durationSchema.describe("how long before its time; 0 d for the day itself"),
        to: namesSchema.describe("visit types that can then be booked; any for all"),
      },
      "when a slot that nobody has booked is opened for others",
    ).exactOptional(),
  },
  "a kind of visit, and what is needed of it",
);

const heldSchema = byDay(
  oneOfForms(
    [nameSchema, listOf(nameSchema, "names of sessions", 0)],
    "a session",
    "the name of a session, or a list of them; [] for none",
  ),
  "sessions",
);

const common = {
  sees: namesSchema.describe("visit types; all when absent").exactOptional(),
  sessions: heldSchema.describe("sessions by day; on days not named, none").exactOptional(),
  department: nameSchema.describe("as the record system has it").exactOptional(),
};

const wishCommon = {
  on: daysSchema,
  session: namesSchema.describe("a session, or several; all when absent").exactOptional(),
};
const wishPrice = moneySchema
  .describe("for each booking by which the wish is not granted; without it, it must be granted")
  .exactOptional();

/** What a provider asks of sessions. */
export type WeekWishDocument = z.infer<typeof wishSchema>;
const wishSchema = oneOfForms(
  [
    group({ ...wishCommon, not: namesSchema.describe("visit types"), price: wishPrice }, "visits that are not wanted"),
    group(
      {
        ...wishCommon,
        of: namesSchema.describe("visit types, which count together"),
        atLeast: countSchema.exactOptional(),
        atMost: countSchema.exactOptional(),
        price: wishPrice,
      },
      "how many visits are wanted in each session",
    ),
  ],
  "a wish",
  "{ on: friday, session: afternoon, not: physical, price: $20 }, or { on: weekdays, of: new patient, atMost: 2 }",
);

/** One provider. */
export type WeekProviderDocument = z.infer<typeof providerSchema>;
const providerSchema = group(
  {
    role: nameSchema,
    ...common,
    noGo: listOf(
      group(
        { on: daysSchema, from: clockSchema, to: clockSchema, why: sentenceSchema.exactOptional() },
        "a time at which no patient is seen; it shortens a session, or takes it away",
      ),
      "times at which no patient is seen",
      0,
    ).exactOptional(),
    wishes: listOf(wishSchema, "wishes", 0).exactOptional(),
  },
  "one provider",
);

const slotSchema = group(
  {
    provider: nameSchema,
    on: word(weekdays, "a weekday"),
    at: clockSchema,
    type: nameSchema.describe("a visit type"),
    bookings: wholeNumber(1, 60, "patients who can be booked; 1 when absent").exactOptional(),
  },
  "a slot of today's template",
);

/** What a file may say about a week of templates to be made. */
export const weekSchema = group(
  {
    week: z
      .literal(1, {
        error: ({ input }) =>
          wording({
            code: "unknown-version",
            message: `${shown(input)} is not a version of the format`,
            hint: "write week: 1",
          }),
      })
      .describe("version of the format"),
    name: nameSchema,
    description: sentenceSchema.exactOptional(),
    zone: nameSchema.describe("time zone of the practice: America/Chicago"),
    start: dateSchema.describe("the first day on which the template is used"),
    sessions: named(sessionSchema, "sessions by name"),
    costs: costsSchema,
    fill: fillSchema.exactOptional(),
    rooms: named(resourceSchema, "rooms by kind").exactOptional(),
    assistants: named(resourceSchema, "people who assist, by role").exactOptional(),
    visitTypes: named(visitTypeSchema, "visit types by name"),
    roles: named(
      z.union([group(common, "what the providers of a role have in common; their own words come first"), z.null()]),
      "roles by name",
    ).exactOptional(),
    providers: named(providerSchema, "providers by name"),
    today: group(
      {
        price: moneySchema.describe("for each booking of a session that changes"),
        slots: listOf(slotSchema, "slots", 0).exactOptional(),
      },
      "the template that is in use, and what it costs to change it",
    ).exactOptional(),
    sources: listOf(sourceSchema, "where numbers come from", 0).exactOptional(),
  },
  "a week of appointment templates to be made, for Praxis",
);

/** A week file that has been checked: plain data, in the words of its author. */
export type WeekDocument = z.infer<typeof weekSchema>;
