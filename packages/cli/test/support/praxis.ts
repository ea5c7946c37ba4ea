import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The workspace. */
const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** The command as it was last built. */
const command = `${root}packages/cli/bin/praxis.js`;

/** What a process left. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** How a process is started. */
export interface ProcessOptions {
  readonly folder?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Somebody else to run it as; root alone may choose. */
  readonly uid?: number;
  readonly gid?: number;
}

/** Runs the built command line in a process of its own. */
export function praxis(words: readonly string[], options: ProcessOptions = {}): Outcome {
  return start(process.execPath, [command, ...words], options);
}

/** Runs a line of shell in which "$PRAXIS" is the command. */
export function shell(line: string, options: ProcessOptions = {}): Outcome {
  const env = { ...options.env, PRAXIS: `${process.execPath} ${command}` };
  return start("bash", ["-c", `set -o pipefail; ${line}`], { ...options, env });
}

function start(program: string, words: readonly string[], options: ProcessOptions): Outcome {
  const { folder = root, input = "", env = {}, uid, gid } = options;
  // What the terminal of whoever runs the tests is called must not matter.
  const { NO_COLOR: _, FORCE_COLOR: __, PRAXIS_DEBUG: ___, ...inherited } = process.env;
  const { stdout, stderr, status } = spawnSync(program, words, {
    cwd: folder,
    input,
    env: { ...inherited, ...env },
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 1e8,
  });
  return { stdout, stderr, code: status };
}

/** A folder of its own that holds the shipped scenarios; deleted with `using`. */
export function officeFolder(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "praxis-cli-"));
  cpSync(`${root}scenarios`, join(folder, "scenarios"), { recursive: true });
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
