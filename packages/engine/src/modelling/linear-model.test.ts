import { describe, expect, it } from "vitest";
import { plus, sum, times, type Variable } from "./expression.ts";
import { LinearModel } from "./linear-model.ts";
import { constraintName, objectiveAt, variableName } from "./model-data.ts";
import { largestViolation } from "./violation.ts";

describe("LinearModel", () => {
  it("becomes plain data: columns, rows, costs", () => {
    const model = new LinearModel();
    const chairs = model.addVariable({ name: "chairs", upper: 30, integer: true });
    const tables = model.addVariable();
    model.addConstraint(plus(chairs, times(2, tables)), { name: "carpentry", upper: 40 });
    model.addConstraint(sum([tables, times(-1, chairs), 3]), { lower: 1, upper: 9 });
    model.maximise(sum([times(30, chairs), times(50, tables), times(1, chairs), 7]));
    expect(model.data()).toEqual({
      variables: {
        count: 2,
        lower: Float64Array.of(0, 0),
        upper: Float64Array.of(30, Infinity),
        integer: Uint8Array.of(1, 0),
        names: ["chairs"],
      },
      constraints: {
        count: 2,
        lower: Float64Array.of(-Infinity, -2),
        upper: Float64Array.of(40, 6),
        names: ["carpentry"],
        starts: Int32Array.of(0, 2, 4),
        indices: Int32Array.of(0, 1, 1, 0),
        coefficients: Float64Array.of(1, 2, 1, -1),
      },
      objective: { sense: "maximise", constant: 7, costs: Float64Array.of(31, 50) },
    });
  });

  it("has data that later additions leave alone, and that survives being sent", () => {
    const model = new LinearModel();
    const x = model.addVariable({ name: "x" });
    model.addConstraint(x, { lower: 1 });
    const data = model.data();
    model.addConstraint(x, { upper: 2 });
    model.addVariable();
    expect(data.constraints.count).toBe(1);
    expect(data.variables.lower.length).toBe(1);
    expect(structuredClone(data)).toEqual(data);
    expect([model.variableCount, model.constraintCount]).toEqual([2, 2]);
  });

  it("adds up a variable that a constraint mentions again, and keeps others apart", () => {
    const model = new LinearModel();
    const [x, y] = [model.addVariable(), model.addVariable()];
    model.addConstraint(sum([x, y, x]), { lower: 1 });
    model.addConstraint(sum([y, times(3, x), times(0, y)]), { lower: 1 });
    const { starts, indices, coefficients } = model.data().constraints;
    expect([...starts]).toEqual([0, 2, 4]);
    expect([...indices]).toEqual([0, 1, 1, 0]);
    expect([...coefficients]).toEqual([2, 1, 1, 3]);
  });

  it("names what has no name of its own", () => {
    const model = new LinearModel();
    model.addVariable({ name: "first" });
    const second = model.addVariable();
    model.addConstraint(second, { lower: 0 });
    const data = model.data();
    expect([variableName(data, 0), variableName(data, 1), constraintName(data, 0)]).toEqual(["first", "x1", "c0"]);
  });

  const wrong: [message: string, build: (model: LinearModel, x: Variable) => void][] = [
    ['there is a variable "x" already', (model) => model.addVariable({ name: "x" })],
    ["a variable cannot have an empty name; leave it out instead", (model) => model.addVariable({ name: "" })],
    [
      'variable "y" needs a lower bound that is no greater than the upper, got 2 to 1',
      (model) => model.addVariable({ name: "y", lower: 2, upper: 1 }),
    ],
    [
      'variable "x1" needs a lower bound that is no greater than the upper, got NaN to Infinity',
      (model) => model.addVariable({ lower: NaN }),
    ],
    [
      'variable "x1" needs a lower bound that is no greater than the upper, got Infinity to Infinity',
      (model) => model.addVariable({ lower: Infinity }),
    ],
    [
      'variable "x1" has a bound of 1e20 or more, which means none: got 0 to 1e+30',
      (model) => model.addVariable({ upper: 1e30 }),
    ],
    [
      'there is a constraint "cover" already',
      (model, x) => ["cover", "cover"].map((name) => model.addConstraint(x, { name, lower: 1 })),
    ],
    ['constraint "c0" asks for nothing: it needs lower, upper or equals', (model, x) => model.addConstraint(x, {})],
    [
      'constraint "c0" has equals: 1 beside lower or upper; say one or the other',
      (model, x) => model.addConstraint(x, { equals: 1, lower: 1 }),
    ],
    [
      'constraint "c0" needs a lower bound that is no greater than the upper, got 3 to 2',
      (model, x) => model.addConstraint(x, { lower: 3, upper: 2 }),
    ],
    [
      'the coefficient in constraint "c0" must be a finite number below 1e15 in size, got NaN',
      (model, x) => model.addConstraint(times(NaN, x), { lower: 3 }),
    ],
    [
      "the constant must be a finite number below 1e15 in size, got Infinity",
      (model, x) => model.addConstraint(plus(x, Infinity), { lower: 3 }),
    ],
    [
      "the coefficient of the objective must be a finite number below 1e15 in size, got -Infinity",
      (model, x) => model.minimise(times(-Infinity, x)),
    ],
    [
      "variable 0 is not of this model, which has 1",
      (model) => model.addConstraint(new LinearModel().addVariable(), { lower: 3 }),
    ],
    ["variable 0 is not of this model, which has 1", (model) => model.maximise(new LinearModel().addVariable())],
    ['constraint "c0": there is no variable 7 among 1', (model) => model.addRow([7], [1], { lower: 1 })],
    ['constraint "c0" has 1 variables but 2 coefficients', (model) => model.addRow([0], [1, 2], { lower: 1 })],
  ];
  it.each(wrong)("throws at the door: %s", (message, build) => {
    const model = new LinearModel();
    const x = model.addVariable({ name: "x" });
    expect(() => build(model, x)).toThrow(new RangeError(message));
  });

  it("is as it was after it has thrown", () => {
    const model = new LinearModel();
    const x = model.addVariable({ name: "x" });
    const before = model.data();
    expect(() => model.addConstraint(sum([x, times(NaN, x)]), { name: "cover", lower: 1 })).toThrow(RangeError);
    expect(model.data()).toEqual(before);
    expect(model.addConstraint(x, { name: "cover", lower: 1 })).toBe(0);
  });

  it("takes 100,000 variables and 1,000,000 coefficients in seconds", () => {
    const began = performance.now();
    const model = new LinearModel();
    for (let index = 0; index < 100_000; index++) model.addVariable({ upper: 1, integer: true });
    const coefficients = Array.from({ length: 10 }, (_, at) => at + 1);
    for (let row = 0; row < 100_000; row++) {
      model.addRow(
        coefficients.map((_, at) => (row * 7 + at * 9973) % 100_000),
        coefficients,
        { lower: 1 },
      );
    }
    const data = model.data();
    expect(performance.now() - began).toBeLessThan(6000);
    expect(data.constraints.coefficients.length).toBe(1_000_000);
  });
});

describe("a solution", () => {
  const model = new LinearModel();
  const x = model.addVariable({ upper: 10, integer: true });
  const y = model.addVariable({ lower: -Infinity });
  model.addConstraint(plus(times(1000, x), y), { upper: 2000 });
  model.minimise(plus(times(3, x), 4));
  const data = model.data();

  it("is worth what its model says", () => {
    expect(objectiveAt(data, [2, 5])).toBe(10);
    expect(objectiveAt(data, [2, -Infinity])).toBe(10);
  });

  it("breaks bounds, wholeness and constraints by a distance", () => {
    expect(largestViolation(data, [2, -3])).toBe(0);
    expect(largestViolation(data, [1.75, -3])).toBe(0.25);
    expect(largestViolation(data, [-0.5, -3])).toBe(0.5);
    expect(largestViolation(data, [12, -1e5])).toBeCloseTo(1 / 6, 12);
    // 2000 + 200 is above 2000 by a tenth of its largest term.
    expect(largestViolation(data, [2, 200])).toBeCloseTo(0.1, 12);
    expect(largestViolation(data, [Number.NaN, 0])).toBe(Infinity);
  });
});
