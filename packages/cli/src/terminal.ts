import { printable } from "./printable.ts";

/** What a command may know of the terminal it runs in, and the only way in which it speaks. */
export interface Terminal {
  /** Results. Resolves when they are out; rejects when nobody can take them. */
  print(text: string): Promise<void>;
  /** Everything else: warnings, progress, troubles. */
  tell(text: string): void;
  /** Columns of the terminal that results go to; undefined when they go into a pipe or a file. */
  readonly width: number | undefined;
  /** Whether results go to a terminal that shows bold and colour, and nobody asked for neither. */
  readonly styled: boolean;
  /** Where a progress bar may be drawn; undefined when nobody watches. */
  readonly progress: NodeJS.WriteStream | undefined;
  /** Whether to show what is meant for developers. */
  readonly debug: boolean;
  /** When the program was started, as `performance.now()` counts. */
  readonly started: number;
}

/** What a process says its results and its troubles on, and what it is told of its surroundings. */
export interface ProcessStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** When the program was started, as `performance.now()` counts: with the process, unless given. */
  readonly started?: number;
}

/** The terminal of this process, unless other streams are given. */
export function processTerminal({ stdout, stderr, env, started = 0 }: ProcessStreams = process): Terminal {
  // The callbacks of `write` say what went wrong; without a listener the same error would end the process.
  stdout.on("error", () => {});
  stderr.on("error", () => {});
  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    tell: (text) => {
      stderr.write(printable(text));
    },
    width: stdout.isTTY ? stdout.columns : undefined,
    // https://no-color.org: set and not empty, whatever its value.
    styled: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    progress: stderr.isTTY && env["TERM"] !== "dumb" ? stderr : undefined,
    debug: env["PRAXIS_DEBUG"] === "1",
    started,
  };
}
