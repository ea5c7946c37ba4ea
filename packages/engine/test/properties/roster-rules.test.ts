/** Every rule is stated twice, as terms for solvers and as a judge of rosters: here the two meet, on rosters by chance. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termCost } from "../../src/roster/evaluate.ts";
import { judge } from "../../src/roster/judge.ts";
import { modelOf } from "../../src/roster/model-of.ts";
import { assignmentsOf, type RosterProblem, type RuleUse, rosterOf } from "../../src/roster/problem.ts";
import type { Rule } from "../../src/roster/rule.ts";
import { rules } from "../../src/roster/rules.ts";
import { parametersFor, type RandomRoster, randomRosters, someBelow } from "../support/rule-cases.ts";

interface Case extends RandomRoster {
  readonly use: RuleUse;
}

/** A roster by chance, and a use of the rule for some of its people. */
function casesOf(rule: Rule): fc.Arbitrary<Case> {
  return randomRosters.chain(({ problem, tours }) =>
    someBelow(problem.people.length).chain((people) =>
      parametersFor(rule, problem, people).map((parameters) => ({
        problem,
        tours,
        use: { rule: rule.name, people, parameters },
      })),
    ),
  );
}

/** What the terms of a use cost; Infinity when one that must be kept is broken. */
function costOfTerms(rule: Rule, { problem, tours, use }: Case): number {
  const model = rule.constrain(use as never, { ...problem, uses: [use] });
  const indexes = tours.map((tour) => Int16Array.from(tour));
  return model.reduce((sum, term) => sum + termCost(term, indexes, problem.days), 0);
}

/** What the judge finds. */
function costOfViolations(rule: Rule, { problem, tours, use }: Case): number {
  const whole: RosterProblem = { ...problem, uses: [use] };
  const assignments = assignmentsOf(rosterOf(tours, whole), whole);
  return rule.violations(use as never, whole, assignments).reduce((sum, { cost }) => sum + cost, 0);
}

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_, rule) => {
  it("costs what its terms cost, on any roster, with and without a last one", () => {
    fc.assert(
      fc.property(casesOf(rule), (one) => {
        const [terms, judged] = [costOfTerms(rule, one), costOfViolations(rule, one)];
        if (terms === Infinity || judged === Infinity) expect(judged).toBe(terms);
        else expect(judged).toBeCloseTo(terms, 6);
      }),
      { numRuns: 1500 },
    );
  });

  it("is met, broken and paid for among these rosters", () => {
    const costs = fc.sample(casesOf(rule), 1000).map((one) => costOfTerms(rule, one));
    expect(costs).toContain(0);
    expect(costs.some((cost) => cost > 0)).toBe(true);
  });

  it("says nothing that cannot be read: texts name who and when, and no place outside of the roster", () => {
    fc.assert(
      fc.property(casesOf(rule), ({ problem, tours, use }) => {
        const whole: RosterProblem = { ...problem, uses: [use] };
        const found = rule.violations(use as never, whole, assignmentsOf(rosterOf(tours, whole), whole));
        for (const { text, person = 0, day = 0 } of found) {
          expect(text).not.toMatch(/undefined|NaN|Infinity|null/);
          expect(problem.people[person]).toBeDefined();
          expect(day).toBeGreaterThanOrEqual(0);
          expect(day).toBeLessThan(problem.days);
        }
        for (const { reason } of rule.constrain(use as never, whole)) {
          expect(reason.rule).toBe(rule.name);
          expect(reason.text).not.toMatch(/undefined|NaN|Infinity|null/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it("all rules together cost what the whole model costs", () => {
  const cases = randomRosters.chain(({ problem, tours }) =>
    fc.tuple(
      fc.constant({ problem, tours }),
      ...rules.map((rule) =>
        parametersFor(
          rule,
          problem,
          problem.people.map((_, index) => index),
        ),
      ),
    ),
  );
  fc.assert(
    fc.property(cases, ([{ problem, tours }, ...all]) => {
      const people = problem.people.map((_, index) => index);
      const uses = all.map((parameters, index) => ({ rule: rules[index]!.name, people, parameters }));
      const whole: RosterProblem = { ...problem, uses };
      const indexes = tours.map((tour) => Int16Array.from(tour));
      const costs = modelOf(whole).terms.map((term) => termCost(term, indexes, problem.days));
      const judged = judge(rosterOf(tours, whole), whole);
      expect(judged.keepsAll).toBe(costs.every((cost) => cost < Infinity));
      if (judged.keepsAll)
        expect(judged.cost).toBeCloseTo(
          costs.reduce((sum, cost) => sum + cost, 0),
          5,
        );
    }),
    { numRuns: 300 },
  );
});
