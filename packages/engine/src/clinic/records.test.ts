import { describe, expect, it } from "vitest";
import { activityBatch, handMadeOffice, visitBatch } from "../../test/support/hand-made-office.ts";
import { Records } from "./records.ts";

const office = handMadeOffice();
const names = {
  ...office,
  sources: [{ name: "walk-ins", kind: "unbooked" as const, day: () => 0 }],
  attributes: [{ name: "urgency" }, { name: "payer", labels: ["medicare", "other"] }],
};

describe("the records of a replication", () => {
  it("tell everything by its name", () => {
    const records = new Records(names);
    const consult = { patient: 4, activity: "consult", resource: "physician 2", queued: 3, started: 5, ended: 20 };
    records.activities(activityBatch(office, [consult, { patient: 5, activity: "check-in", queued: 9 }]));
    records.visits(visitBatch(office, [{ serial: 4, arrived: 1, left: 22, attributes: [2, 1] }]));
    expect([...records.eachActivity()]).toEqual([
      { ...consult, entity: 4, pathway: "sick visit", outcome: "done" },
      {
        ...{ patient: 5, entity: 5, pathway: "sick visit", activity: "check-in" },
        ...{ queued: 9, started: Number.NaN, ended: Number.NaN, outcome: "done" },
      },
    ]);
    expect([...records.eachVisit()]).toEqual([
      {
        ...{ entity: 4, patient: 4, pathway: "sick visit", source: "walk-ins", arrived: 1, left: 22 },
        ...{ outcome: "finished", attributes: { urgency: 2, payer: "other" } },
      },
    ]);
  });

  it("become rows in which the unknown is empty", () => {
    const records = new Records(names);
    records.activities(activityBatch(office, [{ activity: "consult", queued: 3 }]));
    records.visits(visitBatch(office, [{ serial: 0, arrived: 1, attributes: [3, 0] }]));
    expect(records.activityRows()).toEqual([
      {
        ...{ patient: 0, entity: 0, pathway: "sick visit", activity: "consult" },
        ...{ queued: 3, started: null, ended: null, outcome: "done", resource: null },
      },
    ]);
    expect(records.visitRows()).toEqual([
      {
        ...{ entity: 0, patient: 0, pathway: "sick visit", arrived: 1, left: null, outcome: "present" },
        ...{ source: "walk-ins", urgency: 3, payer: "medicare" },
      },
    ]);
  });

  it("keep every row of every batch, in their order", () => {
    const records = new Records(names);
    for (let batch = 0; batch < 7; batch++) {
      const rows = Array.from({ length: 50 }, (_, row) => ({ activity: "consult", queued: batch * 50 + row }));
      records.activities(activityBatch(office, rows));
    }
    expect(records.activityCount).toBe(350);
    expect(records.visitCount).toBe(0);
    expect(Array.from(records.eachActivity(), ({ queued }) => queued)).toEqual(
      Array.from({ length: 350 }, (_, i) => i),
    );
  });
});
