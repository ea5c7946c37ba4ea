import type { Executor, Progress, Task } from "./executor.ts";
import { runTask } from "./task.ts";

/**
 * An experiment asks for replications, as often as it needs, and makes something of the answers.
 *
 * It yields what it wants run, any number of tasks of any length, and is given the values of each. So the same
 * experiment runs here and now, or in threads with progress.
 */
export type Experiment<Result> = Generator<readonly Task[], Result, readonly Float64Array[]>;

/** More replications than this in one task give no more speed, only coarser progress. */
const LONGEST_TASK = 250;

/** So many tasks for each worker, that none waits long for the slowest at the end. */
const TASKS_FOR_EACH_WORKER = 8;

/** So many tasks of each worker are under way: one that it works on, and one that waits for it. */
const TASKS_UNDER_WAY = 2;

/** Conducts an experiment in this thread. */
export function conduct<Result>(experiment: Experiment<Result>, run: (task: Task) => Float64Array = runTask): Result {
  let step = experiment.next();
  while (!step.done) step = experiment.next(step.value.map(run));
  return step.value;
}

/** How far an experiment has come: to its end, or to tasks whose values it needs before it can go on. */
export type Advance<Result> = { readonly result: Result } | { readonly tasks: readonly Task[] };

/**
 * Goes as far with an experiment as the values that are known reach; for those who run its tasks where they please, and
 * keep nothing but values in between.
 *
 * @param known for each scenario of the experiment, in the order of its tasks, the values of its first replications
 * @example
 * const office = parseScenario("{ praxis: 1, name: Small, calendar: { length: 1 d } }");
 * const options = { replications: 2, seed: 1, measures: ["arrivals"] };
 * advance(replicating(office, options), []).tasks.length // 1
 * advance(replicating(office, options), [Float64Array.of(0, 0)]).result.measures["arrivals"].mean // 0
 */
export function advance<Result>(experiment: Experiment<Result>, known: readonly Float64Array[]): Advance<Result> {
  let step = experiment.next();
  while (!step.done) {
    const tasks = step.value;
    const isKnown = tasks.every(({ to, measures }, index) => (known[index]?.length ?? 0) >= to * measures.length);
    if (!isKnown) return { tasks };
    step = experiment.next(
      tasks.map(({ from, to, measures }, index) =>
        known[index]!.subarray(from * measures.length, to * measures.length),
      ),
    );
  }
  return { result: step.value };
}

/** How an experiment that runs elsewhere is watched and stopped. */
export interface ConductOptions {
  /** Hears how far the experiment is, after every part. */
  readonly progress?: (progress: Progress) => void;
  /** Stops the experiment before its next part: an `AbortSignal`, whose reason the experiment then fails with. */
  readonly signal?: { throwIfAborted(): void };
}

/**
 * Conducts an experiment wherever the executor runs its tasks. The result is that of `conduct`, to the last digit:
 * each replication depends on its number alone, and values are put together by it.
 *
 * @throws {RangeError} when the executor has no worker, or gives more or fewer values than it was asked for
 */
export async function conductWith<Result>(
  executor: Executor,
  experiment: Experiment<Result>,
  { progress, signal }: ConductOptions = {},
): Promise<Result> {
  let done = 0;
  let total = 0;
  if (!(executor.workers >= 1)) throw new RangeError(`an executor needs at least 1 worker, got ${executor.workers}`);
  const run = async (part: Task): Promise<Float64Array> => {
    signal?.throwIfAborted();
    const values = await executor.run(part);
    const { from, to, measures } = part;
    if (values.length !== (to - from) * measures.length) {
      throw new RangeError(
        `an executor must give ${measures.length} values for each replication from ${from} up to ${to}, got ${values.length} in all`,
      );
    }
    done += part.to - part.from;
    progress?.({ done, total });
    return values;
  };
  let step = experiment.next();
  while (!step.done) {
    const wanted = step.value.reduce((sum, { from, to }) => sum + to - from, 0);
    total += wanted;
    const length = Math.ceil(wanted / (executor.workers * TASKS_FOR_EACH_WORKER));
    const answers = step.value.map(({ from, to, measures }) => new Float64Array((to - from) * measures.length));
    const parts = step.value.flatMap((task, index) =>
      cut(task, Math.min(Math.max(length, 1), LONGEST_TASK)).map((part) => ({ part, task, answer: answers[index]! })),
    );
    await inTurn(
      parts,
      async ({ part, task, answer }) => answer.set(await run(part), (part.from - task.from) * task.measures.length),
      executor.workers * TASKS_UNDER_WAY,
    );
    step = experiment.next(answers);
  }
  signal?.throwIfAborted();
  return step.value;
}

/** Works on parts in their order, so many at once. After a failure none is begun. */
async function inTurn<Part>(
  parts: readonly Part[],
  work: (part: Part) => Promise<void>,
  atOnce: number,
): Promise<void> {
  const left = each(parts);
  const lane = async () => {
    for (const part of left) await work(part);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, parts.length) }, lane));
}

/** The lane that fails closes this generator, and so ends the others; the iterator of a list cannot be closed. */
function* each<Item>(items: readonly Item[]): Generator<Item> {
  yield* items;
}

function cut(task: Task, length: number): Task[] {
  const parts: Task[] = [];
  for (let from = task.from; from < task.to; from += length) {
    parts.push({ ...task, from, to: Math.min(from + length, task.to) });
  }
  return parts;
}
