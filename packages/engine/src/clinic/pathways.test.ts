import { describe, expect, it } from "vitest";
import { officeFrom, waitsFor, whatHappens } from "../../test/support/clinic-office.ts";
import type { Office } from "./office.ts";

/** An office for patients who come at given minutes. */
function office(
  pathway: string,
  { at = "[0 min]", staff = "nurse: { count: 1 }", more = "", length = "1 d" } = {},
): Office {
  return officeFrom(`
calendar: { start: 2026-01-05 08:00, length: ${length} }
staff: { ${staff} }
rooms: { room: { count: 1 } }
${more}
visitTypes:
  visit:
    pathway:
${pathway}
arrivals:
  door: { visitType: visit, at: ${at} }`);
}

/** Who does what when: "talk 0-10". */
function story(run: Office): string[] {
  return whatHappens(run).activities.map(({ activity, started, ended }) => `${activity} ${started}-${ended}`);
}

describe("a pathway", () => {
  it("leads from one activity to the next, and frees what an activity needed at its end", () => {
    const run = office(
      `
      - { activity: talk, needs: nurse, takes: 10 min }
      - { activity: dress, takes: 5 min }`,
      { at: "[0 min, 1 min]" },
    );
    expect(story(run)).toEqual(["talk 0-10", "talk 10-20", "dress 10-15", "dress 20-25"]);
    expect(waitsFor(run, "talk")).toEqual([0, 9]);
  });

  it("asks for all needs at once, and holds none while it waits for the others", () => {
    const run = office(
      `
      - { activity: undress, needs: room, takes: 10 min }
      - { activity: exam, needs: [nurse, room], takes: 10 min }`,
      { at: "[0 min, 1 min]" },
    );
    expect(story(run)).toEqual(["undress 0-10", "undress 10-20", "exam 20-30", "exam 30-40"]);
  });

  it("keeps a room over several activities, until one of them frees it", () => {
    const run = office(
      `
      - { activity: rooming, needs: [nurse, room], keeps: room, takes: 2 min }
      - { activity: rest, takes: 20 min, frees: room }
      - { activity: dress, takes: 1 min }`,
      { at: "[0 min, 1 min]" },
    );
    expect(story(run)).toEqual([
      "rooming 0-2",
      "rooming 22-24",
      "rest 2-22",
      "dress 22-23",
      "rest 24-44",
      "dress 44-45",
    ]);
    // The nurse was free while the room was kept.
    expect(run.statistics("nurse").busy).toBe(4);
    expect(run.statistics("room").busy).toBe(44);
  });

  it("keeps until the visit ends what nothing frees", () => {
    const run = office(
      `
      - { activity: rooming, needs: room, keeps: room, takes: 2 min }
      - { activity: rest, takes: 8 min }`,
    );
    whatHappens(run);
    expect(run.statistics("room").busy).toBe(10);
  });

  it("takes a room without an activity, notes the wait for it, and frees it", () => {
    const run = office(
      `
      - take: room
      - { activity: rest, takes: 10 min }
      - free: room
      - { activity: dress, takes: 5 min }`,
      { at: "[0 min, 4 min]" },
    );
    expect(waitsFor(run, "room")).toEqual([0, 6]);
    expect(run.statistics("room").busy).toBe(20);
  });

  it("goes on with the turnover of a room when the patient has left", () => {
    const run = office(
      `
      - { activity: rooming, needs: [nurse, room], keeps: room, takes: 2 min }
      - activity: exam
        needs: nurse
        takes: 10 min
        frees: room
        afterwards: { activity: turnover, takes: 3 min, keeps: [room, nurse] }
      - { activity: pay, takes: 1 min }`,
      { at: "[0 min, 1 min]" },
    );
    expect(story(run).toSorted()).toEqual([
      "exam 17-27",
      "exam 2-12",
      "pay 12-13",
      "pay 27-28",
      "rooming 0-2",
      "rooming 15-17",
      "turnover 12-15",
      "turnover 27-30",
    ]);
    expect(run.statistics("nurse").busy).toBe(30);
    expect(run.statistics("room").busy).toBe(30);
  });

  it("takes any of several who will do", () => {
    const run = office("      - { activity: talk, needs: { oneOf: [nurse, doctor] }, takes: 10 min }", {
      at: "[0 min, 1 min, 2 min]",
      staff: "nurse: { count: 1 }, doctor: { count: 1 }",
    });
    expect(whatHappens(run).activities.map(({ resource, started }) => `${resource} ${started}`)).toEqual([
      "nurse 0",
      "doctor 1",
      "nurse 10",
    ]);
  });

  it("takes somebody with the skill, and two people where two are needed", () => {
    const staff = "nurse: { people: { Ann: {}, Ben: { skills: [blood], speed: 0.5 }, Cid: { skills: [blood] } } }";
    const skilled = office("      - { activity: draw, needs: { of: nurse, skill: blood }, takes: 10 min }", {
      at: "[0 min, 1 min, 2 min]",
      staff,
    });
    expect(whatHappens(skilled).activities.map(({ resource }) => resource)).toEqual(["Ben", "Cid", "Cid"]);
    expect(story(skilled)).toEqual(["draw 0-20", "draw 1-11", "draw 11-21"]);
    const both = office("      - { activity: lift, needs: { of: nurse, units: 2 }, takes: 10 min }", {
      at: "[0 min, 1 min]",
      staff,
    });
    expect(waitsFor(both, "lift")[1]).toBeGreaterThan(0);
  });

  it("sends the patient to his own physician, the same one every time", () => {
    const run = office(
      `
      - { activity: talk, needs: { my: doctor }, takes: 10 min }
      - { activity: look, needs: { my: doctor }, takes: 10 min }
      - { send: { task: note } }`,
      {
        at: "[0 min, 1 min, 2 min, 3 min, 4 min, 5 min]",
        staff: "doctor: { count: 3 }",
        more: "tasks: { note: { pathway: [{ activity: note, needs: { my: doctor }, takes: 1 min }] } }",
      },
    );
    const seen = new Set(whatHappens(run).activities.map(({ patient, resource }) => `${patient} by ${resource}`));
    expect(seen.size).toBe(6);
    expect(new Set([...seen].map((words) => words.split(" by ")[1])).size).toBeGreaterThan(1);
  });

  it("branches by chance, and goes on behind the branch", () => {
    const run = office(
      `
      - branch: [{ share: 100 %, steps: [{ activity: test, takes: 5 min }] }]
      - branch: [{ share: 0 %, steps: [{ activity: never, takes: 5 min }] }]
      - { activity: pay, takes: 1 min }`,
    );
    expect(story(run)).toEqual(["test 0-5", "pay 5-6"]);
  });

  it("branches by attributes: the first condition that holds, else otherwise", () => {
    const pathway = `
      - branch:
          - { when: { payer: { is: cash }, age: { atLeast: 100 } }, steps: [{ leave: cash and old }] }
          - { when: { payer: { isNot: cash } }, steps: [{ leave: insured }] }
          - { otherwise: true, steps: [{ leave: other }] }`;
    const outcome = (payer: string, age: number) => {
      const attributes = `attributes: { payer: { shares: { ${payer} } }, age: { whole: { min: ${age}, max: ${age} } } }`;
      return whatHappens(office(pathway, { more: attributes })).visits[0]!.outcome;
    };
    expect(outcome("insurance: 0 %, cash: 100 %", 100)).toBe("cash and old");
    expect(outcome("insurance: 0 %, cash: 100 %", 99)).toBe("other");
    expect(outcome("insurance: 100 %, cash: 0 %", 99)).toBe("insured");
  });

  it("repeats a number of times, each time with draws of its own", () => {
    const run = office(
      "      - repeat: { times: 3, steps: [{ activity: try, takes: { exponential: { mean: 5 min } } }] }",
    );
    const lengths = whatHappens(run).activities.map(({ started, ended }) => ended - started);
    expect(new Set(lengths).size).toBe(3);
  });

  it("goes two ways at the same time, which join", () => {
    const run = office(
      `
      - parallel:
          - [{ activity: blood, takes: 5 min }]
          - [{ activity: form, takes: 8 min }]
      - { activity: pay, takes: 1 min }`,
    );
    expect(story(run)).toEqual(["blood 0-5", "form 0-8", "pay 8-9"]);
  });

  it("waits until a time of the day, and until it has lasted so long since a mark or the arrival", () => {
    const run = office(
      `
      - { activity: talk, takes: 10 min }
      - mark: talked
      - { activity: walk, takes: 1 min }
      - { stay: { since: talked, atLeast: 20 min } }
      - { activity: look, takes: 1 min }
      - { stay: { since: arrival, atLeast: 40 min } }
      - { activity: sit, takes: 1 min }
      - { waitUntil: '09:00' }
      - { activity: go, takes: 1 min }`,
      { at: "[5 min]" },
    );
    expect(story(run)).toEqual(["talk 5-15", "walk 15-16", "look 35-36", "sit 45-46", "go 60-61"]);
  });

  it("keeps nobody for a mark that he has not come by", () => {
    const run = office(
      `
      - branch: [{ share: 0 %, steps: [{ mark: talked }] }]
      - { stay: { since: talked, atLeast: 20 min } }
      - { activity: look, takes: 1 min }`,
      { at: "[5 min]" },
    );
    expect(story(run)).toEqual(["look 5-6"]);
  });

  it("sends work to somebody, and waits for it or not", () => {
    const more = "tasks: { test: { pathway: [{ activity: test, needs: nurse, takes: 30 min }] } }";
    const run = office(
      `
      - { send: { task: test, as: result } }
      - { activity: dress, takes: 5 min }
      - { waitUntil: { sent: result } }
      - { activity: tell, takes: 1 min }`,
      { more },
    );
    expect(story(run).toSorted()).toEqual(["dress 0-5", "tell 30-31", "test 0-30"]);
  });

  it("lets patients give up, at home or on another way behind the activity", () => {
    const leaves = office("      - { activity: talk, needs: nurse, takes: 30 min, patience: 10 min }", {
      at: "[0 min, 1 min]",
    });
    expect(whatHappens(leaves).visits.map(({ outcome, left }) => `${outcome} ${left}`)).toEqual([
      "finished 30",
      "gave up 11",
    ]);
    const another = office(
      `
      - { activity: talk, needs: nurse, takes: 30 min, patience: 10 min, ifPatienceEnds: [{ activity: leaflet, takes: 2 min }] }
      - { activity: pay, takes: 1 min }`,
      { at: "[0 min, 1 min]" },
    );
    expect(story(another).filter((line) => !line.startsWith("talk"))).toEqual([
      "leaflet 11-13",
      "pay 13-14",
      "pay 30-31",
    ]);
  });

  it("turns patients away from a full waiting room", () => {
    const run = office("      - { activity: talk, needs: nurse, takes: 30 min, limit: 1 }", {
      at: "[0 min, 1 min, 2 min]",
    });
    expect(whatHappens(run).visits.map(({ outcome }) => outcome)).toEqual(["finished", "finished", "turned away"]);
  });

  it("serves by priority, of the activity before that of the visit type", () => {
    const run = officeFrom(`
calendar: { start: 2026-01-05, length: 1 d }
attributes: { urgency: { whole: { min: 1, max: 1 } } }
staff: { nurse: { count: 1 } }
visitTypes:
  plain: { pathway: [{ activity: talk, needs: nurse, takes: 10 min }] }
  urgent: { priority: urgency, pathway: [{ activity: rescue, needs: nurse, takes: 10 min }] }
  late: { priority: urgency, pathway: [{ activity: chat, needs: nurse, takes: 10 min, priority: 9 }] }
arrivals:
  late: { visitType: late, at: [1 min] }
  plain: { visitType: plain, at: [0 min, 2 min] }
  urgent: { visitType: urgent, at: [3 min] }`);
    expect(
      whatHappens(run)
        .activities.toSorted((a, b) => a.started - b.started)
        .map(({ activity }) => activity),
    ).toEqual(["talk", "rescue", "talk", "chat"]);
  });

  it("sets attributes on the way", () => {
    const run = office(
      `
      - { set: { urgency: 7 } }
      - branch: [{ when: { urgency: { above: 6 } }, steps: [{ leave: urgent }] }]`,
      { more: "attributes: { urgency: { whole: { min: 1, max: 5 } } }" },
    );
    expect(whatHappens(run).visits[0]).toMatchObject({ outcome: "urgent", attributes: [7] });
  });

  it("names draws after their place: an activity put in before changes none behind it", () => {
    const exam = "{ activity: exam, takes: { exponential: { mean: 10 min } } }";
    const lengthOfExams = (run: Office) =>
      whatHappens(run)
        .activities.filter(({ activity }) => activity === "exam")
        .map(({ started, ended }) => (ended - started).toFixed(9));
    const base = office(`\n      - ${exam}\n      - branch: [{ share: 50 %, steps: [${exam}] }]`, {
      at: "[0 min, 1 min, 2 min, 3 min]",
    });
    const more = office(
      `\n      - { activity: weigh, takes: { exponential: { mean: 3 min } } }\n      - branch: [{ share: 50 %, steps: [{ activity: chat, takes: 1 min }] }]
      - ${exam}\n      - branch: [{ share: 50 %, steps: [${exam}] }]`,
      { at: "[0 min, 1 min, 2 min, 3 min]" },
    );
    expect(lengthOfExams(more).toSorted()).toEqual(lengthOfExams(base).toSorted());
    expect(new Set(lengthOfExams(base)).size).toBe(lengthOfExams(base).length);
  });
});
