import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangC } from "./erlang-c.ts";
import { pollaczekKhinchine } from "./pollaczek-khinchine.ts";
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
        // Without priorities all wait alike, behind services that are a mixture of the classes'.
        const arrivalRate = classes.reduce((sum, each) => sum + each.arrivalRate, 0);
        const moment = (power: number) =>
          classes.reduce((sum, each) => sum + each.arrivalRate / each.serviceRate ** power, 0) / arrivalRate;
        const [mean, square] = [moment(1), 2 * moment(2)];
        const { wait } = pollaczekKhinchine({ arrivalRate, service: { mean, sd: Math.sqrt(square - mean ** 2) } });
        const work = nonPreemptivePriority({ classes }).reduce(
          (sum, { waiting }, n) => sum + waiting / classes[n]!.serviceRate,
          0,
        );
        expect(Math.abs(work / (arrivalRate * mean * wait) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it("make no difference to a single class", () => {
    fc.assert(
      fc.property(classes, ([first]) => {
        const { wait } = erlangC({ ...first!, servers: 1 });
        for (const [means] of [nonPreemptivePriority({ classes: [first!] }), preemptivePriority([first!])]) {
          expect(Math.abs(means!.wait / wait - 1)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("that interrupt give two classes of different pace what is worked out by hand", () => {
    // Urgent: 0.1 a minute, 2 minutes each; routine: 0.3 a minute, 1 minute each. Loads 0.2 and 0.5 together.
    // Routine: 1 / 0.8 + (0.1 * 4 + 0.3 * 1) / (0.8 * 0.5) = 1.25 + 1.75; urgent: 2 / 0.8.
    const [urgent, routine] = preemptivePriority([
      { arrivalRate: 0.1, serviceRate: 0.5 },
      { arrivalRate: 0.3, serviceRate: 1 },
    ]);
    expect([urgent!.sojourn, routine!.sojourn].map((sojourn) => sojourn.toFixed(9))).toEqual([
      "2.500000000",
      "3.000000000",
    ]);
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
      fc.property(classes, fc.integer({ min: 2, max: 12 }), rate(), (classes, servers, pace) => {
        const alike = classes.map(({ arrivalRate, serviceRate }) => ({
          arrivalRate: (servers * pace * arrivalRate) / serviceRate,
          serviceRate: pace,
        }));
        const arrivalRate = alike.reduce((sum, each) => sum + each.arrivalRate, 0);
        const waiting = nonPreemptivePriority({ classes: alike, servers }).reduce((sum, each) => sum + each.waiting, 0);
        expect(Math.abs(waiting / erlangC({ arrivalRate, serviceRate: pace, servers }).waiting - 1)).toBeLessThan(1e-9);
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
