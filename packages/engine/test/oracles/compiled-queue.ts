/**
 * The queue as compiled pathways.
 *
 * @module
 */

import {
  type ActivityRows,
  activityOutcomes,
  compilePathways,
  exponential,
  type PathwayStep,
  Streams,
} from "@praxis/engine";
import { type Observe, Observed, type Patients } from "./queue.ts";

/** Observes the compiled road. */
export const observeCompiled: Observe = (servers, classes, arrivals, replication) => {
  const streams = new Streams({ seed: "oracles", replication });
  const rate = classes.reduce((sum, { arrivalRate }) => sum + arrivalRate, 0);
  const warmUp = arrivals / rate / 10;
  const observed = classes.map(() => new Observed());
  const run = compilePathways({
    resources: [{ name: "physician", capacity: servers }],
    attributes: [],
    activities: ["consult"],
    pathways: classes.map((patients, index) => ({
      name: `class ${index}`,
      visit: true,
      steps: stepsOf(patients, streams, index),
    })),
    sources: classes.map(({ arrivalRate }, index) => {
      const gap = streams.keyed(`gap ${index}`, exponential({ mean: 1 / arrivalRate }));
      let last = 0;
      return {
        name: `class ${index}`,
        cycles: 1,
        begins: () => 0,
        arrival: (_, k) => {
          last += gap(k, 0, 0);
          return last;
        },
        admit: ({ identityLo }, row, _, k) => {
          identityLo[row] = k;
          return index;
        },
      };
    }),
  });
  const activities = ({ length, pathway, queued, started, ended, outcome }: ActivityRows) => {
    for (let i = 0; i < length; i++) {
      const cameOut = activityOutcomes[outcome[i]!]!;
      if (queued[i]! < warmUp || cameOut === "unfinished") continue;
      const began = Number.isNaN(started[i]!) ? ended[i]! : started[i]!;
      observed[pathway[i]!]!.note({ came: queued[i]!, began, left: ended[i]!, outcome: cameOut });
    }
  };
  run.reset({ activities });
  run.run({ until: warmUp });
  run.resetStatistics();
  run.run({ until: arrivals / rate });
  run.finish();
  const { minutes, busy, waiting } = run.resource("physician");
  return { classes: observed, busy: busy / minutes, queue: waiting / minutes };
};

function stepsOf({ service, asking = {}, limit, patience }: Patients, streams: Streams, index: number): PathwayStep[] {
  const { priority, preempt } = asking;
  return [
    {
      do: "seize",
      hold: "physician",
      parts: [{ oneOf: ["physician"] }],
      activity: "consult",
      ...(priority === undefined ? {} : { priority }),
      ...(preempt === undefined ? {} : { preempt }),
      ...(limit === undefined ? {} : { limit }),
      ...(patience === undefined ? {} : { patience: streams.keyed(`patience ${index}`, patience) }),
    },
    { do: "delay", time: streams.keyed(`service ${index}`, service), working: "physician" },
    { do: "end" },
    { do: "release", holds: ["physician"] },
  ];
}
