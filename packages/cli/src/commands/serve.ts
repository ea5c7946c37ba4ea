import { text, wholeNumber } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { codeOf, InputError, systemTrouble } from "../trouble.ts";

/** Starts the HTTP service, and ends with it: `praxis serve`. */
export const serve: Action = async (args) => {
  const host = text(args, "host") ?? "127.0.0.1";
  const port = wholeNumber(args, "port", { from: 0, to: 65_535 }) ?? 3000;
  const { buildApp } = await import("@praxis/server");
  const app = await buildApp({ logger: true });
  const closed = new Promise<void>((resolve) => app.addHook("onClose", async () => resolve()));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close());
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    if (codeOf(error) === undefined) throw error;
    throw new InputError(`cannot listen on ${host}:${port}: ${troubleOf(error)}`, { cause: error });
  }
  await closed;
  return undefined;
};

function troubleOf(error: unknown): string {
  const words: Readonly<Record<string, string>> = {
    EADDRINUSE: "something else listens there; choose another --port",
    EADDRNOTAVAIL: "this machine has no such address; choose another --host",
    ENOTFOUND: "no such host; choose another --host",
    EACCES: "no permission; ports from 1024 on need none",
  };
  return words[codeOf(error) ?? ""] ?? systemTrouble(error);
}
