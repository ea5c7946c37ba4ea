/** Sessions of punctual patients, on both roads, against what can be computed exactly. */

import {
  type ActivityRows,
  compilePathways,
  exponential,
  type Process,
  punctualSession,
  Resource,
  Simulation,
  Streams,
  sampler,
} from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { expectNear } from "./expect-near.ts";

/** What happened in one session. */
interface Session {
  readonly waits: readonly number[];
  /** When the last patient left, and how long the provider had nothing to do until then. */
  readonly end: number;
  readonly idle: number;
}

/** Runs sessions with appointments at these minutes, and services of one minute on average. */
type Sessions = (times: readonly number[]) => (replication: number) => Session;

const minute = exponential({ mean: 1 });

const freeHand: Sessions = (times) => (replication) => {
  const streams = new Streams({ seed: "sessions", replication });
  const simulation = new Simulation();
  const provider = new Resource(simulation, { name: "provider", capacity: 1 });
  const waits: number[] = [];
  function* patient(number: number): Process {
    using _unit = yield* provider.seize();
    waits[number] = simulation.now - times[number]!;
    yield* simulation.delay(sampler(minute, streams.of("consult", number))());
  }
  for (const [number, at] of times.entries()) simulation.start(patient(number), { at });
  simulation.run();
  return { waits, end: simulation.now, idle: simulation.now - provider.statistics().busyTime };
};

const compiled: Sessions = (times) => {
  const streams = new Streams({ seed: "sessions" });
  const run = compilePathways({
    resources: [{ name: "provider", capacity: 1 }],
    attributes: [],
    activities: ["consult"],
    pathways: [
      {
        name: "visit",
        visit: true,
        steps: [
          { do: "seize", hold: "provider", parts: [{ oneOf: ["provider"] }], activity: "consult" },
          { do: "delay", time: streams.keyed("consult", minute), working: "provider" },
          { do: "end" },
          { do: "release", holds: ["provider"] },
        ],
      },
    ],
    sources: [
      {
        name: "appointments",
        cycles: 1,
        begins: () => 0,
        arrival: (_, k) => times[k] ?? Number.NaN,
        admit: ({ identityLo }, row, _, k) => {
          identityLo[row] = k;
          return 0;
        },
      },
    ],
  });
  return (replication) => {
    const waits: number[] = [];
    const activities = ({ length, entity, queued, started }: ActivityRows) => {
      for (let row = 0; row < length; row++) waits[entity[row]!] = started[row]! - queued[row]!;
    };
    streams.replication = replication;
    run.reset({ activities });
    run.run({ until: "empty" });
    run.finish();
    return { waits, end: run.now, idle: run.now - run.resource("provider").busy };
  };
};

describe.each([
  ["the free-hand road", freeHand],
  ["the compiled road", compiled],
])("%s", (_, sessions) => {
  it.each([
    ["one a minute", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { meanWait: 1.059454, end: 11.814394, idle: 1.814394 }],
    [
      "two at the start (Bailey-Welch)",
      [0, 0, 1, 2, 3, 4, 5, 6, 7, 8],
      { meanWait: 1.371218, end: 11.040787, idle: 1.040787 },
    ],
  ])("ten punctual patients, %s, wait and keep the provider as known", (_, times, known) => {
    const { waits, meanWait, end, idle } = punctualSession({ times, serviceRate: 1 });
    expect([meanWait, end, idle]).toEqual([known.meanWait, known.end, known.idle].map((x) => expect.closeTo(x, 6)));
    const days = Array.from({ length: 10_000 }, (_, replication) => replication).map(sessions(times));
    expectNear(
      days.map((day) => day.waits.reduce((sum, wait) => sum + wait, 0) / times.length),
      meanWait,
      0.05,
    );
    expectNear(
      days.map((day) => day.end),
      end,
      0.1,
    );
    expectNear(
      days.map((day) => day.idle),
      idle,
      0.06,
    );
    expect(days.every((day) => day.waits[0] === 0)).toBe(true);
    for (let patient = 1; patient < times.length; patient++) {
      expectNear(
        days.map((day) => day.waits[patient]!),
        waits[patient]!,
        0.08,
      );
    }
  });
});
