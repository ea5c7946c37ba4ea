import type { Fold, Measure } from "./measures-family.ts";
import { Observation } from "./measures-observation.ts";
import type { Office } from "./office.ts";
import { runReplication } from "./run.ts";

/** An office with measures that observe it, replication after replication. */
export interface MeasuredOffice {
  readonly office: Office;
  readonly observation: Observation;
  readonly folds: readonly Fold[];
}

/** Lets measures observe an office. */
export function observe(office: Office, measures: readonly Measure[]): MeasuredOffice {
  const observation = new Observation(office);
  return { office, observation, folds: measures.map((measure) => measure.over(observation)) };
}

/**
 * Runs one replication, and measures it while it runs: nothing is kept but what the measures need.
 *
 * @returns the value of each measure; NaN where undefined
 * @throws {OfficeError} when somebody waits for what nobody can ever give, or the run would never end
 */
export function measureReplication({ office, observation, folds }: MeasuredOffice, replication: number): Float64Array {
  observation.reset();
  runReplication(office, { replication, sink: observation });
  return Float64Array.from(folds, (fold) => fold());
}
