/**
 * Patients who ask for an appointment, and what the rows of a template keep for whom.
 *
 * @module
 */

import { z } from "zod";
import { distributionSchema, timeSchema } from "./schema-distributions.ts";
import { dailyRateSchema, durationSchema, group, nameSchema, namesSchema, shareSchema } from "./schema-quantities.ts";
import { sharesByVisitTypeSchema } from "./schema-shares.ts";
import { oneOfForms, wholeNumber } from "./schema-wording.ts";

/** The most patients of a panel. */
const LARGEST_PANEL = 10_000_000;

const numberOrShare = oneOfForms(
  [wholeNumber(0, 10_000, "so many"), shareSchema],
  "a number or a share of the seats",
  "6, or 30 %",
);

/** Seats of a row that are held for a purpose, and until when. */
export type Held = z.infer<typeof heldSchema>;
const heldSchema = group(
  {
    for: namesSchema.describe("same day, or the visit types that may have them before"),
    seats: numberOrShare.describe("how many of the row's seats (default 100 %)").exactOptional(),
    until: durationSchema
      .describe("so many days before, anybody may have them (same day: default 0 d; visit types: never)")
      .exactOptional(),
  },
  "seats held for a purpose",
);

/** One hold or several. */
export const holdsSchema = oneOfForms(
  [heldSchema, z.array(heldSchema).min(1)],
  "a hold or a list of holds",
  "{ seats: 30 %, for: same day }, or { seats: 2, for: new patient, until: 2 d }",
);

/** How many may share a seat, and with whom. */
export const overbookedSchema = group(
  {
    most: wholeNumber(0, 10_000, "how many patients beyond the seats, for each day and provider"),
    above: shareSchema
      .describe("only beside a patient who is predicted not to come with at least this share")
      .exactOptional(),
  },
  "patients booked beyond the seats of the row, each beside the one least likely to come",
);

/** Patients who ask for an appointment. */
export type Requests = z.infer<typeof requestsSchema>;
/** Patients who ask for an appointment. */
export const requestsSchema = group(
  {
    template: nameSchema,
    demand: dailyRateSchema.describe("how many ask, on each day on which they can").exactOptional(),
    panel: group(
      {
        patients: wholeNumber(1, LARGEST_PANEL, "how many patients"),
        asking: shareSchema.describe("how many of them ask on a day"),
      },
      "patients of whom each asks with the same chance on a day",
    ).exactOptional(),
    horizon: durationSchema.describe("how far ahead seats can be booked (default 90 d)").exactOptional(),
    balks: timeSchema.describe("who would have to wait longer goes elsewhere (default: nobody)").exactOptional(),
    noShow: sharesByVisitTypeSchema.exactOptional(),
    cancellation: sharesByVisitTypeSchema.exactOptional(),
    cancelledAhead: timeSchema
      .describe("before the appointment; the seat is then free again (default: it stays empty)")
      .exactOptional(),
    bookAgain: oneOfForms(
      [
        shareSchema,
        group(
          { share: shareSchema, after: durationSchema.describe("after the appointment (default 1 d)").exactOptional() },
          "no-shows who ask again",
        ),
      ],
      "a share",
      "70 %, or { share: 70 %, after: 3 d }",
    )
      .describe("of the no-shows")
      .exactOptional(),
    waitList: shareSchema.describe("of those booked for another day, who would come earlier").exactOptional(),
    bookedAhead: durationSchema.describe("days of capacity that are booked as the run starts").exactOptional(),
    punctuality: distributionSchema
      .describe("minutes after the time of the appointment; negative: early")
      .exactOptional(),
  },
  "patients who ask for an appointment in a template",
);
