/** The short way of those who give back at once what they were granted: who may take it, and that it leads to the same. */

import { describe, expect, it } from "vitest";
import { compilePathways } from "./pathway.ts";
import { compile } from "./pathway-compile.ts";
import type { ActivityRows, PathwayEvent, PathwayModel, ResourceSpec, Step } from "./pathway-model.ts";
import { op } from "./pathway-program.ts";

type Seize = Extract<Step, { do: "seize" }>;

/** Asks for a resource, works with it for one to seven minutes and gives it back. */
function use(resource: string, options: Partial<Seize> = {}, minutes?: number): Step[] {
  const hold = options.hold ?? resource;
  const time = minutes ?? ((lo: number) => 1 + ((lo * 5 + resource.length) % 7));
  return [
    { do: "seize", parts: [{ oneOf: [resource] }], activity: resource, ...options, hold },
    { do: "delay", time, working: hold },
    { do: "end" },
    { do: "release", holds: [hold] },
  ];
}

function modelOf(steps: readonly Step[], specs: Readonly<Record<string, Partial<ResourceSpec>>> = {}): PathwayModel {
  const names = ["desk", "nurse", "physician"];
  return {
    resources: names.map((name) => ({ name, capacity: 2, ...specs[name] })),
    attributes: ["urgency"],
    activities: names,
    pathways: [
      { name: "visit", visit: true, steps },
      { name: "tidying", visit: false, steps: [{ do: "delay", time: 3, working: "nurse" }] },
    ],
    sources: [
      {
        name: "door",
        cycles: 1,
        begins: () => 0,
        arrival: (_, k) => (k < 60 ? Math.floor(1.3 * k) : Number.NaN),
        admit: ({ identityLo, attributes }, row, _, k) => {
          identityLo[row] = k;
          attributes[0]![row] = k % 3;
          return 0;
        },
      },
    ],
  };
}

/** Whether the first seize of a visit is short. */
function isShort(steps: readonly Step[], specs: Readonly<Record<string, Partial<ResourceSpec>>> = {}): boolean {
  return compile(modelOf(steps, specs)).instructions.op[0] === op.serve;
}

/** All that can be seen of a run: events, rows and integrals. */
function seenOf(model: PathwayModel) {
  const events: PathwayEvent[] = [];
  const rows: number[][] = [];
  const activities = (batch: ActivityRows) => {
    for (let i = 0; i < batch.length; i++) {
      const { patient, activity, resource, queued, started, ended, outcome } = batch;
      rows.push([patient, activity, resource, queued, started, ended, outcome].map((column) => column[i]!));
    }
  };
  const run = compilePathways(model);
  run.reset({ activities }, (event) => events.push(event));
  run.run({ until: 40 });
  run.run({ until: "empty" });
  run.finish();
  return { events, rows, resources: model.resources.map(({ name }) => run.resource(name)), count: run.eventCount };
}

describe("a seize whose units come back as soon as the work is done", () => {
  it("is short when nothing can come between, whatever its priority and its queue", () => {
    expect(isShort(use("nurse"))).toBe(true);
    expect(isShort(use("nurse", { priority: { attribute: "urgency" } }), { nurse: { discipline: "lifo" } })).toBe(true);
    expect(isShort(use("nurse"), { nurse: { falling: "stay", levels: true } })).toBe(true);
  });

  it.each<[string, Step[], Partial<ResourceSpec>?]>([
    ["somebody may interrupt it", [...use("nurse"), ...use("nurse", { hold: "urgent", preempt: "resume" })]],
    ["a falling capacity may interrupt it", use("nurse"), { falling: "restart" }],
    ["the work takes longer or less than it lasts", use("nurse"), { speed: 2 }],
    ["somebody may give up", use("nurse", { patience: () => 9 })],
    ["somebody may be turned away", use("nurse", { limit: 5 })],
    ["there is a choice", use("nurse", { parts: [{ oneOf: ["nurse", "physician"] }] })],
    ["the units are off", use("nurse", { off: true })],
    ["it has no row", use("nurse").map((step) => ({ ...step, activity: undefined }) as unknown as Step)],
    ["something else comes back with it", [...use("nurse").slice(0, 3), { do: "release", holds: ["nurse", "desk"] }]],
    ["something else comes back", [...use("nurse").slice(0, 3), { do: "release", holds: ["desk"] }]],
    ["it is kept", use("nurse").slice(0, 3)],
    [
      "it may be handed over",
      [...use("nurse"), { do: "send", pathway: "tidying", holds: ["nurse"], identity: () => undefined }],
    ],
  ])("is not short when %s", (_, steps, nurse = {}) => {
    expect(isShort(steps, { nurse })).toBe(false);
  });

  it.each<[string, Partial<Seize>, Readonly<Record<string, Partial<ResourceSpec>>>]>([
    ["first come, first served", {}, {}],
    ["by priority", { priority: { attribute: "urgency" } }, { desk: { capacity: 1 } }],
    ["last come, first served", {}, { nurse: { discipline: "lifo", capacity: 1 }, desk: { levels: true } }],
    ["with changes of capacity", {}, { desk: { changes: () => ({ times: [9, 20, 33], capacities: [1, 0, 3] }) } }],
    [
      "of several units, first fit",
      { parts: [{ oneOf: ["nurse"], units: 2 }] },
      { nurse: { discipline: "first fit", capacity: 3 } },
    ],
  ])("leads to all that the long way leads to, %s", (_, options, specs) => {
    const stepsWith = (more: Partial<Seize>): Step[] => [
      ...use("desk", { ...options, parts: [{ oneOf: ["desk"] }], ...more }),
      { do: "repeat", times: 2, most: 2, steps: use("nurse", { ...options, ...more }) },
      ...use("nurse", { hold: "nurse again", ...more }),
    ];
    const short = modelOf(stepsWith({}), specs);
    // Nobody is turned away, but the seize is no longer plain.
    const long = modelOf(stepsWith({ limit: 1_000 }), specs);
    const shortCodes = [...compile(short).instructions.op];
    expect(shortCodes.filter((code) => code === op.serve)).toHaveLength(3);
    expect(shortCodes).not.toContain(op.seize);
    expect([...compile(long).instructions.op]).not.toContain(op.serve);
    const seen = seenOf(short);
    expect(seen.rows).toHaveLength(4 * 60);
    expect(seen.events.filter(({ what }) => what === "waits").length).toBeGreaterThan(50);
    expect(seen).toEqual(seenOf(long));
  });

  it("lets nobody be taken for stuck who waits for what comes back", () => {
    const keep = (resource: string): Step => ({ do: "seize", hold: resource, parts: [{ oneOf: [resource] }] });
    const paths: Step[][] = [
      use("nurse", {}, 50),
      [keep("physician"), { do: "delay", time: 3 }, keep("nurse")],
      [keep("nurse"), { do: "delay", time: 3 }, keep("physician")],
    ];
    const model = modelOf([], { physician: { capacity: 1 } });
    const run = compilePathways({
      ...model,
      pathways: paths.map((steps, index) => ({ name: `visit ${index}`, visit: true, steps })),
      sources: [
        { ...model.sources[0]!, arrival: (_, k) => (k < 3 ? k : Number.NaN), admit: (_columns, _row, _cycle, k) => k },
      ],
    });
    // The second has the physician and waits for a nurse; the third has a nurse and waits for the physician.
    expect(run.run({ until: 10 })).toBe("horizon");
    expect(run.present).toBe(3);
    expect(run.run({ until: "empty" })).toBe("empty");
    expect([run.now, run.present]).toEqual([50, 0]);
  });

  it("may last for ever", () => {
    const run = compilePathways(modelOf(use("nurse", {}, Number.POSITIVE_INFINITY), { nurse: { capacity: 60 } }));
    expect(run.run({ until: "empty" })).toBe("empty");
    expect([run.present, run.resource("nurse").planned]).toEqual([60, 60 * run.now]);
    const short = compilePathways(modelOf(use("nurse", {}, Number.POSITIVE_INFINITY)));
    expect(() => short.run({ until: "empty" })).toThrow("visit 2 waits for ever for nurse");
  });
});
