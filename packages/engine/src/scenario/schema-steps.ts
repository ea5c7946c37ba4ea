/**
 * Pathways: the steps that patients and work go through.
 *
 * @module
 */

import { z } from "zod";
import {
  type NumberDistributionDocument,
  numberDistributionSchema,
  type Time,
  timeSchema,
} from "./schema-distributions.ts";
import {
  clockSchema,
  group,
  listOf,
  MOST_UNITS,
  named,
  nameSchema,
  namesSchema,
  numberSchema,
  shareSchema,
} from "./schema-quantities.ts";
import { type Priority, prioritySchema } from "./schema-resources.ts";
import { oneOfForms, wholeNumber, word } from "./schema-wording.ts";

/** Whom or what a step needs. */
export type Need = z.infer<typeof needSchema>;
/** Whom or what a step needs. */
const needSchema = oneOfForms(
  [
    nameSchema,
    group(
      { my: nameSchema.describe("the role, or a person's name") },
      "the patient's own: of the appointment, or drawn evenly on arrival",
    ),
    group({ oneOf: listOf(nameSchema, "any of these will do, the first listed first", 1) }, "any of several"),
    group(
      {
        of: nameSchema,
        units: wholeNumber(1, MOST_UNITS, "how many").exactOptional(),
        skill: nameSchema.describe("only people who have this skill").exactOptional(),
      },
      "several, or with a skill",
    ),
  ],
  "a need",
  "nurse, { of: nurse, units: 2 }, { of: nurse, skill: phlebotomy }, { my: physician }, or { oneOf: [nurse, assistant] }",
);

/** Everything that a step needs, all at once. */
type Needs = z.infer<typeof needsSchema>;
const needsSchema = oneOfForms(
  [needSchema, listOf(needSchema, "everything needed at once")],
  "a need or a list of needs",
  "nurse, or [nurse, exam room] for both at once",
).meta({ id: "needs" });

/** A distribution of an attribute's values, or shares of categories. */
export type AttributeLaw = z.infer<typeof attributeLawSchema>;
/** A distribution of an attribute's values, or shares of categories. */
export const attributeLawSchema = oneOfForms(
  [
    group({ shares: named(shareSchema, "categories and their shares") }, "categories by chance"),
    numberDistributionSchema,
  ],
  "an attribute",
  "{ shares: { commercial: 60 %, medicare: 40 % } }, or a distribution such as { whole: { min: 1, max: 5 } }",
).meta({ id: "attribute" });

/** What an attribute is compared with. */
const comparedSchema = oneOfForms(
  [numberSchema, z.string(), z.boolean()],
  "a value",
  "a number, or one of the attribute's categories",
);

/** Comparisons of attributes, all of which must hold. */
export type Condition = Readonly<Record<string, z.infer<typeof comparisonsSchema>>>;
const comparisonsSchema = group(
  {
    is: comparedSchema.exactOptional(),
    isNot: comparedSchema.exactOptional(),
    atMost: comparedSchema.exactOptional(),
    atLeast: comparedSchema.exactOptional(),
    below: comparedSchema.exactOptional(),
    above: comparedSchema.exactOptional(),
  },
  "comparisons, all of which must hold",
);
const conditionSchema = named(comparisonsSchema, "attributes, and what they are compared with; all must hold");

/** A follow-up appointment. */
export type FollowUp = z.infer<typeof followUpSchema>;
const followUpSchema = group(
  {
    in: timeSchema.describe("books a free seat so long after, or later"),
    visitType: nameSchema.exactOptional(),
    template: nameSchema,
    share: shareSchema.describe("how often").exactOptional(),
  },
  "books an appointment; the patient comes again on that day",
);

/** What may happen while somebody waits. */
interface Waiting {
  readonly patience?: Time;
  readonly ifPatienceEnds?: "leave" | Steps;
  readonly limit?: number;
  readonly ifFull?: "leave" | Steps;
  readonly priority?: Priority;
  readonly preempts?: "no" | "resume" | "restart";
}

/** Something that takes time. */
export interface ActivityStep extends Waiting {
  readonly activity: string;
  readonly needs?: Needs;
  readonly takes: Time;
  readonly keeps?: string | readonly string[];
  readonly frees?: string | readonly string[];
  readonly afterwards?: {
    readonly activity: string;
    readonly takes: Time;
    readonly keeps: string | readonly string[];
  };
}

/** Takes resources without an activity. */
export interface TakeStep extends Waiting {
  readonly take: Needs;
}

/** One way out of a branch. */
export type BranchWay =
  | { readonly share: string; readonly steps: Steps }
  | { readonly when: Condition; readonly steps: Steps }
  | { readonly otherwise: true; readonly steps: Steps };

/** One step of a pathway, told apart by its key. */
export type Step =
  | ActivityStep
  | TakeStep
  | { readonly free: string | readonly string[] }
  | { readonly branch: readonly BranchWay[] }
  | {
      readonly repeat: {
        readonly steps: Steps;
        readonly times?: number | NumberDistributionDocument;
        readonly again?: string;
        readonly most?: number;
      };
    }
  | { readonly parallel: readonly Steps[] }
  | {
      readonly waitUntil:
        | string
        | { readonly free: string; readonly atLeast?: number; readonly atMost?: number }
        | { readonly waiting: string; readonly atLeast?: number; readonly atMost?: number }
        | { readonly sent: string };
    }
  | { readonly mark: string }
  | { readonly stay: { readonly since: string; readonly atLeast: Time } }
  | { readonly send: { readonly task: string; readonly as?: string } }
  | { readonly followUp: FollowUp }
  | { readonly set: Readonly<Record<string, number | string | AttributeLaw>> }
  | { readonly leave: string };

/** Steps, one after the other. */
export type Steps = readonly Step[];

/** Steps, one after the other. */
export const stepsSchema: z.ZodType<Steps> = z
  .lazy(() => listOf(stepSchema, "steps, one after the other", 0))
  .meta({ id: "steps" }) as z.ZodType<Steps>;

const elseSchema = oneOfForms(
  [z.literal("leave"), stepsSchema],
  "what happens then",
  "leave, or a list of steps, after which the patient goes on behind this activity",
);
const levelSchema = wholeNumber(0, MOST_UNITS, "how many");

const waiting = {
  patience: timeSchema.describe("gives up after waiting so long").exactOptional(),
  ifPatienceEnds: elseSchema.exactOptional(),
  limit: levelSchema.describe("turned away when so many wait here already").exactOptional(),
  ifFull: elseSchema.exactOptional(),
  priority: prioritySchema.exactOptional(),
  preempts: word(
    ["no", "resume", "restart"],
    "takes people from work of worse priority, which goes on with its rest (resume) or anew (restart)",
  ).exactOptional(),
};

const activityStepSchema = group(
  {
    activity: nameSchema.describe("something that takes time"),
    needs: needsSchema.exactOptional(),
    takes: timeSchema,
    keeps: namesSchema.describe("held on after this activity, until frees or the end of the visit").exactOptional(),
    frees: namesSchema.describe("given back at the end of this activity").exactOptional(),
    afterwards: group(
      { activity: nameSchema, takes: timeSchema, keeps: namesSchema.describe("whoever goes on with it") },
      "goes on with these after the patient has moved on",
    ).exactOptional(),
    ...waiting,
  },
  "an activity",
);
const takeStepSchema = group(
  { take: needsSchema, ...waiting },
  "takes resources, and holds them until free or the end",
);
const freeStepSchema = group(
  { free: namesSchema.describe("gives back what is held of these") },
  "gives resources back",
);
const branchWaySchema = oneOfForms(
  [
    group({ share: shareSchema, steps: stepsSchema }, "by chance; the rest goes on"),
    group({ when: conditionSchema, steps: stepsSchema }, "by attributes; the first way whose conditions hold"),
    group({ otherwise: z.literal(true), steps: stepsSchema }, "for all others"),
  ],
  "a way of a branch",
  "{ share: 30 %, steps: […] }, { when: { urgency: { atMost: 2 } }, steps: […] }, or { otherwise: true, steps: […] }",
);
const repeatSchema = group(
  {
    steps: stepsSchema,
    times: oneOfForms(
      [wholeNumber(0, 10_000, "how many times"), numberDistributionSchema],
      "how many times",
      "a whole number, or a distribution",
    ).exactOptional(),
    again: shareSchema.describe("chance of going through it once more").exactOptional(),
    most: wholeNumber(1, 10_000, "at most so many times").exactOptional(),
  },
  "several times: either times, or again",
);
const levels = { atLeast: levelSchema.exactOptional(), atMost: levelSchema.exactOptional() };
const waitUntilSchema = oneOfForms(
  [
    clockSchema,
    group({ free: nameSchema, ...levels }, "until so many of a resource are free"),
    group({ waiting: nameSchema, ...levels }, "until so many wait for an activity"),
    group({ sent: nameSchema }, "until the work sent under this name is done"),
  ],
  "something to wait for",
  '"15:00", { free: exam room, atLeast: 1 }, { waiting: consult, atMost: 2 }, or { sent: results }',
);

const stepSchema: z.ZodType<Step> = oneOfForms(
  [
    activityStepSchema,
    takeStepSchema,
    freeStepSchema,
    group({ branch: listOf(branchWaySchema, "ways to go on") }, "one of several ways"),
    group({ repeat: repeatSchema }, "several times"),
    group(
      { parallel: listOf(stepsSchema, "lists of steps that happen at the same time, and join") },
      "at the same time",
    ),
    group({ waitUntil: waitUntilSchema }, "waits"),
    group({ mark: nameSchema }, "notes the time, for stay"),
    group(
      { stay: group({ since: nameSchema.describe("arrival, or a mark"), atLeast: timeSchema }, "a minimum stay") },
      "waits until a minimum stay is over",
    ),
    group(
      {
        send: group(
          { task: nameSchema, as: nameSchema.describe("for waitUntil: { sent: … }").exactOptional() },
          "work for somebody",
        ),
      },
      "work for somebody, without waiting for it",
    ),
    group({ followUp: followUpSchema }, "books a follow-up"),
    group(
      {
        set: named(
          oneOfForms(
            [numberSchema, z.string(), attributeLawSchema],
            "a value",
            "a number, a category, or a distribution",
          ),
          "attributes and their new values",
        ),
      },
      "changes attributes",
    ),
    group({ leave: nameSchema.describe("the outcome") }, "ends the visit here"),
  ],
  "a step",
  "a step with one of these keys: activity, take, free, branch, repeat, parallel, waitUntil, mark, stay, send, followUp, set, leave",
) as unknown as z.ZodType<Step>;
