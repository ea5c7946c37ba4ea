import { z } from "zod";
import { weekOf } from "../../threads/text.ts";
import type { JobKind } from "../job-kind.ts";
import { documentField, searchFields, withOneLimit } from "../search-fields.ts";
import { solveWeekInThreads } from "../solve-week.ts";
import { FoundWeek, WeekResult } from "../week-results.ts";

const WeekRequest = withOneLimit(
  z.strictObject({
    problem: documentField("A week of templates to be found"),
    ...searchFields,
    gap: z.number().min(0).lt(1).default(1e-3).meta({ description: "A proven distance from the best that is enough." }),
    seed: z.int().min(0).max(0x7fffffff).default(1),
  }),
).meta({ id: "WeekRequest" });

/** Everybody's appointment templates for a week, with a bound, or why there are none. */
export const week: JobKind<z.infer<typeof WeekRequest>> = {
  name: "week",
  path: "weeks",
  summary: "Finds everybody's appointment templates for a week and says how good they are, or which demands collide",
  request: WeekRequest,
  isSearch: true,
  best: FoundWeek,
  result: WeekResult,
  check({ problem }) {
    return { title: weekOf(problem).name, warnings: [] };
  },
  compute: solveWeekInThreads,
};
