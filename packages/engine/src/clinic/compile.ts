/**
 * From a scenario to an office that can be run.
 *
 * @module
 */

import { compilePathways } from "../kernel/pathway.ts";
import type { PathwayModel, RunOptions } from "../kernel/pathway-model.ts";
import { Streams } from "../random/streams.ts";
import { Days } from "../scenario/days.ts";
import type { Scenario, UnbookedSource } from "../scenario/schema.ts";
import { minutes } from "../scenario/units.ts";
import { unbookedSource } from "./arrivals.ts";
import { Attributes, Names } from "./attributes.ts";
import { Booking } from "./booking.ts";
import { interruptionsOf } from "./interruptions.ts";
import type { Office, OfficeSource, OpenDays } from "./office.ts";
import { pathwayOf } from "./pathways.ts";
import { Reception } from "./reception.ts";
import { resourcesOf } from "./resources.ts";
import { Workshop } from "./workshop.ts";

/** What an office needs besides its scenario. */
export interface CompileOptions {
  /** A phrase or a number; 42 and "42" are the same seed. */
  readonly seed: number | string;
}

/**
 * Builds the office of a scenario: once, for all of its replications.
 *
 * `runReplication` runs it. Nothing in the office depends on the order in which replications are run, or on which.
 */
export function compileScenario(scenario: Scenario, { seed }: CompileOptions): Office {
  const streams = new Streams({ seed });
  const days = new Days(scenario.calendar);
  const names = new Names();
  const attributes = new Attributes(scenario, streams, names);
  const resources = resourcesOf({ scenario, days, streams, names, mine: rolesOfOnesOwn(scenario) });
  const shop = new Workshop({ scenario, streams, days, names, activities: new Names(), attributes, resources });
  addPathways(shop);
  const own = interruptionsOf(shop).map((source) => ({ ...source, kind: "own" as const, day: () => 0 }));
  const reception = new Reception(shop);
  const warmUp = minutes(scenario.calendar.warmUp ?? "0 min");
  const booking = new Booking(shop, reception, warmUp);
  const sources = [...own, ...arrivalsOf(shop, reception, booking)];
  const model: PathwayModel = {
    resources: resources.specs,
    attributes: names.list,
    recorded: attributes.declared.map(({ name }) => name),
    activities: shop.activities.list,
    pathways: shop.pathways.map(({ name, visit, steps }) => ({ name, visit, steps })),
    sources,
    hooks: shop.hooks,
    memory: booking,
  };
  return officeOf(shop, model, { warmUp, sources, booking });
}

/** Roles of which somebody needs his own: `my: physician`. */
function rolesOfOnesOwn({ staff = {}, visitTypes, tasks }: Scenario): Set<string> {
  const roles = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("my" in value && typeof value.my === "string" && value.my in staff) roles.add(value.my);
    for (const inner of Object.values(value)) look(inner);
  };
  look([visitTypes, tasks]);
  return roles;
}

function addPathways(shop: Workshop): void {
  const { visitTypes = {}, tasks = {} } = shop.scenario;
  for (const [label, { pathway, priority }] of Object.entries(visitTypes)) {
    shop.addPathwayOf("visit type", label, pathwayOf(shop, label, true, pathway, priority));
  }
  for (const [label, { pathway, priority }] of Object.entries(tasks)) {
    shop.addPathwayOf("task", label, pathwayOf(shop, shop.pathwayName(label), false, pathway, priority));
  }
}

/** All who come, in the order of the file; follow-up visits last. */
function arrivalsOf(shop: Workshop, reception: Reception, booking: Booking) {
  const names = Object.keys(shop.scenario.arrivals ?? {});
  const fromFile = Object.entries(shop.scenario.arrivals ?? {}).map(([name, spec]) => {
    const booked = booking.sources.find((source) => source.name === name);
    return booked ?? unbookedSource(shop, reception, name, spec as UnbookedSource);
  });
  return [...fromFile, ...booking.sources.filter(({ name }) => !names.includes(name))];
}

function officeOf(
  shop: Workshop,
  model: PathwayModel,
  { warmUp, sources, booking }: { warmUp: number; sources: readonly OfficeSource[]; booking: Booking },
): Office {
  const { scenario, streams, days, resources, attributes, activities } = shop;
  const { units } = resources;
  const run = compilePathways(model);
  const unit = (name: string) => {
    const known = units.get(name);
    if (known === undefined) throw new RangeError(`there is no staff, room or equipment “${name}”`);
    return known;
  };
  const openDays = openDaysOf(days);
  return {
    scenario,
    streams,
    model,
    run,
    warmUp,
    length: days.length,
    until: endOf(scenario, days),
    days,
    ...(openDays === undefined ? {} : { openDays }),
    activities: activities.list,
    pathways: shop.pathways.map(({ label, kind }) => ({ name: label, kind })),
    resources: resources.specs.map(({ name }) => name),
    outcomes: run.outcomes,
    sources,
    attributes: attributes.declared,
    units,
    staff: Object.keys(scenario.staff ?? {}),
    get now() {
      return run.now;
    },
    bookings: booking.counts,
    access: booking.requests.tally,
    unitsOf: (name) => unit(name).members,
    costPerHour: (name) => unit(name).costPerHour,
    closingOn: (day) => (days.hasOpening ? days.hoursOf(day).at(-1)?.to : undefined),
    attributeValue(attribute, value) {
      const index = attributes.declared.findIndex(({ name }) => name === attribute);
      if (index < 0) throw new RangeError(`there is no attribute “${attribute}”`);
      return { index, value: attributes.numberOf(attribute, value) };
    },
    serviceLevel(activity) {
      const target = scenario.serviceLevels?.[activity];
      return target === undefined ? Infinity : minutes(target);
    },
    statistics: (resource) => run.resource(resource),
  };
}

function endOf({ calendar }: Scenario, days: Days): RunOptions["until"] {
  return calendar.ends === "when empty" ? { noVisitorsFrom: days.length, latest: days.latest } : days.length;
}

function openDaysOf(days: Days): OpenDays | undefined {
  if (!days.hasOpening) return undefined;
  const hours = Array.from({ length: days.count }, (_, day) => days.hoursOf(day)).filter((spans) => spans.length > 0);
  const closes = hours.map((spans) => spans.at(-1)!.to);
  return {
    opens: hours.map((spans) => spans[0]!.from),
    closes,
    // A hair less: who closes at midnight closes on the day before.
    midnights: closes.map((close) => days.midnight(days.dayAt(close - 1e-9) + 1)),
  };
}
