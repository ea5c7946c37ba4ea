/**
 * Who asks for an appointment on a day, and when.
 *
 * Everybody is known by position: the k-th of a day where a demand is given, the k-th of the panel where a panel is. So
 * more demand, or a larger panel, leaves those who asked before as they were.
 *
 * @module
 */

import { poissonTimes } from "../random/arrivals.ts";
import type { Span } from "../scenario/days.ts";
import type { RequestSource } from "../scenario/schema.ts";
import { ratePerMinute, share } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import { windowsOn } from "./arrivals.ts";
import type { Workshop } from "./workshop.ts";

/** Somebody who asks. */
export interface Asker {
  /** Minute of the run. */
  readonly time: number;
  /** By which the patient is known, with the day. */
  readonly who: number;
}

/** Gives those who ask on a day, in no order. */
export function askersOf(shop: Workshop, name: string, source: RequestSource): (day: number) => Asker[] {
  const { demand, panel } = source.requests;
  const { days, streams } = shop;
  const uniform = streams.keyedUniform(`arrivals.${name}`);
  const next = streams.keyedUniform(`arrivals.${name}.panel`);
  return (day) => {
    const windows = windowsOn(shop, source, day);
    const all = windows.reduce((sum, { from, to }) => sum + to - from, 0);
    if (all === 0) return [];
    const midnight = days.midnight(day);
    const askers =
      panel === undefined
        ? ofDemand(ratePerMinute(demand!) * DAY, windows, (k) => uniform(day, 0, k))
        : ofPanel(panel.patients, share(panel.asking), (k) => next(day, 0, k)).map((who) => {
            return { who, time: clockIn(windows, uniform(day, 0, who) * all) };
          });
    return askers.map(({ who, time }) => ({ who, time: midnight + time })).filter(({ time }) => time >= 0);
  };
}

/** So many a day on average, at any time of the windows. */
function ofDemand(demand: number, windows: readonly Span[], uniform: (k: number) => number): Asker[] {
  const all = windows.reduce((sum, { from, to }) => sum + to - from, 0);
  const profile = { breakpoints: [0, all], rates: [demand / all] };
  return poissonTimes(profile, uniform).map((into, who) => ({ who, time: clockIn(windows, into) }));
}

/**
 * The members of a panel who ask: each with the same probability, by the gaps between them, which are geometric; so a
 * large panel takes no longer than those of it who ask.
 *
 * @see Devroye (1986), Non-Uniform Random Variate Generation, section X.4.3
 */
function ofPanel(patients: number, asking: number, uniform: (k: number) => number): number[] {
  const found: number[] = [];
  if (asking <= 0) return found;
  const scale = Math.log1p(-asking);
  for (let who = -1, k = 0; ; k++) {
    who += 1 + (scale === -Infinity ? 0 : Math.floor(Math.log(uniform(k)) / scale));
    if (who >= patients) return found;
    found.push(who);
  }
}

/** Minutes after midnight, so far into the windows of a day. */
function clockIn(windows: readonly Span[], into: number): number {
  let left = into;
  for (const { from, to } of windows) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  return windows.at(-1)!.to;
}
