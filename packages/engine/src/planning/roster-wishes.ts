/**
 * Reads what people wish, and what is fixed for them.
 *
 * @module
 */

import type { RuleUse } from "../roster/problem.ts";
import type { Keys } from "../scenario/complaints.ts";
import { dollars } from "../scenario/units.ts";
import { dateAfter } from "../time-of-day.ts";
import { type Duties, shiftsNamed } from "./roster-duties.ts";
import type { Member } from "./roster-people.ts";
import type { RosterReading } from "./roster-reading.ts";
import type { DaysDocument } from "./roster-schema-days.ts";
import type { PinDocument, WishDocument } from "./roster-schema-people.ts";

/** Wishes, of days on which the person is there at all. */
export function wishUses(members: readonly Member[], duties: Duties, reading: RosterReading): RuleUse[] {
  return members.flatMap(({ document, keys, away }, index) =>
    (document.wishes ?? []).map((wish, number) => {
      const own = [...keys, "wishes", number];
      const days = reading.daysOn(wish.on, [...own, "on"]).filter((day) => !away.has(day) && !reading.closed.has(day));
      const parameters = { days, ...wantedBy(wish, duties, reading, own), price: dollars(wish.price) };
      return { rule: "wishes", people: [index], parameters };
    }),
  );
}

/** Pins; those of weekdays give way to holidays. */
export function pinUses(members: readonly Member[], duties: Duties, reading: RosterReading): RuleUse[] {
  return members.flatMap((member, index) =>
    (member.document.pins ?? []).map((pin, number) => {
      const own = [...member.keys, "pins", number];
      const wanted = wantedBy(pin, duties, reading, own);
      const named = reading.daysOn(pin.on, [...own, "on"]);
      const absent = named.filter((day) => member.away.has(day) || reading.closed.has(day));
      if (wanted.wanted && hasDates(pin.on) && absent.length > 0) {
        const date = dateAfter(reading.horizon.start, absent[0]!);
        const message = `on ${date} ${member.person.id} ${member.away.has(absent[0]!) ? "is away" : "is free, because the practice is closed"}`;
        reading.complain([...own, "on"], "contradictory-pin", message, "take away the pin, or the absence");
      }
      const days = named.filter((day) => !absent.includes(day));
      const name = pin.name === undefined ? {} : { name: pin.name };
      return { rule: "pins", people: [index], parameters: { days, ...wanted, ...name } };
    }),
  );
}

/** Which shifts are wanted or not; all when none is named. */
function wantedBy(wish: WishDocument | PinDocument, duties: Duties, reading: RosterReading, keys: Keys) {
  if ("not" in wish) {
    return { shifts: shiftsNamed(wish.not, duties, reading, [...keys, "not"]).shifts, wanted: false };
  }
  if (wish.shift === "off") return { wanted: false };
  if (wish.shift === "any") return { wanted: true };
  return { shifts: shiftsNamed(wish.shift, duties, reading, [...keys, "shift"]).shifts, wanted: true };
}

/** Whether days are named by date, and not by weekday alone. */
function hasDates(on: DaysDocument): boolean {
  return [on].flat().some((one) => typeof one === "object" || /^\d/.test(one));
}
