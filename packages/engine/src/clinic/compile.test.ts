import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { officeFrom, whatHappens } from "../../test/support/clinic-office.ts";
import { applyChanges, variantChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import { compileScenario } from "./compile.ts";
import { runReplication } from "./run.ts";

/** A small practice for a week. What stands in braces may be changed. */
function practice({
  calendar = "",
  assistants = "count: 2",
  consult = "{ lognormal: { mean: 15 min, sd: 8 min } }",
  extra = "",
  arrivals = "",
}: {
  calendar?: string;
  assistants?: string;
  consult?: string;
  extra?: string;
  arrivals?: string;
} = {}) {
  return officeFrom(`
calendar: { start: 2026-01-05, length: 5 d, opening: { weekdays: "08:00-17:00" } ${calendar} }
attributes: { urgency: { whole: { min: 1, max: 5 } } }
staff:
  physician: { count: 2, shift: "08:00-17:00" }
  assistant: { ${assistants}, shift: "08:00-17:00" }
rooms: { room: { count: 3 } }
visitTypes:
  visit:
    pathway:
      - { activity: rooming, needs: [assistant, room], keeps: room, takes: { uniform: { min: 3 min, max: 9 min } } }
      - { activity: consult, needs: { my: physician }, takes: ${consult}, frees: room }
      - branch: [{ share: 40 %, steps: [{ send: { task: note } }] }]
${extra}
tasks:
  note: { priority: 7, pathway: [{ activity: note, needs: { my: physician }, takes: { gamma: { mean: 4 min, shape: 2 } } }] }
templates:
  clinic: [{ from: "08:00", to: "16:00", every: 20 min, provider: physician }]
arrivals:
  booked: { visitType: visit, appointments: { template: clinic, booked: 85 %, noShow: 8 %, punctuality: { normal: { mean: -3 min, sd: 6 min } } } }
  walk-ins: { visitType: visit, poisson: 2 per hour, between: "08:00-16:00" }
${arrivals}`);
}

const tuesday = 1440;

describe("the law of common chance", () => {
  it("no change means identical records, in whatever order replications are run", () => {
    const office = practice();
    const first = whatHappens(office, 3);
    whatHappens(office, 0);
    expect(whatHappens(office, 3)).toEqual(first);
    expect(whatHappens(practice(), 3)).toEqual(first);
  });

  it.each([
    ["a holiday", { calendar: ", closed: [2026-01-06]" }],
    ["an assistant's absence", { assistants: "people: { Ann: {}, Ben: { absent: [2026-01-06] } }" }],
  ])("%s on Tuesday leaves Monday as it was, to the last bit", (_, change) => {
    const base = whatHappens(practice("assistants" in change ? { assistants: "people: { Ann: {}, Ben: {} }" } : {}));
    const changed = whatHappens(practice(change));
    const monday = (rows: typeof base) => ({
      activities: rows.activities.filter(({ queued }) => queued < tuesday),
      visits: rows.visits.filter(({ arrived }) => arrived < tuesday),
    });
    expect(monday(changed)).toEqual(monday(base));
    expect(monday(base).visits.length).toBeGreaterThan(30);
    expect(changed).not.toEqual(base);
  });

  it("a stream that nobody hears from alters nothing", () => {
    const base = whatHappens(practice());
    const unused = whatHappens(
      practice({
        extra:
          "      - branch: [{ share: 0 %, steps: [{ activity: never, takes: { exponential: { mean: 9 min } } }] }]",
        arrivals: "  nobody: { visitType: visit, poisson: 0 per hour }",
      }),
    );
    const strip = ({ activities, visits }: typeof base) => ({ activities, visits });
    expect(strip(unused)).toEqual(strip(base));
  });

  it("the same patient comes, with the same needs, to every variant", () => {
    const base = whatHappens(practice());
    const busier = whatHappens(
      practice({ assistants: "count: 1", consult: "{ lognormal: { mean: 30 min, sd: 16 min } }" }),
    );
    const who = ({ visits }: typeof base) =>
      visits
        .filter(({ source }) => source !== "")
        .map(({ source, day, arrived, attributes }) => ({ source, day, arrived, attributes }));
    expect(who(busier)).toEqual(who(base));
    const roomings = ({ activities, visits }: typeof base) => {
      const serials = new Map(visits.map(({ serial, source, arrived }) => [serial, `${source} ${arrived}`]));
      return new Map(
        activities
          .filter(({ activity }) => activity === "rooming")
          .map(({ patient, started, ended }) => [serials.get(patient), (ended - started).toFixed(6)]),
      );
    };
    const longer = roomings(busier);
    const both = [...roomings(base)].filter(([patient, minutes]) => longer.has(patient) && !minutes.includes("N"));
    const finished = both.filter(([patient]) => longer.get(patient) !== "NaN");
    expect(finished.length).toBeGreaterThan(100);
    for (const [patient, minutes] of finished) expect(longer.get(patient)).toBe(minutes);
  });
});

describe("an office", () => {
  it("says what rows mean: units, people, sources, attributes, hours", () => {
    const office = practice({ assistants: "people: { Ann: {}, Ben: {} }, costPerHour: $21.50 per hour" });
    expect(office.staff).toEqual(["physician", "assistant"]);
    expect(office.unitsOf("physician")).toEqual(["physician 1", "physician 2"]);
    expect(office.unitsOf("assistant")).toEqual(["Ann", "Ben"]);
    expect(office.unitsOf("Ann")).toEqual(["Ann"]);
    expect(office.units.get("Ann")).toMatchObject({ kind: "staff", person: true, count: 1 });
    expect(office.units.get("room")).toMatchObject({ kind: "room", person: false, count: 3, members: ["room"] });
    expect(office.costPerHour("Ann")).toBe(21.5);
    expect(() => office.unitsOf("janitor")).toThrow("there is no staff, room or equipment “janitor”");
    expect(office.pathways.slice(0, 2)).toEqual([
      { name: "visit", kind: "visit type" },
      { name: "note", kind: "task" },
    ]);
    expect(office.sources.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "booked: booked",
      "walk-ins: unbooked",
    ]);
    expect(office.attributes).toEqual([{ name: "urgency" }]);
    expect(office.attributeValue("urgency", "3")).toEqual({ index: 0, value: 3 });
    expect(office.closingOn(0)).toBe(1020);
    expect(office.openDays?.opens).toHaveLength(5);
  });

  it("ends when its length is over, or when everybody has left", () => {
    const yaml = (ends: string) => `
calendar: { start: 2026-01-05 08:00, length: 1 h, ends: ${ends} }
staff: { nurse: { count: 1 } }
visitTypes: { visit: { pathway: [{ activity: talk, needs: nurse, takes: 50 min }] } }
arrivals: { door: { visitType: visit, at: [10 min, 20 min, 70 min] } }`;
    const atLength = officeFrom(yaml("at length"));
    expect(whatHappens(atLength).visits.map(({ outcome }) => outcome)).toEqual(["finished", "present"]);
    expect(atLength.now).toBe(60);
    const whenEmpty = officeFrom(yaml("when empty"));
    expect(whatHappens(whenEmpty).visits.map(({ left }) => left)).toEqual([60, 110]);
    expect(whenEmpty.now).toBe(110);
  });

  it("forgets its warm-up in the statistics of resources", () => {
    const office = officeFrom(`
calendar: { start: 2026-01-05, length: 100 min, warmUp: 40 min }
staff: { nurse: { count: 1 } }
visitTypes: { visit: { pathway: [{ activity: talk, needs: nurse, takes: 50 min }] } }
arrivals: { door: { visitType: visit, at: [0 min] } }`);
    whatHappens(office);
    expect(office.statistics("nurse")).toMatchObject({ minutes: 60, busy: 10 });
  });
});

describe("every shipped scenario", () => {
  const scenarios = new URL("../../../../scenarios/", import.meta.url);
  const names = readdirSync(scenarios).filter((name) => !name.includes("."));
  it.each(names)("%s runs, with all its variants", (name) => {
    const base = parseScenario(readFileSync(new URL(`${name}/scenario.yaml`, scenarios), "utf8"));
    const variants = Object.keys(base.variants ?? {}).map((variant) =>
      applyChanges(base, variantChanges(base, variant)),
    );
    for (const scenario of [base, ...variants]) {
      const office = compileScenario(scenario, { seed: 1 });
      let rows = 0;
      runReplication(office, { replication: 0, sink: { visits: (batch) => (rows += batch.length) } });
      expect(rows).toBeGreaterThan(0);
    }
  });
});
