/** The compiled road: runs that every engine has to get exactly right, and the rules by which it serves. */

import { describe, expect, it } from "vitest";
import { DeadlockError, OfficeError, RunawayError } from "../errors.ts";
import { compilePathways, type PathwayRun } from "./pathway.ts";
import type { ActivityRows, PathwayEvent, PathwayModel, ResourceSpec, Step } from "./pathway-model.ts";

type Seize = Extract<Step, { do: "seize" }>;

/** Who comes when, with which urgency, and down which pathway. */
interface Arrival {
  readonly at: number;
  readonly urgency?: number;
  readonly pathway?: number;
}

/** An office into which given people come. */
function office(
  resources: readonly ResourceSpec[],
  pathways: readonly (readonly Step[])[],
  arrivals: readonly Arrival[],
): PathwayRun {
  return compilePathways(modelOf(resources, pathways, arrivals));
}

function modelOf(
  resources: readonly ResourceSpec[],
  pathways: readonly (readonly Step[])[],
  arrivals: readonly Arrival[],
): PathwayModel {
  return {
    resources,
    attributes: ["urgency"],
    activities: ["consult", "laboratory"],
    pathways: pathways.map((steps, index) => ({ name: `visit ${index}`, visit: true, steps })),
    sources: [
      {
        name: "door",
        cycles: 1,
        begins: () => 0,
        arrival: (_, k) => arrivals[k]?.at ?? Number.NaN,
        admit: ({ attributes }, row, _, k) => {
          attributes[0]![row] = arrivals[k]!.urgency ?? 5;
          return arrivals[k]!.pathway ?? 0;
        },
      },
    ],
  };
}

/** Asks for a resource, works with it and gives it back. */
function use(resource: string, minutes: number, options: Partial<Seize> = {}): Step[] {
  const hold = options.hold ?? resource;
  return [
    { do: "seize", parts: [{ oneOf: [resource] }], activity: "consult", ...options, hold },
    { do: "delay", time: minutes, working: hold },
    { do: "end" },
    { do: "release", holds: [hold] },
  ];
}

/** Everything that happens until nothing is left to happen. */
function eventsOf(run: PathwayRun): PathwayEvent[] {
  const events: PathwayEvent[] = [];
  run.reset(undefined, (event) => events.push(event));
  run.run({ until: "empty" });
  return events;
}

/** The minutes in which something happens, by entity. */
function minutesOf(events: readonly PathwayEvent[], what: PathwayEvent["what"]): number[] {
  const of = events.filter((event) => event.what === what);
  return of.sort((a, b) => a.entity - b.entity || a.time - b.time).map(({ time }) => time);
}

const people = (count: number, at = 0): Arrival[] => Array.from({ length: count }, () => ({ at }));
const byUrgency = { priority: { attribute: "urgency" } } as const;

describe("traces", () => {
  it("serves by priority, and within a priority in the order of arrival", () => {
    const arrivals = [
      { at: 0, urgency: 2 },
      { at: 2, urgency: 3 },
      { at: 2, urgency: 3 },
      { at: 4, urgency: 1 },
    ];
    const run = office([{ name: "physician", capacity: 1 }], [use("physician", 5, byUrgency)], arrivals);
    expect(minutesOf(eventsOf(run), "starts")).toEqual([0, 10, 15, 5]);
  });

  it("lets two who release and ask again at once take turns", () => {
    const steps: Step[] = [{ do: "repeat", times: 3, most: 3, steps: use("telephone", 1) }];
    const run = office([{ name: "telephone", capacity: 1 }], [steps], people(2));
    expect(minutesOf(eventsOf(run), "starts")).toEqual([0, 2, 4, 1, 3, 5]);
  });

  it.each([
    ["resume", [30, 30, 12, 25]],
    ["restart", [35, 35, 12, 25]],
  ] as const)("ends everybody's work at the right minute when others are taken away to %s", (preempt, ends) => {
    const urgent: Partial<Seize> = { priority: -1, preempt, parts: [{ oneOf: ["nurse"], units: 2 }] };
    const arrivals = [...people(2), { at: 2, pathway: 1 }, { at: 15, pathway: 1 }];
    const run = office([{ name: "nurse", capacity: 2 }], [use("nurse", 10), use("nurse", 10, urgent)], arrivals);
    expect(minutesOf(eventsOf(run), "leaves")).toEqual(ends);
  });

  it.each([
    ["finish", [2, 3, 3]],
    ["restart", [2, 3, 5]],
  ] as const)("a capacity of 1, then 3 from minute 1, then 1 from minute 2: %s", (falling, ends) => {
    const changes = () => ({ times: [1, 2], capacities: [3, 1] });
    const run = office([{ name: "nurse", capacity: 1, changes, falling }], [use("nurse", 2)], people(3));
    expect(minutesOf(eventsOf(run), "leaves")).toEqual(ends);
  });

  it("lets nobody begin between shifts", () => {
    const changes = () => ({ times: [5, 10, 15], capacities: [1, 0, 1] });
    const run = office([{ name: "nurse", capacity: 0, changes }], [use("nurse", 5)], people(3));
    expect(minutesOf(eventsOf(run), "leaves")).toEqual([10, 20, 25]);
  });

  it("lets callers 2 and 4 give up", () => {
    const arrivals = [7, 14, 21, 28, 35].map((at) => ({ at }));
    const impatient = use("desk", 11, { patience: () => 3, gaveUp: [{ do: "leave", outcome: "gave up" }] });
    const events = eventsOf(office([{ name: "desk", capacity: 1 }], [impatient], arrivals));
    const gaveUp = events.filter(({ what }) => what === "gives up");
    expect(gaveUp.map(({ entity, time }) => [entity + 1, time])).toEqual([
      [2, 17],
      [4, 31],
    ]);
  });

  it("turns away every other caller when nobody may wait", () => {
    const arrivals = Array.from({ length: 100 }, (_, index) => ({ at: index + 1 }));
    const run = office([{ name: "desk", capacity: 1 }], [use("desk", 1.5, { limit: 0 })], arrivals);
    const events = eventsOf(run);
    expect(events.filter(({ what }) => what === "ends")).toHaveLength(50);
    expect(events.filter(({ what }) => what === "is turned away")).toHaveLength(50);
    expect(run.now).toBe(100.5);
  });
});

describe("rules", () => {
  it("a release hands the unit to the head of the queue before anybody else can take it", () => {
    // The first patient asks again in the very minute in which it gives the nurse back; the second has waited.
    const steps = [...use("nurse", 5), ...use("nurse", 5, { hold: "again" })];
    const run = office([{ name: "nurse", capacity: 1 }], [steps], [{ at: 0 }, { at: 1 }]);
    expect(minutesOf(eventsOf(run), "starts")).toEqual([0, 10, 5, 15]);
  });

  it.each([
    ["fifo", [0, 10, 13]],
    ["first fit", [0, 10, 2]],
  ] as const)("no small request overtakes a large one unless the discipline says so: %s", (discipline, starts) => {
    const pair: Partial<Seize> = { parts: [{ oneOf: ["bed"], units: 2 }] };
    const run = office(
      [{ name: "bed", capacity: 2, discipline }],
      [use("bed", 10), use("bed", 3, pair), use("bed", 1)],
      [{ at: 0 }, { at: 1, pathway: 1 }, { at: 2, pathway: 2 }],
    );
    expect(minutesOf(eventsOf(run), "starts")).toEqual(starts);
  });

  it("giving up leaves exactly one place in one queue", () => {
    const either: Partial<Seize> = {
      parts: [{ oneOf: ["room", "bay"] }],
      patience: () => 2,
      gaveUp: [{ do: "leave", outcome: "gave up" }],
    };
    const run = office(
      [
        { name: "room", capacity: 1 },
        { name: "bay", capacity: 1 },
      ],
      [use("room", 10, either)],
      [...people(2), { at: 1 }, { at: 2 }],
    );
    run.reset();
    run.run({ until: 5 });
    expect(run.present).toBe(2);
    const [room, bay] = [run.resource("room"), run.resource("bay")];
    // Each of the two waited two minutes in each queue.
    expect([room.waiting, bay.waiting]).toEqual([4, 4]);
    run.run({ until: "empty" });
    expect(run.resource("room").busy).toBe(10);
  });

  it("being interrupted leaves exactly one place in one queue, and everything else in hand", () => {
    const both: Partial<Seize> = { parts: [{ oneOf: ["room"], hold: "room" }, { oneOf: ["nurse"] }] };
    const urgent: Partial<Seize> = { priority: -1, preempt: "resume" };
    const run = office(
      [
        { name: "room", capacity: 1 },
        { name: "nurse", capacity: 1 },
      ],
      [use("nurse", 10, both), use("nurse", 5, urgent)],
      [{ at: 0 }, { at: 3, pathway: 1 }],
    );
    const events = eventsOf(run);
    // Who was interrupted after 3 minutes waits for the nurse alone, from 3 to 8, and keeps the room to the end.
    expect(minutesOf(events, "leaves")).toEqual([15, 8]);
    expect([run.resource("room").waiting, run.resource("nurse").waiting]).toEqual([0, 5]);
    expect([run.resource("room").busy, run.resource("nurse").busy]).toEqual([15, 15]);
  });

  it.each([
    ["the call comes first in the minute", 10, [0, 10]],
    ["the patience ends first in the minute", 10 - 2 ** -40, [0]],
    ["the patience ends after it", 10 + 2 ** -40, [0, 10]],
  ])("a unit is not lost between being called and giving up, when %s", (_, patience, starts) => {
    const impatient: Partial<Seize> = {
      patience: () => patience,
      gaveUp: [{ do: "leave", outcome: "gave up" }],
    };
    const run = office(
      [{ name: "nurse", capacity: 1 }],
      [use("nurse", 10), use("nurse", 10, impatient)],
      [{ at: 0 }, { at: 0, pathway: 1 }, { at: 40 }],
    );
    const events = eventsOf(run);
    expect(minutesOf(events, "starts")).toEqual([...starts, 40]);
    const total = (what: PathwayEvent["what"]) => events.filter((event) => event.what === what).length;
    expect(total("frees")).toBe(total("takes"));
  });

  it("an event that changes nothing changes nothing for anybody else", () => {
    const capacity = () => ({ times: [4, 5, 5], capacities: [1, 1, 1] });
    const rowsOf = (changes: ResourceSpec["changes"], steps: readonly Step[]) => {
      const nurse = { name: "nurse", capacity: 1, ...(changes === undefined ? {} : { changes }) };
      const run = office(
        [nurse],
        [[...use("nurse", 5), ...steps], use("nurse", 5)],
        [{ at: 0 }, { at: 0, pathway: 1 }, { at: 5 }],
      );
      const events = eventsOf(run).filter(({ what }) => what !== "capacity");
      return { events, use: run.resource("nurse") };
    };
    const plain = rowsOf(undefined, []);
    expect(rowsOf(capacity, [])).toEqual(plain);
    // Nor does somebody who passes over a delay of no minutes, and gives back what he does not hold.
    expect(
      rowsOf(undefined, [
        { do: "delay", time: 0 },
        { do: "release", holds: ["nurse"] },
      ]).use,
    ).toEqual(plain.use);
  });

  it("a falling capacity lets current work finish, and counts what lingers as overtime", () => {
    const changes = () => ({ times: [3], capacities: [0] });
    const run = office([{ name: "nurse", capacity: 1, changes }], [use("nurse", 10)], people(1));
    run.run({ until: 20 });
    expect(run.resource("nurse")).toMatchObject({ planned: 3, capacity: 10, busy: 10, overtime: 7 });
  });

  it("people stay until the last visitor has left", () => {
    const changes = () => ({ times: [3], capacities: [0] });
    const run = office([{ name: "nurse", capacity: 1, changes, falling: "stay" }], [use("nurse", 4)], people(3));
    expect(minutesOf(eventsOf(run), "leaves")).toEqual([4, 8, 12]);
    expect(run.resource("nurse")).toMatchObject({ planned: 3, capacity: 12, overtime: 9 });
  });

  it("events of one minute happen in the order in which they were scheduled, changes of capacity first", () => {
    const changes = () => ({ times: [5], capacities: [1] });
    const run = office([{ name: "nurse", capacity: 0, changes }], [use("nurse", 1)], [{ at: 5 }, { at: 5 }]);
    const told = eventsOf(run).filter(({ time }) => time === 5);
    expect(told.map(({ what }) => what)).toEqual(["capacity", "arrives", "takes", "starts", "arrives", "waits"]);
  });

  it("goes on where it was when more are alive than there was room for, whoever it was that came", () => {
    // There is room for 64 at first, and then for twice as many, again and again.
    const brothers: Step = {
      do: "parallel",
      branches: Array.from({ length: 100 }, () => [{ do: "delay", time: 1 }] satisfies Step[]),
    };
    const errands: Step = {
      do: "repeat",
      times: 300,
      most: 1000,
      steps: [
        { do: "send", pathway: "visit 1", identity: () => undefined },
        { do: "begin", activity: "laboratory" },
      ],
    };
    const run = office(
      [{ name: "physician", capacity: 1 }],
      [[brothers, errands, ...use("physician", 2)], use("physician", 1)],
      [...Array.from({ length: 1000 }, () => ({ at: 1, pathway: 1 })), { at: 2 }],
    );
    let [lab, done, waited] = [0, 0, 0];
    run.reset({
      activities({ length, activity, outcome, queued, started }) {
        for (let i = 0; i < length; i++) {
          if (outcome[i] === 0 && activity[i] === 1) lab++;
          if (outcome[i] !== 0 || activity[i] !== 0) continue;
          done++;
          waited += started[i]! - queued[i]!;
        }
      },
    });
    run.run({ until: "empty" });
    run.finish();
    // From minute 1 on everybody waits for all before: first the thousand, then the one who came last, then the errands.
    expect({ lab, done, end: run.now }).toEqual({ lab: 300, done: 1301, end: 1303 });
    const ofThousand = (1000 * 999) / 2;
    const ofLast = 1001 - 3;
    const ofErrands = 300 * (1003 - 3) + (300 * 299) / 2;
    expect(waited).toBe(ofThousand + ofLast + ofErrands);
  });

  it("takes everything that is asked for at once, or nothing", () => {
    const both: Partial<Seize> = { parts: [{ oneOf: ["nurse"] }, { oneOf: ["room"] }] };
    const run = office(
      [
        { name: "nurse", capacity: 1 },
        { name: "room", capacity: 1 },
      ],
      [use("room", 10), use("nurse", 4, both), use("nurse", 3)],
      // Who needs both waits for the room; the nurse serves the third meanwhile, who asks later and is not in the way.
      [{ at: 0 }, { at: 1, pathway: 1 }, { at: 2, pathway: 2 }],
    );
    expect(minutesOf(eventsOf(run), "starts")).toEqual([0, 10, 2]);
  });
});

describe("what cannot go on", () => {
  it("two who wait for each other are named as a circle, also at a horizon", () => {
    const crosswise = (first: string, second: string): Step[] => [
      { do: "seize", hold: "first", parts: [{ oneOf: [first] }] },
      { do: "delay", time: 1 },
      ...use(second, 1),
    ];
    const run = office(
      [
        { name: "room", capacity: 1 },
        { name: "nurse", capacity: 1 },
      ],
      [crosswise("room", "nurse"), crosswise("nurse", "room")],
      [{ at: 0 }, { at: 0, pathway: 1 }],
    );
    const circle = "visit 0 0, who waits for nurse, held by visit 1 1, who waits for room, held by visit 0 0";
    expect(() => run.run({ until: 100 })).toThrow(DeadlockError);
    run.reset();
    expect(() => run.run({ until: "empty" })).toThrow(circle);
  });

  it("who waits for more than there ever is, is named once nothing is left to happen", () => {
    const two: Partial<Seize> = { parts: [{ oneOf: ["nurse"], units: 2 }] };
    const run = office([{ name: "nurse", capacity: 1 }], [use("nurse", 1, two)], people(1));
    expect(() => run.run({ until: "empty" })).toThrow("visit 0 0 waits for ever for 2 units of nurse");
    run.reset();
    expect(run.run({ until: 60 })).toBe("horizon");
  });

  it("an event budget and a bound on the living always hold", () => {
    const forEver: Step[] = [{ do: "repeat", steps: [], times: 1e9, most: 1e9 }];
    expect(() => office([], [forEver], people(1)).run({ until: "empty", maxEvents: 1e4 })).toThrow(RunawayError);
    const crowd = office([{ name: "nurse", capacity: 1 }], [use("nurse", 9)], people(50));
    expect(() => crowd.run({ until: "empty", maxEntities: 20 })).toThrow(/21 entities are alive in minute 0/);
  });

  it("what does not fit together is refused where it stands", () => {
    const refused = (steps: Step[]) => () => office([{ name: "nurse", capacity: 1 }], [steps], []);
    expect(refused(use("nusre", 1))).toThrow("step 1 (seize): there is no resource “nusre”; known: nurse");
    expect(refused([...use("nurse", 1), ...use("nurse", 1)])).toThrow("“nurse” is the hold of another seize");
    expect(refused([{ do: "choose", draw: () => 0.5, shares: [0.7, 0.6], branches: [[], []] }])).toThrow(OfficeError);
    expect(refused([{ do: "begin", activity: "lunch" }])).toThrow("there is no activity “lunch”");
    expect(() => office([{ name: "nurse", capacity: 1 }], [[]], []).resource("nusre")).toThrow("known: nurse");
  });

  it("a time that is not a number stops the run where it was drawn", () => {
    const run = office([], [[{ do: "delay", time: () => Number.NaN }]], people(1));
    expect(() => run.run({ until: 10 })).toThrow("step 1 (delay): a length of time came out as NaN");
  });
});

it("goes on from a state that was saved at noon, twice, with the same rows", () => {
  const arrivals = Array.from({ length: 40 }, (_, index) => ({ at: index * 3, urgency: index % 3 }));
  const model = modelOf(
    [{ name: "nurse", capacity: 1, discipline: "lifo" }],
    [use("nurse", 4, { ...byUrgency, preempt: "resume", patience: () => 30 })],
    arrivals,
  );
  const afternoon = (run: PathwayRun, state?: unknown) => {
    const rows: number[][] = [];
    if (state !== undefined) run.restore(state, sinkInto(rows));
    run.run({ until: "empty" });
    run.finish();
    return rows;
  };
  const sinkInto = (rows: number[][]) => ({
    activities: ({ length, entity, queued, started, ended }: ActivityRows) => {
      for (let i = 0; i < length; i++) rows.push([entity[i]!, queued[i]!, started[i]!, ended[i]!]);
    },
  });
  const run = compilePathways(model);
  run.reset();
  run.run({ until: 60 });
  const noon = run.save();
  const first = afternoon(run, noon);
  expect(first.length).toBeGreaterThan(20);
  expect(afternoon(run, noon)).toEqual(first);
  expect(afternoon(compilePathways(model), structuredClone(noon))).toEqual(first);
});
