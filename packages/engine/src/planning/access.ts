/**
 * Answers about access to appointments: how an office stands, and what would help.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import { type CompareOptions, compareWith } from "../experiment/compare.ts";
import type { ConductOptions } from "../experiment/conduct.ts";
import type { Executor } from "../experiment/executor.ts";
import type { Comparison } from "../experiment/results.ts";
import type { Scenario } from "../scenario/schema.ts";
import { minutes } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import { type AccessStability, accessStability } from "./access-theory.ts";
import { type AccessLevels, accessWhatIfs, requestsIn } from "./access-whatifs.ts";

/** How the answer is found. */
export type AccessOptions = Omit<CompareOptions, "measures" | "until"> &
  ConductOptions & { readonly levels?: AccessLevels };

/** The answer about access. */
export interface AccessAnswer {
  /** By theory, for each template. */
  readonly stability: readonly AccessStability[];
  /** The office as it is, and what each what-if would do, on common random numbers. */
  readonly comparison: Comparison;
  /** Sources of requests: the groups whose waits are told apart. */
  readonly groups: readonly string[];
  /** What stands between the numbers and a decision. */
  readonly cautions: readonly string[];
}

/** What is compared, of everybody and of each group. */
const measuresOfAll = ["thirdNextAvailable", "backlog", "leadTime", "noShowRate", "unmetShare", "fillRate"];
const measuresOfGroups = ["leadTime", "noShowRate", "sharedSeats"];

/** A backlog takes so long to show whether it grows. */
const SHORT_SPAN = 60;

/**
 * Says how an office stands with those who ask for appointments, and what reminders, seats held for the same day, one more
 * session, overbooking and more demand would do.
 *
 * @throws {OfficeError} when nobody asks for appointments in the scenario
 */
export async function answerAccess(
  executor: Executor,
  scenario: Scenario,
  { levels = {}, ...options }: AccessOptions,
): Promise<AccessAnswer> {
  const groups = requestsIn(scenario).map(([name]) => name);
  if (groups.length === 0) {
    throw new OfficeError(
      `nobody asks for appointments in “${scenario.name}”; give it a source with requests, as docs/scenario-format.md shows`,
    );
  }
  const variants = Object.fromEntries(accessWhatIfs(scenario, levels).map(({ name, changes }) => [name, changes]));
  const measures = [...measuresOfAll, ...groups.flatMap((group) => groupMeasures(group))];
  const comparison = await compareWith(executor, scenario, variants, { ...options, measures });
  return { stability: accessStability(scenario), comparison, groups, cautions: cautionsOf(scenario) };
}

/** Names of the measures of one group. */
function groupMeasures(group: string): string[] {
  return [...measuresOfGroups.map((name) => `${name}.${group}`), `wait.source=${group}`];
}

function cautionsOf(scenario: Scenario): string[] {
  const { length, warmUp = "0 min" } = scenario.calendar;
  const days = (minutes(length) - minutes(warmUp)) / DAY;
  const missing = requestsIn(scenario).some(([, { requests }]) => requests.noShow !== undefined);
  return [
    ...(days < SHORT_SPAN
      ? [
          `Only ${Math.round(days)} days are measured: too few to see whether a backlog grows. Try --set calendar.length=300d --set calendar.warmUp=60d.`,
        ]
      : []),
    ...(missing
      ? [
          "What reminders do is assumed, not simulated. Over all, patients who are reminded often miss more, as reminders go to those who booked long ahead; judge reminders at the same lead time.",
          "Whoever is predicted not to come shares a seat, and waits longer if they do come. Look at the groups before you overbook by prediction.",
        ]
      : []),
    ...(scenario.sources ?? []).flatMap(({ path, grade, source }) => {
      const weak = grade === "C" || grade === "D" || grade === "assumed";
      if (!weak || !/^(arrivals|templates)\b/.test(path)) return [];
      return [`${path} ${grade === "assumed" ? "is assumed" : `stands on a source of grade ${grade}`}: ${source}.`];
    }),
  ];
}
