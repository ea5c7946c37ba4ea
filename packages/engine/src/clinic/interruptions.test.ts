import { describe, expect, it } from "vitest";
import { officeFrom, whatHappens } from "../../test/support/clinic-office.ts";

function starts(staff: string, at: string, more = "calendar: { start: 2026-01-05 08:00, length: 1 d }"): string[] {
  const office = officeFrom(`
${more}
staff: { nurse: { ${staff} } }
visitTypes: { visit: { pathway: [{ activity: talk, needs: nurse, takes: 20 min }] } }
arrivals: { door: { visitType: visit, at: ${at} } }`);
  return whatHappens(office).activities.map(({ resource, started }) => `${resource} ${started}`);
}

describe("a break", () => {
  it("waits for the current patient, lasts its whole length, and comes before whoever waits", () => {
    const staff = "count: 1, breaks: [{ at: '08:10', lasts: 30 min }]";
    expect(starts(staff, "[0 min, 5 min]")).toEqual(["nurse 0", "nurse 50"]);
  });

  it("is taken by one after the other where several times are given", () => {
    const staff = "count: 2, breaks: [{ at: ['09:00', '09:30'], lasts: 30 min }]";
    expect(starts(staff, "[60 min, 61 min, 95 min, 96 min]")).toEqual([
      "nurse 60",
      "nurse 80",
      "nurse 100",
      "nurse 120",
    ]);
  });

  it("comes so long after the last one has ended", () => {
    const staff = "count: 1, breaks: [{ every: 60 min, lasts: 10 min }]";
    expect(starts(staff, "[50 min, 61 min, 130 min, 141 min]")).toEqual([
      "nurse 50",
      "nurse 80",
      "nurse 130",
      "nurse 160",
    ]);
  });

  it("is counted from the beginning of each shift, and not taken outside of it", () => {
    const staff = "count: 1, shift: '09:00-11:00', breaks: [{ every: 60 min, lasts: 10 min }]";
    expect(starts(staff, "[121 min, 1561 min]", "calendar: { start: 2026-01-05 08:00, length: 3 d }")).toEqual([
      "nurse 130",
      "nurse 1570",
    ]);
  });

  it("is given up when the shift ends before it could begin", () => {
    const staff = "count: 1, shift: '08:00-09:00', atShiftEnd: finish, breaks: [{ at: '08:50', lasts: 30 min }]";
    const calendar = "calendar: { start: 2026-01-05 08:00, length: 2 d }";
    expect(starts(staff, "[45 min, 1440 min]", calendar)).toEqual(["nurse 45", "nurse 1440"]);
  });

  it("is each person's own where persons matter", () => {
    const staff = "people: { Ann: {}, Ben: {} }, breaks: [{ at: ['08:10', '12:00'], lasts: 30 min }]";
    expect(starts(staff, "[15 min, 16 min]")).toEqual(["Ben 15", "Ben 35"]);
  });
});

describe("equipment", () => {
  it("fails, interrupts who uses it, and is repaired", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 1 d }
equipment: { ECG: { count: 1, failures: { after: 10 min, repair: 5 min } } }
visitTypes: { visit: { pathway: [{ activity: record, needs: ECG, takes: 12 min }] } }
arrivals: { door: { visitType: visit, at: [0 min] } }`);
    const [row] = whatHappens(office).activities;
    expect(row).toMatchObject({ started: 0, ended: 17, outcome: "done" });
    expect(office.statistics("ECG").off).toBeGreaterThan(400);
  });

  it("is maintained at its time, after whoever uses it then", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 3 d }
equipment: { ECG: { count: 1, maintenance: { every: 2 d, at: '07:00', lasts: 1 h } } }
visitTypes: { visit: { pathway: [{ activity: record, needs: ECG, takes: 12 min }] } }
arrivals: { door: { visitType: visit, at: [410 min, '07:10'] } }`);
    const waits = whatHappens(office).activities.map(({ queued, started }) => started - queued);
    expect(waits).toEqual([0, 52, 0, 50]);
  });
});
