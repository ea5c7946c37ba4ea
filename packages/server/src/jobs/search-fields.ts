import { z } from "zod";

/** What every search is told. */
export const searchFields = {
  timeLimitSeconds: z
    .number()
    .positive()
    .max(604_800)
    .optional()
    .meta({ description: "Seconds after which the best answer so far has to do; 60 unless given." }),
  workLimit: z
    .int()
    .min(1)
    .optional()
    .meta({ description: "Units of work instead of seconds; the answer is then the same on every machine." }),
};

/** Adds the check of a request that its search has one limit at most. */
export function withOneLimit<Schema extends z.ZodType<{ timeLimitSeconds?: unknown; workLimit?: unknown }>>(
  schema: Schema,
) {
  return schema.refine(({ timeLimitSeconds, workLimit }) => timeLimitSeconds === undefined || workLimit === undefined, {
    message: "timeLimitSeconds and workLimit exclude each other; give the one by which the search should end",
    path: ["workLimit"],
  });
}

/** A document in a request. */
export function documentField(what: string) {
  return z
    .union([z.string().min(1), z.record(z.string(), z.unknown())])
    .meta({ description: `${what}: as data, or as the text of a file.` });
}
