import { longRunShares } from "./birth-death.ts";
import { requirePositive, requireWhole } from "./checks.ts";
import type { MMc } from "./erlang-c.ts";
import { meansFromWait, type QueueMeans } from "./little.ts";

/** An M/M/c queue whose patients give up after an exponential patience: M/M/c+M, the model of a telephone. */
export interface ImpatientQueue extends MMc {
  /** 1 / expected patience. */
  readonly abandonmentRate: number;
}

/** The steady state of an M/M/c+M queue. Wait and sojourn are those of all arrivals, whether served or not. */
export interface ImpatientQueueMeans extends QueueMeans {
  /** Probability that an arrival finds all servers busy. */
  readonly waitingProbability: number;
  /** Probability that an arrival gives up before being served. */
  readonly abandonmentProbability: number;
  readonly utilisation: number;
}

/**
 * How many callers wait, and how many give up, when patience is exponential (Erlang's A formula).
 *
 * Has a steady state under any load.
 *
 * @throws {RangeError} when a rate is not positive, or the number of servers not a whole number from 1
 * @example
 * const phones = erlangA({ arrivalRate: 10, serviceRate: 1, servers: 10, abandonmentRate: 1 });
 * phones.waitingProbability // 0.542070…
 * phones.abandonmentProbability // 0.125110…
 * @see Mandelbaum & Zeltyn (2007), Service engineering in action: the Palm/Erlang-A queue, with applications to call
 * centers, in Advances in Services Innovations
 */
export function erlangA({ arrivalRate, serviceRate, servers, abandonmentRate }: ImpatientQueue): ImpatientQueueMeans {
  requirePositive(arrivalRate, "an arrival rate");
  requirePositive(serviceRate, "a service rate");
  requireWhole(servers, "a number of servers", 1);
  requirePositive(abandonmentRate, "an abandonment rate (without impatience, use erlangC)");
  const excess = arrivalRate - servers * serviceRate;
  const { first, shares } = longRunShares({
    rise: () => arrivalRate,
    fall: (n) => Math.min(n, servers) * serviceRate + Math.max(0, n - servers) * abandonmentRate,
    mode: excess < 0 ? Math.floor(arrivalRate / serviceRate) : servers + Math.floor(excess / abandonmentRate),
  });
  const expectation = (of: (n: number) => number) =>
    shares.reduce((sum, share, index) => sum + share * of(first + index), 0);
  const waiting = expectation((n) => Math.max(0, n - servers));
  const busy = expectation((n) => Math.min(n, servers));
  const wait = waiting / arrivalRate;
  return {
    waitingProbability: expectation((n) => (n >= servers ? 1 : 0)),
    abandonmentProbability: abandonmentRate * wait,
    utilisation: busy / servers,
    ...meansFromWait({ arrivalRate, wait, service: busy / arrivalRate }),
  };
}
