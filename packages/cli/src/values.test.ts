import { expect, it } from "vitest";
import { valuesOf } from "./values.ts";

it("reads a list of values", () => {
  expect(valuesOf("staff.physician.count=2,3, 4")).toEqual({ path: "staff.physician.count", values: ["2", "3", "4"] });
});

it("reads a range, both ends included", () => {
  expect(valuesOf("rooms.exam room.count=1..5").values).toEqual(["1", "2", "3", "4", "5"]);
  expect(valuesOf("rooms.exam room.count=7..7").values).toEqual(["7"]);
});

it("leaves commas within a value alone", () => {
  const list = '{ gamma: { mean: 4 min, shape: 2 } }, { empirical: { values: [1 min, 2 min] } },"a, b"';
  expect(valuesOf(`takes=${list}`).values).toEqual([
    "{ gamma: { mean: 4 min, shape: 2 } }",
    "{ empirical: { values: [1 min, 2 min] } }",
    '"a, b"',
  ]);
});

it("finds the path of a name that is quoted", () => {
  expect(valuesOf('staff."a=b".count=1,2').path).toBe('staff."a=b".count');
});

it.each(["staff.physician.count", "=2,3", "staff.physician.count="])("asks for a path and values: %s", (text) => {
  expect(() => valuesOf(text)).toThrow(/takes a path, = and values, as in staff\.physician\.count=2,3,4; got/);
});

it.each([
  ["a.b=5..1", /must rise/],
  ["a.b=1..1000000000", /at most 1000 values/],
  ["a.b=1,,2", /empty value/],
])("refuses %s", (text, message) => {
  expect(() => valuesOf(text)).toThrow(message);
});
