import {
  checkWeekProblem,
  engineVersion,
  type Report,
  reportWeek,
  reportWeekConflict,
  ScenarioError,
  type WeekOutcome,
  type WeekProblem,
  type WeekSlot,
  weekFromCsv,
  weekToCsv,
  weekToFhirBundle,
  weekToHtml,
  weekToICalendar,
  weekToJson,
  weekToNdjson,
} from "@praxis/engine";
import { type Arguments, text, wholeNumber } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { readText } from "../files.ts";
import { lineOf } from "../findings.ts";
import { fileName, fileOf } from "../input-file.ts";
import { limitsOf, threadsOf } from "../roster.ts";
import type { Terminal } from "../terminal.ts";
import { exitCodes, InputError } from "../trouble.ts";
import { problemOf, type WeekFile } from "../week-task.ts";
import { solveInThreads } from "../week-thread.ts";

/** Finds everybody's appointment templates for a week: `praxis template week`. */
export const templateWeek: Action = async (args, terminal) => {
  const file = readWeek(args, terminal);
  const problem = problemOf(file);
  const weeks = wholeNumber(args, "weeks", { from: 1, to: 53 }) ?? 1;
  const provider = providerOf(args, problem);
  const limits = limitsOf(args, { gap: "0.1%" });
  const outcome = await solveInThreads(file, { ...limits, threads: threadsOf(args) }, terminal);
  const report = () => reportOf(outcome, problem);
  const { seed } = limits;
  if (!("slots" in outcome)) {
    const data = { praxis: engineVersion, problem: problem.name, seed, ...outcome };
    return { data, rows: () => [], report, isEmptyHanded: true, exitCode: exitCodes.noFeasibleAnswer };
  }
  const { slots } = outcome;
  const now = new Date().toISOString();
  const asOf = `${now.slice(0, 16).replace("T", " ")} UTC`;
  return {
    data: { ...weekToJson(outcome, problem), seed },
    rows: () => [],
    report,
    texts: {
      csv: () => weekToCsv(slots),
      html: () => weekToHtml(outcome, problem, { asOf }),
      fhir: () => `${JSON.stringify(weekToFhirBundle(slots, problem, { weeks }), undefined, 2)}\n`,
      ndjson: () => weekToNdjson(slots, problem, { weeks }),
      ics: () => weekToICalendar(slots, problem, { stamp: now, ...(provider === undefined ? {} : { provider }) }),
    },
    exitCode: exitCodes.done,
  };
};

/**
 * Reads the week of a command line, with the template that is in use today. What is strange in it goes to the terminal.
 *
 * @throws {InputError} when a file cannot be read
 * @throws {ScenarioError} when something is wrong in one
 */
function readWeek(args: Arguments, terminal: Terminal): WeekFile {
  const file = fileOf(args, "template week", "week");
  const content = readText(file);
  const { problem, issues, warnings } = checkWeekProblem(content);
  if (problem === undefined) throw new ScenarioError(issues, fileName(file));
  for (const warning of warnings) terminal.tell(`${lineOf(fileName(file), "warning", warning)}\n`);
  const today = text(args, "today");
  return today === undefined ? { text: content } : { text: content, today: readToday(today, problem, file) };
}

function readToday(file: string, problem: WeekProblem, week: string): WeekSlot[] {
  if (file === "-" && week === "-") {
    throw new InputError("week and today's template cannot both be piped in; name a file for one of them");
  }
  try {
    return weekFromCsv(readText(file), problem);
  } catch (error) {
    if (error instanceof ScenarioError) throw new ScenarioError(error.issues, fileName(file));
    throw error;
  }
}

/** @throws {InputError} when the calendar is to be that of somebody who is no provider */
function providerOf(args: Arguments, { providers }: WeekProblem): string | undefined {
  const given = text(args, "person");
  if (given === undefined || providers.some(({ id }) => id === given)) return given;
  const known = providers.slice(0, 20).map(({ id }) => id);
  throw new InputError(`"${given}" is no provider of this week; known: ${known.join(", ")}`);
}

const whereTimesAre =
  "The time of each appointment stands in the page to print, --output week.html, and in the table, --output week.csv.";

function reportOf(outcome: WeekOutcome, problem: WeekProblem): Report {
  if ("slots" in outcome) {
    const { title, sections } = reportWeek(outcome, problem);
    return { title, sections: [...sections, { lines: [whereTimesAre] }] };
  }
  if (outcome.status === "infeasible") return reportWeekConflict(outcome, problem);
  const lines = [
    `No week was found before the end (${outcome.reason}); nor is it known that there is none. Give it more ${outcome.reason === "work limit" ? "work" : "time"}.`,
  ];
  return { title: problem.name, sections: [{ lines }] };
}
