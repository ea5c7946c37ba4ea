/**
 * Draws instances of any size from a seed, feasible by construction: a hidden roster is drawn first, and the limits, the
 * days off and the cover are read off it.
 *
 * @module
 */

import type { Employee, Instance } from "./instance.ts";

/** How large an instance is to be. */
export interface Size {
  readonly people: number;
  readonly days: number;
  readonly shifts: number;
}

/** Draws an instance. The shifts are early, late or night duties of 8, 10 or 12 hours. */
export function generate({ people, days, shifts }: Size, random: () => number): Instance {
  const below = (count: number) => Math.floor(random() * count);
  const kinds = Array.from({ length: shifts }, (_, index) => ({
    id: `${"ELN"[index % 3]}${Math.floor(index / 3) + 1}`,
    minutes: [480, 480, 600, 720][Math.floor(index / 3) % 4]!,
    part: index % 3,
  }));
  const staff: Employee[] = [];
  const counts = new Map<string, number>();
  const onRequests: Instance["onRequests"][number][] = [];
  for (let person = 0; person < people; person++) {
    const id = `P${person + 1}`;
    // Everybody knows some of the duties.
    const known = kinds.filter((_, index) => index === person % shifts || random() < 0.5);
    const hidden = drawLine(days, known, below);
    let minutes = 0;
    let weekends = 0;
    hidden.forEach((kind, day) => {
      if (kind === undefined) return;
      minutes += kind.minutes;
      const key = `${day},${kind.id}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (random() < 0.05) onRequests.push({ employee: id, day, shift: kind.id, weight: 1 + below(3) });
    });
    for (let day = 5; day < days; day += 7) if (hidden[day] !== undefined || hidden[day + 1] !== undefined) weekends++;
    const free = hidden.flatMap((kind, day) => (kind === undefined ? [day] : []));
    staff.push({
      id,
      maxShifts: new Map(kinds.map((kind) => [kind.id, known.includes(kind) ? days : 0])),
      maxMinutes: minutes + 480,
      minMinutes: Math.max(0, minutes - 960),
      maxConsecutiveShifts: 5,
      minConsecutiveShifts: 2,
      minConsecutiveDaysOff: 2,
      maxWeekends: weekends,
      daysOff: free.filter(() => random() < 0.08),
    });
  }
  return {
    days,
    shifts: kinds.map(({ id, minutes, part }) => ({
      id,
      minutes,
      // After a late duty no early one, after a night neither early nor late.
      notFollowedBy: kinds.filter((kind) => kind.part < part).map((kind) => kind.id),
    })),
    staff,
    onRequests,
    offRequests: [],
    cover: Array.from({ length: days }, (_, day) => day).flatMap((day) =>
      kinds.map(({ id }) => ({
        day,
        shift: id,
        requirement: counts.get(`${day},${id}`) ?? 0,
        weightUnder: 100,
        weightOver: 1,
      })),
    ),
  };
}

/** Stretches of two to five duties, each no earlier in the day than the one before it, and two or three days off. */
function drawLine<Kind extends { readonly part: number }>(
  days: number,
  known: readonly Kind[],
  below: (count: number) => number,
): (Kind | undefined)[] {
  const line: (Kind | undefined)[] = [];
  while (line.length < days) {
    let last: Kind | undefined;
    for (let left = 2 + below(4); left > 0; left--) {
      const choices = known.filter((kind) => last === undefined || kind.part >= last.part);
      last = choices[below(choices.length)]!;
      line.push(last);
    }
    for (let left = 2 + below(2); left > 0; left--) line.push(undefined);
  }
  return line.slice(0, days);
}
