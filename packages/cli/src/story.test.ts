import type { PathwayEvent } from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { Story, type StoryLine } from "./story.ts";

/** What happens, as the engine tells it: minute, who (serial, and the serial of the visit), where on which pathway. */
type Told = [time: number, entity: number, what: PathwayEvent["what"], more?: Partial<PathwayEvent>];

function toldBy(events: readonly Told[]): StoryLine[] {
  const lines: StoryLine[] = [];
  const story = new Story({ isVisit: (pathway) => pathway === "visit", tell: (line) => lines.push(line) });
  for (const [time, entity, what, more] of events) {
    story.hear({ time, entity, what, patient: entity, pathway: "visit", ...more });
  }
  story.end();
  return lines;
}

const asText = (events: readonly Told[]) =>
  toldBy(events).map(({ minute, who, what, where }) => `${minute} ${who} ${what}${where && `: ${where}`}`);

describe("a story", () => {
  it("tells a visit from its beginning to its end, and numbers patients as they come", () => {
    expect(
      asText([
        [3, 7, "arrives"],
        [3, 7, "takes", { resource: "nurse", value: 1 }],
        [3, 7, "starts", { activity: "consult" }],
        [4, 9, "arrives"],
        [4, 9, "waits", { activity: "consult" }],
        [9, 7, "ends", { activity: "consult" }],
        [9, 7, "frees", { resource: "nurse", value: 1 }],
        [9, 7, "leaves", { outcome: "finished" }],
        [9, 9, "takes", { resource: "nurse", value: 1 }],
        [9, 9, "starts", { activity: "consult" }],
      ]),
    ).toEqual([
      "3 patient 1 arrives: visit",
      "3 patient 1 starts consult: with nurse",
      "4 patient 2 arrives: visit",
      "4 patient 2 waits for consult",
      "9 patient 1 ends consult: frees nurse",
      "9 patient 1 leaves",
      "9 patient 2 starts consult: with nurse",
    ]);
  });

  it("tells of each activity what it takes and frees, though all happens in one minute", () => {
    expect(
      asText([
        [3, 1, "takes", { resource: "room", value: 1 }],
        [3, 1, "starts", { activity: "room" }],
        [3, 1, "ends", { activity: "room" }],
        [3, 1, "takes", { resource: "nurse", value: 1 }],
        [3, 1, "starts", { activity: "rooming" }],
        [3, 1, "ends", { activity: "rooming" }],
        [3, 1, "frees", { resource: "nurse", value: 1 }],
        [3, 1, "leaves", { outcome: "finished" }],
      ]),
    ).toEqual([
      "3 patient 1 starts room: with room",
      "3 patient 1 ends room",
      "3 patient 1 starts rooming: with nurse",
      "3 patient 1 ends rooming: frees nurse",
      "3 patient 1 leaves",
    ]);
  });

  it("tells of each resource when its people come, though all come in one minute", () => {
    expect(
      asText([
        [480, -1, "capacity", { resource: "physician", value: 2 }],
        [480, -1, "capacity", { resource: "nurse", value: 3 }],
      ]),
    ).toEqual(["480 physician 2 available", "480 nurse 3 available"]);
  });

  it("does not speak of a wait that lasts no time", () => {
    expect(
      asText([
        [3, 1, "waits", { activity: "consult" }],
        [3, 1, "starts", { activity: "consult" }],
        [3, 1, "takes", { resource: "nurse", value: 2 }],
        [3, 1, "takes", { resource: "room", value: 1 }],
      ]),
    ).toEqual(["3 patient 1 starts consult: with 2 × nurse, room"]);
  });

  it("says what is taken and freed without an activity", () => {
    expect(
      asText([
        [1, 1, "takes", { resource: "room" }],
        [2, 1, "frees", { resource: "room" }],
      ]),
    ).toEqual(["1 patient 1 takes: room", "2 patient 1 frees: room"]);
  });

  it("numbers work by its kind, and knows for which patient it is done", () => {
    const note = { pathway: "chart note" };
    const lines = toldBy([
      [1, 1, "arrives", { pathway: "phone call" }],
      [2, 2, "arrives"],
      [5, 2, "sends", { sent: "chart note", value: 3 }],
      [5, 3, "arrives", note],
      [5, 4, "arrives", note],
    ]);
    expect(lines.map(({ who, patient }) => [who, patient])).toEqual([
      ["phone call 1", undefined],
      ["patient 1", 1],
      ["patient 1", 1],
      ["chart note 1", 1],
      ["chart note 2", undefined],
    ]);
  });

  it("tells parts of a visit that go on at the same time as the patient's", () => {
    const lines = toldBy([
      [1, 1, "arrives"],
      [2, 5, "starts", { patient: 1, activity: "ECG" }],
    ]);
    expect(lines[1]).toEqual({ minute: 2, who: "patient 1", what: "starts ECG", where: "", patient: 1 });
  });

  it("says how many are there, and how somebody left", () => {
    expect(
      asText([
        [0, -1, "capacity", { resource: "nurse", value: 0 }],
        [5, -1, "capacity", { resource: "nurse", value: 2 }],
        [6, 1, "gives up", { activity: "consult" }],
        [6, 1, "leaves", { outcome: "left" }],
        [7, 2, "is turned away", { activity: "consult" }],
        [8, 3, "is interrupted", { activity: "consult" }],
        [8, 3, "frees", { resource: "nurse" }],
        [9, 3, "goes on", { activity: "consult" }],
        [9, 3, "takes", { resource: "nurse" }],
      ]),
    ).toEqual([
      "0 nurse none available",
      "5 nurse 2 available",
      "6 patient 1 gives up waiting for consult",
      "6 patient 1 leaves: left",
      "7 patient 2 is turned away from consult",
      "8 patient 3 is interrupted in consult: frees nurse",
      "9 patient 3 goes on with consult: with nurse",
    ]);
  });
});
