import { describe, expect, it } from "vitest";
import {
  activityBatch,
  type HandMadeActivity,
  type HandMadeVisit,
  handMadeOffice,
  visitBatch,
} from "../../test/support/hand-made-office.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Scenario } from "../scenario/schema.ts";
import { defaultMeasures, families, measureDefinition, measureNamed } from "./measures.ts";
import { type Measurable, Observation } from "./measures-observation.ts";

const receptionist = { costPerHour: "$19 per hour" };
const scenario = {
  name: "Practice",
  calendar: { opening: "08:00-17:00" },
  attributes: { urgency: { whole: { min: 1, max: 5 } }, payer: { shares: { medicare: "30 %", other: "70 %" } } },
  staff: { receptionist, physician: { people: { "Dr. Who": {}, "Dr. No": {} } } },
  rooms: { "exam room": { count: 4 }, bed: { count: "unlimited", planFor: [2, 3] } },
  visitTypes: {
    "sick visit": {
      pathway: [
        { activity: "check-in", needs: "receptionist", takes: "3 min", patience: "20 min" },
        { branch: [{ share: "10 %", steps: [{ leave: "referred" }] }] },
        { activity: "consult", needs: "physician", takes: "10 min", afterwards: { activity: "turnover" } },
      ],
    },
    physical: { pathway: [{ take: [{ oneOf: ["exam room", "bed"] }] }, { followUp: { in: "14 d" } }] },
  },
  tasks: { "phone call": { pathway: [{ activity: "call.back", needs: "receptionist", limit: 3 }] } },
  arrivals: { booked: { appointments: {} } },
  serviceLevels: { consult: "15 min" },
} as unknown as Scenario;

interface Happened {
  readonly office?: Measurable;
  readonly activities?: readonly HandMadeActivity[];
  readonly visits?: readonly HandMadeVisit[];
}

/** The value of a measure, of rows that come in two batches, after a replication that must be forgotten. */
function value(name: string, { office = handMadeOffice(), activities = [], visits = [] }: Happened): number {
  const observation = new Observation(office);
  const fold = measureNamed(name, scenario).over(observation);
  const half = Math.ceil(activities.length / 2);
  const batches = [activities.slice(0, half), activities.slice(half)].map((part) => activityBatch(office, part));
  for (let replication = 0; replication < 2; replication++) {
    observation.reset();
    observation.activities(batches[0]!);
    observation.visits(visitBatch(office, visits));
    observation.activities(batches[1]!);
  }
  return fold();
}

describe("waits for an activity", () => {
  const activities: HandMadeActivity[] = [
    { patient: 0, activity: "consult", queued: 50, started: 60, ended: 70 },
    { patient: 1, activity: "consult", queued: 90, started: 120, ended: 130 },
    { patient: 1, activity: "check-in", queued: 80, started: 87, ended: 90 },
    { patient: 2, activity: "consult", queued: 470, started: 475, ended: 485, outcome: "unfinished" },
    { patient: 3, activity: "consult", queued: 476, outcome: "unfinished" },
    { patient: 4, activity: "consult", queued: 100, ended: 120, outcome: "gave up" },
    { patient: 5, activity: "consult", queued: 101, ended: 101, outcome: "turned away" },
  ];

  it("are those of all who started it, done or not", () => {
    expect(value("wait.consult", { activities })).toBe((10 + 30 + 5) / 3);
    expect(value("wait.check-in", { activities })).toBe(7);
    expect(value("wait.consult.max", { activities })).toBe(30);
    expect(value("wait.consult.p50", { activities })).toBe(10);
    expect(value("wait.consult.p90", { activities })).toBe(26);
    expect(value("started.consult", { activities })).toBe(3);
  });

  it("are undefined when nobody started it", () => {
    for (const name of ["wait.consult", "wait.consult.max", "wait.consult.p90", "wait.consult.completed"]) {
      expect(value(name, {})).toBeNaN();
    }
    expect(value("started.consult", {})).toBe(0);
  });

  it("leave out who started during the warm-up, and count from its very minute", () => {
    expect(value("wait.consult", { activities, office: handMadeOffice({ warmUp: 60 }) })).toBe(15);
    expect(value("wait.consult", { activities, office: handMadeOffice({ warmUp: 60.5 }) })).toBe(17.5);
  });

  it("are, by other rules, those of all who completed it, or arrived after the warm-up", () => {
    expect(value("wait.consult.completed", { activities })).toBe(20);
    const office = handMadeOffice({ warmUp: 65 });
    expect(value("wait.consult.completed", { activities, office })).toBe(20);
    const visits: HandMadeVisit[] = [
      { serial: 0, arrived: 40, left: 80 },
      { serial: 1, arrived: 64, left: 140 },
      { serial: 2, arrived: 450 },
    ];
    expect(value("wait.consult.arrived", { activities, visits, office })).toBe(5);
  });

  it("are told apart by what the patient is like when leaving, the visit's work included", () => {
    const visits: HandMadeVisit[] = [
      { serial: 0, arrived: 40, left: 80, attributes: [2] },
      { serial: 1, arrived: 64, left: 140, attributes: [3] },
      { serial: 2, arrived: 450, pathway: 1, attributes: [3] },
      { serial: 900, patient: 0, pathway: 2, arrived: 80, left: 140, attributes: [3] },
    ];
    const sent = [{ patient: 0, entity: 900, activity: "consult", queued: 80, started: 122, ended: 140 }];
    const happened = { activities: [...activities, ...sent], visits };
    expect(value("wait.consult.urgency=3", happened)).toBe((30 + 5) / 2);
    expect(value("wait.consult.urgency=2", happened)).toBe((10 + 42) / 2);
    expect(value("wait.consult.urgency=1", happened)).toBeNaN();
    expect(value("wait.consult.visitType=sick visit", happened)).toBe((10 + 30 + 42) / 3);
    expect(value("wait.consult.visitType=physical", happened)).toBe(5);
  });

  it("give a service level in which who gave up was not served in time", () => {
    expect(value("serviceLevel.consult", { activities })).toBe(2 / 5);
    expect(value("serviceLevel.consult", {})).toBeNaN();
  });

  it("end in giving up or being turned away, which is counted when it happens", () => {
    expect(value("gaveUp", { activities })).toBe(1);
    expect(value("gaveUp.consult", { activities })).toBe(1);
    expect(value("gaveUp.check-in", { activities })).toBe(0);
    expect(value("turnedAway", { activities })).toBe(1);
    expect(value("turnedAway.consult", { activities })).toBe(1);
    const office = handMadeOffice({ warmUp: 120.5 });
    expect(value("gaveUp", { activities, office })).toBe(0);
    expect(value("turnedAway.consult", { activities, office })).toBe(0);
  });

  it("make a queue: all minutes waited, divided by the minutes measured", () => {
    expect(value("queue.consult", { activities })).toBe((10 + 30 + 5 + 4 + 20) / 480);
    const office = handMadeOffice({ warmUp: 110 });
    expect(value("queue.consult", { activities, office })).toBe((10 + 5 + 4 + 10) / 370);
  });

  it("add up: the sum of two measures is one", () => {
    const sum = measureNamed("wait.consult + wait.check-in", scenario);
    expect([sum.name, sum.unit]).toEqual(["wait.consult + wait.check-in", "min"]);
    expect(value("wait.consult + wait.check-in", { activities })).toBe(22);
    expect(() => measureNamed("wait.consult + arrivals", scenario)).toThrow(
      "“wait.consult + arrivals” cannot be added up: wait.consult is in minutes, arrivals in patients",
    );
  });
});

describe("the wait of a visit", () => {
  it("is that for all its activities together, averaged over those who left", () => {
    const activities: HandMadeActivity[] = [
      { patient: 0, activity: "check-in", queued: 0, started: 4, ended: 6 },
      { patient: 0, activity: "consult", queued: 6, started: 16, ended: 30 },
      { patient: 0, entity: 2, pathway: 2, activity: "consult", queued: 30, started: 60, ended: 70 },
      { patient: 1, activity: "check-in", queued: 10, ended: 30, outcome: "gave up" },
      { patient: 3, activity: "check-in", queued: 470, outcome: "unfinished" },
    ];
    const visits: HandMadeVisit[] = [
      { serial: 1, arrived: 10, left: 30, outcome: "gave up" },
      { serial: 0, arrived: 0, left: 30 },
      { serial: 2, patient: 0, pathway: 2, arrived: 30, left: 70 },
      { serial: 3, arrived: 470 },
    ];
    expect(value("wait", { activities, visits })).toBe((14 + 20) / 2);
    expect(value("wait", { activities, visits, office: handMadeOffice({ warmUp: 31 }) })).toBeNaN();
  });
});

describe("visits", () => {
  const visits: HandMadeVisit[] = [
    { serial: 0, arrived: 10, left: 40 },
    { serial: 1, arrived: 50, left: 100 },
    { serial: 2, arrived: 70, left: 80, outcome: "referred" },
    { serial: 3, arrived: 90, left: 150, pathway: 1 },
    { serial: 4, arrived: 460, pathway: 1 },
    { serial: 5, arrived: 100, left: 470, pathway: 2 },
    { serial: 6, arrived: 470, pathway: 2 },
    { serial: 7, patient: 0, arrived: 40, left: 475, pathway: 3 },
  ];
  const late = handMadeOffice({ warmUp: 60 });

  it("are counted as they arrive, tasks and the office's own work apart", () => {
    expect(value("arrivals", { visits })).toBe(5);
    expect(value("arrivals", { visits, office: late })).toBe(3);
    expect(value("arrivals.physical", { visits })).toBe(2);
    expect(value("arrivals.phone call", { visits })).toBe(2);
  });

  it("are counted as they leave, by what became of them", () => {
    expect(value("throughput", { visits })).toBe(3);
    expect(value("throughput", { visits, office: late })).toBe(2);
    expect(value("throughput.physical", { visits })).toBe(1);
    expect(value("leftEarly.referred", { visits })).toBe(1);
    expect(value("leftEarly.turned away", { visits })).toBe(0);
    expect(value("completed.phone call", { visits })).toBe(1);
  });

  it("are present, and tasks unfinished, when the run ends before them", () => {
    expect(value("present", { visits })).toBe(1);
    expect(value("unfinished.physical", { visits })).toBe(1);
    expect(value("unfinished.phone call", { visits })).toBe(1);
  });

  it("take their time, of all who left", () => {
    expect(value("timeInOffice", { visits })).toBe((30 + 50 + 10 + 60) / 4);
    expect(value("timeInOffice", { visits, office: late })).toBe((50 + 10 + 60) / 3);
    expect(value("timeInOffice.p50", { visits })).toBe(40);
    expect(value("timeInOffice.p90", { visits })).toBeCloseTo(57, 12);
    expect(value("timeInOffice.sick visit", { visits })).toBe(30);
    expect(value("timeInOffice", {})).toBeNaN();
  });

  it("end with the last departure, whoever is still there", () => {
    expect(value("lastDeparture", { visits })).toBe(150);
    expect(value("lastDeparture", { visits: visits.slice(4) })).toBeNaN();
  });

  it("were booked, and cancelled or missed", () => {
    const bookings = { booked: 40, noShows: 3, cancellations: 2, followUps: 4, followUpDays: 10 };
    const office = handMadeOffice({ bookings });
    expect(value("noShows", { office })).toBe(3);
    expect(value("cancellations", { office })).toBe(2);
    expect(value("followUpDelay", { office })).toBe(2.5);
    expect(value("followUpDelay", {})).toBeNaN();
  });
});

describe("overtime", () => {
  // Open from 0 to 100, from 1000 to 1100 and from 2000 to 2100.
  const openDays = { opens: [0, 1000, 2000], closes: [100, 1100, 2100], midnights: [500, 1500, 2500] };
  const office = (facts: Partial<Measurable> = {}) => handMadeOffice({ openDays, now: 2500, ...facts });

  it("is how long after closing the last patient left, averaged over the open days", () => {
    const visits: HandMadeVisit[] = [
      { serial: 0, arrived: 80, left: 130 },
      { serial: 1, arrived: 90, left: 120 },
      { serial: 2, arrived: 1050, left: 1090 },
      { serial: 3, arrived: 2090, left: 2145 },
      { serial: 4, arrived: 2090, left: 2400, pathway: 2 },
    ];
    expect(value("overtime", { visits, office: office() })).toBe((30 + 0 + 45) / 3);
    expect(value("overtime", { visits, office: office({ warmUp: 100.5 }) })).toBe(45 / 2);
    expect(value("overtime", { visits, office: office({ now: 2050 }) })).toBe(15);
  });

  it("counts who comes after closing, and who stays overnight until the office opens again", () => {
    const visits: HandMadeVisit[] = [
      { serial: 0, arrived: 110, left: 115 },
      { serial: 1, arrived: 1080, left: 2010 },
      { serial: 2, arrived: 2099 },
    ];
    expect(value("overtime", { visits, office: office() })).toBe((15 + 900 + 400) / 3);
  });

  it("is none of last night's when somebody comes before the office opens", () => {
    const visits: HandMadeVisit[] = [
      { serial: 0, arrived: 990, left: 1010 },
      { serial: 1, arrived: 1980, left: 2110 },
    ];
    expect(value("overtime", { visits, office: office() })).toBe((0 + 0 + 10) / 3);
  });

  it("is undefined without opening hours", () => {
    expect(value("overtime", { visits: [{ serial: 0, arrived: 0, left: 100 }] })).toBeNaN();
  });

  it("of a role is what its people worked above plan, together", () => {
    const busy = { "physician 1": { overtime: 12 }, "physician 2": { overtime: 30 } };
    expect(value("overtime.physician", { office: handMadeOffice({ busy }) })).toBe(42);
  });
});

describe("resources", () => {
  it("are used for a share of the time in which they are there", () => {
    const busy = {
      "physician 1": { planned: 480, capacity: 500, off: 60, busy: 220, waiting: 96 },
      "physician 2": { planned: 480, capacity: 480, off: 30, busy: 225, waiting: 48 },
      "exam room": { planned: Infinity, capacity: Infinity, busy: 960 },
    };
    const office = handMadeOffice({ busy });
    expect(value("utilisation.physician", { office })).toBe(445 / 890);
    expect(value("utilisation.exam room", { office })).toBeNaN();
    expect(value("utilisation.receptionist", { office })).toBeNaN();
    expect(value("inUse.exam room", { office })).toBe(2);
    expect(value("inUse.physician", { office })).toBe(445 / 480);
    expect(value("queue.physician", { office })).toBe(0.3);
  });

  it("do work that others count when it begins, or when it is completed", () => {
    const busy = { "physician 1": { planned: 480 }, "physician 2": { planned: 480 } };
    const activities: HandMadeActivity[] = [
      { activity: "consult", resource: "physician 1", queued: 50, started: 50, ended: 70 },
      { activity: "consult", resource: "physician 2", queued: 100, started: 100, ended: 130 },
      { activity: "consult", resource: "physician 2", queued: 470, started: 470, ended: 500, outcome: "unfinished" },
      { activity: "check-in", resource: "receptionist", queued: 0, started: 0, ended: 9 },
      { activity: "consult", queued: 1, outcome: "unfinished" },
    ];
    const office = handMadeOffice({ busy, warmUp: 60 });
    expect(value("begunUtilisation.physician", { office, activities })).toBe(60 / 960);
    expect(value("completedUtilisation.physician", { office, activities })).toBe(50 / 960);
  });

  it("would all be taken with a probability that follows from the time at each level", () => {
    const office = handMadeOffice({ busy: { bed: { levels: [100, 200, 150, 30] } } });
    expect(value("delayProbability.bed.2", { office })).toBe(150 / 450);
    expect(value("delayProbability.bed.3", { office })).toBe(30 / 480);
    expect(value("delayProbability.bed.9", { office })).toBe(0);
  });

  it("cost what their planned hours and those above plan cost", () => {
    const busy = { "physician 1": { planned: 480, overtime: 30 }, "physician 2": { planned: 480 } };
    expect(value("staffCost", { office: handMadeOffice({ busy }) })).toBe(120 * 16.5);
  });
});

it("callers who give up are no patients", () => {
  const office = parseScenario(`
praxis: 1
name: Desk
calendar: { length: 8 h }
staff: { clerk: { count: 1 } }
visitTypes: { visit: { pathway: [{ activity: check-in, needs: clerk, takes: 3 min, limit: 9 }] } }
tasks: { call: { pathway: [{ activity: answer, needs: clerk, takes: 3 min, patience: 2 min, limit: 5 }] } }
arrivals: { door: { visitType: visit, poisson: 1 per h }, line: { task: call, poisson: 1 per h } }
`);
  const unitOf = (name: string) => measureNamed(name, office).unit;
  expect(["gaveUp", "gaveUp.answer", "turnedAway.answer", "started.answer"].map(unitOf)).toEqual(
    Array(4).fill("tasks"),
  );
  expect(["turnedAway", "turnedAway.check-in", "arrivals"].map(unitOf)).toEqual(Array(3).fill("patients"));
});

describe("a measure's name", () => {
  it("may hold dots where the scenario's names do", () => {
    expect(measureNamed("wait.call.back", scenario).definition).toContain("call.back");
    expect(measureNamed("wait.call.back.p90", scenario).name).toBe("wait.call.back.p90");
    expect(measureNamed("utilisation.Dr. Who", scenario).unit).toBe("share");
  });

  it.each([
    ["wait.konsult", "wait.consult"],
    ["utilization.exam room", "utilisation.exam room"],
    ["wait.consult.payer=medicaire", "wait.consult.payer=medicare"],
    ["leftEarly.refered", "leftEarly.referred"],
  ])("that is unknown (%s) leads to the nearest that is known", (wrong, right) => {
    expect(() => measureNamed(wrong, scenario)).toThrow(
      `“${wrong}” is no measure of Practice; did you mean “${right}”?`,
    );
  });

  it.each(["serviceLevel.check-in", "delayProbability.exam room.2", "overtime.exam room", "wait.turnover.payer=x"])(
    "is refused where the scenario has nothing to measure: %s",
    (name) => {
      expect(() => measureNamed(name, scenario)).toThrow("is no measure of Practice");
    },
  );

  it("has no surprises in names that mean something elsewhere", () => {
    for (const name of ["__proto__", "constructor", "wait.__proto__", "wait.(", "", " + ", "utilisation.toString"]) {
      expect(() => measureNamed(name, scenario)).toThrow("is no measure of Practice");
    }
  });
});

describe("definitions", () => {
  it("are told without a scenario, by the name or by its pattern", () => {
    expect(measureDefinition("wait.consult")).toMatch(
      /^wait\.consult \(minutes\): Mean minutes between asking for all that consult needs/,
    );
    expect(measureDefinition("wait.exam room.p90")).toContain(
      "Of all who started exam room after the warm-up, whenever they arrived, nine in ten",
    );
    expect(measureDefinition("wait.consult.urgency=2")).toContain("patients with urgency=2 when they left");
    expect(measureDefinition("wait.consult.visitType=physical")).toContain("of “physical”");
    expect(measureDefinition("wait.<activity>")).toContain("all that <activity> needs");
  });

  it("of a name that may be two things are two", () => {
    expect(measureDefinition("queue.exam room").split("\n")).toHaveLength(2);
    expect(measureDefinition("wait.a + wait.b").split("\n")).toHaveLength(2);
  });

  it("lead to the nearest name when there is none", () => {
    expect(() => measureDefinition("throughputs")).toThrow("“throughputs” is no measure; did you mean “throughput”?");
  });

  it("leave no place unfilled, and end as sentences", () => {
    for (const { pattern, definition } of families) {
      const places = (text: string) => new Set(text.match(/<[^>]+>/g) ?? []);
      expect([...places(definition)].filter((place) => !places(pattern).has(place))).toEqual([]);
      expect(definition).toMatch(/^[A-Z“].*\.$/);
    }
  });
});

describe("the measures that a scenario is looked at by", () => {
  it("are all that can happen in it, each once", () => {
    const names = defaultMeasures(scenario).map(({ name }) => name);
    expect(names).toEqual([
      ...["arrivals", "arrivals.phone call", "noShows", "cancellations", "gaveUp", "turnedAway"],
      ...["throughput", "present", "completed.phone call", "unfinished.phone call"],
      ...["wait.check-in", "wait.consult", "wait.exam room", "wait.call.back", "serviceLevel.consult"],
      ...["wait", "timeInOffice", "timeInOffice.p90", "timeInOffice.sick visit", "timeInOffice.physical"],
      ...["followUpDelay", "utilisation.receptionist", "utilisation.physician", "utilisation.exam room", "inUse.bed"],
      ...["delayProbability.bed.2", "delayProbability.bed.3", "overtime", "lastDeparture", "staffCost"],
    ]);
  });
});
