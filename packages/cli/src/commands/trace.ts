import {
  compileScenario,
  type Difference,
  engineVersion,
  formatChange,
  type Report,
  type Scenario,
  traceOffice,
} from "@praxis/engine";
import { type Arguments, seed, text, wholeNumber } from "../arguments.ts";
import { type Clock, clockWithSecondsOf, minuteOfClock } from "../clock.ts";
import type { Action } from "../commands.ts";
import { readOffice } from "../office.ts";
import { Story, type StoryLine } from "../story.ts";
import { InputError } from "../trouble.ts";

const DAY = 24 * 60;

/** Which luck a day has. */
interface Chance {
  readonly seed: number | string;
  readonly replication: number;
}

/** The part of a run that is told. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly patient: number | undefined;
}

/** Follows a day, line by line: `praxis trace`. */
export const trace: Action = async (args, terminal) => {
  const { scenario, changes } = readOffice(args, terminal);
  const options = {
    seed: seed(args),
    replication: wholeNumber(args, "replication", { from: 0, to: 2 ** 32 - 1 }) ?? 0,
  };
  const window = windowOf(args, scenario);
  const lines = follow(scenario, options, window);
  const clock = clockWithSecondsOf(scenario);
  return {
    data: { scenario: scenario.name, ...options, engineVersion, ...(changes.length > 0 && { changes }), lines },
    rows: () => lines.map(({ minute, who, what, where }) => ({ clock: clock(minute), minute, who, what, where })),
    report: () => reportOf(scenario, lines, { clock, changes, ...options }),
  };
};

/** @throws {InputError} when a flag is no time, or nobody could be meant */
function windowOf(args: Arguments, scenario: Scenario): Window {
  const patient = wholeNumber(args, "patient", { from: 1, to: 1e9 });
  const day = wholeNumber(args, "day", { from: 1, to: 36_525 });
  const start = DAY * ((day ?? 1) - 1);
  const wholeRun = patient !== undefined && day === undefined;
  const from = clockTime(args, "from", scenario, start) ?? start;
  const to = clockTime(args, "to", scenario, from) ?? (wholeRun ? Infinity : start + DAY);
  return { from, to, patient };
}

function clockTime(args: Arguments, name: "from" | "to", scenario: Scenario, after: number): number | undefined {
  const given = text(args, name);
  if (given === undefined) return undefined;
  const minute = minuteOfClock(given, scenario, after);
  if (minute === undefined) throw new InputError(`--${name} must be a time such as 09:30, got "${given}"`);
  return minute;
}

/** Simulates, and keeps the lines of the window. */
function follow(scenario: Scenario, { seed, replication }: Chance, { from, to, patient }: Window): StoryLine[] {
  const lines: StoryLine[] = [];
  const story = new Story({
    isVisit: (pathway) => Object.hasOwn(scenario.visitTypes ?? {}, pathway),
    tell: (line) => {
      const meant = patient === undefined || line.patient === patient;
      if (meant && line.minute >= from && line.minute <= to) lines.push(line);
    },
  });
  const office = compileScenario(scenario, { seed });
  traceOffice(office, { replication, until: to, tracer: story.hear });
  story.end();
  if (patient !== undefined && patient > story.patients) {
    throw new InputError(
      `patient ${patient} does not come; ${story.patients} patients come in replication ${replication}`,
    );
  }
  return lines;
}

/** What the report of a trace rests on. */
interface Basis extends Chance {
  readonly clock: Clock;
  readonly changes: readonly Difference[];
}

function reportOf(
  scenario: Scenario,
  lines: readonly StoryLine[],
  { clock, changes, seed, replication }: Basis,
): Report {
  const basis = [`Replication ${replication}, seed ${seed}, engine ${engineVersion}.`, ...changes.map(formatChange)];
  const columns = ["time", "who", "what", "where"].map((title) => ({ title, align: "left" as const }));
  const rows = lines.map(({ minute, who, what, where }) => [clock(minute), who, what, where]);
  const story = rows.length === 0 ? { notes: ["Nothing happens in this time."] } : { table: { columns, rows } };
  return { title: scenario.name, sections: [{ lines: basis, ...story }] };
}
