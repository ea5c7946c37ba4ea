import type { JobKind } from "./job-kind.ts";
import { comparison } from "./kinds/comparison.ts";
import { roster } from "./kinds/roster.ts";
import { simulation } from "./kinds/simulation.ts";
import { sweep } from "./kinds/sweep.ts";

/** Every kind of job. */
export const kinds: readonly JobKind[] = [simulation, comparison, sweep, roster];

/** @throws {RangeError} when there is none of this name */
export function kindNamed(name: string): JobKind {
  const kind = kinds.find((kind) => kind.name === name);
  if (kind === undefined) throw new RangeError(`there is no kind of job called ${name}`);
  return kind;
}
