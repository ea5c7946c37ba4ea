import { describe, expect, it } from "vitest";
import { DayList, DayLists } from "./day-list.ts";

describe("the list of a day", () => {
  it("is in order of time, and those of the same minute in the order in which they were put", () => {
    const list = new DayList();
    for (const [who, time] of [30, 10, 20, 10, 40].entries()) list.put(time, who);
    expect([...list.times.subarray(0, list.length)]).toEqual([10, 10, 20, 30, 40]);
    expect([...list.who.subarray(0, list.length)]).toEqual([1, 3, 2, 0, 4]);
  });

  it("grows with the day", () => {
    const list = new DayList();
    for (let who = 0; who < 100; who++) list.put(100 - who, who);
    expect(list.length).toBe(100);
    expect(list.who[0]).toBe(99);
  });
});

describe("the lists of days", () => {
  it("are filled once, and again for another replication or after they have been forgotten", () => {
    const filled: number[] = [];
    let replication = 0;
    const lists = new DayLists(
      () => new DayList(),
      (list, day) => {
        filled.push(day);
        list.put(day, 0);
      },
      () => replication,
    );
    lists.on(0);
    lists.on(1);
    lists.on(0);
    expect(filled).toEqual([0, 1]);
    replication = 1;
    lists.on(1);
    lists.forget();
    expect(lists.on(1).length).toBe(1);
    expect(filled).toEqual([0, 1, 1, 1]);
  });
});
