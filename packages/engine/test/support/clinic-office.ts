/** Offices for tests: built from a few lines of YAML, and run into rows that read well. */

import { compileScenario } from "../../src/clinic/compile.ts";
import type { Office } from "../../src/clinic/office.ts";
import { runReplication } from "../../src/clinic/run.ts";
import { activityOutcomes } from "../../src/kernel/pathway-model.ts";
import { parseScenario } from "../../src/scenario/parse.ts";

/** An activity of somebody, in words. */
export interface ActivityRow {
  readonly patient: number;
  readonly activity: string;
  readonly resource: string;
  readonly queued: number;
  readonly started: number;
  readonly ended: number;
  readonly outcome: string;
}

/** A visit or a piece of work, in words. */
export interface VisitRow {
  readonly serial: number;
  readonly patient: number;
  readonly pathway: string;
  readonly source: string;
  readonly day: number;
  readonly arrived: number;
  readonly left: number;
  readonly outcome: string;
  readonly attributes: readonly number[];
}

/** The office of a scenario. */
export function officeFrom(yaml: string, seed: number | string = 1): Office {
  return compileScenario(parseScenario(`praxis: 1\nname: An office\n${yaml}`), { seed });
}

/** What happens in a replication: activities by start, visits by arrival. */
export function whatHappens(office: Office, replication = 0): { activities: ActivityRow[]; visits: VisitRow[] } {
  const activities: ActivityRow[] = [];
  const visits: VisitRow[] = [];
  runReplication(office, {
    replication,
    sink: {
      activities(rows) {
        for (let row = 0; row < rows.length; row++) {
          activities.push({
            patient: rows.patient[row]!,
            activity: office.activities[rows.activity[row]!]!,
            resource: office.resources[rows.resource[row]!] ?? "",
            queued: rows.queued[row]!,
            started: rows.started[row]!,
            ended: rows.ended[row]!,
            outcome: activityOutcomes[rows.outcome[row]!]!,
          });
        }
      },
      visits(rows) {
        for (let row = 0; row < rows.length; row++) {
          const source = office.sources[rows.source[row]!];
          visits.push({
            serial: rows.serial[row]!,
            patient: rows.patient[row]!,
            pathway: office.pathways[rows.pathway[row]!]!.name,
            source: source?.name ?? "",
            day: source?.day(rows.cycle[row]!) ?? Number.NaN,
            arrived: rows.arrived[row]!,
            left: rows.left[row]!,
            outcome: office.outcomes[rows.outcome[row]!]!,
            attributes: rows.attributes.map((column) => column[row]!),
          });
        }
      },
    },
  });
  activities.sort((a, b) => a.queued - b.queued);
  visits.sort((a, b) => a.arrived - b.arrived || a.serial - b.serial);
  return { activities, visits };
}

/** The waits for an activity, in the order in which people came. */
export function waitsFor(office: Office, activity: string, replication = 0): number[] {
  const { activities } = whatHappens(office, replication);
  return activities.filter((row) => row.activity === activity).map(({ queued, started }) => started - queued);
}
