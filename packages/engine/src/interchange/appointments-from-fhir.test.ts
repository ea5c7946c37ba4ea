import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateAfter } from "../time-of-day.ts";
import { appointmentsFromFhir } from "./appointments-from-fhir.ts";
import { instantsIn, localTimesIn } from "./week-dates.ts";

const known = { zone: "America/Chicago", providers: ["Dr-A", "Dr-B"] };
const person = (value: string) => ({ actor: { identifier: { system: "urn:praxis:provider", value } } });
const patient = { actor: { reference: "Patient/123", display: "Jane Roe" }, status: "accepted" };
const appointment = {
  resourceType: "Appointment",
  id: "a-17",
  identifier: [{ system: "urn:mrn", value: "MRN-445566" }],
  status: "booked",
  description: "Jane Roe, knee",
  serviceType: [{ text: "follow-up" }],
  start: "2026-12-07T08:20:00-06:00",
  participant: [patient, person("Dr-A")],
};
const read = (...resources: object[]) =>
  appointmentsFromFhir({ entry: resources.map((resource) => ({ resource })) }, known);

describe("appointments out of FHIR", () => {
  it("are when and with whom, and nothing of whose they are", () => {
    const found = read(appointment, { resourceType: "Patient", name: [{ family: "Roe" }] });
    expect(found.booked).toEqual([{ provider: "Dr-A", date: "2026-12-07", start: 500, type: "follow-up" }]);
    expect(found.ignored).toBe(1);
    expect(JSON.stringify(found)).not.toMatch(/Roe|MRN|123|a-17|knee/);
  });

  it.each([
    [
      "a reference to the role that is published",
      { reference: "https://h.example/fhir/PractitionerRole/provider-2" },
      "Dr-B",
    ],
    ["a name that is the id", { display: "Dr-B" }, "Dr-B"],
    ["another system of identifiers", { identifier: { system: "urn:npi", value: "Dr-A" } }, undefined],
    ["a role that is not published", { reference: "PractitionerRole/provider-3" }, undefined],
    ["nothing", {}, undefined],
  ])("know a provider by %s", (_, actor, provider) => {
    const { booked, elsewhere } = read({ ...appointment, participant: [patient, { actor }] });
    expect(booked.map((one) => one.provider)).toEqual(provider === undefined ? [] : [provider]);
    expect(elsewhere).toBe(provider === undefined ? 1 : 0);
  });

  it.each(["proposed", "cancelled", "noshow", "entered-in-error", "waitlist", undefined, 7])(
    "hold no place when their state is %s",
    (status) => expect(read({ ...appointment, status })).toMatchObject({ booked: [], withoutPlace: 1 }),
  );

  it.each(["2026-12-07", "2026-12-07T08:20:00", "2026-02-30T08:20:00Z", "soon", 5, null])(
    "hold no place at %s, which is no instant",
    (start) => expect(read({ ...appointment, start }).withoutPlace).toBe(1),
  );

  it("survive whatever else is in a bundle", () => {
    const bundles = fc.record({ entry: fc.oneof(fc.jsonValue(), fc.array(fc.record({ resource: fc.jsonValue() }))) });
    fc.assert(
      fc.property(bundles, (bundle) => {
        expect(appointmentsFromFhir(bundle, known).booked).toEqual([]);
      }),
    );
  });
});

describe("instants on the clock of a zone", () => {
  it("are those that were written, also on the days on which clocks change", () => {
    const zones = [
      "America/Chicago",
      "Europe/Berlin",
      "Asia/Kolkata",
      "Pacific/Auckland",
      "Australia/Lord_Howe",
      "UTC",
    ];
    const days = fc.integer({ min: 0, max: 3 * 366 }).map((day) => dateAfter("2025-01-01", day));
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, fc.integer({ min: 4 * 60, max: 1439 }), (zone, date, minutes) => {
        // Before four in the morning there are times that no clock shows, and some that it shows twice.
        expect(localTimesIn(zone)(instantsIn(zone)(date, minutes))).toEqual({ date, minutes });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["2026-11-01T06:30:00Z", "2026-11-01", 90],
    ["2026-11-01T07:30:00Z", "2026-11-01", 90],
    ["2026-11-01T08:30:00Z", "2026-11-01", 150],
    ["2026-03-08T07:59:00Z", "2026-03-08", 119],
    ["2026-03-08T08:00:00Z", "2026-03-08", 180],
    ["2027-01-01T05:59:59.5Z", "2026-12-31", 1439],
    ["2026-12-07t14:00:00z", "2026-12-07", 480],
  ])("%s is %s, %i minutes after midnight, in Chicago", (instant, date, minutes) => {
    expect(localTimesIn("America/Chicago")(instant)).toEqual({ date, minutes });
  });
});
