/** Every shipped office, saved in the middle of its run, goes on as if nobody had looked. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compileScenario } from "../../src/clinic/compile.ts";
import type { Office } from "../../src/clinic/office.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { root } from "../support/sources.ts";
import { listen, standing, type Told } from "../support/told.ts";

/** Eight years of beds have too many events to be kept one by one. */
const LONGEST = 7 * 1440;

const names = readdirSync(`${root}scenarios`);

it.each(names)("%s goes on from its middle twice, here and in another office, with the same records", (name) => {
  const scenario = parseScenario(readFileSync(`${root}scenarios/${name}/scenario.yaml`, "utf8"));
  const office = compileScenario(scenario, { seed: "noon" });
  const noon = Math.min(office.length, LONGEST) / 2;
  const end = office.length > LONGEST ? LONGEST : office.until;

  const whole = listen();
  office.streams.replication = 3;
  office.run.reset(whole.sink, whole.tracer);
  const wholeEnd = rest(office, end);

  const morning = listen();
  office.run.reset(morning.sink, morning.tracer);
  office.run.run({ until: noon });
  const saved = office.run.save();
  const kept = structuredClone(saved);
  expect(morning.events.length).toBeGreaterThan(20);
  expect(whole.events.length).toBeGreaterThan(morning.events.length);

  const elsewhere = compileScenario(scenario, { seed: "noon" });
  elsewhere.streams.replication = 3;
  for (const [other, state] of [
    [office, saved],
    [office, saved],
    [elsewhere, kept],
  ] as const) {
    const afternoon = listen();
    other.run.restore(state, afternoon.sink, afternoon.tracer);
    expect(rest(other, end)).toEqual(wholeEnd);
    expect(joined(morning, afternoon)).toEqual(joined(whole));
  }
  // Whoever goes on from it leaves the saved state as it was.
  expect(saved).toEqual(kept);
});

function rest(office: Office, until: Office["until"]): unknown {
  office.run.run({ until });
  office.run.finish();
  return standing(office);
}

function joined(...parts: readonly Told[]): Told {
  return {
    events: parts.flatMap(({ events }) => events),
    activities: parts.flatMap(({ activities }) => activities),
    visits: parts.flatMap(({ visits }) => visits),
  };
}
