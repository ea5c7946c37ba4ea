/**
 * Random linear models: small, odd, and often infeasible or unbounded.
 *
 * @module
 */

import fc from "fast-check";
import { LinearModel, type LinearModelData, sum, times } from "../../src/index.ts";

const coefficient = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: -20, max: 20 }).map((value) => value / 4) },
  { weight: 1, arbitrary: fc.constantFrom(1e-3, -0.01, 250, -1000) },
);

const side = fc.integer({ min: -12, max: 12 }).map((value) => value / 2);

const whole = fc
  .record({ lower: side, span: fc.integer({ min: 0, max: 4 }) })
  .map(({ lower, span }) => ({ lower, upper: lower + span, integer: true }));

const continuous = fc
  .record({
    lower: fc.option(side, { nil: -Infinity }),
    span: fc.option(fc.integer({ min: 0, max: 9 }), { nil: Infinity }),
  })
  .chain(({ lower, span }) =>
    lower === -Infinity
      ? side.map((upper) => ({ lower, upper: upper + span }))
      : fc.constant({ lower, upper: lower + span }),
  );

/** Integers without an end, which brute force cannot take. */
const endless = fc.record({ lower: fc.constantFrom(0, -3.5), integer: fc.constant(true) });

const range = fc.oneof(
  side.map((lower) => ({ lower })),
  side.map((upper) => ({ upper })),
  side.map((equals) => ({ equals })),
  fc.tuple(side, fc.integer({ min: 0, max: 8 })).map(([lower, span]) => ({ lower, upper: lower + span })),
);

interface Kinds {
  readonly whole: number;
  readonly continuous: number;
  readonly endless: number;
  readonly rows: number;
}

function models(most: Kinds): fc.Arbitrary<LinearModelData> {
  return fc
    .tuple(
      fc.array(whole, { maxLength: most.whole }),
      fc.array(continuous, { maxLength: most.continuous }),
      fc.array(endless, { maxLength: most.endless }),
    )
    .map((kinds) => kinds.flat())
    .filter((variables) => variables.length > 0)
    .chain((variables) => {
      const coefficients = fc.array(coefficient, { minLength: variables.length, maxLength: variables.length });
      return fc.record({
        variables: fc.constant(variables),
        rows: fc.array(fc.tuple(coefficients, range), { maxLength: most.rows }),
        costs: coefficients,
        constant: fc.constantFrom(0, 3, -100.5),
        maximise: fc.boolean(),
      });
    })
    .map(({ variables, rows, costs, constant, maximise }) => {
      const model = new LinearModel();
      const made = variables.map((options) => model.addVariable(options));
      const combination = (values: readonly number[]) => sum(made.map((variable, at) => times(values[at]!, variable)));
      for (const [values, options] of rows) model.addConstraint(combination(values), options);
      model[maximise ? "maximise" : "minimise"](sum([combination(costs), constant]));
      return model.data();
    });
}

/** Models that brute force can take. */
export const linearModels = models({ whole: 4, continuous: 2, endless: 0, rows: 4 });

/** Larger ones, also with integers that have no upper bound. */
export const largerModels = models({ whole: 8, continuous: 5, endless: 2, rows: 8 });
