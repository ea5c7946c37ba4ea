import { requireNotNegative, requireWhole } from "./checks.ts";

/** Servers without a queue: who finds them all busy is turned away. */
export interface LossSystem {
  /** Offered load in erlangs: arrival rate times expected service time. */
  readonly load: number;
  readonly servers: number;
}

/**
 * Probability that an arrival finds all servers busy and is turned away (Erlang's B formula).
 *
 * Arrivals are Poisson; the service time may have any distribution. The recursion over servers stays within
 * [0, 1] at every step, so thousands of servers cause no overflow.
 *
 * @throws {RangeError} when the load is negative, or the number of servers not a whole number from 0
 * @example
 * blockingProbability({ load: 1, servers: 2 }) // 0.2
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.5
 */
export function blockingProbability({ load, servers }: LossSystem): number {
  requireNotNegative(load, "a load");
  requireWhole(servers, "a number of servers", 0);
  let blocked = 1;
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked);
  return blocked;
}
