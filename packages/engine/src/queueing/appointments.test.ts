import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { punctualSession } from "./appointments.ts";

describe("ten punctual patients a minute apart, seen for a minute on average", () => {
  const session = punctualSession({ times: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], serviceRate: 1 });

  it("wait as known, one by one and on average", () => {
    expect(session.meanWait.toFixed(6)).toBe("1.059454");
    expect(session.waits.map((wait) => Number(wait.toFixed(6)))).toEqual([
      0, 0.367879, 0.63855, 0.862592, 1.057959, 1.233426, 1.394049, 1.543052, 1.682638, 1.814394,
    ]);
  });

  it("are all gone when known", () => {
    expect(session.end.toFixed(6)).toBe("11.814394");
  });
});

describe("two patients at the start and then one a minute (Bailey and Welch)", () => {
  it("wait longer, and let the provider go home earlier", () => {
    const session = punctualSession({ times: [0, 0, 1, 2, 3, 4, 5, 6, 7, 8], serviceRate: 1 });
    expect(session.meanWait.toFixed(6)).toBe("1.371218");
    expect(session.end.toFixed(6)).toBe("11.040787");
    expect(session.idle.toFixed(6)).toBe("1.040787");
  });
});

describe("a session of punctual patients", () => {
  const gaps = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 25 });
  const serviceRate = fc.double({ min: 0.02, max: 5, noNaN: true });

  it("lets its last patient leave a wait and a service after coming", () => {
    fc.assert(
      fc.property(gaps, serviceRate, (gaps, serviceRate) => {
        const times = timesFrom(gaps);
        const { waits, end, idle } = punctualSession({ times, serviceRate });
        expect(end).toBeCloseTo(times.at(-1)! + waits.at(-1)! + 1 / serviceRate, 8);
        expect(waits[0]).toBe(0);
        expect(idle).toBeGreaterThanOrEqual(0);
        expect(idle).toBeCloseTo(end - times[0]! - times.length / serviceRate, 8);
      }),
    );
  });

  it("makes patients who come together wait for all before them", () => {
    const { waits, end, idle } = punctualSession({ times: [30, 30, 30, 30], serviceRate: 0.1 });
    expect(waits).toEqual([0, 10, 20, 30]);
    expect([end, idle]).toEqual([70, 0]);
  });

  it("makes nobody wait who comes long after the others, even behind a crowd", () => {
    const crowd = Array.from({ length: 1200 }, () => 0);
    const { waits } = punctualSession({ times: [...crowd, 1000, 1e5], serviceRate: 1 });
    // Of 1,200 services 1,000 are done after as many minutes, give or take 32.
    expect(waits.at(-2)).toBeCloseTo(200, 6);
    expect(waits.at(-1)).toBe(0);
  });

  it("tends to the D/M/1 queue", () => {
    // Arrivals every 1.25 minutes: in the long run the wait is s / (1 - s), where s = exp(-1.25 (1 - s)).
    let s = 0.5;
    for (let step = 0; step < 200; step++) s = Math.exp(-1.25 * (1 - s));
    const times = Array.from({ length: 300 }, (_, patient) => 1.25 * patient);
    expect(punctualSession({ times, serviceRate: 1 }).waits.at(-1)).toBeCloseTo(s / (1 - s), 4);
  });

  it("waits twice as long when all times double", () => {
    fc.assert(
      fc.property(gaps, serviceRate, (gaps, serviceRate) => {
        const times = timesFrom(gaps);
        const once = punctualSession({ times, serviceRate });
        const slower = punctualSession({ times: times.map((time) => 2 * time), serviceRate: serviceRate / 2 });
        expect(slower.meanWait).toBeCloseTo(2 * once.meanWait, 8);
      }),
    );
  });

  it("refuses an empty session and appointments out of order", () => {
    expect(() => punctualSession({ times: [], serviceRate: 1 })).toThrow("a session needs at least one appointment");
    expect(() => punctualSession({ times: [0, 5, 4], serviceRate: 1 })).toThrow("in the order of time, got 4 after 5");
    expect(() => punctualSession({ times: [NaN], serviceRate: 1 })).toThrow("the minute of an appointment");
    expect(() => punctualSession({ times: [0], serviceRate: 0 })).toThrow("a service rate must be positive");
  });
});

function timesFrom(gaps: readonly number[]): number[] {
  const times = [15];
  for (const gap of gaps) times.push(times.at(-1)! + gap);
  return times;
}
