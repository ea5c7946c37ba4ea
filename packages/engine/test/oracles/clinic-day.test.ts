/** The clinic day, written by hand and as a scenario, against what 200,000 days of another program gave. */

import { readFileSync } from "node:fs";
import {
  gamma,
  lognormal,
  type Process,
  parseScenario,
  Resource,
  runTask,
  Simulation,
  Streams,
  sampler,
  triangular,
  uniform,
} from "@praxis/engine";
import { it } from "vitest";
import { root } from "../support/sources.ts";
import { expectNear } from "./expect-near.ts";

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

/** The shipped scenario of the same day, which the clinic runs on the compiled road. */
function shippedDays(days: number): Day[] {
  const scenario = parseScenario(readFileSync(`${root}scenarios/clinic-day/scenario.yaml`, "utf8"));
  const measures = ["timeInOffice", "wait.exam room", "wait.rooming", "lastDeparture"];
  const table = runTask({ scenario, seed: "clinic day", measures, from: 0, to: days });
  return Array.from({ length: days }, (_, day) => {
    const [sojourn, room, assistant, lastDeparture] = table.subarray(4 * day, 4 * day + 4);
    return { sojourn: sojourn!, wait: room! + assistant!, lastDeparture: lastDeparture! };
  });
}

it.each([
  ["the free-hand road", (days: number) => Array.from({ length: days }, (_, day) => clinicDay(day))],
  ["the compiled road", shippedDays],
])(
  "on %s patients spend 36 minutes in the clinic, wait 4 of them, and the last leaves at minute 523",
  (_, simulate) => {
    const days = simulate(2000);
    expectNear(
      days.map((day) => day.sojourn),
      36.4485,
      0.35,
    );
    expectNear(
      days.map((day) => day.wait),
      3.8232,
      0.25,
    );
    expectNear(
      days.map((day) => day.lastDeparture),
      522.852,
      1.2,
    );
  },
);
