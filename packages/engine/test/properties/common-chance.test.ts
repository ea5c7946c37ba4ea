/** The laws of common chance, in real offices, under changes made by chance. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileScenario } from "../../src/clinic/compile.ts";
import type { Office } from "../../src/clinic/office.ts";
import { compilePathways, type PathwayRun } from "../../src/kernel/pathway.ts";
import type { ActivityRows, VisitRows } from "../../src/kernel/pathway-model.ts";
import { type Change, variantChanges } from "../../src/scenario/change.ts";
import { applyChanges } from "../../src/scenario/changes.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import type { Scenario } from "../../src/scenario/schema.ts";
import { officeFrom } from "../support/clinic-office.ts";
import { root } from "../support/sources.ts";
import { listen } from "../support/told.ts";

const familyPractice = parseScenario(readFileSync(`${root}scenarios/family-practice/scenario.yaml`, "utf8"));
const seeds = fc.record({ seed: fc.nat(), replication: fc.nat(1000) });
type Luck = { readonly seed: number; readonly replication: number };

const at = (path: string, value: unknown): Change => ({ path: path.split("."), value });

describe("a change on Tuesday leaves Monday as it was, to the last bit:", () => {
  // The run begins on Monday at 08:00.
  const tuesday = 16 * 60;
  const twoDays = applyChanges(familyPractice, [at("calendar.length", "2 d")]);
  const shift = (from: number) => ({ weekdays: "07:45-17:00", tuesday: `${String(from).padStart(2, "0")}:00-17:00` });
  const minuteOfTuesday = fc.integer({ min: tuesday, max: tuesday + 1439 });
  const onTuesday = fc.oneof(
    fc.constant(at("calendar.closed", ["2026-01-06"])),
    fc
      .tuple(fc.constantFrom("medical assistant", "receptionist"), fc.integer({ min: 8, max: 15 }))
      .map(([role, from]) => at(`staff.${role}.shift`, shift(from))),
    fc
      .array(minuteOfTuesday, { minLength: 1, maxLength: 30 })
      .map((minutes) => minutes.toSorted((a, b) => a - b).map((minute) => `${minute} min`))
      .map((times) => at("arrivals.outbreak", { visitType: "established visit", at: times })),
  );

  it("holidays, later shifts, an outbreak", () => {
    const monday = (scenario: Scenario, { seed, replication }: Luck) => {
      const told = listen();
      const office = compileScenario(scenario, { seed });
      office.streams.replication = replication;
      office.run.reset(told.sink, told.tracer);
      office.run.run({ until: office.until });
      return { before: told.events.filter(({ time }) => time < tuesday), all: told.events };
    };
    fc.assert(
      fc.property(fc.array(onTuesday, { minLength: 1, maxLength: 3 }), seeds, (changes, luck) => {
        const [base, changed] = [monday(twoDays, luck), monday(applyChanges(twoDays, changes), luck)];
        expect(base.before.length).toBeGreaterThan(1000);
        expect(changed.before).toEqual(base.before);
        expect(changed.all).not.toEqual(base.all);
      }),
      { numRuns: 12 },
    );
  });
});

describe("a stream that nobody hears from", () => {
  const pathways = ["visitTypes.established visit", "visitTypes.new patient", "tasks.phone call", "tasks.chart note"];
  const never = {
    branch: [{ share: "0 %", steps: [{ activity: "never", takes: { gamma: { mean: "9 min", shape: 2 } } }] }],
  };
  const unused = fc.oneof(
    // Drawn for everybody, and asked for by nobody.
    fc.constant(at("attributes", { mood: { whole: { min: 1, max: 5 } } })),
    fc.constant(at("arrivals.nobody", { visitType: "physical", poisson: "0 per hour" })),
    // Behind all other steps: a branch has no name of its own, and draws after its number behind an activity.
    fc.constantFrom(...pathways).map((name) => {
      const [group, label] = name.split(".") as ["visitTypes" | "tasks", string];
      return at(`${name}.pathway`, [...familyPractice[group]![label]!.pathway, never]);
    }),
  );

  it("alters nothing", () => {
    const events = (scenario: Scenario, { seed, replication }: Luck) => {
      const told = listen();
      const office = compileScenario(scenario, { seed });
      office.streams.replication = replication;
      office.run.reset(undefined, told.tracer);
      office.run.run({ until: office.until });
      return told.events;
    };
    fc.assert(
      fc.property(fc.array(unused, { minLength: 1, maxLength: 4 }), seeds, (changes, luck) => {
        expect(events(applyChanges(familyPractice, changes), luck)).toEqual(events(familyPractice, luck));
      }),
      { numRuns: 12 },
    );
  });
});

describe("a patient", () => {
  // "record system down" alone changes how long work takes.
  const variants = Object.keys(familyPractice.variants!).filter((name) => name !== "record system down");

  it("needs the same minutes in every variant, and in all of them together", () => {
    fc.assert(
      fc.property(fc.subarray(variants, { minLength: 1 }), seeds, (names, { seed, replication }) => {
        const needs = (scenario: Scenario) => observe(compileScenario(scenario, { seed }), replication).minutes;
        const base = needs(familyPractice);
        const changed = needs(
          applyChanges(
            familyPractice,
            names.flatMap((name) => variantChanges(familyPractice, name)),
          ),
        );
        const both = [...base.keys()].filter((need) => changed.has(need));
        expect(both.length).toBeGreaterThan(200);
        for (const need of both) {
          expect(changed.get(need), need).toBeCloseTo(base.get(need)!, 8);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("where no shared queue carries a change", () => {
  /**
   * Two wings under one roof, each with its own people, rooms and patients. People go home when they have finished:
   * those who stay until all patients have gone wait for the patients of the other wing too.
   */
  const wing = (name: string) => ({
    staff: `
  ${name} physician: { count: 2, shift: "08:00-17:00", atShiftEnd: finish, breaks: [{ at: "12:00", lasts: 30 min }] }
  ${name} nurse: { count: 2, shift: "08:00-17:00", atShiftEnd: finish }`,
    rooms: `
  ${name} room: { count: 3 }`,
    visits: `
  ${name} visit:
    pathway:
      - { activity: rooming, needs: [${name} nurse, ${name} room], keeps: ${name} room, takes: { uniform: { min: 3 min, max: 9 min } } }
      - { activity: consult, needs: { my: ${name} physician }, takes: { lognormal: { mean: 15 min, sd: 8 min } }, frees: ${name} room }
      - branch: [{ share: 40 %, steps: [{ send: { task: ${name} note } }] }]`,
    tasks: `
  ${name} note: { priority: 7, pathway: [{ activity: note, needs: { my: ${name} physician }, takes: { gamma: { mean: 4 min, shape: 2 } } }] }`,
    templates: `
  ${name} clinic: [{ from: "08:00", to: "16:00", every: 20 min, provider: ${name} physician }]`,
    arrivals: `
  ${name} booked: { visitType: ${name} visit, appointments: { template: ${name} clinic, booked: 85 %, noShow: 8 %, punctuality: { normal: { mean: -3 min, sd: 6 min } } } }
  ${name} walk-ins: { visitType: ${name} visit, poisson: 2 per hour, between: "08:00-16:00" }`,
  });
  const [left, right] = [wing("left"), wing("right")];
  const office = (seed: number) =>
    officeFrom(
      `
calendar: { start: 2026-01-05, length: 1 d, ends: at length, opening: { weekdays: "08:00-17:00" } }
attributes: { urgency: { whole: { min: 1, max: 5 } } }
staff: ${left.staff}${right.staff}
rooms: ${left.rooms}${right.rooms}
visitTypes: ${left.visits}${right.visits}
tasks: ${left.tasks}${right.tasks}
templates: ${left.templates}${right.templates}
arrivals: ${left.arrivals}${right.arrivals}`,
      seed,
    );

  const inTheLeftWing = fc.oneof(
    fc.integer({ min: 1, max: 4 }).map((count) => at("staff.left physician.count", count)),
    fc.integer({ min: 1, max: 6 }).map((count) => at("rooms.left room.count", count)),
    fc.integer({ min: 0, max: 9 }).map((rate) => at("arrivals.left walk-ins.poisson", `${rate} per hour`)),
    fc
      .integer({ min: 5, max: 40 })
      .map((mean) => at("visitTypes.left visit.pathway.consult.takes", { exponential: { mean: `${mean} min` } })),
    fc.integer({ min: 0, max: 60 }).map((share) => at("arrivals.left booked.appointments.noShow", `${share} %`)),
    fc.constantFrom("12:00-17:00", "08:00-12:00").map((shift) => at("staff.left nurse.shift", shift)),
  );

  it("everybody else's records stay the same, to the last bit", () => {
    fc.assert(
      fc.property(fc.array(inTheLeftWing, { minLength: 1, maxLength: 3 }), seeds, (changes, { seed, replication }) => {
        const base = office(seed);
        const changed = compileScenario(applyChanges(base.scenario, changes), { seed });
        const [before, after] = [observe(base, replication), observe(changed, replication)];
        expect(of("right", before).length).toBeGreaterThan(60);
        expect(of("right", after)).toEqual(of("right", before));
      }),
      { numRuns: 40 },
    );
  });

  /** Records of one wing, in an order of their own: who else is in the house moves serial numbers, not people. */
  function of(name: string, { records }: Seen): string[] {
    return records.filter((record) => record.startsWith(name)).sort();
  }
});

/** What happened to people who are known by their identity, not by when they came. */
interface Seen {
  /** Minutes of each activity that was done, by who did what for the how-manieth time. */
  readonly minutes: ReadonlyMap<string, number>;
  /** One text for each activity and each visit. */
  readonly records: readonly string[];
}

/** Runs an office and writes down who people are. */
function observe(office: Office, replication: number): Seen {
  const people = new Map<string, string>();
  const sources = office.model.sources.map((source, number) => ({
    ...source,
    begins: (cycle: number) => source.begins(cycle),
    arrival: (cycle: number, k: number) => source.arrival(cycle, k),
    admit: (...[columns, row, cycle, k]: Parameters<typeof source.admit>) => {
      const pathway = source.admit(columns, row, cycle, k);
      people.set(`${number} ${cycle} ${k}`, `${columns.identityLo[row]} ${columns.identityHi[row]}`);
      return pathway;
    },
  }));
  const run: PathwayRun = compilePathways({ ...office.model, sources });
  const identities = new Map<number, string>();
  const activities: { patient: number; pathway: number; activity: number; times: number[]; done: boolean }[] = [];
  const records: string[] = [];
  office.streams.replication = replication;
  run.reset({
    activities({ length, patient, pathway, activity, queued, started, ended, outcome }: ActivityRows) {
      for (let row = 0; row < length; row++) {
        activities.push({
          patient: patient[row]!,
          pathway: pathway[row]!,
          activity: activity[row]!,
          times: [queued[row]!, started[row]!, ended[row]!],
          done: outcome[row] === 0,
        });
      }
    },
    visits({ length, serial, pathway, source, cycle, k, arrived, left, outcome, attributes }: VisitRows) {
      for (let row = 0; row < length; row++) {
        const name = people.get(`${source[row]} ${cycle[row]} ${k[row]}`);
        if (name === undefined) continue;
        identities.set(serial[row]!, name);
        const values = [arrived[row], left[row], outcome[row], ...attributes.map((column) => column[row])];
        records.push(`${office.pathways[pathway[row]!]!.name}: ${name} ${values.join(" ")}`);
      }
    },
  });
  run.run({ until: office.until });
  run.finish();
  const minutes = new Map<string, number>();
  const times = new Map<string, number>();
  for (const {
    patient,
    pathway,
    activity,
    times: [queued, started, ended],
    done,
  } of activities) {
    const name = identities.get(patient);
    if (name === undefined) continue;
    const what = `${office.pathways[pathway]!.name}: ${name} ${office.activities[activity]}`;
    records.push(`${what} ${queued} ${started} ${ended} ${done}`);
    times.set(what, (times.get(what) ?? 0) + 1);
    if (done) minutes.set(`${what} ${times.get(what)}`, ended! - started!);
  }
  return { minutes, records };
}
