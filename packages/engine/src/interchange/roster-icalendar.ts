/**
 * The shifts of one person as a calendar that telephones and mail programs subscribe to.
 *
 * @module
 */

import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Roster, RosterProblem, Shift } from "../roster/problem.ts";
import { dateAfter } from "../time-of-day.ts";
import { calendarText, checkStamp, escapedText, spelled, wallTime } from "./icalendar-words.ts";
import type { RosterState } from "./roster-answer.ts";
import { breaksOf, hours, inOrder, span, workplacesOf } from "./shift-words.ts";

/** Whose calendar it is, and when it was written. */
export interface ICalendarOptions {
  /** Id of the person. */
  readonly person: string;
  /** When the calendar is written, in universal time: `2026-11-25T08:00:00Z`. */
  readonly stamp: string;
  /** Shifts of a draft are tentative. */
  readonly state: RosterState;
  /** How often this roster has been published before; a calendar program takes the higher one. 0 unless given. */
  readonly sequence?: number;
}

/**
 * Writes the shifts of one person as an iCalendar (RFC 5545); days off are not in it, and neither are costs.
 *
 * Times are those of the clock on the wall, wherever that is, so that a shift begins at 07:00 before and after clocks
 * change. The shift of a person on a day keeps its UID, so that a newer calendar replaces an older one.
 *
 * @throws {RangeError} when the person is not in the problem, or the stamp is no universal time
 * @example
 * const shifts = [{ id: "late", name: "late", from: 840, to: 1320, workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * const options = { person: "MA-1", stamp: "2026-11-25T08:00:00Z", state: "published" };
 * const calendar = rosterToICalendar({ "MA-1": ["late", null] }, { ...frame, shifts, people }, options);
 * calendar.includes("DTSTART:20261207T140000\r\n") // true
 */
export function rosterToICalendar(roster: Roster, problem: RosterProblem, options: ICalendarOptions): string {
  const { person, stamp, state, sequence = 0 } = options;
  checkStamp(stamp);
  const tour = Object.hasOwn(roster, person) ? roster[person] : undefined;
  if (tour === undefined) throw new RangeError(`the roster has no line for ${person}`);
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    // The name of a calendar is written as it stands.
    name: escapedText(`${problem.name}: ${person}`),
    prodId: "//Praxis//Roster//EN",
  });
  for (const [day, id] of tour.entries()) {
    const shift = id === null ? undefined : shifts.get(id);
    if (shift === undefined) continue;
    const date = dateAfter(problem.start, day);
    const event = calendar.createEvent({
      id: `${date}.${spelled(person)}@${spelled(problem.name)}.praxis`,
      sequence,
      stamp,
      summary: calendarText(shift.name),
      description: calendarText(description(shift)),
      status: state === "draft" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      ...whenOf(shift, date),
    });
    const places = workplacesOf(shift);
    if (places.length > 0) event.location(calendarText(places.join(", ")));
  }
  return `${calendar.toString()}\r\n`;
}

/** When a shift is; all day when nobody says from when to when. */
function whenOf({ from, to }: Shift, date: string) {
  if (from === undefined || to === undefined) return { start: `${date}T00:00:00Z`, allDay: true };
  return { start: wallTime(date, from), end: wallTime(date, to), floating: true };
}

function description(shift: Shift): string {
  const parts = inOrder(shift.parts).map(({ workplace, from, to }) => `${span(from, to)} ${workplace}`);
  const breaks = breaksOf(shift).map((when) => `Break ${when}`);
  return [...parts, ...breaks, `${hours(shift.workMinutes)} hours of work`].join("\n");
}
