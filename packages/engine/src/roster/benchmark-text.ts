/**
 * Reads the text in which the public benchmark of employee scheduling comes, and says it in our rules.
 *
 * Weights become dollars. Runs of shifts or of days off may be short at both edges of the horizon, for there is no last
 * roster.
 *
 * @see Curtois & Qu (2014), Computational results on new staff scheduling benchmark instances, University of Nottingham
 * @module
 */

import type { Issue } from "../errors.ts";
import { type Field, type Line, linesOf } from "./benchmark-lines.ts";
import type { Person, RosterProblem, RuleUse, Shift, ShiftGroup } from "./problem.ts";

/** All instances start on a Monday; which one is left open. */
const START = "2026-01-05";
/** No person works longer than so many minutes, and no weight is larger. */
const MOST = 1_000_000;
/** As in roster files. */
const [MOST_DAYS, MOST_SHIFTS, MOST_PEOPLE] = [400, 200, 1000];

/** Whether a text is one of the benchmark's. */
export function isBenchmarkText(text: string): boolean {
  return /^\s*SECTION_HORIZON\s*$/m.test(text);
}

/**
 * Reads an instance of the benchmark, or finds everything that is wrong with it, by line. Never throws.
 *
 * @param name of the problem
 * @example
 * checkBenchmark("SECTION_HORIZON\n7\nSECTION_SHIFTS\nD,480,\nSECTION_STAFF\nA,D=7,4320,0,5,2,2,1").problem.days // 7
 */
export function checkBenchmark(
  text: string,
  name = "Benchmark",
): { readonly problem?: RosterProblem; readonly issues: readonly Issue[] } {
  const reader = new BenchmarkReader(text);
  const problem = reader.read(name);
  return reader.issues.length > 0 ? { issues: reader.issues } : { problem, issues: [] };
}

class BenchmarkReader {
  readonly issues: Issue[] = [];
  readonly #sections: ReadonlyMap<string, readonly Line[]>;
  #days = 0;
  readonly #shifts = new Map<string, number>();
  readonly #people = new Map<string, number>();

  constructor(text: string) {
    this.#sections = linesOf(text, this.issues);
  }

  read(name: string): RosterProblem {
    this.#readHorizon();
    const [shifts, successions] = this.#readShifts();
    const [people, contracts] = this.#readStaff();
    const uses: RuleUse[] = [
      ...this.#readDaysOff(),
      ...this.#readCover(),
      ...contracts,
      ...successions,
      ...this.#readRequests("SECTION_SHIFT_ON_REQUESTS", true),
      ...this.#readRequests("SECTION_SHIFT_OFF_REQUESTS", false),
    ];
    const history = people.map(() => []);
    return { name, start: START, days: this.#days, workplaces: [], shifts, people, uses, history };
  }

  #readHorizon(): void {
    const [line] = this.#section("SECTION_HORIZON");
    this.#days = line === undefined ? 0 : (this.#whole(line.fields[0], 1, MOST_DAYS, "a number of days") ?? 0);
  }

  #readShifts(): [Shift[], RuleUse[]] {
    const lines = this.#section("SECTION_SHIFTS");
    this.#limit(lines, MOST_SHIFTS, "shifts");
    const shifts = lines.map(({ fields: [id, length] }): Shift => {
      this.#add(this.#shifts, id, "shift");
      const workMinutes = this.#whole(length, 1, 1440, "a length in minutes") ?? 0;
      return { id: id?.text ?? "", name: id?.text ?? "", workMinutes, parts: [], kinds: [] };
    });
    const everybody = this.#section("SECTION_STAFF").map((_, person) => person);
    const successions = lines.flatMap(({ fields: [id, , not] }): RuleUse[] => {
      const barred = (not?.parts("|") ?? []).map((one) => this.#named(this.#shifts, one, "shift"));
      if (barred.length === 0) return [];
      const after = { name: id!.text, shifts: [this.#shifts.get(id!.text)!] };
      const group: ShiftGroup = { name: not!.text.replaceAll("|", " or "), shifts: barred };
      return [{ rule: "successions", people: everybody, parameters: { after, not: group } }];
    });
    return [shifts, successions];
  }

  #readStaff(): [Person[], RuleUse[]] {
    const lines = this.#section("SECTION_STAFF");
    this.#limit(lines, MOST_PEOPLE, "people");
    const uses: RuleUse[] = [];
    const people = lines.map(({ fields: [id, most, ...numbers] }, person): Person => {
      this.#add(this.#people, id, "person");
      const use = (rule: string, parameters: object) => uses.push({ rule, people: [person], parameters });
      for (const limit of most?.parts("|") ?? []) {
        const [shift, count] = limit.parts("=");
        const index = this.#named(this.#shifts, shift, "shift");
        const atMost = this.#whole(count, 0, MOST, "a number of shifts") ?? 0;
        if (atMost >= this.#days) continue;
        use("shifts", { of: { name: shift?.text ?? "", shifts: [index] }, per: "period", atMost });
      }
      const names = [
        "most minutes",
        "least minutes",
        "most shifts in a row",
        "least shifts in a row",
        "least days off in a row",
        "most weekends",
      ];
      const [atMost, atLeast, mostRow, leastRow, leastOff, weekends] = names.map(
        (what, index) => this.#whole(numbers[index], 0, MOST, what) ?? 0,
      );
      use("hours", { per: "period", atLeast, atMost });
      use("days in a row", { atLeast: leastRow, atMost: mostRow });
      use("days off in a row", { atLeast: leastOff });
      use("weekends", { atMost: weekends });
      return { id: id?.text ?? "", role: "employee", skills: new Map(), costPerHour: 0 };
    });
    return [people, uses];
  }

  #readDaysOff(): RuleUse[] {
    return this.#section("SECTION_DAYS_OFF").map(({ fields: [id, ...days] }) => ({
      rule: "availability",
      people: [this.#named(this.#people, id, "person")],
      parameters: { days: days.flatMap((day) => this.#whole(day, 0, this.#days - 1, "a day") ?? []), why: "is away" },
    }));
  }

  #readRequests(section: string, wanted: boolean): RuleUse[] {
    return this.#section(section).map(({ fields: [id, day, shift, weight] }) => ({
      rule: "wishes",
      people: [this.#named(this.#people, id, "person")],
      parameters: {
        days: [this.#whole(day, 0, this.#days - 1, "a day") ?? 0],
        shifts: [this.#named(this.#shifts, shift, "shift")],
        wanted,
        price: this.#whole(weight, 0, MOST, "a weight") ?? 0,
      },
    }));
  }

  #readCover(): RuleUse[] {
    const people = [...this.#people.values()];
    return this.#section("SECTION_COVER").map(({ fields: [day, shift, needed, under, over] }) => {
      const count = this.#whole(needed, 0, MOST_PEOPLE, "a number of people") ?? 0;
      const parameters = {
        days: [this.#whole(day, 0, this.#days - 1, "a day") ?? 0],
        during: { shifts: [this.#named(this.#shifts, shift, "shift")] },
        atLeast: count,
        atMost: count,
        pricePerUnder: this.#whole(under, 0, MOST, "a weight") ?? 0,
        pricePerOver: this.#whole(over, 0, MOST, "a weight") ?? 0,
      };
      return { rule: "cover", people, parameters };
    });
  }

  #section(name: string): readonly Line[] {
    const needed = ["SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF"].includes(name);
    const lines = this.#sections.get(name) ?? [];
    const isKnown = this.issues.some(({ code, path }) => code === "missing-key" && path === name);
    if (needed && lines.length === 0 && !isKnown) {
      const message = `${name} has no lines`;
      this.issues.push({ code: "missing-key", path: name, line: 1, column: 1, message, hint: "is it the whole file?" });
    }
    return lines;
  }

  #limit(lines: readonly Line[], most: number, what: string): void {
    const line = lines[most];
    if (line === undefined) return;
    const message = `there are ${lines.length} ${what}, more than ${most}`;
    this.#complain(line.fields[0], "roster-too-large", message, "make several rosters");
  }

  #add(known: Map<string, number>, field: Field | undefined, what: string): void {
    const name = field?.text ?? "";
    if (known.has(name))
      this.#complain(field, "name-taken", `there is a ${what} “${name}” already`, "give each its own name");
    known.set(name, known.size);
  }

  #named(known: ReadonlyMap<string, number>, field: Field | undefined, what: string): number {
    const index = known.get(field?.text ?? "");
    if (index !== undefined) return index;
    const names = [...known.keys()].slice(0, 20).join(", ");
    this.#complain(field, "unknown-name", `there is no ${what} “${field?.text ?? ""}”`, `known: ${names}`);
    return 0;
  }

  #whole(field: Field | undefined, min: number, max: number, what: string): number | undefined {
    const number = /^\d{1,9}$/.test(field?.text ?? "") ? Number(field!.text) : Number.NaN;
    if (number >= min && number <= max) return number;
    // Without a horizon no day is within it, and that has been said.
    if (max < min) return undefined;
    const message = `“${field?.text ?? ""}” is not ${what}`;
    this.#complain(field, "not-a-count", message, `write a whole number from ${min} to ${max}`);
    return undefined;
  }

  #complain(field: Field | undefined, code: Issue["code"], message: string, hint: string): void {
    const { line = 1, column = 1, section = "" } = field ?? {};
    if (this.issues.length < 1000) this.issues.push({ code, path: section, line, column, message, hint });
  }
}
