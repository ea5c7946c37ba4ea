import type { Scenario } from "@praxis/engine";

/** Writes minutes since the start of the run as the time on the office's clock. */
export type Clock = (minute: number) => string;

const DAY = 24 * 60;

/**
 * The office's clock, to the minute: "08:30", and from the second day on "day 2, 08:30".
 *
 * @example
 * clockOf({ calendar: { start: "2026-01-05 08:00" } })(30) // "08:30"
 */
export function clockOf(scenario: Pick<Scenario, "calendar">): Clock {
  const start = startOf(scenario);
  return (minute) => written(Math.round(start + minute), "");
}

/** The office's clock to the second: "08:30:15". */
export function clockWithSecondsOf(scenario: Pick<Scenario, "calendar">): Clock {
  const start = startOf(scenario);
  return (minute) => {
    const seconds = Math.floor((start + minute) * 60 + 1e-6);
    return written(Math.floor(seconds / 60), `:${twoDigits(seconds % 60)}`);
  };
}

/**
 * The first minute of the run, from `after` on, at which the clock shows a time; undefined when the text is no time.
 *
 * @param text "09:30"
 */
export function minuteOfClock(text: string, scenario: Pick<Scenario, "calendar">, after: number): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const since = Number(hours) * 60 + Number(minutes) - startOf(scenario) - after;
  return after + (((since % DAY) + DAY) % DAY);
}

/** Minutes from midnight to the start of the run. */
function startOf({ calendar }: Pick<Scenario, "calendar">): number {
  const [, hours = "0", minutes = "0"] = /(\d{1,2}):(\d{2})/.exec(calendar.start ?? "") ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function written(minute: number, seconds: string): string {
  const day = Math.floor(minute / DAY);
  const rest = minute - day * DAY;
  const time = `${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}${seconds}`;
  return day === 0 ? time : `day ${day + 1}, ${time}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
