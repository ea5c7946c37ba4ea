import type { JobKind } from "./job-kind.ts";
import { comparison } from "./kinds/comparison.ts";
import { plan } from "./kinds/plan.ts";
import { roster } from "./kinds/roster.ts";
import { simulation } from "./kinds/simulation.ts";
import { sweep } from "./kinds/sweep.ts";
import { template } from "./kinds/template.ts";
import { week } from "./kinds/week.ts";

/** Every kind of job. */
export const kinds: readonly JobKind[] = [simulation, comparison, sweep, roster, template, week, plan];

/** @throws {RangeError} when there is none of this name */
export function kindNamed(name: string): JobKind {
  const kind = kinds.find((kind) => kind.name === name);
  if (kind === undefined) throw new RangeError(`there is no kind of job called ${name}`);
  return kind;
}
