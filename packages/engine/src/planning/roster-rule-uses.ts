/**
 * Reads the rules of a roster file, each by the parameters that it declares.
 *
 * @module
 */

import type { RuleUse } from "../roster/problem.ts";
import type { ParameterKind } from "../roster/rule.ts";
import type { Cover } from "../roster/rules/cover.ts";
import { ruleNamed } from "../roster/rules.ts";
import type { Keys } from "../scenario/complaints.ts";
import { suggestion } from "../scenario/schema-wording.ts";
import { dollars, minutes, money } from "../scenario/units.ts";
import { type Duties, shiftsNamed } from "./roster-duties.ts";
import { shareOut } from "./roster-fair-share.ts";
import type { Member } from "./roster-people.ts";
import { checkLimits, type RosterReading } from "./roster-reading.ts";
import type { DaysDocument } from "./roster-schema-days.ts";
import type { RuleDocument } from "./roster-schema-rules.ts";

/** What readers of rules look at. */
export interface Scope {
  readonly members: readonly Member[];
  readonly duties: Duties;
  readonly cover: readonly RuleUse<Cover>[];
  readonly reading: RosterReading;
}

/** Parameters that a file does not say, because they follow from the rest of it. */
const derived: Readonly<Record<string, (use: RuleUse<never>, scope: Scope, keys: Keys) => object>> = {
  "fair share": shareOut,
};

/** The rules of a file. */
export function ruleUses(scope: Scope): RuleUse[] {
  const { reading, members } = scope;
  return (reading.document.rules ?? []).map((document, index) => {
    const keys = ["rules", index];
    const { rule } = document;
    const people =
      document.for === undefined
        ? members.map((_, person) => person)
        : peopleNamed(document.for, scope, [...keys, "for"]);
    const use = { rule, people, parameters: parametersOf(document, scope, keys) };
    const more = Object.hasOwn(derived, rule) ? derived[rule]!(use as never, scope, keys) : {};
    return { ...use, parameters: { ...use.parameters, ...more } };
  });
}

function parametersOf(document: RuleDocument, scope: Scope, keys: Keys): Record<string, unknown> {
  const { parameters = {} } = ruleNamed(document.rule);
  const found: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(parameters)) {
    const written = document[name];
    if (written !== undefined) found[name] = readers[kind](written as never, scope, [...keys, name]);
  }
  const { atLeast, atMost } = found as { readonly atLeast?: number; readonly atMost?: number };
  if ("atMost" in parameters && atLeast === undefined && atMost === undefined) {
    scope.reading.complain(
      keys,
      "missing-key",
      "neither “atLeast” nor “atMost” is there",
      "write one of them, or both",
    );
  }
  checkLimits(scope.reading, { atLeast, atMost }, keys);
  return found;
}

/** How each kind of parameter is read. */
const readers: Readonly<Record<ParameterKind, (written: never, scope: Scope, keys: Keys) => unknown>> = {
  shifts: (names: string | string[], { duties, reading }, keys) => shiftsNamed(names, duties, reading, keys),
  days: (days: DaysDocument, { reading }, keys) => reading.daysOn(days, keys),
  count: (count: number) => count,
  hours: (time: string) => minutes(time),
  span: (span: string) => span,
  price: (amount: string) => dollars(amount),
  "price per hour": (amount: string) => money(amount),
  people: (names: string | string[], scope, keys) => peopleNamed(names, scope, keys),
};

/** The indexes of the people for whom names stand: their own, those of roles and of contracts, or everybody. */
function peopleNamed(names: string | readonly string[], { members, reading }: Scope, keys: Keys): number[] {
  const several = typeof names !== "string";
  const found = new Set<number>();
  const { roles = {}, contracts = {} } = reading.document;
  const known = new Set(["everybody", ...Object.keys(roles), ...Object.keys(contracts)]);
  for (const { person } of members) known.add(person.id).add(person.role);
  for (const [index, name] of (several ? names : [names]).entries()) {
    if (!known.has(name)) {
      const message = `there is no person, role or contract “${name}”`;
      reading.complain(several ? [...keys, index] : keys, "unknown-name", message, suggestion(name, [...known]));
    }
    members.forEach(({ person, document }, member) => {
      if ([person.id, person.role, document.contract, "everybody"].includes(name)) found.add(member);
    });
  }
  return [...found].sort((a, b) => a - b);
}
