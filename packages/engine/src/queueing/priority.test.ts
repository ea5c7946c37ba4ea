import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangC } from "./erlang-c.ts";
import { nonPreemptivePriority, type PriorityClass, preemptivePriority } from "./priority.ts";

const urgent = { arrivalRate: 0.2, serviceRate: 1 };
const routine = { arrivalRate: 0.6, serviceRate: 1 };

/** Classes that together load one server to less than 0.95. */
const classes = fc
  .tuple(
    fc.array(fc.record({ share: fc.double({ min: 0.1, max: 1, noNaN: true }), serviceRate: rate() }), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  )
  .map(([classes, utilisation]): PriorityClass[] => {
    const shares = classes.reduce((sum, { share }) => sum + share, 0);
    return classes.map(({ share, serviceRate }) => ({
      arrivalRate: (utilisation * share * serviceRate) / shares,
      serviceRate,
    }));
  });

describe("urgent patients before routine ones", () => {
  it("spend 2 minutes, and 6, when nobody is interrupted", () => {
    const sojourns = nonPreemptivePriority({ classes: [urgent, routine] }).map(({ sojourn }) => sojourn.toFixed(6));
    expect(sojourns).toEqual(["2.000000", "6.000000"]);
  });

  it("spend 1.25 minutes, and 6.25, when they interrupt", () => {
    const sojourns = preemptivePriority([urgent, routine]).map(({ sojourn }) => sojourn.toFixed(6));
    expect(sojourns).toEqual(["1.250000", "6.250000"]);
  });

  it("wait as known before three servers", () => {
    const classes = [
      { arrivalRate: 1, serviceRate: 1 },
      { arrivalRate: 1.4, serviceRate: 1 },
    ];
    const waits = nonPreemptivePriority({ classes, servers: 3 }).map(({ wait }) => wait.toFixed(6));
    expect(waits).toEqual(["0.323596", "1.617978"]);
  });
});

describe("priorities", () => {
  it("do not change the work that waits, when nobody is interrupted (the conservation law)", () => {
    fc.assert(
      fc.property(classes, (classes) => {
        const work = (order: readonly PriorityClass[]) =>
          nonPreemptivePriority({ classes: order }).reduce(
            (sum, { waiting }, n) => sum + waiting / order[n]!.serviceRate,
            0,
          );
        expect(Math.abs(work([...classes].reverse()) / work(classes) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it("do not change the number present, interrupting or not, when services are alike", () => {
    fc.assert(
      fc.property(classes, (classes) => {
        const alike = classes.map(({ arrivalRate, serviceRate }) => ({
          arrivalRate: arrivalRate / serviceRate,
          serviceRate: 1,
        }));
        const arrivalRate = alike.reduce((sum, each) => sum + each.arrivalRate, 0);
        const expected = erlangC({ arrivalRate, serviceRate: 1, servers: 1 }).present;
        for (const means of [nonPreemptivePriority({ classes: alike }), preemptivePriority(alike)]) {
          expect(Math.abs(means.reduce((sum, { present }) => sum + present, 0) / expected - 1)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("do not change the mean number who wait before several servers", () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 2, max: 12 }), (classes, servers) => {
        const alike = classes.map(({ arrivalRate, serviceRate }) => ({
          arrivalRate: (servers * arrivalRate) / serviceRate,
          serviceRate: 1,
        }));
        const arrivalRate = alike.reduce((sum, each) => sum + each.arrivalRate, 0);
        const waiting = nonPreemptivePriority({ classes: alike, servers }).reduce((sum, each) => sum + each.waiting, 0);
        expect(Math.abs(waiting / erlangC({ arrivalRate, serviceRate: 1, servers }).waiting - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it("let the more urgent wait less; those who interrupt do not notice the others", () => {
    fc.assert(
      fc.property(classes, (classes) => {
        const waits = nonPreemptivePriority({ classes }).map(({ wait }) => wait);
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
        expect(preemptivePriority(classes).slice(0, 1)).toEqual(preemptivePriority(classes.slice(0, 1)));
      }),
    );
  });

  it("keep Little's law", () => {
    fc.assert(
      fc.property(classes, (classes) => {
        for (const means of [nonPreemptivePriority({ classes }), preemptivePriority(classes)]) {
          means.forEach(({ wait, sojourn, waiting, present }, n) => {
            const { arrivalRate, serviceRate } = classes[n]!;
            expect(waiting).toBeCloseTo(arrivalRate * wait, 10);
            expect(present).toBeCloseTo(arrivalRate * sojourn, 10);
            expect(sojourn).toBeCloseTo(wait + 1 / serviceRate, 10);
          });
        }
      }),
    );
  });

  it("refuse a queue that only grows, no classes, and servers that differ by class", () => {
    expect(() => preemptivePriority([urgent, { ...routine, arrivalRate: 0.8 }])).toThrow("no steady state");
    expect(() => nonPreemptivePriority({ classes: [] })).toThrow("a queue with priorities needs at least one class");
    expect(() => nonPreemptivePriority({ classes: [urgent, { ...routine, serviceRate: 2 }], servers: 2 })).toThrow(
      "all classes must have the same service rate, got 1 and 2",
    );
    expect(() => nonPreemptivePriority({ classes: [urgent], servers: 0 })).toThrow(RangeError);
    expect(() => preemptivePriority([{ arrivalRate: 0, serviceRate: 1 }])).toThrow("an arrival rate must be positive");
  });
});

function rate() {
  return fc.double({ min: 0.05, max: 20, noNaN: true });
}
