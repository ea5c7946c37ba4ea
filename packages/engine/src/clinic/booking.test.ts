import { describe, expect, it } from "vitest";
import { officeFrom, whatHappens } from "../../test/support/clinic-office.ts";
import { runReplication } from "./run.ts";

/** A practice of booked visits, for some days. */
function practice({
  days = 5,
  booked = "booked: 100 %",
  rows = "",
  extra = "",
  pathway = "[{ activity: talk, takes: 1 min }]",
} = {}) {
  return officeFrom(`
calendar: { start: 2026-01-05, length: ${days} d, opening: { weekdays: "08:00-17:00" } }
staff: { physician: { count: 2 } }
visitTypes:
  visit:
    pathway: ${pathway}
templates:
  clinic: ${rows || '[{ from: "08:00", to: "10:00", every: 30 min, seats: 1 }]'}
arrivals:
  booked: { visitType: visit, appointments: { template: clinic, ${booked} } }
${extra}`);
}

describe("appointments", () => {
  it("are kept on time where nothing else is said, seat by seat on every open day", () => {
    const { visits } = whatHappens(practice({ days: 8 }));
    expect(visits.map(({ arrived }) => arrived % 1440)).toEqual(
      Array.from({ length: 6 }, () => [480, 510, 540, 570]).flat(),
    );
    expect(visits.map(({ day }) => day)).not.toContain(5);
  });

  it("stop before the end of the row, and may be several a slot", () => {
    const rows = '[{ from: "08:00", to: "09:00", every: 20 min, seats: 2 }, { at: "16:00", seats: 3, days: monday }]';
    const times = whatHappens(practice({ days: 2, rows })).visits.map(({ arrived }) => arrived);
    expect(times.slice(0, 9)).toEqual([480, 480, 500, 500, 520, 520, 960, 960, 960]);
    expect(times.slice(9)).toEqual([480, 480, 500, 500, 520, 520].map((time) => time + 1440));
  });

  it("divide a row into slots", () => {
    const rows = '[{ from: "08:00", to: "10:00", slots: 3 }]';
    expect(whatHappens(practice({ days: 1, rows })).visits.map(({ arrived }) => arrived)).toEqual([480, 520, 560]);
  });

  it("are offered by each of a role, to see that one", () => {
    const office = practice({
      days: 1,
      rows: '[{ from: "08:00", to: "09:00", every: 30 min, provider: physician }]',
      pathway: "[{ activity: consult, needs: { my: physician }, takes: 100 min }]",
    });
    const { activities } = whatHappens(office);
    expect(activities.map(({ resource }) => resource)).toEqual([
      "physician 1",
      "physician 2",
      "physician 1",
      "physician 2",
    ]);
    expect(activities.map(({ started }) => started)).toEqual([480, 480, 580, 580]);
  });

  it("are not offered by who is on leave, but kept by a colleague of who falls ill", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 2 d }
staff:
  physician: { people: { Dr Ada: { absent: [2026-01-05] }, Dr Bob: {} } }
visitTypes:
  visit: { pathway: [{ activity: consult, needs: { my: physician }, takes: 1 min }] }
templates:
  clinic: [{ at: "08:00", provider: physician }]
arrivals:
  booked: { visitType: visit, appointments: { template: clinic } }`);
    const { activities } = whatHappens(office);
    expect(activities.map(({ resource }) => resource)).toEqual(["Dr Bob", "Dr Ada", "Dr Bob"]);
    const ill = officeFrom(`
calendar: { start: 2026-01-05, length: 200 d }
staff:
  physician: { people: { Dr Ada: {}, Dr Bob: {} }, sickness: 10 % }
visitTypes:
  visit: { pathway: [{ activity: consult, needs: { my: physician }, takes: 1 min }] }
templates:
  clinic: [{ at: "08:00", provider: Dr Ada }]
arrivals:
  booked: { visitType: visit, appointments: { template: clinic } }`);
    const seen = whatHappens(ill).activities.map(({ resource }) => resource);
    const byBob = seen.filter((name) => name === "Dr Bob").length;
    expect(seen.length).toBeGreaterThan(195);
    expect(byBob).toBeGreaterThan(5);
    expect(byBob).toBeLessThan(40);
  });

  it("are for the visit type of their slot where a row lists one for each", () => {
    const { visits } = whatHappens(
      officeFrom(`
calendar: { start: 2026-01-05, length: 100 d }
staff: { physician: { count: 2 } }
visitTypes:
  long: { pathway: [{ activity: talk, takes: 20 min }] }
  short: { pathway: [{ activity: talk, takes: 5 min }] }
templates:
  clinic: [{ at: ["10:00", "08:00", "09:00"], seats: 2, visitType: [{ long: 25 %, short: 75 % }, long, short], provider: physician }]
arrivals:
  booked: { appointments: { template: clinic } }`),
    );
    const longAt = (clock: number) => {
      const then = visits.filter(({ arrived }) => arrived % 1440 === clock);
      expect(then).toHaveLength(400);
      return then.filter(({ pathway }) => pathway === "long").length;
    };
    expect(longAt(480)).toBe(400);
    expect(longAt(540)).toBe(0);
    expect(Math.abs(longAt(600) - 100)).toBeLessThan(3.5 * Math.sqrt(400 * 0.25 * 0.75));
  });

  it("are booked, missed and cancelled by their shares, and counted", () => {
    const office = practice({ days: 280, booked: "booked: 80 %, noShow: 10 %, cancellation: 25 %" });
    const { visits } = whatHappens(office);
    const { booked, noShows, cancellations } = office.bookings;
    expect(booked / 800).toBeCloseTo(0.8, 1);
    expect(cancellations / booked).toBeCloseTo(0.25, 1);
    expect(noShows / (booked - cancellations)).toBeCloseTo(0.1, 1);
    expect(visits).toHaveLength(booked - noShows - cancellations);
  });

  it("are missed more often the longer ago they were made, and by visit type", () => {
    const rule = "noShow: { visit: [{ upTo: 7 d, share: 0 % }, { share: 100 % }] }";
    const near = practice({ booked: `booked: 100 %, leadTime: 7 d, ${rule}` });
    const far = practice({ booked: `booked: 100 %, leadTime: 8 d, ${rule}` });
    expect(whatHappens(near).visits).toHaveLength(20);
    expect(whatHappens(far).visits).toHaveLength(0);
    expect(far.bookings.noShows).toBe(20);
  });

  it("are kept early or late, but by nobody before the run has begun", () => {
    const office = practice({ days: 1, booked: "booked: 100 %, punctuality: { constant: -600 min }" });
    expect(whatHappens(office).visits.map(({ arrived }) => arrived)).toEqual([0, 0, 0, 0]);
  });

  it("are kept on the day after at the latest, each once, however late the patient is", () => {
    const office = practice({ booked: "booked: 100 %, punctuality: { constant: 50 h }" });
    const lastMinutes = [2, 3, 4, 5].flatMap((day) => Array.from({ length: 4 }, () => day * 1440 - 1));
    expect(whatHappens(office).visits.map(({ arrived }) => arrived)).toEqual(lastMinutes);
  });

  it("tell branches how long ago they were made, and how late the patient is", () => {
    const office = practice({
      days: 1,
      booked: "booked: 100 %, leadTime: 8 d, punctuality: { constant: 12 min }",
      pathway: `
      - branch: [{ when: { lead time: { above: 7 d }, lateness: { atLeast: 10 min } }, steps: [{ leave: late }] }]
      - { activity: talk, takes: 1 min }`,
    });
    expect(whatHappens(office).visits.map(({ outcome }) => outcome)).toEqual(["late", "late", "late", "late"]);
  });

  it("keep their patients when physicians are added: each seat has its own", () => {
    const rows = '[{ from: "08:00", to: "10:00", every: 30 min, provider: physician }]';
    const pathway = "[{ activity: consult, needs: { my: physician }, takes: { exponential: { mean: 10 min } } }]";
    const two = whatHappens(practice({ rows, pathway, booked: "booked: 70 %" }));
    const three = whatHappens(
      officeFrom(`
calendar: { start: 2026-01-05, length: 5 d, opening: { weekdays: "08:00-17:00" } }
staff: { physician: { count: 3 } }
visitTypes: { visit: { pathway: ${pathway} } }
templates: { clinic: ${rows} }
arrivals: { booked: { visitType: visit, appointments: { template: clinic, booked: 70 % } } }`),
    );
    const lengths = ({ activities }: typeof two, name: string) =>
      activities.filter(({ resource }) => resource === name).map(({ started, ended }) => (ended - started).toFixed(6));
    expect(lengths(two, "physician 1").length).toBeGreaterThan(5);
    expect(lengths(three, "physician 1")).toEqual(lengths(two, "physician 1"));
    expect(lengths(three, "physician 2")).toEqual(lengths(two, "physician 2"));
  });
});

describe("follow-up visits", () => {
  const pathway = `
      - { activity: talk, takes: 1 min }
      - branch: [{ when: { round: { is: 0 } }, steps: [{ followUp: { in: 2 d, visitType: check, template: clinic } }] }]`;
  const yaml = (rows: string, booked: string, days = 14) => `
calendar: { start: 2026-01-05, length: ${days} d }
attributes: { round: { whole: { min: 0, max: 0 } } }
visitTypes:
  visit:
    pathway: ${pathway}
  check: { pathway: [{ activity: check, takes: 1 min }] }
templates:
  clinic: ${rows}
arrivals:
  first: { visitType: visit, at: [1 h, 2 h, 3 h] }
${booked}`;

  it("take the first free seat on or after the day wished for, one after the other", () => {
    const office = officeFrom(yaml('[{ from: "08:00", to: "09:00", every: 30 min }]', ""));
    const checks = whatHappens(office).visits.filter(({ pathway: name }) => name === "check");
    expect(checks.map(({ arrived }) => arrived)).toEqual([2 * 1440 + 480, 2 * 1440 + 510, 3 * 1440 + 480]);
    expect(office.bookings.followUps).toBe(3);
    expect(office.bookings.followUpDays).toBe(1);
  });

  it("find no seat that others have booked in advance", () => {
    const booked = "  others: { visitType: check, appointments: { template: clinic, booked: 60 % } }";
    const office = officeFrom(yaml('[{ from: "08:00", to: "09:00", every: 30 min }]', booked, 30));
    const { visits } = whatHappens(office);
    const seats = visits.filter(({ pathway: name }) => name === "check").map(({ arrived }) => arrived);
    expect(new Set(seats).size).toBe(seats.length);
    expect(visits.filter(({ source }) => source.startsWith("follow-ups"))).toHaveLength(3);
  });

  it("are booked beyond the end of the run as within it", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 1 d, opening: { weekdays: "08:00-17:00" } }
staff: { physician: { people: { Ada: { absent: [2026-01-06] } } } }
visitTypes:
  visit: { pathway: [{ activity: talk, needs: { my: physician }, takes: 1 min }, { followUp: { in: 1 d, template: clinic } }] }
templates: { clinic: [{ from: "08:00", to: "09:00", every: 30 min, provider: Ada }] }
arrivals: { first: { visitType: visit, at: [9 h, 10 h, 11 h] } }`);
    whatHappens(office);
    // Two on Wednesday, as she is away on Tuesday, and one on Thursday.
    expect(office.bookings).toMatchObject({ followUps: 3, followUpDays: 1 + 1 + 2 });
  });

  it("begin anew in every replication", () => {
    const office = officeFrom(yaml('[{ at: "08:00" }]', ""));
    const first = whatHappens(office).visits;
    whatHappens(office, 1);
    expect(whatHappens(office).visits).toEqual(first);
  });

  it("are still in the book after the run has been saved and restored", () => {
    const booked = "  others: { visitType: check, appointments: { template: clinic, booked: 60 %, noShow: 20 % } }";
    const office = officeFrom(yaml('[{ from: "08:00", to: "09:00", every: 30 min }]', booked));
    const whole = whatHappens(office).visits;
    const counts = { ...office.bookings };
    office.streams.replication = 0;
    office.run.reset();
    office.run.run({ until: 1500 });
    const state = structuredClone(office.run.save());
    runReplication(office, { replication: 3 });
    office.streams.replication = 0;
    let rows = 0;
    office.run.restore(state, { visits: (batch) => (rows += batch.length) });
    office.run.run({ until: office.until });
    office.run.finish();
    expect(office.bookings).toEqual(counts);
    expect(rows).toBeGreaterThanOrEqual(whole.filter(({ left }) => left > 1500).length);
  });
});
