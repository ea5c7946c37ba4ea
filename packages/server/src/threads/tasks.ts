/**
 * What threads do: everything that takes longer than a moment, and everything that reads what users have written.
 *
 * @module
 */

import {
  advance,
  checkRosterProblem,
  checkScenario,
  checkSession,
  checkWeekProblem,
  runTask,
  type Task,
} from "@praxis/engine";
import type { CheckedInput, Writing } from "../jobs/job-kind.ts";
import { kindNamed } from "../jobs/kinds.ts";
import { KnownValues } from "../jobs/known-values.ts";
import { type ExperimentInput, officeOf } from "../jobs/office.ts";
import { answering } from "./reply.ts";
import { type Document, withoutPlaces } from "./text.ts";

export * from "./improve-task.ts";
export * from "./roster-questions.ts";
export * from "./roster-tasks.ts";
export * from "./template-tasks.ts";
export * from "./week-questions.ts";
export * from "./week-tasks.ts";

/** Nothing: a thread that has done it has loaded all that it needs. */
export const wake = answering(() => null);

/** What is wrong, and what is strange in a scenario. */
export const findInScenario = answering(({ document }: { readonly document: Document }) => {
  const { scenario, ...found } = checkScenario(textOf(document));
  return { scenario, ...placed(found, document) };
});

/** What is wrong, and what is strange in a roster problem. */
export const findInRoster = answering(({ document }: { readonly document: Document }) => {
  const { problem, ...found } = checkRosterProblem(textOf(document));
  return { name: problem?.name, ...placed(found, document) };
});

/** What is wrong, and what is strange in a session. */
export const findInSession = answering(({ document }: { readonly document: Document }) =>
  placed(checkSession(textOf(document)), document),
);

/** What is wrong, and what is strange in a week. */
export const findInWeek = answering(({ document }: { readonly document: Document }) =>
  placed(checkWeekProblem(textOf(document)), document),
);

/** A scenario that is kept, with changes, as a scenario that can be kept. */
export const changeScenario = answering(
  ({ scenario, changes }: Required<Pick<ExperimentInput, "scenario" | "changes">>) => {
    const changed = officeOf({ scenario, changes });
    return { name: changed.name, content: JSON.stringify(changed, null, 2), document: changed };
  },
);

/** Checks the request of a job. */
export const checkInput = answering(
  ({ kind, input }: { readonly kind: string; readonly input: unknown }): CheckedInput =>
    kindNamed(kind).check(input as never),
);

/** Writes the result of a job in a form of its kind. */
export const writeResult = answering(({ kind, ...writing }: Writing<unknown> & { readonly kind: string }) =>
  kindNamed(kind).write!(writing as never),
);

/** Milliseconds for which an experiment goes on in the thread that begins it. */
const MOMENT_MILLISECONDS = 100;

/** An experiment that has begun: its result, or the values that are known by then and the tasks that are left. */
type Begun =
  | { readonly result: unknown }
  | { readonly known: readonly Float64Array[]; readonly tasks: readonly Task[] };

/** Begins an experiment, and goes as far with it as a moment allows. */
export const beginExperiment = answering(({ kind, input }: Pick<AdvanceTask, "kind" | "input">): Begun => {
  const until = performance.now() + MOMENT_MILLISECONDS;
  const known = new KnownValues();
  const experiment = kindNamed(kind).experiment!(input as never);
  let step = experiment.next();
  while (!step.done) {
    const tasks = step.value;
    known.grow(tasks);
    const left = runUntil(until, tasks, known);
    if (left.some(({ from, to }) => from < to)) return { known: known.arrays, tasks: left };
    step = experiment.next(tasks.map((task, scenario) => known.of(scenario, task)));
  }
  return { result: step.value };
});

/** Runs tasks together, in ever longer parts; returns what is left of each. */
function runUntil(until: number, tasks: readonly Task[], known: KnownValues): readonly Task[] {
  let left = tasks;
  for (let length = 1; left.some(({ from, to }) => from < to) && performance.now() < until; length *= 2) {
    left = left.map((task, scenario) => {
      const part = { ...task, to: Math.min(task.to, task.from + length) };
      if (part.from < part.to) known.set(scenario, part, runTask(part));
      return { ...task, from: part.to };
    });
  }
  return left;
}

/** An experiment, the values that are known, and how many replications of them should do, if not all. */
export interface AdvanceTask {
  readonly kind: string;
  readonly input: unknown;
  readonly known: readonly Float64Array[];
  readonly replications?: number;
}

/** Goes as far with an experiment as the values that are known reach. */
export const advanceExperiment = answering(({ kind, input, known, replications }: AdvanceTask) =>
  advance(kindNamed(kind).experiment!(input as never, replications), known),
);

/** Runs a batch of replications. */
export const runReplications = answering(runTask);

function textOf(document: Document): string {
  return typeof document === "string" ? document : JSON.stringify(document);
}

type Found = Pick<ReturnType<typeof checkScenario>, "issues" | "warnings">;

/** Lines and columns are those of a text that was handed in, or nobody's. */
function placed({ issues, warnings }: Found, document: Document): Found {
  if (typeof document === "string") return { issues, warnings };
  return { issues: withoutPlaces(issues), warnings: withoutPlaces(warnings) };
}
