import { z } from "zod";

const minutes = z.number().meta({ description: "Minutes that are to be expected." });

const figures = {
  cost: z.number(),
  wait: minutes,
  idle: minutes,
  overtime: minutes,
};

const HalfWidths = z
  .object(figures)
  .optional()
  .meta({ description: "Half-widths of intervals at 95 %; absent when the figures are exact." });

const Times = z
  .array(z.number())
  .readonly()
  .meta({ description: "Minutes after the start, one for each patient in the order of being seen." });

/** What a template costs. */
export const TemplateCost = z
  .looseObject({
    praxis: z.string().meta({ description: "The version of the engine." }),
    times: Times,
    ...figures,
    halfWidths: HalfWidths,
    waits: z
      .array(z.number())
      .readonly()
      .meta({ description: "Expected wait of each patient, if they come, in minutes." }),
  })
  .meta({ id: "TemplateCost" });

/** A template, and how good it is. */
export const TemplateResult = z
  .looseObject({
    problem: z.string().optional(),
    status: z.enum(["optimal", "feasible"]),
    certified: z.boolean().meta({ description: "Whether the times are proved to be the best in their order." }),
    ...figures,
    bound: z.number().nullable().meta({ description: "No allowed template costs less; null when nothing is known." }),
    boundConfidence: z
      .number()
      .optional()
      .meta({ description: "How surely; absent when the figures are exact, and the bound is proved." }),
    times: Times,
    clock: z.array(z.string()).optional().meta({ description: "The same as times of day." }),
    halfWidths: HalfWidths,
    alternatives: z
      .array(z.looseObject({ ...figures, kind: z.string(), times: Times, loss: z.number() }))
      .meta({ description: "Simpler templates, and what they cost more." }),
    frontier: z
      .array(z.looseObject({ ...figures, times: Times, providerFactor: z.number() }))
      .meta({ description: "The best templates when the provider's minutes count for less or more." }),
    engineVersion: z.string(),
  })
  .meta({ id: "TemplateResult" });
