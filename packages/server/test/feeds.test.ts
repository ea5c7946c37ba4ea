import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mondays, type TestService, testService, week } from "./support/service.ts";

interface Planned {
  readonly id: string;
  readonly self: string;
}

const lines: string[] = [];
let service: TestService;
let roster: Planned;
let slots: Planned;
beforeAll(async () => {
  service = await testService({ works: true, log: (line) => void lines.push(line) });
  const made = async (path: string, problem: object) =>
    await service.ended((await service.post(path, { problem })).json().self);
  roster = await made("/v1/rosters", week);
  slots = await made("/v1/weeks", mondays);
});
afterAll(async () => await service.close());

/** Reads as somebody without a key. */
const read = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url: new URL(url).pathname, headers });

describe("a feed of a roster", () => {
  it("is the calendar of one person, for whoever knows its address", async () => {
    const made = await service.post("/v1/feeds", { jobId: roster.id, person: "MA-1" });
    expect(made.statusCode).toBe(201);
    const { id, addresses, ...feed } = made.json();
    expect(feed).toMatchObject({ jobId: roster.id, job: roster.self, person: "MA-1", sequence: 0 });
    expect(Object.keys(addresses)).toEqual(["calendar"]);
    expect(addresses.calendar).toMatch(/^http:\/\/localhost(:80)?\/feeds\/[\w-]{32}\/calendar\.ics$/);

    const calendar = await read(addresses.calendar);
    expect(calendar.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    // It is what holds, and no draft.
    expect(calendar.body).toContain("STATUS:CONFIRMED");
    expect(calendar.body).toContain("SEQUENCE:0");
    expect(calendar.body).not.toContain("MA-2");

    const again = await read(addresses.calendar, { "if-none-match": String(calendar.headers["etag"]) });
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: "" });

    const newer = await service.ended((await service.patch(roster.self, { absent: [] })).json().self);
    const changed = await service.patch(`/v1/feeds/${id}`, { jobId: newer.id });
    expect(changed.json()).toMatchObject({ jobId: newer.id, sequence: 1 });
    expect((await read(addresses.calendar)).body).toContain("SEQUENCE:1");

    const secret = addresses.calendar.split("/")[4];
    expect((await service.get("/v1/feeds")).body).not.toContain(secret);
    const rows = await service.database.kysely.selectFrom("feed").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(lines.join("\n")).toContain("/feeds/…/calendar.ics");
    expect(lines.join("\n")).not.toContain(secret);

    expect((await service.delete(`/v1/feeds/${id}`)).json().id).toBe(id);
    expect((await read(addresses.calendar)).statusCode).toBe(404);
    expect((await service.delete(`/v1/feeds/${id}`)).statusCode).toBe(404);
  });

  it.each([
    ["nobody in particular", () => ({ jobId: roster.id }), "/person"],
    ["somebody who is not in it", () => ({ jobId: roster.id, person: "MA-9" }), "/person"],
    ["a job that there is not", () => ({ jobId: "2b0a0b42-8a6c-4f4f-9f33-0d5d9ab0f1fc", person: "MA-1" }), "/jobId"],
  ])("is not made of %s", async (_, body, pointer) => {
    const answer = await service.post("/v1/feeds", body());
    expect(answer.json()).toMatchObject({ status: 422, issues: [{ pointer }] });
  });

  it("shows no plan of another kind at its address, and none that is not there", async () => {
    const { id } = (await service.post("/v1/feeds", { jobId: roster.id, person: "MA-1" })).json();
    expect((await service.patch(`/v1/feeds/${id}`, { jobId: slots.id })).statusCode).toBe(422);
    // The id of the feed is that of no job.
    expect((await service.patch(`/v1/feeds/${id}`, { jobId: id })).json()).toMatchObject({
      status: 422,
      issues: [{ pointer: "/jobId", detail: `there is no job ${id}` }],
    });
    expect(await service.tenant.feeds.find(id)).toMatchObject({ jobId: roster.id, sequence: 0 });
  });
});

describe("a feed of a week", () => {
  it("publishes free slots as SMART Scheduling Links has it, from today on", async () => {
    const { addresses } = (await service.post("/v1/feeds", { jobId: slots.id, weeks: 2 })).json();
    const manifest = (await read(addresses.bulkPublish)).json();
    expect(manifest).toMatchObject({ request: addresses.bulkPublish, error: [] });
    const found = new Map<string, Record<string, unknown>[]>();
    for (const { type, url } of manifest.output) {
      const answer = await read(url);
      expect(answer.headers["content-type"]).toBe("application/fhir+ndjson; charset=utf-8");
      const resources = answer.body
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(new Set([type]));
      found.set(type, resources);
    }
    expect([...found.keys()]).toEqual(["Location", "PractitionerRole", "Schedule", "Slot"]);
    const [schedule] = found.get("Schedule")!;
    const today = new Date().toISOString().slice(0, 10);
    const start = (schedule!["planningHorizon"] as { start: string }).start.slice(0, 10);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    // The practice may still have yesterday.
    expect([mondays.start, today, yesterday]).toContain(start);
    expect(start >= mondays.start).toBe(true);
    expect(found.get("Slot")!.every((slot) => String(slot["start"]) >= start)).toBe(true);
    expect((await read(addresses.calendar)).body).toContain("RRULE:FREQ=WEEKLY");
    expect((await read(addresses.bulkPublish.replace("$bulk-publish", "Patient.ndjson"))).statusCode).toBe(404);
  });

  it("of one provider has a calendar alone", async () => {
    const { addresses } = (await service.post("/v1/feeds", { jobId: slots.id, person: "Dr-A" })).json();
    expect(addresses.bulkPublish).toBeUndefined();
    const manifest = addresses.calendar.replace("calendar.ics", "$bulk-publish");
    expect((await read(manifest)).statusCode).toBe(404);
  });

  it("is kept when jobs are forgotten, for as long as it is shown", async () => {
    const { id } = (await service.post("/v1/feeds", { jobId: slots.id })).json();
    const later = new Date(Date.now() + 60_000);
    await service.store.forget({ requestsBefore: later, jobsBefore: later });
    expect((await service.get(slots.self)).statusCode).toBe(200);
    expect((await service.get("/v1/feeds")).json().items).toContainEqual(expect.objectContaining({ id }));
  });

  it("is not found by guessing, which is limited", async () => {
    const guess = (number: number) => service.app.inject({ url: `/feeds/guess-${number}/calendar.ics` });
    const answers = await Promise.all(Array.from({ length: 70 }, (_, number) => guess(number)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404, 429]));
  });
});

describe("the next slots of a week", () => {
  const now = "2026-12-07T12:00:00Z";
  const ask = (more: object) => service.post(`${slots.self}/next-slots`, { type: "visit", now, ...more });

  it("are those that are left, at instants of the practice, with their prices", async () => {
    const { offers, zone, problem } = (await ask({})).json();
    expect({ zone, problem }).toEqual({ zone: "America/Chicago", problem: "One provider" });
    expect(offers[0]).toMatchObject({
      provider: "Dr-A",
      start: expect.stringMatching(/^2026-12-07T\d\d:\d\d:00-06:00$/),
      type: "visit",
      price: 0,
      parts: { day: 0, provider: 0, hour: 0 },
    });
    expect(offers).toHaveLength(5);
  });

  it("leave out what is booked, of which nothing is kept", async () => {
    const [{ start, left }] = (await ask({})).json().offers;
    const actor = { identifier: { system: "urn:praxis:provider", value: "Dr-A" } };
    const patient = { actor: { reference: "Patient/77", display: "Jane Roe" } };
    const booked = { resourceType: "Appointment", status: "booked", start, participant: [patient, { actor }] };
    const entry = Array.from({ length: left }, () => ({ resource: booked }));
    const cancelled = { resource: { ...booked, status: "cancelled" } };
    const appointments = {
      resourceType: "Bundle",
      entry: [...entry, cancelled, { resource: { resourceType: "Patient" } }],
    };
    const answer = (await ask({ appointments })).json();
    expect(answer.offers[0].start).not.toBe(start);
    expect(answer.appointments).toEqual({ booked: left, withoutPlace: 1, elsewhere: 0, ignored: 1 });
    const everything = await Promise.all(
      (["job", "job_event", "audit_entry", "idempotent_request"] as const).map((table) =>
        service.database.kysely.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(everything) + lines.join("\n")).not.toMatch(/Roe|Patient\/77/);
  });

  it.each([
    [{ type: "surgery" }, "/type"],
    [{ provider: "Dr-B" }, "/provider"],
    [{ from: "soon" }, "/from"],
    [{ from: "2026-12-09", until: "2026-12-08" }, "/until"],
  ])("are not found for %j", async (more, pointer) => {
    expect((await ask(more)).json()).toMatchObject({ status: 422, issues: [{ pointer }] });
  });

  it("need a week that was found", async () => {
    const { demand: _, unmet: __, ...visit } = mondays.visitTypes.visit;
    const problem = { ...mondays, visitTypes: { visit: { ...visit, demand: "90 per week" } } };
    const none = await service.ended((await service.post("/v1/weeks", { problem })).json().self);
    const answer = await service.post(`${none.self}/next-slots`, { type: "visit", now });
    expect(answer.json()).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/^the week has ended without a plan; its result/),
    });
  });
});
