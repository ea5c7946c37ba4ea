/**
 * A linear model while it is being built.
 *
 * @module
 */

import { type Expression, type Operand, sum, type Variable } from "./expression.ts";
import type { LinearModelData, Objective } from "./model-data.ts";

/** How a variable may vary. */
export interface VariableOptions {
  /** Unique among the variables; the model finds one when it is absent. */
  readonly name?: string;
  /** Least value, 0 by default; -Infinity where there is none. */
  readonly lower?: number;
  /** Greatest value, Infinity by default. */
  readonly upper?: number;
  /** Whether only whole numbers will do. */
  readonly integer?: boolean;
}

/** What a constraint asks of its expression: a range, open on the side that is absent, or one value. */
export interface ConstraintOptions {
  /** Unique among the constraints. */
  readonly name?: string;
  readonly lower?: number;
  readonly upper?: number;
  /** Short for `lower` and `upper` at the same value. */
  readonly equals?: number;
}

/**
 * Coefficients from here on, and finite bounds from its hundred-thousandfold on, are infinite to some solvers.
 * Who writes them means "very large", which has better words: no bound, or a smaller unit.
 */
const largestCoefficient = 1e15;
const largestBound = 1e20;

/**
 * Collects variables, constraints and an objective, and checks each at the door.
 *
 * Whatever is no number, contradicts itself, has a name twice or belongs to another model throws a `RangeError` with
 * the value. A model of 100,000 variables and 1,000,000 coefficients is built in about a second by way of
 * `addRow`.
 *
 * @example
 * const model = new LinearModel();
 * const chairs = model.addVariable({ name: "chairs", integer: true });
 * const tables = model.addVariable({ name: "tables", integer: true });
 * model.addConstraint(plus(chairs, times(2, tables)), { name: "carpentry", upper: 40 });
 * model.addConstraint(plus(times(2, chairs), tables), { name: "finishing", upper: 50 });
 * model.maximise(plus(times(30, chairs), times(50, tables)));
 * const outcome = await highs.solve(model.data());
 * outcome.status === "optimal" && outcome.objective // 1100
 */
export class LinearModel {
  readonly #variables: Variable[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #variableNames = new Names("variable");

  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #constraintNames = new Names("constraint");
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #coefficients: number[] = [];
  /** Where the last row that has a variable keeps it among the entries, so that a second mention finds it. */
  readonly #place: number[] = [];

  #objective: { sense: Objective["sense"]; expression: Expression } = {
    sense: "minimise",
    expression: { terms: [], constant: 0 },
  };

  /** How many variables there are so far. */
  get variableCount(): number {
    return this.#variables.length;
  }

  /** How many constraints there are so far. */
  get constraintCount(): number {
    return this.#rowLower.length;
  }

  /**
   * Adds a variable.
   *
   * @throws {RangeError} when a bound is no number, `lower` is above `upper`, or the name is taken
   */
  addVariable({ name, lower = 0, upper = Infinity, integer = false }: VariableOptions = {}): Variable {
    const index = this.#variables.length;
    checkRange(lower, upper, () => `variable "${name ?? `x${index}`}"`);
    this.#variableNames.add(name, index);
    const variable = { index };
    this.#variables.push(variable);
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#integer.push(integer ? 1 : 0);
    this.#place.push(-1);
    return variable;
  }

  /**
   * Asks that an expression lie in a range, and returns the index of the constraint.
   *
   * A constant in the expression moves to the other side. At least one of `lower`, `upper` and `equals` is needed.
   *
   * @throws {RangeError} when a number is none, the range is empty, the name is taken, or a variable is another model's
   */
  addConstraint(expression: Operand, options: ConstraintOptions): number {
    const { terms, constant } = sum([expression]);
    checkNumber(constant, "constant");
    for (const { variable } of terms) this.#checkOwn(variable);
    return this.#addRow(
      terms.map(({ variable }) => variable.index),
      terms.map(({ coefficient }) => coefficient),
      { ...options, constant },
    );
  }

  /**
   * The same as `addConstraint` for many terms: the variables by index, their coefficients beside them.
   *
   * @throws {RangeError} as `addConstraint`, and when the lists differ in length
   * @example
   * const model = new LinearModel();
   * for (let staff = 0; staff < 3; staff++) model.addVariable({ upper: 1, integer: true });
   * model.addRow([0, 1, 2], [1, 1, 1], { name: "two at least", lower: 2 }) // 0
   */
  addRow(indices: ArrayLike<number>, coefficients: ArrayLike<number>, options: ConstraintOptions): number {
    return this.#addRow(indices, coefficients, options);
  }

  /**
   * Looks for the least value of an expression. A later objective takes its place.
   *
   * @throws {RangeError} when a coefficient is no finite number, or a variable is another model's
   */
  minimise(expression: Operand): void {
    this.#setObjective("minimise", expression);
  }

  /**
   * Looks for the greatest value of an expression. A later objective takes its place.
   *
   * @throws {RangeError} when a coefficient is no finite number, or a variable is another model's
   */
  maximise(expression: Operand): void {
    this.#setObjective("maximise", expression);
  }

  /** The model so far, as plain data of its own: what is added later does not change it. */
  data(): LinearModelData {
    const { sense, expression } = this.#objective;
    const costs = new Float64Array(this.#variables.length);
    for (const { variable, coefficient } of expression.terms) costs[variable.index]! += coefficient;
    return {
      variables: {
        count: this.#variables.length,
        lower: Float64Array.from(this.#lower),
        upper: Float64Array.from(this.#upper),
        integer: Uint8Array.from(this.#integer),
        names: this.#variableNames.list(),
      },
      constraints: {
        count: this.#rowLower.length,
        lower: Float64Array.from(this.#rowLower),
        upper: Float64Array.from(this.#rowUpper),
        names: this.#constraintNames.list(),
        starts: Int32Array.from(this.#starts),
        indices: Int32Array.from(this.#indices),
        coefficients: Float64Array.from(this.#coefficients),
      },
      objective: { sense, constant: expression.constant, costs },
    };
  }

  #addRow(
    indices: ArrayLike<number>,
    coefficients: ArrayLike<number>,
    { name, lower, upper, equals, constant = 0 }: ConstraintOptions & { readonly constant?: number },
  ): number {
    const row = this.#rowLower.length;
    const what = () => `constraint "${name ?? `c${row}`}"`;
    const least = equals ?? lower ?? -Infinity;
    const most = equals ?? upper ?? Infinity;
    if (equals !== undefined && (lower !== undefined || upper !== undefined)) {
      throw new RangeError(`${what()} has equals: ${equals} beside lower or upper; say one or the other`);
    }
    if (least === -Infinity && most === Infinity) {
      throw new RangeError(`${what()} asks for nothing: it needs lower, upper or equals`);
    }
    checkRange(least - constant, most - constant, what);
    if (indices.length !== coefficients.length) {
      throw new RangeError(`${what()} has ${indices.length} variables but ${coefficients.length} coefficients`);
    }
    for (let term = 0; term < indices.length; term++) {
      const index = indices[term]!;
      if (this.#variables[index] === undefined) {
        throw new RangeError(`${what()}: there is no variable ${index} among ${this.#variables.length}`);
      }
      const coefficient = coefficients[term]!;
      // Written out, since a message for each of a million coefficients would cost more than the model.
      if (!(Math.abs(coefficient) < largestCoefficient)) checkNumber(coefficient, `coefficient in ${what()}`);
    }
    this.#constraintNames.add(name, row);

    const start = this.#indices.length;
    for (let term = 0; term < indices.length; term++) {
      const index = indices[term]!;
      const coefficient = coefficients[term]!;
      if (coefficient === 0) continue;
      const place = this.#place[index]!;
      if (place >= start) this.#coefficients[place]! += coefficient;
      else {
        this.#place[index] = this.#indices.length;
        this.#indices.push(index);
        this.#coefficients.push(coefficient);
      }
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(least - constant);
    this.#rowUpper.push(most - constant);
    return row;
  }

  #setObjective(sense: Objective["sense"], operand: Operand): void {
    const expression = sum([operand]);
    checkNumber(expression.constant, "constant of the objective");
    for (const { variable, coefficient } of expression.terms) {
      this.#checkOwn(variable);
      checkNumber(coefficient, "coefficient of the objective");
    }
    this.#objective = { sense, expression };
  }

  #checkOwn(variable: Variable): void {
    if (this.#variables[variable.index] !== variable) {
      throw new RangeError(`variable ${variable.index} is not of this model, which has ${this.#variables.length}`);
    }
  }
}

/** The names of one kind of thing: each once, and none needed. */
class Names {
  readonly #kind: string;
  readonly #taken = new Set<string>();
  readonly #names: (string | undefined)[] = [];

  constructor(kind: string) {
    this.#kind = kind;
  }

  add(name: string | undefined, index: number): void {
    if (name === undefined) return;
    if (name === "") throw new RangeError(`a ${this.#kind} cannot have an empty name; leave it out instead`);
    if (this.#taken.has(name)) throw new RangeError(`there is a ${this.#kind} "${name}" already`);
    this.#taken.add(name);
    this.#names[index] = name;
  }

  list(): (string | undefined)[] {
    return [...this.#names];
  }
}

function checkNumber(value: number, what: string): void {
  if (!(Math.abs(value) < largestCoefficient)) {
    throw new RangeError(`the ${what} must be a finite number below 1e15 in size, got ${value}`);
  }
}

/** Writes its subject only when it has something to say. */
function checkRange(lower: number, upper: number, what: () => string): void {
  if (!(lower <= upper) || lower === Infinity || upper === -Infinity) {
    throw new RangeError(`${what()} needs a lower bound that is no greater than the upper, got ${lower} to ${upper}`);
  }
  if ((lower !== -Infinity && lower <= -largestBound) || (upper !== Infinity && upper >= largestBound)) {
    throw new RangeError(`${what()} has a bound of 1e20 or more, which means none: got ${lower} to ${upper}`);
  }
}
