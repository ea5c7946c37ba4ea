/**
 * The scenario: what a file says about an office, checked and otherwise left as it is written.
 *
 * Zod checks and does not transform, so that a scenario can be printed, compared and changed in the words of its author;
 * `units.ts` reads the quantities. What no schema can see, such as names that nobody has, `checks.ts` finds.
 *
 * @module
 */

import { z } from "zod";
import { arrivalSourceSchema, templateRowSchema } from "./schema-arrivals.ts";
import {
  dateSchema,
  dateTimeSchema,
  durationSchema,
  group,
  listOf,
  named,
  nameSchema,
  sentenceSchema,
} from "./schema-quantities.ts";
import {
  byDay,
  equipmentSchema,
  prioritySchema,
  roomSchema,
  shiftHoursSchema,
  spansSchema,
  staffRoleSchema,
} from "./schema-resources.ts";
import { attributeLawSchema, stepsSchema } from "./schema-steps.ts";
import { oneOfForms, shown, word, wording } from "./schema-wording.ts";

export type {
  AppointmentSource,
  Appointments,
  ArrivalSource,
  RequestSource,
  TemplateRow,
  UnbookedSource,
  VisitTypeChoice,
} from "./schema-arrivals.ts";
export type { DistributionDocument, NumberDistributionDocument, Time as TimeLaw } from "./schema-distributions.ts";
export type { Held, Requests } from "./schema-requests.ts";
export type {
  Break,
  Equipment,
  HoursByDay,
  Priority,
  Room,
  Shift,
  ShiftLevel,
  StaffMember,
  StaffRole,
} from "./schema-resources.ts";
export type { ShareCurve, ShareRule, SharesByVisitType } from "./schema-shares.ts";
export type {
  ActivityStep,
  AttributeLaw,
  BranchWay,
  Condition,
  FollowUp,
  Need,
  Step,
  Steps,
  TakeStep,
} from "./schema-steps.ts";

/** The span that is simulated, and the days on which the office is open. */
export type Calendar = z.infer<typeof calendarSchema>;
const calendarSchema = group(
  {
    start: dateTimeSchema.describe("minute 0 of the run (default 2026-01-05 00:00, a Monday)").exactOptional(),
    length: durationSchema.describe("the span that is simulated"),
    ends: word(
      ["at length", "when empty"],
      "stops at length (default), or goes on without new arrivals until all patients have left",
    ).exactOptional(),
    warmUp: durationSchema.describe("not measured").exactOptional(),
    opening: byDay(spansSchema, "opening hours").exactOptional(),
    closed: listOf(dateSchema, "holidays", 0).exactOptional(),
  },
  "the span that is simulated, and the days on which the office is open",
);

/** What patients of one type go through. */
export type VisitType = z.infer<typeof visitTypeSchema>;
const visitTypeSchema = group(
  {
    priority: prioritySchema.exactOptional(),
    attributes: named(attributeLawSchema, "attributes of these patients").exactOptional(),
    pathway: stepsSchema,
  },
  "what patients of one type go through",
);

/** Work without a patient present. */
export type Task = z.infer<typeof taskSchema>;
const taskSchema = group(
  { priority: prioritySchema.exactOptional(), pathway: stepsSchema },
  "work without a patient present: calls, refills, results",
);

/** A named what-if. */
export type Variant = z.infer<typeof variantSchema>;
/** A named what-if. */
export const variantSchema = group(
  {
    description: sentenceSchema.exactOptional(),
    set: named(z.unknown(), "paths into this file, and what stands there instead; null takes it away"),
  },
  "a named what-if",
);

/** Where numbers come from. */
export const sourceSchema = group(
  {
    path: nameSchema.describe("where in this file"),
    source: sentenceSchema.describe("where the numbers come from"),
    grade: word(["A", "B", "C", "D", "assumed"], "how good the source is").exactOptional(),
    range: sentenceSchema.exactOptional(),
    date: oneOfForms([z.int(), z.string()], "a date", "2025, or 2025-03").exactOptional(),
  },
  "where numbers come from",
);

/** What a file may say about an office. */
export const scenarioSchema = group(
  {
    praxis: z
      .literal(1, {
        error: ({ input }) =>
          wording({
            code: "unknown-version",
            message: `${shown(input)} is not a version of the format`,
            hint: "write praxis: 1",
          }),
      })
      .describe("version of the format"),
    name: nameSchema,
    description: sentenceSchema.exactOptional(),
    calendar: calendarSchema,
    attributes: named(attributeLawSchema, "attributes of every patient, drawn on arrival").exactOptional(),
    shifts: named(shiftHoursSchema, "shifts by name").exactOptional(),
    staff: named(staffRoleSchema, "roles by name").exactOptional(),
    rooms: named(roomSchema, "rooms by name").exactOptional(),
    equipment: named(equipmentSchema, "equipment by name").exactOptional(),
    visitTypes: named(visitTypeSchema, "visit types by name").exactOptional(),
    tasks: named(taskSchema, "tasks by name").exactOptional(),
    templates: named(listOf(templateRowSchema, "rows"), "appointment templates by name").exactOptional(),
    arrivals: named(arrivalSourceSchema, "sources of patients and work, by name").exactOptional(),
    serviceLevels: named(durationSchema, "activities, and the wait that is still acceptable").exactOptional(),
    variants: named(variantSchema, "named what-ifs").exactOptional(),
    sources: listOf(sourceSchema, "where numbers come from", 0).exactOptional(),
  },
  "a scenario of an office, for Praxis",
);

/** A scenario that has been checked: plain data, in the words of its file. */
export type Scenario = z.infer<typeof scenarioSchema>;
