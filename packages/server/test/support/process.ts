import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The built command line, which `pnpm test:local` has built beforehand. */
export const praxis = fileURLToPath(new URL("../../../cli/bin/praxis.js", import.meta.url));

/** What `praxis serve --format json` says when it is ready. */
export interface Ready {
  readonly url: string;
  readonly key: string | null;
}

/** Where and how it is started. */
interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built command line in a process of its own. */
export function startPraxis(words: readonly string[], { cwd, env = {} }: Surroundings) {
  if (!existsSync(praxis)) throw new Error("packages/cli/dist is missing; `pnpm build:ts` builds it");
  const child = spawn(process.execPath, [praxis, ...words], { cwd, env: { ...process.env, ...env } });
  const exited = once(child, "exit");
  let told = "";
  child.stderr.on("data", (text) => {
    told += text;
  });
  return {
    child,
    exitCode: async () => (await exited)[0] as number | null,
    told: () => told,
    async firstLine(): Promise<string> {
      for await (const line of createInterface(child.stdout)) return line;
      throw new Error(`it ended before it said anything: ${told}`);
    },
    /** Ends it without a warning. */
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** A process of Praxis. */
export type PraxisProcess = ReturnType<typeof startPraxis>;
