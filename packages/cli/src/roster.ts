import { availableParallelism } from "node:os";
import {
  type Absence,
  checkRosterProblem,
  dateAfter,
  daysBetween,
  isDate,
  nearestName,
  type Roster,
  type RosterLimits,
  type RosterProblem,
  type RosterState,
  rosterFromCsv,
  rosterFromJson,
  ScenarioError,
  Streams,
} from "@praxis/engine";
import { type Arguments, seed, share, text, texts, wholeNumber } from "./arguments.ts";
import { holdsPublished, readText } from "./files.ts";
import { lineOf } from "./findings.ts";
import { fileName, fileOf } from "./input-file.ts";
import type { Terminal } from "./terminal.ts";
import { InputError } from "./trouble.ts";

/** Seconds that a solve may take when nobody says otherwise. */
const USUAL_SECONDS = 60;

/** Seconds for an answer to somebody who is waiting for it. */
export const SECONDS_OF_A_QUESTION = 10;

/** A week: who waits longer has forgotten a unit. */
const MOST_SECONDS = 604_800;

/**
 * Reads the roster problem of a command line. What is strange in it goes to the terminal.
 *
 * @throws {InputError} when the file cannot be read
 * @throws {ScenarioError} when something is wrong in it
 */
export function readProblem(args: Arguments, terminal: Terminal): RosterProblem {
  const file = fileOf(args, "roster solve", "roster");
  const content = readText(file);
  const { problem, issues, warnings } = checkRosterProblem(content, { file: fileName(file) });
  if (problem === undefined) throw new ScenarioError(issues, fileName(file));
  for (const warning of warnings) {
    terminal.tell(`${lineOf(fileName(file), "warning", warning)}\n`);
  }
  return problem;
}

/**
 * Reads the roster of a command line: what praxis wrote as JSON, or a grid that a spreadsheet wrote as CSV.
 *
 * @throws {InputError} when the file cannot be read, or does not fit the problem
 */
export function readRoster(args: Arguments, problem: RosterProblem): Roster {
  const file = text(args, "roster")!;
  if (file === "-" && text(args, "file") === "-") {
    throw new InputError("problem and roster cannot both be piped in; name a file for one of them");
  }
  const content = readText(file);
  try {
    return content.trimStart().startsWith("{") ? rosterFromJson(content, problem) : rosterFromCsv(content, problem);
  } catch (error) {
    if (error instanceof ScenarioError) throw new ScenarioError(error.issues, fileName(file));
    throw error;
  }
}

/**
 * How far a solve may go: seconds, or units of work.
 *
 * @param usual what holds when nobody says otherwise
 *
 * @throws {InputError} when a flag is no number
 */
export function limitsOf(
  args: Arguments,
  { seconds: usualSeconds = USUAL_SECONDS, gap = "0.01%" }: { readonly seconds?: number; readonly gap?: string } = {},
): RosterLimits {
  const work = wholeNumber(args, "work-limit", { from: 1, to: Number.MAX_SAFE_INTEGER });
  const given = text(args, "time-limit");
  if (work !== undefined && given !== undefined) {
    throw new InputError(
      "--work-limit and --time-limit exclude each other: give the one by which the solve should end",
    );
  }
  const seconds = secondsOf(args, usualSeconds);
  return {
    limits: work === undefined ? { seconds } : { work },
    relativeGap: share(args, "gap", gap),
    seed: seedOf(args),
  };
}

/**
 * The seconds of --time-limit.
 *
 * @throws {InputError} when it is no number of seconds
 */
export function secondsOf(args: Arguments, usualSeconds: number): number {
  const given = text(args, "time-limit");
  const seconds = given === undefined ? usualSeconds : Number(given.replace(/\s*s$/, ""));
  if (seconds > 0 && seconds <= MOST_SECONDS) return seconds;
  throw new InputError(`--time-limit must be seconds from more than 0 to ${MOST_SECONDS}, such as 60, got "${given}"`);
}

/** Solvers want a whole number; a phrase stands for one. */
const MOST_SEED = 0x7fffffff;

/** @throws {InputError} when it is a number that solvers do not take */
function seedOf(args: Arguments): number {
  const given = seed(args);
  if (typeof given === "string" && Number.isNaN(Number(given))) {
    return Math.floor(new Streams({ seed: given }).of("roster seed").uniform(0) * MOST_SEED);
  }
  return wholeNumber(args, "seed", { from: 0, to: MOST_SEED }) ?? 1;
}

/**
 * How many threads look for the same roster: no more than there are cores, beyond which they only take time from each
 * other. Under a limit of work one, whose answer is always the same.
 */
export function threadsOf(args: Arguments): number {
  const usual = text(args, "work-limit") === undefined ? 2 : 1;
  return Math.min(wholeNumber(args, "threads", { from: 1, to: 64 }) ?? usual, availableParallelism());
}

/**
 * The index of a person.
 *
 * @throws {InputError} when there is nobody of that name
 */
export function personNamed(name: string, { people }: RosterProblem): number {
  const index = people.findIndex(({ id }) => id === name);
  if (index >= 0) return index;
  const known = people.map(({ id }) => id);
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `known: ${known.slice(0, 20).join(", ")}` : `did you mean ${nearest}?`;
  throw new InputError(`"${name}" is nobody of this roster; ${hint}`);
}

/**
 * The day of a date, from 0.
 *
 * @throws {InputError} when it is no date, or outside of the roster
 */
export function dayOf(date: string, { start, days }: RosterProblem): number {
  if (!isDate(date)) throw new InputError(`"${date}" is not a date; write it as ${start}`);
  const day = daysBetween(start, date);
  if (day < 0 || day >= days) {
    throw new InputError(
      `${date} is not a day of this roster, which is from ${start} to ${dateAfter(start, days - 1)}`,
    );
  }
  return day;
}

/**
 * The shifts that a name stands for: one with where it is, or all of that name.
 *
 * @throws {InputError} when there is none
 */
export function shiftsNamed(name: string, { shifts }: RosterProblem): number[] {
  const exact = shifts.flatMap(({ id }, index) => (id === name ? [index] : []));
  const found = exact.length > 0 ? exact : shifts.flatMap((shift, index) => (shift.name === name ? [index] : []));
  if (found.length > 0) return found;
  const known = [...new Set(shifts.flatMap(({ id, name }) => [name, id]))];
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `known: ${known.slice(0, 20).join(", ")}` : `did you mean ${nearest}?`;
  throw new InputError(`"${name}" is no shift of this roster; ${hint}`);
}

/** Whether the roster of a command line has been published. */
export function stateOf(args: Arguments): RosterState {
  return holdsPublished(text(args, "roster")!) ? "published" : "draft";
}

/**
 * Who cannot come, and when.
 *
 * @throws {InputError} when a flag does not say who and when
 */
export function absencesOf(args: Arguments, problem: RosterProblem): Absence[] {
  return texts(args, "absent").map((words) => {
    const [, who, from, to = from] = /^(.+?)=(\S+?)(?:\.\.(\S+))?$/.exec(words) ?? [];
    if (who === undefined || from === undefined) {
      throw new InputError(`--absent takes a person, = and dates, as in MA-2=2026-12-08..2026-12-09, got "${words}"`);
    }
    const absence = { person: personNamed(who, problem), from: dayOf(from, problem), to: dayOf(to!, problem) };
    if (absence.from > absence.to) throw new InputError(`--absent ${words}: the last day is before the first`);
    return absence;
  });
}
