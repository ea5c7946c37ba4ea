/**
 * What a cell of a table can hold, and what is made of it.
 *
 * @module
 */

import { clockTime, isDate, weekdayNames } from "../time-of-day.ts";

/** What the cells of a column hold. */
export interface Kind {
  readonly what: string;
  readonly code: string;
  readonly hint: string;
  /** What a roster file says instead; undefined when the cell holds something else. */
  read(cell: string): unknown;
}

const kind = (code: string, what: string, hint: string, read: Kind["read"]): Kind => ({ code, what, hint, read });

/** The pieces between semicolons, commas or bars. */
function pieces(cell: string): string[] {
  return cell
    .split(/[;,|]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/** One of several as it is, several as a list. */
function oneOrMore<Value>(values: readonly Value[]): Value | readonly Value[] | undefined {
  return values.length === 1 ? values[0] : values.length === 0 ? undefined : values;
}

/** A time of day with two digits of hours; undefined when it is none. */
function clockOf(cell: string): string | undefined {
  if (!/^\d?\d:[0-5]\d$/.test(cell) || Number(cell.split(":")[0]) > 23) return cell === "24:00" ? cell : undefined;
  clockTime(cell);
  return cell.padStart(5, "0");
}

/** `7:00-18:00` as `07:00-18:00`; undefined when it is no span. */
function spanOf(cell: string): string | undefined {
  const [from, to, more] = cell.split(/\s*[-–]\s*/).map(clockOf);
  return from === undefined || to === undefined || more !== undefined ? undefined : `${from}-${to}`;
}

const names = /^\P{Cc}{1,200}$/u;

/** A name. */
export const name = kind("not-a-name", "a name", "write a name of 1 to 200 characters", (cell) =>
  names.test(cell) && !["__proto__", "constructor", "prototype"].includes(cell) ? cell : undefined,
);

/** Words for people. */
export const text = kind("not-a-text", "a text", "write a few words", (cell) => cell);

/** One name or several. */
export const list = kind("not-a-name", "a name or several", "write names with semicolons between", (cell) =>
  oneOrMore(pieces(cell)),
);

/** `2026-12-24`. */
export const date = kind(
  "not-a-date",
  "a date",
  "write it as 2026-12-24; let the column be text in the spreadsheet",
  (cell) => (isDate(cell) ? cell : undefined),
);

/** `8:00`. */
export const clock = kind("not-a-quantity", "a time of day", "write it as 08:00", clockOf);

/** `Monday` or `Mon`: a day of the week, from 0. */
export const weekday = kind("unknown-word", "a day of the week", `write ${weekdayNames.join(", ")}`, (cell) => {
  const word = cell.toLowerCase();
  const index = weekdayNames.findIndex((name) => [name.toLowerCase(), name.slice(0, 3).toLowerCase()].includes(word));
  return index < 0 ? undefined : index;
});

/** `30` or `30 min`: minutes. */
export const span = kind("not-a-quantity", "a number of minutes", "write it as 30 min", (cell) => {
  const [, minutes] = /^(\d{1,4})\s*(?:min)?$/.exec(cell) ?? [];
  return minutes === undefined ? undefined : `${minutes} min`;
});

/** A whole number. */
export const whole = kind("not-a-count", "a whole number", "write a whole number, such as 2", (cell) =>
  /^\d{1,6}$/.test(cell) ? Number(cell) : undefined,
);

const dayWords = [
  "every day",
  "weekdays",
  "weekend",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** `weekdays`, or `monday; 2026-12-24`. */
export const days = kind(
  "unknown-word",
  "a day",
  `write ${dayWords.join(", ")}, or dates, with semicolons between`,
  (cell) => {
    const found = pieces(cell).map((piece) => (isDate(piece) ? piece : piece.toLowerCase()));
    return found.every((piece) => isDate(piece) || dayWords.includes(piece)) ? oneOrMore(found) : undefined;
  },
);

/** `20`, `20,50`, `$20`, or `$40 per hour`. */
export const money = kind("not-a-quantity", "an amount of money", "write it as $20, or $40 per hour", (cell) => {
  const [, amount, hour] = /^\$?\s*(\d+(?:\.\d+|,\d\d?)?)\s*((?:per |\/\s*)h(?:our)?)?$/.exec(cell) ?? [];
  return amount === undefined ? undefined : `$${amount.replace(",", ".")}${hour === undefined ? "" : " per hour"}`;
});

/** `21.25`, or `$21.25 per hour`. */
export const moneyPerHour = kind("not-a-quantity", "an amount of money", "write it as 21.25", (cell) => {
  const amount = money.read(cell) as string | undefined;
  return amount === undefined ? undefined : `${amount.replace(" per hour", "")} per hour`;
});

/** `phlebotomy 2; reception`: skills, with levels from 1. */
export const skills = kind("not-a-name", "a list of skills", "write phlebotomy 2; reception", (cell) => {
  const found = pieces(cell).map((piece) => {
    const [, skill = piece, level = "1"] = /^(.*?)[\s:=]+(\d+)$/.exec(piece) ?? [];
    return [skill, Number(level)] as const;
  });
  const isRight = found.every(([skill, level]) => name.read(skill) !== undefined && level >= 1 && level <= 10);
  return isRight && found.length > 0 ? Object.fromEntries(found) : undefined;
});

/** `07:00-18:00`, or `weekdays 07:00-18:00; saturday 08:00-12:00`. */
export const hours = kind(
  "not-a-quantity",
  "hours",
  "write 07:00-18:00, or weekdays 07:00-18:00; saturday 08:00-12:00",
  (cell) => {
    const alone = spanOf(cell);
    if (alone !== undefined) return alone;
    const found = pieces(cell).map((piece) => {
      const [, day = "", hours = ""] = /^(.*?)\s+(\S+\s*[-–]\s*\S+)$/.exec(piece) ?? [];
      return [day.toLowerCase(), spanOf(hours)] as const;
    });
    const isRight = found.every(([day, hours]) => dayWords.includes(day) && hours !== undefined);
    return isRight && found.length > 0 ? Object.fromEntries(found) : undefined;
  },
);
