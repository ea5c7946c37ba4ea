import { describe, expect, it } from "vitest";
import { ScenarioError } from "../errors.ts";
import type { WeekSlot } from "../template/week-problem.ts";
import { weekToCsv } from "./week-csv.ts";
import { weekFromCsv } from "./week-from-csv.ts";

const problem = {
  providers: [
    { id: "Dr-A", role: "physician", department: "" },
    { id: "=HYPERLINK", role: "physician", department: "" },
    { id: "Dr. Müller, Jr.", role: "physician", department: "" },
  ],
  visitTypes: ["visit", "new patient"].map((name) => ({ name })) as never,
};

const slot: WeekSlot = {
  provider: "Dr-A",
  department: "family medicine",
  weekday: 0,
  start: 480,
  minutes: 20,
  type: "visit",
  bookings: 2,
  release: "1 d before: new patient, visit",
};

const slots: readonly WeekSlot[] = [
  slot,
  { ...slot, start: 500, type: "new patient", bookings: 1, release: "" },
  { ...slot, provider: "=HYPERLINK", weekday: 4, department: '+1 "quoted"' },
  { ...slot, provider: "Dr. Müller, Jr.", weekday: 6, start: 0, department: "" },
];

function wrong(text: string) {
  try {
    weekFromCsv(text, problem);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.issues.map(({ code, line, path, message }) => [code, line, path, message]);
  }
  throw new Error("nothing is wrong");
}

describe("a week as a table", () => {
  it("has the columns that record systems import, a slot a line", () => {
    const [heading, first] = weekToCsv([slot]).split("\r\n");
    expect(heading).toBe("provider,department,weekday,start,minutes,type,maximum bookings,release rule");
    expect(first).toBe('Dr-A,family medicine,Monday,08:00,20,visit,2,"1 d before: new patient, visit"');
  });

  it("comes back as it was, formulas and quotation marks included", () => {
    expect(weekFromCsv(weekToCsv(slots), problem)).toEqual(slots);
  });

  it("has no cell that a spreadsheet would take for a formula", () => {
    expect(weekToCsv(slots)).toContain("'=HYPERLINK");
  });

  it("is read with semicolons, short days, other capitals and the columns that are needed", () => {
    const text = "Type;Weekday;Provider;Start\nVISIT;mon;dr-a;8:00\n;;;\nnew patient;Tuesday;Dr-A;13:20\n";
    expect(
      weekFromCsv(text, problem).map(({ type, weekday, start, bookings }) => [type, weekday, start, bookings]),
    ).toEqual([
      ["visit", 0, 480, 1],
      ["new patient", 1, 800, 1],
    ]);
  });

  it("tells everything that is wrong in it, with its line", () => {
    const text = [
      "provider,weekday,start,minutes,type,maximum bookings",
      "Dr-B,Monday,08:00,20,visit,1",
      "Dr-A,Mo,08:00,20,visit,1",
      "Dr-A,Monday,8 o'clock,20,visit,1",
      "Dr-A,Monday,08:20,twenty,visit,1",
      "Dr-A,Monday,08:40,20,vist,99",
      "Dr-A,Monday,09:00,20,visit,1",
      ",Monday,09:20,20,visit,1",
      "Dr-A,Monday,9:00,20,Visit,1",
    ].join("\n");
    expect(wrong(text)).toEqual([
      ["unknown-name", 2, "/provider", "“Dr-B” is no provider of this week"],
      ["unknown-word", 3, "/weekday", "“Mo” is not a day of the week"],
      ["not-a-quantity", 4, "/start", "“8 o'clock” is not a time of day"],
      ["not-a-quantity", 5, "/minutes", "“twenty” is not a number of minutes"],
      ["unknown-name", 6, "/type", "“vist” is no visit type of this week"],
      ["not-a-count", 6, "/maximum bookings", "99 patients cannot be booked into one slot"],
      ["missing-key", 8, "/provider", "the cell “provider” is empty"],
      ["name-taken", 9, "", "the same slot is on line 7 already"],
    ]);
  });

  it("says so when it is something else altogether", () => {
    expect(wrong("")[0]![0]).toBe("empty");
    expect(wrong("lorem ipsum\ndolor sit")[0]).toEqual(["unknown-key", 1, "/lorem ipsum", expect.any(String)]);
    expect(wrong('provider,weekday,start,type\n"Dr-A,Monday')[0]![0]).toBe("not-a-table");
  });
});
