import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangA } from "./erlang-a.ts";
import { erlangC } from "./erlang-c.ts";

const queue = fc.record({
  arrivalRate: fc.double({ min: 0.05, max: 40, noNaN: true }),
  serviceRate: fc.double({ min: 0.05, max: 5, noNaN: true }),
  servers: fc.integer({ min: 1, max: 20 }),
  abandonmentRate: fc.double({ min: 0.01, max: 5, noNaN: true }),
});

describe("Erlang's A formula", () => {
  it("gives the known case of ten servers under ten erlangs", () => {
    const { waitingProbability, abandonmentProbability, wait } = erlangA({
      arrivalRate: 10,
      serviceRate: 1,
      servers: 10,
      abandonmentRate: 1,
    });
    expect([waitingProbability, abandonmentProbability, wait].map((value) => value.toFixed(6))).toEqual([
      "0.542070",
      "0.125110",
      "0.125110",
    ]);
  });

  it("agrees with the sum over all numbers present, taken from the empty system upwards", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const { arrivalRate, serviceRate, servers, abandonmentRate } = queue;
        let [weight, total, waits, waiting] = [1, 0, 0, 0];
        for (let n = 0; n < 6000; n++) {
          total += weight;
          if (n >= servers) waits += weight;
          waiting += weight * Math.max(0, n - servers);
          weight *=
            arrivalRate / (Math.min(n + 1, servers) * serviceRate + Math.max(0, n + 1 - servers) * abandonmentRate);
          if (weight > 1e250)
            [weight, total, waits, waiting] = [weight, total, waits, waiting].map((x) => x * 1e-250) as [
              number,
              number,
              number,
              number,
            ];
        }
        const found = erlangA(queue);
        expect(found.waitingProbability).toBeCloseTo(waits / total, 9);
        expect(Math.abs(found.waiting / (waiting / total) - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  it("lets everybody either be served or give up", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const { abandonmentProbability, utilisation, waiting, wait, present, sojourn } = erlangA(queue);
        const served = (utilisation * queue.servers * queue.serviceRate) / queue.arrivalRate;
        expect(served + abandonmentProbability).toBeCloseTo(1, 9);
        expect(Math.abs(waiting / (queue.arrivalRate * wait) - 1)).toBeLessThan(1e-12);
        expect(present).toBeCloseTo(waiting + utilisation * queue.servers, 8);
        expect(present).toBeCloseTo(queue.arrivalRate * sojourn, 8);
      }),
    );
  });

  it("becomes Erlang's C formula as patience becomes endless", () => {
    const queue = { arrivalRate: 3.6, serviceRate: 1, servers: 4 };
    const patient = erlangA({ ...queue, abandonmentRate: 1e-9 });
    expect(patient.waitingProbability).toBeCloseTo(erlangC(queue).waitingProbability, 6);
    expect(patient.wait).toBeCloseTo(erlangC(queue).wait, 6);
  });

  it("loses more under more load, and fewer with another server", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const lost = erlangA(queue).abandonmentProbability;
        const more = { ...queue, arrivalRate: queue.arrivalRate * 1.1 };
        expect(erlangA(more).abandonmentProbability).toBeGreaterThan(lost);
        expect(erlangA({ ...queue, servers: queue.servers + 1 }).abandonmentProbability).toBeLessThan(lost);
      }),
    );
  });

  it("overflows under no load", () => {
    const flooded = erlangA({ arrivalRate: 1e5, serviceRate: 1, servers: 10, abandonmentRate: 0.1 });
    expect(flooded.abandonmentProbability).toBeCloseTo(1 - 1e-4, 9);
    expect(flooded.waiting).toBeCloseTo((1e5 - 10) / 0.1, 2);
  });

  it("refuses endless patience, and says what to use instead", () => {
    const queue = { arrivalRate: 1, serviceRate: 1, servers: 2 };
    expect(() => erlangA({ ...queue, abandonmentRate: 0 })).toThrow(
      "an abandonment rate (without impatience, use erlangC) must be positive and finite, got 0",
    );
    expect(() => erlangA({ ...queue, servers: 0.5, abandonmentRate: 1 })).toThrow(RangeError);
  });
});

describe("the phones of a practice with four physicians", () => {
  // 212 calls in 8.5 hours, 4.5 minutes each; patience 3 minutes; at the peak 1.8 times the mean rate.
  const mean = 212 / (8.5 * 60);
  const peak = 1.8 * mean;
  const lost = (arrivalRate: number, servers: number) =>
    erlangA({ arrivalRate, serviceRate: 1 / 4.5, servers, abandonmentRate: 1 / 3 }).abandonmentProbability;

  it("carry 1.9 erlangs, and 3.4 at the peak", () => {
    expect((mean * 4.5).toFixed(1)).toBe("1.9");
    expect((peak * 4.5).toFixed(1)).toBe("3.4");
  });

  it("lose with three agents 11 per cent on average, and 29 at the peak", () => {
    expect((100 * lost(mean, 3)).toFixed(0)).toBe("11");
    expect((100 * lost(peak, 3)).toFixed(0)).toBe("29");
  });

  it("need four agents off the peak to lose fewer than five per cent, and more than five at the peak", () => {
    expect(lost(mean, 3)).toBeGreaterThan(0.05);
    expect(lost(mean, 4)).toBeLessThan(0.05);
    expect(lost(peak, 5)).toBeGreaterThan(0.05);
  });
});
