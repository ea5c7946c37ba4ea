/**
 * The models of the kernel benchmark as processes, on the free-hand road.
 *
 * @module
 */

import {
  exponential,
  gamma,
  lognormal,
  type Process,
  Resource,
  Simulation,
  Streams,
  sampler,
  triangular,
  uniform,
} from "@praxis/engine";

/** How much was simulated, and the mean wait of it in minutes. */
export interface Measured {
  readonly work: number;
  readonly meanWait: number;
}

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
  const gap = sampler(exponential({ mean: 1 / (0.9 * servers) }), streams.of("gap"));
  const service = sampler(exponential({ mean: 1 }), streams.of("service"));
  const simulation = new Simulation();
  const physician = new Resource(simulation, { name: "physician", capacity: servers });
  let waited = 0;

  function* patients(): Process {
    for (let i = 0; i < customers; i++) {
      yield* simulation.delay(gap());
      simulation.start(patient());
    }
  }

  function* patient(): Process {
    const arrived = simulation.now;
    using _unit = yield* physician.seize();
    waited += simulation.now - arrived;
    yield* simulation.delay(service());
  }

  simulation.start(patients());
  simulation.run();
  return { work: customers, meanWait: waited / customers };
}

/** The clinic day: 48 booked patients and 12 walk-ins through desk, exam room, assistant, provider and laboratory. */
function clinicDays(days: number): Measured {
  const streams = new Streams({ seed: 42 });
  const punctuality = sampler(uniform({ min: 0, max: 25 }), streams.of("punctuality"));
  const walkIn = sampler(uniform({ min: 0, max: 480 }), streams.of("walk-ins"));
  const checkIn = sampler(triangular({ min: 2, mode: 3, max: 6 }), streams.of("check-in"));
  const rooming = sampler(uniform({ min: 4, max: 8 }), streams.of("rooming"));
  const consult = sampler(lognormal({ mean: 15, sd: 6 }), streams.of("consult"));
  const chance = sampler(uniform({ min: 0, max: 1 }), streams.of("laboratory"));
  const test = sampler(gamma({ mean: 8, shape: 2 }), streams.of("test"));
  const review = sampler(uniform({ min: 4, max: 8 }), streams.of("review"));
  const checkOut = sampler(triangular({ min: 1, mode: 2, max: 4 }), streams.of("check-out"));
  let waited = 0;
  let patients = 0;

  function day(): void {
    const simulation = new Simulation();
    const desk = new Resource(simulation, { name: "desk", capacity: 2 });
    const room = new Resource(simulation, { name: "exam room", capacity: 4 });
    const assistant = new Resource(simulation, { name: "assistant", capacity: 2 });
    const provider = new Resource(simulation, { name: "provider", capacity: 3 });
    const technician = new Resource(simulation, { name: "laboratory", capacity: 1 });

    function* visit(): Process {
      yield* use(desk, checkIn());
      const checkedIn = simulation.now;
      {
        using _room = yield* room.seize();
        {
          using _assistant = yield* assistant.seize();
          waited += simulation.now - checkedIn;
          yield* simulation.delay(rooming());
        }
        yield* use(provider, consult());
        if (chance() < 0.3) {
          yield* use(technician, test());
          yield* use(provider, review());
        }
      }
      yield* use(desk, checkOut());
    }

    function* use(resource: Resource, minutes: number): Process {
      using _unit = yield* resource.seize();
      yield* simulation.delay(minutes);
    }

    for (let slot = 0; slot < 48; slot++) simulation.start(visit(), { at: 10 * slot + punctuality() });
    for (let i = 0; i < 12; i++) simulation.start(visit(), { at: walkIn() });
    simulation.run();
    patients += 60;
  }

  for (let i = 0; i < days; i++) day();
  return { work: days, meanWait: waited / patients };
}

/** The models, by name. */
export const models = { mm1, mm4, clinicDays };
