import { describe, expect, it } from "vitest";
import { officeFrom, waitsFor, whatHappens } from "../../test/support/clinic-office.ts";

const talk = "visitTypes: { visit: { pathway: [{ activity: talk, needs: nurse, takes: 10 min }] } }";

describe("staff, rooms and equipment", () => {
  it("are pooled where people are alike, and single where patients have their own", () => {
    const alike = officeFrom(`
calendar: { length: 1 d }
staff: { nurse: { count: 3 } }
${talk}
arrivals: { door: { visitType: visit, at: [0 min] } }`);
    expect(alike.resources).toEqual(["nurse"]);
    expect(alike.units.get("nurse")).toMatchObject({ count: 3, members: ["nurse"] });
    const own = officeFrom(`
calendar: { length: 1 d }
staff: { nurse: { count: 3 } }
visitTypes: { visit: { pathway: [{ activity: talk, needs: { my: nurse }, takes: 10 min }] } }
arrivals: { door: { visitType: visit, at: [0 min] } }`);
    expect(own.resources).toEqual(["nurse 1", "nurse 2", "nurse 3"]);
  });

  it("without limit keep the time at each level", () => {
    const office = officeFrom(`
calendar: { length: 100 min }
rooms: { bed: { count: unlimited, planFor: [1] } }
visitTypes: { visit: { pathway: [{ take: bed }, { activity: rest, takes: 10 min }] } }
arrivals: { door: { visitType: visit, at: [0 min, 5 min] } }`);
    whatHappens(office);
    expect(office.statistics("bed").levels.slice(0, 3)).toEqual([85, 10, 5]);
  });

  it("are asked in order of appointments where their discipline says so", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05 08:00, length: 4 h }
staff: { nurse: { count: 1, discipline: by appointment } }
${talk}
templates: { early: [{ at: "08:01" }], late: [{ at: "08:30" }] }
arrivals:
  door: { visitType: visit, at: [0 min, 3 min] }
  too soon: { visitType: visit, appointments: { template: late, punctuality: { constant: -28 min } } }
  too late: { visitType: visit, appointments: { template: early, punctuality: { constant: 3 min } } }`);
    const { activities, visits } = whatHappens(office);
    const sourceOf = new Map(visits.map(({ serial, source }) => [serial, source]));
    const order = activities.toSorted((a, b) => a.started - b.started).map(({ patient }) => sourceOf.get(patient));
    // He who came too late for the minute 1 goes before who came in minute 3 without appointment; minute 30 comes last.
    expect(order).toEqual(["door", "too late", "door", "too soon"]);
  });

  it("let whoever waits for one of a role go on when one of its people is free", () => {
    const office = officeFrom(`
calendar: { length: 1 d }
staff: { nurse: { people: { Ann: {}, Ben: {} } } }
visitTypes:
  visit: { pathway: [{ activity: talk, needs: nurse, takes: 10 min }] }
  guest: { pathway: [{ waitUntil: { free: nurse, atLeast: 1 } }, { activity: greet, takes: 1 min }] }
arrivals:
  door: { visitType: visit, at: [0 min, 3 min] }
  friends: { visitType: guest, at: [5 min] }`);
    expect(whatHappens(office).activities.find(({ activity }) => activity === "greet")?.started).toBe(10);
  });

  it("stay until the last visitor has left, or finish what they have in hand", () => {
    const yaml = (atShiftEnd: string) => `
calendar: { start: 2026-01-05 08:00, length: 2 d }
staff: { nurse: { count: 1, shift: "08:00-09:00", atShiftEnd: ${atShiftEnd} } }
${talk}
arrivals: { door: { visitType: visit, at: [55 min, 56 min] } }`;
    expect(waitsFor(officeFrom(yaml("stay")), "talk")).toEqual([0, 9]);
    const finish = officeFrom(yaml("finish"));
    expect(waitsFor(finish, "talk")).toEqual([0, 1384]);
    expect(finish.statistics("nurse").overtime).toBe(5);
  });

  it("are away for whole days when people are ill: some in each replication, others in the next", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 100 d }
staff: { nurse: { count: 10, shift: "08:00-16:00", sickness: 20 % } }
${talk}
arrivals: { door: { visitType: visit, at: [0 min] } }`);
    const planned = [0, 1].map((replication) => {
      whatHappens(office, replication);
      return office.statistics("nurse").planned;
    });
    expect(planned[0]! / (100 * 480 * 10)).toBeCloseTo(0.8, 1);
    expect(planned[0]).not.toBe(planned[1]);
  });
});
