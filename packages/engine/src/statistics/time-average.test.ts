import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimeAverage, type TimeAverageOptions } from "./time-average.ts";

/** How long a level holds, and what follows. */
type Stretch = readonly [minutes: number, next: number];

const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })), {
  maxLength: 30,
});

describe("the time average of a queue", () => {
  it("weighs each length of the queue by how long it lasted", () => {
    // Empty for 10 minutes, two for 5, one for 5: 15 patient-minutes in 20 minutes.
    const queue = follow(
      [
        [10, 2],
        [5, 1],
        [5, 0],
      ],
      { keepLevels: true },
    );
    expect([queue.span, queue.area, queue.mean, queue.now, queue.level]).toEqual([20, 15, 0.75, 20, 0]);
    expect(queue.variance).toBeCloseTo((10 * 0 + 5 * 4 + 5 * 1) / 20 - 0.75 ** 2, 12);
    expect([0, 1, 2, 3].map((level) => queue.timeAt(level))).toEqual([10, 5, 5, 0]);
  });

  it("is not defined before any time has passed", () => {
    const queue = new TimeAverage({ start: 480, level: 3 });
    queue.advanceTo(480);
    expect([queue.span, queue.mean, queue.variance]).toEqual([0, NaN, NaN]);
  });

  it("counts a level that holds for no time as nothing", () => {
    const queue = new TimeAverage({ level: 1 });
    queue.advanceTo(10);
    queue.level = 1000;
    queue.advanceTo(10);
    queue.level = 1;
    queue.advanceTo(20);
    expect([queue.mean, queue.variance]).toEqual([1, 0]);
  });

  it("forgets the warm-up, but not who is waiting", () => {
    const queue = new TimeAverage({ level: 50, keepLevels: true });
    queue.advanceTo(100);
    queue.reset();
    queue.advanceTo(110);
    queue.level = 0;
    queue.advanceTo(120);
    expect([queue.mean, queue.span, queue.timeAt(50), queue.timeAt(0)]).toEqual([25, 20, 10, 10]);
    expect(queue.variance).toBeCloseTo(625, 10);
  });

  it("agrees with the sums over all stretches", () => {
    fc.assert(
      fc.property(stretches, (queue) => {
        const average = follow(queue, { keepLevels: true });
        const levels = [0, ...queue.map(([, next]) => next)];
        const weighted = (power: number) =>
          queue.reduce((sum, [minutes], index) => sum + minutes * levels[index]! ** power, 0) / average.span;
        if (average.span === 0) return;
        expect(average.mean).toBeCloseTo(weighted(1), 9);
        expect(average.variance).toBeCloseTo(weighted(2) - weighted(1) ** 2, 8);
        const time = levels.map(
          (_, index) => levels.indexOf(levels[index]!) === index && average.timeAt(levels[index]!),
        );
        expect(time.reduce<number>((sum, minutes) => sum + Number(minutes), 0)).toBeCloseTo(average.span, 9);
      }),
    );
  });

  it("is the same for a morning and an afternoon merged as for the whole day", () => {
    fc.assert(
      fc.property(stretches, stretches, fc.boolean(), (morning, afternoon, keepLevels) => {
        const merged = follow(morning, { keepLevels });
        const rest = follow(afternoon, { keepLevels, start: merged.now, level: merged.level });
        merged.merge(rest);
        const day = follow([...morning, ...afternoon], { keepLevels });
        expect([merged.now, merged.level, merged.span]).toEqual([day.now, day.level, day.span]);
        if (day.span === 0) return;
        expect(merged.mean).toBeCloseTo(day.mean, 10);
        expect(merged.variance).toBeCloseTo(day.variance, 8);
        if (keepLevels) for (let level = 0; level <= 40; level++) expect(merged.timeAt(level)).toBe(day.timeAt(level));
      }),
    );
  });

  it("appends a span however short, and takes over the level of one without length", () => {
    const queue = new TimeAverage({ level: 1 });
    queue.advanceTo(0.5);
    const next = new TimeAverage({ start: 0.5, level: 3 });
    queue.merge(next);
    expect([queue.mean, queue.level]).toEqual([1, 3]);
    next.advanceTo(1);
    queue.merge(next);
    expect([queue.mean, queue.variance, queue.now]).toEqual([2, 1, 1]);
  });

  it("continues from its saved state as if it had never stopped", () => {
    fc.assert(
      fc.property(stretches, stretches, fc.boolean(), (before, after, keepLevels) => {
        const restored = TimeAverage.restore(JSON.parse(JSON.stringify(follow(before, { keepLevels }).save())));
        const whole = follow(before, { keepLevels });
        for (const average of [restored, whole]) live(average, after);
        expect(restored.save()).toEqual(whole.save());
      }),
    );
  });

  it("keeps the time of a level far above those before", () => {
    const queue = new TimeAverage({ keepLevels: true });
    queue.level = 5000;
    queue.advanceTo(1);
    queue.level = 3;
    queue.advanceTo(3);
    expect([queue.timeAt(5000), queue.timeAt(3), queue.timeAt(4999), queue.timeAt(9999)]).toEqual([1, 2, 0, 0]);
  });
});

describe("a time average used wrongly", () => {
  it("does not go back in time", () => {
    const queue = new TimeAverage({ start: 60 });
    expect(() => queue.advanceTo(59)).toThrow(new RangeError("time only goes forward: it is minute 60, got 59"));
    expect(() => queue.advanceTo(NaN)).toThrow(RangeError);
    expect(() => queue.advanceTo(Infinity)).toThrow(RangeError);
  });

  it("takes no level that is not a number, and keeps time only for whole levels", () => {
    expect(() => new TimeAverage({ level: NaN })).toThrow("a level must be a finite number, got NaN");
    expect(() => new TimeAverage({ start: Infinity })).toThrow("a span must start at a finite minute, got Infinity");
    const queue = new TimeAverage({ keepLevels: true });
    for (const level of [-1, 0.5, 2e6]) {
      expect(() => {
        queue.level = level;
      }).toThrow(`a level whose time is kept must be a whole number from 0 to 1000000, got ${level}`);
    }
    expect(() => new TimeAverage().timeAt(1)).toThrow("ask for it with keepLevels");
  });

  it("merges only what follows, and only like with like", () => {
    const morning = new TimeAverage();
    morning.advanceTo(240);
    expect(() => morning.merge(new TimeAverage({ start: 300 }))).toThrow(
      "the next span must begin at minute 240, got one from minute 300",
    );
    expect(() => morning.merge(new TimeAverage({ start: 240, keepLevels: true }))).toThrow("both or neither");
  });
});

function follow(queue: readonly Stretch[], options: TimeAverageOptions = {}): TimeAverage {
  const average = new TimeAverage(options);
  live(average, queue);
  return average;
}

function live(average: TimeAverage, queue: readonly Stretch[]): void {
  for (const [minutes, next] of queue) {
    average.advanceTo(average.now + minutes);
    average.level = next;
  }
}
