import {
  localTimesIn,
  type WeekJson,
  type WeekProblem,
  weekSlotsOf,
  weekToCsv,
  weekToFhirBundle,
  weekToICalendar,
  weekToNdjson,
} from "@praxis/engine";
import { z } from "zod";
import { nobody } from "../../threads/roster-names.ts";
import { weekOf } from "../../threads/text.ts";
import { mondays } from "../examples.ts";
import type { JobKind } from "../job-kind.ts";
import { documentField, searchFields, withOneLimit } from "../search-fields.ts";
import { FoundWeek, WeekResult } from "../week-results.ts";

const WeekRequest = withOneLimit(
  z.strictObject({
    problem: documentField("A week of templates to be found"),
    ...searchFields,
    gap: z.number().min(0).lt(1).default(1e-3).meta({ description: "A proven distance from the best that is enough." }),
    seed: z.int().min(0).max(0x7fffffff).default(1),
  }),
).meta({ id: "WeekRequest", examples: [{ problem: mondays }] });

/** Everybody's appointment templates for a week, with a bound, or why there are none. */
export const week: JobKind<z.infer<typeof WeekRequest>> = {
  name: "week",
  path: "weeks",
  summary: "Finds everybody's appointment templates for a week and says how good they are, or which demands collide",
  request: WeekRequest,
  best: FoundWeek,
  result: WeekResult,
  check({ problem }) {
    return { title: weekOf(problem).name, warnings: [] };
  },
  forms: [
    { name: "fhir", type: "application/fhir+json", what: "a FHIR R4 bundle of schedules and slots", ending: "json" },
    { name: "ndjson", type: "application/fhir+ndjson", what: "the same, a resource a line", ending: "ndjson" },
    { name: "csv", type: "text/csv", what: "a table for record systems", ending: "csv" },
    { name: "calendar", type: "text/calendar", what: "an iCalendar, of one provider or of all", ending: "ics" },
  ],
  write({ form, input, result, weeks, person, stamp, published }) {
    const found = weekOf(input.problem);
    const problem = published === undefined ? found : fromToday(found, stamp);
    const slots = weekSlotsOf(result as WeekJson);
    if (form === "csv") return weekToCsv(slots);
    if (form === "ndjson") return weekToNdjson(slots, problem, { weeks, resourceType: published?.resourceType });
    if (form === "fhir") return JSON.stringify(weekToFhirBundle(slots, problem, { weeks }));
    const known = [...new Set(slots.map(({ provider }) => provider))];
    if (person !== undefined && !known.includes(person)) throw nobody(person, known);
    return weekToICalendar(slots, problem, { stamp, ...(person !== undefined && { provider: person }) });
  },
};

/** A week as it is from today on: what is over, nobody can book. */
function fromToday(problem: WeekProblem, stamp: string): WeekProblem {
  const { date } = localTimesIn(problem.zone)(stamp)!;
  return date > problem.start ? { ...problem, start: date } : problem;
}
