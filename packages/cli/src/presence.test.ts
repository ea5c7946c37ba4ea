import type { PathwayEvent } from "@praxis/engine";
import { expect, it } from "vitest";
import { Presence } from "./presence.ts";

it("counts who is looked after, and who waits, every ten minutes", () => {
  const presence = new Presence({ isVisit: (pathway) => pathway === "visit", every: 10 });
  const events: [time: number, entity: number, what: PathwayEvent["what"], more?: Partial<PathwayEvent>][] = [
    [1, 1, "arrives"],
    [1, 1, "starts"],
    [2, 2, "arrives"],
    [3, 3, "arrives", { pathway: "phone call" }],
    [3, 3, "starts", { pathway: "phone call" }],
    [12, 1, "ends"],
    [12, 4, "starts", { patient: 1 }],
    [12, 5, "starts", { patient: 1 }],
    [13, 4, "ends", { patient: 1 }],
    [20, 2, "starts"],
    [25, 5, "ends", { patient: 1 }],
    [25, 1, "leaves"],
    [41, 2, "leaves"],
  ];
  for (const [time, entity, what, more] of events) {
    presence.hear({ time, entity, what, patient: entity, pathway: "visit", ...more });
  }
  expect(presence.counts).toEqual([
    { minute: 0, served: 0, waiting: 0 },
    { minute: 10, served: 1, waiting: 1 },
    { minute: 20, served: 2, waiting: 0 },
    { minute: 30, served: 1, waiting: 0 },
    { minute: 40, served: 1, waiting: 0 },
  ]);
});
