import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant } from "../random/distributions.ts";
import { daysBetween, weekdayOf } from "../time-of-day.ts";
import { type BookedVisit, nextBestSlots, type WantedVisit } from "./next-slots.ts";
import type { WeekSlot, WeekVisitType } from "./week-problem.ts";

const visitType = (name: string, minutes: number, rest: Partial<WeekVisitType> = {}): WeekVisitType => ({
  name,
  law: constant({ value: minutes }),
  show: 1,
  needs: [],
  demand: { bookings: 10 },
  value: 0,
  mostInSession: 10,
  release: "",
  ...rest,
});

const { demand: _, ...sameDay } = visitType("same day", 10, { reserve: { requests: [], level: 0.8 } });
const visitTypes = [visitType("follow-up", 15), visitType("new patient", 30), sameDay];
const session = { kind: "morning", weekday: 0, from: 480, to: 720, grid: 10, period: 0, sees: [0, 1, 2] };
const problem = {
  start: "2026-12-07",
  visitTypes,
  providers: ["Dr-A", "Dr-B"].map((id) => ({ id, role: "physician", department: "" })),
  sessions: [
    { ...session, provider: 0 },
    { ...session, provider: 1, sees: [0] },
  ],
};

const slot: WeekSlot = {
  provider: "Dr-A",
  department: "",
  weekday: 0,
  start: 480,
  minutes: 20,
  type: "follow-up",
  bookings: 1,
  release: "",
};
const later = { ...slot, start: 600 };
const theirs = { ...slot, provider: "Dr-B", weekday: 1 };
const prices = { day: 1, provider: 0, hour: 0 };
const wanted: WantedVisit = { type: "follow-up", now: { date: "2026-12-07", minutes: 420 }, prices };

const find = (slots: readonly WeekSlot[], more: Partial<WantedVisit> = {}, booked: readonly BookedVisit[] = []) =>
  nextBestSlots(slots, problem, booked, { ...wanted, ...more }).map(({ provider, date, start }) => [
    provider,
    date,
    start,
  ]);

describe("the next best slot", () => {
  it("is the soonest that is left, week after week", () => {
    expect(find([theirs, later, slot], { until: "2026-12-14" })).toEqual([
      ["Dr-A", "2026-12-07", 480],
      ["Dr-A", "2026-12-07", 600],
      ["Dr-B", "2026-12-08", 480],
      ["Dr-A", "2026-12-14", 480],
      ["Dr-A", "2026-12-14", 600],
    ]);
  });

  it("is never over already, and never before the template is in use", () => {
    expect(find([slot, later], { now: { date: "2026-12-07", minutes: 500 } })[0]).toEqual(["Dr-A", "2026-12-07", 600]);
    expect(find([slot], { now: { date: "2026-11-02", minutes: 0 } })[0]).toEqual(["Dr-A", "2026-12-07", 480]);
  });

  it("is not where somebody else comes", () => {
    const booked = { provider: "Dr-A", date: "2026-12-07", start: 490, type: "follow-up" };
    expect(find([slot, later], {}, [booked])[0]).toEqual(["Dr-A", "2026-12-07", 600]);
    expect(find([{ ...slot, bookings: 2 }], {}, [booked])[0]).toEqual(["Dr-A", "2026-12-07", 480]);
    // With another provider, on another day, or between slots, nobody takes this place.
    for (const other of [{ provider: "Dr-B" }, { date: "2026-12-14" }, { start: 500 }]) {
      expect(find([slot], {}, [{ ...booked, ...other }])[0]).toEqual(["Dr-A", "2026-12-07", 480]);
    }
  });

  it("has its price, part by part", () => {
    const hours = { from: 540, to: 600 };
    const offers = nextBestSlots([slot, later, theirs], problem, [], {
      ...wanted,
      provider: "Dr-A",
      hours,
      until: "2026-12-08",
      prices: { day: 5, provider: 20, hour: 8 },
    });
    expect(offers.map(({ provider, start, price, parts }) => ({ provider, start, price, parts }))).toEqual([
      { provider: "Dr-A", start: 600, price: 0, parts: { day: 0, provider: 0, hour: 0 } },
      { provider: "Dr-A", start: 480, price: 8, parts: { day: 0, provider: 0, hour: 8 } },
      { provider: "Dr-B", start: 480, price: 33, parts: { day: 5, provider: 20, hour: 8 } },
    ]);
  });

  it("may be one of another type once that is released, if the provider sees the visit and it fits", () => {
    const kept = { ...slot, type: "new patient", minutes: 30, weekday: 2, release: "1 d before: follow-up, same day" };
    const at = (date: string, minutes: number) => find([kept], { now: { date, minutes }, until: "2026-12-09" });
    expect(at("2026-12-07", 1439)).toEqual([]);
    expect(at("2026-12-08", 0)).toEqual([["Dr-A", "2026-12-09", 480]]);
    const on = { now: { date: "2026-12-08", minutes: 600 }, until: "2026-12-09" };
    expect(find([{ ...kept, release: "20 h before: any" }], on)).toEqual([]);
    expect(find([{ ...kept, release: "22 hours before: any" }], on)).toHaveLength(1);
    expect(find([{ ...kept, release: "1 d before: same day" }], on)).toEqual([]);
    expect(find([{ ...kept, release: "when the physician says so" }], on)).toEqual([]);
    // Dr-B sees no new patients; and a new patient does not fit into a short slot.
    const short = { ...slot, weekday: 2, release: "1 d before: any" };
    expect(find([short], { ...on, type: "new patient" })).toEqual([]);
    const long = { ...short, minutes: 30 };
    expect(find([long], { ...on, type: "new patient" })).toHaveLength(1);
    expect(find([{ ...long, provider: "Dr-B" }], { ...on, type: "new patient" })).toEqual([]);
  });

  it("is on the same day alone where slots are kept for that", () => {
    const kept = { ...slot, type: "same day" };
    expect(find([kept], { type: "same day" })).toEqual([["Dr-A", "2026-12-07", 480]]);
    expect(find([kept], { type: "same day", now: { date: "2026-12-06", minutes: 0 } })).toEqual([]);
  });

  it.each([
    [{ type: "surgery" }, "“surgery” is no visit type of this week; known: follow-up, new patient, same day"],
    [{ provider: "Dr-C" }, "“Dr-C” is no provider of this week; known: Dr-A, Dr-B"],
    [{ from: "2026-12-09", until: "2026-12-08" }, "2026-12-08 comes before 2026-12-09; give the first date first"],
    [{ from: "soon" }, "“soon” is not a date; write it as 2026-01-19"],
  ])("refuses %j", (more, message) => expect(() => find([slot], more)).toThrow(message));

  it("is always a place that is left, in the order of price", () => {
    const slots = fc.array(
      fc.record({
        provider: fc.constantFrom("Dr-A", "Dr-B"),
        weekday: fc.integer({ min: 0, max: 6 }),
        start: fc.integer({ min: 0, max: 71 }).map((step) => 20 * step),
        bookings: fc.integer({ min: 1, max: 2 }),
      }),
      { maxLength: 12 },
    );
    const booked = fc.array(
      fc.record({
        provider: fc.constantFrom("Dr-A", "Dr-B"),
        date: fc.integer({ min: 7, max: 20 }).map((day) => `2026-12-${String(day).padStart(2, "0")}`),
        start: fc.integer({ min: 0, max: 1439 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(slots, booked, fc.integer({ min: 0, max: 9 }), (some, visits, day) => {
        const all = some.map((one) => ({ ...slot, ...one }));
        const places = new Map(all.map((one) => [`${one.provider} ${one.weekday} ${one.start}`, one]));
        const offers = nextBestSlots(
          [...places.values()],
          problem,
          visits,
          { ...wanted, prices: { ...prices, day } },
          99,
        );
        for (const [index, { provider, date, start, left, price }] of offers.entries()) {
          const place = places.get(`${provider} ${weekdayOf(date)} ${start}`)!;
          const there = visits.filter(
            (visit) =>
              visit.provider === provider && visit.date === date && visit.start >= start && visit.start < start + 20,
          );
          expect(left).toBe(place.bookings - there.length);
          expect(left).toBeGreaterThan(0);
          expect(daysBetween(wanted.now.date, date)).toBeGreaterThanOrEqual(0);
          expect(price).toBeGreaterThanOrEqual(offers[index - 1]?.price ?? 0);
        }
      }),
    );
  });
});
