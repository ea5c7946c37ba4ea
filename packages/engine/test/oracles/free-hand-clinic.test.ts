/** The clinic day, written by hand, against what 200,000 days of another program gave. */

import {
  estimate,
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
import { expect, it } from "vitest";

interface Day {
  readonly sojourn: number;
  readonly wait: number;
  readonly lastDeparture: number;
}

/** The laws of all times; made once, since that takes longer than a day. */
const laws = {
  punctuality: uniform({ min: -15, max: 10 }),
  "walk-ins": uniform({ min: 0, max: 480 }),
  "check-in": triangular({ min: 2, mode: 3, max: 6 }),
  rooming: uniform({ min: 4, max: 8 }),
  consult: lognormal({ mean: 15, sd: 6 }),
  laboratory: uniform({ min: 0, max: 1 }),
  test: gamma({ mean: 8, shape: 2 }),
  review: uniform({ min: 4, max: 8 }),
  "check-out": triangular({ min: 1, mode: 2, max: 4 }),
};

function clinicDay(replication: number): Day {
  const streams = new Streams({ seed: "clinic day", replication });
  const sample = (purpose: keyof typeof laws) => sampler(laws[purpose], streams.of(purpose));
  const punctuality = sample("punctuality");
  const walkIn = sample("walk-ins");
  const checkIn = sample("check-in");
  const rooming = sample("rooming");
  const consult = sample("consult");
  const laboratory = sample("laboratory");
  const test = sample("test");
  const review = sample("review");
  const checkOut = sample("check-out");

  const simulation = new Simulation();
  const resource = (name: string, capacity: number) => new Resource(simulation, { name, capacity });
  const desk = resource("desk", 2);
  const room = resource("exam room", 4);
  const assistant = resource("assistant", 2);
  const provider = resource("provider", 3);
  const technician = resource("technician", 1);
  let sojourn = 0;
  let wait = 0;

  function* use(used: Resource, minutes: number): Process {
    using unit = yield* used.seize();
    yield* unit.work(minutes);
  }

  function* visit(): Process {
    const arrived = simulation.now;
    yield* use(desk, checkIn());
    const checkedIn = simulation.now;
    const ownRoom = yield* room.seize();
    const roomed = yield* assistant.seize();
    wait += simulation.now - checkedIn;
    yield* roomed.work(rooming());
    roomed.release();
    yield* use(provider, consult());
    if (laboratory() < 0.3) {
      yield* use(technician, test());
      yield* use(provider, review());
    }
    ownRoom.release();
    yield* use(desk, checkOut());
    sojourn += simulation.now - arrived;
  }

  for (let slot = 0; slot < 48; slot++) simulation.start(visit(), { at: 15 + 10 * slot + punctuality() });
  for (let i = 0; i < 12; i++) simulation.start(visit(), { at: walkIn() });
  simulation.run();
  return { sojourn: sojourn / 60, wait: wait / 60, lastDeparture: simulation.now };
}

it("patients spend 36 minutes in the clinic, wait 4 of them, and the last leaves at minute 523", () => {
  const days = Array.from({ length: 1500 }, (_, replication) => clinicDay(replication));
  const expected = { sojourn: 36.4485, wait: 3.8232, lastDeparture: 522.852 };
  const widest = { sojourn: 0.35, wait: 0.25, lastDeparture: 1.4 };
  for (const measure of ["sojourn", "wait", "lastDeparture"] as const) {
    const { mean, halfWidth } = estimate(
      days.map((day) => day[measure]),
      { confidence: 0.999 },
    );
    expect(Math.abs(mean - expected[measure]), `${measure} ${mean} ± ${halfWidth}`).toBeLessThan(halfWidth);
    expect(halfWidth).toBeLessThan(widest[measure]);
  }
});
