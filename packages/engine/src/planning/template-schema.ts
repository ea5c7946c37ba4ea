/**
 * The session file: what it says about a provider's session, checked and otherwise left as it is written.
 *
 * @module
 */

import { z } from "zod";
import { sourceSchema } from "../scenario/schema.ts";
import { distributionSchema, timeSchema } from "../scenario/schema-distributions.ts";
import {
  clockSchema,
  durationSchema,
  group,
  listOf,
  named,
  nameSchema,
  numberSchema,
  rateSchema,
  sentenceSchema,
} from "../scenario/schema-quantities.ts";
import { steppedShareSchema } from "../scenario/schema-shares.ts";
import { oneOfForms, shown, wholeNumber, word, wording } from "../scenario/schema-wording.ts";
import { MOST_PATIENTS } from "../template/problem.ts";

/** What is known of a patient beforehand; what is absent is as for all. */
const patientShape = {
  service: timeSchema.describe("minutes with the provider").exactOptional(),
  show: steppedShareSchema.describe("how many come: a share, or shares by lead time (default 100 %)").exactOptional(),
  lead: durationSchema.describe("between booking and appointment, for shares by lead time").exactOptional(),
  punctuality: distributionSchema
    .describe("minutes after the time of the appointment; negative: early")
    .exactOptional(),
  wait: numberSchema.describe("cost of a minute's wait, instead of cost.wait").exactOptional(),
};

/** A moment of the session. */
const momentSchema = oneOfForms(
  [durationSchema, clockSchema],
  "a moment of the session",
  'the time after the start, as in 45 min, or a time of day, as in "10:15"',
);

const patientsSchema = oneOfForms(
  [
    wholeNumber(1, MOST_PATIENTS, "how many patients"),
    word(["best"], "as many as are worth most; needs a value"),
    listOf(
      group(
        {
          type: nameSchema.describe("a type of the file").exactOptional(),
          count: wholeNumber(1, MOST_PATIENTS, "how many of them (default 1)").exactOptional(),
          ...patientShape,
        },
        "patients who are alike",
      ),
      "patients in the order of being seen",
    ),
  ],
  "how many patients, or who they are",
  "12, best, or a list: [{ type: new patient, count: 3 }, { type: follow-up, count: 6 }]",
);

const sessionSchema = group(
  {
    patients: patientsSchema,
    length: durationSchema.describe("from the first possible appointment to the planned end"),
    start: clockSchema.describe("when the session begins, for times of day in the answer").exactOptional(),
    grid: durationSchema
      .describe("appointments are at multiples of it; without grid and slots, at any moment")
      .exactOptional(),
    slots: listOf(momentSchema, "the moments at which appointments can be given").exactOptional(),
    latest: momentSchema.describe("the last appointment (default: the last before the end)").exactOptional(),
    slot: durationSchema
      .describe("slot length of the appointment system, for comparison (default 15 min)")
      .exactOptional(),
    order: word(["listed", "free"], "seen as listed (the default), or in the best order").exactOptional(),
    breaks: listOf(
      group({ at: momentSchema, lasts: durationSchema }, "a break of the provider"),
      "breaks of the provider",
    ).exactOptional(),
  },
  "the session",
);

const evaluationSchema = oneOfForms(
  [
    word(["exact"], "exactly, in whole minutes"),
    group(
      {
        samples: wholeNumber(2, 100_000, "how many"),
        seed: oneOfForms([z.int(), z.string()], "a seed", "a number or a phrase").exactOptional(),
      },
      "by sample average",
    ),
  ],
  "a way to find expectations",
  "exact, or { samples: 1000 }",
);

/** What a file may say about a session. */
export const templateSchema = group(
  {
    template: z
      .literal(1, {
        error: ({ input }) =>
          wording({
            code: "unknown-version",
            message: `${shown(input)} is not a version of the format`,
            hint: "write template: 1",
          }),
      })
      .describe("version of the format (default 1)")
      .exactOptional(),
    name: nameSchema.exactOptional(),
    description: sentenceSchema.exactOptional(),
    session: sessionSchema,
    ...patientShape,
    types: named(group(patientShape, "patients of one type"), "visit types by name").exactOptional(),
    walkIns: group(
      {
        rate: rateSchema.describe("how often somebody comes without an appointment"),
        gaps: wholeNumber(1, 50, "how many places are held for them"),
        service: timeSchema,
        wait: numberSchema.describe("cost of a minute's wait once their gap has come (default 0)").exactOptional(),
      },
      "walk-ins, and gaps for them between the appointments",
    ).exactOptional(),
    cost: group(
      {
        wait: numberSchema.describe("of a minute that a patient waits (default 1)").exactOptional(),
        idle: numberSchema.describe("of a minute in which the provider is idle"),
        overtime: numberSchema.describe("of a minute after the end of the session"),
      },
      "what minutes cost, in any unit",
    ),
    value: numberSchema.describe("what a patient who comes is worth, for patients: best").exactOptional(),
    count: group(
      {
        waits: word(["showing", "booked"], "waits of those who come (the default), or of all booked").exactOptional(),
        as: word(["sum", "mean"], "their sum (the default), or their mean").exactOptional(),
        idle: word(
          ["last patient", "session end", "later of both"],
          "idle time until the last patient has left (the default), the session ends, or the later of both",
        ).exactOptional(),
      },
      "what is counted",
    ).exactOptional(),
    evaluation: evaluationSchema.exactOptional(),
    samples: wholeNumber(2, 100_000, "short for evaluation: { samples: … } (default 1000)").exactOptional(),
    sources: listOf(sourceSchema, "where numbers come from", 0).exactOptional(),
  },
  "a session whose template is to be found, for Praxis",
);

/** A session file that has been checked: plain data, in the words of its author. */
export type TemplateDocument = z.infer<typeof templateSchema>;
