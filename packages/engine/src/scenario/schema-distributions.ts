/**
 * Distributions as the file writes them: an object of one key, the law, with its parameters.
 *
 * @module
 */

import { z } from "zod";
import {
  durationSchema,
  group,
  listOf,
  numberSchema,
  rateSchema,
  shareSchema,
  signedDurationSchema,
} from "./schema-quantities.ts";
import { shown, suggestion, wording } from "./schema-wording.ts";

/**
 * A distribution in the words of the file. `Quantity` is a text with a unit where times are drawn ("12 min"), and a
 * number for what has no unit; `Rate` likewise.
 */
export type DistributionDocument<Quantity = string, Rate = Quantity> =
  | { readonly exponential: { readonly mean: Quantity } | { readonly rate: Rate } }
  | {
      readonly gamma:
        | { readonly mean: Quantity; readonly sd: Quantity }
        | { readonly mean: Quantity; readonly shape: number }
        | { readonly shape: number; readonly scale: Quantity };
    }
  | { readonly erlang: { readonly mean: Quantity; readonly shape: number } }
  | {
      readonly weibull:
        | { readonly shape: number; readonly scale: Quantity }
        | { readonly mean: Quantity; readonly sd: Quantity };
    }
  | {
      readonly normal: {
        readonly mean: Quantity;
        readonly sd: Quantity;
        readonly min?: Quantity;
        readonly max?: Quantity;
      };
    }
  | { readonly lognormal: { readonly mean: Quantity; readonly sd: Quantity } }
  | { readonly triangular: { readonly min: Quantity; readonly mode: Quantity; readonly max: Quantity } }
  | { readonly uniform: { readonly min: Quantity; readonly max: Quantity } }
  | { readonly whole: { readonly min: Quantity; readonly max: Quantity } }
  | {
      readonly beta: {
        readonly min: Quantity;
        readonly max: Quantity;
        readonly mean: Quantity;
        readonly sd: Quantity;
      };
    }
  | { readonly pert: { readonly min: Quantity; readonly mode: Quantity; readonly max: Quantity } }
  | {
      readonly johnsonSu: {
        readonly gamma: number;
        readonly delta: number;
        readonly xi: Quantity;
        readonly lambda: Quantity;
      };
    }
  | { readonly constant: Quantity }
  | {
      readonly empirical:
        | { readonly values: readonly Quantity[] }
        | { readonly edges: readonly Quantity[]; readonly weights: readonly number[] };
    }
  | {
      readonly mixture: readonly {
        readonly share: string;
        readonly of: Quantity | DistributionDocument<Quantity, Rate>;
      }[];
    }
  | { readonly shifted: { readonly by: Quantity; readonly of: DistributionDocument<Quantity, Rate> } };

/** A distribution without a unit. */
export type NumberDistributionDocument = DistributionDocument<number>;

/** A length of time: always the same, or drawn. */
export type Time = string | DistributionDocument;

interface Quantities<Quantity, Rate> {
  /** A place on the axis, before or after zero. */
  readonly place: z.ZodType<Quantity>;
  /** A length, zero or more. */
  readonly length: z.ZodType<Quantity>;
  readonly rate: z.ZodType<Rate>;
}

function lawsOf<Quantity, Rate>({ place, length, rate }: Quantities<Quantity, Rate>) {
  const self: z.ZodType<DistributionDocument<Quantity, Rate>> = z.lazy(() => whole);
  const number = numberSchema;
  const meanAndSd = group(
    { mean: length.describe("mean"), sd: length.describe("standard deviation") },
    "by mean and sd",
  );
  const withMode = group({ min: place, mode: place, max: place }, "least, most likely and greatest value");
  const span = group({ min: place, max: place }, "least and greatest value");
  const laws = {
    exponential: z.union([group({ mean: length }, "by its mean"), group({ rate }, "by its rate")]),
    gamma: z.union([
      meanAndSd,
      group({ mean: length, shape: number }, "by mean and shape"),
      group({ shape: number, scale: length }, "by shape and scale"),
    ]),
    erlang: group({ mean: length, shape: number }, "the sum of `shape` exponential stages, with this mean in all"),
    weibull: z.union([group({ shape: number, scale: length }, "by shape and scale"), meanAndSd]),
    normal: group(
      { mean: place, sd: length, min: place.exactOptional(), max: place.exactOptional() },
      "cut off at min and max, when given",
    ),
    lognormal: meanAndSd.describe("by mean and sd of the value itself, not of its logarithm"),
    triangular: withMode,
    uniform: span,
    whole: span.describe("whole numbers (of minutes, for a time), each alike, both ends included"),
    beta: group({ min: place, max: place, mean: place, sd: length }, "between min and max"),
    pert: withMode,
    johnsonSu: group(
      { gamma: number, delta: number, xi: place, lambda: length },
      "xi + lambda sinh((normal − gamma) / delta): skewed both ways",
    ),
    constant: place.describe("always the same"),
    empirical: z.union([
      group({ values: listOf(place, "observed values") }, "observed values, each alike"),
      group(
        {
          edges: listOf(place, "borders of the bins, rising", 2),
          weights: listOf(number, "how much falls into each bin"),
        },
        "a histogram",
      ),
    ]),
    mixture: listOf(
      group({ share: shareSchema, of: z.union([place, self]) }, "how often, and what is drawn then"),
      "laws and how often each is the one; the shares make 100 %",
    ),
    shifted: group({ by: place, of: self }, "another law, moved"),
  } as const;
  const whole = oneKeyed(laws) as unknown as z.ZodType<DistributionDocument<Quantity, Rate>>;
  return whole;
}

/** An object of exactly one of these keys. */
function oneKeyed(laws: Readonly<Record<string, z.ZodType>>) {
  const known = Object.keys(laws);
  const forms = Object.entries(laws).map(([law, schema]) => group({ [law]: schema }, `a law: ${law}`));
  return z
    .union(forms as unknown as readonly [z.ZodType, ...z.ZodType[]], {
      error: ({ input }) => {
        const keys = typeof input === "object" && input !== null ? Object.keys(input) : [];
        return wording({
          code: "unknown-law",
          message:
            keys.length === 0
              ? `${shown(input)} is not a distribution`
              : `"${keys.join(", ")}" is not one law of chance`,
          hint: suggestion(keys[0] ?? "", known),
        });
      },
    })
    .describe("a distribution: { lognormal: { mean: 18 min, sd: 7 min } }");
}

/** A distribution of times. Which place may be negative is checked by place, beside the schema. */
export const distributionSchema: z.ZodType<DistributionDocument> = lawsOf({
  place: signedDurationSchema,
  length: durationSchema,
  rate: rateSchema,
}).meta({
  id: "distribution of times",
});

/** A distribution of numbers without unit. */
export const numberDistributionSchema: z.ZodType<NumberDistributionDocument> = lawsOf({
  place: numberSchema,
  length: numberSchema,
  rate: numberSchema,
}).meta({ id: "distribution of numbers" });

/** A length of time, always the same or drawn. */
export const timeSchema: z.ZodType<Time> = z
  .union([durationSchema, distributionSchema])
  .describe('a length of time: "12 min", or a distribution')
  .meta({ id: "time" });
