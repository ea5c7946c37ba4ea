/**
 * Variants in files of their own: what somebody planned for an office, to be simulated and compared with it.
 *
 * @module
 */

import { stringify } from "yaml";
import { ScenarioError } from "../errors.ts";
import { type Change, variantChanges } from "./change.ts";
import { issuesOf } from "./issues.ts";
import { readLocated } from "./located.ts";
import { formatPath, parsePath } from "./path.ts";
import { type Scenario, type Variant, variantSchema } from "./schema.ts";

/**
 * Writes changes as a variant file; `parseVariant` reads it, and it can stand under `variants` of the scenario.
 *
 * @example
 * variantText([{ path: ["staff", "nurse", "count"], value: 2 }], "One more nurse.") // "description: One more nurse.\nset:\n  staff.nurse.count: 2\n"
 */
export function variantText(changes: readonly Change[], description: string): string {
  const set = Object.fromEntries(changes.map(({ path, value }) => [formatPath(path), value]));
  return stringify({ description, set }, { lineWidth: 120 });
}

/**
 * Reads a variant file: a map with `set`, of paths and what stands there instead.
 *
 * @throws {ScenarioError} with everything that is wrong in it, each with its place
 * @example
 * parseVariant("set: { staff.nurse.count: 2 }")[0].path // ["staff", "nurse", "count"]
 */
export function parseVariant(text: string, { file }: { readonly file?: string } = {}): Change[] {
  const { data, issues } = readLocated(
    text,
    (plain) => {
      const checked = variantSchema.safeParse(plain);
      if (!checked.success) return issuesOf(checked.error.issues, plain);
      return Object.keys(checked.data.set).flatMap((path) => {
        if (parsePath(path) !== undefined) return [];
        const hint = "write names with dots between them, such as staff.nurse.count";
        const keys = ["set", path];
        return [{ code: "no-such-place" as const, path: "/set", keys, message: `“${path}” is not a path`, hint }];
      });
    },
    { what: "variant", begin: "`set:` and paths into the scenario" },
  );
  if (issues.length > 0) throw new ScenarioError(issues, file);
  return variantChanges({ variants: { read: data as Variant } } as unknown as Scenario, "read");
}
