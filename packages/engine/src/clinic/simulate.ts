import type { Scenario } from "../scenario/schema.ts";
import { compileScenario } from "./compile.ts";
import type { Office } from "./office.ts";
import { Records } from "./records.ts";
import { runReplication } from "./run.ts";

/** What to simulate. */
export interface SimulateOptions {
  /** A phrase or a number; 1 unless given. */
  readonly seed?: number | string;
  /** From 0, which is the one unless given. */
  readonly replication?: number;
}

/**
 * Simulates one replication of a scenario and keeps everything that happened.
 *
 * Meant for a day or a month that somebody wants to look at; measures need no records to be kept.
 *
 * @throws {OfficeError} when somebody waits for what nobody can ever give, or the run would never end
 */
export function simulate(scenario: Scenario, { seed = 1, replication = 0 }: SimulateOptions = {}): Records {
  return recordReplication(compileScenario(scenario, { seed }), replication);
}

/** Runs one replication of an office and keeps everything that happened. */
export function recordReplication(office: Office, replication: number): Records {
  const records = new Records(office);
  runReplication(office, { replication, sink: records });
  return records;
}
