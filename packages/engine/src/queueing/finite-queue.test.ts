import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingProbability } from "./erlang-b.ts";
import { erlangC } from "./erlang-c.ts";
import { finiteQueue } from "./finite-queue.ts";

const queue = fc
  .record({
    arrivalRate: fc.double({ min: 0.01, max: 50, noNaN: true }),
    serviceRate: fc.double({ min: 0.01, max: 5, noNaN: true }),
    servers: fc.integer({ min: 1, max: 12 }),
    chairs: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ chairs, ...queue }) => ({ ...queue, places: queue.servers + chairs }));

describe("a queue with a limited number of places", () => {
  it("is the known M/M/2/3 queue", () => {
    const { present, blocked, shares } = finiteQueue({ arrivalRate: 3, serviceRate: 4, servers: 2, places: 3 });
    expect(present.toFixed(6)).toBe("0.762340");
    expect(blocked.toFixed(6)).toBe("0.049360");
    expect(shares.map((share) => share.toFixed(6))).toEqual(["0.468007", "0.351005", "0.131627", "0.049360"]);
  });

  it("loses as many as Erlang's B formula says when nobody can wait", () => {
    fc.assert(
      fc.property(queue, ({ arrivalRate, serviceRate, servers }) => {
        const { blocked, wait } = finiteQueue({ arrivalRate, serviceRate, servers, places: servers });
        const expected = blockingProbability({ load: arrivalRate / serviceRate, servers });
        expect(Math.abs(blocked / expected - 1)).toBeLessThan(1e-11);
        expect(wait).toBe(0);
      }),
    );
  });

  it("is an M/M/c queue when places are plenty", () => {
    const queue = { arrivalRate: 3.6, serviceRate: 1, servers: 4 };
    const { blocked, wait, sojourn, waiting, present, utilisation } = finiteQueue({ ...queue, places: 1000 });
    const { waitingProbability: _, ...expected } = erlangC(queue);
    for (const [name, value] of Object.entries({ wait, sojourn, waiting, present, utilisation })) {
      expect(value).toBeCloseTo(expected[name as keyof typeof expected], 9);
    }
    expect(blocked).toBeLessThan(1e-40);
    expect(blocked).toBeGreaterThan(0);
  });

  it("lets out as many as it lets in, and keeps Little's law", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const { shares, blocked, throughput, wait, sojourn, waiting, present, utilisation } = finiteQueue(queue);
        expect(shares.length).toBe(queue.places + 1);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(Math.abs(throughput - queue.arrivalRate * (1 - blocked))).toBeLessThan(1e-12 * queue.arrivalRate);
        expect(present).toBeCloseTo(waiting + utilisation * queue.servers, 10);
        expect(present).toBeCloseTo(throughput * sojourn, 10);
        expect(Math.abs((sojourn - wait) * queue.serviceRate - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it("overflows for no number of places, and under no load", () => {
    const flooded = finiteQueue({ arrivalRate: 1e6, serviceRate: 1, servers: 10, places: 5000 });
    expect(flooded.throughput).toBeCloseTo(10, 10);
    expect(flooded.present).toBeCloseTo(5000, 4);
    const even = finiteQueue({ arrivalRate: 1, serviceRate: 1, servers: 1, places: 1999 });
    expect(even.blocked).toBeCloseTo(1 / 2000, 12);
  });

  it("refuses fewer places than servers", () => {
    expect(() => finiteQueue({ arrivalRate: 1, serviceRate: 1, servers: 3, places: 2 })).toThrow(
      "a number of places must be a whole number from 3, got 2",
    );
    expect(() => finiteQueue({ arrivalRate: -1, serviceRate: 1, servers: 3, places: 3 })).toThrow(RangeError);
  });
});
