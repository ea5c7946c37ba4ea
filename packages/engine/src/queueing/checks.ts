/** Numbers that every formula of this room asks for, checked at the door. */

/** @throws {RangeError} when a number is not positive and finite */
export function requirePositive(value: number, what: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${what} must be positive and finite, got ${value}`);
}

/** @throws {RangeError} when a number is negative or not finite */
export function requireNotNegative(value: number, what: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${what} must be zero or more and finite, got ${value}`);
}

/** @throws {RangeError} when a number is not a whole number from `least` */
export function requireWhole(value: number, what: string, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${what} must be a whole number from ${least}, got ${value}`);
  }
}

/** @throws {RangeError} when a share is not at least 0 and below 1 */
export function requireShareBelowOne(value: number, what: string): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${what} must be at least 0 and below 1, got ${value}`);
}

/** @throws {RangeError} when work comes in at least as fast as the servers can do it, so that the queue grows without end */
export function requireSteadyState(load: number, servers: number): void {
  if (!(load < servers)) {
    throw new RangeError(`no steady state: a load of ${load} erlangs needs more than ${servers} servers`);
  }
}
