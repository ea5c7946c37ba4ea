/**
 * Who comes, and when: appointment templates and sources of arrivals.
 *
 * @module
 */

import { z } from "zod";
import { distributionSchema, timeSchema } from "./schema-distributions.ts";
import {
  clockSchema,
  durationSchema,
  group,
  listOf,
  named,
  nameSchema,
  rateSchema,
  shareSchema,
} from "./schema-quantities.ts";
import { holdsSchema, overbookedSchema, requestsSchema } from "./schema-requests.ts";
import { daysSchema, spansSchema, timesSchema } from "./schema-resources.ts";
import { sharesByVisitTypeSchema } from "./schema-shares.ts";
import { oneOfForms, wholeNumber } from "./schema-wording.ts";

/** A visit type, or shares of several. */
export type VisitTypeChoice = z.infer<typeof choiceSchema>;
const choiceSchema = oneOfForms(
  [nameSchema, named(shareSchema, "names and their shares")],
  "a name or shares of names",
  "sick visit, or { sick visit: 70 %, physical: 30 % }",
);

/** Who comes to the slots of a row: the same choice in all, or one for each. */
const choicesSchema = oneOfForms(
  [nameSchema, named(shareSchema, "names and their shares"), listOf(choiceSchema, "who comes to each slot")],
  "a name, shares of names, or a list with one for each slot",
  "sick visit, { sick visit: 70 %, physical: 30 % }, or [physical, sick visit, sick visit]",
);

const rowShape = {
  seats: timesSchema.describe("how many at the same time (default 1)").exactOptional(),
  provider: nameSchema.describe("a role (one such row for each of its people) or a person").exactOptional(),
  visitType: choicesSchema.exactOptional(),
  days: daysSchema.exactOptional(),
  held: holdsSchema.describe("seats that are kept for some of those who ask").exactOptional(),
  overbooked: overbookedSchema.exactOptional(),
};

/** A row of an appointment template. */
export type TemplateRow = z.infer<typeof templateRowSchema>;
/** A row of an appointment template. */
export const templateRowSchema = oneOfForms(
  [
    group({ from: clockSchema, to: clockSchema, every: durationSchema, ...rowShape }, "slots of this length"),
    group({ from: clockSchema, to: clockSchema, slots: timesSchema, ...rowShape }, "so many slots, evenly"),
    group(
      {
        at: oneOfForms(
          [clockSchema, listOf(clockSchema, "times of appointments")],
          "a time of day",
          '"08:00", or a list of times, one for each appointment',
        ),
        ...rowShape,
      },
      "appointments at these times",
    ),
  ],
  "a row of an appointment template",
  '{ from: "08:00", to: "12:00", every: 20 min }, { from, to, slots: 12 }, { at: "08:00", seats: 2 }, or { at: ["08:00", "08:15"] }',
);

/** How a template is filled, and who of those booked comes when. */
export type Appointments = z.infer<typeof appointmentsSchema>;
const appointmentsSchema = group(
  {
    template: nameSchema,
    booked: shareSchema.describe("how many of the seats are booked (default 100 %)").exactOptional(),
    leadTime: timeSchema.describe("between booking and appointment").exactOptional(),
    noShow: sharesByVisitTypeSchema.exactOptional(),
    cancellation: sharesByVisitTypeSchema.exactOptional(),
    punctuality: distributionSchema
      .describe("minutes after the time of the appointment; negative: early")
      .exactOptional(),
  },
  "appointments of a template",
);

const everywhere = {
  visitType: choiceSchema.describe("who comes").exactOptional(),
  task: choiceSchema.describe("the work that comes in").exactOptional(),
  days: daysSchema.exactOptional(),
  evenWhenClosed: z.boolean().describe("also while the office is closed").exactOptional(),
};
const window = { between: spansSchema.describe("only then; default: opening hours").exactOptional() };
const volume = { volume: shareSchema.describe("of the rate written (default 100 %)").exactOptional() };

/** Where patients or work come from. */
export type ArrivalSource = z.infer<typeof arrivalSourceSchema>;
/** Where patients or work come from. */
export const arrivalSourceSchema = oneOfForms(
  [
    group({ appointments: appointmentsSchema, visitType: everywhere.visitType }, "booked appointments"),
    group(
      {
        requests: requestsSchema,
        visitType: everywhere.visitType,
        days: everywhere.days,
        evenWhenClosed: everywhere.evenWhenClosed,
        ...window,
      },
      "patients who ask for appointments",
    ),
    group(
      {
        poisson: oneOfForms(
          [rateSchema, group({ meanGap: durationSchema }, "by the mean time between two")],
          "a rate",
          "2.5 per hour, or { meanGap: 24 min }",
        ),
        startsWith: z.literal("arrival").describe("the first comes at the start of the run").exactOptional(),
        ...everywhere,
        ...window,
        ...volume,
      },
      "at random, at a constant rate",
    ),
    group(
      {
        hourly: group(
          {
            from: oneOfForms(
              [clockSchema, z.literal("start")],
              "a time of day",
              '"08:00", or start: the list runs on from the start of the run',
            ).exactOptional(),
            every: durationSchema.describe("length of each piece (default 1 h)").exactOptional(),
            rates: listOf(rateSchema, "the rate of each piece"),
          },
          "rates, piece by piece",
        ),
        ...everywhere,
        ...volume,
      },
      "at random, at rates that change",
    ),
    group(
      {
        at: listOf(
          oneOfForms(
            [durationSchema, clockSchema],
            "a time",
            '"08:30" on every open day, or 12 min after the start of the run',
          ),
          "times of arrival",
        ),
        ...everywhere,
      },
      "at given times",
    ),
    group(
      { count: wholeNumber(0, 100_000, "how many a day"), ...everywhere, ...window },
      "a given number a day, at random times",
    ),
  ],
  "a source of arrivals",
  "visitType or task, and one of appointments, requests, poisson, hourly, at, count",
);

/** Booked appointments. */
export type AppointmentSource = Extract<ArrivalSource, { appointments: unknown }>;
/** Patients who ask for appointments. */
export type RequestSource = Extract<ArrivalSource, { requests: unknown }>;
/** Patients, or work, that come without an appointment. */
export type UnbookedSource = Exclude<ArrivalSource, AppointmentSource | RequestSource>;
