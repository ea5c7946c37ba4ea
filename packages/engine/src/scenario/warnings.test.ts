import { describe, expect, it } from "vitest";
import { applyChanges, variantChanges } from "./changes.ts";
import { offeredLoad } from "./load.ts";
import { checkScenario, parseScenario } from "./parse.ts";
import { warningsOf } from "./warnings.ts";
import { parseWhatIf } from "./what-if.ts";

/** What is strange about an office, by code and place. */
const strange = (text: string) => checkScenario(text).warnings.map(({ code, path }) => `${code} ${path}`);

const day = "praxis: 1\nname: A day\ncalendar: { length: 10 h }\n";

describe("the work that is offered", () => {
  it("follows branches, repeats, what is kept, and work that is sent", () => {
    const office = parseScenario(`${day}
staff: { nurse: { count: 1 }, clerk: { people: { Ann: , Ben: } } }
rooms: { room: { count: 2 }, hall: { count: unlimited } }
visitTypes:
  visit:
    pathway:
      - { take: hall }
      - { activity: rooming, needs: [nurse, room], keeps: room, takes: 4 min }
      - branch: [{ share: 25 %, steps: [{ activity: test, needs: nurse, takes: 8 min }] }]
      - { activity: consult, takes: { uniform: { min: 0 min, max: 20 min } }, frees: room }
      - repeat: { again: 50 %, steps: [{ activity: form, needs: { oneOf: [clerk, nurse] }, takes: 2 min }] }
      - send: { task: note }
      - branch: [{ share: 50 %, steps: [{ leave: early }] }]
      - { activity: pay, needs: Ann, takes: 1 min }
tasks: { note: { pathway: [{ activity: write, needs: clerk, takes: 3 min }] } }
arrivals: { door: { visitType: visit, poisson: 10 per hour } }
`);
    const work = Object.fromEntries(offeredLoad(office).map((load) => [load.resource, [load.work, load.capacity]]));
    // A hundred patients in ten hours. Rooming 4, the test 8 for a quarter, half of two forms of 2 each.
    expect(work["nurse"]).toEqual([100 * (4 + 2 + 2), 600]);
    // The room is kept through the test and the consult.
    expect(work["room"]).toEqual([100 * (4 + 2 + 10), 1200]);
    expect(work["clerk"]).toEqual([100 * (2 + 3 + 0.5), 1200]);
    expect(work["hall"]).toEqual([100 * (4 + 2 + 10 + 4 + 0.5), Infinity]);
  });

  it("counts booked seats, hours of the day, shifts and breaks", () => {
    const office = parseScenario(`
praxis: 1
name: A week
calendar: { start: 2026-01-05, length: 2 wk, opening: { weekdays: "08:00-17:00" } }
staff:
  nurse: { count: 2, shift: { weekdays: "08:00-16:00" }, breaks: [{ at: "12:00", lasts: 30 min }], sickness: 10 % }
visitTypes: { visit: { pathway: [{ activity: consult, needs: nurse, takes: 10 min }] } }
templates: { clinic: [{ from: "08:00", to: "12:00", every: 30 min, seats: 2, visitType: visit }] }
arrivals:
  booked: { appointments: { template: clinic, booked: 50 %, noShow: 25 % } }
  morning: { visitType: visit, hourly: { from: "08:00", rates: [3 per hour, 1 per hour] } }
  noon: { visitType: visit, at: ["12:00", "12:30"] }
  any time: { visitType: visit, count: 4 }
`);
    const [nurse] = offeredLoad(office);
    // Five days of 16 seats, half of them booked, a quarter missed, 4 at the morning's rates, 2 at noon, 4 at any time.
    expect(nurse!.work).toBeCloseTo(5 * (16 * 0.5 * 0.75 + 4 + 2 + 4) * 10, 9);
    expect(nurse!.capacity).toBeCloseTo(5 * 2 * (480 - 30) * 0.9, 9);
  });
});

describe("a warning", () => {
  it("is given for more work than can be done, with its place", () => {
    const office = `${day}staff: { agent: { count: 1 } }
tasks: { call: { pathway: [{ activity: answer, needs: agent, takes: 6 min }] } }
arrivals: { calls: { task: call, poisson: 11 per hour } }
`;
    expect(checkScenario(office).warnings).toEqual([
      {
        code: "overloaded",
        path: "/staff/agent",
        line: 4,
        column: 17,
        message:
          "agent: 660 minutes of work are to be expected where 600 can be done, so queues grow, or people give up",
        hint: "let there be more of them, or less to do",
      },
    ]);
    expect(strange(office.replace("11 per hour", "10 per hour"))).toEqual([]);
  });

  it("is given for whatever nothing uses", () => {
    expect(
      strange(`${day}shifts: { late: "12:00-20:00" }
staff: { nurse: { count: 1 } }
rooms: { room: { count: 1 } }
equipment: { ECG: { count: 1 } }
visitTypes: { visit: { pathway: [] } }
tasks: { note: { pathway: [] } }
templates: { clinic: [{ at: "08:00", visitType: visit }] }
`),
    ).toEqual([
      "unused /staff/nurse",
      "unused /rooms/room",
      "unused /equipment/ECG",
      "unused /visitTypes/visit",
      "unused /tasks/note",
      "unused /templates/clinic",
      "unused /shifts/late",
    ]);
  });

  it("is given for steps that nobody reaches, and for variants that change nothing", () => {
    expect(
      strange(`${day}staff: { nurse: { count: 1 } }
visitTypes:
  visit:
    pathway:
      - branch: [{ share: 40 %, steps: [{ leave: early }] }, { share: 60 %, steps: [{ leave: late }] }]
      - { activity: consult, needs: nurse, takes: 1 min }
arrivals: { door: { visitType: visit, poisson: 1 per hour } }
variants: { same: { set: { staff.nurse.count: 1 } } }
`),
    ).toEqual(["unreachable /visitTypes/visit/pathway/1", "same-as-base /variants/same"]);
  });

  const sourced = `${day}staff: { nurse: { count: 1 } }
visitTypes: { visit: { pathway: [{ activity: consult, needs: nurse, takes: 1 min }] } }
arrivals: { door: { visitType: visit, poisson: 1 per hour } }
variants: { two: { set: { staff.nurse.count: 2 } } }
sources:
  - { path: visitTypes.visit.pathway.consult.takes, source: a page, grade: C }
  - { path: arrivals.door, source: a vendor, grade: D, range: 1 to 3 an hour }
  - { path: staff.nurse, source: a census, grade: A }
`;

  it("is given for numbers that stand on weak sources", () => {
    const { warnings } = checkScenario(sourced);
    expect(warnings.map(({ path, message, hint }) => `${path}: ${message}; ${hint}`)).toEqual([
      "/sources/0: visitTypes.visit.pathway.consult.takes stands on a secondary page (grade C): a page; put your own number there",
      "/sources/1: arrivals.door stands on a vendor's word (grade D): a vendor; put your own number there; it may well lie within 1 to 3 an hour",
    ]);
  });

  it("is given for sources of what is not there, with the nearest that is", () => {
    const { warnings } = checkScenario(sourced.replace("path: staff.nurse,", "path: staff.nusre,"));
    expect(warnings.find(({ code }) => code === "source-of-nothing")).toEqual({
      code: "source-of-nothing",
      path: "/sources/2/path",
      line: 11,
      column: 13,
      message: "this is the source of nothing: there is no staff.nusre",
      hint: 'did you mean "nurse"? known: nurse',
    });
  });

  it("about the file is not given of an office in which a variant has been carried out", () => {
    const office = parseScenario(sourced);
    const changed = applyChanges(office, [...variantChanges(office, "two"), parseWhatIf("arrivals.door=", office)]);
    expect(warningsOf(changed).map(({ code }) => code)).toEqual(["unused", "weak-source"]);
  });
});
