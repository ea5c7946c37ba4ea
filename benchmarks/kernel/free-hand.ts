/**
 * The models of the kernel benchmark as processes, on the free-hand road.
 *
 * Units go back with `release`: nobody is interrupted here. Node 20 has no `using` of its own, and what TypeScript puts
 * in its place takes a sixth of all the time.
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
    const unit = yield* physician.seize();
    waited += simulation.now - arrived;
    yield* simulation.delay(service());
    unit.release();
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

  // The processes are the same every day, and say in which office they are: every generator function that is made
  // has a class of its own for V8, which outlives the day and everything that hangs on it by many more.
  function* visit({ simulation, desk, room, assistant, provider, technician }: Office): Process {
    yield* use(simulation, desk, checkIn());
    const checkedIn = simulation.now;
    const myRoom = yield* room.seize();
    const myAssistant = yield* assistant.seize();
    waited += simulation.now - checkedIn;
    yield* simulation.delay(rooming());
    myAssistant.release();
    yield* use(simulation, provider, consult());
    if (chance() < 0.3) {
      yield* use(simulation, technician, test());
      yield* use(simulation, provider, review());
    }
    myRoom.release();
    yield* use(simulation, desk, checkOut());
  }

  for (let day = 0; day < days; day++) {
    const office = openOffice();
    const { simulation } = office;
    for (let slot = 0; slot < 48; slot++) simulation.start(visit(office), { at: 10 * slot + punctuality() });
    for (let i = 0; i < 12; i++) simulation.start(visit(office), { at: walkIn() });
    simulation.run();
  }
  return { work: days, meanWait: waited / (60 * days) };
}

/** One day's office. */
type Office = ReturnType<typeof openOffice>;

function openOffice() {
  const simulation = new Simulation();
  return {
    simulation,
    desk: new Resource(simulation, { name: "desk", capacity: 2 }),
    room: new Resource(simulation, { name: "exam room", capacity: 4 }),
    assistant: new Resource(simulation, { name: "assistant", capacity: 2 }),
    provider: new Resource(simulation, { name: "provider", capacity: 3 }),
    technician: new Resource(simulation, { name: "laboratory", capacity: 1 }),
  };
}

function* use(simulation: Simulation, resource: Resource, minutes: number): Process {
  const unit = yield* resource.seize();
  yield* simulation.delay(minutes);
  unit.release();
}

/** The models, by name. */
export const models = { mm1, mm4, clinicDays };
