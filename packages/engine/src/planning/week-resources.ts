/**
 * Reads the rooms and assistants of a week file, and the parts of days in which sessions share them.
 *
 * @module
 */

import { money, share } from "../scenario/units.ts";
import type { WeekPeriod, WeekResource, WeekSession } from "../template/week-problem.ts";
import { weekdayNames } from "../time-of-day.ts";
import type { HeldSession } from "./week-providers.ts";
import { onDay, type WeekReading, weekdaysOn } from "./week-reading.ts";
import type { WeekResourceDocument } from "./week-schema.ts";

/** A period, with the kinds of sessions in it. */
export type KindPeriod = WeekPeriod & { readonly kinds: ReadonlySet<string> };

/** The periods of a week: on each day, sessions that overlap share one. */
export function readPeriods(sessions: readonly HeldSession[]): {
  readonly periods: readonly KindPeriod[];
  readonly sessions: readonly WeekSession[];
} {
  const order = [...sessions.entries()].sort(
    ([i, a], [j, b]) => a.weekday - b.weekday || a.from - b.from || b.to - a.to || i - j,
  );
  const periods: { name: string; weekday: number; from: number; to: number; kinds: Set<string> }[] = [];
  const placeOf: number[] = [];
  for (const [index, { weekday, from, to, kind }] of order) {
    let last = periods.at(-1);
    if (last === undefined || last.weekday !== weekday || last.to <= from) {
      last = { name: `${weekdayNames[weekday]} ${kind}`, weekday, from, to, kinds: new Set() };
      periods.push(last);
    }
    last.to = Math.max(last.to, to);
    last.kinds.add(kind);
    placeOf[index] = periods.length - 1;
  }
  return { periods, sessions: sessions.map((session, index) => ({ ...session, period: placeOf[index]! })) };
}

/** Share of the time of rooms and assistants that can be planned, when nobody says otherwise. */
const USUAL_USE = "85 %";

/** Reads rooms and assistants. */
export function readResources(periods: readonly KindPeriod[], reading: WeekReading): WeekResource[] {
  const { rooms = {}, assistants = {} } = reading.document;
  for (const name of Object.keys(assistants)) {
    if (!Object.hasOwn(rooms, name)) continue;
    const message = `“${name}” is the name of rooms already`;
    reading.complain(["assistants", name], "name-taken", message, "call these people otherwise");
  }
  return (["rooms", "assistants"] as const).flatMap((section) =>
    Object.entries(reading.document[section] ?? {}).map(([name, document]) => {
      const counts = periods.map((period) => countIn(document, period));
      for (const [index, { session }] of (document.except ?? []).entries()) {
        reading.sessionsNamed(session, [section, name, "except", index, "session"]);
      }
      const use = share(document.use ?? USUAL_USE);
      if (use > 1) {
        const message = `no more than all of the time can be planned, and ${document.use} is more`;
        reading.complain([section, name, "use"], "too-large", message, "write 100 % or less");
      }
      return {
        name,
        minutes: periods.map(({ from, to }, index) => counts[index]! * (to - from) * use),
        ...(document.over === undefined ? {} : { pricePerMinute: money(document.over) / 60 }),
      };
    }),
  );
}

function countIn({ count, except = [] }: WeekResourceDocument, { weekday, kinds }: KindPeriod): number {
  const usual = onDay<number>(count, weekday) ?? 0;
  const own = except.filter(
    ({ on, session }) => weekdaysOn(on).includes(weekday) && [session].flat().some((name) => kinds.has(name)),
  );
  return own.at(-1)?.count ?? usual;
}
