/**
 * Times of day and dates of the civil calendar, without any clock.
 *
 * @module
 */

/** Minutes of a day. */
export const DAY = 1440;

/** The names of the days, from Monday on. */
export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/**
 * Reads a time of day as minutes after midnight; "24:00" is the end of the day.
 *
 * @throws {RangeError} when it is none
 * @example
 * clockTime("08:30") // 510
 */
export function clockTime(time: string): number {
  const [, hours, minutes] = /^(\d?\d):([0-5]\d)$/.exec(time.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= DAY)) throw new RangeError(`“${time}” is not a time of day; write it as 08:30`);
  return total;
}

/**
 * Writes minutes after a midnight as a clock shows them, whichever day that midnight began.
 *
 * @example
 * clockText(1530) // "01:30"
 */
export function clockText(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const ofDay = ((minutes % DAY) + DAY) % DAY;
  return `${two(ofDay / 60)}:${two(ofDay % 60)}`;
}

/**
 * Counts the days from one date to another; negative when the other is earlier.
 *
 * @throws {RangeError} when one of them is no date
 * @example
 * daysBetween("2026-02-27", "2026-03-02") // 3
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Returns the day of the week, 0 for Monday to 6 for Sunday.
 *
 * @throws {RangeError} when it is no date
 * @example
 * weekdayOf("2026-01-05") // 0
 */
export function weekdayOf(date: string): number {
  // Day 0, the first of January 1970, was a Thursday.
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/**
 * Returns the date that lies so many days after another, or before it when `days` is negative.
 *
 * @throws {RangeError} when it is no date
 * @example
 * dateAfter("2026-02-27", 3) // "2026-03-02"
 */
export function dateAfter(date: string, days: number): string {
  // Day 0 of the algorithm is the first of March of the year 0.
  const number = dayNumber(date) + days + 719468;
  const era = Math.floor(number / 146097);
  const dayOfEra = number - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const civilMonth = month < 10 ? month + 3 : month - 9;
  const year = era * 400 + yearOfEra + (civilMonth <= 2 ? 1 : 0);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(civilMonth)}-${two(day)}`;
}

/**
 * Whether a text is a date that the calendar has.
 *
 * @example
 * isDate("2026-02-29") // false
 */
export function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined) return false;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysOfMonth(y, m);
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;

function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : 28;
}

/**
 * Counts days since the first of January 1970 in the Gregorian calendar. The year is taken to begin in March, so that
 * the day that only some years have comes last.
 *
 * @see Richards (2013), Calendars, in Explanatory Supplement to the Astronomical Almanac, 3rd ed., ch. 15
 */
function dayNumber(date: string): number {
  if (!isDate(date)) throw new RangeError(`“${date}” is not a date; write it as 2026-01-19`);
  const [y, m, day] = date.split("-").map(Number) as [number, number, number];
  const year = m <= 2 ? y - 1 : y;
  const dayOfYear = Math.floor((153 * ((m + 9) % 12) + 2) / 5) + day - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719468;
}
