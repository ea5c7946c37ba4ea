import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officeFrom, whatHappens } from "../../test/support/clinic-office.ts";
import { runReplication } from "./run.ts";

const DAY = 1440;

/** A practice in which patients ask between seven and eight for the seats of a clinic, all of them every day unless told otherwise. */
function practice({
  days = 5,
  row = '{ from: "09:00", to: "11:00", every: 1 h }',
  ask = "panel: { patients: 3, asking: 100 % }",
  visitType = "visit",
  extra = "",
} = {}) {
  return officeFrom(`
calendar: { start: 2026-01-05, length: ${days} d, opening: { every day: "07:00-17:00" } }
visitTypes:
  visit: { pathway: [{ activity: talk, takes: 1 min }] }
  check: { pathway: [{ activity: look, takes: 1 min }] }
templates: { clinic: [${row}] }
arrivals:
  patients: { visitType: ${visitType}, between: "07:00-08:00", requests: { template: clinic, ${ask} } }
${extra}`);
}

const arrivals = (office: ReturnType<typeof practice>) => whatHappens(office).visits.map(({ arrived }) => arrived);

describe("patients who ask for an appointment", () => {
  it("are given the first seat from then on, one day after the other", () => {
    const office = practice();
    expect(arrivals(office)).toEqual([0, 1, 2, 3, 4].flatMap((day) => [day * DAY + 540, day * DAY + 600]));
    // Three a day for two seats: 0 + 0 + 1 on the first day, then ever later; of fifteen, ten have come by the end.
    expect(office.access.total("asked")).toBe(15);
    expect(office.access.total("due")).toBe(10);
    expect(office.access.total("leadDays")).toBe(0 + 0 + 0 + 1 + 1 + 1 + 1 + 1 + 1 + 2);
  });

  it("cannot have a seat beyond the booking horizon, and go elsewhere", () => {
    const office = practice({ ask: "panel: { patients: 5, asking: 100 % }, horizon: 1 d" });
    whatHappens(office);
    // Four seats on the first day, then two more each day.
    expect(office.access.total("foundNoSeat")).toBe(1 + 4 * 3);
  });

  it("go elsewhere when they would have to wait too long", () => {
    const office = practice({ ask: "panel: { patients: 3, asking: 100 % }, balks: 12 h" });
    whatHappens(office);
    expect(office.access.total("balked")).toBe(5);
    expect(office.access.total("sameDay")).toBe(10);
  });

  it("miss appointments by the lead time that really arose, and ask again", () => {
    const noShow = "noShow: [{ upTo: 12 h, share: 0 % }, { share: 100 % }]";
    const office = practice({
      days: 3,
      ask: `panel: { patients: 3, asking: 100 % }, ${noShow}, bookAgain: { share: 100 %, after: 1 h }`,
    });
    // The third of the first day comes not on the second, and has lost the seat to nobody.
    expect(arrivals(office).slice(0, 2)).toEqual([540, 600]);
    expect(office.access.total("noShows")).toBe(office.access.total("due") - arrivals(office).length);
    expect(office.access.total("bookedAgain")).toBe(office.access.total("noShows"));
    expect(office.access.total("noShows")).toBeGreaterThan(1);
  });

  it("come from a demand as often as it says", () => {
    const office = practice({ days: 400, row: '{ at: "09:00", seats: 30 }', ask: "demand: 12 per day" });
    whatHappens(office);
    expect(Math.abs(office.access.total("asked") / 400 - 12)).toBeLessThan((3.5 * Math.sqrt(12)) / 20);
    const panel = practice({
      days: 400,
      row: '{ at: "09:00", seats: 30 }',
      ask: "panel: { patients: 1500, asking: 0.8 % }",
    });
    whatHappens(panel);
    expect(Math.abs(panel.access.total("asked") / 400 - 12)).toBeLessThan((3.5 * Math.sqrt(12)) / 20);
  });

  it("find the seats of so many days taken as the run starts", () => {
    const office = practice({ days: 3, ask: "panel: { patients: 1, asking: 100 % }, bookedAhead: 2 d" });
    expect(arrivals(office)).toHaveLength(6);
    expect(office.access.total("due")).toBe(6);
  });

  it("are as many whatever the panel grows to: those who asked before ask in the same minute", () => {
    const of = (patients: number) => {
      const office = practice({
        days: 30,
        row: '{ at: "16:00", seats: 50 }',
        ask: `panel: { patients: ${patients}, asking: 2 % }`,
      });
      return { asked: office.access, identities: identitiesIn(office) };
    };
    const [small, large] = [of(400), of(700)];
    expect(large.identities).toEqual(expect.arrayContaining(small.identities));
    expect(large.identities.length).toBeGreaterThan(small.identities.length * 1.4);
  });
});

describe("seats", () => {
  it("held for the same day are had by nobody before", () => {
    const row = '{ from: "09:00", to: "11:00", every: 1 h, held: { seats: 1, for: same day } }';
    const office = practice({ row });
    whatHappens(office);
    // One of three has the seat that is held, whatever the backlog.
    expect(office.access.total("sameDay")).toBe(2 + 4);
    expect(office.access.days.filled).toBe(10);
  });

  it("held for a visit type are for that, until they are released", () => {
    const row = (until: string) => `{ at: "09:00", seats: 4, held: { for: check, seats: 75 %${until} } }`;
    const ask = "panel: { patients: 4, asking: 100 % }, horizon: 3 d";
    const never = practice({ row: row(""), ask });
    expect(arrivals(never)).toHaveLength(5);
    const released = practice({ row: row(", until: 0 d"), ask });
    expect(arrivals(released)).toHaveLength(20);
    expect(arrivals(practice({ row: row(""), ask, visitType: "check" }))).toHaveLength(20);
  });

  it("are given twice where that is allowed, each beside the patient who is least likely to come", () => {
    const row = (above: string) => `{ from: "09:00", to: "11:00", every: 1 h, overbooked: { most: 1${above} } }`;
    const office = practice({ row: row("") });
    expect(arrivals(office).slice(0, 3)).toEqual([540, 540, 600]);
    expect(office.access.total("overbooked")).toBe(5);
    expect(office.access.total("sameDay")).toBe(15);
    const never = practice({ row: row(", above: 30 %"), ask: "panel: { patients: 3, asking: 100 % }, noShow: 20 %" });
    whatHappens(never);
    expect(never.access.total("overbooked")).toBe(0);
    const often = practice({ row: row(", above: 10 %"), ask: "panel: { patients: 3, asking: 100 % }, noShow: 20 %" });
    whatHappens(often);
    expect(often.access.total("overbooked")).toBe(5);
  });

  it("that are cancelled are free again, and filled from the wait list", () => {
    const ask = "demand: 3 per day, cancellation: 30 %, cancelledAhead: { uniform: { min: 4 h, max: 3 d } }";
    const [left, filled] = ["", ", waitList: 60 %"].map((more) => {
      const office = practice({ days: 200, ask: `${ask}${more}` });
      whatHappens(office);
      return office.access;
    });
    expect(left!.total("cancellations")).toBeGreaterThan(100);
    expect(left!.total("movedUp")).toBe(0);
    expect(filled!.total("movedUp")).toBeGreaterThan(40);
    expect(filled!.days.filled).toBeGreaterThan(left!.days.filled);
    expect(filled!.total("asked")).toBe(left!.total("asked"));
  });

  it("stay empty when cancelled without a word before", () => {
    const office = practice({ days: 100, ask: "panel: { patients: 2, asking: 100 % }, cancellation: 25 %" });
    whatHappens(office);
    const { seats, filled } = office.access.days;
    expect(seats - filled).toBe(office.access.total("cancellations"));
    expect(office.access.total("cancellations")).toBeGreaterThan(20);
  });

  it("are left alone by follow-up visits when others have asked for them", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 20 d, opening: { every day: "07:00-17:00" } }
visitTypes:
  visit: { pathway: [{ activity: talk, takes: 1 min }, { followUp: { in: 2 d, visitType: check, template: clinic } }] }
  check: { pathway: [{ activity: look, takes: 1 min }] }
templates: { clinic: [{ from: "09:00", to: "12:00", every: 1 h }] }
arrivals:
  patients: { visitType: visit, between: "07:00-08:00", requests: { template: clinic, demand: 2 per day } }`);
    const times = arrivals(office);
    expect(new Set(times).size).toBe(times.length);
    expect(office.bookings.followUps).toBeGreaterThan(20);
  });
});

describe("an office of requests", () => {
  const everything = (days: number) =>
    practice({
      days,
      row: '{ from: "09:00", to: "13:00", every: 20 min, held: [{ seats: 30 %, for: same day }, { seats: 2, for: check, until: 1 d }], overbooked: { most: 2, above: 20 % } }',
      visitType: "{ visit: 70 %, check: 30 % }",
      ask:
        "demand: 13 per day, horizon: 21 d, balks: { exponential: { mean: 20 d } }, bookAgain: 70 %, waitList: 40 %, bookedAhead: 3 d, " +
        "noShow: { sameDay: 5 %, from: 20 %, to: 33 %, over: 8 d }, cancellation: 15 %, cancelledAhead: { exponential: { mean: 2 d } }, " +
        "punctuality: { normal: { mean: -5 min, sd: 8 min } }",
      extra: "  others: { visitType: visit, requests: { template: clinic, panel: { patients: 100, asking: 1 % } } }",
    });

  it("is the same on Monday whatever is changed on Tuesday: a holiday, or an outbreak", () => {
    const monday = (change: string, more = "") => {
      const { visits } = whatHappens(
        officeFrom(`
calendar: { start: 2026-01-05, length: 9 d, opening: { every day: "07:00-17:00" }${change} }
visitTypes: { visit: { pathway: [{ activity: talk, takes: { exponential: { mean: 9 min } } }] } }
templates: { clinic: [{ from: "09:00", to: "15:00", every: 20 min, overbooked: { most: 3 } }] }
arrivals:
  patients: { visitType: visit, requests: { template: clinic, demand: 19 per day, noShow: 12 %, bookAgain: 60 %, waitList: 50 %, cancellation: 20 %, cancelledAhead: 1 d } }${more}`),
        4,
      );
      return { first: visits.filter(({ day }) => day < 1), all: visits.length };
    };
    const asItIs = monday("");
    const outbreak =
      "\n  outbreak: { visitType: visit, days: tuesday, requests: { template: clinic, demand: 40 per day } }";
    expect(asItIs.first.length).toBeGreaterThan(8);
    for (const changed of [monday(", closed: [2026-01-06]"), monday("", outbreak)]) {
      expect(changed.first).toEqual(asItIs.first);
      expect(changed.all).not.toBe(asItIs.all);
    }
  });

  it("loses nobody: whoever was due has come or has not, whoever asked has a seat or has gone elsewhere", () => {
    fc.assert(
      fc.property(fc.nat(1000), (replication) => {
        const office = everything(60);
        const { visits } = whatHappens(office, replication);
        const total = (what: Parameters<typeof office.access.total>[0]) => office.access.total(what);
        expect(visits).toHaveLength(total("due") - total("noShows"));
        const ahead = (office.model.memory!.save() as { requests: { booked: unknown[] } }).requests.booked.length;
        const asked = total("asked") + total("bookedAgain") + 3 * 12;
        expect(asked).toBe(ahead + total("due") + total("cancellations") + total("foundNoSeat") + total("balked"));
        expect(Math.min(total("movedUp"), total("overbooked"), total("balked"), total("bookedAgain"))).toBeGreaterThan(
          0,
        );
      }),
      { numRuns: 5 },
    );
  });

  it("goes on from its middle as if nobody had looked", () => {
    const office = everything(40);
    const whole = whatHappens(office).visits.length;
    const counts = JSON.stringify(office.access.save());
    office.streams.replication = 0;
    office.run.reset();
    office.run.run({ until: 20.4 * DAY });
    const state = structuredClone(office.run.save());
    const other = everything(40);
    runReplication(other, { replication: 3 });
    other.streams.replication = 0;
    let rows = 0;
    other.run.restore(state, { visits: (batch) => (rows += batch.length) });
    other.run.run({ until: other.until });
    other.run.finish();
    expect(JSON.stringify(other.access.save())).toBe(counts);
    expect(rows).toBeGreaterThan(whole / 3);
  });

  it("keeps no more in mind than can be booked, however long it lasts", () => {
    const office = practice({ days: 500, ask: "demand: 9 per day, horizon: 30 d, noShow: 30 %, bookAgain: 100 %" });
    whatHappens(office);
    expect(office.access.total("foundNoSeat")).toBeGreaterThan(2000);
    const saved = office.model.memory!.save() as { books: [string, unknown[]][]; requests: Record<string, unknown[]> };
    expect(saved.books[0]![1].length).toBeLessThanOrEqual(33);
    expect(saved.requests["booked"]!.length).toBeLessThanOrEqual(31 * 2);
    expect(saved.requests["agenda"]!.length).toBeLessThanOrEqual(31 * 2 + 4);
    expect(saved.requests["comers"]!.length).toBeLessThanOrEqual(2);
  });
});

/** Who came, as the first number of each identity. */
function identitiesIn(office: ReturnType<typeof practice>): number[] {
  const found: number[] = [];
  const [source] = office.model.sources.filter(({ name }) => name === "patients");
  const admit = source!.admit.bind(source);
  Object.assign(source!, {
    admit: (...[columns, row, cycle, k]: Parameters<typeof admit>) => {
      const pathway = admit(columns, row, cycle, k);
      found.push(columns.identityLo[row]!);
      return pathway;
    },
  });
  whatHappens(office);
  return found;
}
