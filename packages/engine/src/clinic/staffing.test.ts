import { describe, expect, it } from "vitest";
import { Days } from "../scenario/days.ts";
import { type PlanOptions, StaffPlan } from "./staffing.ts";

const days = new Days({ start: "2026-01-05", length: "7 d", closed: ["2026-01-09"] });

function plan(options: PlanOptions, on: Days = days): StaffPlan {
  return new StaffPlan(options, on, { early: "07:30-15:30", late: { weekdays: "09:30-18:00" } });
}

/** Hours of a day, by the clock, at which so many are there. */
function levelsOn(staff: StaffPlan, day: number, hours: readonly number[]): number[] {
  return hours.map((hour) => staff.levelAt(days.midnight(day) + hour * 60));
}

describe("a plan of staff", () => {
  it("never changes where nothing is said of hours", () => {
    const always = plan({ count: 3 }, new Days({ length: "7 d" }));
    expect(always.initial).toBe(3);
    expect(always.changes().times).toHaveLength(0);
  });

  it("follows the hours of opening where no shift is given, and holidays", () => {
    const open = new Days({
      start: "2026-01-05",
      length: "3 d",
      opening: { weekdays: "08:00-17:00" },
      closed: ["2026-01-06"],
    });
    const staff = plan({ count: 2 }, open);
    expect(staff.initial).toBe(0);
    expect(staff.changes()).toEqual({ times: [0, 480, 1020, 3360, 3900], capacities: [0, 2, 0, 2, 0] });
    expect(staff.plannedOn(1)).toBe(false);
  });

  it("goes on after the run, for whoever books that far ahead", () => {
    const staff = plan({ count: 1, roster: ["early", null], absent: new Set([10]) });
    expect([7, 8, 9, 10, 12].map((day) => staff.plannedOn(day))).toEqual([false, true, false, false, true]);
    expect(plan({ count: 1, shift: "late" }).plannedOn(12)).toBe(false);
  });

  it("has everybody there from … to …, on every day but holidays", () => {
    const staff = plan({ count: 2, shift: "08:00-17:00" });
    expect(levelsOn(staff, 0, [7.9, 8, 16.9, 17])).toEqual([0, 2, 2, 0]);
    expect(levelsOn(staff, 4, [8, 12])).toEqual([0, 0]);
  });

  it("follows named shifts, and those of weekdays", () => {
    expect(levelsOn(plan({ count: 1, shift: "early" }), 5, [7.5, 15.5])).toEqual([1, 0]);
    expect(levelsOn(plan({ count: 1, shift: "late" }), 5, [10])).toEqual([0]);
  });

  it("adds up the levels of a day", () => {
    const staff = plan({
      count: 5,
      shift: [
        { from: "08:00", to: "18:00", count: 2 },
        { from: "10:00", to: "12:00", count: 3 },
      ],
    });
    expect(levelsOn(staff, 1, [8, 10, 12, 18])).toEqual([2, 5, 2, 0]);
  });

  it("gives each single person his place in the levels", () => {
    const shift = [
      { from: "08:00", to: "18:00", count: 2 },
      { from: "10:00", to: "12:00", count: 1 },
    ];
    const [second, third] = [1, 2].map((person) => plan({ count: 1, person, shift }));
    expect(levelsOn(second!, 1, [8, 11, 17])).toEqual([1, 1, 1]);
    expect(levelsOn(third!, 1, [8, 11, 17])).toEqual([0, 1, 0]);
    expect(plan({ count: 1, shift: { monday: shift } }).most).toBe(3);
  });

  it("carries a night shift over midnight, also into the first day", () => {
    const nights = plan({ count: 1, shift: "22:00-06:00" });
    expect(nights.initial).toBe(1);
    expect(levelsOn(nights, 0, [0, 5.9, 6, 22, 23.9])).toEqual([1, 1, 0, 1, 1]);
    expect(levelsOn(nights, 1, [5.9, 6])).toEqual([1, 0]);
  });

  it("counts nobody twice where spans overlap", () => {
    expect(levelsOn(plan({ count: 1, shift: ["08:00-12:00", "11:00-15:00"] }), 0, [11.5, 14])).toEqual([1, 1]);
  });

  it("follows a roster, day by day and over again", () => {
    const staff = plan({ count: 1, roster: ["early", null, "12:00-20:00"] });
    expect(levelsOn(staff, 0, [8])).toEqual([1]);
    expect(levelsOn(staff, 1, [8, 13])).toEqual([0, 0]);
    expect(levelsOn(staff, 2, [8, 13])).toEqual([0, 1]);
    expect(levelsOn(staff, 3, [8])).toEqual([1]);
  });

  it("leaves out days of absence", () => {
    const staff = plan({ count: 1, shift: "early", absent: new Set([1]) });
    expect(levelsOn(staff, 1, [8])).toEqual([0]);
    expect(staff.plannedOn(1)).toBe(false);
    expect(staff.worksBetween(1440, 2880)).toBe(false);
    expect(staff.worksBetween(1440, 2880 + 500)).toBe(true);
  });

  it("lets people fall ill for a day, others in every replication", () => {
    let replication = 0;
    const isIll = (person: number, day: number) => replication === 1 && person === 0 && day === 2;
    const staff = plan({ count: 2, shift: "early", illness: { replication: () => replication, isIll } });
    expect(levelsOn(staff, 2, [8])).toEqual([2]);
    replication = 1;
    expect(levelsOn(staff, 2, [8])).toEqual([1]);
    expect(levelsOn(staff, 3, [8])).toEqual([2]);
    // Planned she was: her patients come.
    expect(staff.plannedOn(2)).toBe(true);
  });

  it("tells the working hours of each of several people", () => {
    const staff = plan({
      count: 2,
      shift: [
        { from: "08:00", to: "18:00", count: 1 },
        { from: "10:00", to: "12:00", count: 1 },
      ],
    });
    expect(staff.spansOfPerson(0)[0]).toEqual({ from: 480, to: 1080 });
    expect(staff.spansOfPerson(1)[0]).toEqual({ from: 600, to: 720 });
    expect(plan({ count: 1 }, new Days({ length: "1 d" })).spansOfPerson(0)).toEqual([{ from: 0, to: Infinity }]);
  });
});
