/**
 * Measures, computed a second time from the records of a replication: slowly and obviously.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileScenario } from "../src/clinic/compile.ts";
import { measureNamed } from "../src/clinic/measures.ts";
import { measureReplication, observe } from "../src/clinic/measures-replication.ts";
import type { Office } from "../src/clinic/office.ts";
import type { ActivityRecord, VisitRecord } from "../src/clinic/records.ts";
import { recordReplication } from "../src/clinic/simulate.ts";
import { parseScenario } from "../src/scenario/parse.ts";
import { quantile } from "../src/statistics/quantile.ts";
import { root } from "./support/sources.ts";

interface Happened {
  readonly office: Office;
  readonly activities: readonly ActivityRecord[];
  readonly visits: readonly VisitRecord[];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const wait = ({ queued, started }: ActivityRecord) => started - queued;
const stay = ({ arrived, left }: VisitRecord) => left - arrived;

/** The obvious way from records to each measure. */
function obviously({ office, activities, visits }: Happened): Record<string, number> {
  const { warmUp, now } = office;
  const kinds = new Map(office.pathways.map(({ name, kind }) => [name, kind]));
  const isVisit = ({ pathway }: { pathway: string }) => kinds.get(pathway) === "visit type";
  const patients = visits.filter(isVisit);
  const gone = patients.filter(({ left }) => left >= warmUp);
  const found: Record<string, number> = {
    arrivals: patients.filter(({ arrived }) => arrived >= warmUp).length,
    throughput: gone.filter(({ outcome }) => outcome === "finished").length,
    present: patients.filter(({ outcome }) => outcome === "present").length,
    timeInOffice: mean(gone.map(stay)),
    "timeInOffice.p90": quantile(gone.map(stay), 0.9),
    lastDeparture: gone.length === 0 ? Number.NaN : Math.max(...gone.map(({ left }) => left)),
    gaveUp: activities.filter(({ outcome, ended }) => outcome === "gave up" && ended >= warmUp).length,
    turnedAway: activities.filter(({ outcome, ended }) => outcome === "turned away" && ended >= warmUp).length,
    wait: mean(
      gone.map(({ entity }) => {
        const own = activities.filter((activity) => activity.patient === entity && isVisit(activity));
        return own.reduce(
          (sum, { queued, started, ended }) => sum + (Number.isNaN(started) ? ended : started) - queued,
          0,
        );
      }),
    ),
  };
  for (const activity of office.activities) {
    const all = activities.filter((record) => record.activity === activity);
    const started = all.filter((record) => record.started >= warmUp);
    const completed = all.filter(({ outcome, ended }) => outcome === "done" && ended >= warmUp);
    const waiting = all.map(({ queued, started: begun, ended }) => {
      const until = [begun, ended, now].find((time) => !Number.isNaN(time))!;
      return Math.max(0, until - Math.max(queued, warmUp));
    });
    found[`started.${activity}`] = started.length;
    found[`wait.${activity}`] = mean(started.map(wait));
    found[`wait.${activity}.p50`] = quantile(started.map(wait), 0.5);
    found[`wait.${activity}.p90`] = quantile(started.map(wait), 0.9);
    found[`wait.${activity}.max`] = started.length === 0 ? Number.NaN : Math.max(...started.map(wait));
    found[`wait.${activity}.completed`] = mean(completed.map(wait));
    found[`wait.${activity}.arrived`] = mean(
      started.filter(({ patient }) => visits.find(({ entity }) => entity === patient)!.arrived >= warmUp).map(wait),
    );
    if (!office.units.has(activity)) found[`queue.${activity}`] = waiting.reduce((a, b) => a + b, 0) / (now - warmUp);
  }
  for (const { name, kind } of office.pathways.filter(({ kind }) => kind !== "other")) {
    const own = visits.filter(({ pathway }) => pathway === name);
    const measure = kind === "visit type" ? `throughput.${name}` : `completed.${name}`;
    found[measure] = own.filter(({ left, outcome }) => left >= warmUp && outcome === "finished").length;
    found[`arrivals.${name}`] = own.filter(({ arrived }) => arrived >= warmUp).length;
    found[`unfinished.${name}`] = own.filter(({ outcome }) => outcome === "present").length;
  }
  return found;
}

describe.each([
  "family-practice",
  "urgent-care",
  "call-centre",
  "nurse-patience",
  "nurse-waiting-room",
  "outpatient-session",
])("in %s", (name) => {
  const scenario = parseScenario(readFileSync(`${root}scenarios/${name}/scenario.yaml`, "utf8"));
  const office = compileScenario(scenario, { seed: 5 });
  const records = recordReplication(office, 3);
  const expected = obviously({
    office,
    activities: [...records.eachActivity()],
    visits: [...records.eachVisit()],
  });

  it("every measure is what its definition makes of the records", () => {
    const names = Object.keys(expected);
    const measures = names.map((measure) => measureNamed(measure, scenario));
    const measured = measureReplication(observe(office, measures), 3);
    names.forEach((measure, index) => {
      if (Number.isNaN(expected[measure])) expect(measured[index], measure).toBeNaN();
      else expect(measured[index], measure).toBeCloseTo(expected[measure]!, 8);
    });
  });

  it("everybody who came has left, or is present", () => {
    const visits = [...records.eachVisit()];
    expect(visits.every(({ left, outcome }) => Number.isNaN(left) === (outcome === "present"))).toBe(true);
    expect(new Set(visits.map(({ entity }) => entity)).size).toBe(visits.length);
  });
});
