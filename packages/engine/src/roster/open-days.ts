/**
 * Which days of a roster a search may change.
 *
 * @module
 */

/** The days from `from` to before `to`, but for those between that are closed. */
export interface OpenDays {
  readonly from: number;
  readonly to: number;
  /** For each day of the horizon whether it stays as it is (1) or not (0); absent when all days between are open. */
  readonly closed?: Uint8Array;
}

/** Whether a day may change. */
export function isOpen({ from, to, closed }: OpenDays, day: number): boolean {
  return day >= from && day < to && closed?.[day] !== 1;
}

/** How many days may change. */
export function countOpen(days: OpenDays): number {
  let count = 0;
  for (let day = days.from; day < days.to; day++) if (isOpen(days, day)) count++;
  return count;
}
