import { describe, expect, it } from "vitest";
import type { Scenario } from "../scenario/schema.ts";
import { advance, conduct, conductWith, type Experiment } from "./conduct.ts";
import type { Executor, Progress, Task } from "./executor.ts";

const scenario = { name: "Practice" } as Scenario;

/** Stands for a simulation: each value tells its replication and its measure. */
function counted({ from, to, measures }: Task): Float64Array {
  return Float64Array.from({ length: (to - from) * measures.length }, (_, index) => from * measures.length + index);
}

/** An executor whose tasks come back in an order of their own. */
function executor(workers: number, run: (task: Task) => Float64Array = counted): Executor & { readonly tasks: Task[] } {
  const tasks: Task[] = [];
  return {
    workers,
    tasks,
    async run(task) {
      tasks.push(task);
      for (let turn = (task.from * 7) % 5; turn > 0; turn--) await Promise.resolve();
      return run(task);
    },
  };
}

/** Asks twice, for two scenarios each time. */
function* twice(): Experiment<number[][]> {
  const found: number[][] = [];
  for (const [from, to] of [
    [0, 60],
    [60, 101],
  ] as const) {
    const task = { scenario, seed: 1, measures: ["wait", "overtime"], from, to };
    const answers = yield [task, task];
    answers.forEach((values) => {
      found.push([...values]);
    });
  }
  return found;
}

describe("an experiment", () => {
  it.each([1, 2, 3, 4, 64])("finds the same with %d workers as in this thread", async (workers) => {
    expect(await conductWith(executor(workers), twice())).toEqual(conduct(twice(), counted));
  });

  it("is cut into enough tasks to keep all workers busy, of each replication once", async () => {
    const many = executor(4);
    await conductWith(many, twice());
    const first = many.tasks.filter(({ to }) => to <= 60);
    expect(first.length).toBeGreaterThan(4 * 7);
    expect(first.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(120);
  });

  it("has values for every replication, or none: an executor that leaves some out is told so", async () => {
    const short = executor(2, (task) => counted(task).subarray(1));
    await expect(conductWith(short, twice())).rejects.toThrow(
      /must give 2 values for each replication from 0 up to \d+/,
    );
    await expect(conductWith(executor(0), twice())).rejects.toThrow("an executor needs at least 1 worker, got 0");
  });

  it("has no values where it asks for none", async () => {
    function* nothing(): Experiment<number> {
      const [values] = yield [{ scenario, seed: 1, measures: ["wait"], from: 3, to: 3 }];
      return values!.length;
    }
    expect(await conductWith(executor(2), nothing())).toBe(0);
  });

  it("has no task longer than makes a difference", async () => {
    const long = executor(1);
    await conductWith(
      long,
      (function* (): Experiment<number> {
        const [values] = yield [{ scenario, seed: 1, measures: ["wait"], from: 0, to: 10_000 }];
        return values!.length;
      })(),
    );
    expect(Math.max(...long.tasks.map(({ from, to }) => to - from))).toBe(250);
  });

  it("tells how far it is", async () => {
    const heard: Progress[] = [];
    await conductWith(executor(2), twice(), { progress: (progress) => heard.push(progress) });
    expect(heard.at(-1)).toEqual({ done: 202, total: 202 });
    expect(heard.every(({ done, total }) => done <= total)).toBe(true);
    expect(heard.map(({ done }) => done)).toEqual(heard.map(({ done }) => done).toSorted((a, b) => a - b));
  });

  it("has no more tasks under way than keep its workers busy", async () => {
    let [underWay, most] = [0, 0];
    const watched: Executor = {
      workers: 3,
      async run(task) {
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay--;
        return counted(task);
      },
    };
    await conductWith(watched, twice());
    expect(most).toBe(6);
  });

  it("is stopped before its next task, with the reason of the signal", async () => {
    const controller = new AbortController();
    const stopped = executor(1);
    const progress = ({ done }: Progress) => {
      if (done >= 40) controller.abort(new Error("nobody waits for this any more"));
    };
    const running = conductWith(stopped, twice(), { progress, signal: controller.signal });
    await expect(running).rejects.toThrow("nobody waits for this any more");
    expect(stopped.tasks.length).toBeLessThan(8);
  });

  it("begins no task after one has failed", async () => {
    const failing = executor(2, ({ from }) => {
      if (from > 0) throw new Error("nobody can ever serve patient 12");
      return new Float64Array(16);
    });
    await expect(conductWith(failing, twice())).rejects.toThrow();
    const begun = failing.tasks.length;
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(failing.tasks).toHaveLength(begun);
    expect(begun).toBeLessThanOrEqual(6);
  });

  it("ends when a task fails", async () => {
    const failing = executor(2, () => {
      throw new Error("nobody can ever serve patient 12");
    });
    await expect(conductWith(failing, twice())).rejects.toThrow("nobody can ever serve patient 12");
  });
});

describe("an experiment whose values are kept elsewhere", () => {
  it("asks for what is not known yet, and ends like one that is conducted here", () => {
    const known: Float64Array[] = [];
    const asked: number[] = [];
    for (let step = advance(twice(), known); ; step = advance(twice(), known)) {
      if ("result" in step) {
        expect(asked).toEqual([60, 101]);
        expect(step.result).toEqual(conduct(twice(), counted));
        return;
      }
      asked.push(step.tasks[0]!.to);
      step.tasks.forEach((task, index) => {
        known[index] = counted({ ...task, from: 0 });
      });
    }
  });
});
