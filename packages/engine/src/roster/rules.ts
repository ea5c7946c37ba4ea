/**
 * The rules that there are. A new one is a new file in `rules/`, and a line here.
 *
 * @module
 */

import type { Rule } from "./rule.ts";
import { mentor } from "./rules/company.ts";
import { consecutiveDaysOff, consecutiveShifts } from "./rules/consecutive.ts";
import { cover } from "./rules/cover.ts";
import { fairShare } from "./rules/fair-share.ts";
import { hours } from "./rules/hours.ts";
import { pay } from "./rules/pay.ts";
import { qualification } from "./rules/qualification.ts";
import { rest } from "./rules/rest.ts";
import { senior } from "./rules/senior.ts";
import { shiftCount } from "./rules/shift-count.ts";
import { stability } from "./rules/stability.ts";
import { succession } from "./rules/succession.ts";
import { unavailable } from "./rules/unavailable.ts";
import { weekends } from "./rules/weekends.ts";
import { wholeWeekends } from "./rules/whole-weekends.ts";
import { pin, wish } from "./rules/wish.ts";

/** All rules, those that people care for most first. */
export const rules: readonly Rule[] = [
  unavailable,
  pin,
  qualification,
  cover,
  hours,
  consecutiveShifts,
  consecutiveDaysOff,
  rest,
  succession,
  shiftCount,
  weekends,
  wholeWeekends,
  senior,
  mentor,
  stability,
  wish,
  fairShare,
  pay,
];

const byName = new Map(rules.map((rule) => [rule.name, rule]));

/**
 * Finds a rule by its name.
 *
 * @throws {RangeError} when there is none of this name
 */
export function ruleNamed(name: string): Rule {
  const rule = byName.get(name);
  if (rule === undefined) throw new RangeError(`no rule is called “${name}”; known: ${[...byName.keys()].join(", ")}`);
  return rule;
}
