/**
 * The queue as processes written by hand.
 *
 * @module
 */

import { exponential, type Process, Resource, Simulation, Streams, sampler } from "@praxis/engine";
import type { Observe } from "./queue.ts";

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
    const sums = { arrived: 0, wait: 0, sojourn: 0, waiting: 0, gaveUp: 0, turnedAway: 0, served: 0 };

    function* source(): Process {
      for (;;) {
        yield* simulation.delay(gap());
        simulation.start(patient());
      }
    }

    function* patient(): Process {
      const arrived = simulation.now;
      const answer = yield* physician.seize({
        ...asking,
        ...(limit === undefined ? {} : { limit }),
        ...(tolerance === undefined ? {} : { patience: tolerance() }),
      });
      const wait = simulation.now - arrived;
      const counts = arrived >= warmUp ? 1 : 0;
      sums.arrived += counts;
      sums.wait += counts * wait;
      if (wait > 0) sums.waiting += counts;
      if (answer === "gave up") sums.gaveUp += counts;
      else if (answer === "turned away") sums.turnedAway += counts;
      else {
        using unit = answer;
        yield* unit.work(minutes());
        sums.served += counts;
        sums.sojourn += counts * (simulation.now - arrived);
      }
    }

    simulation.start(source());
    return sums;
  });

  simulation.run({ until: arrivals / rate });
  return observed.map(({ arrived, wait, sojourn, waiting, gaveUp, turnedAway, served }) => ({
    wait: wait / arrived,
    sojourn: sojourn / served,
    waiting: waiting / arrived,
    gaveUp: gaveUp / arrived,
    turnedAway: turnedAway / arrived,
  }));
};
