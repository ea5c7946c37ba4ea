import type { Task } from "@praxis/engine";

/** The values of the first replications of each scenario of an experiment, in memory that threads share. */
export class KnownValues {
  #arrays: readonly Float64Array[];

  constructor(arrays: readonly Float64Array[] = []) {
    this.#arrays = arrays;
  }

  /** For each scenario, as many values as there is room for. */
  get arrays(): readonly Float64Array[] {
    return this.#arrays;
  }

  /** Makes room for tasks of each scenario. */
  grow(tasks: readonly Task[]): void {
    this.#arrays = tasks.map(({ to, measures }, scenario) => {
      const bytes = to * measures.length * Float64Array.BYTES_PER_ELEMENT;
      const larger = new Float64Array(new SharedArrayBuffer(bytes));
      larger.set(this.#arrays[scenario] ?? []);
      return larger;
    });
  }

  /** Puts the values of a task where they belong. */
  set(scenario: number, { from, measures }: Pick<Task, "from" | "measures">, values: Float64Array): void {
    this.#arrays[scenario]!.set(values, from * measures.length);
  }

  /** The values of a task. */
  of(scenario: number, { from, to, measures }: Pick<Task, "from" | "to" | "measures">): Float64Array {
    return this.#arrays[scenario]!.subarray(from * measures.length, to * measures.length);
  }
}
