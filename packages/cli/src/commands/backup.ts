import { createReadStream, createWriteStream, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import type { Configuration } from "@praxis/server";
import type { DumpSummary } from "@praxis/server/backup";
import type { Answer } from "../answer.ts";
import { type Arguments, text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { requireReadable, requireWritable } from "../files.ts";
import { configurationOf, placeName, started } from "../service.ts";
import { InputError, systemTrouble } from "../trouble.ts";

/** Writes all data of the service into one file, and reads it again: `praxis backup`. */
export const backup: Action = async (args) => {
  const { backUp, inspect } = await import("@praxis/server/backup");
  const { file, place, configuration } = await backupOf(args);
  if (existsSync(file)) throw new InputError(`${file} exists already and is left as it is; choose another name`);
  requireWritable(file);
  const partial = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const write = () => writing(file, partial, (sink) => backUp(configuration, sink));
    await started(configuration, () => inWords(`back up ${place}`, write));
    const summary = await inWords(`read ${file} again`, () => inspect(() => createReadStream(partial)));
    renameSync(partial, file);
    return answerOf(file, summary, `${file} holds the data of ${place}, and was read again.`);
  } finally {
    rmSync(partial, { force: true });
  }
};

/** Brings what `praxis backup` wrote into a new folder or database: `praxis restore`. */
export const restore: Action = async (args) => {
  const { inspect, restore } = await import("@praxis/server/backup");
  const { file, place, configuration } = await backupOf(args);
  requireReadable(file);
  const open = () => createReadStream(file);
  const summary = await inWords(`restore ${file}`, () => inspect(open));
  const bring = () => inWords(`restore into ${place}`, () => restore(configuration, open));
  const { jobs, deliveries } = await started(configuration, bring);
  const next = `Unfinished, for whoever starts next: ${jobs} jobs, ${deliveries} messages to webhooks.`;
  return answerOf(file, summary, `${place} holds the data of ${file}, as it was at ${summary.at}. ${next}`);
};

async function backupOf(args: Arguments) {
  const [file, folder] = [text(args, "file"), text(args, "data")];
  if (file === undefined || file === "-")
    throw new InputError("a backup is a file; name one, such as praxis.backup.gz");
  const given = folder === undefined ? {} : { PRAXIS_FOLDER: folder };
  const configuration: Configuration = await configurationOf({ ...process.env, ...given });
  return { file, configuration, place: placeName(configuration) };
}

/** Writes a file that is for its owner alone: it holds the secrets that sign messages to webhooks. */
async function writing(file: string, partial: string, write: (sink: Writable) => Promise<void>): Promise<void> {
  let trouble: unknown;
  const sink = createWriteStream(partial, { fd: openSync(partial, "wx", 0o600), flush: true });
  sink.once("error", (error) => {
    trouble = error;
  });
  try {
    await write(sink);
  } catch (error) {
    if (error !== trouble) throw error;
    throw new InputError(`cannot write ${file}: ${systemTrouble(error)}; nothing was left behind`, { cause: error });
  } finally {
    sink.destroy();
  }
}

/** @throws {InputError} when the backup or the place does not fit */
async function inWords<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const { DumpError } = await import("@praxis/server/backup");
  try {
    return await work();
  } catch (error) {
    if (error instanceof DumpError) throw new InputError(`cannot ${what}: ${error.message}`, { cause: error });
    throw error;
  }
}

function answerOf(file: string, { at, rows }: DumpSummary, title: string): Answer {
  const lines = Object.entries(rows).map(([table, count]) => ({ table, rows: count }));
  const columns = [
    { title: "table", align: "left" },
    { title: "rows", align: "right" },
  ] as const;
  const table = { columns, rows: lines.map(({ table, rows }) => [table, String(rows)]) };
  return { data: { file, at, rows }, rows: () => lines, report: () => ({ title, sections: [{ lines: [], table }] }) };
}
