import {
  candidatesFor,
  differenceSections,
  dollars,
  engineVersion,
  leftBehind,
  type Repair,
  type Report,
  type RosterProblem,
  reportConflict,
  type Section,
} from "@praxis/engine";
import type { Piscina } from "piscina";
import type { Answer } from "../answer.ts";
import { type Arguments, text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { absencesOf, dayOf, limitsOf, readProblem, readRoster, SECONDS_OF_A_QUESTION } from "../roster.ts";
import { rosterTexts } from "../roster-texts.ts";
import { askInThreads, startThreads } from "../roster-thread.ts";
import type { Terminal } from "../terminal.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** A proven gap beyond this says only that there was no time to prove anything. */
const GAP_WORTH_TELLING = 0.2;

/** Dollars that are too few to be told. */
const LEAST_TOLD = 0.005;

/** How many people are named who could take a shift. */
const MOST_CANDIDATES = 5;

/** Mends a published roster: `praxis roster repair`. The published one is left as it is. */
export const rosterRepair: Action = async (args, terminal) => {
  const pool = await startThreads(1);
  try {
    return await mendedIn(pool, args, terminal);
  } finally {
    await pool.destroy();
  }
};

async function mendedIn(pool: Piscina, args: Arguments, terminal: Terminal): Promise<Answer> {
  const problem = readProblem(args, terminal);
  const roster = readRoster(args, problem);
  const absences = absencesOf(args, problem);
  if (absences.length === 0) throw new InputError("who cannot come? Say it as in --absent MA-2=2026-12-08..2026-12-09");
  const today = text(args, "today");
  const how = { absences, pricePerChange: priceOf(args), today: today === undefined ? 0 : dayOf(today, problem) };
  const limits = limitsOf(args, { seconds: SECONDS_OF_A_QUESTION });
  const asked = askInThreads({ kind: "repair", problem, roster, how }, { ...limits, threads: 1, pool }, terminal);
  const isAway = (id: string, day: number) =>
    absences.some(({ person, from, to }) => problem.people[person]!.id === id && day >= from && day <= to);
  // While the thread looks for a plan.
  const gaps = leftBehind(problem, roster, absences).map((gap) => ({
    ...gap,
    candidates: candidatesFor(problem, roster, gap).filter(({ person }) => !isAway(person, gap.day)),
  }));
  const outcome: Repair = await asked;
  const report = () => reportOf(outcome, problem, { gaps, price: how.pricePerChange });
  if (!("difference" in outcome)) {
    const data = { problem: problem.name, engineVersion, ...outcome, leftBehind: gaps };
    return { data, rows: () => [], report, isEmptyHanded: true, exitCode: exitCodes.noFeasibleAnswer };
  }
  const { data, ...texts } = rosterTexts(outcome, problem, { state: "draft", forStaff: false });
  return { ...texts, data: { ...(data as object), difference: outcome.difference, leftBehind: gaps }, report };
}

function priceOf(args: Arguments): number {
  const given = text(args, "change-price") ?? "50";
  const price = Number(given.replace(/^\$/, ""));
  if (!(price >= 0 && price <= 1e6) || given.trim() === "") {
    throw new InputError(`--change-price must be dollars from 0 to 1000000, got "${given}"`);
  }
  return price;
}

type Gap = ReturnType<typeof leftBehind>[number] & { readonly candidates: ReturnType<typeof candidatesFor> };

function reportOf(
  outcome: Repair,
  problem: RosterProblem,
  { gaps, price }: { readonly gaps: readonly Gap[]; readonly price: number },
): Report {
  const who = gaps.map(candidatesSection);
  if ("difference" in outcome) {
    const { difference } = outcome;
    return {
      title: problem.name,
      sections: [
        {
          lines: [
            `The roster can be mended. ${proofOf(outcome)}`,
            `Each day of a person that changes counts ${dollars(price)}; days away do not.`,
          ],
        },
        ...differenceSections(difference, problem),
        ...who,
      ],
    };
  }
  if (outcome.status === "infeasible") {
    const { title, sections } = reportConflict(outcome, problem);
    return { title, sections: [...sections, ...who] };
  }
  return {
    title: problem.name,
    sections: [{ lines: [`No plan was found before the end (${outcome.reason}).`] }, ...who],
  };
}

function proofOf({ cost, bound, gap }: Extract<Repair, { readonly difference: unknown }>): string {
  if (cost - bound < LEAST_TOLD) return "No plan is cheaper.";
  if (!(gap <= GAP_WORTH_TELLING)) return "Whether a plan could be cheaper is not known yet; more time would tell.";
  return `At most ${(100 * gap).toFixed(2)} % from the best.`;
}

function candidatesSection({ person, text, candidates }: Gap): Section {
  const rows = candidates
    .slice(0, MOST_CANDIDATES)
    .map(({ person: other, instead, breaks, cost }) => [
      other,
      instead ?? "off",
      breaks.length === 0 ? dollars(cost) : "",
      breaks.length === 0 ? "" : `breaks: ${breaks[0]}${breaks.length > 1 ? ` and ${breaks.length - 1} more` : ""}`,
    ]);
  const columns = ["who", "has now", "more cost", ""].map((title) => ({
    title,
    align: "left" as const,
  }));
  return {
    title: `Who could take ${text} from ${person}, if nothing else changed`,
    lines: ["The cost is beside that of leaving it open, without the price of a change."],
    table: { columns, rows },
  };
}
