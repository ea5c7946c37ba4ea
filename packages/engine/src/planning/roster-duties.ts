/**
 * Turns the shifts of a file into those of a roster: one for each choice of workplaces and of breaks.
 *
 * @module
 */

import type { Shift, ShiftGroup, ShiftPart } from "../roster/problem.ts";
import type { Keys } from "../scenario/complaints.ts";
import { spanBetween } from "../scenario/days.ts";
import { suggestion } from "../scenario/schema-wording.ts";
import { minutes } from "../scenario/units.ts";
import { clockText, clockTime, DAY } from "../time-of-day.ts";
import type { RosterReading } from "./roster-reading.ts";
import type { BreakTimes, ShiftDocument } from "./roster-schema-work.ts";

/** The most shifts of a roster, all choices counted. */
const MOST_DUTIES = 200;

/** The shifts of a roster, and what they are called. */
export interface Duties {
  readonly shifts: readonly Shift[];
  /** Shifts by their own names, those without the choices, their kinds and their workplaces. */
  readonly groups: ReadonlyMap<string, ShiftGroup>;
  /** Days on which each shift can be worked. */
  readonly days: readonly ReadonlySet<number>[];
}

/** A break at one of the times at which it may be. */
interface Pause {
  readonly from: number;
  readonly to: number;
  readonly paid: boolean;
}

/** Reads the shifts of a file. */
export function readDuties(reading: RosterReading): Duties {
  const shifts: Shift[] = [];
  const days: ReadonlySet<number>[] = [];
  for (const [name, document] of Object.entries(reading.document.shifts)) {
    const keys = ["shifts", name];
    const held = document.days === undefined ? reading.allDays : reading.daysOn(document.days, [...keys, "days"]);
    for (const shift of dutiesOf(name, document, reading, shifts.length)) {
      shifts.push(shift);
      days.push(new Set(held));
    }
  }
  if (shifts.length === 0 && reading.issues.length === 0) {
    reading.complain(["shifts"], "nobody-needed", "there is no shift", "describe at least one shift");
  }
  return { shifts, groups: groupsOf(shifts, reading), days };
}

/** The indexes of the shifts that names stand for; a complaint for each that nothing is called. */
export function shiftsNamed(
  names: string | readonly string[],
  { groups }: Duties,
  reading: RosterReading,
  keys: Keys,
): ShiftGroup {
  const several = typeof names !== "string";
  const found = new Set<number>();
  for (const [index, name] of (several ? names : [names]).entries()) {
    const group = groups.get(name);
    if (group === undefined) {
      const message = `there is no shift, kind of shifts or workplace “${name}”`;
      const hint = suggestion(
        name,
        [...groups.keys()].filter((known) => !/[@/]/.test(known)),
      );
      reading.complain(several ? [...keys, index] : keys, "unknown-name", message, hint);
    }
    for (const shift of group?.shifts ?? []) found.add(shift);
  }
  return { name: several ? names.join(" or ") : names, shifts: [...found].sort((a, b) => a - b) };
}

function dutiesOf(name: string, document: ShiftDocument, reading: RosterReading, known: number): Shift[] {
  const keys = ["shifts", name];
  const { from, to } = spanBetween(clockTime(document.from), clockTime(document.to));
  const places = placesOf(document);
  for (const [index, sequence] of places.entries()) checkPlaces(sequence, placeKeys(document, keys, index), reading);
  const choices = (document.breaks ?? []).map(({ at, lasts, paid }, index) => {
    const own = [...keys, "breaks", index];
    const starts = startsOf(at, from, [...own, "at"], reading);
    const pauses = starts.map((start): Pause => ({ from: start, to: start + minutes(lasts), paid: paid === true }));
    const outside = pauses.find((pause) => pause.from <= from || pause.to >= to || pause.to <= pause.from);
    if (outside !== undefined) {
      const message = `a break from ${clockText(outside.from)} to ${clockText(outside.to)} is not inside of ${document.from}-${document.to}`;
      reading.complain([...own, "at"], "outside-shift", message, "let there be work before and after the break");
    }
    return pauses;
  });
  const count = choices.reduce((product, { length }) => product * length, places.length);
  if (known + count > MOST_DUTIES) {
    const message = `with this shift there are ${known + count} shifts, choices of workplace and break counted, more than ${MOST_DUTIES}`;
    reading.complain(
      keys,
      "roster-too-large",
      message,
      "let there be fewer workplaces, or fewer times of breaks, to choose from",
    );
    return [];
  }
  const breaks = combinations(choices).filter((pauses) =>
    pauses.every((pause, index) => index === 0 || pauses[index - 1]!.to < pause.from),
  );
  if (breaks.length === 0 && reading.issues.length === 0) {
    const message = "the breaks of this shift overlap, or are not in order";
    reading.complain([...keys, "breaks"], "outside-shift", message, "let the second begin after the first has ended");
  }
  return places.flatMap((sequence, index) => {
    const changes = changesOf(document, sequence.length - 1, { from, to }, placeKeys(document, keys, index), reading);
    return breaks.map((pauses): Shift => {
      const when = changes ?? pauses.map((pause) => pause.from);
      const parts = partsOf({ from, to }, pauses, sequence, when);
      const where = places.length > 1 ? `@${sequence.join("+")}` : "";
      const rests = breaks.length > 1 ? pauses.map((pause) => `/${clockText(pause.from)}`).join("") : "";
      const worked = parts.reduce((sum, part) => sum + part.to - part.from, 0);
      const paid = pauses.reduce((sum, pause) => sum + (pause.paid ? pause.to - pause.from : 0), 0);
      return {
        id: `${name}${where}${rests}`,
        name,
        from,
        to,
        workMinutes: worked + paid,
        parts,
        kinds: [document.kinds ?? []].flat(),
      };
    });
  });
}

/** The workplaces of each choice, in their order; “” when nothing is said. */
function placesOf({ at }: ShiftDocument): string[][] {
  if (at === undefined) return [[""]];
  return typeof at === "string" ? [[at]] : at.map((one) => (typeof one === "string" ? [one] : one));
}

function placeKeys({ at }: ShiftDocument, keys: Keys, index: number): Keys {
  return at === undefined ? keys : typeof at === "string" ? [...keys, "at"] : [...keys, "at", index];
}

function checkPlaces(sequence: readonly string[], keys: Keys, reading: RosterReading): void {
  for (const place of sequence) {
    if (place !== "") reading.known(place, Object.keys(reading.document.workplaces ?? {}), keys, "workplace");
  }
}

/** Minutes after midnight at which a break may begin. */
function startsOf(at: BreakTimes, shiftFrom: number, keys: Keys, reading: RosterReading): number[] {
  const within = (time: string) => (clockTime(time) < shiftFrom ? clockTime(time) + DAY : clockTime(time));
  if (typeof at === "string") return [within(at)];
  if (Array.isArray(at)) return at.map(within);
  const [first, last, step] = [within(at.from), within(at.to), minutes(at.every)];
  if (!(step >= 5)) {
    reading.complain(
      [...keys, "every"],
      "no-time",
      `${at.every} is less than 5 minutes`,
      "write a time such as 30 min",
    );
    return [];
  }
  if (last < first) {
    reading.complain([...keys, "to"], "ends-before", `${at.to} is before ${at.from}`, "let it end later");
    return [];
  }
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}

/** When the workplace changes: at given times, or undefined for at the breaks. Complains when neither is enough. */
function changesOf(
  { change, breaks = [] }: ShiftDocument,
  needed: number,
  { from, to }: { readonly from: number; readonly to: number },
  keys: Keys,
  reading: RosterReading,
): number[] | undefined {
  if (needed === 0) return [];
  if (change === undefined) {
    if (breaks.length === needed) return undefined;
    const message = `“change” is missing: ${needed + 1} workplaces follow each other, and there are ${breaks.length} breaks to change at`;
    reading.complain(keys.slice(0, 2), "missing-key", message, 'write change: "12:00"');
    return [];
  }
  const times = [change].flat().map((time) => (clockTime(time) <= from ? clockTime(time) + DAY : clockTime(time)));
  const inOrder = times.every((time, index) => time > (times[index - 1] ?? from) && time < to);
  if (times.length !== needed || !inOrder) {
    const message = `${needed + 1} workplaces need ${needed === 1 ? "one time" : `${needed} times`} of change, in order and inside of the shift`;
    reading.complain([...keys.slice(0, 2), "change"], "outside-shift", message, "write a time for each change");
  }
  return times;
}

/** The pieces of work between the breaks, each at its workplace. */
function partsOf(
  { from, to }: { readonly from: number; readonly to: number },
  pauses: readonly Pause[],
  sequence: readonly string[],
  changes: readonly number[],
): ShiftPart[] {
  const edges = new Set([from, to, ...pauses.flatMap((pause) => [pause.from, pause.to]), ...changes]);
  const times = [...edges].sort((a, b) => a - b);
  const pieces = times.slice(1).flatMap((end, index): ShiftPart[] => {
    const begin = times[index]!;
    if (pauses.some((pause) => pause.from <= begin && end <= pause.to)) return [];
    const workplace = sequence[changes.filter((change) => change <= begin).length]!;
    return [{ workplace, from: begin, to: end }];
  });
  // What changes nothing divides nothing.
  return pieces.reduce<ShiftPart[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last?.to !== piece.from || last.workplace !== piece.workplace) joined.push(piece);
    else joined.splice(-1, 1, { ...last, to: piece.to });
    return joined;
  }, []);
}

/** One of each list, in every way. */
function combinations<Value>(lists: readonly (readonly Value[])[]): Value[][] {
  return lists.reduce<Value[][]>(
    (found, list) => found.flatMap((start) => list.map((value) => [...start, value])),
    [[]],
  );
}

function groupsOf(shifts: readonly Shift[], reading: RosterReading): Map<string, ShiftGroup> {
  const groups = new Map<string, { readonly what: string; readonly name: string; readonly shifts: number[] }>();
  const add = (name: string, what: string, shift: number, keys: Keys) => {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { what, name, shifts: [shift] });
    else if (group.what === what) group.shifts.push(shift);
    else
      reading.complain(
        keys,
        "name-taken",
        `“${name}” is the name of a ${group.what} already`,
        `call this ${what} otherwise`,
      );
  };
  shifts.forEach((shift, index) => {
    const keys = ["shifts", shift.name];
    for (const word of [shift.name, ...shift.kinds]) {
      if (word === "off" || word === "any") {
        reading.complain(keys, "name-taken", `“${word}” is a word of the format`, "choose another name");
      }
    }
    add(shift.name, "shift", index, keys);
    for (const kind of new Set(shift.kinds)) add(kind, "kind of shifts", index, [...keys, "kinds"]);
    const places = new Set(shift.parts.map(({ workplace }) => workplace).filter((place) => place !== ""));
    for (const place of places) add(place, "workplace", index, [...keys, "at"]);
    if (shift.id !== shift.name) add(shift.id, "choice of a shift", index, keys);
  });
  return groups;
}
