import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingProbability } from "./erlang-b.ts";
import {
  erlangC,
  type MMc,
  sojournQuantile,
  sojournTail,
  waitingProbability,
  waitQuantile,
  waitTail,
} from "./erlang-c.ts";

const one: MMc = { arrivalRate: 0.9, serviceRate: 1, servers: 1 };
const four: MMc = { arrivalRate: 3.6, serviceRate: 1, servers: 4 };

const queue = fc
  .record({
    servers: fc.integer({ min: 1, max: 60 }),
    serviceRate: fc.double({ min: 0.01, max: 20, noNaN: true }),
    utilisation: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  })
  .map(({ servers, serviceRate, utilisation }) => ({
    servers,
    serviceRate,
    arrivalRate: utilisation * servers * serviceRate,
  }));

describe("an M/M/1 queue under a load of 0.9", () => {
  it("has the known wait, time in the system and length", () => {
    const { wait, sojourn, waiting, present, utilisation } = erlangC(one);
    expect([wait, sojourn, waiting, present, utilisation].map((value) => value.toFixed(6))).toEqual([
      "9.000000",
      "10.000000",
      "8.100000",
      "9.000000",
      "0.900000",
    ]);
  });

  it("has the known tail and percentile", () => {
    expect(waitTail(one, 10).toFixed(6)).toBe("0.331091");
    expect(sojournQuantile(one, 0.95).toFixed(4)).toBe("29.9573");
  });
});

describe("an M/M/4 queue under a load of 3.6", () => {
  it("has the known probability of waiting, wait, length and tail", () => {
    const { waitingProbability: probability, wait, waiting } = erlangC(four);
    expect([probability, wait, waiting, waitTail(four, 2)].map((value) => value.toFixed(6))).toEqual([
      "0.787753",
      "1.969383",
      "7.089779",
      "0.353960",
    ]);
  });
});

describe("the nurse clinic", () => {
  const clinic = (servers: number, gap: number): MMc => ({ servers, arrivalRate: 1 / gap, serviceRate: 1 / 10 });

  it("makes 13 in 100 patients wait, half a minute on average", () => {
    const { waitingProbability: probability, wait, utilisation } = erlangC(clinic(5, 4));
    expect(probability.toFixed(5)).toBe("0.13037");
    expect(wait.toFixed(5)).toBe("0.52149");
    expect(utilisation).toBeCloseTo(0.5, 12);
  });

  it.each([
    [4, 4, "2.13238"],
    [6, 3, "0.55581"],
    [7, 3, "0.16708"],
    [6, 4, "0.13556"],
    [7, 4, "0.03432"],
    [4, 3, "9.86582"],
    [5, 3, "1.96002"],
  ])("has with %d nurses and a patient every %d minutes a wait of %s", (servers, gap, expected) => {
    expect(erlangC(clinic(servers, gap)).wait.toFixed(5)).toBe(expected);
  });
});

describe("Erlang's C formula", () => {
  it("is the tail of a sum over the number present", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const load = queue.arrivalRate / queue.serviceRate;
        let [term, below] = [1, 0];
        for (let n = 0; n < queue.servers; n++) {
          below += term;
          term *= load / (n + 1);
        }
        const all = term / (1 - load / queue.servers);
        expect(Math.abs(waitingProbability(queue) / (all / (below + all)) - 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it("lies between Erlang's B formula and one", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const waits = waitingProbability(queue);
        const load = queue.arrivalRate / queue.serviceRate;
        expect(waits).toBeGreaterThanOrEqual(blockingProbability({ load, servers: queue.servers }));
        expect(waits).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("makes fewer wait with another server, and more under more load", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const { wait } = erlangC(queue);
        expect(erlangC({ ...queue, servers: queue.servers + 1 }).wait).toBeLessThan(wait);
        expect(erlangC({ ...queue, arrivalRate: queue.arrivalRate * 1.005 }).wait).toBeGreaterThan(wait);
      }),
    );
  });

  it("keeps Little's law, and doubles all waits when all times double", () => {
    fc.assert(
      fc.property(queue, (queue) => {
        const { wait, sojourn, waiting, present } = erlangC(queue);
        expect(Math.abs(waiting / (queue.arrivalRate * wait) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(present / (queue.arrivalRate * sojourn) - 1)).toBeLessThan(1e-12);
        // Present are those who wait and the busy servers.
        expect(Math.abs(present / (waiting + queue.arrivalRate / queue.serviceRate) - 1)).toBeLessThan(1e-12);
        const slower = { ...queue, arrivalRate: queue.arrivalRate / 2, serviceRate: queue.serviceRate / 2 };
        expect(erlangC(slower).wait).toBe(2 * wait);
      }),
    );
  });

  it("keeps its digits for many servers and near saturation", () => {
    const large = { arrivalRate: 99_000, serviceRate: 1, servers: 100_000 };
    expect(waitingProbability(large)).toBeGreaterThan(0);
    expect(waitingProbability(large)).toBeLessThan(0.01);
    const servers = 3;
    const nearly = { arrivalRate: servers * (1 - 1e-12), serviceRate: 1, servers };
    expect(Math.abs(waitingProbability(nearly) - 1)).toBeLessThan(1e-11);
  });

  it("refuses a queue that only grows, and numbers that make no queue", () => {
    expect(() => waitingProbability({ arrivalRate: 2, serviceRate: 1, servers: 2 })).toThrow(
      new RangeError("no steady state: a load of 2 erlangs needs more than 2 servers"),
    );
    expect(() => erlangC({ ...one, arrivalRate: 0 })).toThrow("an arrival rate must be positive and finite, got 0");
    expect(() => erlangC({ ...one, serviceRate: NaN })).toThrow("a service rate must be positive and finite, got NaN");
    expect(() => sojournQuantile({ ...one, serviceRate: 0 }, 0.5)).toThrow("a service rate must be positive");
    expect(() => erlangC({ ...one, servers: 0 })).toThrow("a number of servers must be a whole number from 1, got 0");
    expect(() => waitTail(one, -1)).toThrow("minutes must be zero or more and finite, got -1");
    expect(() => sojournTail(one, NaN)).toThrow(RangeError);
    expect(() => waitQuantile(one, 1)).toThrow("a probability must be at least 0 and below 1, got 1");
    expect(() => sojournQuantile(one, -0.1)).toThrow(RangeError);
  });
});

describe("the distribution of waits and times in the system", () => {
  const share = fc.double({ min: 0, max: 0.9999, noNaN: true });

  it("has quantiles that are the inverse of its tails", () => {
    fc.assert(
      fc.property(queue, share, (queue, p) => {
        const wait = waitQuantile(queue, p);
        if (wait > 0) expect(waitTail(queue, wait)).toBeCloseTo(1 - p, 10);
        else expect(1 - waitingProbability(queue)).toBeGreaterThanOrEqual(p - 1e-12);
        expect(sojournTail(queue, sojournQuantile(queue, p))).toBeCloseTo(1 - p, 10);
      }),
    );
  });

  it("begins with everybody still there, and only falls", () => {
    fc.assert(
      fc.property(queue, fc.double({ min: 0, max: 100, noNaN: true }), (queue, minutes) => {
        expect(waitTail(queue, 0)).toBe(waitingProbability(queue));
        expect(sojournTail(queue, 0)).toBe(1);
        expect(sojournTail(queue, minutes)).toBeGreaterThanOrEqual(waitTail(queue, minutes));
        // But for rounding of the last digit.
        expect(sojournTail(queue, minutes * 1.01)).toBeLessThanOrEqual(sojournTail(queue, minutes) + 1e-15);
      }),
    );
  });

  it("has the known means as its integrals", () => {
    for (const queue of [one, four, { arrivalRate: 0.6, serviceRate: 0.4, servers: 3 }]) {
      expect(integral((minutes) => sojournTail(queue, minutes))).toBeCloseTo(erlangC(queue).sojourn, 4);
      expect(integral((minutes) => waitTail(queue, minutes))).toBeCloseTo(erlangC(queue).wait, 4);
    }
  });

  it("is not undone by a spare rate equal or nearly equal to the service rate", () => {
    // Two servers with one arrival for each service: the textbook's formula is 0/0.
    const tail = (arrivalRate: number) => sojournTail({ arrivalRate, serviceRate: 1, servers: 2 }, 3);
    const waits = waitingProbability({ arrivalRate: 1, serviceRate: 1, servers: 2 });
    expect(tail(1)).toBeCloseTo(Math.exp(-3) * (1 + 3 * waits), 14);
    expect(tail(1 + 1e-9)).toBeCloseTo(tail(1), 8);
    expect(tail(1 - 1e-9)).toBeCloseTo(tail(1), 8);
    expect(sojournTail(one, 1e5)).toBe(0);
  });
});

/** By the trapezoidal rule over 300 minutes. */
function integral(tail: (minutes: number) => number): number {
  const step = 0.01;
  let sum = tail(0) / 2;
  for (let index = 1; index < 30_000; index++) sum += tail(index * step);
  return sum * step;
}
