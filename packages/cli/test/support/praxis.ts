import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
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

/**
 * Runs the built command line in this process, which spares the second that a new one takes to get going.
 *
 * What belongs to the process rather than to the program wants {@link praxisProcess}: its exit, its signals, what is piped in.
 */
export async function praxis(words: readonly string[], { folder = root } = {}): Promise<Outcome> {
  // It would wait for ever for what nobody pipes into the process of the tests.
  if (words.includes("-")) throw new RangeError("what is piped in wants praxisProcess");
  const { main }: typeof import("../../src/program.ts") = await import(built("program.js"));
  const { processTerminal }: typeof import("../../src/terminal.ts") = await import(built("terminal.js"));
  const [stdout, stderr] = [pipe(), pipe()];
  const here = process.cwd();
  process.chdir(folder);
  try {
    const code = await main(words, processTerminal({ stdout, stderr, env: {}, started: performance.now() }));
    return { stdout: textOf(stdout), stderr: textOf(stderr), code };
  } finally {
    process.chdir(here);
  }
}

function built(file: string): string {
  return `${root}packages/cli/dist/${file}`;
}

/** Keeps what is written to it. */
function pipe(): NodeJS.WriteStream {
  return Object.assign(new PassThrough({ highWaterMark: 1e8 }), { isTTY: false }) as unknown as NodeJS.WriteStream;
}

function textOf(stream: NodeJS.WriteStream): string {
  return String(stream.read() ?? "");
}

/** The words of a line of shell in which nothing but words, some of them quoted, occurs. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

/** Runs the built command line in a process of its own. */
export function praxisProcess(words: readonly string[], options: ProcessOptions = {}): Outcome {
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
