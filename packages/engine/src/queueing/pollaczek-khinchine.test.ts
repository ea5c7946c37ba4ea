import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangC } from "./erlang-c.ts";
import { pollaczekKhinchine } from "./pollaczek-khinchine.ts";

describe("an M/G/1 queue with 0.8 arrivals a minute and services of one minute on average", () => {
  it.each([
    ["constant", 0, "2.000000"],
    ["uniform from 0 to 2", 1 / Math.sqrt(3), "2.666667"],
    ["lognormal with cv 0.4", 0.4, "2.320000"],
    ["Erlang-2", Math.SQRT1_2, "3.000000"],
    ["exponential", 1, "4.000000"],
    ["gamma of shape 0.5", Math.SQRT2, "6.000000"],
    ["lognormal with cv 1.5", 1.5, "6.500000"],
  ])("waits as known when services are %s", (_, sd, expected) => {
    const { wait, sojourn, utilisation } = pollaczekKhinchine({ arrivalRate: 0.8, service: { mean: 1, sd } });
    expect(wait.toFixed(6)).toBe(expected);
    expect(sojourn).toBe(wait + 1);
    expect(utilisation).toBe(0.8);
  });
});

describe("Pollaczek and Khinchine's formula", () => {
  const mean = fc.double({ min: 0.01, max: 100, noNaN: true });
  const utilisation = fc.double({ min: 0.01, max: 0.99, noNaN: true });

  it("is Erlang's C formula for one server when services are exponential", () => {
    fc.assert(
      fc.property(mean, utilisation, (mean, utilisation) => {
        const arrivalRate = utilisation / mean;
        const found = pollaczekKhinchine({ arrivalRate, service: { mean, sd: mean } });
        const { waitingProbability: _, ...expected } = erlangC({ arrivalRate, serviceRate: 1 / mean, servers: 1 });
        for (const [name, value] of Object.entries(expected)) {
          expect(Math.abs(found[name as keyof typeof found] / value - 1)).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it("waits longer when services vary more, and keeps Little's law", () => {
    fc.assert(
      fc.property(mean, utilisation, fc.double({ min: 0, max: 5, noNaN: true }), (mean, utilisation, cv) => {
        const arrivalRate = utilisation / mean;
        const found = pollaczekKhinchine({ arrivalRate, service: { mean, sd: cv * mean } });
        const wilder = pollaczekKhinchine({ arrivalRate, service: { mean, sd: (cv + 0.1) * mean } });
        expect(wilder.wait).toBeGreaterThan(found.wait);
        expect(Math.abs(found.waiting / (arrivalRate * found.wait) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(found.present / (arrivalRate * found.sojourn) - 1)).toBeLessThan(1e-12);
        // Present are those who wait, and whoever is served.
        expect(Math.abs(found.present / (found.waiting + utilisation) - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("refuses a queue that only grows, and services of no length", () => {
    expect(() => pollaczekKhinchine({ arrivalRate: 0.5, service: { mean: 2, sd: 1 } })).toThrow(
      "no steady state: a load of 1 erlangs needs more than 1 servers",
    );
    expect(() => pollaczekKhinchine({ arrivalRate: 0.5, service: { mean: 0, sd: 1 } })).toThrow("a mean service time");
    expect(() => pollaczekKhinchine({ arrivalRate: 0.5, service: { mean: 1, sd: -1 } })).toThrow(
      "a standard deviation must be zero or more and finite, got -1",
    );
  });
});
