/**
 * Whether a week can be solved at all: does something fit its sessions, is it not too much, and does somebody see what is
 * needed?
 *
 * @module
 */

import { type Mix, MOST_PATTERNS, mixesOf, type SessionShape, shapeKey, shapeOf } from "../template/patterns.ts";
import { shapesOf } from "../template/pricing.ts";
import { countColumns } from "../template/session-classes.ts";
import type { WeekProblem } from "../template/week-problem.ts";
import { weekdayNames } from "../time-of-day.ts";
import type { WeekReading } from "./week-reading.ts";

/** The most patterns that can be chosen, over all sessions that are not alike. */
const MOST_COLUMNS = 200_000;

/** Complains about sessions into which nothing fits, or too much; about visits that nobody sees, or that fit nowhere. */
export function checkPatterns(problem: WeekProblem, reading: WeekReading): void {
  const mixes = new Map<string, readonly Mix[]>();
  for (const shape of shapesOf(problem)) {
    const found = mixesOf(shape, problem);
    if (found === "too many") tooMany(shape, problem, reading);
    else if (found.length === 0) nothingFits(shape, problem, reading);
    else mixes.set(shapeKey(shape), found);
  }
  if (reading.issues.length > 0) return;
  const priced = new Set(
    shapesOf(problem).flatMap((shape) =>
      mixes.get(shapeKey(shape))!.map((mix) => `${shape.minutes}/${shape.grid}/${mix.join()}`),
    ),
  ).size;
  const columns = countColumns(problem, (key) => mixes.get(key)!.length);
  if (priced > MOST_PATTERNS) {
    const message = `${priced} different mixes of visits fit these sessions, more than ${MOST_PATTERNS}`;
    reading.complain(["sessions"], "too-many-patterns", message, `use fewer lengths of sessions, or ${narrowing}`);
  }
  if (columns > MOST_COLUMNS) {
    const message = `${columns} mixes of visits can be chosen for sessions that are not alike, more than ${MOST_COLUMNS}`;
    const hint = `make several weeks, let more providers be alike, or ${narrowing}`;
    reading.complain(["providers"], "week-too-large", message, hint);
  }
  checkSeen(problem, mixes, reading);
}

const narrowing = "raise fill.atLeast, or write mostInSession for visit types";

function tooMany({ minutes, sees }: SessionShape, problem: WeekProblem, reading: WeekReading): void {
  const { kind } = problem.sessions.find(({ from, to }) => to - from === minutes)!;
  const message = `more than ${MOST_PATTERNS} mixes of ${sees.length} visit types fit ${minutes} minutes`;
  reading.complain(["sessions", kind], "too-many-patterns", message, narrowing);
}

function nothingFits(shape: SessionShape, problem: WeekProblem, reading: WeekReading): void {
  const { visitTypes, fill, sessions, providers } = problem;
  const held = sessions.find((session) => shapeKey(shapeOf(session)) === shapeKey(shape))!;
  const { id } = providers[held.provider]!;
  const types = shape.sees.map((type) => visitTypes[type]!);
  const seen = types.map(({ name, law, show }) => `${name} (${round(law.mean * show)})`).join(", ");
  const limits = `${round(shape.minutes * fill.least)} to ${round(shape.minutes * fill.most)}`;
  const message = `no mix of visits fills the ${shape.minutes} minutes of ${id} on ${weekdayNames[held.weekday]} ${held.kind} to ${limits} minutes; mean minutes are: ${seen === "" ? "none" : seen}`;
  const hint = "let fill.atLeast be smaller, the session longer, or the provider see other visit types";
  reading.complain(["providers", id], "no-pattern", message, hint);
}

/** Visit types that are needed: some session has to be there for them. */
function checkSeen(problem: WeekProblem, mixes: ReadonlyMap<string, readonly Mix[]>, reading: WeekReading): void {
  const { visitTypes, sessions } = problem;
  const seen = new Set(sessions.flatMap(({ sees }) => sees));
  const fitting = new Set(
    [...mixes.values()].flat().flatMap((mix) => mix.flatMap((count, type) => (count > 0 ? [type] : []))),
  );
  for (const [type, { name, law, show, demand, reserve, floor }] of visitTypes.entries()) {
    const keys = ["visitTypes", name];
    const needed = [demand && "demand", reserve && "reserve", floor && "floor"].find((key) => key !== undefined);
    if (!seen.has(type)) {
      if (needed === undefined)
        reading.warn(keys, "nobody-sees", `no provider sees ${name}`, "delete it, or add it to sees");
      else {
        const message = `there is a ${needed} for ${name}, and no provider sees it`;
        reading.complain([...keys, needed], "nobody-sees", message, "add it to what a role or a provider sees");
      }
    } else if (!fitting.has(type)) {
      const longest = Math.max(...sessions.filter(({ sees }) => sees.includes(type)).map(({ from, to }) => to - from));
      const message = `${name} takes ${round(law.mean * show)} minutes on average, and no session of up to ${longest} minutes can hold it`;
      reading.complain([...keys, "takes"], "no-pattern", message, "make a session longer, or the visit shorter");
    }
  }
}

function round(minutes: number): number {
  return Number(minutes.toFixed(1));
}
