/**
 * The rules in a roster file: each with the parameters that the rule itself declares, so that a new rule needs no line
 * here.
 *
 * @module
 */

import { z } from "zod";
import type { ParameterKind, Rule } from "../roster/rule.ts";
import { rules } from "../roster/rules.ts";
import { durationSchema, group, moneyPerHourSchema, moneySchema, namesSchema } from "../scenario/schema-quantities.ts";
import { shown, suggestion, wholeNumber, word, wording } from "../scenario/schema-wording.ts";
import { daysSchema } from "./roster-schema-days.ts";

/** One use of a rule, in the words of the file. */
export interface RuleDocument {
  readonly rule: string;
  readonly for?: string | string[];
  readonly [parameter: string]: unknown;
}

/** What each kind of parameter looks like in a file. */
const schemaOf: Readonly<Record<ParameterKind, z.ZodType>> = {
  shifts: namesSchema,
  days: daysSchema,
  count: wholeNumber(0, 1000, "a number"),
  hours: durationSchema,
  span: word(["week", "period"], "by the week, or over the whole roster"),
  price: moneySchema,
  "price per hour": moneyPerHourSchema,
  people: namesSchema,
};

/** The rules that a file can use. */
export const rulesOfFiles: readonly Rule[] = rules.filter(({ parameters }) => parameters !== undefined);

const names = rulesOfFiles.map(({ name }) => name);

const everyone = namesSchema.describe("people, roles or contracts; everybody when absent").exactOptional();

function schemaOfRule({ name, description, parameters = {} }: Rule) {
  const own = Object.entries(parameters).map(([key, { kind, describe, needed }]) => {
    const schema = schemaOf[kind].describe(describe);
    return [key, needed ? schema : schema.exactOptional()] as const;
  });
  return group({ rule: z.literal(name), for: everyone, ...Object.fromEntries(own) }, description);
}

/** One use of a rule. */
export const ruleSchema = z
  .discriminatedUnion("rule", rulesOfFiles.map(schemaOfRule) as unknown as [ReturnType<typeof schemaOfRule>], {
    error: ({ input }) => {
      const rule = (input as { readonly rule?: unknown } | null)?.rule;
      return wording({
        code: "unknown-word",
        message: rule === undefined ? `${shown(input)} is no rule` : `${shown(rule)} is none of the rules`,
        hint: suggestion(typeof rule === "string" ? rule : "", names),
      });
    },
  })
  .describe("a rule, for whom, and with which numbers") as unknown as z.ZodType<RuleDocument>;
