/**
 * The models of the kernel benchmark as pathways, on the compiled road.
 *
 * @module
 */

import {
  compilePathways,
  type Distribution,
  type Draw,
  exponential,
  gamma,
  lognormal,
  type PathwayModel,
  type PathwayStep,
  type RowSink,
  Streams,
  triangular,
  uniform,
} from "@praxis/engine";
import type { Measured } from "./free-hand.ts";

/** One physician at nine tenths of what they can do. */
function mm1(customers: number): Measured {
  return queue(1, customers);
}

/** Four physicians at nine tenths of what they can do. */
function mm4(customers: number): Measured {
  return queue(4, customers);
}

function queue(servers: number, customers: number): Measured {
  const streams = new Streams({ seed: 42 });
  const gap = streams.keyed("gap", exponential({ mean: 1 / (0.9 * servers) }));
  const service = streams.keyed("service", exponential({ mean: 1 }));
  let last = 0;
  const waits = new Waits([0]);
  const run = compilePathways({
    resources: [{ name: "physician", capacity: servers }],
    attributes: [],
    activities: ["consult"],
    pathways: [{ name: "visit", visit: true, steps: activity("consult", "physician", service) }],
    sources: [
      {
        name: "door",
        cycles: 1,
        begins: () => 0,
        arrival: (_, k) => {
          if (k >= customers) return Number.NaN;
          last += gap(k, 0, 0);
          return last;
        },
        admit: ({ identityLo }, row, _, k) => {
          identityLo[row] = k;
          return 0;
        },
      },
    ],
  });
  run.reset(waits);
  run.run({ until: "empty" });
  run.finish();
  return { work: customers, meanWait: waits.sum / customers };
}

/** The clinic day: 48 booked patients and 12 walk-ins through desk, exam room, assistant, provider and laboratory. */
function clinicDays(days: number): Measured {
  const streams = new Streams({ seed: 42 });
  const draw = (purpose: string, law: Distribution) => streams.keyed(purpose, law);
  const punctuality = draw("punctuality", uniform({ min: 0, max: 25 }));
  const walkIn = draw("walk-ins", uniform({ min: 0, max: 480 }));
  const resources = [
    { name: "desk", capacity: 2 },
    { name: "exam room", capacity: 4 },
    { name: "assistant", capacity: 2 },
    { name: "provider", capacity: 3 },
    { name: "laboratory", capacity: 1 },
  ];
  const steps: PathwayStep[] = [
    ...activity("check-in", "desk", draw("check-in", triangular({ min: 2, mode: 3, max: 6 }))),
    { do: "seize", hold: "room", parts: [{ oneOf: ["exam room"] }], activity: "exam room" },
    { do: "end" },
    ...activity("rooming", "assistant", draw("rooming", uniform({ min: 4, max: 8 }))),
    ...activity("consult", "provider", draw("consult", lognormal({ mean: 15, sd: 6 }))),
    {
      do: "choose",
      draw: streams.keyedUniform("laboratory"),
      shares: [0.3],
      branches: [
        [
          ...activity("test", "laboratory", draw("test", gamma({ mean: 8, shape: 2 }))),
          ...activity("review", "provider", draw("review", uniform({ min: 4, max: 8 }))),
        ],
      ],
    },
    { do: "release", holds: ["room"] },
    ...activity("check-out", "desk", draw("check-out", triangular({ min: 1, mode: 2, max: 4 }))),
  ];
  const activities = ["check-in", "exam room", "rooming", "consult", "test", "review", "check-out"];
  const order = Int32Array.from({ length: 60 }, (_, k) => k);
  const times = new Float64Array(60);
  const model: PathwayModel = {
    resources,
    attributes: [],
    activities,
    pathways: [{ name: "visit", visit: true, steps }],
    sources: [
      {
        name: "door",
        cycles: 1,
        begins: () => {
          for (let k = 0; k < 60; k++) times[k] = k < 48 ? 10 * k + punctuality(k, 0, 0) : walkIn(k, 0, 0);
          sortNearly(order, times);
          return 0;
        },
        arrival: (_, k) => (k < 60 ? times[order[k]!]! : Number.NaN),
        admit: ({ identityLo }, row, _, k) => {
          identityLo[row] = order[k]!;
          return 0;
        },
      },
    ],
  };
  const run = compilePathways(model);
  const waits = new Waits([1, 2]);
  for (let day = 0; day < days; day++) {
    streams.replication = day;
    run.reset(waits);
    run.run({ until: "empty" });
    run.finish();
  }
  return { work: days, meanWait: waits.sum / (60 * days) };
}

/** Sorts by time what is nearly sorted already: those booked come in almost the same order every day. */
function sortNearly(order: Int32Array, times: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const who = order[i]!;
    const time = times[who]!;
    let place = i;
    for (; place > 0 && times[order[place - 1]!]! > time; place--) order[place] = order[place - 1]!;
    order[place] = who;
  }
}

function activity(name: string, resource: string, time: Draw): PathwayStep[] {
  return [
    { do: "seize", hold: name, parts: [{ oneOf: [resource] }], activity: name },
    { do: "delay", time, working: name },
    { do: "end" },
    { do: "release", holds: [name] },
  ];
}

/** Adds up the waits of some activities. */
class Waits implements RowSink {
  sum = 0;
  readonly #of: readonly boolean[];

  constructor(activities: readonly number[]) {
    this.#of = Array.from({ length: 16 }, (_, index) => activities.includes(index));
  }

  activities({ length, activity, queued, started }: Parameters<NonNullable<RowSink["activities"]>>[0]): void {
    for (let i = 0; i < length; i++) if (this.#of[activity[i]!]!) this.sum += started[i]! - queued[i]!;
  }
}

/** The models, by name. */
export const models = { mm1, mm4, clinicDays };
