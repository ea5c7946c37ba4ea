import { OfficeError, runTask, type Task } from "@praxis/engine/task";

/** What a worker thread sends back: values, or trouble with the scenario, in words. */
export type TaskAnswer = { readonly values: Float64Array } | { readonly trouble: string };

/** Runs a task. An office's trouble is returned rather than thrown: its class would not survive the way between threads. */
export function answerTask(task: Task): TaskAnswer {
  try {
    return { values: runTask(task) };
  } catch (error) {
    if (error instanceof OfficeError) return { trouble: error.message };
    throw error;
  }
}
