import { requirePositive, requireSteadyState, requireWhole } from "./checks.ts";
import { waitingProbability } from "./erlang-c.ts";
import { meansFromWait, type QueueMeans } from "./little.ts";

/** One class of patients: Poisson arrivals, exponential service times. Rates are per minute. */
export interface PriorityClass {
  readonly arrivalRate: number;
  readonly serviceRate: number;
}

/** Classes in the order in which they are served, the most urgent first. */
export interface PriorityQueue {
  readonly classes: readonly PriorityClass[];
  /** 1 unless given. Several servers need the same service rate in all classes. */
  readonly servers?: number;
}

/**
 * Means of each class of an M/M/c queue with priorities, in which nobody is interrupted (Cobham's formula).
 *
 * Within a class, first come first served.
 *
 * @throws {RangeError} when there is no class, a rate is not positive, several servers meet classes with different
 * service rates, or there is no steady state
 * @example
 * const urgent = { arrivalRate: 0.2, serviceRate: 1 };
 * const routine = { arrivalRate: 0.6, serviceRate: 1 };
 * nonPreemptivePriority({ classes: [urgent, routine] }).map(({ wait }) => Math.round(wait)) // [1, 5]
 * @see Cobham (1954), Priority assignment in waiting line problems, Journal of the Operations Research Society of
 * America 2(1)
 */
export function nonPreemptivePriority({ classes, servers = 1 }: PriorityQueue): QueueMeans[] {
  requireWhole(servers, "a number of servers", 1);
  const loads = loadsUpTo(classes, servers);
  const rest = restOfService(classes, servers);
  return classes.map(({ arrivalRate, serviceRate }, index) => {
    const wait = rest / ((1 - loads[index]! / servers) * (1 - loads[index + 1]! / servers));
    return meansFromWait({ arrivalRate, wait, service: 1 / serviceRate });
  });
}

/**
 * Means of each class of an M/M/1 queue in which a more urgent arrival interrupts, and the work goes on later from
 * where it stood (pre-emptive resume).
 *
 * The wait holds all time in the system without service, interruptions included.
 *
 * @throws {RangeError} when there is no class, a rate is not positive, or there is no steady state
 * @example
 * const urgent = { arrivalRate: 0.2, serviceRate: 1 };
 * const routine = { arrivalRate: 0.6, serviceRate: 1 };
 * preemptivePriority([urgent, routine]).map(({ sojourn }) => sojourn.toFixed(2)) // ["1.25", "6.25"]
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 3.4
 */
export function preemptivePriority(classes: readonly PriorityClass[]): QueueMeans[] {
  const loads = loadsUpTo(classes, 1);
  return classes.map(({ arrivalRate, serviceRate }, index) => {
    const [free, freeAfter] = [1 - loads[index]!, 1 - loads[index + 1]!];
    // Only one's own class and the more urgent ones are in the way.
    const rest = restOfService(classes.slice(0, index + 1), 1);
    // On the way through the service itself, others interrupt: it takes longer by 1 / free.
    const service = 1 / serviceRate;
    const sojourn = service / free + rest / (free * freeAfter);
    return meansFromWait({ arrivalRate, wait: sojourn - service, service });
  });
}

/** The load, in erlangs, of no class, of the first, of the first two, …, of all. */
function loadsUpTo(classes: readonly PriorityClass[], servers: number): number[] {
  if (classes.length === 0) throw new RangeError("a queue with priorities needs at least one class");
  const loads = [0];
  for (const { arrivalRate, serviceRate } of classes) {
    requirePositive(arrivalRate, "an arrival rate");
    requirePositive(serviceRate, "a service rate");
    loads.push(loads.at(-1)! + arrivalRate / serviceRate);
  }
  requireSteadyState(loads.at(-1)!, servers);
  return loads;
}

/** Expected minutes until a server becomes free for an arrival who is the first in the queue. */
function restOfService(classes: readonly PriorityClass[], servers: number): number {
  if (servers === 1) {
    return classes.reduce((sum, { arrivalRate, serviceRate }) => sum + arrivalRate / serviceRate ** 2, 0);
  }
  const serviceRate = classes[0]!.serviceRate;
  const other = classes.find((each) => each.serviceRate !== serviceRate);
  if (other !== undefined) {
    const rates = `${serviceRate} and ${other.serviceRate}`;
    throw new RangeError(`with several servers all classes must have the same service rate, got ${rates}`);
  }
  const arrivalRate = classes.reduce((sum, each) => sum + each.arrivalRate, 0);
  return waitingProbability({ arrivalRate, serviceRate, servers }) / (servers * serviceRate);
}
