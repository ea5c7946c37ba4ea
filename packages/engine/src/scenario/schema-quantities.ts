/**
 * Quantities of a scenario: text with a unit, checked by its pattern and read by `units.ts`.
 *
 * @module
 */

import { z } from "zod";
import { knownKeys, oneOfForms, shown, text, type Wording, wholeNumber, wording } from "./schema-wording.ts";

const NUMBER = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,2})?`;
const TIME_UNIT = "(?:s|seconds?|min|minutes?|h|hours?|d|days?|wk|weeks?)";
const CLOCK = String.raw`(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)`;
const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;

/** Patterns of the quantities; their groups are what `units.ts` reads. */
export const patterns = {
  duration: new RegExp(`^(${NUMBER})\\s*(${TIME_UNIT})$`),
  signedDuration: new RegExp(`^([+-]?${NUMBER})\\s*(${TIME_UNIT})$`),
  rate: new RegExp(`^(${NUMBER})\\s*(?:per\\s+|/\\s*)(${TIME_UNIT})$`),
  dailyRate: new RegExp(`^(${NUMBER})\\s*(?:per\\s+|/\\s*)(d|days?)$`),
  share: new RegExp(`^(${NUMBER})\\s*%$`),
  money: new RegExp(`^\\$\\s*(${NUMBER})$`),
  moneyPerHour: new RegExp(`^\\$\\s*(${NUMBER})\\s*(?:per\\s+|/\\s*)(?:h|hour)$`),
  clock: new RegExp(`^${CLOCK}$`),
  clockSpan: new RegExp(`^(${CLOCK})\\s*[-–]\\s*(${CLOCK})$`),
  date: new RegExp(`^${DATE}$`),
  dateTime: new RegExp(`^(${DATE})(?:[ T](${CLOCK}))?$`),
  /** No control characters: names are printed in terminals. */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters refused
  name: /^[^\u0000-\u001f\u007f-\u009f]{1,200}$/,
} as const;

/** A quantity as the file says it, and what to say when it is something else. */
function quantity(pattern: RegExp, what: string, examples: readonly string[]) {
  const likely = examples.map((example) => `"${example}"`).join(", ");
  return text(pattern, `${what}, such as ${likely}`, (input) => complaintAbout(input, what, examples));
}

/** What to say about something that is no quantity of this kind. */
function complaintAbout(input: unknown, what: string, examples: readonly string[]): Wording {
  const bare = bareNumber(input);
  const hint = `write for example ${examples.map((example) => `"${example}"`).join(", ")}`;
  if (bare === undefined) return { code: "not-a-quantity", message: `${shown(input)} is not ${what}`, hint };
  if (!Number.isFinite(bare)) return { code: "not-finite", message: `${bare} is not a number to reckon with`, hint };
  const withUnits = examples.map((example) => `"${example.replace(/-?[\d.]+/, String(Math.abs(bare)))}"`).join(", ");
  return { code: "unit-missing", message: `${bare} needs its unit`, hint: `write ${withUnits}, …` };
}

function bareNumber(input: unknown): number | undefined {
  if (typeof input === "number") return input;
  return typeof input === "string" && /^[+-]?[\d.]+$/.test(input) && !Number.isNaN(Number(input))
    ? Number(input)
    : undefined;
}

/** "12 min": a length of time, zero or more. */
export const durationSchema = quantity(patterns.duration, "a length of time", ["12 min", "1.5 h", "3 d"]);
/** "-3 min": a time that may lie before another. */
export const signedDurationSchema = quantity(patterns.signedDuration, "a time before or after", [
  "12 min",
  "-3 min",
  "1.5 h",
]);
/** "40 per hour": how often something happens. */
export const rateSchema = quantity(patterns.rate, "a rate", ["40 per hour", "0.6 per min", "12 per day"]);
/** "20 per day": how many on a day. */
export const dailyRateSchema = quantity(patterns.dailyRate, "a rate per day", ["20 per day"]);
/** "35 %": a part of the whole. */
export const shareSchema = text(patterns.share, 'a share, such as "35 %"', (input) => {
  const complaint = complaintAbout(input, "a share", ["35 %"]);
  const bare = bareNumber(input);
  if (complaint.code !== "unit-missing" || bare === undefined || !(Math.abs(bare) <= 1)) return complaint;
  // Whoever writes 0.35 most likely means a part of one.
  const percent = Number((Math.abs(bare) * 100).toPrecision(12));
  return { ...complaint, hint: `write "${percent} %" if it is a part of one, "${Math.abs(bare)} %" if it is not` };
});
/** "$21.50 per hour". */
export const moneyPerHourSchema = quantity(patterns.moneyPerHour, "an hourly amount of money", ["$21.50 per hour"]);
/** "$20". */
export const moneySchema = quantity(patterns.money, "an amount of money", ["$20"]);
/** "08:30". */
export const clockSchema = quantity(patterns.clock, "a time of day", ["08:30"]);
/** "08:00-17:00"; "22:00-06:00" passes midnight. */
export const clockSpanSchema = quantity(patterns.clockSpan, "a span of the day", ["08:00-17:00"]);
/** "2026-01-19". */
export const dateSchema = quantity(patterns.date, "a date", ["2026-01-19"]);
/** "2026-01-05 08:00". */
export const dateTimeSchema = quantity(patterns.dateTime, "a date, with a time of day if wanted", [
  "2026-01-05 08:00",
  "2026-01-05",
]);

/** A finite number without a unit. */
export const numberSchema = z
  .number({
    error: ({ input }) =>
      wording(
        typeof input === "number"
          ? { code: "not-finite", message: `${input} is not a number to reckon with`, hint: "write a finite number" }
          : {
              code: "not-a-number",
              message: `${shown(input)} is not a number`,
              hint: "write a number without unit or quotes",
            },
      ),
  })
  .describe("a number without unit");

/** A name chosen by the author of the file. */
export const nameSchema = text(patterns.name, "a name", (input) => ({
  code: "not-a-name",
  message: `${shown(input)} is not a name`,
  hint: "write a name of 1 to 200 characters on one line",
}));

/** A sentence for people. */
export const sentenceSchema = z
  .string({
    error: ({ input }) =>
      wording({
        code: "not-a-text",
        message: `${shown(input)} is not a text`,
        hint: 'write a sentence, in "quotes" if it has a colon',
      }),
  })
  .describe("a sentence for people, without effect on the run");

/** One name or several. */
export const namesSchema = oneOfForms(
  [nameSchema, z.array(nameSchema).min(1)],
  "a name or a list of names",
  "one name, or a list of names",
);

/** How many units of a resource there may be. */
export const MOST_UNITS = 10_000;

/** How many there are. */
export const countSchema = wholeNumber(0, MOST_UNITS, "how many there are");

/** A record of things that the author of the file names. */
export function named<Schema extends z.ZodType>(schema: Schema, describe: string) {
  return z.record(nameSchema, schema, { error: mapExpected }).describe(describe);
}

/** A list with words for what is none, or is empty. */
export function listOf<Schema extends z.ZodType>(schema: Schema, describe: string, least = 1) {
  const error = ({ input }: { readonly input?: unknown }) =>
    wording({
      code: Array.isArray(input) ? "list-too-short" : "not-a-list",
      message: `${shown(input)} is not a list of at least ${least}`,
      hint: `write a list: ${describe}`,
    });
  return z.array(schema, { error }).min(least, { error }).describe(describe);
}

/** An object of exactly these keys, with words for what is none. */
export function group<Shape extends z.ZodRawShape>(shape: Shape, describe: string) {
  const known = Object.keys(shape);
  const notAMap = (input: unknown) =>
    wording({
      code: "not-a-map",
      message: `${shown(input)} stands where a map belongs`,
      hint: `write { ${known[0]}: … }; known keys: ${known.join(", ")}`,
    });
  return z
    .strictObject(shape, {
      error: ({ code, input }) => {
        if (code === "invalid_type") return notAMap(input);
        // Zod says which keys are unknown; that is put together with those that are known in `issues.ts`.
        return code === "unrecognized_keys" ? knownKeys.pack(known) : undefined;
      },
    })
    .describe(describe);
}

function mapExpected({ input, code }: { readonly input?: unknown; readonly code?: string }): string | undefined {
  if (code !== "invalid_type") return undefined;
  return wording({
    code: "not-a-map",
    message: `${shown(input)} stands where a map of names belongs`,
    hint: "write a name and a colon, and what it stands for, indented, on the lines below",
  });
}
