import { compileScenario } from "../clinic/compile.ts";
import { measureNamed } from "../clinic/measures.ts";
import { type MeasuredOffice, measureReplication, observe } from "../clinic/measures-replication.ts";
import type { Task } from "./executor.ts";

// For threads that run tasks, which load this module (`@praxis/engine/task`) and not all of the engine: that takes half
// the time and a third less memory.
export { OfficeError } from "../errors.ts";
export type { Task } from "./executor.ts";

/** Compiled and observed offices by the text of what they were made from, most recently used last. */
const offices = new Map<string, MeasuredOffice>();

/** A comparison takes turns between its variants; an office is some kilobytes to a megabyte. */
const OFFICES_KEPT = 16;

/**
 * Runs the replications of a task, one after the other, in this thread.
 *
 * @returns `measures.length` values for each replication, one replication after the other; NaN where undefined
 * @throws {OfficeError} when a measure is unknown, somebody waits for what nobody can ever give, or a run would never end
 */
export function runTask(task: Task): Float64Array {
  const { measures, from, to } = task;
  const office = officeOf(task);
  const values = new Float64Array((to - from) * measures.length);
  for (let replication = from; replication < to; replication++) {
    values.set(measureReplication(office, replication), (replication - from) * measures.length);
  }
  return values;
}

/** The office of a task: tasks of one experiment come in many pieces, and compiling costs as much as some days. */
function officeOf({ scenario, seed, measures }: Task): MeasuredOffice {
  const key = JSON.stringify([scenario, seed, measures]);
  const known = offices.get(key);
  offices.delete(key);
  const office = known ?? observedOffice({ scenario, seed, measures });
  offices.set(key, office);
  const [oldest] = offices.keys();
  if (offices.size > OFFICES_KEPT && oldest !== undefined) offices.delete(oldest);
  return office;
}

function observedOffice({ scenario, seed, measures }: Pick<Task, "scenario" | "seed" | "measures">): MeasuredOffice {
  const office = compileScenario(scenario, { seed });
  return observe(
    office,
    measures.map((name) => measureNamed(name, scenario)),
  );
}
