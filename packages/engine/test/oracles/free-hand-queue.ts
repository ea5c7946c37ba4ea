/**
 * The queue as processes written by hand.
 *
 * @module
 */

import { exponential, type Process, Resource, Simulation, Streams, sampler } from "@praxis/engine";
import { type Observe, Observed } from "./queue.ts";

/** Observes the free-hand road. */
export const observeFreeHand: Observe = (servers, classes, arrivals, replication) => {
  const streams = new Streams({ seed: "oracles", replication });
  const simulation = new Simulation();
  const physician = new Resource(simulation, { name: "physician", capacity: servers });
  const rate = classes.reduce((sum, { arrivalRate }) => sum + arrivalRate, 0);
  const warmUp = arrivals / rate / 10;

  const observed = classes.map(({ arrivalRate, service, asking = {}, limit, patience }, index) => {
    const gap = sampler(exponential({ mean: 1 / arrivalRate }), streams.of("gap", index));
    const minutes = sampler(service, streams.of("service", index));
    const tolerance = patience && sampler(patience, streams.of("patience", index));
    const seen = new Observed();

    function* source(): Process {
      for (;;) {
        yield* simulation.delay(gap());
        simulation.start(patient());
      }
    }

    function* patient(): Process {
      const came = simulation.now;
      const answer = yield* physician.seize({
        ...asking,
        ...(limit === undefined ? {} : { limit }),
        ...(tolerance === undefined ? {} : { patience: tolerance() }),
      });
      const began = simulation.now;
      if (answer !== "gave up" && answer !== "turned away") {
        using unit = answer;
        yield* unit.work(minutes());
      }
      const outcome = typeof answer === "string" ? answer : "done";
      if (came >= warmUp) seen.note({ came, began, left: simulation.now, outcome });
    }

    simulation.start(source());
    return seen;
  });

  simulation.run({ until: warmUp });
  simulation.resetStatistics();
  simulation.run({ until: arrivals / rate });
  const { meanBusy, meanWaiting } = physician.statistics();
  return { classes: observed, busy: meanBusy, queue: meanWaiting };
};
