/**
 * Turns plain data of a session file into a session problem, and finds what is wrong with its meaning on the way.
 *
 * @module
 */

import type { IssueAt } from "../scenario/issues.ts";
import { minutes } from "../scenario/units.ts";
import { isUnbounded } from "../template/bookings.ts";
import {
  type AppointmentTimes,
  areExponential,
  type Evaluation,
  MOST_MINUTES,
  type SessionBreak,
  type SessionProblem,
  troublesOf,
  usualCounting,
} from "../template/problem.ts";
import { clockTime } from "../time-of-day.ts";
import { MOST_COST, readPatients } from "./template-patients.ts";
import { TemplateReading } from "./template-reading.ts";
import type { TemplateDocument } from "./template-schema.ts";

/** What a session file asks. */
export interface SessionQuestion {
  readonly problem: SessionProblem;
  /** When the session begins, in minutes after midnight; absent when the file does not say. */
  readonly startsAt?: number;
  /** Length of the slots of the appointment system. */
  readonly slotMinutes?: number;
  /** What a patient who comes is worth, when the number of patients is to be found: the problem then has one of them. */
  readonly valueOfPatient?: number;
}

/** What came of reading a document whose form is right. */
export interface ReadSession {
  /** The question; undefined when there are issues. */
  readonly question?: SessionQuestion;
  readonly issues: readonly IssueAt[];
  readonly warnings: readonly IssueAt[];
}

/** Samples when the file does not say. */
const USUAL_SAMPLES = 1000;

/** Reads a document whose form is right. */
export function readSession(document: TemplateDocument): ReadSession {
  const reading = new TemplateReading(document);
  const { session, cost, count } = document;
  const length = readLength(reading);
  const { wait: _, ...costs } = cost;
  for (const [name, value] of Object.entries(costs)) {
    reading.within(value, ["cost", name], { least: 0, most: MOST_COST, what: "the cost of a minute" });
  }
  const patients = readPatients(reading, length);
  const latest = session.latest === undefined ? undefined : reading.moment(session.latest, ["session", "latest"]);
  const problem: SessionProblem = {
    ...(document.name !== undefined && { name: document.name }),
    patients,
    order: session.order ?? "listed",
    length,
    times: readTimes(reading, length),
    ...(latest !== undefined && { latest }),
    breaks: readBreaks(reading, length),
    costs,
    counting: {
      waits: count?.waits ?? usualCounting.waits,
      waitsAs: count?.as ?? usualCounting.waitsAs,
      idle: count?.idle ?? usualCounting.idle,
    },
    evaluation: readEvaluation(reading),
  };
  checkWhole(problem, reading);
  checkValue(problem, reading);
  // Whatever is left is told where the session stands.
  if (reading.issues.length === 0) {
    for (const trouble of troublesOf(problem)) {
      reading.complain(["session"], "impossible-session", trouble, "mend the session or its costs");
    }
  }
  if (reading.issues.length > 0) return { issues: reading.issues, warnings: [] };
  checkLoad(problem, reading);
  const { value } = document;
  const question = {
    problem,
    ...(session.start !== undefined && { startsAt: clockTime(session.start) }),
    ...(session.slot !== undefined && { slotMinutes: minutes(session.slot) }),
    ...(session.patients === "best" && value !== undefined && { valueOfPatient: value }),
  };
  return { question, issues: [], warnings: reading.warnings };
}

function readLength(reading: TemplateReading): number {
  const length = minutes(reading.document.session.length);
  if (length > 0 && length <= MOST_MINUTES) return length;
  const message = `a session lasts more than no time, and a day at most, not ${length} min`;
  reading.complain(["session", "length"], "outside-range", message, "write for example 4 h");
  return MOST_MINUTES;
}

function readTimes(reading: TemplateReading, length: number): AppointmentTimes {
  const { grid, slots, slot } = reading.document.session;
  for (const [name, step] of [
    ["grid", grid],
    ["slot", slot],
  ] as const) {
    if (step === undefined || (minutes(step) >= 0.5 && minutes(step) <= length)) continue;
    const message = `${step} is no step between appointments of this session`;
    reading.complain(["session", name], "outside-range", message, "write half a minute to the length of the session");
  }
  if (grid !== undefined && slots !== undefined) {
    reading.complain(["session", "slots"], "grid-and-slots", "both grid and slots say when", "delete one of them");
  }
  if (slots !== undefined) {
    const starts = slots.map((moment, index) => reading.moment(moment, ["session", "slots", index]));
    starts.forEach((start, index) => {
      if (!(start <= (starts[index - 1] ?? -1))) return;
      const message = "this slot is not after the one before";
      reading.complain(
        ["session", "slots", index],
        "ends-before",
        message,
        "write slots in the order of time, each once",
      );
    });
    return { kind: "slots", starts };
  }
  if (grid === undefined) return { kind: "any" };
  const steps = length / minutes(grid);
  if (Math.abs(steps - Math.round(steps)) > 1e-9) {
    const message = `a grid of ${grid} does not divide the session of ${length} min: its last piece is shorter`;
    reading.warn(["session", "grid"], "grid-and-session", message, "fine if you mean it; else change one of them");
  }
  return { kind: "grid", minutes: minutes(grid) };
}

function readBreaks(reading: TemplateReading, length: number): SessionBreak[] {
  let end = 0;
  return (reading.document.session.breaks ?? []).map(({ at, lasts }, index) => {
    const keys = ["session", "breaks", index];
    const pause = { start: reading.moment(at, [...keys, "at"]), length: minutes(lasts) };
    if (pause.start < end) {
      reading.complain(
        [...keys, "at"],
        "ends-before",
        "this break begins before the one before ends",
        "let it begin later",
      );
    }
    end = pause.start + pause.length;
    if (pause.length > 0 && !(end > length)) return pause;
    const message = `this break is not within the session of ${length} min, or takes no time`;
    reading.complain(keys, "outside-session", message, "let it end before the session does");
    return pause;
  });
}

function readEvaluation({ document: { evaluation, samples } }: TemplateReading): Evaluation {
  if (evaluation === "exact") return { kind: "exact" };
  return { kind: "samples", count: evaluation?.samples ?? samples ?? USUAL_SAMPLES, seed: evaluation?.seed ?? 1 };
}

/** Complains when something is to be exact that is not in whole minutes. */
function checkWhole({ evaluation, times, breaks, patients }: SessionProblem, reading: TemplateReading): void {
  if (evaluation.kind !== "exact" || areExponential(patients, breaks.length)) return;
  const hint = "write whole minutes, or evaluation: { samples: 1000 }";
  const complain = (keys: readonly (string | number)[], message: string) =>
    reading.complain(["session", ...keys], "not-whole-minutes", message, hint);
  if (times.kind === "any") complain([], "an exact evaluation needs a grid or slots of whole minutes");
  if (times.kind === "grid" && !Number.isInteger(times.minutes)) {
    complain(["grid"], "an exact evaluation needs a grid of whole minutes");
  }
  if (times.kind === "slots" && !times.starts.every((start) => Number.isInteger(start) || Number.isNaN(start))) {
    complain(["slots"], "an exact evaluation needs slots on whole minutes");
  }
  if (!breaks.every(({ start, length }) => Number.isInteger(start + length) || Number.isNaN(start))) {
    complain(["breaks"], "an exact evaluation needs breaks of whole minutes");
  }
}

/** Complains when the best number of patients is asked for and there is none. */
function checkValue(problem: SessionProblem, reading: TemplateReading): void {
  const { session, value, walkIns } = reading.document;
  if (session.patients !== "best") {
    if (value === undefined) return;
    const message = "a value says how many patients are worth booking, but their number is given";
    reading.complain(["value"], "value-and-count", message, "write patients: best, or delete the value");
    return;
  }
  if (walkIns !== undefined) {
    const message = "walk-ins cannot be planned while the number of patients is open";
    reading.complain(["walkIns"], "value-and-count", message, "write how many patients there are");
  }
  if (value === undefined) {
    const message = "nothing says what a patient is worth, so that no number of them is the best";
    reading.complain(["session", "patients"], "value-and-count", message, "write value: 60, in the unit of the costs");
    return;
  }
  const [patient] = problem.patients;
  if (patient === undefined || !isUnbounded(problem, patient, value)) return;
  const least = value / patient.service.mean;
  const message = `a patient brings ${value} and takes ${problem.costs.overtime * patient.service.mean} of overtime at most: every further booking pays, so no number is the best`;
  const hint = `let a minute of overtime cost more than ${Number(least.toPrecision(4))}, or a patient be worth less`;
  reading.complain(["cost", "overtime"], "unbounded-bookings", message, hint);
}

/** Warns when the patients take longer than the session. */
function checkLoad({ patients, length, breaks }: SessionProblem, reading: TemplateReading): void {
  const work = patients.reduce((sum, { service, show }) => sum + show * service.mean, 0);
  const pauses = breaks.reduce((sum, pause) => sum + pause.length, 0);
  if (work + pauses <= length) return;
  const message = `patients and breaks take ${Math.round(work + pauses)} min on average, the session lasts ${length} min: there will be overtime whatever the template`;
  reading.warn(["session", "patients"], "session-too-full", message, "see fewer patients, or make the session longer");
}
