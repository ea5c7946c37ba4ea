/**
 * Conditions of branches, as tests of attributes.
 *
 * @module
 */

import type { Step } from "../kernel/pathway-model.ts";
import type { Condition } from "../scenario/schema.ts";
import type { Workshop } from "./workshop.ts";

/** A comparison of an attribute with a number. */
type Test = Pick<Extract<Step, { do: "test" }>, "attribute" | "is" | "value">;

const signs = { is: "=", isNot: "!=", atMost: "<=", atLeast: ">=", below: "<", above: ">" } as const;

/** Remembers for a moment whether several tests have all held. */
const allHold = "@all hold";

/** The steps that take one way when every condition holds, and another otherwise. */
export function conditionSteps(
  when: Condition,
  then: readonly Step[],
  otherwise: readonly Step[],
  shop: Pick<Workshop, "names" | "attributes">,
): Step[] {
  const tests = testsOf(when, shop);
  const [first] = tests;
  if (tests.length === 1) return [decision(first!, then, otherwise)];
  // Several: the steps of either way must stand in the pathway only once, so what the tests say is noted first.
  shop.names.add(allHold);
  const noted = tests.reduceRight<Step[]>(
    (inner, test) => [decision(test, inner)],
    [{ do: "set", attribute: allHold, to: 1 }],
  );
  const decide = decision({ attribute: allHold, is: "=", value: 1 }, then, otherwise);
  return [{ do: "set", attribute: allHold, to: 0 }, ...noted, decide];
}

/** The step that goes one way or another, as a test of an attribute says. */
export function decision(test: Test, then: readonly Step[], otherwise: readonly Step[] = []): Step {
  return { do: "test", ...test, then, otherwise };
}

function testsOf(when: Condition, { names, attributes }: Pick<Workshop, "names" | "attributes">): Test[] {
  return Object.entries(when).flatMap(([attribute, comparisons]) => {
    names.add(attribute);
    return Object.entries(comparisons).map(([word, value]) => ({
      attribute,
      is: signs[word as keyof typeof signs],
      value: attributes.numberOf(attribute, value),
    }));
  });
}
