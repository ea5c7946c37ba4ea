/**
 * Reads the visit types of a week file, and how much of each is needed.
 *
 * @module
 */

import type { Keys } from "../scenario/complaints.ts";
import { distribution, dollars, minutes, ratePerMinute, share } from "../scenario/units.ts";
import type { WeekResource, WeekVisitType } from "../template/week-problem.ts";
import { DAY, weekdayNames } from "../time-of-day.ts";
import { onDay, type WeekReading } from "./week-reading.ts";
import type { WeekVisitTypeDocument } from "./week-schema.ts";

/** Bookings of a type in one session, when nobody sets a limit. */
const ANY_NUMBER = 60;

/** Of all visits, so that the others need no thought. */
const ALMOST_ALL = 1 - 1e-9;

/** Reads the visit types. */
export function readVisitTypes(resources: readonly WeekResource[], reading: WeekReading): WeekVisitType[] {
  const all = Object.entries(reading.document.visitTypes);
  if (all.length === 0) {
    reading.complain(
      ["visitTypes"],
      "empty",
      "there is no visit type",
      "name the kinds of visits, and how long they take",
    );
  }
  return all.flatMap(([name, document]): WeekVisitType[] => {
    const keys = ["visitTypes", name];
    const law = readLaw(document.takes, [...keys, "takes"], reading);
    const needs = readNeeds(document, resources, keys, reading);
    if (law === undefined) return [];
    checkUnmet(document, keys, reading);
    return [
      {
        name,
        law,
        show: readShow(document.shows ?? "100 %", [...keys, "shows"], reading),
        needs,
        value: document.value === undefined ? 0 : dollars(document.value),
        ...(document.place === undefined ? {} : { place: document.place }),
        mostInSession: document.mostInSession ?? ANY_NUMBER,
        release: releaseOf(document, keys, reading),
        ...needed(document, keys, reading),
      },
    ];
  });
}

function readLaw(takes: WeekVisitTypeDocument["takes"], keys: Keys, reading: WeekReading) {
  try {
    const law = distribution(typeof takes === "string" ? { constant: takes } : takes);
    if (law.min < 0) {
      const message = `a visit cannot take less than no time, but this goes down to ${law.min} min`;
      reading.complain(keys, "negative-time", message, "let it begin at 0 or later");
    } else if (!(law.mean > 0)) {
      reading.complain(keys, "no-time", "a visit that takes no time needs no slot", "write how long it takes");
    }
    // A law with so long a tail cannot be meant, and would make every price a long reckoning.
    if (law.quantile(ALMOST_ALL) > DAY) {
      const message = `such visits may take ${Math.round(law.quantile(ALMOST_ALL) / 60)} hours, longer than a day`;
      reading.complain(keys, "too-long", message, "let their times vary less, or write them in minutes");
    }
    return law;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reading.complain(keys, "impossible-law", error.message, "mend its parameters");
    return undefined;
  }
}

function readShow(shows: string, keys: Keys, reading: WeekReading): number {
  const show = share(shows);
  if (show > 1 || show === 0) {
    const message = show === 0 ? "nobody comes to these visits" : `more than all of the patients cannot come`;
    reading.complain(keys, "shares", message, "write a share above 0 % and up to 100 %");
  }
  return show;
}

function readNeeds(
  { needs = {} }: WeekVisitTypeDocument,
  resources: readonly WeekResource[],
  keys: Keys,
  reading: WeekReading,
): number[] {
  const names = resources.map(({ name }) => name);
  for (const name of Object.keys(needs)) reading.known(name, names, [...keys, "needs", name], "room or assistant");
  return names.map((name) => (needs[name] === undefined ? 0 : minutes(needs[name])));
}

function checkUnmet({ demand, unmet }: WeekVisitTypeDocument, keys: Keys, reading: WeekReading): void {
  if (unmet === undefined || demand !== undefined) return;
  const message = "there is a price for unmet demand, and no demand";
  reading.complain([...keys, "unmet"], "unused", message, "write demand: 40 per week, or delete the price");
}

/** What a week has to give of a type. */
function needed(
  { demand, unmet, reserve, floor }: WeekVisitTypeDocument,
  keys: Keys,
  reading: WeekReading,
): Pick<WeekVisitType, "demand" | "reserve" | "floor"> {
  return {
    ...(demand === undefined ? {} : { demand: { bookings: timesIn(7 * DAY, demand), ...priceOf(unmet) } }),
    ...(reserve === undefined
      ? {}
      : {
          reserve: {
            requests: weekdayNames.map((_, day) => timesIn(DAY, onDay<string>(reserve.requests, day) ?? "0 per day")),
            level: levelOf(reserve.level ?? "80 %", [...keys, "reserve", "level"], reading),
            ...priceOf(reserve.unmet),
          },
        }),
    ...(floor === undefined
      ? {}
      : {
          floor: {
            slots: weekdayNames.map((_, day) => onDay<number>(floor.slots, day) ?? 0),
            ...priceOf(floor.unmet),
          },
        }),
  };
}

/** How often something happens in so many minutes, without what multiplying leaves behind: nobody asks for 250.0000001 visits. */
function timesIn(minutes: number, rate: string): number {
  return Number((ratePerMinute(rate) * minutes).toPrecision(12));
}

function priceOf(price: string | undefined): { readonly pricePerMissing?: number } {
  return price === undefined ? {} : { pricePerMissing: dollars(price) };
}

function levelOf(text: string, keys: Keys, reading: WeekReading): number {
  const level = share(text);
  if (level < 1) return level;
  const message = "no number of slots is enough on all days";
  reading.complain(keys, "shares", message, "write less than 100 %, such as 80 %");
  return 0;
}

function releaseOf({ release }: WeekVisitTypeDocument, keys: Keys, reading: WeekReading): string {
  if (release === undefined) return "";
  const { before, to } = release;
  if (to === "any") return `${before} before: any`;
  const names = Object.keys(reading.document.visitTypes);
  const types = reading.typesNamed(to, [...keys, "release", "to"]).map((index) => names[index]);
  return `${before} before: ${types.join(", ")}`;
}
