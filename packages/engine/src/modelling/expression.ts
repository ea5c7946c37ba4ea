/**
 * Linear expressions: sums of variables times numbers.
 *
 * They read well and are made for models of a few thousand terms; {@link LinearModel.addRow} takes the same as indexes
 * and numbers where a model is large.
 *
 * @module
 */

/** A variable of one {@link LinearModel}, which made it. */
export interface Variable {
  /** Its place in the model, and in every solution. */
  readonly index: number;
}

/** A variable times a coefficient. */
export interface LinearTerm {
  readonly variable: Variable;
  readonly coefficient: number;
}

/** A sum of terms and a constant. The same variable may stand in it several times. */
export interface Expression {
  readonly terms: readonly LinearTerm[];
  readonly constant: number;
}

/** What can be added: a variable, an expression, or a number. */
export type Operand = Variable | Expression | number;

/**
 * The sum of all operands; zero of none.
 *
 * @example
 * const model = new LinearModel();
 * const shifts = ["Mon", "Tue", "Wed"].map((name) => model.addVariable({ name }));
 * sum([...shifts, 2]).constant // 2
 */
export function sum(operands: readonly Operand[]): Expression {
  const terms: LinearTerm[] = [];
  let constant = 0;
  for (const operand of operands) {
    if (typeof operand === "number") constant += operand;
    else if ("index" in operand) terms.push({ variable: operand, coefficient: 1 });
    else {
      for (const term of operand.terms) terms.push(term);
      constant += operand.constant;
    }
  }
  return { terms, constant };
}

/**
 * One operand and another.
 *
 * @example
 * const model = new LinearModel();
 * plus(model.addVariable(), 5).terms.length // 1
 */
export function plus(one: Operand, other: Operand): Expression {
  return sum([one, other]);
}

/**
 * An operand taken so many times. Minus one subtracts.
 *
 * @example
 * const model = new LinearModel();
 * times(3, plus(model.addVariable(), 5)).constant // 15
 */
export function times(factor: number, operand: Operand): Expression {
  const { terms, constant } = sum([operand]);
  return {
    terms: terms.map(({ variable, coefficient }) => ({ variable, coefficient: factor * coefficient })),
    // Where there is no constant, a factor that is no number is its terms' own trouble.
    constant: constant === 0 ? 0 : factor * constant,
  };
}
