import { describe, expect, it } from "vitest";
import { officeFrom, whatHappens } from "../../test/support/clinic-office.ts";
import type { Office } from "./office.ts";

const visit = `
visitTypes:
  visit: { pathway: [{ activity: talk, takes: 1 min }] }
  check: { pathway: [{ activity: talk, takes: 1 min }] }
`;

/** When people come from a source, in minutes of the run. */
function arrivalsOf(office: Office, source: string, replication = 0): number[] {
  return whatHappens(office, replication)
    .visits.filter((row) => row.source === source)
    .map(({ arrived }) => arrived);
}

function weekWith(source: string, calendar = "start: 2026-01-05, length: 7 d"): Office {
  return officeFrom(`calendar: { ${calendar} }\n${visit}\narrivals:\n  door: ${source}`);
}

describe("patients who come by themselves", () => {
  it("come at all hours where nothing is said of hours", () => {
    const times = arrivalsOf(weekWith("{ visitType: visit, poisson: 6 per hour }"), "door");
    expect(times.length).toBeGreaterThan(850);
    expect(times.length).toBeLessThan(1170);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(9900);
  });

  it("come within their window, and on their days, but not on holidays", () => {
    const office = weekWith(
      "{ visitType: visit, poisson: 6 per hour, between: '08:00-10:00', days: weekdays }",
      "start: 2026-01-05, length: 7 d, closed: [2026-01-06]",
    );
    const times = arrivalsOf(office, "door");
    const days = new Set(times.map((time) => Math.floor(time / 1440)));
    expect([...days]).toEqual([0, 2, 3, 4]);
    for (const time of times) {
      expect(time % 1440).toBeGreaterThanOrEqual(480);
      expect(time % 1440).toBeLessThan(600);
    }
  });

  it("come in the hours of opening where no window is given", () => {
    const office = weekWith(
      "{ visitType: visit, poisson: 6 per hour }",
      "start: 2026-01-05, length: 7 d, opening: { saturday: '09:00-12:00' }",
    );
    const times = arrivalsOf(office, "door");
    expect(times.length).toBeGreaterThan(5);
    for (const time of times) {
      expect(time).toBeGreaterThanOrEqual(5 * 1440 + 540);
      expect(time).toBeLessThan(5 * 1440 + 720);
    }
  });

  it("come at night too, over midnight, also into the first day", () => {
    const times = arrivalsOf(weekWith("{ visitType: visit, poisson: 30 per hour, between: '22:00-02:00' }"), "door");
    expect(times[0]).toBeLessThan(120);
    for (const time of times) expect((time + 120) % 1440).toBeLessThan(240);
  });

  it("come at the rate of the hour", () => {
    const office = weekWith(
      "{ visitType: visit, hourly: { from: '08:00', every: 1 h, rates: [0 per hour, 60 per hour, 0 per hour, 30 per hour] } }",
    );
    const hours = arrivalsOf(office, "door").map((time) => Math.floor((time % 1440) / 60));
    expect([...new Set(hours)].toSorted((a, b) => a - b)).toEqual([9, 11]);
    const nine = hours.filter((hour) => hour === 9).length;
    expect(nine).toBeGreaterThan(350);
    expect(nine).toBeLessThan(500);
  });

  it("follow a list of rates from the start of the run across midnight", () => {
    const office = weekWith(
      "{ visitType: visit, hourly: { from: start, every: 1 h, rates: [0 per hour, 0 per hour, 60 per hour] } }",
      "start: 2026-01-05 23:00, length: 8 h",
    );
    const times = arrivalsOf(office, "door");
    expect(times.length).toBeGreaterThan(30);
    for (const time of times) {
      expect(time).toBeGreaterThanOrEqual(120);
      expect(time).toBeLessThan(180);
    }
  });

  it("may begin with an arrival", () => {
    const office = weekWith("{ visitType: visit, poisson: { meanGap: 5 h }, startsWith: arrival }");
    const plain = weekWith("{ visitType: visit, poisson: { meanGap: 5 h } }");
    expect(arrivalsOf(office, "door")[0]).toBe(0);
    expect(arrivalsOf(plain, "door")[0]).toBeGreaterThan(0);
  });

  it("are as many as were said, each day others at other times", () => {
    const times = arrivalsOf(weekWith("{ visitType: visit, count: 12, between: '08:00-16:00' }"), "door");
    expect(times).toHaveLength(84);
    expect(times.filter((time) => time < 1440)).toHaveLength(12);
    expect(times.slice(0, 12).map((time) => time + 1440)).not.toEqual(times.slice(12, 24));
  });

  it("come at the minutes of a list, and at its clock times on every open day", () => {
    const office = weekWith(
      "{ visitType: visit, at: [10 min, '08:30', 1 d] }",
      "start: 2026-01-05, length: 3 d, closed: [2026-01-06]",
    );
    expect(arrivalsOf(office, "door")).toEqual([10, 510, 1440, 2880 + 510]);
  });

  it("come for one of several visit types by its share", () => {
    const office = weekWith("{ visitType: { visit: 75 %, check: 25 % }, count: 100, between: '08:00-16:00' }");
    const { visits } = whatHappens(office);
    const checks = visits.filter(({ pathway }) => pathway === "check").length;
    expect(checks).toBeGreaterThan(130);
    expect(checks).toBeLessThan(220);
  });

  it("are the same, and some more in between, when demand grows", () => {
    const base = whatHappens(weekWith("{ visitType: visit, poisson: 6 per hour }")).visits;
    const more = whatHappens(weekWith("{ visitType: visit, poisson: 6 per hour, volume: 120 % }")).visits;
    expect(more.length).toBeGreaterThan(base.length);
    // Patient k of the first day comes at five sixths of his time.
    expect(more[3]!.arrived).toBeCloseTo(base[3]!.arrived / 1.2, 9);
  });

  it("stay the same on Monday when Tuesday is a holiday, and on Wednesday too", () => {
    const base = arrivalsOf(weekWith("{ visitType: visit, poisson: 6 per hour }"), "door");
    const holiday = weekWith(
      "{ visitType: visit, poisson: 6 per hour }",
      "start: 2026-01-05, length: 7 d, closed: [2026-01-06]",
    );
    expect(arrivalsOf(holiday, "door")).toEqual(base.filter((time) => time < 1440 || time >= 2880));
  });

  it("come on holidays only if the source says so", () => {
    const calendar = "start: 2026-01-05, length: 2 d, closed: [2026-01-06]";
    const always = weekWith("{ visitType: visit, poisson: 6 per hour, evenWhenClosed: true }", calendar);
    expect(arrivalsOf(always, "door").some((time) => time > 1440)).toBe(true);
  });

  it("are others in another replication, and the same when it is run again", () => {
    const office = weekWith("{ visitType: visit, poisson: 6 per hour }");
    const first = arrivalsOf(office, "door", 0);
    expect(arrivalsOf(office, "door", 1)).not.toEqual(first);
    expect(arrivalsOf(office, "door", 0)).toEqual(first);
  });
});
