import { longRunShares } from "./birth-death.ts";
import { requirePositive, requireWhole } from "./checks.ts";
import type { MMc } from "./erlang-c.ts";
import { expectedTime, type QueueMeans } from "./little.ts";

/** An M/M/c queue with a limited number of places: M/M/c/K. */
export interface FiniteQueue extends MMc {
  /** Most patients present at once, in queue and service together; at least the number of servers. */
  readonly places: number;
}

/** The steady state of an M/M/c/K queue. Wait and sojourn are those of the patients who enter. */
export interface FiniteQueueMeans extends QueueMeans {
  /** Probability of 0, 1, … `places` patients present. */
  readonly shares: readonly number[];
  /** Probability that an arrival finds all places taken, and is turned away. */
  readonly blocked: number;
  /** Rate of those who enter. */
  readonly throughput: number;
  readonly utilisation: number;
}

/**
 * How many are present in an M/M/c/K queue, how many are turned away, and how long the others wait.
 *
 * Has a steady state under any load.
 *
 * @throws {RangeError} when a rate is not positive, or servers and places are not whole numbers with
 * 1 ≤ servers ≤ places
 * @example
 * const queue = finiteQueue({ arrivalRate: 3, serviceRate: 4, servers: 2, places: 3 });
 * queue.blocked // 0.049360…
 * queue.present // 0.762340…
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.4
 */
export function finiteQueue({ arrivalRate, serviceRate, servers, places }: FiniteQueue): FiniteQueueMeans {
  requirePositive(arrivalRate, "an arrival rate");
  requirePositive(serviceRate, "a service rate");
  requireWhole(servers, "a number of servers", 1);
  requireWhole(places, "a number of places", servers);
  const load = arrivalRate / serviceRate;
  const found = longRunShares({
    rise: () => arrivalRate,
    fall: (n) => Math.min(n, servers) * serviceRate,
    mode: load < servers ? Math.floor(load) : places,
    last: places,
  });
  const shares = Array.from({ length: places + 1 }, (_, n) => found.shares[n - found.first] ?? 0);
  const present = expectation(shares, (n) => n);
  const waiting = expectation(shares, (n) => Math.max(0, n - servers));
  const busy = expectation(shares, (n) => Math.min(n, servers));
  // What leaves is what came in, and keeps its digits when nearly everybody is turned away.
  const throughput = busy * serviceRate;
  return {
    shares,
    blocked: shares[places]!,
    throughput,
    utilisation: busy / servers,
    wait: expectedTime({ arrivalRate: throughput, present: waiting }),
    sojourn: expectedTime({ arrivalRate: throughput, present }),
    waiting,
    present,
  };
}

function expectation(shares: readonly number[], of: (n: number) => number): number {
  return shares.reduce((sum, share, n) => sum + share * of(n), 0);
}
