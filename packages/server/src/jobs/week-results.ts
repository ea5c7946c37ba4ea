import { z } from "zod";

const header = {
  praxis: z.string().meta({ description: "The version of the engine." }),
  problem: z.string().meta({ description: "Name of the problem." }),
  seed: z.int(),
};

const Slot = z.looseObject({
  provider: z.string(),
  weekday: z.string(),
  start: z.string().meta({ description: "As in 08:00." }),
  minutes: z.number(),
  type: z.string().meta({ description: "The visit type that it is for." }),
  maximumBookings: z.int(),
});

/** A week that was found. */
export const FoundWeek = z
  .looseObject({
    ...header,
    status: z.enum(["optimal", "feasible"]),
    zone: z.string(),
    start: z.string().meta({ description: "The first day on which the template is used." }),
    cost: z.number(),
    bound: z.number().nullable().meta({ description: "No week costs less." }),
    slots: z.array(Slot),
  })
  .meta({ id: "FoundWeek" });

const NoWeek = z
  .looseObject({ ...header, status: z.literal("infeasible") })
  .meta({ id: "NoWeek", description: "Demands that cannot hold together, and what would help." });

const UnknownWeek = z
  .looseObject({
    ...header,
    status: z.literal("unknown"),
    reason: z.string().meta({ description: "Why the search ended; neither a week nor a proof was found." }),
  })
  .meta({ id: "UnknownWeek" });

/** What came of looking for a week. */
export const WeekResult = z.discriminatedUnion("status", [FoundWeek, NoWeek, UnknownWeek]);
