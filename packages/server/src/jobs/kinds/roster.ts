import { judge, rosterFromJson, rosterToCsv, rosterToHtml, rosterToICalendar } from "@praxis/engine";
import { z } from "zod";
import { nobody } from "../../threads/roster-names.ts";
import { repairOf } from "../../threads/roster-tasks.ts";
import { problemOf } from "../../threads/text.ts";
import { week } from "../examples.ts";
import type { JobKind } from "../job-kind.ts";
import { isReplan, type ReplanInput } from "../replan.ts";
import { FoundRoster, RosterResult } from "../roster-results.ts";
import { documentField, searchFields, withOneLimit } from "../search-fields.ts";

const RosterRequest = withOneLimit(
  z.strictObject({
    problem: documentField("A roster to be made"),
    ...searchFields,
    gap: z.number().min(0).lt(1).default(1e-4).meta({ description: "A proven distance from the best that is enough." }),
    seed: z.int().min(0).max(0x7fffffff).default(1),
    threads: z.int().min(1).max(64).default(1).meta({ description: "Threads that look for the roster together." }),
  }),
).meta({ id: "RosterRequest", examples: [{ problem: week }] });

/** A roster, the cheapest that keeps to all rules, with a proof of how good it is; or why there is none. */
export const roster: JobKind<z.infer<typeof RosterRequest> | ReplanInput> = {
  name: "roster",
  path: "rosters",
  summary: "Finds the cheapest roster and says how good it is, or which rules collide and what would help",
  request: RosterRequest,
  best: FoundRoster,
  result: RosterResult,
  check(input) {
    const { name } = isReplan(input) ? repairOf(input).problem : problemOf(input.problem);
    return { title: name, warnings: [] };
  },
  forms: [
    { name: "csv", type: "text/csv", what: "a grid for spreadsheets", ending: "csv" },
    { name: "page", type: "text/html", what: "a page to print, with costs", ending: "html" },
    { name: "calendar", type: "text/calendar", what: "the iCalendar of one person", ending: "ics" },
  ],
  write({ form, input, result, person, stamp, published }) {
    const problem = problemOf(input.problem);
    const roster = rosterFromJson(JSON.stringify(result), problem);
    if (form === "csv") return rosterToCsv(roster, problem);
    const state = published === undefined ? "draft" : "published";
    if (form === "page") {
      const asOf = `${stamp.slice(0, 16).replace("T", " ")} UTC`;
      return rosterToHtml({ roster, ...judge(roster, problem) }, problem, { state, costs: true, asOf });
    }
    const known = problem.people.map(({ id }) => id);
    if (person === undefined || !known.includes(person)) throw nobody(person ?? "", known);
    const sequence = published?.sequence ?? 0;
    return rosterToICalendar(roster, problem, { person, state, stamp, sequence });
  },
};
