import { z } from "zod";
import { problemOf } from "../../threads/text.ts";
import type { JobKind } from "../job-kind.ts";
import { FoundRoster, RosterResult } from "../roster-results.ts";
import { solveInThreads } from "../solve-roster.ts";

const RosterRequest = z
  .strictObject({
    problem: z
      .union([z.string().min(1), z.record(z.string(), z.unknown())])
      .meta({ description: "A roster to be made: as data, or as the text of a file." }),
    timeLimitSeconds: z
      .number()
      .positive()
      .max(604_800)
      .optional()
      .meta({ description: "Seconds after which the best roster so far has to do; 60 unless given." }),
    workLimit: z
      .int()
      .min(1)
      .optional()
      .meta({ description: "Units of work instead of seconds; the answer is then the same on every machine." }),
    gap: z.number().min(0).lt(1).default(1e-4).meta({ description: "A proven distance from the best that is enough." }),
    seed: z.int().min(0).max(0x7fffffff).default(1),
    threads: z.int().min(1).max(64).default(1).meta({ description: "Threads that look for the roster together." }),
  })
  .refine(({ timeLimitSeconds, workLimit }) => timeLimitSeconds === undefined || workLimit === undefined, {
    message: "timeLimitSeconds and workLimit exclude each other; give the one by which the search should end",
    path: ["workLimit"],
  })
  .meta({ id: "RosterRequest" });

/** A roster, the cheapest that keeps to all rules, with a proof of how good it is; or why there is none. */
export const roster: JobKind<z.infer<typeof RosterRequest>> = {
  name: "roster",
  path: "rosters",
  summary: "Finds the cheapest roster and says how good it is, or which rules collide and what would help",
  request: RosterRequest,
  best: FoundRoster,
  result: RosterResult,
  check({ problem }) {
    return { title: problemOf(problem).name, warnings: [] };
  },
  compute: solveInThreads,
};
