/**
 * Checks of the named what-ifs: each of them gives a scenario without issues.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import { changedData, variantChanges } from "./change.ts";
import type { Checks } from "./checks-scope.ts";
import type { IssueAt } from "./issues.ts";

/** Checks all variants; `issuesIn` finds everything that is wrong with plain data. */
export function checkVariants(checks: Checks, issuesIn: (data: unknown) => readonly IssueAt[]): void {
  const { variants, ...base } = checks.scenario;
  for (const name of Object.keys(variants ?? {})) {
    const keys = ["variants", name, "set"];
    for (const change of variantChanges(checks.scenario, name)) {
      try {
        changedData(base, [change]);
      } catch (error) {
        if (!(error instanceof OfficeError)) throw error;
        checks.complain([...keys, change.label!], "impossible-change", error.message, "mend the path");
      }
    }
    if (checks.issues.length > 0) continue;
    const issues = issuesIn(changedData(base, variantChanges(checks.scenario, name)));
    for (const { path, code, message, hint } of issues) {
      checks.complain(keys, code, `with this variant, ${path}: ${message}`, hint);
    }
  }
}
