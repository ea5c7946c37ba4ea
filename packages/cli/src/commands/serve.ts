import { existsSync, readFileSync } from "node:fs";
import type { RunningService } from "@praxis/server";
import { type Arguments, flag, text, wholeNumber } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { configurationOf, started } from "../service.ts";
import { shippedFile } from "../shipped.ts";
import { InputError } from "../trouble.ts";

/** Starts the HTTP service, and ends with it: `praxis serve`. */
export const serve: Action = async (args, terminal) => {
  const { serve } = await import("@praxis/server");
  const { PRAXIS_LOG = "warn" } = process.env;
  const configuration = await configurationOf({ ...process.env, PRAXIS_LOG, ...given(args) });
  if ("folder" in configuration.database && !existsSync(configuration.database.folder)) {
    terminal.tell(`making a database in ${configuration.database.folder}; this takes some seconds, once\n`);
  }
  const demo = {
    scenario: demoFile("scenario.yaml"),
    roster: demoFile("roster.yaml"),
    template: demoFile("session.yaml"),
    week: demoFile("week.yaml"),
  };
  const service = await started(configuration, () => serve(configuration, { demo, newKey: flag(args, "new-key") }));
  await terminal.print(text(args, "format") === "json" ? jsonLine(service) : greeting(service));
  await untilAsked(service);
  return undefined;
};

/** Computes jobs of services that share a database, until it is told to stop: `praxis worker`. */
export const worker: Action = async (_, terminal) => {
  const { work } = await import("@praxis/server");
  const configuration = await configurationOf(process.env);
  if ("folder" in configuration.database) {
    throw new InputError(
      "a worker needs PRAXIS_DATABASE_URL; with a folder the service computes by itself, and nobody else may open it",
    );
  }
  const running = await started(configuration, () => work(configuration));
  terminal.tell("the worker takes jobs\n");
  await untilAsked(running);
  return undefined;
};

/** What the command line says, in the words of the environment. */
function given(args: Arguments): Record<string, string> {
  const port = wholeNumber(args, "port", { from: 0, to: 65_535 });
  const [host, folder] = [text(args, "host"), text(args, "data")];
  return {
    ...(host === undefined ? {} : { HOST: host }),
    ...(port === undefined ? {} : { PORT: String(port) }),
    ...(folder === undefined ? {} : { PRAXIS_FOLDER: folder }),
  };
}

function demoFile(file: string): string {
  return readFileSync(shippedFile("family-practice", file), "utf8");
}

function jsonLine({ url, key = undefined }: RunningService): string {
  return `${JSON.stringify({ url, key: key ?? null })}\n`;
}

function greeting({ url, key }: RunningService): string {
  const lines = [`Praxis answers at ${url}; ${url}/docs shows what can be asked. Ctrl-C ends it.`];
  if (key === undefined) lines.push("The key is the one that was shown at the first start; --new-key makes another.");
  else {
    lines.push(
      `The key, which is shown only now: ${key}`,
      `Try: curl -H "Authorization: Bearer ${key}" ${url}/v1/scenarios/demo`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Waits until somebody ends it, and lets it close with grace. */
async function untilAsked({ close }: Pick<RunningService, "close">): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await close();
}
