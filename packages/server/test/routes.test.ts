import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { parseScenario, replicate } from "@praxis/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { computationOf } from "../src/jobs/computations.ts";
import type { Computing } from "../src/jobs/computing.ts";
import { kinds } from "../src/jobs/kinds.ts";
import { mondays, office, planned, session, type TestService, testService, week } from "./support/service.ts";

let service: TestService;
beforeAll(async () => {
  service = await testService({ works: true });
});
afterAll(async () => await service.close());

describe("a simulation", () => {
  it("is accepted, computed, and answers with the bytes that one thread computes", async () => {
    const request = { scenario: office, replications: 300, seed: "spring", measures: ["wait", "throughput"] };
    const accepted = await service.post("/v1/simulations", request);
    expect(accepted.statusCode).toBe(202);
    expect(accepted.headers["retry-after"]).toBe("1");
    const { self, state } = accepted.json();
    expect(accepted.headers.location).toBe(self);
    expect(state).toBe("queued");

    const job = await service.ended(self);
    expect(job).toMatchObject({
      kind: "simulation",
      title: "Small office",
      state: "succeeded",
      attempt: 1,
      best: null,
    });
    const { scenario: _, ...options } = request;
    expect(job.result).toEqual(plain(replicate(parseScenario(JSON.stringify(office)), options)));
  });

  it("takes a scenario that is kept here, in the version that is asked for, with changes", async () => {
    const { id } = (await service.post("/v1/scenarios", office)).json();
    await service.post(`/v1/scenarios/${id}/versions`, { ...office, name: "Larger office" });
    const request = { scenarioId: id, version: 1, replications: 5, changes: { "staff.nurse.count": 2 } };
    const job = await service.ended((await service.post("/v1/simulations", request)).json().self);
    expect(job.title).toBe("Small office");
    const changed = { ...office, staff: { nurse: { count: 2 } } };
    const expected = replicate(parseScenario(JSON.stringify(changed)), { replications: 5, seed: 1, confidence: 0.95 });
    expect(job.result).toEqual(plain(expected));
  });

  it("names every issue of its scenario with its place in the request, and is not made", async () => {
    const broken = { ...office, calendar: { length: 540 }, staf: {} };
    const answer = await service.post("/v1/simulations", { scenario: broken });
    expect(answer.statusCode).toBe(422);
    const { type, issues } = answer.json();
    expect(type).toBe("/problems/invalid");
    expect(issues).toMatchObject([
      { pointer: "/scenario/calendar/length", code: "unit-missing", detail: "540 needs its unit" },
      { pointer: "/scenario/staf", code: "unknown-key", hint: expect.stringContaining("did you mean") },
    ]);
  });

  it("refuses what would not fit into memory", async () => {
    const over = [{ setting: "staff.nurse.count", values: [1, 2, 3, 4, 5] }];
    const answer = await service.post("/v1/sweeps", { scenario: office, over, replications: 1_000_000 });
    expect(answer.json()).toMatchObject({ status: 422, issues: [{ pointer: "/replications", code: "too-large" }] });
  });

  it.each([
    ["neither scenario nor scenarioId", {}],
    ["both", { scenario: office, scenarioId: "2b0a0b42-8a6c-4f4f-9f33-0d5d9ab0f1fc" }],
  ])("refuses %s", async (_, request) => {
    const answer = await service.post("/v1/simulations", request);
    expect(answer.json()).toMatchObject({ status: 400, issues: [{ pointer: "/scenario" }] });
  });
});

describe("a comparison", () => {
  it("shows what a what-if is worth", async () => {
    const request = {
      scenario: office,
      whatIfs: { "two nurses": { "staff.nurse.count": 2 } },
      measures: ["wait"],
      replications: 40,
    };
    const { result } = await service.ended((await service.post("/v1/comparisons", request)).json().self);
    expect(result.variants["two nurses"].measures.wait.difference).toMatchObject({
      measurable: true,
      replications: 40,
    });
  });

  it("says where a what-if does not fit", async () => {
    const request = { scenario: office, whatIfs: { "a/b": { "staff.nurce.count": 2 } } };
    const { status, issues } = (await service.post("/v1/comparisons", request)).json();
    expect(status).toBe(422);
    expect(issues[0].code).toBe("no-such-place");
  });

  it("needs something to compare with", async () => {
    const { detail, issues } = (await service.post("/v1/comparisons", { scenario: office })).json();
    expect(detail).toContain("issues");
    expect(issues[0].detail).toBe("there is nothing to compare with");
  });
});

it("a sweep simulates every combination of values", async () => {
  const over = [
    { setting: "staff.nurse.count", values: [1, 2] },
    { setting: "arrivals.all.poisson", values: ["3 per hour", "5 per hour"] },
  ];
  const request = { scenario: office, over, replications: 4, measures: ["wait"] };
  const { result } = await service.ended((await service.post("/v1/sweeps", request)).json().self);
  expect(result.points.map(({ values }: { values: unknown[] }) => values)).toEqual([
    [1, "3 per hour"],
    [1, "5 per hour"],
    [2, "3 per hour"],
    [2, "5 per hour"],
  ]);
});

describe("a roster", () => {
  it("is found, with its bound", async () => {
    const job = await service.ended((await service.post("/v1/rosters", { problem: week })).json().self);
    expect(job.result).toMatchObject({ status: "optimal", cost: 320, gap: 0, start: "2026-12-07" });
    expect(job.result.roster["MA-1"]).toEqual(["early", "early"]);
  });

  it("that cannot be is an answer: which rules collide", async () => {
    const problem = { ...week, rules: [{ rule: "shifts", of: "early", per: "period", atMost: 0 }] };
    const job = await service.ended((await service.post("/v1/rosters", { problem })).json().self);
    expect(job).toMatchObject({ state: "succeeded", result: { status: "infeasible" } });
    expect(job.result.conflict.length).toBeGreaterThan(0);
  });

  const roster = { "MA-1": ["early", "early"], "MA-2": [null, null] };

  it("is judged, whoever made it", async () => {
    const score = await service.post("/v1/rosters/score", { problem: week, roster });
    expect(score.json()).toMatchObject({ keepsAll: true, cost: 320 });
    const uncovered = { ...roster, "MA-1": ["early", null] };
    expect((await service.post("/v1/rosters/score", { problem: week, roster: uncovered })).json().keepsAll).toBe(false);
  });

  it("tells who can take a shift", async () => {
    const question = { problem: week, roster, person: "MA-1", date: "2026-12-08", shift: "early" };
    const { candidates } = (await service.post("/v1/rosters/candidates", question)).json();
    expect(candidates).toEqual([{ person: "MA-2", instead: null, breaks: [], cost: 200 }]);
  });

  it("tells why it is not another", async () => {
    const question = { problem: week, roster, person: "MA-2", dates: ["2026-12-08"], shift: "early" };
    const answer = (await service.post("/v1/rosters/why", question)).json();
    expect(answer).toMatchObject({ status: "optimal", difference: { cost: 40 } });
    expect(answer.difference.changes[0]).toMatchObject({ date: "2026-12-08" });
  });

  describe("that was found", () => {
    const patch = async (url: string, body: object, more: Record<string, string> = {}) =>
      await service.app.inject({
        method: "PATCH",
        url,
        payload: body,
        headers: { ...(await service.headers()), "content-type": "application/json", ...more },
      });
    let found: { id: string; self: string; result: { roster: object } };
    beforeAll(async () => {
      found = await service.ended((await service.post("/v1/rosters", { problem: week })).json().self);
    });

    it("is mended by a new job when somebody cannot come, and stays as it is", async () => {
      const body = { absent: [{ person: "MA-1", from: "2026-12-08" }], pricePerChange: 10, workLimit: 1000 };
      const accepted = await patch(found.self, body, { "idempotency-key": "ill" });
      expect(accepted.statusCode).toBe(202);
      const job = await service.ended(accepted.json().self);
      expect(job).toMatchObject({
        kind: "roster",
        state: "succeeded",
        result: { status: "optimal", replans: found.id, roster: { "MA-1": ["early", null], "MA-2": [null, "early"] } },
      });
      expect(job.result.difference.changes).toContainEqual(
        expect.objectContaining({ person: "MA-2", date: "2026-12-08", to: "early" }),
      );
      expect((await service.get(found.self)).json().result.roster).toEqual(found.result.roster);
      expect((await patch(found.self, body, { "idempotency-key": "ill" })).json().id).toBe(job.id);
    });

    it("is handed out as a grid, a page and calendars", async () => {
      expect((await service.get(`${found.self}/csv`)).body).toContain("MA-1,medical assistant,early,early");
      expect((await service.get(`${found.self}/page`)).body).toContain("<!doctype html>");
      expect((await service.get(`${found.self}/calendar?person=MA-1`)).body).toContain("DTSTART:20261208T080000");
      expect((await service.get(`${found.self}/calendar`)).json()).toMatchObject({ issues: [{ pointer: "/person" }] });
    });

    it.each([
      ["/absent/0/person", { absent: [{ person: "MA-9", from: "2026-12-08" }] }],
      ["/absent/0/from", { absent: [{ person: "MA-1", from: "2027-12-08" }] }],
      ["/absent/0/to", { absent: [{ person: "MA-1", from: "2026-12-08", to: "2026-12-07" }] }],
      ["/today", { absent: [], today: "2027-01-01" }],
    ])("names what is wrong in what it is to be mended for: %s", async (pointer, body) => {
      expect((await patch(found.self, body)).json()).toMatchObject({ status: 422, issues: [{ pointer }] });
    });

    it("cannot be mended before it is there", async () => {
      const { self } = (
        await service.post("/v1/rosters", {
          problem: { ...week, rules: [{ rule: "shifts", of: "early", per: "period", atMost: 0 }] },
        })
      ).json();
      await service.ended(self);
      expect((await patch(self, { absent: [] })).statusCode).toBe(409);
    });
  });

  it.each([
    ["/person", { person: "MA-9" }, "did you mean"],
    ["/date", { date: "2027-01-01" }, "2026-12-07 to 2026-12-08"],
    ["/shift", { shift: "late" }, "early"],
  ])("names what a question gets wrong: %s", async (pointer, wrong, hint) => {
    const question = { problem: week, roster, person: "MA-1", date: "2026-12-08", shift: "early", ...wrong };
    const answer = await service.post("/v1/rosters/candidates", question);
    expect(answer.json()).toMatchObject({ status: 422, issues: [{ pointer, hint: expect.stringContaining(hint) }] });
  });

  it("to be made is checked", async () => {
    const found = (await service.post("/v1/rosters/validate", { ...week, days: 0 })).json();
    expect(found).toMatchObject({ valid: false, issues: [{ pointer: "/days" }] });
    expect((await service.post("/v1/rosters/validate", week)).json().valid).toBe(true);
  });
});

describe("a template", () => {
  it("is found and certified, with simpler ones beside it", async () => {
    const job = await service.ended((await service.post("/v1/templates", { problem: session })).json().self);
    expect(job).toMatchObject({ state: "succeeded", result: { status: "optimal", certified: true } });
    expect(job.result.times).toHaveLength(4);
    expect(job.result.bound).toBeLessThanOrEqual(job.result.cost);
    expect(job.result.alternatives.map(({ kind }: { kind: string }) => kind)).toContain("start and gap");
  });

  it("is told while its bound and simpler ones are still looked for", async () => {
    const told: { progress: unknown; best?: unknown }[] = [];
    const result = await computed("template", { problem: session, seed: 1 }, (news) => told.push(news));
    expect(told.map(({ progress }) => progress)).toEqual(
      [1, 2, 3, 4].map((done) => ({ done, total: 4, unit: "parts" })),
    );
    const { times, certified } = result as { times: number[]; certified: boolean };
    expect(told[0]!.best).toMatchObject({ times, certified, bound: -Infinity, frontier: [] });
    expect(told.at(-1)!.best).toEqual(result);
  });

  it("of anybody has a price", async () => {
    const question = { problem: session, times: [0, 15, 30, 45] };
    const answer = await service.post("/v1/templates/cost", question);
    expect(answer.json()).toMatchObject({ times: question.times, halfWidths: { cost: expect.any(Number) } });
    const wrong = await service.post("/v1/templates/cost", { ...question, times: [0, 30, 15, 45] });
    expect(wrong.json()).toMatchObject({ status: 422, issues: [{ pointer: "/times/2" }] });
  });
});

describe("a week", () => {
  it("is told while a better one is still looked for", async () => {
    const told: { progress: { unit: string }; best?: unknown }[] = [];
    const result = await computed("week", { problem: mondays, gap: 1e-3, seed: 1 }, (news) => told.push(news));
    const { cost } = result as { cost: number };
    const best = told.flatMap(({ best }) => (best === undefined ? [] : [best as { cost: number; bound: number }]));
    expect(told[0]!.progress.unit).toBe("sessions priced");
    expect(best.at(-1)).toMatchObject({ status: "feasible", praxis: expect.any(String), slots: expect.any(Array) });
    expect(best.at(-1)!.cost).toBeGreaterThanOrEqual(cost - 1e-6);
    expect(best.at(-1)!.bound).toBeLessThanOrEqual(cost + 1e-6);
  });

  it("is found, with its bound", async () => {
    const job = await service.ended((await service.post("/v1/weeks", { problem: mondays })).json().self);
    expect(job).toMatchObject({ state: "succeeded", result: { status: "optimal", zone: "America/Chicago" } });
    expect(job.result.slots[0]).toMatchObject({ provider: "Dr-A", weekday: "Monday", start: "08:00", type: "visit" });
    expect(job.result.bound).toBeLessThanOrEqual(job.result.cost + 1e-6);
  });

  it("is handed out as FHIR, as a table and as a calendar, in the time of the practice", async () => {
    const { self, result } = await service.ended((await service.post("/v1/weeks", { problem: mondays })).json().self);
    const count = result.slots.length;
    const fhir = await service.get(`${self}/fhir?weeks=2`);
    expect(fhir.headers["content-type"]).toContain("application/fhir+json");
    const slots = fhir
      .json()
      .entry.map(({ resource }: { resource: { resourceType: string } }) => resource)
      .filter(({ resourceType }: { resourceType: string }) => resourceType === "Slot");
    expect(slots).toHaveLength(2 * count);
    expect(slots[0].start).toBe("2026-12-07T08:00:00-06:00");
    expect(
      (await service.get(`${self}/ndjson`)).body
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toHaveLength(count + 3);
    expect((await service.get(`${self}/csv`)).body).toContain("Dr-A,,Monday,08:00,");
    expect((await service.get(`${self}/calendar?person=Dr-A`)).body).toContain("TZID=America/Chicago:20261207T080000");
    expect((await service.get(`${self}/calendar?person=Dr-B`)).json()).toMatchObject({
      status: 422,
      issues: [{ pointer: "/person", hint: "did you mean Dr-A?" }],
    });
  });

  it("that cannot be is an answer", async () => {
    const { demand: _, unmet: __, ...visit } = mondays.visitTypes.visit;
    const problem = { ...mondays, visitTypes: { visit: { ...visit, demand: "90 per week" } } };
    const job = await service.ended((await service.post("/v1/weeks", { problem })).json().self);
    expect(job).toMatchObject({ state: "succeeded", result: { status: "infeasible" } });
    expect((await service.get(`${job.self}/csv`)).statusCode).toBe(409);
  });
});

describe("a plan", () => {
  it("is looked for, and what it is worth is said on fresh luck", async () => {
    const request = { scenario: planned, workLimit: 1500, replications: 50 };
    const job = await service.ended((await service.post("/v1/plans", request)).json().self);
    expect(job).toMatchObject({ state: "succeeded", result: { scenario: "Two at eight" } });
    expect(job.result.changes.length).toBeGreaterThan(0);
    expect(job.result.claim).toMatchObject({
      replications: 50,
      variants: { "as planned": { measures: { wait: {} } } },
    });
    expect(job.result.steps.length).toBeGreaterThan(0);
  });

  it("ends with what it has kept so far when it is cancelled", async () => {
    // A search that goes on for a while.
    const scenario = readFileSync(new URL("../../../scenarios/clinic-day/scenario.yaml", import.meta.url), "utf8");
    const request = { scenario, replications: 400, timeLimitSeconds: 600 };
    const { self } = (await service.post("/v1/plans", request)).json();
    while (((await service.get(self)).json().best?.steps ?? []).length === 0) await delay(50);
    await service.app.inject({ method: "DELETE", url: self, headers: await service.headers() });
    const job = await service.ended(self);
    expect(job).toMatchObject({ state: "cancelled", result: { ended: "cancelled" } });
  });

  it("is looked for anew when a scenario changes, which is kept as a new version, and leaves what gains too little", async () => {
    const { id } = (await service.post("/v1/scenarios", planned)).json();
    const changes = { "arrivals.booked.appointments.booked": "90 %" };
    const replan = async (more: object) =>
      await service.patch(`/v1/scenarios/${id}`, { changes, workLimit: 1500, replications: 20, ...more });
    const cheap = await replan({ pricePerChange: 0 });
    expect(cheap.statusCode).toBe(202);
    expect(cheap.headers.location).toBe(cheap.json().self);
    const job = await service.ended(cheap.json().self);
    expect(job).toMatchObject({ kind: "plan", state: "succeeded", title: "Two at eight" });
    expect(job.result.changes.length).toBeGreaterThan(0);
    const { newest, document } = (await service.get(`/v1/scenarios/${id}`)).json();
    expect(newest).toBe(2);
    expect(document.arrivals.booked.appointments.booked).toBe("90 %");
    const before = (await service.get(`/v1/scenarios/${id}?version=1`)).json().document;
    expect(before.arrivals.booked.appointments.booked).toBe("70 %");
    const dear = await service.ended((await replan({ pricePerChange: 0.9 })).json().self);
    expect(dear.result.changes).toEqual([]);

    expect((await replan({ after: 1 })).json()).toMatchObject({ status: 409 });
    const wrong = await service.patch(`/v1/scenarios/${id}`, { changes: { "staff.physician.count": -1 } });
    expect(wrong.json()).toMatchObject({ status: 422, issues: [{ pointer: expect.stringMatching(/^\/changes/) }] });
    expect((await service.get(`/v1/scenarios/${id}`)).json().newest).toBe(3);
  });

  it("of an office in which nothing can be moved fails with the reason", async () => {
    const job = await service.ended((await service.post("/v1/plans", { scenario: office })).json().self);
    expect(job).toMatchObject({ state: "failed", failure: { code: "cannot-be-computed" } });
  });
});

describe("scenarios", () => {
  it("are kept as YAML with their lines, and shown as data", async () => {
    const yaml = { "content-type": "application/yaml" };
    const text = `# Mine\n${JSON.stringify(office)}`;
    const made = await service.post("/v1/scenarios", text, yaml);
    expect(made.statusCode).toBe(201);
    const shown = (await service.get(made.headers.location as string)).json();
    expect(shown).toMatchObject({ version: 1, newest: 1, content: text, document: office });
    const broken = await service.post("/v1/scenarios", "praxis: 1\nname: Broken\ncalendar: { length: 9 }\n", yaml);
    expect(broken.json()).toMatchObject({ status: 422, issues: [{ pointer: "/calendar/length", line: 3 }] });
  });

  it("are only ever added to, and not beside a version that somebody has not seen", async () => {
    const { id } = (await service.post("/v1/scenarios", office)).json();
    const add = (after: number) =>
      service.post(`/v1/scenarios/${id}/versions?after=${after}`, { ...office, name: "B" });
    expect((await add(1)).statusCode).toBe(201);
    expect((await add(1)).json()).toMatchObject({ status: 409, type: "/problems/conflict" });
    expect((await service.get(`/v1/scenarios/${id}`)).json()).toMatchObject({ version: 2, name: "B" });
    expect((await service.get(`/v1/scenarios/${id}?version=1`)).json()).toMatchObject({ name: "Small office" });
    const { items } = (await service.get(`/v1/scenarios/${id}/versions`)).json();
    expect(items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it("are checked without being kept", async () => {
    expect((await service.post("/v1/scenarios/validate", office)).json()).toEqual({
      valid: true,
      issues: [],
      warnings: [],
    });
    expect((await service.get("/v1/scenarios/schema")).json()).toHaveProperty("properties.staff");
  });
});

describe("a list", () => {
  it("goes on where its last part ended, and can be narrowed down", async () => {
    for (const name of ["P-1", "P-2", "P-3"]) await service.post("/v1/scenarios", { ...office, name });
    const first = (await service.get("/v1/scenarios?limit=2")).json();
    expect(first.items.map(({ name }: { name: string }) => name)).toEqual(["P-3", "P-2"]);
    const second = (await service.get(`/v1/scenarios?limit=2&cursor=${first.next}`)).json();
    expect(second.items[0].name).toBe("P-1");
    expect((await service.get("/v1/scenarios?name=P-2")).json().items).toHaveLength(1);
    expect((await service.get("/v1/sweeps?state=failed")).json()).toEqual({ items: [], next: null });
    expect((await service.get("/v1/scenarios?cursor=%21")).statusCode).toBe(400);
  });
});

describe("the events of a job", () => {
  it("tell its states in their order and end with it; who was away goes on where he was", async () => {
    const { self, events } = (await service.post("/v1/simulations", { scenario: office, replications: 10 })).json();
    await service.ended(self);
    const all = await service.get(events);
    expect(all.headers["content-type"]).toContain("text/event-stream");
    const states = [...all.body.matchAll(/^id: (\d+)\nevent: state\ndata: (.*)$/gm)];
    expect(states.map(([, , data]) => JSON.parse(data!).state)).toEqual(["queued", "running", "succeeded"]);
    const rest = await service.get(events, { "last-event-id": states[1]![1]! });
    expect(rest.body).not.toContain('"queued"');
    expect(rest.body).toContain('"succeeded"');
  });
});

it("every kind of job can be computed, and has all addresses of jobs", async () => {
  const { paths } = (await service.get("/openapi.json")).json();
  for (const { name, path } of kinds) {
    expect(computationOf(name)).toBeDefined();
    expect(Object.keys(paths[`/v1/${path}`])).toEqual(["post", "get"]);
    expect(Object.keys(paths[`/v1/${path}/{id}`])).toEqual(expect.arrayContaining(["get", "delete"]));
    expect(paths).toHaveProperty([`/v1/${path}/{id}/events`, "get"]);
  }
});

/** Computes a job in the threads of the service, without it, and hears all that it tells. */
async function computed(name: string, input: object, tell: Computing["tell"]): Promise<unknown> {
  const signal = new AbortController().signal;
  return await computationOf(name).compute(input as never, { threads: service.threads, signal, seconds: 60, tell });
}

/** What is left of a result on its way through JSON. */
function plain(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result));
}
