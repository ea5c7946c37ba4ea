import { describe, expect, it } from "vitest";
import { SharedIncumbent } from "./shared-incumbent.ts";

const size = { people: 2, days: 3 };
const tours = [Int16Array.of(0, -1, 1), Int16Array.of(-1, -1, 2)];

describe("the best roster that threads share", () => {
  it("is not there before the first, and then the cheapest of all", () => {
    const shared = new SharedIncumbent(size);
    expect(shared.read()).toBeUndefined();
    shared.offer({ cost: 7, tours });
    shared.offer({ cost: 8, tours: [tours[1]!, tours[0]!] });
    expect(shared.read()).toEqual({ cost: 7, tours });
  });

  it("is the same for everybody who has the memory, and a copy for each", () => {
    const shared = new SharedIncumbent(size);
    const other = new SharedIncumbent(size, shared.memory);
    other.offer({ cost: 7, tours });
    shared.read()!.tours[0]![0] = 5;
    expect(other.read()).toEqual({ cost: 7, tours });
    shared.raiseBound(3);
    shared.raiseBound(2);
    expect(other.bound).toBe(3);
  });

  it("refuses memory of another size", () => {
    const { memory } = new SharedIncumbent(size);
    expect(() => new SharedIncumbent({ people: 3, days: 3 }, memory)).toThrow("needs 42 bytes, got 36");
  });
});
