/**
 * Reads the text format of the employee shift scheduling instances of Curtois & Qu (2014), schedulingbenchmarks.org.
 *
 * @module
 */

/** An instance as its file tells it. Days count from zero, day 0 is a Monday. */
export interface Instance {
  readonly days: number;
  readonly shifts: readonly {
    readonly id: string;
    readonly minutes: number;
    readonly notFollowedBy: readonly string[];
  }[];
  readonly staff: readonly Employee[];
  readonly onRequests: readonly ShiftRequest[];
  readonly offRequests: readonly ShiftRequest[];
  readonly cover: readonly CoverLine[];
}

/** One line of SECTION_STAFF, and of SECTION_DAYS_OFF. */
export interface Employee {
  readonly id: string;
  readonly maxShifts: ReadonlyMap<string, number>;
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxConsecutiveShifts: number;
  readonly minConsecutiveShifts: number;
  readonly minConsecutiveDaysOff: number;
  readonly maxWeekends: number;
  readonly daysOff: readonly number[];
}

/** A wish for a shift, or against one, and what it costs to deny it. */
interface ShiftRequest {
  readonly employee: string;
  readonly day: number;
  readonly shift: string;
  readonly weight: number;
}

/** How many people a shift wants on a day, and the price of each one less or more. */
interface CoverLine {
  readonly day: number;
  readonly shift: string;
  readonly requirement: number;
  readonly weightUnder: number;
  readonly weightOver: number;
}

/** Reads an instance from its text. */
export function parseInstance(text: string): Instance {
  const sections = new Map<string, string[][]>();
  let lines: string[][] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("SECTION_")) {
      lines = [];
      sections.set(line, lines);
    } else lines.push(line.split(","));
  }
  const section = (name: string) => sections.get(`SECTION_${name}`) ?? [];
  const daysOff = new Map(section("DAYS_OFF").map(([id, ...days]) => [id!, days.map(Number)]));
  return {
    days: Number(section("HORIZON")[0]![0]),
    shifts: section("SHIFTS").map(([id, minutes, after]) => ({
      id: id!,
      minutes: Number(minutes),
      notFollowedBy: (after ?? "").split("|").filter((name) => name !== ""),
    })),
    staff: section("STAFF").map(([id, maxShifts, ...numbers]) => {
      const [maxMinutes, minMinutes, maxRun, minRun, minOff, maxWeekends] = numbers.map(Number);
      return {
        id: id!,
        maxShifts: new Map(
          maxShifts!
            .split("|")
            .filter((pair) => pair !== "")
            .map((pair) => pair.split("="))
            .map(([shift, most]) => [shift!, Number(most)]),
        ),
        maxMinutes: maxMinutes!,
        minMinutes: minMinutes!,
        maxConsecutiveShifts: maxRun!,
        minConsecutiveShifts: minRun!,
        minConsecutiveDaysOff: minOff!,
        maxWeekends: maxWeekends!,
        daysOff: daysOff.get(id!) ?? [],
      };
    }),
    onRequests: section("SHIFT_ON_REQUESTS").map(parseRequest),
    offRequests: section("SHIFT_OFF_REQUESTS").map(parseRequest),
    cover: section("COVER").map(([day, shift, requirement, weightUnder, weightOver]) => ({
      day: Number(day),
      shift: shift!,
      requirement: Number(requirement),
      weightUnder: Number(weightUnder),
      weightOver: Number(weightOver),
    })),
  };
}

function parseRequest([employee, day, shift, weight]: string[]): ShiftRequest {
  return { employee: employee!, day: Number(day), shift: shift!, weight: Number(weight) };
}
