import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A file of an office that comes with Praxis: beside this package when it is installed, in the workspace when it is not.
 *
 * @throws {Error} when it is not there
 */
export function shippedFile(office: string, file: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, "scenarios", office, file);
    if (existsSync(path)) return path;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${file} of ${office} is missing from this installation`);
    folder = parent;
  }
}
