import { describe, expect, it } from "vitest";
import { EventCalendar } from "./calendar.ts";

/** Everything that happens up to a minute, as [minute, payload]. */
function happenings(calendar: EventCalendar, until = Infinity): [number, number][] {
  const all: [number, number][] = [];
  for (let payload = calendar.next(until); payload >= 0; payload = calendar.next(until)) {
    all.push([calendar.now, payload]);
  }
  return all;
}

/** Whole numbers below `below`, the same ones every time. */
function scatter(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("EventCalendar", () => {
  it("lets events happen in the order of their minutes", () => {
    const calendar = new EventCalendar();
    for (const [minute, payload] of [[9, 1], [2, 2], [5, 3]] as const) calendar.schedule(minute, 0, payload); // biome-ignore format: a table
    expect(happenings(calendar)).toEqual([[2, 2], [5, 3], [9, 1]]); // biome-ignore format: a table
  });

  it("lets what is urgent happen first in its minute, and the rest in the order in which it was scheduled", () => {
    const calendar = new EventCalendar();
    calendar.schedule(1, 0, 10);
    calendar.schedule(1, 5, 11);
    calendar.schedule(1, -1, 12);
    calendar.schedule(1, 0, 13);
    calendar.schedule(1, -1, 14);
    expect(happenings(calendar).map(([, payload]) => payload)).toEqual([12, 14, 10, 13, 11]);
  });

  it("agrees with a sorted list, whatever is scheduled, cancelled and let happen", () => {
    const draw = scatter(7);
    const calendar = new EventCalendar();
    let expected: { time: number; priority: number; payload: number; handle: number }[] = [];
    const handles: number[] = [];
    for (let round = 0; round < 20_000; round++) {
      const action = draw(10);
      if (action < 5) {
        const [time, priority] = [calendar.now + draw(40), draw(3)];
        const handle = calendar.schedule(time, priority, round);
        expected.push({ time, priority, payload: round, handle });
        handles.push(handle);
      } else if (action < 8 && handles.length > 0) {
        const handle = handles[draw(handles.length)]!;
        calendar.cancel(handle);
        expected = expected.filter((event) => event.handle !== handle);
      } else {
        expected.sort((a, b) => a.time - b.time || a.priority - b.priority || a.payload - b.payload);
        const next = expected.shift();
        expect(calendar.nextTime).toBe(next?.time ?? Infinity);
        expect(calendar.next(Infinity)).toBe(next?.payload ?? -1);
        if (next !== undefined) expect(calendar.now).toBe(next.time);
      }
      expect(calendar.size).toBe(expected.length);
    }
  });

  it("stops at the horizon, and lets events of that very minute happen", () => {
    const calendar = new EventCalendar();
    calendar.schedule(10, 0, 1);
    calendar.schedule(10.5, 0, 2);
    expect(happenings(calendar, 10)).toEqual([[10, 1]]);
    expect(calendar.now).toBe(10);
    expect(calendar.nextTime).toBe(10.5);
    expect(calendar.size).toBe(1);
  });

  it("passes over the cancelling of what has happened, even when its place has been taken", () => {
    const calendar = new EventCalendar();
    const past = calendar.schedule(1, 0, 1);
    calendar.next(Infinity);
    calendar.schedule(2, 0, 2);
    calendar.cancel(past);
    calendar.cancel(past);
    expect(happenings(calendar)).toEqual([[2, 2]]);
  });

  it("keeps no litter when thousands of events far ahead are cancelled", () => {
    const calendar = new EventCalendar();
    for (let i = 0; i < 100_000; i++) calendar.cancel(calendar.schedule(1e6, 0, i));
    calendar.schedule(3, 0, 7);
    expect(calendar.size).toBe(1);
    expect(calendar.save().heapTimes.length).toBeLessThan(1000);
    expect(happenings(calendar)).toEqual([[3, 7]]);
  });

  it("refuses the past, and what is no number, with the value", () => {
    const calendar = new EventCalendar();
    calendar.schedule(8, 0, 1);
    calendar.next(Infinity);
    expect(() => calendar.schedule(7.5, 0, 1)).toThrow("an event must lie in minute 8 or after it, got 7.5");
    expect(() => calendar.schedule(Number.NaN, 0, 1)).toThrow("got NaN");
    expect(() => calendar.schedule(9, Number.NaN, 1)).toThrow("the priority of an event must be a number, got NaN");
    expect(() => calendar.goTo(7)).toThrow("got 7");
    expect(calendar.size).toBe(0);
  });

  it("goes on from a saved state as if it had never stopped, as often as asked", () => {
    const calendar = new EventCalendar();
    const draw = scatter(3);
    const handles = Array.from({ length: 500 }, (_, payload) => calendar.schedule(draw(50), draw(2), payload));
    happenings(calendar, 20);
    const state = structuredClone(calendar.save());
    const goOn = (on: EventCalendar) => {
      for (const handle of handles.filter((_, index) => index % 3 === 0)) on.cancel(handle);
      on.schedule(30, 0, 1000);
      return happenings(on);
    };
    const first = goOn(calendar);
    const copy = new EventCalendar();
    copy.restore(state);
    expect(goOn(copy)).toEqual(first);
    calendar.restore(state);
    expect(goOn(calendar)).toEqual(first);
  });

  it("begins anew after a reset", () => {
    const calendar = new EventCalendar();
    calendar.schedule(5, 0, 1);
    calendar.schedule(6, 0, 2);
    calendar.next(Infinity);
    calendar.reset();
    expect([calendar.now, calendar.size, calendar.next(Infinity)]).toEqual([0, 0, -1]);
    calendar.schedule(0, 0, 3);
    expect(happenings(calendar)).toEqual([[0, 3]]);
  });
});
