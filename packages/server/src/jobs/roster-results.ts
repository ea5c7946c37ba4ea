import { z } from "zod";

const Dollars = z.number().nullable().meta({ description: "Dollars; null when it must not be." });

const Unfilled = z.object({ text: z.string(), date: z.string().optional(), missing: z.number().optional() });

const Score = z.object({
  rule: z.string(),
  cost: Dollars,
  broken: z.int().meta({ description: "How often what must not be broken is." }),
  matches: z.array(
    z.object({ text: z.string(), cost: Dollars, person: z.string().optional(), date: z.string().optional() }),
  ),
});

/** For each person the shift of each day. */
export const Tours = z
  .record(z.string(), z.array(z.string().nullable()))
  .meta({ id: "Roster", description: "For each person the id of a shift for each day, null for a day off." });

/** What rules say of a roster. */
export const Scores = z.array(Score);

/** A roster that was found. */
export const FoundRoster = z
  .object({
    status: z.enum(["optimal", "feasible"]),
    praxis: z.string().meta({ description: "The version of the engine." }),
    problem: z.string().meta({ description: "Name of the problem." }),
    start: z.string().meta({ description: "Date of the first day." }),
    days: z.int(),
    state: z.enum(["draft", "published"]),
    roster: Tours,
    unfilled: z.array(Unfilled),
    cost: Dollars,
    bound: z.number().nullable().meta({ description: "No roster that keeps to everything costs less." }),
    gap: z.number().nullable().meta({ description: "The distance from bound to cost, over the cost." }),
    scores: Scores,
    reason: z.string().optional().meta({ description: "Why the search ended before its end." }),
    replans: z.uuid().optional().meta({ description: "The job whose roster this one mends." }),
    difference: z
      .looseObject({
        cost: z.number().meta({ description: "Dollars, after minus before." }),
        changes: z.array(z.looseObject({ person: z.string(), date: z.string() })),
      })
      .optional()
      .meta({ description: "What is new beside the roster that it mends." }),
  })
  .meta({ id: "FoundRoster" });

const Reasons = z.array(z.object({ text: z.string() }));

/** Why there is no roster. */
const NoRoster = z
  .object({
    status: z.literal("infeasible"),
    problem: z.string(),
    praxis: z.string(),
    conflict: Reasons.meta({ description: "Rules that cannot hold together." }),
    isMinimal: z.boolean().meta({ description: "Whether all but any one of them can be kept." }),
    relaxations: z
      .array(z.object({ giveUp: Reasons, cost: z.number().nullable() }))
      .meta({ description: "Ways out, the cheapest first." }),
  })
  .meta({ id: "NoRoster" });

const UnknownRoster = z
  .object({
    status: z.literal("unknown"),
    problem: z.string(),
    praxis: z.string(),
    reason: z.string().meta({ description: "Why the search ended; neither a roster nor a proof was found." }),
    bound: z.number().nullable().optional(),
  })
  .meta({ id: "UnknownRoster" });

/** What came of looking for a roster. */
export const RosterResult = z.discriminatedUnion("status", [FoundRoster, NoRoster, UnknownRoster]);
